// complex.c -- the components of functions of complex64, by those of long double complex.
#include <complex.h>
#include <math.h>

#include "exact.h"

#define COMPONENTS(name, value)                                                                    \
  long double exact_c##name##_re(const double *x) {                                                \
    long double complex z = CMPLXL(x[0], x[1]);                                                    \
    return creall(value);                                                                          \
  }                                                                                                \
  long double exact_c##name##_im(const double *x) {                                                \
    long double complex z = CMPLXL(x[0], x[1]);                                                    \
    return cimagl(value);                                                                          \
  }

COMPONENTS(exp, cexpl(z))
COMPONENTS(log, clogl(z))
COMPONENTS(sqrt, csqrtl(z))
COMPONENTS(sin, csinl(z))
COMPONENTS(cos, ccosl(z))
COMPONENTS(tan, ctanl(z))
COMPONENTS(sinh, csinhl(z))
COMPONENTS(cosh, ccoshl(z))
COMPONENTS(tanh, ctanhl(z))
COMPONENTS(asin, casinl(z))
COMPONENTS(acos, cacosl(z))
COMPONENTS(atan, catanl(z))
COMPONENTS(asinh, casinhl(z))
COMPONENTS(acosh, cacoshl(z))
COMPONENTS(atanh, catanhl(z))
COMPONENTS(reciprocal, 1 / z)
