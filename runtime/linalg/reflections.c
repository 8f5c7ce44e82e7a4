// reflections.c -- QR in blocks of columns: their reflections act on the rest as
// I - V T V^H, T triangular, by products of matrices.
//
// Source: Schreiber and Van Loan, "A storage-efficient WY representation for products of
// Householder transformations" (1989); LAPACK's geqrf, larft, orgqr.
#ifndef T
#define LINALG_FILE "runtime/linalg/reflections.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/householder.h"
// After each other:
#include "runtime/linalg/lines.h"
#include "runtime/linalg/product.h"
#include "runtime/linalg/reflections.h"

enum { FN(BLOCK) = 32 };

typedef struct FN(Block) {
  int64_t m, count;
  T *v;      // count vectors, contiguous, m apart
  T *t;      // BLOCK x BLOCK
  T *x, *y;  // BLOCK x columns of what it is applied to
  void *room;
} FN(Block);

static void FN(block_init)(FN(Block) * b, int64_t rows, int64_t columns, void *work) {
  b->v = work;
  b->t = b->v + FN(BLOCK) * rows;
  b->x = b->t + FN(BLOCK) * FN(BLOCK);
  b->y = b->x + FN(BLOCK) * (columns > FN(BLOCK) ? columns : FN(BLOCK));
  b->room = b->y + FN(BLOCK) * (columns > FN(BLOCK) ? columns : FN(BLOCK));
}

static FN(Matrix) FN(rows_of)(const T *x, int64_t stride) {
  return (FN(Matrix)){(T *)x, stride, 1, false};
}

// t := T of the vectors in v.
static void FN(block_triangle)(FN(Block) * b, const T *tau) {
  int64_t n = b->count;
  FN(Matrix) v = FN(rows_of)(b->v, b->m), w = {b->v, 1, b->m, true};
  // x[i][j] = v_j^H v_i
  FN(multiply)(&(FN(Product)){v, w, FN(rows_of)(b->x, n), n, n, b->m, PRODUCT_SET}, b->room);
  for (int64_t k = 0; k < n; k++) {
    for (int64_t i = 0; i < n; i++)
      b->t[i * FN(BLOCK) + k] = i == k ? tau[k] : (T)0;
    for (int64_t i = 0; i < k; i++) {
      T s = 0;
      for (int64_t j = i; j < k; j++)
        s += b->t[i * FN(BLOCK) + j] * b->x[k * n + j];
      b->t[i * FN(BLOCK) + k] = -tau[k] * s;
    }
  }
}

// c := (I - V T V^H) c, or with T^H.
static void FN(block_apply)(FN(Block) * b, FN(Window) c, bool adjoint) {
  int64_t n = b->count;
  if (c.n == 0) return;
  FN(Matrix) target = FN(rows_of)(c.a, c.stride), x = FN(rows_of)(b->x, c.n);
  FN(Matrix) y = FN(rows_of)(b->y, c.n), t = FN(rows_of)(b->t, FN(BLOCK));
  if (adjoint) t = (FN(Matrix)){b->t, 1, FN(BLOCK), true};
  FN(Matrix) vh = {b->v, b->m, 1, true}, v = {b->v, 1, b->m, false};
  FN(multiply)(&(FN(Product)){vh, target, x, n, c.n, b->m, PRODUCT_SET}, b->room);
  FN(multiply)(&(FN(Product)){t, x, y, n, c.n, n, PRODUCT_SET}, b->room);
  FN(multiply)(&(FN(Product)){v, y, target, b->m, c.n, n, PRODUCT_SUBTRACT}, b->room);
}

// The columns in v become reflections; r's elements go to a's rows.
static void FN(factor_panel)(FN(Block) * b, FN(Window) a, T *tau) {
  for (int64_t j = 0; j < b->count; j++) {
    T *v = b->v + j * b->m;
    R beta;
    tau[j] = FN(reflect)(b->m - j, v + j, 1, &beta);
    for (int64_t k = j + 1; k < b->count; k++) {
      T *other = b->v + k * b->m + j;
      T s = FN(dot)(b->m - j, other, v + j);
      FN(add_line)(b->m - j, -CONJ(tau[j]) * s, v + j, other);
    }
    for (int64_t i = 0; i < b->m; i++)
      a.a[i * a.stride + j] = i == j ? (T)beta : v[i];
    for (int64_t i = 0; i < j; i++)
      v[i] = 0;
  }
}

void FN(factor_blocks)(FN(Window) a, T *tau, void *work) {
  int64_t k = a.m < a.n ? a.m : a.n;
  FN(Block) b;
  FN(block_init)(&b, a.m, a.n, work);
  for (int64_t j = 0; j < k; j += FN(BLOCK)) {
    FN(Window) panel = {a.a + j * a.stride + j, a.m - j, 0, a.stride}, rest = panel;
    b.m = a.m - j;
    b.count = k - j < FN(BLOCK) ? k - j : FN(BLOCK);
    for (int64_t i = 0; i < b.m; i++)
      for (int64_t p = 0; p < b.count; p++)
        b.v[p * b.m + i] = panel.a[i * a.stride + p];
    FN(factor_panel)(&b, panel, tau + j);
    FN(block_triangle)(&b, tau + j);
    rest.a += b.count;
    rest.n = a.n - j - b.count;
    FN(block_apply)(&b, rest, true);
  }
}

// Vectors `from` on.
static void FN(block_load)(FN(Block) * b, const FN(Reflections) * h, int64_t from) {
  b->count = h->count - from < FN(BLOCK) ? h->count - from : FN(BLOCK);
  b->m = h->m - from;
  const T *v = h->v + from * (h->step + h->next);
  for (int64_t k = 0; k < b->count; k++)
    for (int64_t i = 0; i < b->m; i++)
      b->v[k * b->m + i] = i < k ? (T)0 : i == k ? (T)1 : v[k * h->next + i * h->step];
}

void FN(form_blocks)(const FN(Reflections) * h, FN(Window) q, void *work) {
  for (int64_t i = 0; i < q.m; i++)
    for (int64_t j = 0; j < q.n; j++)
      q.a[i * q.stride + j] = i == j;
  FN(Block) b;
  FN(block_init)(&b, q.m, q.n, work);
  for (int64_t from = (h->count - 1) / FN(BLOCK) * FN(BLOCK); from >= 0; from -= FN(BLOCK)) {
    FN(block_load)(&b, h, from);
    FN(block_triangle)(&b, h->tau + from);
    FN(block_apply)(
        &b, (FN(Window)){q.a + from * (q.stride + 1), q.m - from, q.n - from, q.stride}, false);
  }
}
#endif
