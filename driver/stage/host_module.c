// host_module.c -- the native module _cjax.host: what numpy needs from C beside _cjax.numpy.
#include "driver/stage/lax.h"
#include "driver/stage/transform.h"

#include <string.h>

//===-- functions of jax.numpy as NumPy's ---------------------------------===//

void numpy_mode_enter(VM *vm, bool on, HostMode *m) {
  Staging *s = staging(vm);
  *m = (HostMode){s->host, vm->trace, s->host_trace};
  if (on && !s->host) s->host_trace = &m->trace;
  s->host = on;
}

void numpy_mode_leave(VM *vm, const HostMode *m) {
  staging(vm)->host = m->host;
  staging(vm)->host_trace = m->outer;
}

static bool is_among(const Tuple *args, Value v) {
  for (uint32_t i = 0; i < args->n; i++)
    if (v_same(args->v[i], v)) return true;
  return false;
}

// What jax.numpy returns as it came is a copy in NumPy.
static bool detach(VM *vm, const Tuple *args, Value *v) {
  if (is_array(*v) && AS_ARRAY(*v)->numpy && is_among(args, *v))
    return array_snapshot(vm, *v, v);
  if (!v_is(*v, O_TUPLE) && !v_is(*v, O_LIST)) return true;
  bool list = v_is(*v, O_LIST);
  uint32_t n = list ? AS_LIST(*v)->n : AS_TUPLE(*v)->n;
  Value *items = list ? AS_LIST(*v)->v : AS_TUPLE(*v)->v;
  for (uint32_t i = 0; i < n; i++)
    if (is_array(items[i]) && !detach(vm, args, &items[i])) return false;
  return true;
}

// A range, or an object that says how it is an array and is none itself (a deque), as NumPy takes it.
static bool as_array_argument(VM *vm, Value *v) {
  Value made, shape;
  Values items;
  if (v_is(*v, O_RANGE)) {
    if (!values_of(vm, *v, &items)) return false;
    return *v = list_from(vm, items.n, items.v), true;
  }
  if (!v_is(*v, O_INSTANCE)) return true;
  if (!find_attr(vm, *v, str_name(vm, "__array__"), &made) ||
      !find_attr(vm, *v, str_name(vm, "shape"), &shape))
    return false;
  return v_is_empty(made) || !v_is_empty(shape) || vm_call(vm, made, NULL, 0, NULL, v);
}

static bool host_call(VM *vm, Value *bound, Value *out) {
  HostMode mode;
  Tuple *args = AS_TUPLE(bound[0]);
  Value function = native_closure(vm);
  for (uint32_t i = 0; i < args->n; i++)
    if (!as_array_argument(vm, &args->v[i])) return false;
  numpy_mode_enter(vm, true, &mode);
  bool ok = vm_call_tuple(vm, function, args, AS_DICT(bound[1]), out);
  if (ok) ok = detach(vm, AS_TUPLE(bound[0]), out);
  numpy_mode_leave(vm, &mode);
  return ok;
}
static const NativeDef host_def = {"host", "*args, **kwargs", host_call};

static bool host_function(VM *vm, Value *bound, Value *out) {
  Value name;
  *out = native_function_with(vm, &host_def, bound[0]);
  if (!find_attr(vm, bound[0], str_name(vm, "__name__"), &name)) return false;
  if (v_is(name, O_STR)) ((Native *)out->o)->name = AS_STR(name);
  return true;
}

//===-- making arrays -----------------------------------------------------===//

static bool in_host_mode(VM *vm, NativeFn f, Value *bound, Value *out) {
  HostMode mode;
  numpy_mode_enter(vm, true, &mode);
  bool ok = f(vm, bound, out);
  numpy_mode_leave(vm, &mode);
  return ok;
}

// Whether v is a text, an array of texts (numpy/texts.py) or a list that begins with one; of a
// dtype: whether it is one of texts.
static bool has_texts(VM *vm, Value v) {
  Value found;
  if (v_is(v, O_STR) || v_is(v, O_RUN_STR)) return true;
  if (v_is(v, O_LIST)) return AS_LIST(v)->n && has_texts(vm, AS_LIST(v)->v[0]);
  if (v_is(v, O_TUPLE)) return AS_TUPLE(v)->n && has_texts(vm, AS_TUPLE(v)->v[0]);
  return v_is(v, O_INSTANCE) && find_attr(vm, v, str_name(vm, "_places"), &found) &&
         !v_is_empty(found);
}

// Whether v is what numpy.array makes an array of objects of: an object that is no array, or a list
// that begins with one.
static bool has_objects(VM *vm, Value v) {
  static const char *const arrays[] = {"__array__", "__jax_array__", "shape"};
  Value found;
  v = value_unwrap(v);
  if (v_is(v, O_LIST)) return AS_LIST(v)->n && has_objects(vm, AS_LIST(v)->v[0]);
  if (v_is(v, O_TUPLE)) return AS_TUPLE(v)->n && has_objects(vm, AS_TUPLE(v)->v[0]);
  if (v_is_none(v) || v_is(v, O_DICT) || v_is(v, O_FUNCTION)) return true;
  if (!v_is(v, O_INSTANCE)) return false;
  for (int i = 0; i < 3; i++)
    if (!find_attr(vm, v, str_name(vm, arrays[i]), &found) || !v_is_empty(found)) return false;
  return true;
}
static bool is_object_dtype(VM *vm, Value v) {
  Value found;
  if (v_is(v, O_STR)) return !strcmp(AS_STR(v)->text, "O") || !strcmp(AS_STR(v)->text, "object");
  if (v_is(v, O_CLASS)) return AS_CLASS(v) == vm->type[T_object];
  return v_is(v, O_INSTANCE) && find_attr(vm, v, str_name(vm, "_object"), &found) &&
         !v_is_empty(found);
}

static bool is_text_dtype(VM *vm, Value v) {
  Value found;
  if (v_is(v, O_STR)) {
    const char *name = AS_STR(v)->text;
    name += strspn(name, "<=");
    return *name == 'U' || !strcmp(name, "str");
  }
  if (v_is(v, O_CLASS)) return AS_CLASS(v) == vm->type[T_str];
  return v_is(v, O_INSTANCE) && find_attr(vm, v, str_name(vm, "_width"), &found) &&
         !v_is_empty(found);
}

// numpy.array and asarray of texts and of objects: a module of the library for them, or null.
static const char *elements_module(VM *vm, Value object, Value dtype) {
  Value found;
  if (is_object_dtype(vm, dtype)) return "numpy.objects";
  if (v_is(object, O_INSTANCE) && find_attr(vm, object, str_name(vm, "_places"), &found) &&
      !v_is_empty(found) && find_attr(vm, object, str_name(vm, "dtype"), &found) &&
      is_object_dtype(vm, found))
    return "numpy.objects";
  if (has_texts(vm, object) || is_text_dtype(vm, dtype)) return "numpy.texts";
  return v_is_none(dtype) && has_objects(vm, object) ? "numpy.objects" : NULL;
}
static bool library_array(VM *vm, const char *module, const char *name, Value *bound, Value *out) {
  Value f;
  return import_attr(vm, module, name, &f) && vm_call_2(vm, f, bound[0], bound[1], out);
}

// numpy.array: always a new array, so that writing to it changes nothing else.
static bool host_array(VM *vm, Value *bound, Value *out) {
  const char *module = elements_module(vm, bound[0], bound[1]);
  if (module) return library_array(vm, module, "array", bound, out);
  bool copy = v_is_none(bound[2]);
  if (!copy && !truth(vm, bound[2], &copy)) return false;
  if (!in_host_mode(vm, np_array, bound, out)) return false;
  if (!copy && v_same(*out, bound[0])) return true;
  if (!array_snapshot(vm, *out, out)) return false;
  AS_ARRAY(*out)->cell = !AS_ARRAY(*out)->rank;
  return true;
}

// numpy.asarray: the array itself, or a new one; what was a jax array cannot be written to.
static bool host_asarray(VM *vm, Value *bound, Value *out) {
  const char *module = elements_module(vm, bound[0], bound[1]);
  if (module) return library_array(vm, module, "asarray", bound, out);
  if (!in_host_mode(vm, np_asarray, bound, out)) return false;
  if (v_same(*out, bound[0])) return true;
  if (!array_snapshot(vm, *out, out)) return false;
  Array *x = AS_ARRAY(*out);
  x->cell = !x->rank;
  x->readonly = is_array(bound[0]) && !AS_ARRAY(bound[0])->numpy &&
                AS_ARRAY(bound[0])->dtype == x->dtype;
  return true;
}

//===-- views and writing -------------------------------------------------===//

static bool host_view(VM *vm, Value *bound, Value *out) {
  *out = bound[1];
  if (v_same(bound[0], bound[1])) {
    if (!is_array(bound[0])) return true;
    if (!array_snapshot(vm, bound[0], out)) return false;
  }
  const char *how = AS_STR(bound[2])->text;
  if (how[0] == 'r')
    array_reshaped(vm, bound[0], *out);
  else
    array_view_of(bound[0], *out, how[0] == 't' ? VIEW_TRANSPOSE : VIEW_INDEX, bound[3]);
  return true;
}

static bool check_array(VM *vm, Value v) {
  if (is_array(v) && AS_ARRAY(v)->numpy) return true;
  return vm_raise(vm, E_TypeError, "return arrays must be of ArrayType");
}

static bool host_write(VM *vm, Value *bound, Value *out) {
  Array *x, *now;
  *out = bound[0];
  if (!check_array(vm, bound[0])) return false;
  x = AS_ARRAY(bound[0]);
  if (x->readonly) return vm_raise(vm, E_ValueError, "output array is read-only");
  if (!array_of_dtype(vm, bound[1], x->dtype, false, &now)) return false;
  if (!dims_equal(array_dims(now), array_dims(x)))
    return vm_raise(vm, E_ValueError,
                    "could not broadcast input array from shape %s into shape %s",
                    dims_text(array_dims(now)), dims_text(array_dims(x)));
  return ndarray_write(vm, x, now);
}

static bool host_readonly(VM *vm, Value *bound, Value *out) {
  *out = bound[0];
  if (is_array(bound[0])) AS_ARRAY(bound[0])->readonly = true;
  return true;
}

static bool host_cell(VM *vm, Value *bound, Value *out) {
  *out = bound[0];
  if (is_array(bound[0]) && !AS_ARRAY(bound[0])->rank) AS_ARRAY(bound[0])->cell = true;
  return true;
}

// A scalar, not an array of rank 0.
static bool host_is_scalar(VM *vm, Value *bound, Value *out) {
  const Array *x = is_array(bound[0]) ? AS_ARRAY(bound[0]) : NULL;
  *out = v_bool(x && x->numpy && !x->rank && !x->cell);
  return true;
}

static bool host_contiguous(VM *vm, Value *bound, Value *out) {
  *out = v_bool(array_is_contiguous(vm, AS_ARRAY(bound[0])));
  return true;
}
static bool host_writeable(VM *vm, Value *bound, Value *out) {
  *out = v_bool(!AS_ARRAY(bound[0])->readonly);
  return true;
}

static bool host_refuse(VM *vm, Value *bound, Value *out) {
  return vm_unsupported(vm, "CJ0460", "print options of arrays: %s", text_of(vm, bound[0]));
}

static bool host_is_ndarray(VM *vm, Value *bound, Value *out) {
  *out = v_bool(is_array(bound[0]) && AS_ARRAY(bound[0])->numpy);
  return true;
}

static bool host_is_run_time(VM *vm, Value *bound, Value *out) {
  *out = v_bool(v_is_staged(bound[0]));
  return true;
}

//===-- numpy.random ------------------------------------------------------===//

// Outside of all functions being traced: numpy.random has its effect there and then.
Trace *trace_outside(VM *vm, Build **build) {
  Trace *found = vm->trace;
  *build = vm->build;
  for (Trace *t = vm->trace; t; t = t->outer) {
    if (!t->is_func && t->spec.kind != TRACE_JIT && t->spec.kind != TRACE_VMAP) continue;
    found = t->outer;
    *build = t->saved;
  }
  return found;
}

// [(shape, dtype), ...]
static bool result_types(VM *vm, Value list, MlirType *types, Dtype *d, uint32_t *n) {
  Tuple *t, *pair;
  if (!value_tuple(vm, list, &t)) return false;
  *n = t->n < 3 ? t->n : 3;
  for (uint32_t i = 0; i < *n; i++) {
    Dims shape;
    if (!value_tuple(vm, t->v[i], &pair) || pair->n != 2 || !parse_shape(vm, pair->v[0], &shape))
      return false;
    if (!dtype_argument(vm, pair->v[1], NULL, &d[i])) return false;
    types[i] = array_type(vm, d[i], shape);
  }
  return true;
}

static bool draw(VM *vm, Value *bound, Value *out) {
  const Tuple *xs = AS_TUPLE(bound[2]);
  MlirValue in[2];
  MlirType types[3];
  Dtype d[3];
  uint32_t n, nin = xs->n < 2 ? xs->n : 2;
  if (!result_types(vm, bound[1], types, d, &n)) return false;
  for (uint32_t i = 0; i < nin; i++)
    if (!trace_use(vm, xs->v[i], &in[i])) return false;
  MlirAttribute attrs = attrs_make(vm->context, 1, "name", attr_str(vm, AS_STR(bound[0])->text));
  MlirOperation op = stage_op(vm, OP_NUMPY_RANDOM, (int)nin, in, attrs, (int)n, types);
  if (mlirOperationIsNull(op)) return false;
  Tuple *results = tuple_new(vm, n);
  for (uint32_t i = 0; i < n; i++)
    results->v[i] = array_new(vm, op_result(op, (int)i), d[i], false);
  *out = v_obj(results);
  return true;
}

static bool host_random(VM *vm, Value *bound, Value *out) {
  return in_host_mode(vm, draw, bound, out);
}

// outside(f, *args, **kwargs): f(*args, **kwargs) there.
static bool host_outside(VM *vm, Value *bound, Value *out) {
  Trace *inner = vm->trace;
  Build *build, *saved = vm->build;
  vm->trace = trace_outside(vm, &build);
  vm->build = build;
  bool ok = vm_call_tuple(vm, bound[0], AS_TUPLE(bound[1]), AS_DICT(bound[2]), out);
  vm->trace = inner;
  vm->build = saved;
  return ok;
}

static const NativeDef functions[] = {
    {"host", "function", host_function},
    {"array", "object, dtype=None, copy=True, order='K', ndmin=0, *, subok=False, like=None",
     host_array},
    {"asarray", "a, dtype=None, order=None, *, device=None, copy=None, like=None", host_asarray},
    {"view", "base, v, how, key=None", host_view},
    {"write", "x, v", host_write},
    {"readonly", "x", host_readonly},
    {"cell", "x", host_cell},
    {"contiguous", "x", host_contiguous},
    {"writeable", "x", host_writeable},
    {"outside", "function, /, *args, **kwargs", host_outside},
    {"random", "name, results, /, *operands", host_random},
    {"styled", "x, style", array_styled},
    {"refuse_options", "what", host_refuse},
    {"is_ndarray", "x", host_is_ndarray},
    {"is_run_time", "x", host_is_run_time},
    {"is_scalar", "x", host_is_scalar},
    {0}};

// The names that differ for numpy itself.
static bool host_init(VM *vm, Module *m) {
  dtype_add_names(vm, m, true);
  module_set(vm, m, "ndarray", v_obj(vm->type[T_ndarray]));
  module_set(vm, m, "print_options", v_obj(staging(vm)->print_options));
  return true;
}
const NativeModule native_module_host = {"_cjax.host", functions, host_init};
