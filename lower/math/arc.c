// arc.c -- inverse trigonometric functions.
//
// atan t = t + t^3 P(t^2) for |t| <= tan pi/8, asin t = t + t^3 P(t^2) for |t| <= 1/2 (P from
// fit.py), and the addition theorems for the rest.
#include <math.h>

#include "lower/math/math.h"

static const double atan_f32[] = {-0.333333164, 0.199984714, -0.142435327, 0.105938144,
                                  -0.0607822202};
static const double atan_f64[] = {
    -0.33333333333333326,  0.1999999999999765,   -0.14285714285386003,  0.11111111088072005,
    -0.090909081413299273, 0.076922826988258183, -0.066662260392622491, 0.058770162265312231,
    -0.052183770350012051, 0.045034696703911858, -0.033473269250340283, 0.015194570363649341};
static const Poly atan_poly[] = {POLY(atan_f32), POLY(atan_f64)};

static const double asin_f32[] = {0.166666597,  0.0750050396, 0.0445169546,
                                  0.0318077244, 0.0144385844, 0.0375164784};
static const double asin_f64[] = {
    0.1666666666666676,   0.074999999999707981,  0.044642857174613054, 0.030381942707737534,
    0.022372214988702059, 0.017351611998244438,  0.01398082069956543,  0.011398911153911069,
    0.010780258287115822, 0.0037063886543271807, 0.021707495878420417, -0.020999132559514539,
    0.03262866851036441};
static const Poly asin_poly[] = {POLY(asin_f32), POLY(asin_f64)};

// A multiple of pi/4 as hi + lo in the precision of `like`.
typedef struct Pair {
  double hi, lo;
} Pair;
static Pair quarter_pi(Val like, int n) {
  if (m_is64(like)) return (Pair){n * 0.78539816339744828, n * 3.0616169978683830e-17};
  return (Pair){n * (double)0x1.921fb6p-1f, n * -2.1855695e-8};
}

// atan(y / x) for 0 <= y <= x (0 / 0 counts as 0).  Above tan pi/8: pi/4 + atan((y - x) / (y + x)).
static Val atan_octant(Build *b, Val y, Val x) {
  Val high = emit_cmp(b, "ogt", y, m_mulc(b, x, 0.41421356237309503));
  Val diff = emit_sub(b, y, x), sum = emit_add(b, y, x);
  Val num = emit_select(b, high, diff, y), den = emit_select(b, high, sum, x);
  Val zero = m_f(b, x, 0), one = m_f(b, x, 1);
  den = emit_select(b, emit_cmp(b, "oeq", x, zero), one, den);
  Val t = m_div(b, num, den);
  Val z = emit_mul(b, t, t);
  Val zt = emit_mul(b, z, t);
  Pair p = quarter_pi(x, 1);
  Val hi = emit_select(b, high, m_f(b, x, p.hi), zero);
  Val lo = emit_select(b, high, m_f(b, x, p.lo), zero);
  Val tail = m_fma(b, zt, m_poly2(b, z, atan_poly), lo);
  return emit_add(b, hi, emit_add(b, t, tail));
}

// n pi/4 - a
static Val from_quarters(Build *b, int n, Val a) {
  Pair p = quarter_pi(a, n);
  Val lo = m_f(b, a, p.lo);
  Val t = emit_sub(b, a, lo), hi = m_f(b, a, p.hi);
  return emit_sub(b, hi, t);
}

Val math_atan(Build *b, Val x) {
  Val a = m_abs(b, x), one = m_f(b, x, 1);
  Val big = emit_cmp(b, "ogt", a, one);
  Val inv = m_div(b, one, a);
  Val y = atan_octant(b, emit_select(b, big, inv, a), one);
  Val flipped = from_quarters(b, 2, y);
  return m_copysign(b, emit_select(b, big, flipped, y), x);
}

Val math_atan2(Build *b, Val y, Val x) {
  Val ax = m_abs(b, x), ay = m_abs(b, y);
  Val steep = emit_cmp(b, "ogt", ay, ax);
  Val small = emit_select(b, steep, ax, ay), large = emit_select(b, steep, ay, ax);
  // inf / inf counts as 1 / 1
  Val inf = m_cmpc(b, "oeq", small, INFINITY), one = m_f(b, x, 1);
  small = emit_select(b, inf, one, small), large = emit_select(b, inf, one, large);
  Val big = m_cmpc(b, "ogt", large, m_is64(x) ? 0x1p1000 : 0x1p120); // y + x must not overflow
  Val down = m_f(b, x, m_is64(x) ? 0x1p-10 : 0x1p-4);
  Val small_down = emit_mul(b, small, down), large_down = emit_mul(b, large, down);
  small = emit_select(b, big, small_down, small), large = emit_select(b, big, large_down, large);
  Val a = atan_octant(b, small, large);
  Val flipped = from_quarters(b, 2, a);
  a = emit_select(b, steep, flipped, a);
  Val zero = m_i(b, x, 0);
  Val left = emit_cmp(b, "slt", m_bits(b, x), zero);
  Val back = from_quarters(b, 4, a);
  a = m_copysign(b, emit_select(b, left, back, a), y);
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

// n pi/4 - k (t + tail)
static Val arc_from(Build *b, const Arc *r, int n, double k) {
  Pair p = quarter_pi(r->t, n);
  Val lo = m_fmac(b, r->tail, k, m_f(b, r->t, -p.lo));
  Val y = m_fmac(b, r->t, k, lo), hi = m_f(b, r->t, p.hi);
  return emit_sub(b, hi, y);
}

Val math_asin(Build *b, Val x) {
  Arc r = arc_reduce(b, m_abs(b, x));
  Val near = emit_add(b, r.t, r.tail), far = arc_from(b, &r, 2, 2);
  return m_copysign(b, emit_select(b, r.big, far, near), x);
}

Val math_acos(Build *b, Val x) {
  Arc r = arc_reduce(b, m_abs(b, x));
  Val left = m_cmpc(b, "olt", x, 0);
  Val small = emit_add(b, r.t, r.tail);
  Val y = m_mulc(b, small, 2);
  Val far = emit_select(b, left, arc_from(b, &r, 4, 2), y);
  Val plus = arc_from(b, &r, 2, 1), minus = arc_from(b, &r, 2, -1);
  Val near = emit_select(b, left, minus, plus);
  return emit_select(b, r.big, far, near);
}
