// hessenberg.c -- Hessenberg form in blocks of columns: their reflections H_0 H_1 ... = I - V T V^H
// act on the rest by products of matrices, Y = A V T being known from the block.
//
// Source: Quintana-Orti and van de Geijn, "Improving the performance of reduction to Hessenberg
// form" (2006); LAPACK's gehrd, lahr2.
#ifndef T
#define LINALG_FILE "runtime/linalg/hessenberg.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/householder.h"
// After each other:
#include "runtime/linalg/hessenberg.h"
#include "runtime/linalg/lines.h"
#include "runtime/linalg/product.h"
#include "runtime/linalg/reflections.h"

enum { FN(PANEL) = 32 };

// The block of columns k .. k + count; its vectors begin at row k + 1.
typedef struct FN(Panel) {
  FN(Window) a;
  int64_t k, count, m; // m: length of a vector
  T *v;                // PANEL vectors, contiguous, m apart
  T *y;                // PANEL columns of a V T, contiguous, a.n apart
  T *t;                // PANEL x PANEL
  T *tau, *column, *x;
  void *room;
} FN(Panel);

static FN(Matrix) FN(matrix)(const T *x, int64_t down, int64_t right, bool conjugate) {
  return (FN(Matrix)){(T *)x, down, right, conjugate};
}

// w := V^H x over the first j vectors.
static void FN(against_vectors)(const FN(Panel) * p, int64_t j, const T *x, T *w) {
  for (int64_t i = 0; i < j; i++)
    w[i] = FN(dot)(p->m, x, p->v + i * p->m);
}

// The column k + j, from row k + 1 on, as the j reflections before it leave it.
static void FN(update_column)(FN(Panel) * p, int64_t j) {
  T *b = p->column, *w = p->x;
  for (int64_t i = 0; i < p->m; i++)
    b[i] = p->a.a[(p->k + 1 + i) * p->a.stride + p->k + j];
  for (int64_t i = 0; i < j; i++)
    FN(add_line)(p->m, -CONJ(p->v[i * p->m + j - 1]), p->y + i * p->a.n + p->k + 1, b);
  FN(against_vectors)(p, j, b, w);
  for (int64_t i = j - 1; i >= 0; i--) { // T^H, lower triangular
    T s = 0;
    for (int64_t l = 0; l <= i; l++)
      s += CONJ(p->t[l * FN(PANEL) + i]) * w[l];
    w[i] = s;
  }
  for (int64_t i = 0; i < j; i++)
    FN(add_line)(p->m, -w[i], p->v + i * p->m, b);
}

// Columns j of y, from row k + 1 on, and of t.
static void FN(extend_panel)(FN(Panel) * p, int64_t j) {
  T *y = p->y + j * p->a.n + p->k + 1, *w = p->x, *straight = p->column;
  const T *v = p->v + j * p->m;
  for (int64_t i = 0; i < p->m; i++)
    straight[i] = CONJ(v[i]);
  FN(Window) a = p->a;
  for (int64_t i = 0; i < p->m; i++)
    y[i] = FN(dot)(p->m - j, a.a + (p->k + 1 + i) * a.stride + p->k + 1 + j, straight + j);
  FN(against_vectors)(p, j, v, w);
  for (int64_t i = 0; i < j; i++)
    FN(add_line)(p->m, -w[i], p->y + i * a.n + p->k + 1, y);
  for (int64_t i = 0; i < p->m; i++)
    y[i] *= p->tau[j];
  for (int64_t i = 0; i < j; i++) {
    T s = 0;
    for (int64_t l = i; l < j; l++)
      s += p->t[i * FN(PANEL) + l] * w[l];
    p->t[i * FN(PANEL) + j] = -p->tau[j] * s;
    p->t[j * FN(PANEL) + i] = 0;
  }
  p->t[j * FN(PANEL) + j] = p->tau[j];
}

static void FN(factor_columns)(FN(Panel) * p) {
  for (int64_t j = 0; j < p->count; j++) {
    FN(update_column)(p, j);
    T *v = p->v + j * p->m, *b = p->column;
    R beta;
    p->tau[j] = FN(reflect)(p->m - j, b + j, 1, &beta);
    for (int64_t i = 0; i < p->m; i++) {
      v[i] = i < j ? (T)0 : b[i];
      p->a.a[(p->k + 1 + i) * p->a.stride + p->k + j] = i == j ? (T)beta : b[i];
    }
    FN(extend_panel)(p, j);
  }
}

// Y's rows up to k: those of a V T; x: room for PANEL x (k + 1).
static void FN(complete_panel)(FN(Panel) * p) {
  int64_t rows = p->k + 1, n = p->count;
  FN(Matrix) a = FN(matrix)(p->a.a + p->k + 1, p->a.stride, 1, false);
  FN(Matrix) v = FN(matrix)(p->v, 1, p->m, false), x = FN(matrix)(p->x, n, 1, false);
  FN(Matrix) t = FN(matrix)(p->t, FN(PANEL), 1, false), y = FN(matrix)(p->y, 1, p->a.n, false);
  FN(multiply)(&(FN(Product)){a, v, x, rows, n, p->m, PRODUCT_SET}, p->room);
  FN(multiply)(&(FN(Product)){x, t, y, rows, n, n, PRODUCT_SET}, p->room);
}

// The columns behind the block, and rows up to k of the block's own: a := H^H a H.
static void FN(update_rest)(FN(Panel) * p) {
  int64_t n = p->a.n, k = p->k, count = p->count, stride = p->a.stride;
  FN(Matrix) y = FN(matrix)(p->y, 1, n, false);
  FN(Matrix) vh = FN(matrix)(p->v, p->m, 1, true);
  FN(Matrix) own = FN(matrix)(p->a.a + k + 1, stride, 1, false);
  FN(multiply)(&(FN(Product)){y, vh, own, k + 1, count - 1, count, PRODUCT_SUBTRACT}, p->room);
  int64_t rest = n - k - count;
  vh.a += count - 1;
  FN(Matrix) all = FN(matrix)(p->a.a + k + count, stride, 1, false);
  FN(multiply)(&(FN(Product)){y, vh, all, n, rest, count, PRODUCT_SUBTRACT}, p->room);
  vh.a -= count - 1;
  FN(Matrix) below = FN(matrix)(p->a.a + (k + 1) * stride + k + count, stride, 1, false);
  FN(Matrix)
  x = FN(matrix)(p->x, rest, 1, false),
  z = FN(matrix)(p->x + count * rest, rest, 1, false);
  FN(Matrix) th = FN(matrix)(p->t, 1, FN(PANEL), true), v = FN(matrix)(p->v, 1, p->m, false);
  FN(multiply)(&(FN(Product)){vh, below, x, count, rest, p->m, PRODUCT_SET}, p->room);
  FN(multiply)(&(FN(Product)){th, x, z, count, rest, count, PRODUCT_SET}, p->room);
  FN(multiply)(&(FN(Product)){v, z, below, p->m, rest, count, PRODUCT_SUBTRACT}, p->room);
}

// q := H_0 H_1 ..., whose vectors are in a's columns.
static void FN(form_basis)(FN(Window) a, const T *tau, T *q, void *work) {
  int64_t n = a.n;
  for (int64_t i = 0; i < n; i++)
    q[i] = q[i * a.stride] = i == 0;
  FN(Reflections) h = {a.a + a.stride, a.stride, 1, tau, n - 1, n - 2};
  FN(form_blocks)(&h, (FN(Window)){q + a.stride + 1, n - 1, n - 1, a.stride}, work);
}

void FN(hessenberg_blocks)(FN(Window) a, T *q, void *work) {
  int64_t n = a.n;
  FN(Panel) p = {.a = a, .tau = work};
  p.column = p.tau + n;
  p.t = p.column + n;
  p.v = p.t + FN(PANEL) * FN(PANEL);
  p.y = p.v + FN(PANEL) * n;
  p.x = p.y + FN(PANEL) * n;
  p.room = p.x + 2 * FN(PANEL) * n;
  T *tau = p.tau;
  for (int64_t k = 0; k + 2 < n; k += FN(PANEL)) {
    p.k = k;
    p.m = n - 1 - k;
    p.count = n - 2 - k < FN(PANEL) ? n - 2 - k : FN(PANEL);
    p.tau = tau + k;
    FN(factor_columns)(&p);
    FN(complete_panel)(&p);
    FN(update_rest)(&p);
  }
  if (q) FN(form_basis)(a, tau, q, p.column);
  for (int64_t i = 2; i < n; i++)
    for (int64_t j = 0; j + 1 < i; j++)
      a.a[i * a.stride + j] = 0;
}
#endif
