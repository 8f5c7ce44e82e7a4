// reference.c -- the functions in double, to measure those of up to 32 bits against.
//
// Elementary ones are those of glibc's vector library (its manual: at most 4 ULP of double, which
// is 1e-8 ULP of f32), the others glibc's scalar ones, or made of them so that the relative error
// stays under 1e-12.
#include <immintrin.h>
#include <math.h>

#include "accuracy.h"

#define VECTOR(name, symbol)                                                                       \
  __m256d symbol(__m256d x);                                                                       \
  static void fast_##name(const double *const *x, double *r, int n) {                              \
    for (int i = 0; i < n; i += 4)                                                                 \
      _mm256_store_pd(r + i, symbol(_mm256_load_pd(x[0] + i)));                                    \
  }
#define VECTOR2(name, symbol)                                                                      \
  __m256d symbol(__m256d x, __m256d y);                                                            \
  static void fast_##name(const double *const *x, double *r, int n) {                              \
    for (int i = 0; i < n; i += 4)                                                                 \
      _mm256_store_pd(r + i, symbol(_mm256_load_pd(x[0] + i), _mm256_load_pd(x[1] + i)));          \
  }
#define SCALAR(name, expression)                                                                   \
  static void fast_##name(const double *const *xs, double *r, int n) {                             \
    for (int i = 0; i < n; i++) {                                                                  \
      double x = xs[0][i];                                                                         \
      r[i] = expression;                                                                           \
    }                                                                                              \
  }
#define SCALAR2(name, expression)                                                                  \
  static void fast_##name(const double *const *xs, double *r, int n) {                             \
    for (int i = 0; i < n; i++) {                                                                  \
      double x = xs[0][i], y = xs[1][i];                                                           \
      r[i] = expression;                                                                           \
    }                                                                                              \
  }

VECTOR(exp, _ZGVdN4v_exp)
VECTOR(exp2, _ZGVdN4v_exp2)
VECTOR(expm1, _ZGVdN4v_expm1)
VECTOR(log, _ZGVdN4v_log)
VECTOR(log1p, _ZGVdN4v_log1p)
VECTOR(log2, _ZGVdN4v_log2)
VECTOR(log10, _ZGVdN4v_log10)
VECTOR(cbrt, _ZGVdN4v_cbrt)
VECTOR(sin, _ZGVdN4v_sin)
VECTOR(cos, _ZGVdN4v_cos)
VECTOR(tan, _ZGVdN4v_tan)
VECTOR(asin, _ZGVdN4v_asin)
VECTOR(acos, _ZGVdN4v_acos)
VECTOR(atan, _ZGVdN4v_atan)
VECTOR(sinh, _ZGVdN4v_sinh)
VECTOR(cosh, _ZGVdN4v_cosh)
VECTOR(tanh, _ZGVdN4v_tanh)
VECTOR(asinh, _ZGVdN4v_asinh)
VECTOR(acosh, _ZGVdN4v_acosh)
VECTOR(atanh, _ZGVdN4v_atanh)
VECTOR(erf, _ZGVdN4v_erf)
VECTOR(erfc, _ZGVdN4v_erfc)
SCALAR2(pow, pow(x, y))
SCALAR2(atan2, atan2(x, y))
SCALAR2(hypot, hypot(x, y))
SCALAR2(rem, fmod(x, y))
SCALAR(sqrt, sqrt(x))
SCALAR(rsqrt, 1 / sqrt(x))
SCALAR(lgamma, lgamma(x))

static __m256d over_one_plus(__m256d e) {
  __m256d one = _mm256_set1_pd(1);
  return _mm256_div_pd(one, _mm256_add_pd(one, e));
}

static void fast_logistic(const double *const *x, double *r, int n) {
  for (int i = 0; i < n; i += 4) {
    __m256d minus = _mm256_xor_pd(_mm256_load_pd(x[0] + i), _mm256_set1_pd(-0.0));
    _mm256_store_pd(r + i, over_one_plus(_ZGVdN4v_exp(minus)));
  }
}

// max(x, 0) + log(1 + e^-|x|)
static void fast_softplus(const double *const *x, double *r, int n) {
  for (int i = 0; i < n; i += 4) {
    __m256d v = _mm256_load_pd(x[0] + i);
    __m256d l = _ZGVdN4v_log1p(_ZGVdN4v_exp(_mm256_or_pd(v, _mm256_set1_pd(-0.0))));
    _mm256_store_pd(r + i, _mm256_add_pd(l, _mm256_max_pd(_mm256_setzero_pd(), v)));
  }
}

// erfc(-x / sqrt 2) / 2
static void fast_ndtr(const double *const *x, double *r, int n) {
  for (int i = 0; i < n; i += 4) {
    __m256d v = _mm256_mul_pd(_mm256_load_pd(x[0] + i), _mm256_set1_pd(-M_SQRT1_2));
    _mm256_store_pd(r + i, _mm256_mul_pd(_mm256_set1_pd(0.5), _ZGVdN4v_erfc(v)));
  }
}

//===-- with series -------------------------------------------------------------------------===//

// Above 20 the asymptotic series (Abramowitz and Stegun 9.7.1), below it the power series (9.6.10).
static double scaled_bessel(double x, int order) {
  double a = fabs(x), q = a * a / 4, sum = 1, term = 1;
  if (a > 20) {
    for (int k = 1; k < 24; k++)
      term *= -(4 * order - (2.0 * k - 1) * (2 * k - 1)) / (8 * k * a), sum += term;
    return sum / sqrt(2 * M_PI * a);
  }
  for (int k = 1; term > 1e-18 * sum; k++)
    term *= q / (k * (k + order)), sum += term;
  return sum * exp(-a) * (order ? a / 2 : 1);
}

SCALAR(i0e, isnan(x) ? x : isinf(x) ? 0 : scaled_bessel(x, 0))
SCALAR(i1e, isnan(x) ? x : isinf(x) ? copysign(0, x) : copysign(scaled_bessel(x, 1), x))

// Upwards to 12, then the asymptotic series (Abramowitz and Stegun 6.3.18).
static double digamma_positive(double x) {
  static const double c[] = {1.0 / 12,  -1.0 / 120,     1.0 / 252, -1.0 / 240,
                             1.0 / 132, -691.0 / 32760, 1.0 / 12};
  double y = 0;
  for (; x < 12; x++)
    y -= 1 / x;
  double z = 1 / (x * x), p = 0;
  for (int i = 6; i >= 0; i--)
    p = (p + c[i]) * z;
  return y + log(x) - 0.5 / x - p;
}

// Small results, which come of cancellation, are left to the exact function.
static double digamma(double x) {
  if (x == floor(x) && x <= 0) return NAN; // of zero too, as JAX
  double y = isinf(x) ? (x > 0 ? x : NAN) : 0;
  if (y != 0) return y;
  if (x >= 0.5)
    y = digamma_positive(x);
  else
    y = digamma_positive(1 - x) - M_PI / tan(M_PI * fmod(x, 1));
  return fabs(y) < 0.1 ? (double)function_find("digamma")->exact(&x) : y;
}
SCALAR(digamma, digamma(x))

// Giles's approximation (f32), and two steps of Halley's method on erfc, or erf near 0.
static double erf_inv(double x) {
  static const double near[] = {2.81022636e-08,  3.43273939e-07, -3.5233877e-06,
                                -4.39150654e-06, 0.00021858087,  -0.00125372503,
                                -0.00417768164,  0.246640727,    1.50140941};
  static const double far[] = {-0.000200214257, 0.000100950558, 0.00134934322,
                               -0.00367342844,  0.00573950773,  -0.0076224613,
                               0.00943887047,   1.00167406,     2.83297682};
  double a = fabs(x);
  if (!(a < 1)) return a == 1 ? copysign(INFINITY, x) : NAN;
  if (a < 1e-7) return x * (sqrt(M_PI) / 2);
  double w = -log1p(-a * a);
  const double *c = w < 5 ? near : far;
  w = w < 5 ? w - 2.5 : sqrt(w) - 3;
  double y = c[0];
  for (int i = 1; i < 9; i++)
    y = y * w + c[i];
  y *= a;
  for (int i = 0; i < 2; i++) {
    double miss = (a < 0.5 ? erf(y) - a : (1 - a) - erfc(y)) / (M_2_SQRTPI * exp(-y * y));
    y -= miss / (1 + y * miss);
  }
  return copysign(y, x);
}
SCALAR(erf_inv, erf_inv(x))

#define NAMES(X)                                                                                   \
  X(exp)                                                                                           \
  X(exp2) X(expm1) X(log) X(log1p) X(log2) X(log10) X(cbrt) X(sin) X(cos) X(tan) X(asin) X(acos)   \
      X(atan) X(sinh) X(cosh) X(tanh) X(asinh) X(acosh) X(atanh) X(erf) X(erfc) X(pow) X(atan2)    \
          X(hypot) X(rem) X(sqrt) X(rsqrt) X(lgamma) X(logistic) X(softplus) X(ndtr) X(i0e) X(i1e) \
              X(digamma) X(erf_inv)
#define DECLARE(name) {#name, fast_##name},

static const struct {
  const char *name;
  FastFn *fn;
} all[] = {NAMES(DECLARE)};

FastFn *fast_find(const char *name) {
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (!__builtin_strcmp(all[i].name, name)) return all[i].fn;
  return NULL;
}
