// arc.c -- inverse trigonometric functions.
//
// atan t = t + t^3 P(t^2) for |t| <= tan pi/8, asin t = t + t^3 P(t^2) for |t| <= 1/2 (P from
// fit.py), and the addition theorems for the rest.
#include <math.h>

#include "lower/math/math.h"

static const double atan_f32[] = {-0.333333164, 0.199984714, -0.142435327, 0.105938144,
                                  -0.0607822202};
static const double atan_f64[] = {
    -0.33333333333333326,  0.19999999999997098,  -0.14285714285317319,  0.11111111083823502,
    -0.090909079892493055, 0.076922792877528665, -0.066661760751317425, 0.058765308907813424,
    -0.052152775750140858, 0.044909645589897587, -0.033184352892721619, 0.01490332595633094};

static const double asin_f32[] = {0.166666597,  0.0750050396, 0.0445169546,
                                  0.0318077244, 0.0144385844, 0.0375164784};
static const double asin_f64[] = {
    0.1666666666666676,   0.074999999999707981,  0.044642857174613054, 0.030381942707737534,
    0.022372214988702059, 0.017351611998244438,  0.01398082069956543,  0.011398911153911069,
    0.010780258287115822, 0.0037063886543271807, 0.021707495878420417, -0.020999132559514539,
    0.03262866851036441};
static const Poly asin_poly[] = {POLY(asin_f32), POLY(asin_f64)};

// pi/4 in two parts, the multiples of whose first by 2, 3, 4 are exact.
static Double quarter_pi(Build *b, Val like) {
  bool d = m_is64(like);
  Val hi = m_f(b, like, d ? 0.7853981633974483 : 0.785398006439209);
  return (Double){hi, m_f(b, like, d ? 3.061616997868383e-17 : 1.5695823932524066e-07)};
}

// atan(t.hi + t.lo).  f64: the first coefficient in double length.
static Double atan_near(Build *b, Double t) {
  if (m_is64(t.hi)) {
    Double z = m_double_product(b, t, t);
    return m_series(b, t, m_double_product(b, t, z), z, (Poly)POLY(atan_f64), 1);
  }
  Val z = emit_mul(b, t.hi, t.hi);
  return (Double){t.hi, m_fma(b, emit_mul(b, z, t.hi), m_poly(b, z, (Poly)POLY(atan_f32)), t.lo)};
}

// (num.hi + num.lo) / (den.hi + den.lo)
static Double quotient(Build *b, Double num, Double den) {
  bool d = m_is64(num.hi); // with one division
  Val inverse = d ? m_div(b, m_f(b, den.hi, 1), den.hi) : VAL_NONE;
  Val t = d ? emit_mul(b, num.hi, inverse) : m_div(b, num.hi, den.hi), minus = m_neg(b, t);
  Val lost = m_fma(b, minus, den.hi, num.hi);
  lost = m_fma(b, minus, den.lo, emit_add(b, lost, num.lo));
  if (d) return m_fast_product_sum(b, t, lost, inverse);
  return (Double){t, m_div(b, lost, den.hi)};
}

// m pi/4 + sign atan(y / x) for 0 <= y <= x (0 / 0 counts as 0), m + sign and m in 0..4.  Above
// tan pi/8, atan(y / x) = pi/4 + atan((y - x) / (y + x)).
static Val atan_octant(Build *b, Val y, Val x, Val m, Val sign) {
  Val high = emit_cmp(b, "ogt", y, m_mulc(b, x, 0.41421356237309503));
  Double diff = m_fast_sum(b, m_neg(b, x), y), sum = m_fast_sum(b, x, y);
  Val zero = m_f(b, x, 0), one = m_f(b, x, 1);
  Double num = {emit_select(b, high, diff.hi, y), emit_select(b, high, diff.lo, zero)};
  Double den = {emit_select(b, high, sum.hi, x), emit_select(b, high, sum.lo, zero)};
  den.hi = emit_select(b, emit_cmp(b, "oeq", x, zero), one, den.hi);
  Double a = atan_near(b, quotient(b, num, den));
  m = emit_select(b, high, emit_add(b, m, sign), m);
  Double q = quarter_pi(b, x);
  Double s = m_fast_sum(b, emit_mul(b, m, q.hi), emit_mul(b, sign, a.hi));
  Val rest = m_fma(b, m, q.lo, emit_add(b, s.lo, emit_mul(b, sign, a.lo)));
  return emit_add(b, s.hi, rest);
}

Val math_atan(Build *b, Val x) {
  Val a = m_abs(b, x), one = m_f(b, x, 1), high = m_f(b, x, 0x1p100);
  Val big = emit_cmp(b, "ogt", a, one);
  Val large = emit_select(b, big, emit_select(b, emit_cmp(b, "ogt", a, high), high, a), one);
  Val m = emit_select(b, big, m_f(b, x, 2), m_f(b, x, 0));
  Val sign = emit_select(b, big, m_f(b, x, -1), one);
  return m_copysign(b, atan_octant(b, emit_select(b, big, one, a), large, m, sign), x);
}

// Factor for numbers up to `large` whose sums would overflow, or whose differences or what a
// division leaves would be flushed.
static Val atan2_scale(Build *b, Val large) {
  bool d = m_is64(large);
  Val big = m_cmpc(b, "ogt", large, d ? 0x1p1000 : 0x1p120);
  Val tiny = m_cmpc(b, "olt", large, d ? 0x1p800 : 0x1p-90);
  Val up = m_f(b, large, d ? 0x1p200 : 0x1p32), down = m_f(b, large, d ? 0x1p-10 : 0x1p-4);
  Val none = m_f(b, large, 1);
  return emit_select(b, big, down, emit_select(b, tiny, up, none));
}

Val math_atan2(Build *b, Val y, Val x) {
  Val ax = m_abs(b, x), ay = m_abs(b, y), one = m_f(b, x, 1);
  Val steep = emit_cmp(b, "ogt", ay, ax);
  Val small = emit_select(b, steep, ax, ay), large = emit_select(b, steep, ay, ax);
  // inf / inf counts as 1 / 1, x / inf as 0 / 1
  Val inf = m_cmpc(b, "oeq", large, INFINITY), both = m_cmpc(b, "oeq", small, INFINITY);
  small = emit_select(b, inf, emit_select(b, both, one, m_f(b, x, 0)), small);
  large = emit_select(b, inf, one, large);
  Val scale = atan2_scale(b, large);
  small = emit_mul(b, small, scale), large = emit_mul(b, large, scale);
  // pi/2 - atan where steep, pi - that to the left
  Val zero = m_i(b, x, 0), minus = m_f(b, x, -1);
  Val left = emit_cmp(b, "slt", m_bits(b, x), zero);
  Val m = emit_select(b, left, m_f(b, x, 4), m_f(b, x, 0));
  m = emit_select(b, steep, m_f(b, x, 2), m);
  Val flips = m_xor(b, steep, left);
  Val sign = emit_select(b, flips, minus, one);
  Val a = m_copysign(b, atan_octant(b, small, large, m, sign), y);
  Val nan = emit_cmp(b, "uno", x, y);
  return emit_select(b, nan, emit_add(b, x, y), a);
}

// What asin and acos share: for |x| > 1/2, asin |x| = pi/2 - 2 asin s with s = sqrt((1 - |x|) / 2).
typedef struct Arc {
  Val big;
  Val t;    // |x| or s
  Val tail; // asin t - t
} Arc;

static Arc arc_reduce(Build *b, Val a) {
  Arc r;
  Val one = m_f(b, a, 1);
  r.big = m_cmpc(b, "ogt", a, 0.5);
  Val half = m_mulc(b, emit_sub(b, one, a), 0.5), a2 = emit_mul(b, a, a);
  Val s = m_sqrt(b, half);
  Val z = emit_select(b, r.big, half, a2);
  r.t = emit_select(b, r.big, s, a);
  Val zt = emit_mul(b, z, r.t);
  Val p = m_poly2(b, z, asin_poly);
  // what rounding the root lost: (z - s^2) / 2s
  Val lost = m_fma(b, m_neg(b, s), s, half);
  Val den = m_addc(b, emit_add(b, s, s), m_is64(a) ? 0x1p-1000 : 0x1p-100);
  Val zero = m_f(b, a, 0);
  Val root_lo = emit_select(b, r.big, m_div(b, lost, den), zero);
  r.tail = m_fma(b, zt, p, root_lo);
  return r;
}

// n pi/4 + k (t + tail)
static Val arc_from(Build *b, const Arc *r, Val n, Val k) {
  Double p = quarter_pi(b, r->t);
  Double s = m_fast_sum(b, emit_mul(b, n, p.hi), emit_mul(b, k, r->t));
  Val rest = m_fma(b, k, r->tail, m_fma(b, n, p.lo, s.lo));
  return emit_add(b, s.hi, rest);
}

Val math_asin(Build *b, Val x) {
  Arc r = arc_reduce(b, m_abs(b, x));
  Val near = emit_add(b, r.t, r.tail), far = arc_from(b, &r, m_f(b, x, 2), m_f(b, x, -2));
  return m_copysign(b, emit_select(b, r.big, far, near), x);
}

// pi/2 - asin x; 2 asin s, or pi - 2 asin s to the left.
Val math_acos(Build *b, Val x) {
  Arc r = arc_reduce(b, m_abs(b, x));
  Val zero = m_f(b, x, 0), one = m_f(b, x, 1), two = m_f(b, x, 2), four = m_f(b, x, 4);
  Val left = m_cmpc(b, "olt", x, 0), minus = m_f(b, x, -1);
  Val k = emit_select(b, left, one, minus), n = emit_select(b, left, four, zero);
  Val k_far = emit_mul(b, k, m_f(b, x, -2));
  return arc_from(b, &r, emit_select(b, r.big, n, two), emit_select(b, r.big, k_far, k));
}
