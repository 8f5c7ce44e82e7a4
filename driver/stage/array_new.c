// array_new.c -- arrays of SSA values and of Python numbers; conversion and broadcasting.
#include "driver/stage/staging.h"

#include "dialect/scalar.h"

#include <string.h>

//===-- objects -----------------------------------------------------------===//

// Of an array made now: what JAX would show.
static Class *array_class(VM *vm, bool numpy) {
  const Staging *s = staging(vm);
  if (numpy) return vm->type[T_ndarray];
  for (const Trace *t = vm->trace; t; t = t->outer) {
    switch (t->spec.kind) {
    case TRACE_JIT:
      return s->jit_tracer;
    case TRACE_VMAP:
      return s->vmap_tracer;
    case TRACE_GRAD:
      return s->in_callback ? s->array_impl : s->grad_tracer;
    case TRACE_HOST:
      return s->array_impl;
    case TRACE_PIECE:
      break;
    }
  }
  return s->array_impl;
}

Value array_new(VM *vm, MlirValue v, Dtype d, bool weak) {
  bool numpy = staging(vm)->host;
  Array *x = HEAP_NEW(vm, array_class(vm, numpy), O_ARRAY, Array);
  MlirType type = mlirValueGetType(v);
  x->value = v;
  x->dtype = d;
  x->weak = weak && !numpy;
  x->numpy = numpy;
  x->rank = (uint32_t)type_rank(type) - (d == DTYPE_KEY);
  Dims dims = type_dims(type);
  x->shape = shape_keep(vm, x->rank, dims.d);
  x->at = staging(vm)->at;
  x->owner = vm->trace;
  x->known = x->view = x->key = V_EMPTY;
  return v_obj(x);
}

Value array_new_like(VM *vm, MlirValue v, const Array *like) {
  bool host = staging(vm)->host;
  staging(vm)->host = like->numpy;
  Value x = array_new(vm, v, like->dtype, like->weak);
  staging(vm)->host = host;
  return x;
}

const char *array_text(VM *vm, const Array *x) {
  Aval a;
  value_aval(vm, v_obj((Array *)x), &a);
  return aval_text(vm, &a, false);
}

//===-- constants ---------------------------------------------------------===//

Value array_constant(VM *vm, Dtype d, bool weak, Dims shape, const void *data, size_t bytes) {
  stage_locate(vm);
  return array_new(vm, op_constant(vm->build, array_type(vm, d, shape), data, bytes), d, weak);
}

static Value scalar_constant(VM *vm, Dtype d, bool weak, Scalar x) {
  unsigned char data[16] = {0};
  scalar_store(d, data, x);
  return array_constant(vm, d, weak, dims_of(0, NULL), data, (size_t)dtype_size(d));
}

Value array_scalar(VM *vm, Dtype d, bool weak, double value) {
  return scalar_constant(vm, d, weak, scalar_of_float(d, value));
}

Value array_scalar_int(VM *vm, Dtype d, bool weak, int64_t value) {
  return scalar_constant(vm, d, weak, scalar_of_int(d, value));
}

//===-- what a value is as an array ---------------------------------------===//

bool is_arraylike(VM *vm, Value v) {
  DtypeWeak d;
  return is_array(v) || value_dtype(vm, v, &d);
}

bool value_dtype(VM *vm, Value v, DtypeWeak *out) {
  if (v_is(v, O_RUN_OPTIONAL)) return value_dtype(vm, ((RunOptional *)v.o)->value, out);
  if (is_array(v)) {
    const Array *x = AS_ARRAY(v);
    *out = (DtypeWeak){dtype_canonical(vm, x->dtype), x->weak};
    return true;
  }
  if (is_run_scalar(v)) {
    RunKind k = AS_RUN_SCALAR(v)->run;
    Dtype d = k == RUN_INT ? dtype_default_int(vm) : dtype_default_float(vm);
    *out = (DtypeWeak){k == RUN_BOOL ? DTYPE_BOOL : d, k != RUN_BOOL};
    return true;
  }
  v = value_unwrap(v);
  if (v.tag == TAG_BOOL)
    *out = (DtypeWeak){DTYPE_BOOL, false};
  else if (v.tag == TAG_INT || v_is(v, O_BIGINT))
    *out = (DtypeWeak){dtype_default_int(vm), true};
  else if (v.tag == TAG_FLOAT)
    *out = (DtypeWeak){dtype_default_float(vm), true};
  else if (v_is(v, O_COMPLEX))
    *out = (DtypeWeak){dtype_default_complex(vm), true};
  else
    return false;
  return true;
}

static bool int_fits(Dtype d, int64_t i) {
  if (dtype_is_unsigned(d)) return i >= 0 && (dtype_bits(d) == 64 || i >> dtype_bits(d) == 0);
  int bits = dtype_bits(d);
  return bits == 64 || (i >= -(INT64_C(1) << (bits - 1)) && i < INT64_C(1) << (bits - 1));
}

static bool raise_too_large(VM *vm, Value v, Dtype d) {
  return vm_raise(vm, E_OverflowError, "Python int %s too large to convert to %s", text_of(vm, v),
                  dtype_name(d));
}

// A Python int as the default int (any that fits wraps into a smaller dtype), or as a float.
static bool int_array(VM *vm, Value v, Dtype d, bool weak, Value *out) {
  Dtype wide = dtype_is_unsigned(d) && dtype_bits(d) >= 32 ? d : dtype_default_int(vm);
  if (dtype_bits(d) == 64) wide = d;
  if (v.tag == TAG_INT) {
    if (dtype_is_integral(d) && d != DTYPE_BOOL && !int_fits(wide, v.i) &&
        !int_fits(dtype_default_int(vm), v.i))
      return raise_too_large(vm, v, dtype_default_int(vm));
    *out = dtype_is_integral(d) ? array_scalar_int(vm, d, weak, d == DTYPE_BOOL ? v.i != 0 : v.i)
                                : array_scalar(vm, d, weak, (double)v.i);
    return true;
  }
  double f;
  if (dtype_is_integral(d)) return raise_too_large(vm, v, d);
  if (!value_float(vm, v, &f)) return false;
  *out = array_scalar(vm, d, weak, f);
  return true;
}

static bool number_array(VM *vm, Value v, Dtype d, bool weak, Value *out) {
  if (v.tag == TAG_BOOL)
    *out = array_scalar_int(vm, d, weak, v.b);
  else if (v.tag == TAG_FLOAT) {
    Scalar x = scalar_convert(DTYPE_F64, d, (Scalar){.f = v.f});
    *out = scalar_constant(vm, d, weak, x);
  } else if (v_is(v, O_COMPLEX)) {
    const Complex *c = (const Complex *)v.o;
    *out = scalar_constant(vm, d, weak,
                           scalar_convert(DTYPE_C128, d, (Scalar){.f = c->re, .im = c->im}));
  } else
    return int_array(vm, v, d, weak, out);
  return true;
}

static bool run_scalar_array(VM *vm, Value v, Dtype d, bool weak, Array **out) {
  static const Dtype from[] = {DTYPE_BOOL, DTYPE_I64, DTYPE_F64};
  MlirValue x;
  if (!trace_use(vm, v, &x)) return false;
  Value a = array_new(vm, x, from[AS_RUN_SCALAR(v)->run], weak);
  return array_convert(vm, AS_ARRAY(a), d, weak, out);
}

bool array_of_dtype(VM *vm, Value v, Dtype d, bool weak, Array **out) {
  if (!optional_take(vm, v, &v)) return false;
  if (is_array(v)) return array_convert(vm, AS_ARRAY(v), d, weak, out);
  if (is_run_scalar(v)) return run_scalar_array(vm, v, d, weak, out);
  Value a;
  if (!is_arraylike(vm, v))
    return vm_raise(vm, E_TypeError, "Value %s of type %s is not a valid JAX type", text_of(vm, v),
                    type_name(vm, v));
  if (!number_array(vm, value_unwrap(v), d, weak, &a)) return false;
  *out = AS_ARRAY(a);
  return true;
}

bool array_of(VM *vm, Value v, Array **out) {
  if (!optional_take(vm, v, &v)) return false;
  if (is_array(v)) return array_adapt(vm, AS_ARRAY(v), out);
  if (staging(vm)->host && (v_is(v, O_LIST) || v_is(v, O_TUPLE)))
    return array_from_nested(vm, v, DTYPE_COUNT, out);
  DtypeWeak d = {DTYPE_BOOL, false};
  if (is_arraylike(vm, v)) value_dtype(vm, v, &d);
  return array_of_dtype(vm, v, d.dtype, d.weak, out);
}

//===-- conversion --------------------------------------------------------===//

// NumPy takes no traced values.
static bool check_host(VM *vm, const Array *x) {
  const Staging *s = staging(vm);
  if (!s->host || (x->head.cls != s->jit_tracer && x->head.cls != s->vmap_tracer)) return true;
  // What NumPy's functions trace themselves is their own.
  const Trace *t = s->host_trace ? *s->host_trace : vm->trace;
  while (t && t != x->owner)
    t = t->outer;
  if (t != x->owner) return true;
  return tracer_error(vm, "TracerArrayConversionError",
                      "The numpy.ndarray conversion method __array__() was called on traced array "
                      "with shape %s\n%s",
                      array_text(vm, x), tracer_where(vm, x));
}

// make_jaxpr shows that a traced value loses its weak type.
static bool shows_conversion(VM *vm, const Array *x, MlirValue v, bool weak) {
  if (!staging(vm)->shown || !x->weak || weak) return false;
  return !mlirValueIsAOpResult(v) || op_kind(mlirOpResultGetOwner(v)) != OP_CONSTANT;
}

bool array_convert(VM *vm, Array *x, Dtype d, bool weak, Array **out) {
  MlirValue v;
  if (!check_host(vm, x)) return false;
  if (x->dtype == d && x->weak == weak && x->numpy == staging(vm)->host) {
    *out = x;
    return true;
  }
  if (!trace_use(vm, v_obj(x), &v)) return false;
  if (x->dtype != d || shows_conversion(vm, x, v, weak)) {
    if (x->dtype == DTYPE_KEY || d == DTYPE_KEY)
      return vm_raise(vm, E_TypeError, "convert_element_type does not accept dtypes %s, %s.",
                      dtype_name(x->dtype), dtype_name(d));
    MlirType type = array_type(vm, d, array_dims(x));
    MlirOperation op = stage_op(vm, OP_CONVERT_ELEMENT_TYPE, 1, &v, (MlirAttribute){0}, 1, &type);
    if (mlirOperationIsNull(op)) return false;
    v = op_result(op, 0);
  }
  *out = AS_ARRAY(array_new(vm, v, d, weak));
  return true;
}

bool array_adapt(VM *vm, Array *x, Array **out) {
  return array_convert(vm, x, dtype_canonical(vm, x->dtype), x->weak, out);
}

//===-- broadcasting ------------------------------------------------------===//

bool array_broadcast(VM *vm, Array *x, Dims shape, bool implicit, Array **out) {
  if (dims_equal(array_dims(x), shape)) {
    *out = x;
    return true;
  }
  MlirValue v;
  if (!trace_use(vm, v_obj(x), &v)) return false;
  Dims dims = dims_shift(dims_iota((int)x->rank), shape.n - (int64_t)x->rank);
  if (x->dtype == DTYPE_KEY) dims = dims_append(dims, shape.n);
  MlirAttribute unit = implicit ? attr_unit(vm->context) : (MlirAttribute){0};
  MlirAttribute attrs = attrs_make(vm->context, 2, "broadcast_dimensions",
                                   attr_of_dims(vm->context, dims), "implicit", unit);
  MlirType type = array_type(vm, x->dtype, shape);
  MlirOperation op = stage_op(vm, OP_BROADCAST_IN_DIM, 1, &v, attrs, 1, &type);
  if (mlirOperationIsNull(op)) return false;
  *out = AS_ARRAY(array_new(vm, op_result(op, 0), x->dtype, x->weak));
  return true;
}
