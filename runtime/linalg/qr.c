// qr.c -- QR by Householder reflections, of larger matrices in blocks.
//
// Source: LAPACK's geqrf and orgqr.
#ifndef T
#define LINALG_FILE "runtime/linalg/qr.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/householder.h"
#include "runtime/linalg/product.h"
// After each other:
#include "runtime/linalg/reflections.h"

void FN(qr)(const LinalgCall *c, const T *x, T *q, T *r, T *work);
void FN(qr)(const LinalgCall *c, const T *x, T *q, T *r, T *work) {
  int64_t m = c->m, n = c->n, k = m < n ? m : n, cols = c->flags & LINALG_FULL ? m : k;
  T *tau = work + m * n, *w = tau + k;
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
