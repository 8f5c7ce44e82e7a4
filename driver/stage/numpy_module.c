// numpy_module.c -- the native module _cjax.numpy: what jax.numpy and numpy need from C.
#include "driver/stage/flow.h"
#include "driver/stage/lax.h"
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <math.h>
#include <string.h>

//===-- making arrays -----------------------------------------------------===//

static bool optional_dtype(VM *vm, Value v, const char *function, Dtype *out) {
  *out = DTYPE_COUNT;
  return v_is_none(v) || dtype_argument(vm, v, function, out);
}

// Objects that know how to become arrays.
static bool unwrap_object(VM *vm, Value *v) {
  bool found = false;
  Value x;
  if (v->tag != TAG_OBJ || v_is_staged(*v) || v->o->kind != O_INSTANCE) return true;
  if (!call_special(vm, *v, "__jax_array__", NULL, 0, &x, &found)) return false;
  if (!found && !call_special(vm, *v, "__array__", NULL, 0, &x, &found)) return false;
  if (found) *v = x;
  return true;
}

static bool make_array(VM *vm, Value v, Value dtype, const char *function, Array **out) {
  Dtype d;
  return optional_dtype(vm, dtype, function, &d) && unwrap_object(vm, &v) &&
         array_from_nested(vm, v, d, out);
}

// The same contents in an array of its own: jit may delete one of them (donate_argnums).
static bool copy_array(VM *vm, Value v, Value *out) {
  MlirValue value;
  if (!is_array(v) || AS_ARRAY(v)->numpy) return true;
  if (!trace_use(vm, v, &value)) return false;
  *out = array_new_like(vm, value, AS_ARRAY(v));
  AS_ARRAY(*out)->known = AS_ARRAY(v)->known;
  return true;
}

bool np_array(VM *vm, Value *bound, Value *out) {
  Array *x;
  int64_t ndmin;
  if (!make_array(vm, bound[0], bound[1], "array", &x) || !static_int(vm, bound[4], NULL, &ndmin))
    return false;
  Dims shape = array_dims(x);
  while (shape.n < ndmin)
    shape = dims_prepend(1, shape);
  if (!emit_reshape(vm, x, shape, out)) return false;
  bool same = is_array(bound[0]) && out->o == bound[0].o;
  bool shared = bound[2].tag == TAG_BOOL && !bound[2].i; // copy=False
  return !same || shared || copy_array(vm, *out, out);
}

bool np_asarray(VM *vm, Value *bound, Value *out) {
  Array *x;
  if (!make_array(vm, bound[0], bound[1], "asarray", &x)) return false;
  *out = v_obj(x);
  return true;
}

//===-- promotion ---------------------------------------------------------===//

static bool names_and_arrays(VM *vm, Value *bound, bool inexact, bool ranks, Value *out) {
  const Tuple *t = AS_TUPLE(bound[1]);
  const char *name = text_of(vm, bound[0]);
  Array **xs = ARENA_ARRAY(vm->arena, Array *, t->n + 1);
  Dims shape;
  if (!promote(vm, name, t->n, t->v, inexact, xs)) return false;
  bool same = true;
  for (uint32_t i = 1; i < t->n; i++)
    same = same && xs[i]->rank == xs[0]->rank;
  if (ranks && !same && !broadcast_shapes(vm, name, t->n, xs, &shape)) return false;
  List *l = list_new(vm, t->n);
  for (uint32_t i = 0; i < t->n; i++) {
    if (ranks && !same && xs[i]->rank) {
      Dims mine = array_dims(xs[i]);
      while (mine.n < shape.n)
        mine = dims_prepend(1, mine);
      if (!array_broadcast(vm, xs[i], mine, false, &xs[i])) return false;
    }
    list_append(vm, l, v_obj(xs[i]));
  }
  *out = v_obj(l);
  return true;
}

static bool np_promote_args(VM *vm, Value *b, Value *out) {
  return names_and_arrays(vm, b, false, true, out);
}
static bool np_promote_args_inexact(VM *vm, Value *b, Value *out) {
  return names_and_arrays(vm, b, true, true, out);
}
static bool np_promote_dtypes(VM *vm, Value *b, Value *out) {
  return names_and_arrays(vm, b, false, false, out);
}
static bool np_promote_dtypes_inexact(VM *vm, Value *b, Value *out) {
  return names_and_arrays(vm, b, true, false, out);
}

static bool np_check_arraylike(VM *vm, Value *bound, Value *out) {
  const Tuple *t = AS_TUPLE(bound[1]);
  for (uint32_t i = 0; i < t->n; i++) {
    Value v = t->v[i];
    if (!unwrap_object(vm, &v)) return false;
    if (staging(vm)->host && (v_is(v, O_LIST) || v_is(v, O_TUPLE))) continue;
    if (!is_arraylike(vm, v)) return raise_not_array(vm, text_of(vm, bound[0]), v, i);
  }
  return true;
}

static bool np_is_arraylike(VM *vm, Value *bound, Value *out) {
  *out = v_bool(is_arraylike(vm, bound[0]));
  return true;
}

// A dtype, or the dtype of a value; Python's number types are weak.
static bool dtype_or_value(VM *vm, Value v, DtypeWeak *out) {
  if (value_dtype(vm, v, out)) return true;
  bool python;
  if (!dtype_parse(vm, v, &out->dtype, &python)) return false;
  out->weak = python && out->dtype != DTYPE_BOOL;
  if (!staging(vm)->x64) out->dtype = dtype_canonical(vm, out->dtype);
  return true;
}

static bool join(VM *vm, uint32_t n, const Value *v, DtypeWeak *out) {
  DtypeWeak *ds = ARENA_ARRAY(vm->arena, DtypeWeak, n + 1);
  for (uint32_t i = 0; i < n; i++)
    if (!dtype_or_value(vm, v[i], &ds[i])) return false;
  if (!n) return vm_raise(vm, E_ValueError, "at least one array or dtype is required");
  if (staging(vm)->host) return out->dtype = dtype_promote_numpy(n, ds), out->weak = false, true;
  return dtype_promote(vm, n, ds, out);
}

static bool np_result_type(VM *vm, Value *bound, Value *out) {
  DtypeWeak d;
  if (!join(vm, AS_TUPLE(bound[0])->n, AS_TUPLE(bound[0])->v, &d)) return false;
  *out = dtype_value(vm, d.dtype);
  return true;
}

// Computed in 64 bits.
static bool np_promote_types(VM *vm, Value *bound, Value *out) {
  Staging *s = staging(vm);
  bool outer = s->x64;
  DtypeWeak d;
  s->x64 = true;
  bool ok = join(vm, 2, bound, &d);
  s->x64 = outer;
  if (!ok) return false;
  // What neither argument is, JAX narrows; a Python type stays wide.
  DtypeWeak given[2];
  for (int i = 0; i < 2; i++)
    if (!dtype_or_value(vm, bound[i], &given[i])) return false;
  if (!d.weak && d.dtype != given[0].dtype && d.dtype != given[1].dtype &&
      !dtype_is_inexact(d.dtype))
    d.dtype = dtype_canonical(vm, d.dtype);
  *out = dtype_value(vm, d.dtype);
  return true;
}

// A type of Python's is the wide one, as in NumPy.
static Dtype wide_dtype(DtypeWeak d) {
  if (!d.weak || d.dtype == DTYPE_BOOL) return d.dtype;
  return dtype_is_complex(d.dtype) ? DTYPE_C128 : dtype_is_int(d.dtype) ? DTYPE_I64 : DTYPE_F64;
}

static int cast_kind(Dtype d) {
  if (d == DTYPE_BOOL) return 0;
  if (dtype_is_int(d)) return dtype_is_unsigned(d) ? 1 : 2;
  return dtype_is_complex(d) ? 4 : 3;
}

static bool np_can_cast(VM *vm, Value *bound, Value *out) {
  DtypeWeak d[2];
  if (value_is_number(bound[0]))
    return vm_raise(vm, E_TypeError,
                    "can_cast() does not support Python ints, floats, and complex because the "
                    "result used to depend on the value.");
  for (int i = 0; i < 2; i++) {
    if (!dtype_or_value(vm, bound[i], &d[i])) return false;
    d[i] = (DtypeWeak){.dtype = wide_dtype(d[i])};
  }
  const char *casting = v_is(bound[2], O_STR) ? AS_STR(bound[2])->text : "";
  Dtype from = d[0].dtype, to = d[1].dtype;
  bool safe = dtype_promote_numpy(2, d) == to;
  if (!strcmp(casting, "no") || !strcmp(casting, "equiv")) return *out = v_bool(from == to), true;
  if (!strcmp(casting, "safe")) return *out = v_bool(safe), true;
  if (!strcmp(casting, "same_kind"))
    return *out = v_bool(safe || cast_kind(from) <= cast_kind(to)), true;
  if (!strcmp(casting, "unsafe")) return *out = v_bool(true), true;
  return vm_raise(vm, E_ValueError,
                  "casting must be one of 'no', 'equiv', 'safe', 'same_kind', 'unsafe' (got "
                  "'%s')",
                  casting);
}

static bool np_canonicalize_dtype(VM *vm, Value *bound, Value *out) {
  Dtype d = dtype_default_float(vm);
  if (!v_is_none(bound[0]) && !dtype_argument(vm, bound[0], NULL, &d)) return false;
  *out = dtype_value(vm, d);
  return true;
}

static bool np_astype(VM *vm, Value *bound, Value *out) {
  Array *x;
  Dtype d = dtype_default_float(vm);
  if (!array_of(vm, bound[0], &x)) return false;
  if (!v_is_none(bound[1]) && !dtype_argument(vm, bound[1], "astype", &d)) return false;
  if (dtype_is_complex(x->dtype) && !dtype_is_complex(d) && d != DTYPE_BOOL &&
      !vm_warn(vm, "DeprecationWarning",
               "Casting from complex to real dtypes will soon raise a ValueError. Please first use "
               "jnp.real or jnp.imag to take the real/imaginary component of your input."))
    return false;
  bool weak;
  if (!truth(vm, bound[2], &weak) || !array_convert(vm, x, d, weak, &x)) return false;
  *out = v_obj(x);
  return true;
}

//===-- shapes ------------------------------------------------------------===//

static bool arraylike(VM *vm, Value v, Array **x) {
  *x = NULL;
  if (is_array(v)) return *x = AS_ARRAY(v), true;
  if (is_arraylike(vm, v)) return true;
  Value shape;
  if (!find_attr(vm, v, str_name(vm, "shape"), &shape)) return false;
  if (!v_is_empty(shape)) return true;
  return array_from_nested(vm, v, DTYPE_COUNT, x);
}

static bool shape_of(VM *vm, Value v, Dims *out) {
  Array *x;
  Value shape;
  *out = (Dims){0};
  if (!arraylike(vm, v, &x)) return false;
  if (x) return *out = array_dims(x), true;
  if (is_arraylike(vm, v)) return true;
  return get_attr_c(vm, v, "shape", &shape) && parse_shape(vm, shape, out);
}

static bool np_shape(VM *vm, Value *bound, Value *out) {
  Dims d;
  if (!shape_of(vm, bound[0], &d)) return false;
  *out = dims_value(vm, d);
  return true;
}
static bool np_ndim(VM *vm, Value *bound, Value *out) {
  Dims d;
  if (!shape_of(vm, bound[0], &d)) return false;
  *out = v_int(d.n);
  return true;
}
static bool np_size(VM *vm, Value *bound, Value *out) {
  Dims d;
  if (!shape_of(vm, bound[0], &d)) return false;
  *out = v_int(dims_product(d));
  return true;
}

static bool np_canonicalize_shape(VM *vm, Value *bound, Value *out) {
  Dims d;
  if (!parse_shape(vm, bound[0], &d)) return false;
  *out = dims_value(vm, d);
  return true;
}

// The new sizes of a reshape, with -1 found.
static bool np_reshape_sizes(VM *vm, Value *bound, Value *out) {
  Dims old, sizes;
  bool sequence = v_is(bound[1], O_TUPLE) || v_is(bound[1], O_LIST);
  Value list = sequence ? bound[1] : v_obj(tuple_from(vm, &bound[1], 1));
  if (!shape_of(vm, bound[0], &old) || !parse_dims(vm, list, "shape", &sizes)) return false;
  int64_t known = 1, size = dims_product(old), unknown = -1;
  for (int i = 0; i < sizes.n; i++) {
    if (sizes.d[i] != -1)
      known *= sizes.d[i];
    else if (unknown < 0)
      unknown = i;
    else
      return vm_raise(vm, E_TypeError,
                      "can only specify one unknown axis size with a `-1` value, got %s",
                      dims_text(sizes));
  }
  const char *given = sequence ? dims_text(sizes) : text_of(vm, bound[1]);
  if (unknown >= 0) {
    if (!known || size % known)
      return vm_raise(
          vm, E_TypeError,
          "cannot reshape array of shape %s (size %lld) into shape %s because the product "
          "of specified axis sizes (%lld) does not evenly divide %lld",
          dims_text(old), (long long)size, given, (long long)known, (long long)size);
    sizes.d[unknown] = size / known;
  } else if (known != size)
    return vm_raise(vm, E_TypeError,
                    "cannot reshape array of shape %s (size %lld) into shape %s (size %lld)",
                    dims_text(old), (long long)size, given, (long long)known);
  *out = dims_value(vm, sizes);
  return true;
}

//===-- values needed while compiling -------------------------------------===//

// A Python number, or a constant array.
static bool np_concrete(VM *vm, Value *bound, Value *out) {
  Value v = bound[0];
  if (!v_is_staged(v)) return *out = v, true;
  const char *context = v_is(bound[1], O_STR) ? AS_STR(bound[1])->text : NULL;
  if (!is_array(v) || !AS_ARRAY(v)->rank) return static_value(vm, v, context, out);
  const void *data;
  bool found;
  const Array *x = AS_ARRAY(v);
  if (!static_data_needed(vm, v, &data, &found)) return false;
  if (!found) return raise_concretization(vm, v, context);
  Dims shape = array_dims(x);
  size_t bytes = (size_t)dims_product(shape) * (size_t)dtype_size(x->dtype);
  Value copy = array_constant(vm, x->dtype, x->weak, shape, data, bytes);
  *out = array_new_like(vm, AS_ARRAY(copy)->value, x);
  return true;
}

static bool np_concrete_unless(VM *vm, Value *bound, Value *out) {
  bool skip;
  if (!truth(vm, bound[1], &skip)) return false;
  if (skip) return *out = bound[0], true;
  Value args[] = {bound[0], bound[2]};
  return np_concrete(vm, args, out);
}

static bool np_concrete_axis(VM *vm, Value *bound, Value *out) {
  *out = bound[0];
  if (!is_array(bound[1])) return true;
  Value known;
  return static_value(vm, bound[1], "The axis argument must be known statically.", &known);
}

// The integer that x is, a Python number or an array of rank 0 that is known; else None.
static bool np_known_integer(VM *vm, Value *bound, Value *out) {
  *out = V_NONE;
  if (bound[0].tag == TAG_INT) return *out = bound[0], true;
  if (!is_array(bound[0])) return true;
  const Array *x = AS_ARRAY(bound[0]);
  const void *data;
  bool found;
  if (x->rank || !dtype_is_int(x->dtype)) return true;
  if (!static_data(vm, bound[0], &data, &found)) return false;
  if (found) *out = data_value(vm, x->dtype, (Dims){0}, data);
  return true;
}

static bool np_is_static_true(VM *vm, Value *bound, Value *out) {
  *out = v_bool(bound[0].tag == TAG_BOOL && bound[0].b);
  if (!is_array(bound[0]) || AS_ARRAY(bound[0])->rank) return true;
  const char *data;
  bool found;
  if (!static_data(vm, bound[0], (const void **)&data, &found)) return false;
  *out = v_bool(found && *data);
  return true;
}

static bool np_nextafter(VM *vm, Value *bound, Value *out) {
  double x, y;
  Dtype d;
  if (!value_float(vm, bound[0], &x) || !value_float(vm, bound[1], &y) ||
      !dtype_argument(vm, bound[2], NULL, &d))
    return false;
  // The neighbour in dtype d: step the double until rounding changes it.
  if (d == DTYPE_F64) return *out = v_float(nextafter(x, y)), true;
  if (d == DTYPE_F32) return *out = v_float(nextafterf((float)x, (float)y)), true;
  unsigned char bits[16] = {0};
  uint16_t u;
  scalar_store(d, bits, scalar_of_float(d, x));
  memcpy(&u, bits, sizeof u);
  u = (uint16_t)(u + ((y > x) == (x > 0) ? 1 : -1));
  memcpy(bits, &u, sizeof u);
  *out = v_float(scalar_to_float(d, scalar_load(d, bits)));
  return true;
}

static Scalar int_limit(Dtype d, bool max) {
  int bits = dtype_bits(d);
  if (dtype_is_unsigned(d)) return (Scalar){.i = max ? (int64_t)(UINT64_MAX >> (64 - bits)) : 0};
  int64_t top = (int64_t)(UINT64_MAX >> (65 - bits));
  return (Scalar){.i = max ? top : -top - 1};
}

// Whether x exceeds a limit that its dtype can exceed; None when it cannot.
static bool np_greater_than_max(VM *vm, Value *bound, Value *out) {
  Array *x;
  int64_t limit;
  if (!array_of(vm, bound[0], &x) || !value_index(vm, bound[1], &limit)) return false;
  if (!dtype_is_int(x->dtype) || int_limit(x->dtype, true).i <= limit) return true;
  return array_compare(vm, COMPARE_GT, v_obj(x), bound[1], out);
}

static bool np_clip_to(VM *vm, Value *bound, Value *out) {
  Array *x, *xs[3];
  Dtype d;
  if (!array_of(vm, bound[0], &x) || !dtype_argument(vm, bound[1], NULL, &d)) return false;
  if (dtype_is_int(x->dtype) && (dtype_size(x->dtype) > dtype_size(d) ||
                                 (dtype_is_signed(x->dtype) && dtype_is_unsigned(d)))) {
    Scalar lo = int_limit(d, false), hi = int_limit(d, true), top = int_limit(x->dtype, true);
    if (dtype_is_signed(x->dtype) && hi.i > top.i) hi = top;
    xs[0] = AS_ARRAY(array_scalar_int(vm, x->dtype, false, lo.i));
    xs[1] = x;
    xs[2] = AS_ARRAY(array_scalar_int(vm, x->dtype, false, hi.i));
    Value v;
    for (int i = 0; i < 3; i += 2)
      if (!array_broadcast(vm, xs[i], array_dims(x), true, &xs[i])) return false;
    if (!array_emit(vm, &(ArrayOp){.kind = OP_CLAMP, .dtype = x->dtype, .shape = array_dims(x)}, 3,
                    xs, &v))
      return false;
    x = AS_ARRAY(v);
  }
  if (!array_convert(vm, x, d, false, &x)) return false;
  *out = v_obj(x);
  return true;
}

static bool np_x64(VM *vm, Value *bound, Value *out) {
  *out = v_bool(staging(vm)->x64 || staging(vm)->host);
  return true;
}
static bool np_host(VM *vm, Value *bound, Value *out) {
  *out = v_bool(staging(vm)->host);
  return true;
}
static bool np_set_x64(VM *vm, Value *bound, Value *out) {
  return truth(vm, bound[0], &staging(vm)->x64);
}
// restack(list): the array whose rows its items are, or None
static bool np_restack(VM *vm, Value *bound, Value *out) {
  const Value *items = v_is(bound[0], O_LIST) ? AS_LIST(bound[0])->v : NULL;
  if (!items) return true;
  if (!array_restack(vm, AS_LIST(bound[0])->n, items, out)) return false;
  if (v_is_empty(*out)) *out = V_NONE;
  return true;
}

static const NativeDef functions[] = {
    {"restack", "items, /", np_restack},
    {"array",
     "object, dtype=None, copy=True, order='K', ndmin=0, *, device=None, out_sharding=None",
     np_array},
    {"asarray", "a, dtype=None, order=None, *, copy=None, device=None, out_sharding=None",
     np_asarray},
    {"promote_args", "name, /, *xs", np_promote_args},
    {"promote_args_inexact", "name, /, *xs", np_promote_args_inexact},
    {"promote_dtypes", "name, /, *xs", np_promote_dtypes},
    {"promote_dtypes_inexact", "name, /, *xs", np_promote_dtypes_inexact},
    {"check_arraylike", "name, /, *xs", np_check_arraylike},
    {"is_arraylike", "x, /", np_is_arraylike},
    {"result_type", "*args", np_result_type},
    {"promote_types", "a, b", np_promote_types},
    {"can_cast", "from_, to, casting='safe'", np_can_cast},
    {"canonicalize_dtype", "dtype=None", np_canonicalize_dtype},
    {"astype", "x, dtype, weak=False", np_astype},
    {"shape", "a", np_shape},
    {"ndim", "a", np_ndim},
    {"size", "a", np_size},
    {"canonicalize_shape", "shape", np_canonicalize_shape},
    {"reshape_sizes", "a, shape", np_reshape_sizes},
    {"concrete", "x, message=None", np_concrete},
    {"concrete_unless", "x, skip, message=None", np_concrete_unless},
    {"concrete_axis", "x, axis", np_concrete_axis},
    {"known_integer", "x", np_known_integer},
    {"is_static_true", "x", np_is_static_true},
    {"nextafter", "x, y, dtype", np_nextafter},
    {"greater_than_max", "x, limit", np_greater_than_max},
    {"clip_to", "x, dtype", np_clip_to},
    {"x64", "", np_x64},
    {"host", "", np_host},
    {"set_x64", "on", np_set_x64},
    {0}};

static bool numpy_init(VM *vm, Module *m) {
  Staging *s = staging(vm);
  dtype_add_names(vm, m, false);
  module_set(vm, m, "Array", v_obj(vm->type[T_Array]));
  module_set(vm, m, "ndarray", v_obj(vm->type[T_Array]));
  module_set(vm, m, "Slice", v_obj(s->ds_class));
  return dtype_info_classes(vm, m);
}
const NativeModule native_module_numpy = {"_cjax.numpy", functions, numpy_init};

static const NativeDef no_functions[] = {{0}};

static bool lax_init(VM *vm, Module *m) {
  lax_init_elementwise(vm, m);
  lax_init_shape(vm, m);
  lax_init_slice(vm, m);
  lax_init_reduce(vm, m);
  return true;
}
const NativeModule native_module_lax = {"_cjax.lax", no_functions, lax_init};
