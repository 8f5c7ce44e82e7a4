// composite.c -- the functions that the library makes of others, with 240 bits and more.
#include <math.h>

#include "exact.h"

enum { WIDE = 1200 }; // where numbers of all sizes are added

#define UNARY(name, bits, call)                                                                    \
  long double exact_##name(const double *xs);                                                      \
  long double exact_##name(const double *xs) {                                                     \
    mpfr_t x, y;                                                                                   \
    mpfr_inits2(bits, x, y, (mpfr_ptr)0);                                                          \
    mpfr_set_d(x, xs[0], MPFR_RNDN);                                                               \
    call;                                                                                          \
    long double r = mpfr_get_ld(y, MPFR_RNDN);                                                     \
    mpfr_clears(x, y, (mpfr_ptr)0);                                                                \
    return r;                                                                                      \
  }
#define BINARY(name, bits, call)                                                                   \
  long double exact_##name(const double *xs) {                                                     \
    mpfr_t x, y, z;                                                                                \
    mpfr_inits2(bits, x, y, z, (mpfr_ptr)0);                                                       \
    mpfr_set_d(x, xs[0], MPFR_RNDN);                                                               \
    mpfr_set_d(y, xs[1], MPFR_RNDN);                                                               \
    call;                                                                                          \
    long double r = mpfr_get_ld(z, MPFR_RNDN);                                                     \
    mpfr_clears(x, y, z, (mpfr_ptr)0);                                                             \
    return r;                                                                                      \
  }

// log2(2^x + 2^y)
long double exact_logaddexp2(const double *xs) {
  if (isnan(xs[0]) || isnan(xs[1])) return NAN;
  double top = fmax(xs[0], xs[1]), low = fmin(xs[0], xs[1]);
  if (isinf(top) || isinf(low)) return top + 0.0;
  mpfr_t x;
  mpfr_init2(x, WIDE);
  mpfr_set_d(x, low, MPFR_RNDN);
  mpfr_sub_d(x, x, top, MPFR_RNDN);
  mpfr_exp2(x, x, MPFR_RNDN);
  mpfr_log2p1(x, x, MPFR_RNDN);
  mpfr_add_d(x, x, top, MPFR_RNDN);
  long double r = mpfr_get_ld(x, MPFR_RNDN);
  mpfr_clear(x);
  return r;
}

// x log y and x log(1 + y), 0 where x is 0
BINARY(xlogy, BITS, mpfr_log(z, y, MPFR_RNDN); mpfr_mul(z, z, x, MPFR_RNDN);
       if (xs[0] == 0 && !isnan(xs[1])) mpfr_set_zero(z, 1))
BINARY(xlog1py, BITS, mpfr_log1p(z, y, MPFR_RNDN); mpfr_mul(z, z, x, MPFR_RNDN);
       if (xs[0] == 0 && !isnan(xs[1])) mpfr_set_zero(z, 1))

// -x log x
UNARY(entr, BITS, mpfr_log(y, x, MPFR_RNDN); mpfr_mul(y, y, x, MPFR_RNDN);
      mpfr_neg(y, y, MPFR_RNDN); if (xs[0] == 0) mpfr_set_zero(y, -1);
      if (xs[0] < 0) mpfr_set_inf(y, -1))

// x log(x / y)
static void set_rel_entr(mpfr_t z, const mpfr_t x, const mpfr_t y) {
  if (mpfr_sgn(x) > 0 && mpfr_sgn(y) > 0) {
    mpfr_div(z, x, y, MPFR_RNDN);
    mpfr_log(z, z, MPFR_RNDN);
    mpfr_mul(z, z, x, MPFR_RNDN);
  } else if (mpfr_zero_p(x) && mpfr_sgn(y) >= 0) {
    mpfr_set_zero(z, 1);
  } else {
    mpfr_set_inf(z, 1);
  }
}
BINARY(rel_entr, WIDE, set_rel_entr(z, x, y))
BINARY(kl_div, WIDE, set_rel_entr(z, x, y); mpfr_sub(z, z, x, MPFR_RNDN);
       mpfr_add(z, z, y, MPFR_RNDN))

// log(x / (1 - x))
UNARY(logit, WIDE, mpfr_ui_sub(y, 1, x, MPFR_RNDN); mpfr_div(y, x, y, MPFR_RNDN);
      mpfr_log(y, y, MPFR_RNDN))

// sin(pi x) / (pi x)
UNARY(sinc, WIDE, mpfr_sinpi(y, x, MPFR_RNDN); mpfr_div(y, y, x, MPFR_RNDN);
      mpfr_const_pi(x, MPFR_RNDN); mpfr_div(y, y, x, MPFR_RNDN);
      if (xs[0] == 0) mpfr_set_ui(y, 1, MPFR_RNDN))

// E1(x) and Ei(x)
UNARY(exp1, BITS, mpfr_neg(x, x, MPFR_RNDN); mpfr_eint(y, x, MPFR_RNDN); mpfr_neg(y, y, MPFR_RNDN);
      if (!(xs[0] >= 0)) mpfr_set_nan(y); if (xs[0] == 0) mpfr_set_inf(y, 1))
UNARY(expi, BITS, mpfr_eint(y, x, MPFR_RNDN); if (xs[0] == 0) mpfr_set_nan(y))

// En(x) = x^(n-1) Gamma(1 - n, x)
BINARY(expn, BITS, mpfr_ui_sub(x, 1, x, MPFR_RNDN); mpfr_gamma_inc(z, x, y, MPFR_RNDN);
       mpfr_neg(x, x, MPFR_RNDN); mpfr_pow(x, y, x, MPFR_RNDN); mpfr_mul(z, z, x, MPFR_RNDN))
// Jn(x)
BINARY(bessel_jn, BITS, mpfr_jn(z, (long)xs[0], y, MPFR_RNDN))

long double exact_logsumexp(const double *xs) { return exact_logaddexp(xs); }

// Parts of e^z - 1 and log(1 + z)
BINARY(cexpm1_re, WIDE, mpfr_cos(z, y, MPFR_RNDN); mpfr_exp(x, x, MPFR_RNDN);
       mpfr_mul(z, z, x, MPFR_RNDN); mpfr_sub_ui(z, z, 1, MPFR_RNDN))
BINARY(cexpm1_im, BITS, mpfr_sin(z, y, MPFR_RNDN); mpfr_exp(x, x, MPFR_RNDN);
       mpfr_mul(z, z, x, MPFR_RNDN))
BINARY(clog1p_re, WIDE, mpfr_add_ui(x, x, 1, MPFR_RNDN); mpfr_hypot(z, x, y, MPFR_RNDN);
       mpfr_log(z, z, MPFR_RNDN))
BINARY(clog1p_im, WIDE, mpfr_add_ui(x, x, 1, MPFR_RNDN); mpfr_atan2(z, y, x, MPFR_RNDN))

// Li2(1 - x)
UNARY(spence, BITS, mpfr_ui_sub(x, 1, x, MPFR_RNDN); mpfr_li2(y, x, MPFR_RNDN);
      if (xs[0] < 0) mpfr_set_nan(y))

// e^(x^2) erfc x; beyond MPFR's exponents the asymptotic series
UNARY(erfcx_near, BITS, mpfr_erfc(y, x, MPFR_RNDN); mpfr_sqr(x, x, MPFR_RNDN);
      mpfr_exp(x, x, MPFR_RNDN); mpfr_mul(y, y, x, MPFR_RNDN))

long double exact_erfcx(const double *xs) {
  if (!(xs[0] > 5000)) return exact_erfcx_near(xs);
  long double x = xs[0], z = 1 / (2 * x * x);
  return (1 - z * (1 - z * (3 - 15 * z))) / (x * sqrtl(3.14159265358979323846264338327950288L));
}

UNARY(gamma, BITS, mpfr_gamma(y, x, MPFR_RNDN))
UNARY(factorial, BITS, mpfr_add_ui(x, x, 1, MPFR_RNDN); mpfr_gamma(y, x, MPFR_RNDN);
      if (xs[0] < 0) mpfr_set_zero(y, 1))

// log(gamma(x) gamma(y) / gamma(x + y))
static void set_betaln(mpfr_t z, mpfr_t x, mpfr_t y) {
  int sign;
  mpfr_t t;
  mpfr_init2(t, WIDE);
  mpfr_add(z, x, y, MPFR_RNDN);
  mpfr_lgamma(z, &sign, z, MPFR_RNDN);
  mpfr_lgamma(t, &sign, x, MPFR_RNDN);
  mpfr_sub(z, t, z, MPFR_RNDN);
  mpfr_lgamma(t, &sign, y, MPFR_RNDN);
  mpfr_add(z, z, t, MPFR_RNDN);
  mpfr_clear(t);
}
BINARY(betaln, WIDE, set_betaln(z, x, y))
BINARY(beta, WIDE, set_betaln(z, x, y); mpfr_exp(z, z, MPFR_RNDN))

// The scaled functions times e^|x|, in the range of long double.
long double exact_i0(const double *x) { return exact_i0e(x) * expl(fabsl((long double)x[0])); }
long double exact_i1(const double *x) { return exact_i1e(x) * expl(fabsl((long double)x[0])); }
