// parts.c -- which ops take complex numbers, and those that treat both parts alike.
#include "dialect/ops/parts.h"
#include "dialect/rules.h"
#include "dialect/scalar.h"

#include <string.h>

static MlirType part_type(MlirType t) {
  return type_with_element(t, element_part(type_element(t)));
}

//===-- the same op on each part ----------------------------------------------------===//

static bool each_part(Build *b, const OpCall *c, const Cx *x, Cx *y, bool imaginary) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  MlirType *out = ARENA_ARRAY(b->arena, MlirType, c->nout + 1);
  for (int i = 0; i < c->nin; i++)
    in[i] = imaginary && is_cx(x[i]) ? x[i].im : x[i].re;
  for (int i = 0; i < c->nout; i++)
    out[i] = part_type(c->out[i]);
  MlirOperation op = build_changed(b, c, in, c->attrs, out);
  if (mlirOperationIsNull(op)) return false;
  for (int i = 0; i < c->nout; i++)
    *(imaginary ? &y[i].im : &y[i].re) = op_result(op, i);
  return true;
}

static bool parts_each(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  return each_part(b, c, x, y, false) && each_part(b, c, x, y, true);
}

// Part `part` of a complex number in `fill`, which is null, a number or a dense rank-0 array; by
// default nan and 0.
static MlirAttribute fill_part(Build *b, MlirAttribute fill, MlirType e, int part) {
  bool dense = !mlirAttributeIsNull(fill) && mlirAttributeIsADenseElements(fill) &&
               element_is_complex(type_element(mlirAttributeGetType(fill)));
  if (!dense) return part ? mlirFloatAttrDoubleGet(b->ctx, e, 0) : fill;
  Dtype d = element_dtype(type_element(mlirAttributeGetType(fill)));
  Scalar x = scalar_load(d, attr_data(b->arena, fill));
  return mlirFloatAttrDoubleGet(b->ctx, e, part ? x.im : x.f);
}

static bool parts_gather(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  MlirType e = element_part(type_element(c->out[0]));
  MlirAttribute fill = attr_get(c->attrs, "fill_value");
  for (int part = 0; part < 2; part++) {
    OpCall one = *c;
    one.attrs = attrs_with(b->ctx, c->attrs, "fill_value", fill_part(b, fill, e, part));
    if (!each_part(b, &one, x, y, part)) return false;
  }
  return true;
}

//===-- making and taking apart -------------------------------------------------------===//

static bool parts_constant(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  MlirAttribute value = attr_get(c->attrs, "value");
  MlirType t = part_type(c->out[0]);
  bool splat = mlirDenseElementsAttrIsSplat(value);
  size_t size = (size_t)element_bits(type_element(t)) / 8, n = splat ? 1 : (size_t)type_count(t);
  const char *data = mlirDenseElementsAttrGetRawData(value);
  for (size_t part = 0; part < 2; part++) {
    char *copy = arena_alloc(b->arena, n * size + 1);
    for (size_t i = 0; i < n; i++)
      memcpy(copy + i * size, data + (2 * i + part) * size, size);
    *(part ? &y[0].im : &y[0].re) = op_constant(b, t, copy, n * size);
  }
  return true;
}

static bool parts_iota(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  MlirType t = part_type(c->out[0]);
  y[0] = (Cx){op_iota(b, t, (int)attr_int(c->attrs, "dimension")), op_zeros(b, t)};
  return true;
}

static bool parts_complex(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = (Cx){x[0].re, x[1].re};
  return true;
}

static bool parts_real(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = (Cx){x[0].re, VAL_NONE};
  return true;
}

static bool parts_imag(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = (Cx){x[0].im, VAL_NONE};
  return true;
}

static bool parts_conj(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = (Cx){x[0].re, op_neg(b, x[0].im)};
  return true;
}

static bool parts_convert(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  MlirType to = type_element(c->out[0]), part = element_part(to);
  if (element_is_bool(to)) {
    Val re = op_convert(b, x[0].re, to), im = op_convert(b, x[0].im, to);
    y[0] = (Cx){op_binary(b, OP_OR, re, im), VAL_NONE};
    return true;
  }
  y[0] = (Cx){op_convert(b, x[0].re, part), VAL_NONE};
  if (!element_is_complex(to)) return true;
  y[0].im = is_cx(x[0]) ? op_convert(b, x[0].im, part) : op_zeros(b, part_type(c->out[0]));
  return true;
}

//===-- the table ---------------------------------------------------------------------===//

PartsFn *const op_parts[OP_COUNT] = {
    [OP_ABS] = parts_abs,
    [OP_ACOS] = parts_acos,
    [OP_ACOSH] = parts_acosh,
    [OP_ADD] = parts_each,
    [OP_ASIN] = parts_asin,
    [OP_ASINH] = parts_asinh,
    [OP_ATAN] = parts_atan,
    [OP_ATANH] = parts_atanh,
    [OP_BITCAST_CONVERT_TYPE] = parts_each,
    [OP_BROADCAST_IN_DIM] = parts_each,
    [OP_CLAMP] = parts_clamp,
    [OP_COMPLEX] = parts_complex,
    [OP_CONCATENATE] = parts_each,
    [OP_CONJ] = parts_conj,
    [OP_CONSTANT] = parts_constant,
    [OP_CONVERT_ELEMENT_TYPE] = parts_convert,
    [OP_COPY] = parts_each,
    [OP_COS] = parts_cos,
    [OP_COSH] = parts_cosh,
    [OP_CUMMAX] = parts_cummax,
    [OP_CUMMIN] = parts_cummin,
    [OP_CUMPROD] = parts_cumprod,
    [OP_CUMSUM] = parts_each,
    [OP_DIV] = parts_div,
    [OP_DOT_GENERAL] = parts_dot_general,
    [OP_DYNAMIC_SLICE] = parts_each,
    [OP_DYNAMIC_UPDATE_SLICE] = parts_each,
    [OP_EQ] = parts_eq,
    [OP_EXP] = parts_exp,
    [OP_EXP2] = parts_exp2,
    [OP_EXPM1] = parts_expm1,
    [OP_GATHER] = parts_gather,
    [OP_IMAG] = parts_imag,
    [OP_INTEGER_POW] = parts_integer_pow,
    [OP_IOTA] = parts_iota,
    [OP_LOG] = parts_log,
    [OP_LOG1P] = parts_log1p,
    [OP_LOGISTIC] = parts_logistic,
    [OP_MAX] = parts_max,
    [OP_MIN] = parts_min,
    [OP_MUL] = parts_mul,
    [OP_NAME] = parts_each,
    [OP_NE] = parts_ne,
    [OP_NEG] = parts_each,
    [OP_OPTIMIZATION_BARRIER] = parts_each,
    [OP_PAD] = parts_each,
    [OP_PATCHES] = parts_each,
    [OP_POW] = parts_pow,
    [OP_REAL] = parts_real,
    [OP_REDUCE_MAX] = parts_reduce_max,
    [OP_REDUCE_MIN] = parts_reduce_min,
    [OP_REDUCE_PROD] = parts_reduce_prod,
    [OP_REDUCE_SUM] = parts_each,
    [OP_REDUCE_WINDOW_SUM] = parts_each,
    [OP_RESHAPE] = parts_each,
    [OP_REV] = parts_each,
    [OP_RSQRT] = parts_rsqrt,
    [OP_SCATTER] = parts_each,
    [OP_SCATTER_ADD] = parts_each,
    [OP_SCATTER_SUB] = parts_each,
    [OP_SELECT_N] = parts_each,
    [OP_SIGN] = parts_sign,
    [OP_SIN] = parts_sin,
    [OP_SINH] = parts_sinh,
    [OP_SLICE] = parts_each,
    [OP_SORT] = parts_sort,
    [OP_SPLIT] = parts_each,
    [OP_SQRT] = parts_sqrt,
    [OP_SQUARE] = parts_square,
    [OP_SQUEEZE] = parts_each,
    [OP_STOP_GRADIENT] = parts_each,
    [OP_SUB] = parts_each,
    [OP_TAN] = parts_tan,
    [OP_TANH] = parts_tanh,
    [OP_TRANSPOSE] = parts_each,
};
