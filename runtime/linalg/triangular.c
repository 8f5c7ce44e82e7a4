// triangular.c -- triangular systems by substitution.
//
// A transposed matrix is one with its strides swapped; y op(a) = b is op(a)^T y^T = b^T.
// Source: BLAS's trsm.
#ifndef T
#define LINALG_FILE "runtime/linalg/triangular.c"
#include "runtime/linalg/each.h"

void cjax_rt_triangular_solve(const LinalgCall *c, const void *a, const void *b, void *y) {
  FOR_DTYPE(c, triangular, c, a, b, y);
}
#else

// a[i][j] is a[i * down + j * right].
typedef struct FN(Triangle) {
  const T *a;
  int64_t n, down, right;
  bool lower, unit, conjugate;
} FN(Triangle);

static T FN(entry)(const FN(Triangle) * t, int64_t i, int64_t j) {
  T x = t->a[i * t->down + j * t->right];
  return t->conjugate ? CONJ(x) : x;
}

// Rows of y hold k right-hand sides.
static void FN(solve_rows)(const FN(Triangle) * t, int64_t k, T *y) {
  for (int64_t s = 0; s < t->n; s++) {
    int64_t i = t->lower ? s : t->n - 1 - s;
    T *row = y + i * k;
    for (int64_t r = 0; r < s; r++) {
      int64_t j = t->lower ? r : t->n - 1 - r;
      T f = FN(entry)(t, i, j);
      const T *from = y + j * k;
      for (int64_t p = 0; p < k; p++)
        row[p] -= f * from[p];
    }
    if (t->unit) continue;
    T d = FN(entry)(t, i, i);
    for (int64_t p = 0; p < k; p++)
      row[p] = row[p] / d;
  }
}

// One right-hand side, contiguous.
static void FN(solve_vector)(const FN(Triangle) * t, T *y) {
  for (int64_t s = 0; s < t->n; s++) {
    int64_t i = t->lower ? s : t->n - 1 - s, lo = t->lower ? 0 : i + 1, hi = t->lower ? i : t->n;
    T sum = y[i];
    for (int64_t j = lo; j < hi; j++)
      sum -= FN(entry)(t, i, j) * y[j];
    y[i] = t->unit ? sum : sum / FN(entry)(t, i, i);
  }
}

static void FN(triangular)(const LinalgCall *c, const T *a, const T *b, T *y) {
  int64_t n = c->n, k = c->k;
  bool left = c->flags & LINALG_LEFT, lower = c->flags & LINALG_LOWER;
  bool swap = !(c->flags & LINALG_TRANSPOSE) != left;
  FN(Triangle)
  t = {a,
       n,
       swap ? 1 : n,
       swap ? n : 1,
       lower != swap,
       c->flags & LINALG_UNIT,
       c->flags & LINALG_CONJUGATE};
  memcpy(y, b, (size_t)(c->batch * n * k) * sizeof(T));
  for (int64_t i = 0; i < c->batch; i++, t.a += n * n, y += n * k) {
    if (left && k > 1)
      FN(solve_rows)(&t, k, y);
    else
      for (int64_t p = 0; p < k; p++)
        FN(solve_vector)(&t, y + p * n);
  }
}
#endif
