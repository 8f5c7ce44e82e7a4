// parts_math.c -- arithmetic and comparison of complex numbers in their parts.
//
// Formulas are XLA's where rounding or special values show them.
#include "dialect/ops/parts.h"
#include "dialect/rules.h"

#include <math.h>

#define U(KIND, x) op_unary(b, OP_##KIND, x)
#define BIN(KIND, x, y) op_binary(b, OP_##KIND, x, y)
#define AND(x, y) op_binary(b, OP_AND, x, y)

Cx cx_mul(Build *b, Cx x, Cx y) {
  Val rr = op_mul(b, x.re, y.re), ii = op_mul(b, x.im, y.im);
  Val ri = op_mul(b, x.re, y.im), ir = op_mul(b, x.im, y.re);
  Val re = op_sub(b, rr, ii);
  return (Cx){re, op_add(b, ri, ir)};
}

Cx cx_select(Build *b, Val pred, Cx x, Cx y) {
  Val re = op_select(b, pred, x.re, y.re);
  return (Cx){re, op_select(b, pred, x.im, y.im)};
}

static Cx cx_of_real(Build *b, Val x) { return (Cx){x, op_splat_like(b, x, 0)}; }

static Val is_zero(Build *b, Val x) { return BIN(EQ, x, op_splat_like(b, x, 0)); }

static Cx one_over(Build *b, Cx x) {
  return cx_div(b, cx_of_real(b, op_splat_like(b, x.re, 1)), x);
}

static Cx cx_inverse(Build *b, Cx x) { return cx_in_double(b, x, one_over); }

bool parts_mul(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = cx_mul(b, x[0], x[1]);
  return true;
}

// Smith 1962: x / (p + q i) with |p| >= |q|, the parts of x and the divisor turned if not.
//   r = q / p, d = p + q r:  (a + b r) / d, (b - a r) / d
// By zero: infinity of the sign of the divisor's real part, times x.
Cx cx_div(Build *b, Cx x, Cx y) {
  Val p_size = U(ABS, y.re), q_size = U(ABS, y.im);
  Val turned = BIN(LT, p_size, q_size);
  Val p = op_select(b, turned, y.im, y.re), q = op_select(b, turned, y.re, y.im);
  Val r = op_div(b, q, p);
  Val d = op_add(b, p, op_mul(b, q, r));
  Val u = op_select(b, turned, x.im, x.re), v = op_select(b, turned, x.re, x.im);
  Val re = op_div(b, op_add(b, u, op_mul(b, v, r)), d);
  Val im = op_div(b, op_sub(b, v, op_mul(b, u, r)), d);
  im = op_select(b, turned, op_neg(b, im), im);
  Val no_re = is_zero(b, y.re), no_im = is_zero(b, y.im);
  Val zero = AND(no_re, no_im);
  Val inf = op_div(b, op_splat_like(b, y.re, 1), y.re);
  Val zero_re = op_mul(b, x.re, inf);
  Cx by_zero = {zero_re, op_mul(b, x.im, inf)};
  return cx_select(b, zero, by_zero, (Cx){re, im});
}

bool parts_div(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = cx_div(b, x[0], x[1]);
  return true;
}

bool parts_square(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = cx_mul(b, x[0], x[0]);
  return true;
}

// By squaring, the lowest bit of the exponent first.
bool parts_integer_pow(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  int64_t n = attr_int(c->attrs, "y");
  uint64_t bits = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
  Cx power = x[0], z = {VAL_NONE, VAL_NONE};
  for (; bits; bits >>= 1) {
    if (bits & 1) z = is_cx(z) ? cx_mul(b, z, power) : power;
    if (bits > 1) power = cx_mul(b, power, power);
  }
  if (!n) z = cx_of_real(b, op_splat_like(b, x[0].re, 1));
  y[0] = n < 0 ? cx_inverse(b, z) : z;
  return true;
}

// x^(c + d i) = |x|^c e^(-d arg x) (cos q + i sin q) with q = c arg x + d log |x|; 0^c for real
// c >= 0 is 0, or 1 for c = 0.
bool parts_pow(Build *b, const OpCall *call, const Cx *x, Cx *y) {
  Val c = x[1].re, d = x[1].im, one = op_splat_like(b, c, 1), zero = op_splat_like(b, c, 0);
  Val size = cx_abs(b, x[0]), arg = BIN(ATAN2, x[0].im, x[0].re);
  Val grown = BIN(POW, size, c), shrunk = U(EXP, op_neg(b, op_mul(b, d, arg)));
  Val scale = op_mul(b, grown, shrunk), turns = op_mul(b, c, arg);
  Val q = op_add(b, turns, op_mul(b, d, U(LOG, size)));
  Val re = op_mul(b, scale, U(COS, q));
  Cx z = {re, op_mul(b, scale, U(SIN, q))};
  Val no_c = is_zero(b, c), no_d = is_zero(b, d);
  Val real_power = AND(no_d, BIN(GE, c, zero));
  Val of_zero = AND(is_zero(b, size), real_power);
  Cx flat = cx_of_real(b, op_select(b, no_c, one, zero));
  Val always_one = AND(no_c, no_d);
  y[0] = cx_select(b, BIN(OR, of_zero, always_one), flat, z);
  // inf^c and 1^inf, where q is nan
  Val line = AND(AND(no_d, is_zero(b, x[0].im)), AND(BIN(GT, x[0].re, zero), BIN(NE, re, re)));
  y[0] = cx_select(b, line, cx_of_real(b, grown), y[0]);
  return true;
}

bool parts_abs(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = (Cx){cx_abs(b, x[0]), VAL_NONE};
  return true;
}

// x / |x|, and 0 at 0.
bool parts_sign(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  Val size = cx_abs(b, x[0]);
  Val zero = is_zero(b, size);
  Val re = op_div(b, x[0].re, size);
  Cx unit = {re, op_div(b, x[0].im, size)};
  y[0] = cx_select(b, zero, cx_of_real(b, size), unit);
  return true;
}

//===-- order -------------------------------------------------------------------------===//

Cx cx_extremum(Build *b, bool max, Cx x, Cx y) {
  OpKind better = max ? OP_GT : OP_LT;
  Val tie = BIN(EQ, x.re, y.re);
  Val re = op_binary(b, better, x.re, y.re), im = op_binary(b, better, x.im, y.im);
  return cx_select(b, op_select(b, tie, im, re), x, y);
}

bool parts_max(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = cx_extremum(b, true, x[0], x[1]);
  return true;
}

bool parts_min(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = cx_extremum(b, false, x[0], x[1]);
  return true;
}

bool parts_clamp(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  y[0] = cx_extremum(b, false, cx_extremum(b, true, x[0], x[1]), x[2]);
  return true;
}

bool parts_eq(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  Val re = BIN(EQ, x[0].re, x[1].re);
  y[0] = (Cx){AND(re, BIN(EQ, x[0].im, x[1].im)), VAL_NONE};
  return true;
}

bool parts_ne(Build *b, const OpCall *c, const Cx *x, Cx *y) {
  Val re = BIN(NE, x[0].re, x[1].re);
  y[0] = (Cx){BIN(OR, re, BIN(NE, x[0].im, x[1].im)), VAL_NONE};
  return true;
}
