// exact.h -- the functions with 200 bits and more, by MPFR.
#ifndef CJAX_TEST_EXACT_H
#define CJAX_TEST_EXACT_H

#include <mpfr.h>

#include "accuracy.h"

enum { BITS = 240 };

#define COMPLEX_FUNCTIONS(X)                                                                      \
  X(cexp_re, 2, 0) X(cexp_im, 2, 0)                                                                \
  X(clog_re, 2, 0) X(clog_im, 2, 0)                                                                \
  X(csqrt_re, 2, 0) X(csqrt_im, 2, 0)                                                              \
  X(csin_re, 2, 0) X(csin_im, 2, 0)                                                                \
  X(ccos_re, 2, 0) X(ccos_im, 2, 0)                                                                \
  X(ctan_re, 2, 0) X(ctan_im, 2, 0)                                                                \
  X(csinh_re, 2, 0) X(csinh_im, 2, 0)                                                              \
  X(ccosh_re, 2, 0) X(ccosh_im, 2, 0)                                                              \
  X(ctanh_re, 2, 0) X(ctanh_im, 2, 0)                                                              \
  X(casin_re, 2, 0) X(casin_im, 2, 0)                                                              \
  X(cacos_re, 2, 0) X(cacos_im, 2, 0)                                                              \
  X(catan_re, 2, 0) X(catan_im, 2, 0)                                                              \
  X(casinh_re, 2, 0) X(casinh_im, 2, 0)                                                            \
  X(cacosh_re, 2, 0) X(cacosh_im, 2, 0)                                                            \
  X(catanh_re, 2, 0) X(catanh_im, 2, 0)                                                            \
  X(creciprocal_re, 2, 0) X(creciprocal_im, 2, 0)                                                  \
  X(cexpm1_re, 2, 0) X(cexpm1_im, 2, 0) X(clog1p_re, 2, 0) X(clog1p_im, 2, 0)
// X(name, arity, span)
#define FUNCTIONS(X)                                                                               \
  X(exp, 1, 700)                                                                                   \
  X(exp2, 1, 1000) X(expm1, 1, 40) X(log, 1, 8) X(log1p, 1, 8) X(log2, 1, 8) X(log10, 1, 8)        \
      X(sqrt, 1, 8) X(rsqrt, 1, 8) X(cbrt, 1, 8) X(logistic, 1, 100) X(sin, 1, 100) X(cos, 1, 100) \
          X(tan, 1, 100) X(asin, 1, 1) X(acos, 1, 1) X(atan, 1, 8) X(sinh, 1, 30) X(cosh, 1, 30)   \
              X(tanh, 1, 20) X(asinh, 1, 30) X(acosh, 1, 30) X(atanh, 1, 1) X(pow, 2, 1)           \
                  X(atan2, 2, 1) X(rem, 2, 1) X(hypot, 2, 1) X(logaddexp, 2, 1) X(softplus, 1, 50) \
                      X(erf, 1, 6) X(erfc, 1, 27) X(erf_inv, 1, 1) X(lgamma, 1, 30)                \
                          X(digamma, 1, 30) X(i0e, 1, 40) X(i1e, 1, 40) X(ndtr, 1, 38)             \
                              X(ndtri, 1, 1) X(log_ndtr, 1, 40) X(igamma, 2, 0) X(igammac, 2, 0)   \
                                  X(polygamma, 2, 0) X(zeta, 2, 0) X(betainc, 3, 0)            \
  X(logaddexp2, 2, 0) X(xlogy, 2, 0) X(xlog1py, 2, 0) X(entr, 1, 4) X(rel_entr, 2, 0)              \
      X(kl_div, 2, 0) X(logit, 1, 1) X(sinc, 1, 20) X(exp1, 1, 20) X(expi, 1, 20) X(spence, 1, 10) \
          X(erfcx, 1, 9) X(gamma, 1, 35) X(factorial, 1, 34) X(betaln, 2, 0) X(beta, 2, 0)         \
              X(i0, 1, 80) X(i1, 1, 80) X(expn, 2, 0) X(logsumexp, 2, 1) X(bessel_jn, 2, 0)        \
                  COMPLEX_FUNCTIONS(X)
#define DECLARE_EXACT(name, arity, span) long double exact_##name(const double *x);
FUNCTIONS(DECLARE_EXACT)

#endif
