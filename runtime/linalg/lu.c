// lu.c -- LU with partial pivoting: the first row of the largest magnitude is swapped up.
//
// The left half of the columns, then the right half less its product; PANEL columns at a time are
// factored in a copy by columns.  Many small matrices are factored in lanes.  Source: LAPACK's
// getrf2; Toledo, "Locality of reference in LU decomposition with partial pivoting" (1997).
#ifndef T
#define LINALG_FILE "runtime/linalg/lu.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/lanes.h"
#include "runtime/linalg/product.h"
// After product.h:
#include "runtime/linalg/solve.h"

enum { FN(PANEL) = 16, FN(LU_SMALL) = 24 };

typedef struct FN(Lu) {
  T *a; // rows `stride` apart
  int64_t m, stride;
  int32_t *pivots;
  T *panel; // m x PANEL, by columns
  void *room;
} FN(Lu);

static void FN(swap_rows)(int64_t n, T *x, T *y) {
  for (int64_t i = 0; i < n; i++) {
    T t = x[i];
    x[i] = y[i];
    y[i] = t;
  }
}

// The first index of the largest size, `step` apart, from `from` on; nan never is.
static int64_t FN(pivot)(int64_t from, int64_t m, const T *x, int64_t step) {
  R best = SIZE(x[from * step]), top[16];
  int64_t i = from + 1, p = from;
  for (int k = 0; k < 16; k++)
    top[k] = best;
  if (step == 1)
    for (; i + 16 <= m; i += 16)
      for (int k = 0; k < 16; k++)
        top[k] = SIZE(x[i + k]) > top[k] ? SIZE(x[i + k]) : top[k];
  R most = best;
  for (int k = 0; k < 16; k++)
    if (top[k] > most) most = top[k];
  for (int64_t j = from + 1; most > best && j < i; j++)
    if (SIZE(x[j]) == most) {
      p = j;
      break;
    }
  for (; i < m; i++)
    if (SIZE(x[i * step]) > most) {
      most = SIZE(x[i * step]);
      p = i;
    }
  return p;
}

// Columns at .. at + n of rows at .. m; `x` holds them by columns, from row `at`.
static void FN(factor_columns)(int64_t m, int64_t n, T *x, int32_t *pivots) {
  for (int64_t j = 0; j < n && j < m; j++) {
    T *column = x + j * m;
    int64_t p = FN(pivot)(j, m, column, 1);
    pivots[j] = (int32_t)p;
    for (int64_t k = 0; p != j && k < n; k++) {
      T t = x[k * m + j];
      x[k * m + j] = x[k * m + p];
      x[k * m + p] = t;
    }
    if (column[j] == 0) continue;
    T top = column[j];
    for (int64_t i = j + 1; i < m; i++)
      column[i] = column[i] / top;
    for (int64_t k = j + 1; k < n; k++) {
      T *other = x + k * m, f = other[j];
      for (int64_t i = j + 1; i < m; i++)
        other[i] -= f * column[i];
    }
  }
}

static void FN(lu_panel)(const FN(Lu) * f, int64_t at, int64_t n) {
  int64_t m = f->m - at;
  T *a = f->a + at * f->stride + at;
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++)
      f->panel[j * m + i] = a[i * f->stride + j];
  FN(factor_columns)(m, n, f->panel, f->pivots + at);
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < n; j++)
      a[i * f->stride + j] = f->panel[j * m + i];
  for (int64_t j = 0; j < n && j < m; j++)
    f->pivots[at + j] += (int32_t)at;
}

// The swaps of columns `from` to `to`, in the n columns from `at` on.
static void FN(apply_swaps)(const FN(Lu) * f, int64_t from, int64_t to, int64_t at, int64_t n) {
  for (int64_t i = from; i < to; i++)
    if (f->pivots[i] != i)
      FN(swap_rows)(n, f->a + i * f->stride + at, f->a + f->pivots[i] * f->stride + at);
}

// Columns at .. at + n of the rows from `at` on; at + n is at most m.
static void FN(lu_columns)(const FN(Lu) * f, int64_t at, int64_t n) {
  if (n <= FN(PANEL)) {
    FN(lu_panel)(f, at, n);
    return;
  }
  int64_t half = (n / 2 + FN(PANEL) - 1) / FN(PANEL) * FN(PANEL), mid = at + half, s = f->stride;
  FN(lu_columns)(f, at, half);
  FN(apply_swaps)(f, at, mid, mid, n - half);
  FN(Matrix) left = {f->a + at * s + at, s, 1, false}, top = {f->a + at * s + mid, s, 1, false};
  FN(solve)(&(FN(System)){left, top, half, n - half, true, true}, f->room);
  FN(Matrix) low = {f->a + mid * s + at, s, 1, false}, rest = {f->a + mid * s + mid, s, 1, false};
  FN(Product) p = {low, top, rest, f->m - mid, n - half, half, PRODUCT_SUBTRACT};
  FN(multiply)(&p, f->room);
  FN(lu_columns)(f, mid, n - half);
  FN(apply_swaps)(f, mid, at + n, at, half);
}

static void FN(lu_small)(int64_t m, int64_t n, T *a, int32_t *pivots) {
  for (int64_t j = 0; j < n && j < m; j++) {
    int64_t p = FN(pivot)(j, m, a + j, n);
    pivots[j] = (int32_t)p;
    if (p != j) FN(swap_rows)(n, a + j * n, a + p * n);
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

static void FN(lu_one)(FN(Lu) * f, int64_t n) {
  int64_t k = f->m < n ? f->m : n, s = f->stride;
  if (k <= FN(LU_SMALL)) {
    FN(lu_small)(f->m, n, f->a, f->pivots);
    return;
  }
  FN(lu_columns)(f, 0, k);
  if (n == k) return;
  FN(apply_swaps)(f, 0, k, k, n - k);
  FN(Matrix) left = {f->a, s, 1, false}, top = {f->a + k, s, 1, false};
  FN(solve)(&(FN(System)){left, top, k, n - k, true, true}, f->room);
}

#ifndef COMPLEX
// Row p of each lane becomes row j, which takes its place.
static void FN(lanes_swap_rows)(FN(LaneWindow) a, int64_t j, FN(Lane) p) {
  FN(Lane) *top = a.a + j * a.stride;
  for (int64_t i = j + 1; i < a.m; i++) {
    FN(Mask) here = p == (R)i;
    for (int64_t k = 0; k < a.n; k++)
      FN(lane_swap)(here, top + k, top + (i - j) * a.stride + k);
  }
}

static void FN(lu_lanes)(FN(LaneWindow) a, FN(Lane) * pivots, FN(Lane) * perm) {
  int64_t m = a.m, n = a.n;
  for (int64_t i = 0; i < m; i++)
    perm[i] = FN(lane_with)((R)i);
  for (int64_t j = 0; j < n && j < m; j++) {
    FN(Lane) *top = a.a + j * n, best = FN(lane_abs)(top[j]), p = FN(lane_with)((R)j);
    for (int64_t i = j + 1; i < m; i++) {
      FN(Lane) s = FN(lane_abs)(a.a[i * n + j]);
      FN(Mask) more = s > best;
      best = FN(pick)(more, s, best);
      p = FN(pick)(more, FN(lane_with)((R)i), p);
    }
    pivots[j] = p;
    FN(lanes_swap_rows)(a, j, p);
    FN(lanes_swap_rows)((FN(LaneWindow)){perm, m, 1, 1}, j, p);
    FN(Mask) none = top[j] == 0;
    for (int64_t i = j + 1; i < m; i++) {
      FN(Lane) *row = a.a + i * n, f = row[j] / top[j];
      row[j] = FN(lane_whole)(FN(pick)(none, row[j], f));
      for (int64_t k = j + 1; k < n; k++)
        row[k] = FN(lane_whole)(FN(pick)(none, row[k], row[k] - f * top[k]));
    }
  }
}

static void FN(store_indices)(int64_t count, int64_t n, const FN(Lane) * x, int32_t *y) {
  for (int64_t l = 0; l < FN(LANES) && l < count; l++)
    for (int64_t i = 0; i < n; i++)
      y[l * n + i] = (int32_t)((const R *)(x + i))[l];
}

static void FN(lu_batch)(const LinalgCall *c, const T *x, T *lu, int32_t *pivots, int32_t *perm,
                         void *work) {
  int64_t m = c->m, n = c->n, size = m * n, least = m < n ? m : n;
  FN(LaneWindow) a = {FN(lanes_room)(work), m, n, n};
  FN(Lane) *p = a.a + size, *q = p + least;
  for (int64_t b = c->batch; b > 0; b -= FN(LANES)) {
    FN(lanes_load)(b, size, x, a.a);
    FN(lu_lanes)(a, p, q);
    FN(lanes_store)(b, size, a.a, lu);
    FN(store_indices)(b, least, p, pivots);
    FN(store_indices)(b, m, q, perm);
    x += FN(LANES) * size;
    lu += FN(LANES) * size;
    pivots += FN(LANES) * least;
    perm += FN(LANES) * m;
  }
}
#endif

void FN(lu)(const LinalgCall *c, const T *x, T *lu, int32_t *pivots, int32_t *perm, void *work);
void FN(lu)(const LinalgCall *c, const T *x, T *lu, int32_t *pivots, int32_t *perm, void *work) {
  int64_t m = c->m, n = c->n, k = m < n ? m : n;
  char *room = (char *)work + m * FN(PANEL) * 16;
#ifndef COMPLEX
  if (FN(lanes_pay)(c->batch, m, n)) {
    FN(lu_batch)(c, x, lu, pivots, perm, work);
    return;
  }
#endif
  memcpy(lu, x, (size_t)(c->batch * m * n) * sizeof(T));
  for (int64_t b = 0; b < c->batch; b++, lu += m * n, pivots += k, perm += m) {
    FN(Lu) f = {lu, m, n, pivots, work, room};
    FN(lu_one)(&f, n);
    for (int64_t i = 0; i < m; i++)
      perm[i] = (int32_t)i;
    for (int64_t i = 0; i < k; i++) {
      int32_t t = perm[i];
      perm[i] = perm[pivots[i]];
      perm[pivots[i]] = t;
    }
  }
}
#endif
