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

// log(1 + f) - f
static Val log_tail(Build *b, Val f) {
  Val f2 = emit_mul(b, f, f);
  if (!m_is64(f)) {
    Val p = emit_mul(b, f, m_poly(b, f, (Poly)POLY(log_f32)));
    return m_fma(b, m_mulc(b, f, -0.5), f, emit_mul(b, f2, p));
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

// k ln 2 + f + (log(1 + f) - f), smallest parts first; f.lo may be none.
static Val log_join(Build *b, Double f, Val k) {
  bool d = m_is64(f.hi);
  Val kf = m_from_int(b, k, f.hi);
  Val y = m_fmac(b, kf, d ? 1.90821492927058770002e-10 : -2.12194440e-4, log_tail(b, f.hi));
  if (!val_is_none(f.lo)) y = emit_add(b, f.lo, y);
  y = emit_add(b, f.hi, y);
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
  return log_special(b, x, log_join(b, (Double){m_addc(b, m, -1), VAL_NONE}, k));
}

// log(1 + x.hi + x.lo); where `twice` (or none), log 2 more.  With u = 1 + x rounded and c what the
// rounding lost, f = (m - 1) + c / 2^k, in two parts.
static Val log1p_of(Build *b, Double x, Val twice) {
  Val u = m_addc(b, x.hi, 1);
  Val one = m_f(b, u, 1);
  Val c_small = emit_sub(b, x.hi, m_addc(b, u, -1));
  Val c_large = emit_sub(b, one, emit_sub(b, u, x.hi));
  Val c = emit_select(b, m_cmpc(b, "ogt", x.hi, 1), c_large, c_small);
  if (!val_is_none(x.lo)) c = emit_add(b, c, x.lo);
  Val k;
  Val m = math_log_split(b, u, &k);
  Val zero = m_i(b, u, 0), low = m_i(b, u, m_is64(u) ? -1022 : -126);
  Val s = m_pow2(b, emit_bin(b, "arith.maxsi", emit_sub(b, zero, k), low));
  Double f = m_fast_product_sum(b, m_addc(b, m, -1), c, s);
  if (!val_is_none(twice)) k = emit_add(b, k, emit_select(b, twice, m_i(b, u, 1), zero));
  return log_special(b, u, log_join(b, f, k));
}

Val math_log1p(Build *b, Val x) {
  Val y = log1p_of(b, (Double){x, VAL_NONE}, VAL_NONE);
  return emit_select(b, m_cmpc(b, "oeq", x, 0), x, y); // -0.0
}

//===-- inverse hyperbolic functions ------------------------------------------------------===//
//
// log1p(t) of a t that f32 computes in f64 and keeps in two parts.  log1p(big ? a : t) + (big ? ln
// 2 : 0) where a^2 might overflow.

static Double halves(Build *b, Val t) {
  Double y;
  MlirType f32 = type_like(t, type_f32(b));
  y.hi = emit1(b, "arith.truncf", t, f32);
  y.lo = emit1(b, "arith.truncf", emit_sub(b, t, m_extend(b, y.hi)), f32);
  return y;
}

static Val log_doubled(Build *b, Val a, Val t) {
  Val big = m_cmpc(b, "ogt", a, m_is64(a) ? 0x1p54 : 0x1p26);
  if (m_is64(a)) return log1p_of(b, (Double){emit_select(b, big, a, t), VAL_NONE}, big);
  return log1p_of(b, halves(b, emit_select(b, big, m_extend(b, a), t)), big);
}

// asinh a = log1p(a + a^2 / (1 + sqrt(1 + a^2))) = log1p(a + sqrt(1 + a^2) - 1)
Val math_asinh(Build *b, Val x) {
  Val a = m_abs(b, x);
  bool d = m_is64(a);
  Val u = d ? a : m_extend(b, a), one = m_f(b, u, 1);
  Val a2 = emit_mul(b, u, u), t;
  Val root = m_sqrt(b, emit_add(b, a2, one));
  if (d)
    t = emit_add(b, u, m_div(b, a2, emit_add(b, root, one)));
  else
    t = emit_add(b, u, emit_sub(b, root, one));
  Val y = log_doubled(b, a, t);
  if (!d) y = emit_select(b, m_cmpc(b, "olt", a, 0x1p-12), a, y);
  return m_copysign(b, y, x);
}

// acosh x = log1p(t + sqrt(2 t + t^2)) with t = x - 1
Val math_acosh(Build *b, Val x) {
  Val t = m_addc(b, m_is64(x) ? x : m_extend(b, x), -1);
  Val root = m_sqrt(b, emit_mul(b, t, m_addc(b, t, 2)));
  Val y = log_doubled(b, x, emit_add(b, t, root)), nan = m_f(b, x, NAN);
  return emit_select(b, m_cmpc(b, "olt", x, 1), nan, y);
}

// atanh a = log1p(2 a / (1 - a)) / 2, f32: the quotient with what its division lost.
Val math_atanh(Build *b, Val x) {
  Val a = m_abs(b, x), one = m_f(b, x, 1), num = emit_add(b, a, a);
  Double den = m_fast_sum(b, one, m_neg(b, a)), t = {m_div(b, num, den.hi), VAL_NONE};
  if (!m_is64(x)) {
    Val minus = m_neg(b, t.hi);
    Val lost = m_fma(b, minus, den.lo, m_fma(b, minus, den.hi, num));
    t.lo = m_div(b, lost, den.hi);
  }
  Val y = log1p_of(b, t, VAL_NONE);
  return m_copysign(b, m_mulc(b, y, 0.5), x);
}
