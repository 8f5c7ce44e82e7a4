// ffi.c -- adds two rows; fails when the first is the larger.
#include <stdint.h>

int split(const double *x, const double *y, double *sum, int32_t *n) {
  if (x[0] > y[0]) return 7;
  for (*n = 0; *n < 3; ++*n) sum[*n] = x[*n] + y[*n];
  return 0;
}
