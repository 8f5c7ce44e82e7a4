// cholesky.c -- the Cholesky factor, row by row, of panels of columns.
//
// Source: LAPACK's potrf.
#ifndef T
#define LINALG_FILE "runtime/linalg/cholesky.c"
#include "runtime/linalg/each.h"

void cjax_rt_cholesky(const LinalgCall *c, const void *x, void *y) {
  FOR_DTYPE(c, cholesky, c, x, y);
}
#else

// x . conj(y) in four sums, so that the loop is one of vectors.
static T FN(dot)(int64_t n, const T *x, const T *y) {
  T s[4] = {0};
  int64_t i = 0;
  for (; i + 4 <= n; i += 4)
    for (int k = 0; k < 4; k++)
      s[k] += x[i + k] * CONJ(y[i + k]);
  for (; i < n; i++)
    s[0] += x[i] * CONJ(y[i]);
  return (s[0] + s[1]) + (s[2] + s[3]);
}

static bool FN(cholesky_one)(int64_t n, const T *x, T *y) {
  for (int64_t i = 0; i < n; i++) {
    T *row = y + i * n;
    for (int64_t j = 0; j < i; j++)
      row[j] = (x[i * n + j] - FN(dot)(j, row, y + j * n)) / y[j * n + j];
    R d = REAL(x[i * n + i]) - REAL(FN(dot)(i, row, row));
    if (!(d > 0)) return false;
    row[i] = SQRT(d);
    for (int64_t j = i + 1; j < n; j++)
      row[j] = 0;
  }
  return true;
}

static void FN(cholesky)(const LinalgCall *c, const T *x, T *y) {
  int64_t n = c->n;
  for (int64_t b = 0; b < c->batch; b++, x += n * n, y += n * n)
    if (!FN(cholesky_one)(n, x, y))
      for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
          y[i * n + j] = j <= i ? (T)NAN : (T)0;
}
#endif
