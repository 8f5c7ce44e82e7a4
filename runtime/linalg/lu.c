// lu.c -- LU with partial pivoting: the first row of the largest magnitude is swapped up.
//
// Source: LAPACK's getrf.
#ifndef T
#define LINALG_FILE "runtime/linalg/lu.c"
#include "runtime/linalg/each.h"

void cjax_rt_lu(const LinalgCall *c, const void *x, void *lu, int32_t *pivots, int32_t *perm) {
  FOR_DTYPE(c, lu, c, x, lu, pivots, perm);
}
#else

static int64_t FN(pivot)(int64_t m, int64_t n, int64_t j, const T *a) {
  int64_t best = j;
  R size = SIZE(a[j * n + j]);
  for (int64_t i = j + 1; i < m; i++) {
    R s = SIZE(a[i * n + j]);
    if (s > size) {
      size = s;
      best = i;
    }
  }
  return best;
}

static void FN(swap_rows)(int64_t n, T *x, T *y) {
  for (int64_t i = 0; i < n; i++) {
    T t = x[i];
    x[i] = y[i];
    y[i] = t;
  }
}

static void FN(lu_one)(int64_t m, int64_t n, T *a, int32_t *pivots, int32_t *perm) {
  for (int64_t i = 0; i < m; i++)
    perm[i] = (int32_t)i;
  for (int64_t j = 0; j < n && j < m; j++) {
    int64_t p = FN(pivot)(m, n, j, a);
    pivots[j] = (int32_t)p;
    if (p != j) {
      int32_t t = perm[j];
      perm[j] = perm[p];
      perm[p] = t;
      FN(swap_rows)(n, a + j * n, a + p * n);
    }
    const T *top = a + j * n;
    if (top[j] == 0) continue;
    for (int64_t i = j + 1; i < m; i++) {
      T *row = a + i * n, f = row[j] / top[j];
      row[j] = f;
      for (int64_t k = j + 1; k < n; k++)
        row[k] -= f * top[k];
    }
  }
}

static void FN(lu)(const LinalgCall *c, const T *x, T *lu, int32_t *pivots, int32_t *perm) {
  int64_t m = c->m, n = c->n, k = m < n ? m : n;
  memcpy(lu, x, (size_t)(c->batch * m * n) * sizeof(T));
  for (int64_t b = 0; b < c->batch; b++)
    FN(lu_one)(m, n, lu + b * m * n, pivots + b * k, perm + b * m);
}
#endif
