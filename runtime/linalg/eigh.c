// eigh.c -- eigenvalues and vectors of Hermitian matrices: to tridiagonal form by reflections (of
// larger matrices in blocks), then implicit QL or QR, whichever end is smaller first, or halves of
// large ones.  Many small matrices are in lanes.
//
// Vectors are kept as rows, so that rotations work on contiguous memory.
// Source: LAPACK's sytrd, sytd2 (lower), steqr.
#ifndef T
#define LINALG_FILE "runtime/linalg/eigh.c"
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

typedef struct FN(Tridiagonal) {
  int64_t n;
  R *d, *e; // diagonal and subdiagonal, as they become eigenvalues
  T *z;     // rows: eigenvectors
  int64_t steps;
  FN(Rotations) turns; // of z
} FN(Tridiagonal);

// a := H^H a H for the reflection of the column v below the diagonal, where p is scratch.
static void FN(two_sided)(FN(Window) a, const T *v, T tau, T *p) {
  T dot = 0;
  for (int64_t i = 0; i < a.n; i++) {
    T s = 0;
    for (int64_t j = 0; j < a.n; j++)
      s += a.a[i * a.stride + j] * v[j];
    p[i] = tau * s;
    dot += CONJ(p[i]) * v[i];
  }
  for (int64_t i = 0; i < a.n; i++)
    p[i] -= tau * dot / 2 * v[i];
  for (int64_t i = 0; i < a.n; i++)
    for (int64_t j = 0; j < a.n; j++)
      a.a[i * a.stride + j] -= v[i] * CONJ(p[j]) + p[i] * CONJ(v[j]);
}

// t in d and e, column by column; v's rows hold the reflections.
static void FN(reduce_small)(FN(Tridiagonal) * t, T *a, T *tau, T *p) {
  int64_t n = t->n;
  for (int64_t i = 0; i + 1 < n; i++) {
    int64_t rest = n - 1 - i;
    T *v = t->z + i * n;
    for (int64_t j = 0; j < rest; j++)
      v[j] = a[(i + 1 + j) * n + i];
    tau[i] = FN(reflect)(rest, v, 1, &t->e[i]);
    t->d[i] = REAL(a[i * n + i]);
    FN(Window) part = {a + (i + 1) * n + i + 1, rest, rest, n};
    if (tau[i] != 0) FN(two_sided)(part, v, tau[i], p);
  }
  if (n) t->d[n - 1] = REAL(a[n * n - 1]);
}

enum { FN(COLUMNS) = 32 }; // of a block

// A block: `count` pairs v, w (rows of n) by which a is a - v w^H - w v^H.
typedef struct FN(Pairs) {
  int64_t n, count;
  T *v, *w, *p;
  void *room;
} FN(Pairs);

// w of the reflection v of the columns after i: tau (a - ...) v, and so that it is symmetric.
static void FN(pair_column)(const FN(Pairs) * b, int64_t i, const T *a, T tau) {
  int64_t n = b->n, from = i + 1, rest = n - from;
  T *v = b->v + b->count * n + from, *w = b->w + b->count * n + from;
  for (int64_t j = 0; j < rest; j++)
    b->p[j] = CONJ(v[j]);
  for (int64_t j = 0; j < rest; j++)
    w[j] = FN(dot)(rest, a + (from + j) * n + from, b->p);
  for (int64_t k = 0; k < b->count; k++) {
    const T *vk = b->v + k * n + from, *wk = b->w + k * n + from;
    T s = FN(dot)(rest, v, wk), r = FN(dot)(rest, v, vk);
    FN(add_line)(rest, -s, vk, w);
    FN(add_line)(rest, -r, wk, w);
  }
  for (int64_t j = 0; j < rest; j++)
    w[j] *= tau;
  T half = -tau * FN(dot)(rest, v, w) / 2;
  FN(add_line)(rest, half, v, w);
}

// Columns i .. of a become those of t; the rest of a is updated by the caller.
static void FN(reduce_columns)(FN(Tridiagonal) * t, FN(Pairs) * b, int64_t i, T *a, T *tau) {
  int64_t n = t->n, rest = n - i - 1;
  T *v = b->v + b->count * n, *z = t->z + i * n;
  memset(v, 0, (size_t)n * sizeof(T));
  memset(b->w + b->count * n, 0, (size_t)n * sizeof(T));
  for (int64_t j = i; j < n; j++)
    v[j] = a[j * n + i];
  for (int64_t k = 0; k < b->count; k++) {
    const T *vk = b->v + k * n, *wk = b->w + k * n;
    FN(add_line)(n - i, -CONJ(wk[i]), vk + i, v + i);
    FN(add_line)(n - i, -CONJ(vk[i]), wk + i, v + i);
  }
  t->d[i] = REAL(v[i]);
  v[i] = 0;
  tau[i] = FN(reflect)(rest, v + i + 1, 1, &t->e[i]);
  memcpy(z, v + i + 1, (size_t)rest * sizeof(T));
  FN(pair_column)(b, i, a, tau[i]);
  b->count++;
}

static void FN(reduce_blocks)(FN(Tridiagonal) * t, T *a, T *tau, T *work) {
  int64_t n = t->n, i = 0;
  FN(Pairs) b = {n, 0, work, work + FN(COLUMNS) * n, work + 2 * FN(COLUMNS) * n, NULL};
  b.room = b.p + n;
  while (i + 1 < n) {
    for (b.count = 0; b.count < FN(COLUMNS) && i + 1 < n; i++)
      FN(reduce_columns)(t, &b, i, a, tau);
    FN(Matrix) c = {a + i * n + i, n, 1, false};
    for (int k = 0; k < 2; k++) {
      FN(Matrix) x = {(k ? b.w : b.v) + i, 1, n, false}, y = {(k ? b.v : b.w) + i, n, 1, true};
      FN(Product) p = {x, y, c, n - i, n - i, b.count, PRODUCT_SUBTRACT};
      FN(multiply)(&p, b.room);
    }
  }
  t->d[n - 1] = REAL(a[n * n - 1]);
}

// a = q t q^H: t in d and e, q^T in z's rows.  The reflections are in z before, row by row.
static void FN(tridiagonalise)(FN(Tridiagonal) * t, T *a, T *tau, T *work) {
  int64_t n = t->n;
  bool blocks = n > FN(FEW_COLUMNS);
  if (blocks)
    FN(reduce_blocks)(t, a, tau, work);
  else
    FN(reduce_small)(t, a, tau, work);
  for (int64_t i = 0; i < n; i++)
    a[i] = a[i * n] = i == 0;
  FN(Window) rest = {a + n + 1, n - 1, n - 1, n};
  if (blocks) {
    FN(Reflections) h = {t->z, 1, n - 1, tau, n - 1, n - 1};
    FN(form_blocks)(&h, rest, work);
  } else {
    for (int64_t i = 0; i + 1 < n; i++)
      for (int64_t j = 0; j + 1 < n; j++)
        rest.a[i * n + j] = i == j;
    for (int64_t i = n - 2; i >= 0; i--) {
      FN(Window) part = {a + (i + 1) * n + i + 1, n - 1 - i, n - 1 - i, n};
      FN(apply_left)(part, (FN(Reflection)){t->z + i * n, 1, tau[i]}, work);
    }
  }
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < n; j++)
      t->z[j * n + i] = a[i * n + j];
}

// Eigenvalues rt1 (larger in magnitude), rt2 of (a b; b c), and the unit vector (cs, sn) of rt1.
static void FN(solve_2x2)(const R m[3], R rt[2], R *cs, R *sn) {
  R a = m[0], b = m[1], c = m[2], sm = a + c, df = a - c, ab = b + b;
  bool swap = FN(size)(a) <= FN(size)(c);
  R most = swap ? c : a, least = swap ? a : c;
  R root = HYPOT(df, ab), sign = sm < 0 ? -1 : 1;
  if (sm == 0) {
    rt[0] = root / 2;
    rt[1] = -root / 2;
  } else {
    rt[0] = (sm + sign * root) / 2;
    rt[1] = (most / rt[0]) * least - (b / rt[0]) * b;
  }
  R turn = df < 0 ? -1 : 1, s = df + turn * root;
  if (FN(size)(s) > FN(size)(ab)) {
    R ct = -ab / s;
    *sn = 1 / SQRT(1 + ct * ct);
    *cs = ct * *sn;
  } else if (ab == 0) {
    *cs = 1;
    *sn = 0;
  } else {
    R tn = -s / ab;
    *cs = 1 / SQRT(1 + tn * tn);
    *sn = tn * *cs;
  }
  if (sign == turn) {
    R tn = *cs;
    *cs = -*sn;
    *sn = tn;
  }
}

// The off-diagonal element between i and its neighbour towards `end` is negligible.
static bool FN(is_small)(const FN(Tridiagonal) * t, int64_t i, int64_t next) {
  R e = t->e[i < next ? i : next], d = FN(size)(t->d[i]) * EPSILON * EPSILON;
  return e * e <= d * FN(size)(t->d[next]) + TINIEST;
}

// One implicit step on l .. m, towards l; `by` is +1 when m > l (QL) and -1 (QR).
static void FN(sweep)(FN(Tridiagonal) * t, int64_t l, int64_t m, int64_t by) {
  R *d = t->d, *e = t->e, p = d[l];
  int64_t off = by > 0 ? 0 : -1; // e[i + off] joins i and i + by
  R el = e[l + off], g = (d[l + by] - p) / (2 * el), r = HYPOT(g, 1);
  g = d[m] - p + el / (g + (g < 0 ? -r : r));
  R s = 1, c = 1;
  p = 0;
  for (int64_t i = m - by; i != l - by; i -= by) {
    R f = s * e[i + off], b = c * e[i + off];
    FN(Rotation) q = FN(rotation)(g, f);
    c = q.c;
    s = q.s;
    if (i != m - by) e[i + by + off] = q.r;
    g = d[i + by] - p;
    r = (d[i] - g) * s + 2 * c * b;
    p = s * r;
    d[i + by] = g + p;
    g = c * r - b;
    FN(rotations_add)(&t->turns, by > 0 ? i : i - 1, c, by > 0 ? -s : s);
  }
  d[l] -= p;
  e[l + off] = g;
}

// Two neighbours, lo and lo + 1, at once.
static void FN(finish_pair)(FN(Tridiagonal) * t, int64_t lo) {
  R rt[2], c, s, m[3] = {t->d[lo], t->e[lo], t->d[lo + 1]};
  FN(solve_2x2)(m, rt, &c, &s);
  FN(rotations_add)(&t->turns, lo, c, s);
  t->d[lo] = rt[0];
  t->d[lo + 1] = rt[1];
  t->e[lo] = 0;
}

// Diagonalises the block from l to `end`, which no element splits yet.
static void FN(solve_block)(FN(Tridiagonal) * t, int64_t l, int64_t end) {
  if (FN(size)(t->d[end]) < FN(size)(t->d[l])) {
    int64_t swap = l;
    l = end;
    end = swap;
  }
  int64_t by = end > l ? 1 : -1, off = by > 0 ? 0 : -1;
  while ((end - l) * by >= 0) {
    int64_t m = l;
    while (m != end && !FN(is_small)(t, m, m + by))
      m += by;
    if (m != end) t->e[m + off] = 0;
    if (m == l)
      l += by;
    else if (m == l + by) {
      FN(finish_pair)(t, by > 0 ? l : m);
      l += 2 * by;
    } else {
      if (t->steps-- <= 0) return;
      FN(sweep)(t, l, m, by);
    }
  }
}

static void FN(solve_tridiagonal)(FN(Tridiagonal) * t) {
  for (int64_t l = 0, m; l < t->n; l = m + 1) {
    for (m = l; m + 1 < t->n; m++) {
      R e = FN(size)(t->e[m]);
      if (e <= SQRT(FN(size)(t->d[m])) * SQRT(FN(size)(t->d[m + 1])) * EPSILON) break;
    }
    if (m + 1 < t->n) t->e[m] = 0;
    if (m > l) FN(solve_block)(t, l, m);
  }
}

// After QL:
#include "runtime/linalg/divide.h"

enum { FN(DIVIDE) = 128 }; // rows from which halves pay

// z's rows become the vectors.  other: n x n.
static bool FN(solve_halves)(FN(Tridiagonal) * t, T *other, void *work) {
  int64_t n = t->n;
  R *w = work;
  if (!FR(divide)(n, t->d, t->e, w, w + n * n)) return false;
  FR(Matrix) x = {w, n, 1, false}, y = {(R *)t->z, n * PARTS, 1, false}, z = y;
  z.a = (R *)other;
  FR(multiply)(&(FR(Product)){x, y, z, n, n * PARTS, n, PRODUCT_SET}, w + n * n);
  t->z = other;
  return true;
}

// Ascending values w; v's columns are the rows of z in that order.
static void FN(eigh_sorted)(FN(Tridiagonal) * t, T *v, R *w) {
  int64_t n = t->n;
  for (int64_t i = 0; i < n; i++) {
    int64_t k = i;
    for (int64_t j = i + 1; j < n; j++)
      if (t->d[j] < t->d[k]) k = j;
    R d = t->d[k];
    t->d[k] = t->d[i];
    t->d[i] = w[i] = d;
    T *x = t->z + i * n, *y = t->z + k * n;
    for (int64_t j = 0; j < n; j++) {
      T z = y[j];
      y[j] = x[j];
      x[j] = z;
      v[j * n + i] = z;
    }
  }
}

// a: all of x from its triangle.  The magnitude of its largest element, nan for what is not finite.
static R FN(fill_hermitian)(int64_t n, bool lower, const T *x, T *a) {
  R top = 0;
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j <= i; j++) {
      T s = lower ? x[i * n + j] : CONJ(x[j * n + i]);
      if (i == j) s = REAL(s);
      a[i * n + j] = s;
      a[j * n + i] = CONJ(s);
      R size = ABS(s);
      if (!isfinite(size)) return NAN;
      if (size > top) top = size;
    }
  return top;
}

static void FN(eigh_one)(const LinalgCall *c, const T *x, T *v, R *w, T *work) {
  int64_t n = c->n;
  T *a = work, *z = a + n * n, *tau = z + n * n;
  R *d = (R *)(tau + n), top = FN(fill_hermitian)(n, c->flags & LINALG_LOWER, x, a);
  char *room = (char *)(d + 2 * n);
  R smallest = SQRT(TINIEST / EPSILON), scale = 1;
  if (top > 0 && (top < smallest || top > 1 / smallest)) scale = top;
  for (int64_t i = 0; scale != 1 && i < n * n; i++)
    a[i] = a[i] / scale;
  FN(Tridiagonal) t = {.n = n, .d = d, .e = d + n, .z = z, .steps = isnan(top) ? 0 : 30 * n + 1};
  if (t.steps) {
    FN(tridiagonalise)(&t, a, tau, (T *)room);
    if (n >= FN(DIVIDE)) {
      if (!FN(solve_halves)(&t, a, room)) t.steps = 0;
    } else {
      FN(rotations_init)(&t.turns, (FN(Rotations)){.rows = z, .m = n, .n = n}, room);
      FN(solve_tridiagonal)(&t);
      FN(rotations_apply)(&t.turns);
    }
  }
  bool ok = t.steps > 0;
  if (ok) FN(eigh_sorted)(&t, v, w);
  for (int64_t i = 0; i < n; i++)
    w[i] = ok ? w[i] * scale : (R)NAN;
  for (int64_t i = 0; !ok && i < n * n; i++)
    v[i] = NO_NUMBER;
}

// After all of these:
#include "runtime/linalg/eigh_lanes.h"

void FN(eigh)(const LinalgCall *c, const T *x, T *v, R *w, T *work);
void FN(eigh)(const LinalgCall *c, const T *x, T *v, R *w, T *work) {
  int64_t n = c->n;
#ifndef COMPLEX
  if (FN(lanes_pay)(c->batch, n, n)) {
    FN(eigh_batch)(c, x, v, w, work);
    return;
  }
#endif
  for (int64_t b = 0; b < c->batch; b++)
    FN(eigh_one)(c, x + b * n * n, v + b * n * n, w + b * n, work);
}
#endif
