// log.c -- logarithms and the inverse hyperbolic functions.
//
// x = 2^k m with m in [sqrt 1/2, sqrt 2), f = m - 1.  f32: log(1 + f) = f - f^2/2 + f^3 P(f), P
// from fit.py.  f64: with s = f / (2 + f), log(1 + f) = f - s (f - R), R even in s: FreeBSD's
// e_log.c, whose coefficients Lg1..Lg7 these are.
#include <math.h>

#include "lower/math/math.h"

static const double log_f32[] = {0.333333135,  -0.250000089, 0.200021192,
                                 -0.166679963, 0.142195523,  -0.124055885,
                                 0.118881606,  -0.116756544, 0.0674664676};
static const double log_f64[] = {6.666666666666735130e-01, 3.999999999940941908e-01,
                                 2.857142874366239149e-01, 2.222219843214978396e-01,
                                 1.818357216161805012e-01, 1.531383769920937332e-01,
                                 1.479819860511658591e-01};
static const double LN2 = 0.69314718055994530942;

// log(1 + f) - f
static Val log_tail(Build *b, Val f) {
  Val f2 = emit_mul(b, f, f);
  if (!m_is64(f)) {
    Val p = emit_mul(b, f, m_poly(b, f, (Poly)POLY(log_f32)));
    return emit_mul(b, f2, m_addc(b, p, -0.5));
  }
  Val s = m_div(b, f, m_addc(b, f, 2));
  Val z = emit_mul(b, s, s);
  Val r = emit_mul(b, z, m_poly(b, z, (Poly)POLY(log_f64)));
  Val h = m_mulc(b, f2, 0.5);
  return emit_sub(b, emit_mul(b, s, emit_add(b, h, r)), h);
}

// x's exponent (against [sqrt 1/2, sqrt 2)) and mantissa.
Val math_log_split(Build *b, Val x, Val *k) {
  bool d = m_is64(x);
  int mant = d ? 52 : 23;
  int64_t low = d ? 0x3fe6a09e667f3bcd : 0x3f3504f3;
  Val base = m_i(b, x, low), mask = m_i(b, x, ((int64_t)1 << mant) - 1);
  Val t = emit_sub(b, m_bits(b, x), base);
  *k = m_shr(b, t, mant);
  return m_float(b, emit_add(b, m_and(b, t, mask), base));
}

// k ln 2 + f + (log(1 + f) - f), smallest parts first
static Val log_join(Build *b, Val f, Val k) {
  bool d = m_is64(f);
  Val kf = m_from_int(b, k, f);
  Val y = m_fmac(b, kf, d ? 1.90821492927058770002e-10 : -2.12194440e-4, log_tail(b, f));
  y = emit_add(b, f, y);
  return m_fmac(b, kf, d ? 6.93147180369123816490e-01 : 0.693359375, y);
}

// y = log x made right for x = 0, negative, infinite or nan.
static Val log_special(Build *b, Val x, Val y) {
  double tiny = m_is64(x) ? 0x1p-1022 : 0x1p-126;
  Val inf = m_f(b, x, INFINITY), minf = m_f(b, x, -INFINITY), nan = m_f(b, x, NAN);
  Val zero = emit_select(b, m_cmpc(b, "ogt", x, -tiny), minf, nan);
  y = emit_select(b, m_cmpc(b, "oge", x, tiny), y, zero);
  return emit_select(b, emit_cmp(b, "oeq", x, inf), inf, y);
}

Val math_log(Build *b, Val x) {
  Val k;
  Val m = math_log_split(b, x, &k);
  return log_special(b, x, log_join(b, m_addc(b, m, -1), k));
}

// With u = 1 + x rounded and c what the rounding lost, f = (m - 1) + c / 2^k.
Val math_log1p(Build *b, Val x) {
  Val u = m_addc(b, x, 1);
  Val one = m_f(b, x, 1);
  Val c_small = emit_sub(b, x, m_addc(b, u, -1));
  Val c_large = emit_sub(b, one, emit_sub(b, u, x));
  Val c = emit_select(b, m_cmpc(b, "ogt", x, 1), c_large, c_small);
  Val k;
  Val m = math_log_split(b, u, &k);
  Val zero = m_i(b, x, 0), low = m_i(b, x, m_is64(x) ? -1022 : -126);
  Val s = m_pow2(b, emit_bin(b, "arith.maxsi", emit_sub(b, zero, k), low));
  Val f = m_fma(b, c, s, m_addc(b, m, -1));
  Val y = log_special(b, u, log_join(b, f, k));
  return emit_select(b, m_cmpc(b, "oeq", x, 0), x, y); // -0.0
}

// log1p(big ? a : small) + (big ? ln 2 : 0): the ends of asinh and acosh, where a^2 might overflow.
static Val log_doubled(Build *b, Val a, Val small) {
  Val big = m_cmpc(b, "ogt", a, m_is64(a) ? 0x1p54 : 0x1p26);
  Val y = math_log1p(b, emit_select(b, big, a, small));
  Val ln2 = m_f(b, a, LN2), zero = m_f(b, a, 0);
  return emit_add(b, y, emit_select(b, big, ln2, zero));
}

// asinh a = log1p(a + a^2 / (1 + sqrt(1 + a^2)))
Val math_asinh(Build *b, Val x) {
  Val a = m_abs(b, x);
  Val a2 = emit_mul(b, a, a);
  Val den = m_addc(b, m_sqrt(b, m_addc(b, a2, 1)), 1);
  Val small = emit_add(b, a, m_div(b, a2, den));
  return m_copysign(b, log_doubled(b, a, small), x);
}

// acosh x = log1p(t + sqrt(2 t + t^2)) with t = x - 1
Val math_acosh(Build *b, Val x) {
  Val t = m_addc(b, x, -1);
  Val root = m_sqrt(b, emit_mul(b, t, m_addc(b, t, 2)));
  Val y = log_doubled(b, x, emit_add(b, t, root)), nan = m_f(b, x, NAN);
  return emit_select(b, m_cmpc(b, "olt", x, 1), nan, y);
}

// atanh a = log1p(2 a / (1 - a)) / 2
Val math_atanh(Build *b, Val x) {
  Val a = m_abs(b, x);
  Val one = m_f(b, x, 1);
  Val num = emit_add(b, a, a), den = emit_sub(b, one, a);
  Val y = math_log1p(b, m_div(b, num, den));
  return m_copysign(b, m_mulc(b, y, 0.5), x);
}
