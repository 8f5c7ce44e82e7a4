// pow.c -- powers, roots and the remainder.
//
// pow in f32 is exp(y log x) in f64.  In f64 the logarithm is a sum hi + lo good to about 2^-68:
// with s = f / (2 + f), log(1 + f) = 2 s + (2/3) s^3 + s^5 Q(s^2), the first two terms in double
// length (Dekker 1971, with fused multiply-adds).
#include <math.h>

#include "lower/math/math.h"

// y = 1 / sqrt x rounded twice, and a step of Newton's method: y + y (1 - x y^2) / 2, x y in two
// parts.
Val math_rsqrt(Build *b, Val x) {
  Val one = m_f(b, x, 1);
  Val y = m_div(b, one, m_sqrt(b, x));
  Double p = m_product(b, x, y);
  Val minus = m_neg(b, y);
  Val e = m_fma(b, minus, p.lo, m_fma(b, minus, p.hi, one));
  Val better = m_fma(b, m_mulc(b, y, 0.5), e, y);
  return emit_select(b, emit_cmp(b, "ord", e, e), better, y); // 0 and inf stay
}

//===-- cube root: FreeBSD's s_cbrt.c and s_cbrtf.c --------------------------------===//

static Val third(Build *b, Val i) {
  Val three = emit_int(b, mlirValueGetType(i), 3);
  return emit_bin(b, "arith.divui", i, three);
}

// t (x + x + t^3) / (x + t^3 + t^3)
static Val cbrt_step(Build *b, Val x, Val t) {
  Val r = emit_mul(b, t, emit_mul(b, t, t));
  Val num = emit_add(b, emit_add(b, x, x), r);
  Val den = emit_add(b, x, emit_add(b, r, r));
  return emit_mul(b, t, m_div(b, num, den));
}

static Val cbrt_f32(Build *b, Val a) {
  Val i = third(b, m_bits(b, a));
  Val t = m_float(b, emit_add(b, i, m_i(b, a, 709958130)));
  Val x = m_extend(b, a);
  t = cbrt_step(b, x, m_extend(b, t));
  return m_truncate(b, cbrt_step(b, x, t));
}

static Val cbrt_f64(Build *b, Val x) {
  static const double low[] = {1.87595182427177009643, -1.88497979543377169875,
                               1.621429720105354466140};
  static const double high[] = {-0.758397934778766047437, 0.145996192886612446982};
  Val i = third(b, m_shr(b, m_bits(b, x), 32));
  Val t = m_float(b, m_shl(b, emit_add(b, i, m_i(b, x, 715094163)), 32));
  Val r = emit_mul(b, t, t);
  r = emit_mul(b, r, m_div(b, t, x));
  Val r3 = emit_mul(b, r, emit_mul(b, r, r));
  Val p = m_poly(b, r, (Poly)POLY(low)), q = m_poly(b, r, (Poly)POLY(high));
  t = emit_mul(b, t, m_fma(b, r3, q, p));
  Val up = m_i(b, x, 0x80000000), mask = m_i(b, x, ~(int64_t)0x3fffffff);
  t = m_float(b, m_and(b, emit_add(b, m_bits(b, t), up), mask)); // 23 bits: t^2 is exact
  r = m_div(b, x, emit_mul(b, t, t));
  Val num = emit_sub(b, r, t), den = emit_add(b, emit_add(b, t, t), r);
  return m_fma(b, t, m_div(b, num, den), t);
}

Val math_cbrt(Build *b, Val x) {
  Val a = m_abs(b, x);
  Val y = m_copysign(b, m_is64(x) ? cbrt_f64(b, a) : cbrt_f32(b, a), x);
  Val tiny = m_cmpc(b, "olt", a, m_is64(x) ? 0x1p-1022 : 0x1p-126);
  Val finite = m_cmpc(b, "olt", a, INFINITY);
  y = emit_select(b, tiny, m_mulc(b, x, 0), y);
  return emit_select(b, finite, y, x);
}

//===-- pow -------------------------------------------------------------------------===//

static Double scaled(Build *b, Double x, Val y, Val y_lo) {
  Double p = m_product(b, x.hi, y);
  Val lo = m_fma(b, x.lo, y, p.lo);
  return m_fast_sum(b, p.hi, val_is_none(y_lo) ? lo : m_fma(b, x.hi, y_lo, lo));
}

// log m for m in [sqrt 1/2, sqrt 2), as 2 s + (2/3) s^3 + s^5 Q(s^2)
static Double log_mantissa(Build *b, Val m) {
  static const double q_f64[] = {0.4,      2.0 / 7,  2.0 / 9,  2.0 / 11, 2.0 / 13,
                                 2.0 / 15, 2.0 / 17, 2.0 / 19, 2.0 / 21, 2.0 / 23};
  Val f = m_addc(b, m, -1), u = m_addc(b, f, 2);
  Val u_lo = emit_sub(b, f, m_addc(b, u, -2));
  Val s = m_div(b, f, u);
  Val minus = m_neg(b, s);
  Val rest = m_fma(b, minus, u_lo, m_fma(b, minus, u, f));
  Double ss = {s, m_div(b, rest, u)};
  Double z = scaled(b, ss, ss.hi, ss.lo);
  Val third_hi = m_f(b, m, 0x1.5555555555555p-1), third_lo = m_f(b, m, 0x1.5555555555555p-55);
  Double cube = scaled(b, scaled(b, z, ss.hi, ss.lo), third_hi, third_lo);
  Val s5 = emit_mul(b, emit_mul(b, z.hi, z.hi), s);
  Val tail = m_fma(b, s5, m_poly(b, z.hi, (Poly)POLY(q_f64)), cube.lo);
  Double sum = m_fast_sum(b, emit_add(b, ss.hi, ss.hi), cube.hi);
  tail = emit_add(b, tail, emit_add(b, ss.lo, ss.lo));
  return m_fast_sum(b, sum.hi, emit_add(b, sum.lo, tail));
}

static Double log_double(Build *b, Val x) {
  Val k;
  Val m = math_log_split(b, x, &k);
  Double l = log_mantissa(b, m);
  Val kf = m_from_int(b, k, x);
  Val hi = m_mulc(b, kf, 6.93147180369123816490e-01); // exact: the constant has 32 bits
  Double sum = m_fast_sum(b, hi, l.hi), swapped = m_fast_sum(b, l.hi, hi);
  Val none = m_cmpc(b, "oeq", kf, 0);
  sum.hi = emit_select(b, none, swapped.hi, sum.hi);
  sum.lo = emit_select(b, none, swapped.lo, sum.lo);
  Val lo = m_fmac(b, kf, 1.90821492927058770002e-10, l.lo);
  return m_fast_sum(b, sum.hi, emit_add(b, sum.lo, lo));
}

// e^(y log a) for finite a > 0
static Val pow_positive(Build *b, Val a, Val y) {
  Val l = math_log_single(b, a); // right for 0 and inf too
  Val rough = emit_mul(b, y, l);
  Double p = scaled(b, log_double(b, a), y, VAL_NONE);
  Val normal = m_cmpc(b, "olt", m_abs(b, rough), 1000);
  Val hi = emit_select(b, normal, p.hi, rough);
  return math_exp_sum(b, (Double){hi, emit_select(b, normal, p.lo, m_f(b, a, 0))});
}

typedef struct Parity {
  Val whole, odd;
} Parity;

static Parity parity(Build *b, Val y) {
  Val half = m_mulc(b, y, 0.5);
  Val whole = emit_cmp(b, "oeq", m_floor(b, y), y);
  Val even = emit_cmp(b, "oeq", m_floor(b, half), half);
  Val truth = emit_int(b, mlirValueGetType(even), 1);
  return (Parity){whole, m_and(b, whole, emit_bin(b, "arith.xori", even, truth))};
}

Val math_pow(Build *b, Val x, Val y) {
  Val a = m_abs(b, x), one = m_f(b, x, 1), nan = m_f(b, x, NAN);
  Val r;
  if (m_is64(x)) {
    r = pow_positive(b, a, y);
  } else {
    Val l = math_log_single(b, m_extend(b, a));
    r = m_truncate(b, math_exp(b, emit_mul(b, l, m_extend(b, y))));
  }
  Parity p = parity(b, y);
  Val negative = m_cmpc(b, "olt", x, 0), above = m_cmpc(b, "ogt", x, -INFINITY);
  Val unknown = m_cmpc(b, "uno", x, 0), fraction = m_and(b, negative, above);
  Val root = emit_select(b, p.whole, unknown, fraction);
  r = emit_select(b, root, nan, r);
  r = emit_select(b, p.odd, m_copysign(b, r, x), r);
  // |x| = 1 with infinite y, and x^0, 1^y whatever the other is
  Val infinite = m_cmpc(b, "oeq", m_abs(b, y), INFINITY);
  Val edge = m_and(b, infinite, emit_cmp(b, "oeq", a, one));
  edge = m_or(b, edge, m_cmpc(b, "oeq", y, 0));
  edge = m_or(b, edge, emit_cmp(b, "oeq", x, one));
  return emit_select(b, edge, one, r);
}

//===-- remainder ---------------------------------------------------------------------===//

// One exact step: x - trunc(x / d) d, d > 0, x >= 0, quotient under 2^50.  The quotient may be one
// too large.
static Val rem_step(Build *b, Val x, Val d) {
  Val q = m_floor(b, m_div(b, x, d));
  Val r = m_fma(b, m_neg(b, q), d, x);
  Val up = emit_add(b, r, d), down = emit_sub(b, r, d);
  r = emit_select(b, m_cmpc(b, "olt", r, 0), up, r);
  return emit_select(b, emit_cmp(b, "oge", r, d), down, r);
}

// In f64: divisors 2^230 d, 2^184 d, ... d leave quotients under 2^47 each.
static Val rem_f32(Build *b, Val x, Val d) {
  x = m_extend(b, x), d = m_extend(b, d);
  for (int e = 276; e >= 0; e -= 46)
    x = rem_step(b, x, m_mulc(b, d, ldexp(1, e)));
  return m_truncate(b, x);
}

static Val rem_goes_on(Build *b, void *ctx, const Val *x) {
  Val d = *(Val *)ctx;
  Val finite = m_cmpc(b, "olt", x[0], INFINITY), some = m_cmpc(b, "ogt", d, 0);
  Val sane = m_and(b, finite, some);
  return m_and(b, sane, emit_cmp(b, "oge", x[0], d));
}

// The divisor of a step is d 2^k with the quotient under 2^50, multiplied in two parts: k < 2048.
static bool rem_body(Build *b, void *ctx, Val i, const Val *x, Val *y) {
  Val d = *(Val *)ctx, limit = m_i(b, d, 1000), zero = m_i(b, d, 0), room = m_i(b, d, 48);
  Val ex = m_shr(b, m_bits(b, x[0]), 52), ed = m_shr(b, m_bits(b, d), 52);
  Val k = emit_sub(b, emit_sub(b, ex, ed), room);
  k = emit_bin(b, "arith.maxsi", k, zero);
  Val first = emit_bin(b, "arith.minsi", k, limit);
  Val divisor = emit_mul(b, d, m_pow2(b, first));
  divisor = emit_mul(b, divisor, m_pow2(b, emit_sub(b, k, first)));
  y[0] = rem_step(b, x[0], divisor);
  return true;
}

Val math_rem(Build *b, Val x, Val y) {
  Val a = m_abs(b, x), d = m_abs(b, y), r;
  if (m_is64(x))
    emit_while(b, 1, &a, rem_goes_on, rem_body, &d, &r);
  else
    r = rem_f32(b, a, d);
  // x rem inf = x; x rem 0, inf rem y and nan are nan
  Val inside = emit_cmp(b, "olt", a, d);
  r = emit_select(b, inside, a, r);
  Val bad = emit_cmp(b, "uno", x, y), nan = m_f(b, x, NAN);
  bad = m_or(b, bad, m_cmpc(b, "oeq", d, 0));
  bad = m_or(b, bad, m_cmpc(b, "oeq", a, INFINITY));
  return emit_select(b, bad, nan, m_copysign(b, r, x));
}
