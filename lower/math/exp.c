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

// e^x = 2^k (1 + r + t): r = x - k ln 2 but for the low part of ln 2, which is in t, |t| < 0.1.
typedef struct Rest {
  Val r, t;
} Rest;

// x - k ln 2 = r + lo, r exactly
static Val exp_reduced(Build *b, Val x, Val k, Val *lo) {
  bool d = m_is64(x);
  *lo = m_mulc(b, k, d ? -1.90821492927058770002e-10 : -1.4286068203094172e-06);
  return m_fmac(b, k, d ? -6.93147180369123816490e-01 : -0.693145751953125, x);
}

static Rest exp_rest(Build *b, Val x, Val k) {
  Val lo;
  Val r = exp_reduced(b, x, k, &lo);
  Val u = emit_add(b, r, lo);
  Val p = m_poly2(b, u, exp_poly);
  return (Rest){r, m_fma(b, emit_mul(b, u, u), p, lo)};
}

// 1 + r + t
static Double one_plus(Build *b, Rest e) {
  Val one = m_f(b, e.r, 1);
  return m_fast_sum(b, one, emit_add(b, e.r, e.t));
}

// The integers k and k / 2 are made in the low bits of floats, with the exponents' bias: a shift
// gives s and t.
Val math_split_power(Build *b, Val x, double scale, Val *s, Val *t) {
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

// By Horner's rule throughout: r itself rounded is good enough.
static Val exp_of_f32(Build *b, Val x) {
  Val s, t, one = m_f(b, x, 1);
  x = m_clamp(b, x, -104, 89);
  Val k = math_split_power(b, x, 1.4426950408889634, &s, &t);
  Val r = m_fmac(b, k, -1.4286068203094172e-06, m_fmac(b, k, -0.693145751953125, x));
  Val y = m_fma(b, m_poly2(b, r, exp_poly), r, one);
  return scale_by(b, m_fma(b, y, r, one), s, t);
}

// e^(r + lo) = e^r + lo (1 + r + ...)
Val math_exp_sum(Build *b, Double x) {
  Val s, t, in = m_clamp(b, x.hi, -746, 710);
  Val k = math_split_power(b, in, 1.4426950408889634, &s, &t);
  Rest e = exp_rest(b, in, k);
  if (!val_is_none(x.lo)) e.t = emit_add(b, e.t, m_fma(b, x.lo, emit_add(b, e.r, e.t), x.lo));
  return scale_by(b, m_addc(b, emit_add(b, e.r, e.t), 1), s, t);
}

Val math_exp(Build *b, Val x) {
  return m_is64(x) ? math_exp_sum(b, (Double){x, VAL_NONE}) : exp_of_f32(b, x);
}

Double math_exp_parts(Build *b, Val x, Val *s, Val *t) {
  bool d = m_is64(x);
  x = m_clamp(b, x, d ? -746 : -104, d ? 710 : 89);
  Val k = math_split_power(b, x, 1.4426950408889634, s, t);
  return one_plus(b, exp_rest(b, x, k));
}

Val math_exp2(Build *b, Val x) {
  bool d = m_is64(x);
  x = m_clamp(b, x, d ? -1080 : -152, d ? 1025 : 129);
  Val s, t;
  Val k = math_split_power(b, x, 1, &s, &t);
  Val r = emit_sub(b, x, k);
  Val p = m_poly2(b, r, exp2_poly);
  Val one = m_f(b, x, 1);
  return scale_by(b, m_fma(b, r, p, one), s, t);
}

// k = rint(x / ln 2), and 2^(k - less), k made in the low bits of a float with the exponent's bias.
static Val power_of(Build *b, Val x, int less, Val *s) {
  bool d = m_is64(x);
  double magic = (d ? 6755399441055744.0 + 1023 : 12582912.0 + 127) - less;
  Val t = m_fmac(b, x, 1.4426950408889634, m_f(b, x, magic));
  *s = m_float(b, m_shl(b, m_bits(b, t), d ? 52 : 23));
  return m_addc(b, t, -magic);
}

static Rest power_and_rest(Build *b, Val x, int less, Val *s) {
  return exp_rest(b, x, power_of(b, x, less, s));
}

// e^r - 1 - r for r in [-0.288, 0.406]: f32 r^2 / 2 + r^3 P(r), f64 r^2 P(r).
static Val expm1_tail(Build *b, Val r, Val lo) {
  static const double expm1_f32[] = {0.166666701, 0.0416665599, 0.00833216961, 0.00139209069,
                                     0.000208583297};
  static const double expm1_f64[] = {0.5,
                                     0.16666666666666663,
                                     0.04166666666666826,
                                     0.0083333333333370126,
                                     0.0013888888887922122,
                                     0.00019841269833087012,
                                     2.4801589733510298e-05,
                                     2.7557315649080573e-06,
                                     2.7554582051093221e-07,
                                     2.5075993130903062e-08,
                                     2.2028781455950175e-09};
  Val u = emit_add(b, r, lo), u2 = emit_mul(b, u, u);
  if (m_is64(r)) return m_fma(b, u2, m_poly(b, u, (Poly)POLY(expm1_f64)), lo);
  Val p = emit_mul(b, u, m_poly(b, u, (Poly)POLY(expm1_f32)));
  return m_fma(b, m_mulc(b, u, 0.5), u, m_fma(b, u2, p, lo));
}

// (2^n (1 + r + t) - 1) / 4 = 2^(n-2) r + (2^(n-2) - 1/4) + 2^(n-2) t, the first sum exactly.  n is
// 0 up to x = 0.486: with n = 1 much would cancel there.
static Double quarter(Build *b, Val x) {
  bool d = m_is64(x);
  Val s;
  x = m_clamp(b, x, d ? -40 : -20, d ? 710.6 : 89.5);
  Val k = power_of(b, m_addc(b, x, -0.059), 2, &s);
  Val low, r = exp_reduced(b, x, k, &low);
  Rest e = {r, expm1_tail(b, r, low)};
  Val base = m_addc(b, s, -0.25);
  Double y = m_fast_product_sum(b, base, s, e.r);
  Val lost = m_addc(b, emit_sub(b, s, base), -0.25);
  return (Double){y.hi, m_fma(b, s, e.t, emit_add(b, y.lo, lost))};
}

Val math_quarter_expm1(Build *b, Val x) {
  Double q = quarter(b, x);
  return emit_add(b, q.hi, q.lo);
}

// y where x is not so small that f(x) is x to half a unit: there x, which no step then flushes.
static Val unless_small(Build *b, Val x, Val y) {
  Val small = m_cmpc(b, "olt", m_abs(b, x), m_is64(x) ? 0x1p-60 : 0x1p-30);
  return emit_select(b, small, x, y);
}

Val math_expm1(Build *b, Val x) {
  return unless_small(b, x, m_mulc(b, math_quarter_expm1(b, x), 4));
}

// 2 / (1 + e^2a) for a in [0.92, 11], to 2^-23, as 1 / (1/2 + s + s r P(r)) with e^2a = 2 s (1 + r
// P(r)); s r is exact.
static Val tanh_rest(Build *b, Val a) {
  static const double p[] = {2, 1.99999976, 1.33331454, 0.666688025, 0.267972976, 0.0885993838};
  const double magic = 12582912.0 + 126;
  Val high = m_f(b, a, 11), x = emit_select(b, emit_cmp(b, "ogt", a, high), high, a);
  Val t = m_fmac(b, x, 2 * 1.4426950408889634, m_f(b, x, magic));
  Val s = m_float(b, m_shl(b, m_bits(b, t), 23));
  Val r = m_fmac(b, m_addc(b, t, -magic), -0.34657359027997265, x);
  Val den = m_fma(b, emit_mul(b, s, r), m_poly(b, r, (Poly)POLY(p)), m_addc(b, s, 0.5));
  return m_div(b, m_f(b, a, 1), den);
}

// a + a^3 P(a^2) for a < 0.92, 1 - 2 / (1 + e^2a) beyond, where the quotient is little more than
// 1/4.
static Val tanh_f32(Build *b, Val a) {
  static const double p[] = {-0.333333194,   0.13332893,   -0.0539218895,  0.0216344129,
                             -0.00820708554, 0.0025272551, -0.000434673071};
  Val z = emit_mul(b, a, a), one = m_f(b, a, 1);
  Val near = m_fma(b, emit_mul(b, a, z), m_poly(b, z, (Poly)POLY(p)), a);
  Val far = emit_sub(b, one, tanh_rest(b, a));
  return emit_select(b, m_cmpc(b, "olt", a, 0.92), near, far);
}

// q / (q + 1/2) with q = (e^2a - 1) / 4, the quotient with what its division lost.
static Val tanh_f64(Build *b, Val a) {
  Val high = m_f(b, a, 22), x = emit_select(b, emit_cmp(b, "ogt", a, high), high, a);
  Double q = quarter(b, emit_add(b, x, x));
  q = m_fast_sum(b, q.hi, q.lo);
  Double den = m_two_sum(b, q.hi, m_f(b, a, 0.5));
  Val inverse = m_div(b, m_f(b, a, 1), den.hi);
  Val y = emit_mul(b, q.hi, inverse), minus = m_neg(b, y);
  Val rest = m_fma(b, minus, emit_add(b, den.lo, q.lo), m_fma(b, minus, den.hi, q.hi));
  return m_fma(b, emit_add(b, rest, q.lo), inverse, y);
}

Val math_tanh(Build *b, Val x) {
  Val a = m_abs(b, x);
  if (!m_is64(x)) return m_copysign(b, tanh_f32(b, a), x);
  return unless_small(b, x, m_copysign(b, tanh_f64(b, a), x));
}

// 1 / (1 + E) with E = e^-x = s (1 + v), the quotient with what its division lost: 1 + E = (1 + s)
// + s v, both sums exactly.
Val math_logistic(Build *b, Val x) {
  bool d = m_is64(x);
  Val s, one = m_f(b, x, 1);
  Rest e = power_and_rest(b, m_clamp(b, m_neg(b, x), d ? -40 : -20, d ? 709 : 88), 0, &s);
  Val base = emit_add(b, s, one), above = m_cmpc(b, "ogt", s, 1);
  Val big = emit_select(b, above, s, one), small = emit_select(b, above, one, s);
  Val lost = emit_add(b, emit_sub(b, big, base), small);
  Double den = m_fast_product_sum(b, base, s, emit_add(b, e.r, e.t));
  den.lo = emit_add(b, den.lo, lost);
  Val y = m_div(b, one, den.hi), minus = m_neg(b, y);
  Val rest = m_fma(b, minus, den.lo, m_fma(b, minus, den.hi, one));
  return m_fma(b, rest, y, y);
}

// (E + sign / E) / 2 with E = e^a
static Val half_sum(Build *b, Val a, double sign) {
  bool d = m_is64(a);
  Val s;
  Rest r = power_and_rest(b, m_clamp(b, a, 0, d ? 710.6 : 89.5), 2, &s);
  Double e = one_plus(b, r);
  Val h = emit_mul(b, s, e.hi), c = m_f(b, a, sign / 16);
  Double y = m_fast_sum(b, h, m_div(b, c, h));
  Val sum = emit_add(b, y.hi, m_fma(b, s, e.lo, y.lo));
  return emit_add(b, sum, sum);
}

// a + a^3 P(a^2) for a < 1
Val math_sinh(Build *b, Val x) {
  static const double f32[] = {0.166666672, 0.0083333496, 0.000198361595, 2.81695134e-06};
  static const double f64[] = {
      0.16666666666666669,    0.0083333333333331476, 0.00019841269841431873, 2.7557319157072183e-06,
      2.5052123136680265e-08, 1.605725977164327e-10, 7.7587487234567313e-13};
  static const Poly p[] = {POLY(f32), POLY(f64)};
  Val a = m_abs(b, x);
  Val z = emit_mul(b, a, a);
  Val near = m_fma(b, emit_mul(b, a, z), m_poly2(b, z, p), a);
  Val y = emit_select(b, m_cmpc(b, "olt", a, 1), near, half_sum(b, a, -1));
  return m_copysign(b, y, x);
}

Val math_cosh(Build *b, Val x) { return half_sum(b, m_abs(b, x), 1); }
