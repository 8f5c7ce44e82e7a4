// svd.c -- singular value decomposition: to bidiagonal form by reflections, then implicit QR.
//
// Long matrices (11/6 times as long as wide) are reduced to a square by QR before; wide ones are
// treated as their conjugate transposes.  Many small square ones are in lanes.
// Source: LAPACK's gesdd, gebrd.
#ifndef T
#define LINALG_FILE "runtime/linalg/svd.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/householder.h"
#include "runtime/linalg/lanes.h"
#include "runtime/linalg/product.h"
#include "runtime/linalg/rotation.h"
// After each other:
#include "runtime/linalg/lines.h"
#include "runtime/linalg/reflections.h"
#include "runtime/linalg/rotations.h"
// After all of them:
#include "runtime/linalg/bidiagonal.h"
#include "runtime/linalg/bidiagonalise.h"

void FN(svd)(const LinalgCall *c, const T *x, R *values, T *u, T *vt, T *work);
// Which calls it for single matrices:
#include "runtime/linalg/svd_lanes.h"
// After it:
#include "runtime/linalg/svd_batch.h"

typedef struct FN(Svd) {
  int64_t m, n, cols; // of the long orientation; columns of its left factor
  bool wide;          // the matrix is the other way round
  bool reduced;       // to its r
  bool threads;       // may be used
  T *a;               // m x n, then its reflections
  T *q;               // reduced: m x cols
  T *core;            // what becomes bidiagonal: `rows` x n
  int64_t rows, core_cols;
  T *left, *right; // rows of q^T (core_cols x rows) and p^H (n x n), or the other way round
  T *room, *tau, *w;
  R *d, *e;
  void *blocks; // scratch of blocks, then of rotations
} FN(Svd);

static void FN(conjugate)(int64_t n, T *x) {
  for (int64_t i = 0; i < n; i++)
    x[i] = CONJ(x[i]);
}

// a := h a h for the reflection h from the right: a (I - tau v v^H).
static void FN(apply_right)(FN(Window) a, const T *v, T tau) {
  for (int64_t i = 0; tau != 0 && i < a.m; i++) {
    T *row = a.a + i * a.stride, s = 0;
    for (int64_t j = 0; j < a.n; j++)
      s += row[j] * v[j];
    s *= tau;
    for (int64_t j = 0; j < a.n; j++)
      row[j] -= s * CONJ(v[j]);
  }
}

// core = q b p^H.  tau: n for q, then n for p.
static void FN(bidiagonalise)(FN(Svd) * s) {
  int64_t m = s->rows, n = s->n;
  if (n > FN(FEW_COLUMNS)) {
    FN(bidiagonalise_blocks)((FN(Window)){s->core, m, n, n}, s->d, s->e, s->tau, s->blocks);
    return;
  }
  for (int64_t i = 0; i < n; i++) {
    T *top = s->core + i * n + i;
    s->tau[i] = FN(reflect)(m - i, top, n, &s->d[i]);
    FN(Window) rest = {top + 1, m - i, n - i - 1, n};
    FN(apply_left)(rest, (FN(Reflection)){top, n, CONJ(s->tau[i])}, s->w);
    s->tau[n + i] = 0;
    if (i + 1 >= n) continue;
    FN(conjugate)(n - i - 1, top + 1);
    s->tau[n + i] = FN(reflect)(n - i - 1, top + 1, 1, &s->e[i]);
    FN(Window) below = {top + 1 + n, m - i - 1, n - i - 1, n};
    FN(apply_right)(below, top + 1, s->tau[n + i]);
  }
}

// to (cols x rows) := from^T or from^H.
static void FN(flip)(int64_t rows, int64_t cols, const T *from, T *to, bool conjugate) {
  for (int64_t i = 0; i < rows; i++)
    for (int64_t j = 0; j < cols; j++)
      to[j * rows + i] = conjugate ? CONJ(from[i * cols + j]) : from[i * cols + j];
}

static void FN(form_factors)(FN(Svd) * s, bool mirrored) {
  int64_t n = s->n, m = s->rows;
  FN(Window) core = {s->core, m, n, n}, q = {s->room, m, s->core_cols, s->core_cols};
  bool blocks = n > FN(FEW_COLUMNS);
  if (blocks)
    FN(form_blocks)(&(FN(Reflections)){core.a, n, 1, s->tau, m, n}, q, s->blocks);
  else
    FN(form_q)(core, n, s->tau, q, s->w);
  FN(flip)(m, s->core_cols, s->room, s->left, mirrored);
  for (int64_t i = 0; i < n * n; i++)
    s->room[i] = i % (n + 1) == 0;
  FN(Reflections) p = {core.a + 1, 1, n, s->tau + n, n - 1, n - 1};
  if (blocks)
    FN(form_blocks)(&p, (FN(Window)){s->room + n + 1, n - 1, n - 1, n}, s->blocks);
  for (int64_t i = blocks ? -1 : n - 2; i >= 0; i--) {
    FN(Window) part = {s->room + (i + 1) * n + i + 1, n - 1 - i, n - 1 - i, n};
    T *v = s->core + i * n + i + 1;
    FN(apply_left)(part, (FN(Reflection)){v, 1, s->tau[n + i]}, s->w);
  }
  FN(flip)(n, n, s->room, s->right, !mirrored);
}

// The lower bidiagonal matrix becomes an upper one by rotations from the left.
static void FN(make_upper)(FN(Bidiagonal) * b) {
  for (int64_t i = 0; i + 1 < b->n; i++) {
    FN(Rotation) r = FN(rotation)(b->d[i], b->e[i]);
    b->d[i] = r.r;
    b->e[i] = r.s * b->d[i + 1];
    b->d[i + 1] *= r.c;
    FN(turn_u)(b, i, r.c, r.s);
  }
}

// to (n x rows of q, of `cols` wanted) := rows of x (n x n) times q^T or q^H; the others are q's
// own.
static void FN(extend)(const FN(Svd) * s, const T *x, T *to, bool conjugate) {
  int64_t m = s->m, n = s->n;
  FN(Matrix) rows = {(T *)x, n, 1, false}, q = {s->q, 1, s->cols, conjugate};
  FN(multiply)(&(FN(Product)){rows, q, {to, m, 1, false}, n, m, n, PRODUCT_SET}, s->blocks);
  for (int64_t r = n; r < s->cols; r++)
    for (int64_t i = 0; i < m; i++)
      to[r * m + i] = conjugate ? CONJ(s->q[i * s->cols + r]) : s->q[i * s->cols + r];
}

// The left vectors' rows and the right ones', as they belong to x.
static void FN(write_vectors)(FN(Svd) * s, const FN(Bidiagonal) * b, T *u, T *vt) {
  bool extend_left = s->reduced && !s->wide, extend_right = s->reduced && s->wide;
  int64_t nu = s->wide ? s->n : s->m, rows = s->wide ? s->n : s->cols;
  const T *left = b->u, *right = b->vt;
  if (extend_left) {
    FN(extend)(s, left, s->room, false);
    left = s->room;
  }
  FN(flip)(rows, nu, left, u, false);
  if (extend_right) {
    FN(extend)(s, right, s->room, true);
    right = s->room;
  }
  int64_t count = s->wide ? s->cols * s->m : s->n * s->n;
  memcpy(vt, right, (size_t)count * sizeof(T));
}

// Copies x in its long orientation, divided by `scale`.
static void FN(load)(FN(Svd) * s, const T *x, R scale) {
  if (s->wide)
    FN(flip)(s->n, s->m, x, s->a, true);
  else
    memcpy(s->a, x, (size_t)(s->m * s->n) * sizeof(T));
  for (int64_t i = 0; scale != 1 && i < s->m * s->n; i++)
    s->a[i] = s->a[i] / scale;
  s->core = s->a;
  s->rows = s->m;
  s->core_cols = s->cols;
  if (!s->reduced) return;
  FN(Window) a = {s->a, s->m, s->n, s->n};
  FN(Window) q = {s->q, s->m, s->cols, s->cols};
  if (s->n > FN(FEW_COLUMNS)) {
    FN(factor_blocks)(a, s->tau, s->blocks);
    FN(form_blocks)(&(FN(Reflections)){s->a, s->n, 1, s->tau, s->m, s->n}, q, s->blocks);
  } else {
    FN(factor_qr)(a, s->tau, s->w);
    FN(form_q)(a, s->n, s->tau, q, s->w);
  }
  for (int64_t i = 0; i < s->n; i++)
    for (int64_t j = 0; j < i; j++)
      s->a[i * s->n + j] = 0;
  s->core = s->left + s->m * s->cols; // room for n x n after it
  if (s->wide)
    FN(flip)(s->n, s->n, s->a, s->core, true);
  else
    memcpy(s->core, s->a, (size_t)(s->n * s->n) * sizeof(T));
  s->rows = s->core_cols = s->n;
}

// The power that brings the largest element to 1 where squares would overflow or vanish; 0: not
// finite.
static R FN(scale_of)(int64_t n, const T *x) {
  R top = 0, smallest = SQRT(TINIEST) / EPSILON;
  for (int64_t i = 0; i < n; i++) {
    R size = ABS(x[i]);
    if (!isfinite(size)) return 0;
    if (size > top) top = size;
  }
  return top > 0 && (top < smallest || top > 1 / smallest) ? top : 1;
}

static bool FN(svd_one)(FN(Svd) * s, const T *x, R *values, T *u, T *vt) {
  R scale = FN(scale_of)(s->m * s->n, x);
  if (scale == 0) return false;
  FN(load)(s, x, scale);
  FN(bidiagonalise)(s);
  bool mirrored = s->wide && !s->reduced;
  FN(Bidiagonal) b = {.n = s->n, .d = s->d, .e = s->e};
  if (u) {
    FN(form_factors)(s, mirrored);
    b.u = mirrored ? s->right : s->left;
    b.vt = mirrored ? s->left : s->right;
    b.nu = mirrored ? s->n : s->rows;
    b.nv = mirrored ? s->rows : s->n;
  }
  char *room = s->blocks;
  FN(Rotations) left = {.rows = b.u, .m = s->n, .n = b.nu, .threads = s->threads}, right = left;
  FN(rotations_init)(&b.turns_u, left, room);
  room += cjax_la_rotations_room(s->n);
  right.rows = b.vt;
  right.n = b.nv;
  FN(rotations_init)(&b.turns_v, right, room);
  if (mirrored) FN(make_upper)(&b);
  if (!FN(diagonalise)(&b)) return false;
  FN(rotations_apply)(&b.turns_u);
  FN(rotations_apply)(&b.turns_v);
  FN(sort_values)(&b);
  for (int64_t i = 0; i < s->n; i++)
    values[i] = s->d[i] * scale;
  if (u) FN(write_vectors)(s, &b, u, vt);
  return true;
}

static void FN(svd_init)(FN(Svd) * s, const LinalgCall *c, T *work) {
  s->wide = c->m < c->n;
  s->m = s->wide ? c->n : c->m;
  s->n = s->wide ? c->m : c->n;
  s->cols = c->flags & LINALG_FULL ? s->m : s->n;
  s->reduced = s->m >= s->n * 11 / 6 && s->m > s->n;
  s->threads = c->flags & LINALG_THREADS;
  s->a = work;
  s->q = s->a + s->m * s->n;
  s->left = s->q + s->m * s->cols;
  s->right = s->left + s->m * s->cols + s->n * s->n;
  s->room = s->right + s->n * s->n;
  int64_t room = s->m * s->cols > s->n * s->n ? s->m * s->cols : s->n * s->n;
  s->tau = s->room + room;
  s->w = s->tau + 2 * s->n;
  s->d = (R *)(s->w + s->m);
  s->e = s->d + s->n;
  s->blocks = s->e + 2 * s->n;
}

void FN(svd)(const LinalgCall *c, const T *x, R *values, T *u, T *vt, T *work) {
  FN(Svd) s;
  FN(svd_init)(&s, c, work);
  int64_t cols = c->flags & LINALG_FULL ? c->m : s.n, rows = c->flags & LINALG_FULL ? c->n : s.n;
  if (!(c->flags & LINALG_VECTORS)) u = vt = NULL;
#ifndef COMPLEX
  if (c->m == c->n && FN(lanes_pay)(c->batch, c->m, c->n)) {
    FN(svd_batch)(c, x, values, u, vt, work);
    return;
  }
#endif
  for (int64_t b = 0; b < c->batch; b++, x += c->m * c->n, values += s.n) {
    if (!FN(svd_one)(&s, x, values, u, vt)) {
      for (int64_t i = 0; i < s.n; i++)
        values[i] = NAN;
      for (int64_t i = 0; u && i < c->m * cols; i++)
        u[i] = NO_NUMBER;
      for (int64_t i = 0; u && i < c->n * rows; i++)
        vt[i] = NO_NUMBER;
    }
    if (!u) continue;
    u += c->m * cols;
    vt += c->n * rows;
  }
}
#endif
