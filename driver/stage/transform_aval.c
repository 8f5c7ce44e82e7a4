// transform_aval.c -- avals as Python objects, and lists of them.
#include "driver/stage/transform.h"

#include <string.h>

static TransformState the_state;
TransformState *transform_state(void) { return &the_state; }

//===-- lists ------------------------------------------------------------------------===//

bool values_of(VM *vm, Value sequence, Values *out) {
  Tuple *t;
  if (!value_tuple(vm, sequence, &t)) return false;
  out->n = t->n;
  out->v = ARENA_ARRAY(vm->arena, Value, t->n + 1);
  if (t->n) memcpy(out->v, t->v, t->n * sizeof(Value));
  return true;
}

bool ints_of(VM *vm, Value sequence, uint32_t *n, int64_t **out) {
  Values xs;
  if (!values_of(vm, sequence, &xs)) return false;
  *n = xs.n;
  *out = ARENA_ARRAY(vm->arena, int64_t, xs.n + 1);
  for (uint32_t i = 0; i < xs.n; i++)
    if (!value_index(vm, xs.v[i], &(*out)[i])) return false;
  return true;
}

bool avals_of(VM *vm, Value sequence, uint32_t *n, Aval **out) {
  Values xs;
  if (!values_of(vm, sequence, &xs)) return false;
  *n = xs.n;
  *out = ARENA_ARRAY(vm->arena, Aval, xs.n + 1);
  for (uint32_t i = 0; i < xs.n; i++) {
    const Aval *a = aval_of(xs.v[i]);
    if (!a) return vm_raise(vm, E_TypeError, "an aval is needed, not %s", type_name(vm, xs.v[i]));
    (*out)[i] = *a;
  }
  return true;
}

Value list_from(VM *vm, uint32_t n, const Value *v) {
  List *l = list_new(vm, n);
  for (uint32_t i = 0; i < n; i++)
    list_append(vm, l, v[i]);
  return v_obj(l);
}

//===-- objects ------------------------------------------------------------------------===//

const Aval *aval_of(Value v) {
  return v_is(v, O_HOST) && v.o->cls == the_state.aval_class ? ((Host *)v.o)->data : NULL;
}

Value aval_object(VM *vm, const Aval *a) {
  const char *text = aval_text(vm, a, true);
  Str *key = str_name(vm, arena_printf(vm->arena, "%s%s", text, a->numpy ? " numpy" : ""));
  Value old = dict_get_str(the_state.avals, key);
  if (!v_is_empty(old)) return old;
  Aval *copy = ARENA_NEW(vm->arena, Aval);
  *copy = *a;
  copy->shape = shape_keep(vm, a->rank, a->shape);
  Host *h = HEAP_NEW(vm, the_state.aval_class, O_HOST, Host);
  h->data = copy;
  for (int i = 0; i < 4; i++)
    h->slot[i] = V_EMPTY;
  dict_set_str(vm, the_state.avals, key, v_obj(h));
  return v_obj(h);
}

static bool aval_shape(VM *vm, Value self, Value *out) {
  const Aval *a = aval_of(self);
  *out = dims_value(vm, dims_of((int)a->rank, a->shape));
  return true;
}
static bool aval_dtype(VM *vm, Value self, Value *out) {
  *out = dtype_value(vm, aval_of(self)->dtype);
  return true;
}
static bool aval_weak(VM *vm, Value self, Value *out) {
  *out = v_bool(aval_of(self)->weak);
  return true;
}
static bool aval_ndim(VM *vm, Value self, Value *out) {
  *out = v_int(aval_of(self)->rank);
  return true;
}
static bool aval_count(VM *vm, Value self, Value *out) {
  *out = v_int(aval_size(aval_of(self)));
  return true;
}
static bool aval_str(VM *vm, Value *bound, Value *out) {
  *out = v_str(vm, aval_text(vm, aval_of(bound[0]), true));
  return true;
}
static bool aval_str_short(VM *vm, Value *bound, Value *out) {
  *out = v_str(vm, aval_text(vm, aval_of(bound[0]), false));
  return true;
}
static bool aval_repr(VM *vm, Value *bound, Value *out) {
  const Aval *a = aval_of(bound[0]);
  *out =
      v_strf(vm, "ShapedArray(%s%s)", aval_text(vm, a, false), a->weak ? ", weak_type=True" : "");
  return true;
}
static bool aval_strip(VM *vm, Value *bound, Value *out) {
  Aval a = *aval_of(bound[0]);
  a.weak = false;
  *out = aval_object(vm, &a);
  return true;
}

// Of one device: no axis is split.
static bool aval_sharding(VM *vm, Value self, Value *out) {
  Value make, rank = v_int(aval_of(self)->rank);
  return import_attr(vm, "jax.sharding", "aval_sharding", &make) &&
         vm_call(vm, make, &rank, 1, NULL, out);
}

static bool make_aval(VM *vm, const Value *what, Value *out) {
  Dims d;
  Dtype dtype;
  bool python, weak;
  if (!parse_shape(vm, what[0], &d) || !dtype_parse(vm, what[1], &dtype, &python) ||
      !truth(vm, what[2], &weak))
    return false;
  Aval a = {.dtype = dtype_canonical(vm, dtype), .weak = weak, .rank = (uint32_t)d.n};
  a.shape = shape_keep(vm, a.rank, d.d);
  *out = aval_object(vm, &a);
  return true;
}

// ShapedArray(shape, dtype, weak_type); placements say nothing where there is one device.
static bool aval_create(VM *vm, Value *bound, Value *out) { return make_aval(vm, bound + 1, out); }

// update(shape=, dtype=, weak_type=): the same but for these
static bool aval_update(VM *vm, Value *bound, Value *out) {
  const Aval *a = aval_of(bound[0]);
  Value what[] = {bound[1], bound[2], bound[3]};
  if (v_is_empty(what[0])) what[0] = dims_value(vm, dims_of((int)a->rank, a->shape));
  if (v_is_empty(what[1])) what[1] = dtype_value(vm, a->dtype);
  if (v_is_empty(what[2])) what[2] = v_bool(a->weak);
  return make_aval(vm, what, out);
}

#define PLACEMENT "*, sharding=None, vma=None, memory_space=None"
static const NativeDef aval_methods[] = {{"__new__",
                                          "cls, shape, dtype, weak_type=False, " PLACEMENT,
                                          aval_create, NATIVE_STATIC},
                                         {"update", "self, shape=?, dtype=?, weak_type=?, "
                                          PLACEMENT, aval_update},
                                         {"__repr__", "self, /", aval_repr},
                                         {"__str__", "self, /", aval_str},
                                         {"str_short", "self, /", aval_str_short},
                                         {"strip_weak_type", "self, /", aval_strip},
                                         {0}};
static const NativeProp aval_props[] = {{"shape", aval_shape, NULL},    {"dtype", aval_dtype, NULL},
                                        {"weak_type", aval_weak, NULL}, {"ndim", aval_ndim, NULL},
                                        {"size", aval_count, NULL},
                                        {"sharding", aval_sharding, NULL},
                                        {0}};
static const NativeClass aval_class = {"ShapedArray", "jax._src.core",
                                       O_HOST,        "Shape, dtype and weak mark of an array.",
                                       aval_methods,  aval_props};

bool transform_aval_init(VM *vm) {
  the_state.aval_class = native_class_create(vm, &aval_class, NULL);
  the_state.avals = dict_new(vm);
  the_state.avals->head.born = UINT32_MAX; // additions are never undone
  return true;
}

//===-- functions ----------------------------------------------------------------------===//

// The aval with which v is staged: of a jax array; null when it is no array or number.
static bool leaf_aval(VM *vm, Value v, Aval *out) {
  static const int64_t none[1] = {0};
  DtypeWeak d;
  if (!value_dtype(vm, v, &d)) return false;
  *out = (Aval){.dtype = d.dtype, .weak = d.weak && d.dtype != DTYPE_BOOL, .shape = none};
  if (!is_array(v)) return true;
  out->rank = AS_ARRAY(v)->rank;
  out->shape = AS_ARRAY(v)->shape;
  return true;
}

// aval(x) -> ShapedArray or None
static bool fn_aval(VM *vm, Value *bound, Value *out) {
  Aval a;
  if (aval_of(bound[0]))
    *out = bound[0];
  else
    *out = leaf_aval(vm, bound[0], &a) ? aval_object(vm, &a) : V_NONE;
  return true;
}

// make_aval(shape, dtype, weak) -> ShapedArray
static bool fn_make_aval(VM *vm, Value *bound, Value *out) { return make_aval(vm, bound, out); }

static bool check_range(VM *vm, Value v, const char *path) {
  bool big = v_is(v, O_BIGINT);
  if (!big && (v.tag != TAG_INT || staging(vm)->x64)) return true;
  if (!big && v.i >= INT32_MIN && v.i <= INT32_MAX) return true;
  return vm_raise(vm, E_OverflowError,
                  "An overflow was encountered while parsing an argument to a jitted computation, "
                  "whose argument path is %s. Got <class 'int'> with value %s",
                  path, text_of(vm, v));
}

bool leaf_array(VM *vm, Value v, const char *path, Value *out) {
  Array *x;
  if (path && !check_range(vm, v, path)) return false;
  if (!array_of(vm, v, &x)) return false;
  *out = v_obj(x);
  return true;
}

// array(x, path=None): as an argument of a staged function
static bool fn_array(VM *vm, Value *bound, Value *out) {
  return leaf_array(vm, bound[0], v_is(bound[1], O_STR) ? AS_STR(bound[1])->text : NULL, out);
}

// convert(x, aval): x with the dtype and weak mark of aval
static bool fn_convert(VM *vm, Value *bound, Value *out) {
  const Aval *a = aval_of(bound[1]);
  Array *x;
  if (!array_of_dtype(vm, bound[0], a->dtype, a->weak, &x)) return false;
  *out = v_obj(x);
  return true;
}

// zeros(aval): as one constant, so that engines see that it is zero
static bool fn_zeros(VM *vm, Value *bound, Value *out) {
  const Aval *a = aval_of(bound[0]);
  stage_locate(vm);
  *out = array_new(vm, op_zeros(vm->build, aval_type(vm, a)), a->dtype, a->weak);
  return true;
}

// tracer(x): x as an array of the region being staged
static bool fn_tracer(VM *vm, Value *bound, Value *out) {
  MlirValue v;
  const Array *x = AS_ARRAY(bound[0]);
  if (!trace_use(vm, bound[0], &v)) return false;
  *out = array_new(vm, v, x->dtype, x->weak);
  return true;
}

// promote(avals) -> (dtype, weak) of their join
static bool fn_promote(VM *vm, Value *bound, Value *out) {
  uint32_t n;
  Aval *avals;
  if (!avals_of(vm, bound[0], &n, &avals)) return false;
  DtypeWeak *xs = ARENA_ARRAY(vm->arena, DtypeWeak, n + 1), r;
  for (uint32_t i = 0; i < n; i++)
    xs[i] = (DtypeWeak){avals[i].dtype, avals[i].weak};
  if (!dtype_promote(vm, n, xs, &r)) return false;
  Value pair[2] = {dtype_value(vm, r.dtype), v_bool(r.weak)};
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

// x64() -> whether 64-bit types are enabled
static bool fn_x64(VM *vm, Value *bound, Value *out) {
  *out = v_bool(staging(vm)->x64);
  return true;
}

static bool fn_set_x64(VM *vm, Value *bound, Value *out) {
  staging(vm)->x64 = bound[0].b;
  return true;
}

static bool fn_set_strict_promotion(VM *vm, Value *bound, Value *out) {
  staging(vm)->strict = bound[0].b;
  return true;
}

// is_staged(x): an array or a run-time number
static bool fn_is_staged(VM *vm, Value *bound, Value *out) {
  *out = v_bool(is_array(bound[0]) || is_run_scalar(bound[0]));
  return true;
}

// delete(x): uses of the array are errors from here on.  What a speculative piece of program finds
// stays as it is: it may not be what happens.
static bool fn_delete(VM *vm, Value *bound, Value *out) {
  if (is_array(bound[0]) && !LOG_OLD(vm, bound[0].o)) AS_ARRAY(bound[0])->deleted = true;
  *out = V_NONE;
  return true;
}

static bool fn_is_deleted(VM *vm, Value *bound, Value *out) {
  *out = v_bool(is_array(bound[0]) && AS_ARRAY(bound[0])->deleted);
  return true;
}

// is_concrete(x): Python may ask for its contents
static bool fn_is_concrete(VM *vm, Value *bound, Value *out) {
  *out = v_bool(!is_array(bound[0]) || trace_is_concrete(AS_ARRAY(bound[0])->owner));
  return true;
}

const NativeDef transform_aval_functions[] = {{"aval", "x, /", fn_aval},
                                              {"make_aval", "shape, dtype, weak, /", fn_make_aval},
                                              {"array", "x, path=None, /", fn_array},
                                              {"convert", "x, aval, /", fn_convert},
                                              {"zeros", "aval, /", fn_zeros},
                                              {"tracer", "x, /", fn_tracer},
                                              {"promote", "avals, /", fn_promote},
                                              {"x64", "", fn_x64},
                                              {"set_x64", "value, /", fn_set_x64},
                                              {"set_strict_promotion", "value, /",
                                               fn_set_strict_promotion},
                                              {"is_staged", "x, /", fn_is_staged},
                                              {"is_concrete", "x, /", fn_is_concrete},
                                              {"delete", "x, /", fn_delete},
                                              {"is_deleted", "x, /", fn_is_deleted},
                                              {0}};
