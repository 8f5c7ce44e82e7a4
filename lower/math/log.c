// log.c -- logarithms and the inverse hyperbolic functions.
//
// x = 2^k m with m in [sqrt 1/2, sqrt 2), f = m - 1.  f32: log(1 + f) = f - f^2/2 + f^3 P(f), P
// from fit.py.  f64: log(1 + f) = 2 artanh(s / 2) = s + s^3 P(s^2) with s = f / (1 + f / 2), the
// sum and what k ln 2 adds to it in two numbers.
#include <math.h>

#include "lower/math/math.h"

static const double log_f32[] = {0.333333135,  -0.250000089, 0.200021192,
                                 -0.166679963, 0.142195523,  -0.124055885,
                                 0.118881606,  -0.116756544, 0.0674664676};
static const double log_f64[] = {
    0.083333333333333329,   0.012500000000001538,   0.0022321428569854174,  0.00043402778528546797,
    8.8778214762908787e-05, 1.8782943912238465e-05, 4.0442426642648781e-06, 1.0097156320612242e-06};

// log(1 + f) - f, f32
static Val log_tail(Build *b, Val f) {
  Val p = emit_mul(b, f, m_poly(b, f, (Poly)POLY(log_f32)));
  return m_fma(b, m_mulc(b, f, -0.5), f, emit_mul(b, emit_mul(b, f, f), p));
}

// f / (1 + f / 2), f64
static Double log_quotient(Build *b, Double f) {
  Val half = m_mulc(b, f.hi, 0.5), u = m_addc(b, half, 1), one = m_f(b, u, 1);
  Val u_lo = emit_sub(b, half, m_addc(b, u, -1)), inverse = m_div(b, one, u);
  if (!val_is_none(f.lo)) u_lo = m_fmac(b, f.lo, 0.5, u_lo);
  Val s = emit_mul(b, f.hi, inverse), minus = m_neg(b, s);
  Val rest = m_fma(b, minus, u_lo, m_fma(b, minus, u, f.hi));
  if (!val_is_none(f.lo)) rest = emit_add(b, rest, f.lo);
  return (Double){s, emit_mul(b, rest, inverse)};
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

// Only P and the last two additions are rounded: their terms are 1 % of the sum.
static Val log_join_f64(Build *b, Double f, Val kf) {
  Double s = log_quotient(b, f), z = m_double_product(b, s, s), c = m_double_product(b, s, z);
  Val p = m_poly(b, z.hi, (Poly)POLY(log_f64));
  Val exact = m_mulc(b, kf, 6.93147180369123816490e-01); // the constant has 32 bits
  Double sum = m_fast_sum(b, exact, s.hi);
  Val lo = emit_add(b, sum.lo, m_fmac(b, kf, 1.90821492927058770002e-10, s.lo));
  return emit_add(b, sum.hi, m_fma(b, c.hi, p, m_fma(b, c.lo, p, lo)));
}

// k ln 2 + f + (log(1 + f) - f), smallest parts first; f.lo may be none.
static Val log_join(Build *b, Double f, Val k) {
  Val kf = m_from_int(b, k, f.hi);
  if (m_is64(f.hi)) return log_join_f64(b, f, kf);
  Val y = m_fmac(b, kf, -2.12194440e-4, log_tail(b, f.hi));
  if (!val_is_none(f.lo)) y = emit_add(b, f.lo, y);
  y = emit_add(b, f.hi, y);
  return m_fmac(b, kf, 0.693359375, y);
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

// f64 to 2^-43 for results of f32: nothing in double length.
Val math_log_single(Build *b, Val x) {
  static const double p[] = {0.08333333334471088, 0.012499998635258108, 0.0022321959373030418,
                             0.00043312962742216276, 9.5622372666962055e-05};
  Val k, m = math_log_split(b, x, &k), f = m_addc(b, m, -1), one = m_f(b, x, 1);
  Val s = m_div(b, f, m_fmac(b, f, 0.5, one)), z = emit_mul(b, s, s);
  Val y = m_fma(b, emit_mul(b, s, z), m_poly(b, z, (Poly)POLY(p)), s);
  return log_special(b, x, m_fmac(b, m_from_int(b, k, x), 0.69314718055994531, y));
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
// log1p(t) of a t that f32 computes in f64, f64 in double length.  log1p(big ? a : t) + (big ? ln 2
// : 0) where a^2 might overflow.

// t in two parts of f32
static Double halves(Build *b, Val t) {
  Double y;
  MlirType f32 = type_like(t, type_f32(b));
  y.hi = emit1(b, "arith.truncf", t, f32);
  y.lo = emit1(b, "arith.truncf", emit_sub(b, t, m_extend(b, y.hi)), f32);
  return y;
}

static Val log_doubled(Build *b, Val a, Double t) {
  bool d = m_is64(a);
  Val big = m_cmpc(b, "ogt", a, d ? 0x1p54 : 0x1p26);
  if (!d) return log1p_of(b, halves(b, emit_select(b, big, m_extend(b, a), t.hi)), big);
  Double x = {emit_select(b, big, a, t.hi), emit_select(b, big, m_f(b, a, 0), t.lo)};
  return log1p_of(b, x, big);
}

// The root of x; 0 of 0.
static Double double_root(Build *b, Double x) {
  Val y = m_sqrt(b, x.hi), den = m_addc(b, emit_add(b, y, y), 0x1p-1000);
  Val rest = emit_add(b, m_fma(b, m_neg(b, y), y, x.hi), x.lo);
  return (Double){y, m_div(b, rest, den)};
}

// sqrt(1 + a^2) - 1 + a
static Double asinh_f64(Build *b, Val a) {
  Double a2 = m_product(b, a, a), sum = m_two_sum(b, a2.hi, m_f(b, a, 1));
  Double root = double_root(b, (Double){sum.hi, emit_add(b, sum.lo, a2.lo)});
  Double t = m_fast_sum(b, m_addc(b, root.hi, -1), root.lo), y = m_two_sum(b, a, t.hi);
  return (Double){y.hi, emit_add(b, y.lo, t.lo)};
}

static Double asinh_f32(Build *b, Val a) {
  Val u = m_extend(b, a), one = m_f(b, u, 1);
  Val root = m_sqrt(b, emit_add(b, emit_mul(b, u, u), one));
  return (Double){emit_add(b, u, emit_sub(b, root, one)), VAL_NONE};
}

// asinh a = log1p(a + sqrt(1 + a^2) - 1)
Val math_asinh(Build *b, Val x) {
  Val a = m_abs(b, x);
  bool d = m_is64(a);
  Val y = log_doubled(b, a, d ? asinh_f64(b, a) : asinh_f32(b, a));
  y = emit_select(b, m_cmpc(b, "olt", a, d ? 0x1p-28 : 0x1p-12), a, y);
  return m_copysign(b, y, x);
}

// t + sqrt(2 t + t^2), t = x - 1
static Double acosh_f64(Build *b, Val x, Val t) {
  Double up = m_two_sum(b, x, m_f(b, x, 1)), w = m_product(b, t, up.hi);
  Double root = double_root(b, (Double){w.hi, m_fma(b, t, up.lo, w.lo)});
  Double y = m_fast_sum(b, root.hi, t);
  return (Double){y.hi, emit_add(b, y.lo, root.lo)};
}

static Double acosh_f32(Build *b, Val t) {
  Val root = m_sqrt(b, emit_mul(b, t, m_addc(b, t, 2)));
  return (Double){emit_add(b, t, root), VAL_NONE};
}

// acosh x = log1p(t + sqrt(2 t + t^2)) with t = x - 1
Val math_acosh(Build *b, Val x) {
  bool d = m_is64(x);
  Val t = m_addc(b, d ? x : m_extend(b, x), -1), nan = m_f(b, x, NAN);
  Val y = log_doubled(b, x, d ? acosh_f64(b, x, t) : acosh_f32(b, t));
  return emit_select(b, m_cmpc(b, "olt", x, 1), nan, y);
}

// atanh a = log1p(2 a / (1 - a)) / 2, the quotient with what its division lost.
Val math_atanh(Build *b, Val x) {
  Val a = m_abs(b, x), one = m_f(b, x, 1), num = emit_add(b, a, a);
  Double den = m_fast_sum(b, one, m_neg(b, a)), t = {m_div(b, num, den.hi), VAL_NONE};
  Val minus = m_neg(b, t.hi);
  Val lost = m_fma(b, minus, den.lo, m_fma(b, minus, den.hi, num));
  t.lo = m_div(b, lost, den.hi);
  return m_copysign(b, m_mulc(b, log1p_of(b, t, VAL_NONE), 0.5), x);
}
