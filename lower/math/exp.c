// exp.c -- the exponential and its relatives.
//
// x = n ln 2 + r with |r| <= ln 2 / 2 (ln 2 in two parts, Cody and Waite 1980), e^r = 1 + r + r^2
// P(r), and 2^n made from bits.  Coefficients: fit.py.
#include <math.h>

#include "lower/math/math.h"

static const double exp_f32[] = {0.49999997, 0.166665435, 0.0416672006, 0.008366514, 0.00138825236};
static const double exp_f64[] = {0.5,
                                 0.16666666666666677,
                                 0.041666666666666512,
                                 0.0083333333333217002,
                                 0.0013888888888962316,
                                 0.0001984126988593932,
                                 2.4801587172609822e-05,
                                 2.7557244403902902e-06,
                                 2.7557402613287143e-07,
                                 2.5108967588606248e-08,
                                 2.0875329440668889e-09};
static const Poly exp_poly[] = {POLY(exp_f32), POLY(exp_f64)};

static const double exp2_f32[] = {0.693147182,   0.240226477,   0.0555033237,
                                  0.00961843692, 0.00133988739, 0.00015353362};
static const double exp2_f64[] = {
    0.69314718055994529,    0.24022650695910072,    0.055504108664821687,   0.0096181291076283294,
    0.0013333558146392691,  0.00015403530393640725, 1.5252733854318488e-05, 1.3215486594907893e-06,
    1.0178051941872014e-07, 7.0549744800654811e-09, 4.4565705230304157e-10, 2.5625418232429623e-11};
static const Poly exp2_poly[] = {POLY(exp2_f32), POLY(exp2_f64)};

// e^r - 1 for r = x - k ln 2.
static Val exp_rest(Build *b, Val x, Val k) {
  bool d = m_is64(x);
  Val r = m_fmac(b, k, d ? -6.93147180369123816490e-01 : -0.693145751953125, x);
  r = m_fmac(b, k, d ? -1.90821492927058770002e-10 : -1.4286068203094172e-06, r);
  Val p = m_poly2(b, r, exp_poly);
  Val r2 = emit_mul(b, r, r);
  return m_fma(b, r2, p, r);
}

// k = rint(x scale), and 2^k = s t, which may be out of range as one number.  The integers k and
// k / 2 are made in the low bits of floats, with the exponents' bias: a shift gives s and t.
static Val split_power(Build *b, Val x, double scale, Val *s, Val *t) {
  bool d = m_is64(x);
  int bias = d ? 1023 : 127, shift = d ? 52 : 23;
  double magic = d ? 6755399441055744.0 : 12582912.0;
  Val whole = m_fmac(b, x, scale, m_f(b, x, magic + 2 * bias));
  Val half = m_fmac(b, x, scale / 2, m_f(b, x, magic + bias)), i = m_bits(b, half);
  *s = m_float(b, m_shl(b, i, shift));
  *t = m_float(b, m_shl(b, emit_sub(b, m_bits(b, whole), i), shift));
  return m_addc(b, whole, -(magic + 2 * bias));
}

static Val scale_by(Build *b, Val y, Val s, Val t) {
  y = emit_mul(b, y, s);
  return emit_mul(b, y, t);
}

Val math_exp(Build *b, Val x) {
  bool d = m_is64(x);
  Val s, t;
  x = m_clamp(b, x, d ? -746 : -104, d ? 710 : 89);
  Val k = split_power(b, x, 1.4426950408889634, &s, &t);
  return scale_by(b, m_addc(b, exp_rest(b, x, k), 1), s, t);
}

Val math_exp2(Build *b, Val x) {
  bool d = m_is64(x);
  x = m_clamp(b, x, d ? -1080 : -152, d ? 1025 : 129);
  Val s, t;
  Val k = split_power(b, x, 1, &s, &t);
  Val r = emit_sub(b, x, k);
  Val p = m_poly2(b, r, exp2_poly);
  Val one = m_f(b, x, 1);
  return scale_by(b, m_fma(b, r, p, one), s, t);
}

// (2^n (e + 1) - 1) / 4 = 2^(n-2) e + (2^(n-2) - 1/4), exact but for the last addition.
Val math_quarter_expm1(Build *b, Val x) {
  bool d = m_is64(x);
  x = m_clamp(b, x, d ? -40 : -20, d ? 710.6 : 89.5);
  Val n;
  Val k = m_rint(b, x, 1.4426950408889634, &n);
  Val e = exp_rest(b, x, k), two = m_i(b, n, 2);
  Val s = m_pow2(b, emit_sub(b, n, two));
  return m_fma(b, s, e, m_addc(b, s, -0.25));
}

Val math_expm1(Build *b, Val x) {
  Val y = m_mulc(b, math_quarter_expm1(b, x), 4);
  return emit_select(b, m_cmpc(b, "oeq", x, 0), x, y); // -0.0
}

// tanh a = t / (t + 2) with t = e^2a - 1
Val math_tanh(Build *b, Val x) {
  Val a = m_abs(b, x);
  Val q = math_quarter_expm1(b, emit_add(b, a, a));
  return m_copysign(b, m_div(b, q, m_addc(b, q, 0.5)), x);
}

Val math_logistic(Build *b, Val x) {
  Val e = math_exp(b, m_neg(b, x));
  Val one = m_f(b, x, 1);
  return m_div(b, one, emit_add(b, one, e));
}

// sinh a = (t + t / (t + 1)) / 2 with t = e^a - 1 = 4 q
Val math_sinh(Build *b, Val x) {
  Val q = math_quarter_expm1(b, m_abs(b, x));
  Val den = m_addc(b, m_mulc(b, q, 4), 1);
  Val y = emit_add(b, q, m_div(b, q, den));
  return m_copysign(b, emit_add(b, y, y), x);
}

// cosh a = (E + 1 / E) / 2 with E = e^a = 4 h
Val math_cosh(Build *b, Val x) {
  Val h = m_addc(b, math_quarter_expm1(b, m_abs(b, x)), 0.25);
  Val c = m_f(b, x, 0.0625);
  Val y = emit_add(b, h, m_div(b, c, h));
  return emit_add(b, y, y);
}
