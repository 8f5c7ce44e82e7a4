// each.h -- includes LINALG_FILE once for each element type: T the element, R its real type, FN(x)
// the name x has for that type.
#include <complex.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "runtime/dtype.h"
#include "runtime/linalg/linalg.h"

#define T float
#define R float
#define FN(x) x##_f32
#define CONJ(x) (x)
#define REAL(x) (x)
#define SIZE(x) ABS(x) // for choosing pivots
#define ABS(x) fabsf(x)
#define SQRT(x) sqrtf(x)
#define HYPOT(x, y) hypotf(x, y)
#define EPSILON (FLT_EPSILON / 2)
#define TINIEST FLT_MIN
#include LINALG_FILE
#undef T
#undef R
#undef FN
#undef ABS
#undef SQRT
#undef HYPOT
#undef EPSILON
#undef TINIEST

#define T double
#define R double
#define FN(x) x##_f64
#define ABS(x) fabs(x)
#define SQRT(x) sqrt(x)
#define HYPOT(x, y) hypot(x, y)
#define EPSILON (DBL_EPSILON / 2)
#define TINIEST DBL_MIN
#include LINALG_FILE
#undef T
#undef R
#undef FN
#undef CONJ
#undef REAL
#undef SIZE
#undef ABS
#undef SQRT
#undef HYPOT
#undef EPSILON
#undef TINIEST

#define COMPLEX
#define T float _Complex
#define R float
#define FN(x) x##_c64
#define CONJ(x) conjf(x)
#define CSQRT(x) csqrtf(x)
#define REAL(x) crealf(x)
#define SIZE(x) (fabsf(crealf(x)) + fabsf(cimagf(x)))
#define ABS(x) hypotf(crealf(x), cimagf(x))
#define SQRT(x) sqrtf(x)
#define HYPOT(x, y) hypotf(x, y)
#define EPSILON (FLT_EPSILON / 2)
#define TINIEST FLT_MIN
#include LINALG_FILE
#undef T
#undef R
#undef FN
#undef CSQRT
#undef CONJ
#undef REAL
#undef SIZE
#undef ABS
#undef SQRT
#undef HYPOT
#undef EPSILON
#undef TINIEST

#define T double _Complex
#define R double
#define FN(x) x##_c128
#define CONJ(x) conj(x)
#define CSQRT(x) csqrt(x)
#define REAL(x) creal(x)
#define SIZE(x) (fabs(creal(x)) + fabs(cimag(x)))
#define ABS(x) hypot(creal(x), cimag(x))
#define SQRT(x) sqrt(x)
#define HYPOT(x, y) hypot(x, y)
#define EPSILON (DBL_EPSILON / 2)
#define TINIEST DBL_MIN
#include LINALG_FILE
#undef T

// Calls name_<type>(...) by c->dtype.
#define FOR_DTYPE(c, name, ...)                                                                    \
  ((c)->dtype == DTYPE_F32   ? name##_f32(__VA_ARGS__)                                             \
   : (c)->dtype == DTYPE_F64 ? name##_f64(__VA_ARGS__)                                             \
   : (c)->dtype == DTYPE_C64 ? name##_c64(__VA_ARGS__)                                             \
                             : name##_c128(__VA_ARGS__))
