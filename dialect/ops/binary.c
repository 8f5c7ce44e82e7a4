// binary.c -- elementwise ops of two operands: arithmetic, bits, comparisons.
//
// Both operands have one type.  Derivatives are in the form in which JAX computes them.
#include "dialect/define.h"
#include "dialect/rules.h"

//===-- shapes ---------------------------------------------------------------------------===//

static bool accept(const OpCall *c, bool ok, const char *accepted) {
  if (ok) return true;
  return shape_error(c,
                     "does not accept dtype %s at position 0. Accepted dtypes at position 0 are "
                     "subtypes of %s.",
                     dtype_name(element_dtype(val_element(c->in[0]))), accepted);
}

static bool shape_number(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  bool ok = !element_is_bool(val_element(c->in[0]));
  return accept(c, ok, "integer, floating, complexfloating") && shape_same(c, out);
}

static bool shape_inexact(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  bool ok = element_is_inexact(val_element(c->in[0]));
  return accept(c, ok, "floating, complexfloating") && shape_same(c, out);
}

static bool shape_float(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  return accept(c, element_is_float(val_element(c->in[0])), "floating") && shape_same(c, out);
}

static bool shape_real(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  MlirType e = val_element(c->in[0]);
  bool ok = element_is_integer(e) || element_is_float(e);
  return accept(c, ok, "integer, floating") && shape_same(c, out);
}

static bool shape_any(const OpCall *c, MlirType *out) {
  return shape_arity(c, 2, 1) && shape_same(c, out);
}

static bool shape_integral(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  bool ok = mlirTypeIsAInteger(val_element(c->in[0]));
  return accept(c, ok, "integer, bool") && shape_same(c, out);
}

static bool shape_integer(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  return accept(c, element_is_integer(val_element(c->in[0])), "integer") && shape_same(c, out);
}

static bool shape_compare(const OpCall *c, MlirType *out) {
  if (!shape_any(c, out)) return false;
  out[0] = type_with_element(out[0], mlirIntegerTypeGet(mlirTypeGetContext(out[0]), 1));
  return true;
}

static bool shape_order(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  bool ok = !element_is_complex(val_element(c->in[0]));
  return accept(c, ok, "integer, floating, bool") && shape_compare(c, out);
}

//===-- add, sub -------------------------------------------------------------------------===//

static bool jvp_add(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  dy[0] = val_sum(b, dx[0], dx[1]);
  return true;
}

static bool transpose_add(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  for (int i = 0; i < 2; i++) in[i] = linear[i] ? ct[0] : VAL_NONE;
  return true;
}

static bool jvp_sub(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  if (val_is_none(dx[1])) dy[0] = dx[0];
  else dy[0] = val_is_none(dx[0]) ? op_neg(b, dx[1]) : op_sub(b, dx[0], dx[1]);
  return true;
}

static bool transpose_sub(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = linear[0] ? ct[0] : VAL_NONE;
  in[1] = linear[1] && !val_is_none(ct[0]) ? op_neg(b, ct[0]) : VAL_NONE;
  return true;
}

//===-- mul, div, rem --------------------------------------------------------------------===//

// d(x*y) = dx*y + x*dy
static bool jvp_mul(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val l = val_is_none(dx[0]) ? VAL_NONE : op_mul(b, dx[0], c->in[1]);
  Val r = val_is_none(dx[1]) ? VAL_NONE : op_mul(b, c->in[0], dx[1]);
  dy[0] = val_sum(b, l, r);
  return true;
}

static bool transpose_mul(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  bool none = val_is_none(ct[0]);
  in[0] = linear[0] && !none ? op_mul(b, ct[0], c->in[1]) : VAL_NONE;
  in[1] = linear[1] && !none ? op_mul(b, c->in[0], ct[0]) : VAL_NONE;
  return true;
}

// d(x/y) = dx/y + (-dy x) y^-2
static bool jvp_div(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val l = val_is_none(dx[0]) ? VAL_NONE : op_div(b, dx[0], c->in[1]), r = VAL_NONE;
  if (!val_is_none(dx[1])) {
    MlirAttribute attrs = attrs_make(b->ctx, 1, "y", attr_of_int(b->ctx, -2));
    Val inverse = op_result(build_op(b, OP_INTEGER_POW, 1, &c->in[1], attrs, 1, NULL), 0);
    Val top = op_mul(b, op_neg(b, dx[1]), c->in[0]);
    r = op_mul(b, top, inverse);
  }
  dy[0] = val_sum(b, l, r);
  return true;
}

// What a value inside of a fusion is outside of it.
static Val outside_fusion(Val y) {
  if (!mlirValueIsABlockArgument(y)) return y;
  MlirOperation parent = mlirBlockGetParentOperation(mlirBlockArgumentGetOwner(y));
  bool fused = !mlirOperationIsNull(parent) && op_kind(parent) == OP_FUSION;
  return fused ? mlirOperationGetOperand(parent, mlirBlockArgumentGetArgNumber(y)) : y;
}

static bool is_broadcast(Val y) {
  y = outside_fusion(y);
  if (!mlirValueIsAOpResult(y) || !type_rank(mlirValueGetType(y))) return false;
  MlirOperation op = mlirOpResultGetOwner(y);
  OpKind k = op_kind(op);
  if (k == OP_CONSTANT) return type_count(mlirValueGetType(y)) > 1;
  if (k != OP_BROADCAST_IN_DIM) return false;
  MlirType from = mlirValueGetType(mlirOperationGetOperand(op, 0));
  return type_count(from) < type_count(mlirValueGetType(y));
}

bool op_div_multiplies(const OpCall *c) {
  if (!element_is_inexact(type_element(mlirValueGetType(c->in[1])))) return false;
  if (!mlirAttributeIsNull(attr_get(c->attrs, "exact"))) return false;
  return !mlirAttributeIsNull(attr_get(c->attrs, "reciprocal")) || is_broadcast(c->in[1]);
}

static bool transpose_div(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  if (linear[1]) return false;
  in[0] = val_is_none(ct[0]) ? VAL_NONE : op_div(b, ct[0], c->in[1]);
  in[1] = VAL_NONE;
  return true;
}

// d(x rem y) = dx - dy trunc(x/y)
static bool jvp_rem(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val r = VAL_NONE;
  if (!val_is_none(dx[1])) {
    Val q = op_div(b, c->in[0], c->in[1]);
    Val size = op_unary(b, OP_FLOOR, op_unary(b, OP_ABS, q));
    Val truncated = op_mul(b, op_unary(b, OP_SIGN, q), size);
    r = op_mul(b, op_neg(b, dx[1]), truncated);
  }
  dy[0] = val_sum(b, dx[0], r);
  return true;
}

//===-- pow, max, min, atan2 -------------------------------------------------------------===//

// d(x^y) = dx y x^(y-1) + dy log(x) x^y, where log(0) counts as 0
static bool jvp_pow(Build *b, const OpCall *c, const Val *ys, const Val *dx, Val *dy) {
  Val x = c->in[0], y = c->in[1], l = VAL_NONE, r = VAL_NONE;
  if (!val_is_none(dx[0])) {
    Val p = op_binary(b, OP_POW, x, op_add_scalar(b, y, -1));
    l = op_mul(b, dx[0], op_mul(b, y, p));
  }
  if (!val_is_none(dx[1])) {
    Val zero = op_compare(b, OP_EQ, x, op_splat_like(b, x, 0));
    Val safe = op_select(b, zero, op_splat_like(b, x, 1), x);
    r = op_mul(b, dx[1], op_mul(b, op_unary(b, OP_LOG, safe), ys[0]));
  }
  dy[0] = val_sum(b, l, r);
  return true;
}

// 1 where x is the extremum z, 1/2 where y is too, else 0.
static Val share(Build *b, Val x, Val z, Val y) {
  Val one = op_splat_like(b, x, 1);
  Val zero = op_splat_like(b, x, 0), two = op_splat_like(b, x, 2);
  Val top = op_select(b, op_compare(b, OP_EQ, x, z), one, zero);
  Val bottom = op_select(b, op_compare(b, OP_EQ, y, z), two, one);
  return op_div(b, top, bottom);
}

static bool jvp_extremum(Build *b, const OpCall *c, const Val *z, const Val *dx, Val *dy) {
  Val x = c->in[0], y = c->in[1], l = VAL_NONE, r = VAL_NONE;
  if (!val_is_none(dx[0])) l = op_mul(b, dx[0], share(b, x, z[0], y));
  if (!val_is_none(dx[1])) r = op_mul(b, dx[1], share(b, y, z[0], x));
  dy[0] = val_sum(b, l, r);
  return true;
}

// d atan2(x, y) = (dx y - x dy) / (x^2 + y^2)
static bool jvp_atan2(Build *b, const OpCall *c, const Val *z, const Val *dx, Val *dy) {
  Val x = c->in[0], y = c->in[1], l = VAL_NONE, r = VAL_NONE;
  Val xx = op_unary(b, OP_SQUARE, x), yy = op_unary(b, OP_SQUARE, y);
  Val norm = op_add(b, xx, yy);
  if (!val_is_none(dx[0])) l = op_mul(b, dx[0], op_div(b, y, norm));
  if (!val_is_none(dx[1])) r = op_mul(b, dx[1], op_div(b, op_neg(b, x), norm));
  dy[0] = val_sum(b, l, r);
  return true;
}

//===-- the table ------------------------------------------------------------------------===//

#define BINARY(name, shape_rule, jvp_rule, transpose_rule, op_flags)                               \
  const OpRules rules_##name = {.shape = shape_rule,                                               \
                                .batch = batch_elementwise,                                        \
                                .jvp = jvp_rule,                                                   \
                                .transpose = transpose_rule,                                       \
                                .flags = OP_ELEMENTWISE | (op_flags)};

// clang-format off
//     name                    shape           jvp           transpose      flags
BINARY(add,                    shape_number,   jvp_add,      transpose_add, 0)
BINARY(sub,                    shape_number,   jvp_sub,      transpose_sub, 0)
BINARY(mul,                    shape_number,   jvp_mul,      transpose_mul, 0)
BINARY(div,                    shape_number,   jvp_div,      transpose_div, 0)
BINARY(rem,                    shape_real,     jvp_rem,      NULL,          0)
BINARY(pow,                    shape_inexact,  jvp_pow,      NULL,          OP_EXPENSIVE)
BINARY(max,                    shape_any,      jvp_extremum, NULL,          0)
BINARY(min,                    shape_any,      jvp_extremum, NULL,          0)
BINARY(atan2,                  shape_float,    jvp_atan2,    NULL,          OP_EXPENSIVE)
BINARY(nextafter,              shape_float,    NULL,         NULL,          OP_NONDIFF)
BINARY(and,                    shape_integral, NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(or,                     shape_integral, NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(xor,                    shape_integral, NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(shift_left,             shape_integer,  NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(shift_right_arithmetic, shape_integer,  NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(shift_right_logical,    shape_integer,  NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(eq,                     shape_compare,  NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(ne,                     shape_compare,  NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(lt,                     shape_order,    NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(le,                     shape_order,    NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(gt,                     shape_order,    NULL,         NULL,          OP_ZERO_TANGENT)
BINARY(ge,                     shape_order,    NULL,         NULL,          OP_ZERO_TANGENT)
// clang-format on

//===-- defined by the library -----------------------------------------------------------===//

static bool shape_mulhi(const OpCall *c, MlirType *out) {
  if (!shape_same(c, out)) return false;
  if (element_is_integer(type_element(out[0]))) return true;
  return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of integer.",
                     dtype_name(element_dtype(type_element(out[0]))));
}

const OpRules rules_mulhi = {.shape = shape_mulhi,
                             .batch = batch_elementwise,
                             .expand = expand_definition,
                             .flags = OP_DEFINED | OP_ZERO_TANGENT};
