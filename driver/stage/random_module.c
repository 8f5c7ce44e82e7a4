// random_module.c -- the native module _cjax.random: threefry keys, typed (key<fry>) and raw
// (uint32[..., 2]).
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

//===-- keys --------------------------------------------------------------===//

static bool is_typed(const Array *x) { return x->dtype == DTYPE_KEY; }

// The SSA value is the same; only the evaluator's view of it differs.
static Value retype(VM *vm, const Array *x, Dtype d, MlirValue v) {
  return array_new(vm, v, d, false);
}

static bool raise_key(VM *vm, const char *fmt, const char *what) {
  const char *detail = arena_printf(vm->arena, fmt, what);
  return vm_raise(vm, E_TypeError, "JAX encountered invalid PRNG key data: expected %s", detail);
}

static bool check_raw(VM *vm, Value v) {
  if (!is_array(v)) {
    if (v_is(v, O_TUPLE) || v_is(v, O_LIST) || v_is_none(v))
      return vm_raise(vm, E_TypeError, "unexpected PRNG key type <class '%s'>", type_name(vm, v));
    return raise_key(vm, "key_data to have ndim, shape, and dtype attributes. Got %s",
                     text_of(vm, v));
  }
  const Array *x = AS_ARRAY(v);
  if (is_typed(x)) return true;
  if (!x->rank) return raise_key(vm, "%s", "key_data.ndim >= 1; got ndim=0");
  if (x->shape[x->rank - 1] != 2) {
    return vm_raise(
        vm, E_TypeError,
        "JAX encountered invalid PRNG key data: expected key_data.shape to end with (2,); got "
        "shape=%s for impl=PRNGImpl(key_shape=(2,), seed=<function threefry_seed at 0x10>, "
        "split=<function threefry_split at 0x20>, random_bits=<function threefry_random_bits at "
        "0x30>, fold_in=<function threefry_fold_in at 0x40>, name='threefry2x32', tag='fry')",
        dims_text(array_dims(x)));
  }
  if (x->dtype != DTYPE_U32)
    return raise_key(vm, "key_data.dtype = uint32; got dtype=%s", dtype_name(x->dtype));
  return true;
}

static Dims key_shape(const Array *x) {
  Dims d = array_dims(x);
  if (!is_typed(x)) d.n--;
  return d;
}

// A single key, for a sampler.
static bool random_check(VM *vm, Value *bound, Value *out) {
  if (!check_raw(vm, bound[1])) return false;
  const Array *x = AS_ARRAY(bound[1]);
  if (key_shape(x).n)
    return vm_raise(
        vm, E_ValueError,
        "%s accepts a single key, but was given a key array of shape %s != (). Use jax.vmap "
        "for batching.",
        text_of(vm, bound[0]), dims_text(array_dims(x)));
  *out = bound[1];
  return true;
}

static bool seed_array(VM *vm, Value v, Array **out) {
  Value plain = value_unwrap(v);
  if (plain.tag == TAG_INT) {
    // The low 32 bits count, or all 64 in 64-bit mode.
    bool wide = staging(vm)->x64;
    *out = AS_ARRAY(array_scalar_int(vm, wide ? DTYPE_I64 : DTYPE_U32, false,
                                     wide ? plain.i : (int64_t)(uint32_t)plain.i));
    return true;
  }
  if (v_is(plain, O_BIGINT))
    return vm_raise(vm, E_OverflowError, "Python int too large to convert to C long");
  if (v_is(v, O_STR))
    return vm_raise(vm, E_TypeError,
                    "Value '%s' with dtype <U%u is not a valid JAX array type. Only arrays of "
                    "numeric types are supported by JAX.",
                    AS_STR(v)->text, AS_STR(v)->length);
  if (v_is_none(v)) return vm_raise(vm, E_ValueError, "None is not a valid value for jnp.array");
  if (!is_arraylike(vm, v))
    return vm_raise(vm, E_TypeError, "PRNG key seed must be an integer; got %s", text_of(vm, v));
  if (!array_of(vm, v, out)) return false;
  if (dtype_is_int((*out)->dtype)) return true;
  return vm_raise(vm, E_TypeError, "PRNG key seed must be an integer; got JitTracer(%s%s)",
                  plain.tag == TAG_FLOAT ? "~" : "", array_text(vm, *out));
}

static bool make_key(VM *vm, Value seed, Dtype d, Value *out) {
  Array *x;
  MlirValue v;
  if (!seed_array(vm, seed, &x)) return false;
  if (x->rank)
    return vm_raise(vm, E_TypeError,
                    "%s accepts a scalar seed, but was given an array of shape %s != (). Use "
                    "jax.vmap for batching",
                    d == DTYPE_KEY ? "key" : "PRNGKey", dims_text(array_dims(x)));
  if (!trace_use(vm, v_obj(x), &v)) return false;
  MlirType type = array_type(vm, DTYPE_KEY, array_dims(x));
  MlirOperation op = stage_op(vm, OP_RANDOM_SEED, 1, &v, (MlirAttribute){0}, 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new(vm, op_result(op, 0), d, false);
  return true;
}

static bool random_key(VM *vm, Value *bound, Value *out) {
  return make_key(vm, bound[0], DTYPE_KEY, out);
}
static bool random_PRNGKey(VM *vm, Value *bound, Value *out) {
  return make_key(vm, bound[0], DTYPE_U32, out);
}

static bool change_type(VM *vm, Value v, Dtype d, Value *out) {
  MlirValue x;
  if (!check_raw(vm, v) || !trace_use(vm, v, &x)) return false;
  *out = AS_ARRAY(v)->dtype == d ? v : retype(vm, AS_ARRAY(v), d, x);
  return true;
}
static bool random_key_data(VM *vm, Value *bound, Value *out) {
  return change_type(vm, bound[0], DTYPE_U32, out);
}
static bool random_wrap_key_data(VM *vm, Value *bound, Value *out) {
  return change_type(vm, bound[0], DTYPE_KEY, out);
}
static bool random_key_impl(VM *vm, Value *bound, Value *out) {
  *out = v_str(vm, "threefry2x32");
  return check_raw(vm, bound[0]);
}

//===-- drawing -----------------------------------------------------------===//

static MlirAttribute shape_attr(VM *vm, Dims shape) {
  return attrs_make(vm->context, 1, "shape", attr_of_dims(vm->context, shape));
}

static Dims joined(Dims a, Dims b) {
  for (int i = 0; i < b.n; i++)
    a = dims_append(a, b.d[i]);
  return a;
}

static bool random_split(VM *vm, Value *bound, Value *out) {
  Dims shape;
  MlirValue v;
  if (!check_raw(vm, bound[0]) || !parse_shape(vm, bound[1], &shape) ||
      !trace_use(vm, bound[0], &v))
    return false;
  const Array *x = AS_ARRAY(bound[0]);
  MlirType type = array_type(vm, DTYPE_KEY, joined(key_shape(x), shape));
  MlirOperation op = stage_op(vm, OP_RANDOM_SPLIT, 1, &v, shape_attr(vm, shape), 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new(vm, op_result(op, 0), x->dtype, false);
  return true;
}

static bool fold_data(VM *vm, Value v, Array **out) {
  Value plain = value_unwrap(v);
  if (plain.tag == TAG_INT && (plain.i < 0 || plain.i > UINT32_MAX))
    return vm_raise(vm, E_OverflowError, "Python integer %lld out of bounds for uint32",
                    (long long)plain.i);
  if (plain.tag == TAG_INT)
    return *out = AS_ARRAY(array_scalar_int(vm, DTYPE_U32, false, plain.i)), true;
  if (v_is(v, O_STR))
    return vm_raise(vm, E_ValueError, "invalid literal for int() with base 10: '%s'",
                    AS_STR(v)->text);
  if (!is_arraylike(vm, v))
    return vm_raise(vm, E_TypeError, "fold_in accepts a scalar, got %s", text_of(vm, v));
  if (!array_of(vm, v, out)) return false;
  if ((*out)->rank)
    return vm_raise(vm, E_TypeError,
                    "fold_in accepts a scalar, but was given an array ofshape %s != (). Use "
                    "jax.vmap for batching.",
                    dims_text(array_dims(*out)));
  return array_convert(vm, *out, DTYPE_U32, false, out);
}

static bool random_fold_in(VM *vm, Value *bound, Value *out) {
  Array *data;
  MlirValue in[2];
  if (!check_raw(vm, bound[0]) || !fold_data(vm, bound[1], &data) ||
      !trace_use(vm, bound[0], &in[0]) || !trace_use(vm, v_obj(data), &in[1]))
    return false;
  MlirType type = mlirValueGetType(in[0]);
  MlirOperation op = stage_op(vm, OP_RANDOM_FOLD_IN, 2, in, (MlirAttribute){0}, 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new(vm, op_result(op, 0), AS_ARRAY(bound[0])->dtype, false);
  return true;
}

static bool random_bits(VM *vm, Value *bound, Value *out) {
  Dims shape;
  int64_t width;
  MlirValue v;
  if (!check_raw(vm, bound[0]) || !value_index(vm, bound[1], &width) ||
      !parse_shape(vm, bound[2], &shape) || !trace_use(vm, bound[0], &v))
    return false;
  Dtype d = width == 8 ? DTYPE_U8 : width == 16 ? DTYPE_U16 : width == 32 ? DTYPE_U32 : DTYPE_U64;
  MlirType type = array_type(vm, d, joined(key_shape(AS_ARRAY(bound[0])), shape));
  MlirOperation op = stage_op(vm, OP_RANDOM_BITS, 1, &v, shape_attr(vm, shape), 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = array_new(vm, op_result(op, 0), d, false);
  return true;
}

static bool random_threefry(VM *vm, Value *bound, Value *out) {
  Array *xs[4];
  MlirValue in[4];
  for (int i = 0; i < 4; i++) {
    if (!array_of(vm, bound[i], &xs[i]) || !array_convert(vm, xs[i], DTYPE_U32, false, &xs[i]))
      return false;
  }
  Dims shape;
  if (!broadcast_shapes(vm, "threefry2x32", 4, xs, &shape)) return false;
  for (int i = 0; i < 4; i++)
    if (!array_broadcast(vm, xs[i], shape, true, &xs[i]) || !trace_use(vm, v_obj(xs[i]), &in[i]))
      return false;
  MlirType types[2] = {array_type(vm, DTYPE_U32, shape), array_type(vm, DTYPE_U32, shape)};
  MlirOperation op = stage_op(vm, OP_THREEFRY2X32, 4, in, (MlirAttribute){0}, 2, types);
  if (mlirOperationIsNull(op)) return false;
  Value pair[2] = {array_new(vm, op_result(op, 0), DTYPE_U32, false),
                   array_new(vm, op_result(op, 1), DTYPE_U32, false)};
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static const NativeDef functions[] = {
    {"check", "name, key", random_check},
    {"key", "seed", random_key},
    {"PRNGKey", "seed", random_PRNGKey},
    {"key_data", "keys", random_key_data},
    {"wrap_key_data", "key_bits_array, *, impl=None", random_wrap_key_data},
    {"key_impl", "keys", random_key_impl},
    {"split", "key, shape", random_split},
    {"fold_in", "key, data", random_fold_in},
    {"bits", "key, width, shape", random_bits},
    {"threefry2x32", "k1, k2, x1, x2", random_threefry},
    {0}};
const NativeModule native_module_random = {"_cjax.random", functions};
