// math_gamma.c -- gamma and its logarithm, as CPython computes them: Lanczos' approximation with
// N = 13 and g = 6.0246800407767296 (Boost's coefficients).
#include "driver/stage/math_native.h"

#include <math.h>

enum { N = 13, EXACT = 23 };
static const double g = 6.024680040776729583740234375;
static const double half_less = 5.524680040776729583740234375;

static const double numerator[N] = {
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
static const double denominator[N] = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                      45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                      1925.0,     66.0,       1.0};

static double lanczos_sum(double x) {
  double num = 0, den = 0;
  if (x < 5) {
    for (int i = N; --i >= 0;) num = num * x + numerator[i], den = den * x + denominator[i];
  } else {
    for (int i = 0; i < N; i++) num = num / x + numerator[i], den = den / x + denominator[i];
  }
  return num / den;
}

// sin(pi x), x finite.
static double sinpi(double x) {
  double y = fmod(fabs(x), 2), r;
  switch ((int)round(2 * y)) {
  case 0: r = sin(M_PI * y); break;
  case 1: r = cos(M_PI * (y - 0.5)); break;
  case 2: r = sin(M_PI * (1 - y)); break;
  case 3: r = -cos(M_PI * (y - 1.5)); break;
  default: r = sin(M_PI * (y - 2));
  }
  return copysign(1, x) * r;
}

static double positive_gamma(double x, double y, double z) {
  double r = lanczos_sum(x) / exp(y);
  r += z * r;
  if (x < 140) return r * pow(y, x - 0.5);
  double root = pow(y, x / 2 - 0.25);
  return r * root * root;
}

static double negative_gamma(double x, double y, double z) {
  double r = -M_PI / sinpi(x) / x * exp(y) / lanczos_sum(x);
  r -= z * r;
  if (x < 140) return r / pow(y, x - 0.5);
  double root = pow(y, x / 2 - 0.25);
  return r / root / root;
}

double math_gamma(double x) {
  if (!isfinite(x)) return isnan(x) || x > 0 ? x : NAN;
  if (x == 0) return copysign(INFINITY, x);
  if (x == floor(x)) {
    if (x < 0) return NAN;
    double factorial = 1;
    for (int i = 2; i < x && x <= (double)EXACT; i++) factorial *= i;
    if (x <= (double)EXACT) return factorial;
  }
  double size = fabs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinpi(x) : INFINITY;
  double y = size + half_less, z;
  if (size > half_less) z = (y - size) - half_less;
  else z = (y - half_less) - size;
  z = z * g / y;
  return x < 0 ? negative_gamma(size, y, z) : positive_gamma(size, y, z);
}

double math_lgamma(double x) {
  if (!isfinite(x)) return isnan(x) ? x : INFINITY;
  if (x == floor(x) && x <= 2) return x <= 0 ? INFINITY : 0;
  double size = fabs(x);
  if (size < 1e-20) return -log(size);
  double r = log(lanczos_sum(size)) - g;
  r += (size - 0.5) * (log(size + g - 0.5) - 1);
  if (x < 0) r = 1.144729885849400174143427351353058711647 - log(fabs(sinpi(size))) - log(size) - r;
  return r;
}
