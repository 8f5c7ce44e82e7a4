// exact.c -- the functions with 200 bits and more, by MPFR.
//
// For f64 no other precision is at hand that decides in the neighbourhood of a midpoint; for f32 it
// serves where double is not enough or the function is not in glibc.
#include <math.h>

#include "exact.h"

//===-- what MPFR has -----------------------------------------------------------------------===//

#define UNARY(name, call)                                                                          \
  long double exact_##name(const double *xs) {                                                     \
    mpfr_t x, y;                                                                                   \
    mpfr_inits2(BITS, x, y, (mpfr_ptr)0);                                                          \
    mpfr_set_d(x, xs[0], MPFR_RNDN);                                                               \
    call;                                                                                          \
    long double r = mpfr_get_ld(y, MPFR_RNDN);                                                     \
    mpfr_clears(x, y, (mpfr_ptr)0);                                                                \
    return r;                                                                                      \
  }
#define SAME(name) UNARY(name, mpfr_##name(y, x, MPFR_RNDN))
#define BINARY(name, call)                                                                         \
  long double exact_##name(const double *xs) {                                                     \
    mpfr_t x, y, z;                                                                                \
    mpfr_inits2(BITS, x, y, z, (mpfr_ptr)0);                                                       \
    mpfr_set_d(x, xs[0], MPFR_RNDN);                                                               \
    mpfr_set_d(y, xs[1], MPFR_RNDN);                                                               \
    call;                                                                                          \
    long double r = mpfr_get_ld(z, MPFR_RNDN);                                                     \
    mpfr_clears(x, y, z, (mpfr_ptr)0);                                                             \
    return r;                                                                                      \
  }

SAME(exp)
SAME(exp2)
SAME(expm1)
SAME(log)
SAME(log1p)
SAME(log2)
SAME(log10)
SAME(sqrt)
SAME(cbrt)
SAME(sin)
SAME(cos)
SAME(tan)
SAME(asin)
SAME(acos)
SAME(atan)
SAME(sinh)
SAME(cosh)
SAME(tanh)
SAME(asinh)
SAME(acosh)
SAME(atanh)
SAME(erf)
SAME(erfc)
UNARY(digamma, mpfr_digamma(y, x, MPFR_RNDN); if (xs[0] == 0) mpfr_set_nan(y))
BINARY(pow, mpfr_pow(z, x, y, MPFR_RNDN))
BINARY(atan2, mpfr_atan2(z, x, y, MPFR_RNDN))
BINARY(hypot, mpfr_hypot(z, x, y, MPFR_RNDN))
BINARY(rem, mpfr_fmod(z, x, y, MPFR_RNDN))

long double exact_rsqrt(const double *x) {
  mpfr_t y;
  mpfr_init2(y, BITS);
  mpfr_set_d(y, x[0], MPFR_RNDN);
  mpfr_rec_sqrt(y, y, MPFR_RNDN);
  long double r = x[0] == 0 ? copysign(INFINITY, x[0]) : mpfr_get_ld(y, MPFR_RNDN);
  mpfr_clear(y);
  return r;
}

long double exact_lgamma(const double *x) {
  if (isinf(x[0])) return INFINITY;
  int sign;
  mpfr_t y;
  mpfr_init2(y, BITS);
  mpfr_set_d(y, x[0], MPFR_RNDN);
  mpfr_lgamma(y, &sign, y, MPFR_RNDN);
  long double r = mpfr_get_ld(y, MPFR_RNDN);
  mpfr_clear(y);
  return r;
}

//===-- what is made of it ------------------------------------------------------------------===//

// 1 / (1 + e^-x)
UNARY(logistic, mpfr_neg(y, x, MPFR_RNDN); mpfr_exp(y, y, MPFR_RNDN);
      mpfr_add_ui(y, y, 1, MPFR_RNDN); mpfr_ui_div(y, 1, y, MPFR_RNDN))
// log1p(e^x), of large x its asymptote
UNARY(softplus, mpfr_exp(y, x, MPFR_RNDN); mpfr_log1p(y, y, MPFR_RNDN);
      if (xs[0] > 1000) mpfr_set(y, x, MPFR_RNDN))

// max + log1p(e^-|x - y|)
long double exact_logaddexp(const double *xs) {
  if (isnan(xs[0]) || isnan(xs[1])) return NAN;
  double top = fmax(xs[0], xs[1]), low = fmin(xs[0], xs[1]);
  if (isinf(top) || isinf(low)) return top + 0.0;
  mpfr_t x, y;
  mpfr_inits2(1200, x, y, (mpfr_ptr)0);
  mpfr_set_d(x, low, MPFR_RNDN);
  mpfr_sub_d(x, x, top, MPFR_RNDN);
  mpfr_exp(y, x, MPFR_RNDN);
  mpfr_log1p(y, y, MPFR_RNDN);
  mpfr_add_d(y, y, top, MPFR_RNDN);
  long double r = mpfr_get_ld(y, MPFR_RNDN);
  mpfr_clears(x, y, (mpfr_ptr)0);
  return r;
}

// y = erfc(-x / sqrt 2) / 2
static void set_ndtr(mpfr_t y, const mpfr_t x) {
  mpfr_sqrt_ui(y, 2, MPFR_RNDN);
  mpfr_div(y, x, y, MPFR_RNDN);
  mpfr_neg(y, y, MPFR_RNDN);
  mpfr_erfc(y, y, MPFR_RNDN);
  mpfr_div_2ui(y, y, 1, MPFR_RNDN);
}

UNARY(ndtr, set_ndtr(y, x))
// log1p(-ndtr(-x)) for positive x; far below, where MPFR's exponents end, the asymptote
// -x^2 / 2 - log(-x sqrt(2 pi)).
static void set_log_ndtr(mpfr_t y, mpfr_t x, double at) {
  if (at > 0) {
    mpfr_neg(x, x, MPFR_RNDN);
    set_ndtr(y, x);
    mpfr_neg(y, y, MPFR_RNDN);
    mpfr_log1p(y, y, MPFR_RNDN);
  } else if (at < -3e4) {
    mpfr_const_pi(y, MPFR_RNDN);
    mpfr_mul_2ui(y, y, 1, MPFR_RNDN);
    mpfr_sqrt(y, y, MPFR_RNDN);
    mpfr_mul_d(y, y, -at, MPFR_RNDN);
    mpfr_log(y, y, MPFR_RNDN);
    mpfr_sqr(x, x, MPFR_RNDN);
    mpfr_div_2ui(x, x, 1, MPFR_RNDN);
    mpfr_add(y, y, x, MPFR_RNDN);
    mpfr_neg(y, y, MPFR_RNDN);
  } else {
    set_ndtr(y, x);
    mpfr_log(y, y, MPFR_RNDN);
  }
}
UNARY(log_ndtr, set_log_ndtr(y, x, xs[0]))

// Newton's method on erfc y = c, or on erf y = x where x is small; y > 0.
static void newton_erf_inv(mpfr_t y, const mpfr_t x, const mpfr_t c) {
  mpfr_t e, d, pi;
  mpfr_inits2(BITS, e, d, pi, (mpfr_ptr)0);
  mpfr_const_pi(pi, MPFR_RNDN);
  mpfr_sqrt(pi, pi, MPFR_RNDN);
  bool small = mpfr_cmp_d(x, 0.5) < 0;
  for (int i = 0; i < 7; i++) {
    if (small)
      mpfr_erf(e, y, MPFR_RNDN), mpfr_sub(e, e, x, MPFR_RNDN);
    else
      mpfr_erfc(e, y, MPFR_RNDN), mpfr_sub(e, c, e, MPFR_RNDN);
    mpfr_sqr(d, y, MPFR_RNDN);
    mpfr_exp(d, d, MPFR_RNDN);
    mpfr_mul(e, e, d, MPFR_RNDN);
    mpfr_mul(e, e, pi, MPFR_RNDN);
    mpfr_div_2ui(e, e, 1, MPFR_RNDN);
    mpfr_sub(y, y, e, MPFR_RNDN);
  }
  mpfr_clears(e, d, pi, (mpfr_ptr)0);
}

// y with erf y = x = 1 - c, 0 < x < 1.
static void set_erf_inv(mpfr_t y, const mpfr_t x, const mpfr_t c) {
  double a = mpfr_get_d(x, MPFR_RNDN), tail = mpfr_get_d(c, MPFR_RNDN);
  double start = a * 0.886226925452758;
  if (a > 0.5) { // erfc y = e^(-y^2) / (y sqrt pi) nearly, from above
    start = sqrt(-log(tail));
    for (int i = 0; i < 4; i++)
      start = sqrt(fmax(0.2, -log(tail * start * 1.7724538509055159)));
    for (int i = 0; i < 30; i++)
      start += fmin((erfc(start) - tail) * 0.8862269254527580 * exp(start * start), 0.5);
  }
  mpfr_set_d(y, start, MPFR_RNDN);
  newton_erf_inv(y, x, c);
}

long double exact_erf_inv(const double *xs) {
  double a = fabs(xs[0]);
  if (!(a < 1)) return a == 1 ? copysign(INFINITY, xs[0]) : NAN;
  if (a == 0) return xs[0];
  mpfr_t x, c, y;
  mpfr_inits2(BITS, x, c, y, (mpfr_ptr)0);
  mpfr_set_d(x, a, MPFR_RNDN);
  mpfr_ui_sub(c, 1, x, MPFR_RNDN);
  set_erf_inv(y, x, c);
  long double r = copysignl(mpfr_get_ld(y, MPFR_RNDN), xs[0]);
  mpfr_clears(x, c, y, (mpfr_ptr)0);
  return r;
}

// sqrt 2 erf_inv(2 p - 1)
long double exact_ndtri(const double *xs) {
  double p = xs[0];
  if (!(p > 0 && p < 1)) return p == 0 ? -INFINITY : p == 1 ? INFINITY : NAN;
  if (p == 0.5) return 0;
  mpfr_t x, c, y;
  mpfr_inits2(1200, x, c, (mpfr_ptr)0);
  mpfr_init2(y, BITS);
  mpfr_set_d(c, p, MPFR_RNDN);
  if (p > 0.5) mpfr_ui_sub(c, 1, c, MPFR_RNDN);
  mpfr_mul_2ui(c, c, 1, MPFR_RNDN);
  mpfr_ui_sub(x, 1, c, MPFR_RNDN);
  set_erf_inv(y, x, c);
  mpfr_sqrt_ui(x, 2, MPFR_RNDN);
  mpfr_mul(y, y, x, MPFR_RNDN);
  long double r = mpfr_get_ld(y, MPFR_RNDN);
  mpfr_clears(x, c, y, (mpfr_ptr)0);
  return p < 0.5 ? -r : r;
}

//===-- series ------------------------------------------------------------------------------===//

// Power series below 2000; above it the asymptotic one, whose terms fall for 2000 of them.
static long double scaled_bessel(double x, int order) {
  if (!isfinite(x)) return isnan(x) ? NAN : copysign(0, x);
  double a = fabs(x);
  mpfr_t sum, term, z;
  mpfr_inits2(BITS, sum, term, z, (mpfr_ptr)0);
  mpfr_set_ui(term, 1, MPFR_RNDN);
  mpfr_set_ui(sum, 1, MPFR_RNDN);
  mpfr_set_d(z, a, MPFR_RNDN);
  if (a < 2000) mpfr_sqr(z, z, MPFR_RNDN), mpfr_div_2ui(z, z, 2, MPFR_RNDN);
  for (long k = 1; mpfr_get_exp(term) > mpfr_get_exp(sum) - BITS; k++) {
    if (a < 2000) {
      mpfr_mul(term, term, z, MPFR_RNDN);
      mpfr_div_si(term, term, k * (k + order), MPFR_RNDN);
    } else {
      mpfr_mul_si(term, term, (2 * k - 1) * (2 * k - 1) - 4 * order, MPFR_RNDN);
      mpfr_div_si(term, term, 8 * k, MPFR_RNDN);
      mpfr_div(term, term, z, MPFR_RNDN);
    }
    if (mpfr_zero_p(term)) break;
    mpfr_add(sum, sum, term, MPFR_RNDN);
  }
  if (a < 2000) {
    mpfr_set_d(term, -a, MPFR_RNDN);
    mpfr_exp(term, term, MPFR_RNDN);
    if (order) mpfr_mul_d(term, term, a / 2, MPFR_RNDN);
  } else {
    mpfr_const_pi(term, MPFR_RNDN);
    mpfr_mul(term, term, z, MPFR_RNDN);
    mpfr_mul_2ui(term, term, 1, MPFR_RNDN);
    mpfr_rec_sqrt(term, term, MPFR_RNDN);
  }
  mpfr_mul(sum, sum, term, MPFR_RNDN);
  long double r = mpfr_get_ld(sum, MPFR_RNDN);
  mpfr_clears(sum, term, z, (mpfr_ptr)0);
  return order ? copysignl(r, x) : r;
}

long double exact_i0e(const double *x) { return scaled_bessel(x[0], 0); }
long double exact_i1e(const double *x) { return scaled_bessel(x[0], 1); }
