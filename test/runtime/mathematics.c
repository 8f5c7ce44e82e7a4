// Of the mathematics that libraries have instead of C's: at most 1 ULP from the host's libm.
// UNSUPPORTED: sanitizers
// RUN: clang-22 -std=gnu17 -O2 -fno-math-errno -c %S/../../runtime/library/mathematics.c -o %t.o
// RUN: llvm-objcopy --prefix-symbols=cjax_lib_ %t.o
// RUN: clang-22 -std=gnu17 -O1 %s %t.o -lm -o %t && %t | FileCheck %s
#include <complex.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>

double cjax_lib_hypot(double x, double y);
float cjax_lib_hypotf(float x, float y);
double cjax_lib_sin(double x);
double cjax_lib_cos(double x);
double complex cjax_lib_csqrt(double complex z);
double cjax_lib_ldexp(double x, int n);
int cjax_lib_ilogb(double x);

static double between(uint64_t *seed) {
  *seed = *seed * 6364136223846793005u + 1442695040888963407u;
  return (double)(*seed >> 11) * 0x1p-53;
}

static double far(double got, double want) {
  if (got == want || (isnan(got) && isnan(want))) return 0;
  return fabs(got - want) / (nextafter(fabs(want), INFINITY) - fabs(want));
}

static double most(double x, double y) { return x > y || isnan(x) ? x : y; }

int main(void) {
  uint64_t seed = 1;
  double h = 0, f = 0, s = 0, c = 0, r = 0, wrong = 0;
  for (int i = 0; i < 1000000; i++) {
    double scale = ldexp(1, (int)(2000 * between(&seed)) - 1000);
    double x = scale * (between(&seed) - 0.5);
    double y = scale * ldexp(between(&seed), -(int)(70 * between(&seed)));
    double angle = 0.78539816339744830962 * between(&seed), part = between(&seed) - 0.5;
    h = most(h, far(cjax_lib_hypot(x, y), hypot(x, y)));
    float u = (float)part, v = (float)(angle * 1e-3);
    f = most(f, far(cjax_lib_hypotf(u, v), hypotf(u, v)) * 0x1p-29);
    s = most(s, far(cjax_lib_sin(angle), sin(angle)));
    c = most(c, far(cjax_lib_cos(angle), cos(angle)));
    double complex z = part + angle * I, got = cjax_lib_csqrt(z), want = csqrt(z);
    r = most(r, cabs(got - want) / cabs(want) / DBL_EPSILON);
    int n = (int)(between(&seed) * 4000) - 2000;
    wrong += cjax_lib_ldexp(part, n) != ldexp(part, n) && fabs(ldexp(part, n)) > DBL_MIN;
    wrong += x != 0 && cjax_lib_ilogb(x) != ilogb(x);
  }
  wrong += cjax_lib_hypot(INFINITY, NAN) != INFINITY || !isnan(cjax_lib_hypot(NAN, 1));
  wrong += cjax_lib_hypot(0, -0.0) != 0 || cjax_lib_hypot(-3, 4) != 5;
  wrong += cjax_lib_ilogb(0x1p-1070) != -1070;
  // CHECK: hypot 1 1, sin 1, cos 1, csqrt 1, wrong 0
  printf("hypot %d %d, sin %d, cos %d, csqrt %d, wrong %g\n", h <= 1, f <= 1, s <= 1, c <= 1,
         r <= 2, wrong);
  if (h > 1 || s > 1 || c > 1) printf("%g %g %g %g %g\n", h, f, s, c, r);
  return 0;
}
