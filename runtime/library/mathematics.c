// mathematics.c -- what factorisations and transforms call of C's library, for those in libraries,
// which call none: each `name` is compiled as cjax_lib_name.
#include <complex.h>
#include <float.h>
#include <math.h>
#include <stdint.h>

typedef union Bits {
  double x;
  uint64_t bits;
} Bits;

// 2^n of a normal number.
static double power_of_two(int n) { return (Bits){.bits = (uint64_t)(1023 + n) << 52}.x; }

int ilogb(double x) {
  int n = (int)((Bits){x}.bits >> 52 & 0x7ff);
  return n ? n - 1023 : ilogb(x * 0x1p64) - 64;
}

double ldexp(double x, int n) {
  for (; n > 1000; n -= 1000)
    x *= 0x1p1000;
  for (; n < -1000; n += 1000)
    x *= 0x1p-1000;
  return x * power_of_two(n);
}

// x^2 = *high + *low, by halves of x.
static void square(double x, double *high, double *low) {
  double wide = x * 0x1.0000002p27, h = x - wide + wide, l = x - h;
  *high = x * x;
  *low = h * h - *high + 2 * h * l + l * l;
}

double hypot(double x, double y) {
  double a = fabs(x), b = fabs(y), scale = 1, h, l, g, k;
  if (a < b) a = fabs(y), b = fabs(x);
  if (isinf(a) || isinf(b)) return INFINITY;
  if (!(b > a * 0x1p-64)) return a + b;
  if (a > 0x1p510) scale = 0x1p700;
  if (b < 0x1p-450) scale = 0x1p-700;
  a /= scale;
  b /= scale;
  square(a, &h, &l);
  square(b, &g, &k);
  return scale * sqrt(k + l + g + h);
}

float hypotf(float x, float y) {
  if (isinf(x) || isinf(y)) return INFINITY;
  return (float)sqrt((double)x * x + (double)y * y);
}

// Up to pi / 4, by their series.
double sin(double x) {
  double s = x * x, sum = 0;
  for (int n = 18; n > 0; n -= 2)
    sum = -(sum + 1) * s / (n * (n + 1));
  return x + x * sum;
}

double cos(double x) {
  double s = x * x, sum = 0;
  for (int n = 18; n > 2; n -= 2)
    sum = -(sum + 1) * s / (n * (n - 1));
  double half = s / 2, one = 1 - half;
  return one + (1 - one - half - half * sum);
}

double complex csqrt(double complex z) {
  double a = creal(z), b = cimag(z), size = hypot(a, b);
  if (size == 0) return z;
  double root = sqrt((size + fabs(a)) / 2), other = fabs(b) / (2 * root), parts[2] = {root, other};
  if (a < 0) parts[0] = other, parts[1] = root;
  if (b < 0) parts[1] = -parts[1];
  return parts[0] + parts[1] * I;
}

float complex csqrtf(float complex z) { return (float complex)csqrt(z); }
