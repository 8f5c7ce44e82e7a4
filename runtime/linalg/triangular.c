// triangular.c -- triangular systems by substitution.
//
// A transposed matrix is one with its strides swapped; y op(a) = b is op(a)^T y^T = b^T.
// Source: BLAS's trsm.
#ifndef T
#define LINALG_FILE "runtime/linalg/triangular.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/product.h"
// After product.h:
#include "runtime/linalg/solve.h"

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

// Rows of y hold k right-hand sides, of which those from `first` on are solved one element at a
// time.
static void FN(solve_columns)(const FN(Triangle) * t, int64_t first, int64_t k, T *y) {
  for (int64_t s = 0; s < t->n; s++) {
    int64_t i = t->lower ? s : t->n - 1 - s;
    T *row = y + i * k;
    for (int64_t r = 0; r < s; r++) {
      int64_t j = t->lower ? r : t->n - 1 - r;
      T f = FN(entry)(t, i, j);
      const T *from = y + j * k;
      for (int64_t p = first; p < k; p++)
        row[p] -= f * from[p];
    }
    if (t->unit) continue;
    T d = FN(entry)(t, i, i);
    for (int64_t p = first; p < k; p++)
      row[p] = row[p] / d;
  }
}

#ifdef COMPLEX
static void FN(solve_rows)(const FN(Triangle) * t, int64_t k, T *y) {
  FN(solve_columns)(t, 0, k, y);
}
#else
enum { FN(TILE) = 8, FN(TILE_ROWS) = VECTOR_BYTES < 32 ? 1 : 4 };
typedef R FN(Tile) __attribute__((ext_vector_type(8), aligned(BYTES)));

static int64_t FN(row_at)(const FN(Triangle) * t, int64_t s) { return t->lower ? s : t->n - 1 - s; }

// TILE columns of `count` rows, from row s in the order of substitution on, which stay in
// registers.
ALWAYS_INLINE void FN(solve_tile)(const FN(Triangle) * t, int count, int64_t s, int64_t k, R *y) {
  FN(Tile) x[FN(TILE_ROWS)];
  const R *row[FN(TILE_ROWS)];
  UNROLL for (int q = 0; q < count; q++) {
    int64_t i = FN(row_at)(t, s + q);
    x[q] = *(const FN(Tile) *)(y + i * k);
    row[q] = t->a + i * t->down;
  }
  for (int64_t r = 0; r < s; r++) {
    int64_t j = FN(row_at)(t, r);
    FN(Tile) z = *(const FN(Tile) *)(y + j * k);
    UNROLL for (int q = 0; q < count; q++) x[q] -= row[q][j * t->right] * z;
  }
  UNROLL for (int q = 0; q < count; q++) {
    int64_t i = FN(row_at)(t, s + q);
    if (!t->unit) x[q] /= row[q][i * t->right];
    UNROLL for (int p = q + 1; p < count; p++) x[p] -= row[p][i * t->right] * x[q];
    *(FN(Tile) *)(y + i * k) = x[q];
  }
}

static void FN(solve_rows)(const FN(Triangle) * t, int64_t k, R *y) {
  int64_t p = 0;
  for (; p + FN(TILE) <= k; p += FN(TILE)) {
    int64_t s = 0;
    for (; s + FN(TILE_ROWS) <= t->n; s += FN(TILE_ROWS))
      FN(solve_tile)(t, FN(TILE_ROWS), s, k, y + p);
    for (; s < t->n; s++)
      FN(solve_tile)(t, 1, s, k, y + p);
  }
  if (p < k) FN(solve_columns)(t, p, k, y);
}
#endif

enum { FN(SUMS) = 16 };

// The sum of a[i][j] y[j] from lo to hi, contiguous.
static T FN(row_sum)(const FN(Triangle) * t, const T *row, const T *y, int64_t lo, int64_t hi) {
  int64_t j = lo, many = lo + (hi - lo) / FN(SUMS) * FN(SUMS);
  T sums[FN(SUMS)], sum = 0;
  if (many > lo) memset(sums, 0, sizeof sums);
  for (; j < many; j += FN(SUMS))
    for (int p = 0; p < FN(SUMS); p++)
      sums[p] += (t->conjugate ? CONJ(row[j + p]) : row[j + p]) * y[j + p];
  for (; j < hi; j++)
    sum += (t->conjugate ? CONJ(row[j]) : row[j]) * y[j];
  for (int p = 0; many > lo && p < FN(SUMS); p++)
    sum += sums[p];
  return sum;
}

// One right-hand side, contiguous; rows of a are.
static void FN(solve_by_rows)(const FN(Triangle) * t, T *y) {
  for (int64_t s = 0; s < t->n; s++) {
    int64_t i = t->lower ? s : t->n - 1 - s, lo = t->lower ? 0 : i + 1, hi = t->lower ? i : t->n;
    T sum = FN(row_sum)(t, t->a + i * t->down, y, lo, hi);
    y[i] = t->unit ? y[i] - sum : (y[i] - sum) / FN(entry)(t, i, i);
  }
}

// The same where columns of a are contiguous.
static void FN(solve_by_columns)(const FN(Triangle) * t, T *y) {
  for (int64_t s = 0; s < t->n; s++) {
    int64_t j = t->lower ? s : t->n - 1 - s, lo = t->lower ? j + 1 : 0, hi = t->lower ? t->n : j;
    const T *column = t->a + j * t->right;
    if (!t->unit) y[j] = y[j] / FN(entry)(t, j, j);
    T f = y[j];
    for (int64_t i = lo; i < hi; i++)
      y[i] -= (t->conjugate ? CONJ(column[i]) : column[i]) * f;
  }
}

enum { FN(FEW) = 16 }; // rows or right-hand sides for which blocks do not pay

static void FN(solve_one)(const FN(Triangle) * t, int64_t k, bool left, T *y, void *work) {
  if (t->n > FN(FEW) && k >= FN(FEW)) {
    FN(Matrix) a = {(T *)t->a, t->down, t->right, t->conjugate}, x = {y, k, 1, false};
    if (!left) x = (FN(Matrix)){y, 1, t->n, false};
    FN(solve)(&(FN(System)){a, x, t->n, k, t->lower, t->unit}, work);
  } else if (left && k > 1)
    FN(solve_rows)(t, k, y);
  else
    for (int64_t p = 0; p < k; p++)
      if (t->right == 1)
        FN(solve_by_rows)(t, y + p * t->n);
      else
        FN(solve_by_columns)(t, y + p * t->n);
}

void FN(triangular_solve)(const LinalgCall *c, const T *a, const T *b, T *y, void *work);
void FN(triangular_solve)(const LinalgCall *c, const T *a, const T *b, T *y, void *work) {
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
  for (int64_t i = 0; i < c->batch; i++, t.a += n * n, b += n * k, y += n * k) {
    memcpy(y, b, (size_t)(n * k) * sizeof(T));
    FN(solve_one)(&t, k, left, y, work);
  }
}
#endif
