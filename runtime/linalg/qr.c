// qr.c -- QR by Householder reflections, of larger matrices in blocks, of many small ones in lanes.
//
// Source: LAPACK's geqrf and orgqr.
#ifndef T
#define LINALG_FILE "runtime/linalg/qr.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/householder.h"
#include "runtime/linalg/lanes.h"
#include "runtime/linalg/product.h"
// After each other:
#include "runtime/linalg/reflections.h"

#ifndef COMPLEX
// r (cols x n) and q (m x cols) of a, whose reflections replace it.
static void FN(qr_lanes)(FN(LaneWindow) a, FN(Lane) * r, FN(LaneWindow) q) {
  int64_t m = a.m, n = a.n, k = m < n ? m : n;
  FN(Lane) tau[LANES_MOST], one = FN(lane_with)(1);
  for (int64_t j = 0; j < k; j++) {
    FN(Lane) *top = a.a + j * n + j;
    tau[j] = FN(lanes_reflect)(m - j, top, n, &r[j * n + j]);
    FN(lanes_apply_left)((FN(LaneWindow)){top + 1, m - j, n - j - 1, n}, top, n, tau[j]);
  }
  for (int64_t i = 0; i < q.n; i++)
    for (int64_t j = 0; j < n; j++)
      if (i != j) r[i * n + j] = i < j ? a.a[i * n + j] : (FN(Lane))0;
  for (int64_t i = 0; i < m; i++)
    for (int64_t j = 0; j < q.n; j++)
      q.a[i * q.n + j] = i == j ? one : (FN(Lane))0;
  for (int64_t j = k - 1; j >= 0; j--) {
    FN(LaneWindow) part = {q.a + j * q.n + j, m - j, q.n - j, q.n};
    FN(lanes_apply_left)(part, a.a + j * n + j, n, tau[j]);
  }
}

static void FN(qr_batch)(const LinalgCall *c, int64_t cols, const T *x, T *q, T *r, void *work) {
  int64_t m = c->m, n = c->n, l = FN(LANES);
  FN(LaneWindow) a = {FN(lanes_room)(work), m, n, n}, s = {a.a + m * n, m, cols, cols};
  FN(Lane) *top = s.a + m * cols;
  for (int64_t b = c->batch; b > 0; b -= l, x += l * m * n, q += l * m * cols, r += l * cols * n) {
    FN(lanes_load)(b, m * n, x, a.a);
    FN(qr_lanes)(a, top, s);
    FN(lanes_store)(b, m * cols, s.a, q);
    FN(lanes_store)(b, cols * n, top, r);
  }
}
#endif

void FN(qr)(const LinalgCall *c, const T *x, T *q, T *r, T *work);
void FN(qr)(const LinalgCall *c, const T *x, T *q, T *r, T *work) {
  int64_t m = c->m, n = c->n, k = m < n ? m : n, cols = c->flags & LINALG_FULL ? m : k;
  T *tau = work + m * n, *w = tau + k;
#ifndef COMPLEX
  if (FN(lanes_pay)(c->batch, m, n)) {
    FN(qr_batch)(c, cols, x, q, r, work);
    return;
  }
#endif
  bool blocks = k > FN(FEW_COLUMNS);
  for (int64_t b = 0; b < c->batch; b++, x += m * n, q += m * cols, r += cols * n) {
    FN(Window) a = {work, m, n, n};
    memcpy(work, x, (size_t)(m * n) * sizeof(T));
    if (blocks)
      FN(factor_blocks)(a, tau, w);
    else
      FN(factor_qr)(a, tau, w);
    for (int64_t i = 0; i < cols; i++)
      for (int64_t j = 0; j < n; j++)
        r[i * n + j] = i <= j ? work[i * n + j] : (T)0;
    FN(Window) full = {q, m, cols, cols};
    FN(Reflections) h = {work, n, 1, tau, m, k};
    if (blocks)
      FN(form_blocks)(&h, full, w);
    else
      FN(form_q)(a, k, tau, full, w);
  }
}
#endif
