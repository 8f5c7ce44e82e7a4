// unary.c -- elementwise ops of one operand.
//
// The batch axis is just one more axis.  Most derivatives are dx * f'(x), one row each below, in
// the form in which JAX computes them so that rounding agrees.
#include "dialect/rules.h"

#include <math.h>

//===-- shapes: which element types an op takes ------------------------------------------===//

static bool accept(const OpCall *c, bool ok, const char *accepted) {
  if (ok) return true;
  return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of %s.",
                     dtype_name(element_dtype(val_element(c->in[0]))), accepted);
}

static bool shape_number(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  bool ok = !element_is_bool(val_element(c->in[0]));
  return accept(c, ok, "integer, floating, complexfloating") && shape_same(c, out);
}

static bool shape_signed(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  MlirType e = val_element(c->in[0]);
  bool ok = !element_is_bool(e) && !element_is_unsigned(e);
  return accept(c, ok, "floating, complexfloating, signedinteger") && shape_same(c, out);
}

static bool shape_abs(const OpCall *c, MlirType *out) {
  if (!shape_signed(c, out)) return false;
  out[0] = type_with_element(out[0], element_part(type_element(out[0])));
  return true;
}

static bool shape_inexact(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  bool ok = element_is_inexact(val_element(c->in[0]));
  return accept(c, ok, "floating, complexfloating") && shape_same(c, out);
}

static bool shape_float(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  return accept(c, element_is_float(val_element(c->in[0])), "floating") && shape_same(c, out);
}

static bool shape_integral(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  bool ok = mlirTypeIsAInteger(val_element(c->in[0]));
  return accept(c, ok, "integer, bool") && shape_same(c, out);
}

static bool shape_integer(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  return accept(c, element_is_integer(val_element(c->in[0])), "integer") && shape_same(c, out);
}

static bool shape_is_finite(const OpCall *c, MlirType *out) {
  if (!shape_float(c, out)) return false;
  out[0] = type_with_element(out[0], mlirIntegerTypeGet(mlirTypeGetContext(out[0]), 1));
  return true;
}

static bool shape_integer_pow(const OpCall *c, MlirType *out) {
  if (!shape_number(c, out)) return false;
  int64_t n = attr_int(c->attrs, "y");
  if (n >= 0 || type_is_inexact(out[0])) return true;
  return shape_raise(c, "TypeError",
                     "Integers cannot be raised to negative powers, got integer_pow(%s, %lld)",
                     type_text(out[0]), (long long)n);
}

//===-- derivatives ----------------------------------------------------------------------===//

#define U(KIND, x) op_unary(b, OP_##KIND, x)
#define ADD(x, k) op_add_scalar(b, x, k)
#define SCALE(x, k) op_scale(b, x, k)

// 1 - x
static Val one_minus(Build *b, Val x) { return op_sub(b, op_splat_like(b, x, 1), x); }

static Val power(Build *b, Val x, int64_t n) {
  MlirAttribute attrs = attrs_make(b->ctx, 1, "y", attr_of_int(b->ctx, n));
  return op_result(build_op(b, OP_INTEGER_POW, 1, &x, attrs, 1, NULL), 0);
}

// A op whose tangent is `tangent`, an expression in b, x, y and g = dx.
#define UNARY(name, shape_rule, op_flags, tangent)                                                 \
  static bool jvp_##name(Build *b, const OpCall *c, const Val *ys, const Val *dx, Val *dy) {       \
    Val x = c->in[0], y = ys[0], g = dx[0];                                                        \
    (void)x, (void)y;                                                                              \
    dy[0] = tangent;                                                                               \
    return true;                                                                                   \
  }                                                                                                \
  const OpRules rules_##name = {.shape = shape_rule,                                               \
                                .batch = batch_elementwise,                                        \
                                .jvp = jvp_##name,                                                 \
                                .flags = OP_ELEMENTWISE | (op_flags)};

// An op whose derivative is zero or missing.
#define UNARY_FLAT(name, shape_rule, op_flags)                                                     \
  const OpRules rules_##name = {                                                                   \
      .shape = shape_rule, .batch = batch_elementwise, .flags = OP_ELEMENTWISE | (op_flags)};

static Val tangent_tanh(Build *b, Val y, Val g) {
  Val t = op_mul(b, g, y);
  return op_mul(b, op_add(b, g, t), one_minus(b, y)); // g (1 + y) (1 - y)
}

static Val tangent_logistic(Build *b, Val y, Val g) {
  return op_mul(b, g, op_mul(b, y, one_minus(b, y)));
}

// Re(g conj(x) / |x|), 0 at 0
static Val tangent_modulus(Build *b, Val x, Val y, Val g) {
  Val wide = op_convert(b, y, val_element(x));
  Val zero = op_compare(b, OP_EQ, wide, op_splat_like(b, wide, 0));
  Val safe = op_select(b, zero, op_splat_like(b, wide, 1), wide);
  return U(REAL, op_mul(b, g, op_div(b, U(CONJ, x), safe)));
}

static Val tangent_abs(Build *b, Val x, Val y, Val g) {
  if (element_is_complex(val_element(x))) return tangent_modulus(b, x, y, g);
  Val positive = op_compare(b, OP_GE, x, op_splat_like(b, x, 0));
  return op_select(b, positive, g, op_neg(b, g));
}

static Val tangent_atanh(Build *b, Val x, Val g) {
  Val up = ADD(x, 1), down = one_minus(b, x);
  Val l = op_div(b, op_splat_like(b, x, 1), up);
  return op_mul(b, l, op_div(b, g, down)); // 1/(1+x) * g/(1-x)
}

static Val tangent_acosh(Build *b, Val x, Val g) {
  Val less = ADD(x, -1), more = ADD(x, 1);
  return op_mul(b, g, U(RSQRT, op_mul(b, less, more)));
}

static Val tangent_asin(Build *b, Val x, Val g) {
  return op_mul(b, g, U(RSQRT, one_minus(b, U(SQUARE, x))));
}

static Val tangent_rsqrt(Build *b, Val x, Val y, Val g) {
  return op_mul(b, g, SCALE(op_div(b, y, x), -0.5));
}

static Val tangent_sqrt(Build *b, Val y, Val g) {
  return op_mul(b, g, op_div(b, op_splat_like(b, y, 0.5), y));
}

static Val tangent_integer_pow(Build *b, const OpCall *c, Val g) {
  int64_t n = attr_int(c->attrs, "y");
  if (!n) return VAL_NONE;
  if (n == 1) return g;
  Val x = n == 2 ? c->in[0] : power(b, c->in[0], n - 1);
  return op_mul(b, g, op_mul(b, op_splat_like(b, x, (double)n), x));
}

// k * g * e^(s x^2)
static Val tangent_gauss(Build *b, Val x, Val g, double k, double s) {
  Val e = U(EXP, s < 0 ? op_neg(b, U(SQUARE, x)) : U(SQUARE, x));
  return SCALE(op_mul(b, g, e), k);
}

static bool transpose_neg(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = val_is_none(ct[0]) ? VAL_NONE : op_neg(b, ct[0]);
  return true;
}

const OpRules rules_neg = {.shape = shape_number,
                           .batch = batch_elementwise,
                           .jvp = jvp_linear,
                           .transpose = transpose_neg,
                           .flags = OP_ELEMENTWISE};

// clang-format off
//    name         shape          flags         tangent
UNARY(exp,         shape_inexact, OP_EXPENSIVE, op_mul(b, g, y))
UNARY(exp2,        shape_inexact, OP_EXPENSIVE, op_mul(b, g, SCALE(y, M_LN2)))
UNARY(log,         shape_inexact, OP_EXPENSIVE, op_div(b, g, x))
UNARY(expm1,       shape_inexact, OP_EXPENSIVE, op_mul(b, g, ADD(y, 1)))
UNARY(log1p,       shape_inexact, OP_EXPENSIVE, op_div(b, g, ADD(x, 1)))
UNARY(tanh,        shape_inexact, OP_EXPENSIVE, tangent_tanh(b, y, g))
UNARY(logistic,    shape_inexact, OP_EXPENSIVE, tangent_logistic(b, y, g))
UNARY(sin,         shape_inexact, OP_EXPENSIVE, op_mul(b, g, U(COS, x)))
UNARY(cos,         shape_inexact, OP_EXPENSIVE, op_neg(b, op_mul(b, g, U(SIN, x))))
UNARY(tan,         shape_inexact, OP_EXPENSIVE, op_mul(b, g, ADD(U(SQUARE, y), 1)))
UNARY(asin,        shape_inexact, OP_EXPENSIVE, tangent_asin(b, x, g))
UNARY(acos,        shape_inexact, OP_EXPENSIVE, op_neg(b, tangent_asin(b, x, g)))
UNARY(atan,        shape_inexact, OP_EXPENSIVE, op_div(b, g, ADD(U(SQUARE, x), 1)))
UNARY(sinh,        shape_inexact, OP_EXPENSIVE, op_mul(b, g, U(COSH, x)))
UNARY(cosh,        shape_inexact, OP_EXPENSIVE, op_mul(b, g, U(SINH, x)))
UNARY(asinh,       shape_inexact, OP_EXPENSIVE, op_mul(b, g, U(RSQRT, ADD(U(SQUARE, x), 1))))
UNARY(acosh,       shape_inexact, OP_EXPENSIVE, tangent_acosh(b, x, g))
UNARY(atanh,       shape_inexact, OP_EXPENSIVE, tangent_atanh(b, x, g))
UNARY(sqrt,        shape_inexact, 0,            tangent_sqrt(b, y, g))
UNARY(rsqrt,       shape_inexact, 0,            tangent_rsqrt(b, x, y, g))
UNARY(cbrt,        shape_float,   OP_EXPENSIVE, op_mul(b, g, SCALE(power(b, y, -2), 1.0 / 3)))
UNARY(square,      shape_number,  0,            op_mul(b, g, SCALE(x, 2)))
UNARY(integer_pow, shape_integer_pow, 0,        tangent_integer_pow(b, c, g))
UNARY(abs,         shape_abs,     0,            tangent_abs(b, x, y, g))
UNARY(erf,         shape_float,   OP_EXPENSIVE, tangent_gauss(b, x, g, M_2_SQRTPI, -1))
UNARY(erfc,        shape_float,   OP_EXPENSIVE, tangent_gauss(b, x, g, -M_2_SQRTPI, -1))
UNARY(erf_inv,     shape_float,   OP_EXPENSIVE, tangent_gauss(b, y, g, 1 / M_2_SQRTPI, 1))

UNARY_FLAT(sign,             shape_number,    OP_ZERO_TANGENT)
UNARY_FLAT(floor,            shape_float,     OP_ZERO_TANGENT)
UNARY_FLAT(ceil,             shape_float,     OP_ZERO_TANGENT)
UNARY_FLAT(round,            shape_float,     OP_ZERO_TANGENT)
UNARY_FLAT(is_finite,        shape_is_finite, OP_ZERO_TANGENT)
UNARY_FLAT(not,              shape_integral,  OP_ZERO_TANGENT)
UNARY_FLAT(population_count, shape_integer,   OP_NONDIFF)
UNARY_FLAT(clz,              shape_integer,   OP_NONDIFF)
// clang-format on
