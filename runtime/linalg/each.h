// each.h -- includes LINALG_FILE once for each element type: T the element, R its real type, FN(x)
// the name x has for that type and FR(x) the name it has for R, both with the level's suffix.
//
// Every file is compiled once for each LINALG_LEVEL: _v2, _v3 and _v4, with that machine's
// instructions; dispatch.c chooses among them.  Sums are written so that their order does not
// depend on the level: levels 3 and 4 give the same bits.
#include <complex.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "runtime/dtype.h"
#include "runtime/linalg/linalg.h"

#define LINALG_JOIN(x, t, l) cjax_la_##x##t##l
#define LINALG_NAME(x, t, l) LINALG_JOIN(x, t, l)
#define ALWAYS_INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("unroll")

// Bytes of a vector register; twice as many registers at level 4.
#if defined(__AVX512F__)
enum { VECTOR_BYTES = 64 };
#elif defined(__AVX__)
enum { VECTOR_BYTES = 32 };
#else
enum { VECTOR_BYTES = 16 };
#endif

#define BYTES 4 // of R
#define T float
#define R float
#define FN(x) LINALG_NAME(x, _f32, LINALG_LEVEL)
#define FR(x) LINALG_NAME(x, _f32, LINALG_LEVEL)
#define CONJ(x) (x)
#define REAL(x) (x)
#define SIZE(x) ABS(x) // for choosing pivots
#define ABS(x) fabsf(x)
#define SQRT(x) sqrtf(x)
#define HYPOT(x, y) hypotf(x, y)
#define EPSILON (FLT_EPSILON / 2)
#define TINIEST FLT_MIN
#define PARTS 1 // elements of R in T
#define NO_NUMBER NAN
#include LINALG_FILE
#undef T
#undef R
#undef FN
#undef FR
#undef ABS
#undef SQRT
#undef HYPOT
#undef EPSILON
#undef TINIEST

#undef BYTES
#define BYTES 8
#define T double
#define R double
#define FN(x) LINALG_NAME(x, _f64, LINALG_LEVEL)
#define FR(x) LINALG_NAME(x, _f64, LINALG_LEVEL)
#define ABS(x) fabs(x)
#define SQRT(x) sqrt(x)
#define HYPOT(x, y) hypot(x, y)
#define EPSILON (DBL_EPSILON / 2)
#define TINIEST DBL_MIN
#include LINALG_FILE
#undef T
#undef R
#undef FN
#undef FR
#undef CONJ
#undef REAL
#undef SIZE
#undef ABS
#undef SQRT
#undef HYPOT
#undef EPSILON
#undef TINIEST
#undef PARTS

#define COMPLEX
#undef NO_NUMBER
#define NO_NUMBER ((T)(NAN + NAN * _Complex_I)) // neither part is one
#undef BYTES
#define BYTES 4
#define PARTS 2
#define T float _Complex
#define R float
#define FN(x) LINALG_NAME(x, _c64, LINALG_LEVEL)
#define FR(x) LINALG_NAME(x, _f32, LINALG_LEVEL)
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
#undef FR
#undef CSQRT
#undef CONJ
#undef REAL
#undef SIZE
#undef ABS
#undef SQRT
#undef HYPOT
#undef EPSILON
#undef TINIEST

#undef BYTES
#define BYTES 8
#define T double _Complex
#define R double
#define FN(x) LINALG_NAME(x, _c128, LINALG_LEVEL)
#define FR(x) LINALG_NAME(x, _f64, LINALG_LEVEL)
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
