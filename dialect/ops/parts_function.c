// parts_function.c -- functions of complex numbers in their parts.
//
// Source of the inverse functions: W. Kahan, "Branch cuts for complex elementary functions" (1987),
// in the form of CPython's cmathmodule.c.
#include "dialect/ops/parts.h"
#include "dialect/rules.h"

#include <math.h>

#define U(KIND, x) op_unary(b, OP_##KIND, x)
#define BIN(KIND, x, y) op_binary(b, OP_##KIND, x, y)
#define ADDC(x, k) op_add_scalar(b, x, k)
#define SCALE(x, k) op_scale(b, x, k)

static Val const_like(Build *b, Val x, double k) { return op_splat_like(b, x, k); }

static Val less(Build *b, Val x, double k) { return BIN(LT, x, const_like(b, x, k)); }

// Whether the sign bit of a float is set, that of -0.0 too.
static Val sign_bit(Build *b, Val x) {
  MlirType e = mlirIntegerTypeGet(b->ctx, (unsigned)element_bits(val_element(x)));
  MlirType t = type_with_element(mlirValueGetType(x), e);
  MlirOperation op = build_op(b, OP_BITCAST_CONVERT_TYPE, 1, &x, (MlirAttribute){0}, 1, &t);
  Val i = op_result(op, 0);
  return BIN(LT, i, op_splat_like(b, i, 0));
}

static Val negate_if(Build *b, Val pred, Val x) { return op_select(b, pred, op_neg(b, x), x); }

static Cx cx_neg(Build *b, Cx x) {
  Val re = op_neg(b, x.re);
  return (Cx){re, op_neg(b, x.im)};
}

static Cx cx_conj(Build *b, Cx x) { return (Cx){x.re, op_neg(b, x.im)}; }
static Cx times_i(Build *b, Cx x) { return (Cx){op_neg(b, x.im), x.re}; }
static Cx over_i(Build *b, Cx x) { return (Cx){x.im, op_neg(b, x.re)}; }

static Cx cx_convert(Build *b, Cx x, MlirType e) {
  Val re = op_convert(b, x.re, e);
  return (Cx){re, op_convert(b, x.im, e)};
}

// Otherwise |x| near 1, parts that cancel and e^x beyond the range of f32 would leave little of the
// smaller part, or nothing.
Cx cx_in_double(Build *b, Cx x, Cx (*fn)(Build *, Cx)) {
  MlirType e = val_element(x.re);
  if (element_bits(e) != 32) return fn(b, x);
  return cx_convert(b, fn(b, cx_convert(b, x, mlirF64TypeGet(b->ctx))), e);
}

#define CX_FUNCTION(name)                                                                          \
  bool parts_##name(Build *b, const OpCall *c, const Cx *x, Cx *y) {                               \
    y[0] = cx_in_double(b, x[0], cx_##name);                                                       \
    return true;                                                                                   \
  }

//===-- size, exp, log ----------------------------------------------------------------===//

// max sqrt(1 + (min / max)^2); min where the quotient is nan: 0 / 0 and inf / inf
static Val hypot_of(Build *b, Val x, Val y) {
  Val u = U(ABS, x), v = U(ABS, y);
  Val most = BIN(MAX, u, v), least = BIN(MIN, u, v);
  Val r = op_div(b, least, most);
  Val size = op_mul(b, most, U(SQRT, ADDC(U(SQUARE, r), 1)));
  return op_select(b, BIN(NE, r, r), least, size);
}

Val cx_abs(Build *b, Cx x) { return hypot_of(b, x.re, x.im); }

static Cx cx_exp(Build *b, Cx x) {
  Val e = U(EXP, x.re);
  Val real = BIN(EQ, x.im, const_like(b, x.im, 0)); // inf * 0 would be nan
  Val re = op_mul(b, e, U(COS, x.im)), im = op_mul(b, e, U(SIN, x.im));
  return (Cx){re, op_select(b, real, x.im, im)};
}
CX_FUNCTION(exp)

static Cx cx_exp2(Build *b, Cx x) {
  Val re = SCALE(x.re, M_LN2);
  return cx_exp(b, (Cx){re, SCALE(x.im, M_LN2)});
}
CX_FUNCTION(exp2)

// e^x - 1 = (e^u - 1) cos v - 2 sin(v/2)^2 + i e^u sin v
static Cx cx_expm1(Build *b, Cx x) {
  Val half = SCALE(U(SQUARE, U(SIN, SCALE(x.im, 0.5))), 2);
  Val less_one = U(EXPM1, x.re), grown = U(EXP, x.re);
  Val re = op_sub(b, op_mul(b, less_one, U(COS, x.im)), half);
  return (Cx){re, op_mul(b, grown, U(SIN, x.im))};
}
CX_FUNCTION(expm1)

// log |x| near |x| = 1 as log1p(|x|^2 - 1) / 2.
static Cx cx_log(Build *b, Cx x) {
  Val u = U(ABS, x.re), v = U(ABS, x.im);
  Val most = BIN(MAX, u, v), least = BIN(MIN, u, v), size = hypot_of(b, u, v);
  Val down = ADDC(most, -1);
  Val excess = op_mul(b, down, ADDC(most, 1));
  Val near = SCALE(U(LOG1P, op_add(b, excess, U(SQUARE, least))), 0.5);
  Val is_near = less(b, U(ABS, ADDC(size, -1)), 0.5);
  Val re = op_select(b, is_near, near, U(LOG, size));
  return (Cx){re, BIN(ATAN2, x.im, x.re)};
}
CX_FUNCTION(log)

static Cx cx_log1p(Build *b, Cx x) {
  Val one = ADDC(x.re, 1), square = U(SQUARE, x.im);
  Val excess = op_add(b, op_mul(b, x.re, ADDC(x.re, 2)), square); // |1 + x|^2 - 1
  Val near = SCALE(U(LOG1P, excess), 0.5);
  Val u = U(ABS, x.re), v = U(ABS, x.im);
  Val is_near = less(b, BIN(MAX, u, v), 0.5);
  Val re = op_select(b, is_near, near, U(LOG, hypot_of(b, one, x.im)));
  return (Cx){re, BIN(ATAN2, x.im, one)};
}
CX_FUNCTION(log1p)

static Cx cx_logistic(Build *b, Cx x) {
  Cx e = cx_exp(b, cx_neg(b, x));
  Val one = const_like(b, x.re, 1);
  e.re = op_add(b, e.re, one);
  return cx_div(b, (Cx){one, const_like(b, x.re, 0)}, e);
}
CX_FUNCTION(logistic)

//===-- roots -------------------------------------------------------------------------===//

// t = sqrt((|u| + |x|) / 2):  t + i v / 2t for u >= 0, else |v| / 2t +- i t
static Cx cx_sqrt(Build *b, Cx x) {
  Val size = cx_abs(b, x), zero = const_like(b, x.re, 0);
  Val t = U(SQRT, SCALE(op_add(b, U(ABS, x.re), size), 0.5));
  Val other = op_div(b, x.im, SCALE(t, 2));
  other = op_select(b, BIN(EQ, t, zero), x.im, other);
  Val left = BIN(LT, x.re, zero);
  Val re = op_select(b, left, U(ABS, other), t);
  Val im = op_select(b, left, negate_if(b, sign_bit(b, x.im), t), other);
  return (Cx){re, im};
}
CX_FUNCTION(sqrt)

static Cx cx_rsqrt(Build *b, Cx x) {
  Val one = const_like(b, x.re, 1);
  Val zero = const_like(b, x.re, 0);
  return cx_div(b, (Cx){one, zero}, cx_sqrt(b, x));
}
CX_FUNCTION(rsqrt)

//===-- circular and hyperbolic functions ----------------------------------------------===//

static Cx cx_sinh(Build *b, Cx x) {
  Val s = U(SINH, x.re), c = U(COSH, x.re);
  Val re = op_mul(b, s, U(COS, x.im));
  return (Cx){re, op_mul(b, c, U(SIN, x.im))};
}
CX_FUNCTION(sinh)

static Cx cx_cosh(Build *b, Cx x) {
  Val s = U(SINH, x.re), c = U(COSH, x.re);
  Val re = op_mul(b, c, U(COS, x.im));
  return (Cx){re, op_mul(b, s, U(SIN, x.im))};
}
CX_FUNCTION(cosh)

// With t = tan v, k = 1 + t^2, s = sinh u: (k s sqrt(1 + s^2) + i t) / (1 + k s^2).  For large u:
// +-1 + 4 i sin v cos v e^(-2|u|).
static Cx cx_tanh(Build *b, Cx x) {
  Val size = U(ABS, x.re), far = BIN(GT, size, const_like(b, size, 10));
  Val u = op_select(b, far, const_like(b, size, 0), x.re);
  Val t = U(TAN, x.im), s = U(SINH, u);
  Val k = ADDC(U(SQUARE, t), 1), ss = U(SQUARE, s);
  Val d = ADDC(op_mul(b, k, ss), 1);
  Val ks = op_mul(b, k, s);
  Val re = op_div(b, op_mul(b, ks, U(SQRT, ADDC(ss, 1))), d);
  Val im = op_div(b, t, d);
  Val small = SCALE(U(EXP, SCALE(size, -2)), 2);
  Val tail = op_mul(b, U(SIN, SCALE(x.im, 2)), small);
  re = op_select(b, far, U(SIGN, x.re), re);
  return (Cx){re, op_select(b, far, tail, im)};
}
CX_FUNCTION(tanh)

static Cx cx_sin(Build *b, Cx x) { return over_i(b, cx_sinh(b, times_i(b, x))); }
CX_FUNCTION(sin)
static Cx cx_cos(Build *b, Cx x) { return cx_cosh(b, times_i(b, x)); }
CX_FUNCTION(cos)
static Cx cx_tan(Build *b, Cx x) { return over_i(b, cx_tanh(b, times_i(b, x))); }
CX_FUNCTION(tan)

//===-- their inverses ----------------------------------------------------------------===//

// The parts of sqrt(x + k) for k = 1 or -1.
static Cx root_of_sum(Build *b, Cx x, double k) { return cx_sqrt(b, (Cx){ADDC(x.re, k), x.im}); }

static Cx cx_asinh(Build *b, Cx x) {
  Cx turned = times_i(b, x);
  Cx s = root_of_sum(b, cx_neg(b, turned), 1), t = root_of_sum(b, turned, 1);
  // sqrt(1 - ix), sqrt(1 + ix)
  Cx st = cx_mul(b, s, t), cross = cx_mul(b, cx_conj(b, t), s);
  Val re = U(ASINH, op_neg(b, cross.im)), dot = st.re;
  return (Cx){re, BIN(ATAN2, x.im, dot)};
}
CX_FUNCTION(asinh)

static Cx cx_asin(Build *b, Cx x) { return over_i(b, cx_asinh(b, times_i(b, x))); }
CX_FUNCTION(asin)

static Cx cx_acos(Build *b, Cx x) {
  Cx s = root_of_sum(b, cx_neg(b, x), 1), t = root_of_sum(b, x, 1); // sqrt(1 - x), sqrt(1 + x)
  Cx cross = cx_mul(b, cx_conj(b, t), s);
  Val re = SCALE(BIN(ATAN2, s.re, t.re), 2);
  return (Cx){re, U(ASINH, cross.im)};
}
CX_FUNCTION(acos)

static Cx cx_acosh(Build *b, Cx x) {
  Cx s = root_of_sum(b, x, -1), t = root_of_sum(b, x, 1);
  Cx st = cx_mul(b, cx_conj(b, s), t);
  Val re = U(ASINH, st.re);
  return (Cx){re, SCALE(BIN(ATAN2, s.im, t.re), 2)};
}
CX_FUNCTION(acosh)

// For u >= 0: log1p(4u / ((1-u)^2 + v^2)) / 4 + i atan2(2v, (1-u)(1+u) - v^2) / 2; odd in x.
static Cx cx_atanh(Build *b, Cx x) {
  Val left = sign_bit(b, x.re), u = U(ABS, x.re), v = negate_if(b, left, x.im);
  Val one = const_like(b, u, 1), down = op_sub(b, one, u), vv = U(SQUARE, v);
  Val den = op_add(b, U(SQUARE, down), vv);
  Val re = SCALE(U(LOG1P, op_div(b, SCALE(u, 4), den)), 0.25);
  Val across = op_sub(b, op_mul(b, down, ADDC(u, 1)), vv); // 1 - u^2 - v^2
  Val im = SCALE(BIN(ATAN2, SCALE(v, 2), across), 0.5);
  re = negate_if(b, left, re);
  return (Cx){re, negate_if(b, left, im)};
}
CX_FUNCTION(atanh)

static Cx cx_atan(Build *b, Cx x) { return over_i(b, cx_atanh(b, times_i(b, x))); }
CX_FUNCTION(atan)
