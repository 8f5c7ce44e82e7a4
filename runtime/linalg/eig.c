// eig.c -- eigenvalues, right eigenvectors and Schur forms of any square matrix: Hessenberg form,
// then QR steps with shifts, then back substitution.
//
// Real matrices: double steps, so that conjugate pairs stay exact; large ones by eig_large.c.
// Sources: EISPACK's orthes, hqr2 and comqr2 (Martin, Peters and Wilkinson); vectors normalised as
// LAPACK's geev does.
#ifndef T
#define LINALG_FILE "runtime/linalg/eig.c"
#include "runtime/linalg/each.h"
#else
// Of elements of equal size the same one must count as the largest here as in LAPACK.
#pragma STDC FP_CONTRACT OFF
#include "runtime/linalg/householder.h"
#include "runtime/linalg/lanes.h"
// After them:
#include "runtime/linalg/eig.h"
#include "runtime/linalg/hessenberg.h"

#ifdef COMPLEX
// h := q^H x q of Hessenberg form, q by rows in z.
static void FN(hessenberg)(int64_t n, T *h, T *z, T *tau, T *w) {
  for (int64_t i = 0; i < n * n; i++)
    z[i] = i % (n + 1) == 0;
  for (int64_t j = 0; j + 2 < n; j++) {
    T *top = h + (j + 1) * n + j;
    int64_t m = n - 1 - j;
    T *v = w + n;
    for (int64_t i = 0; i < m; i++)
      v[i] = top[i * n];
    R beta;
    *tau = FN(reflect)(m, v, 1, &beta);
    for (int64_t i = 0; i < m; i++)
      top[i * n] = i ? (T)0 : (T)beta;
    FN(Window) rest = {top + 1, m, n - 1 - j, n};
    FN(apply_left)(rest, (FN(Reflection)){v, 1, CONJ(*tau)}, w);
    T *const both[2] = {h, z};
    for (int k = 0; k < 2; k++)
      for (int64_t i = 0; *tau != 0 && i < n; i++) {
        T *row = both[k] + i * n + j + 1, s = 0;
        for (int64_t p = 0; p < m; p++)
          s += row[p] * v[p];
        s *= *tau;
        for (int64_t p = 0; p < m; p++)
          row[p] -= s * CONJ(v[p]);
      }
  }
}

// The eigenvalue of the last 2 x 2 block up to `hi` that is nearer to its corner.
static T FN(shift)(const T *h, int64_t n, int64_t hi, int64_t steps) {
  const T *r = h + (hi - 1) * n + hi - 1;
  T a = r[0], b = r[1], c = r[n], d = r[n + 1];
  if (steps % 10 == 9) return d + ABS(c);
  T half = (a - d) / 2, root = CSQRT(half * half + b * c);
  T x = d + (half - root), y = d + (half + root);
  return ABS(x - d) < ABS(y - d) ? x : y;
}

// One QR step on rows and columns lo .. hi with shift s, by rotations, which z takes over.
static void FN(qr_step)(int64_t n, T *h, T *z, int64_t lo, int64_t hi, T s) {
  T x = h[lo * n + lo] - s, y = h[(lo + 1) * n + lo];
  for (int64_t k = lo; k < hi; k++) {
    R size = HYPOT(ABS(x), ABS(y));
    T c = size == 0 ? (T)1 : x / size, d = size == 0 ? (T)0 : y / size;
    for (int64_t j = k > lo ? k - 1 : lo; j < n; j++) {
      T p = h[k * n + j], q = h[(k + 1) * n + j];
      h[k * n + j] = CONJ(c) * p + CONJ(d) * q;
      h[(k + 1) * n + j] = c * q - d * p;
    }
    T *const both[2] = {h, z};
    for (int t = 0; t < 2; t++) {
      int64_t end = t ? n - 1 : k + 2 < hi ? k + 2 : hi;
      for (int64_t i = 0; i <= end; i++) {
        T *row = both[t] + i * n + k, p = row[0], q = row[1];
        row[0] = c * p + d * q;
        row[1] = CONJ(c) * q - CONJ(d) * p;
      }
    }
    if (k + 2 > hi) break;
    x = h[(k + 1) * n + k];
    y = h[(k + 2) * n + k];
  }
}

// h becomes upper triangular.
static bool FN(triangularise)(int64_t n, T *h, T *z) {
  int64_t hi = n - 1, steps = 0, limit = 40 * n + 40;
  while (hi > 0) {
    int64_t lo = hi;
    for (; lo > 0; lo--) {
      R near = SIZE(h[(lo - 1) * n + lo - 1]) + SIZE(h[lo * n + lo]);
      if (SIZE(h[lo * n + lo - 1]) <= EPSILON * near) break;
    }
    if (lo > 0) h[lo * n + lo - 1] = 0;
    if (lo == hi) {
      hi--;
      steps = 0;
      continue;
    }
    if (limit-- == 0) return false;
    FN(qr_step)(n, h, z, lo, hi, FN(shift)(h, n, hi, steps++));
  }
  return true;
}

// v's columns := z times the eigenvectors of the triangular h.
static void FN(vectors)(int64_t n, const T *h, const T *z, T *v, T *y) {
  R norm = TINIEST;
  for (int64_t i = 0; i < n * n; i++)
    if (ABS(h[i]) > norm) norm = ABS(h[i]);
  for (int64_t k = 0; k < n; k++) {
    y[k] = 1;
    for (int64_t i = k - 1; i >= 0; i--) {
      T s = -h[i * n + k], gap = h[i * n + i] - h[k * n + k];
      for (int64_t j = i + 1; j < k; j++)
        s -= h[i * n + j] * y[j];
      y[i] = s / (ABS(gap) < EPSILON * norm ? (T)(EPSILON * norm) : gap);
    }
    R size = 0, top = -1;
    T turn = 1;
    for (int64_t i = 0; i < n; i++) {
      T s = 0;
      for (int64_t j = 0; j <= k; j++)
        s += z[i * n + j] * y[j];
      v[i * n + k] = s;
      size = HYPOT(size, ABS(s));
      if (ABS(s) > top) top = ABS(s), turn = CONJ(s) / (top > 0 ? top : 1);
    }
    for (int64_t i = 0; i < n; i++)
      v[i * n + k] = v[i * n + k] * turn / size;
  }
}

// t (first x) := z^H x z, upper triangular.
static bool FN(schur_one)(int64_t n, T *t, T *z, T *work) {
  if (n > FN(HESSENBERG_FEW))
    FN(hessenberg_blocks)((FN(Window)){t, n, n, n}, z, work);
  else
    FN(hessenberg)(n, t, z, work, work + 1);
  if (!FN(triangularise)(n, t, z)) return false;
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < i; j++)
      t[i * n + j] = 0;
  return true;
}

// w, v: of x times `by`.
static bool FN(eig_one)(int64_t n, const T *x, R by, T *w, T *v, T *work) {
  T *h = work, *z = h + n * n, *scratch = z + n * n;
  for (int64_t i = 0; i < n * n; i++)
    h[i] = x[i] * by;
  if (n > FN(HESSENBERG_FEW))
    FN(hessenberg_blocks)((FN(Window)){h, n, n, n}, z, scratch);
  else
    FN(hessenberg)(n, h, z, scratch, scratch + 1);
  if (!FN(triangularise)(n, h, z)) return false;
  for (int64_t i = 0; i < n; i++)
    w[i] = h[i * n + i];
  if (v) FN(vectors)(n, h, z, v, scratch);
  return true;
}

#else
#include "runtime/linalg/eig_real.h"
#include "runtime/linalg/eig_vectors.h"

// The identity, n x n.
static void FN(set_identity)(int64_t n, R *z) {
  for (int64_t i = 0; i < n * n; i++)
    z[i] = i % (n + 1) == 0;
}

// t (first x) := z^T x z, upper triangular up to 2 x 2 blocks.
static bool FN(schur_one)(int64_t n, T *t, T *z, T *work) {
  if (n > FN(HESSENBERG_FEW)) return FN(schur_large)(n, t, z, work);
  FN(Real) f = {n, n, t, z, work, work + n, 0};
  FN(set_identity)(n, z);
  FN(small_hessenberg)(&f, n, f.im + n, f.im + 2 * n);
  if (!FN(real_schur)(&f)) return false;
  FN(clear_below)(&f);
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < i; j++) {
      R keep = z[i * n + j];
      z[i * n + j] = z[j * n + i];
      z[j * n + i] = keep;
    }
  return true;
}

// Of x times `by`; results are complex: pairs of R.
static bool FN(eig_one)(int64_t n, const T *x, R by, R *w, R *v, T *work) {
  if (n > FN(HESSENBERG_FEW)) return FN(eig_large)(n, x, by, w, v, work);
  FN(Real) f = {n, n, work, v ? work + n * n : NULL, work + 2 * n * n, NULL, 0};
  f.im = f.re + n;
  for (int64_t i = 0; i < n * n; i++)
    f.h[i] = x[i] * by;
  if (f.z) FN(set_identity)(n, f.z);
  FN(small_hessenberg)(&f, n, f.im + n, f.im + 2 * n);
  if (!FN(real_schur)(&f)) return false;
  for (int64_t i = 0; i < n; i++) {
    w[2 * i] = f.re[i];
    w[2 * i + 1] = f.im[i];
  }
  if (v) FN(real_vectors)(&f, v);
  return true;
}
#endif

// A power of two by which squares of x neither vanish nor overflow; 0 where x is not finite.
static R FN(scale_for)(int64_t n, const T *x) {
  const R far = BYTES == 4 ? (R)1e10 : (R)1e100;
  R most = 0;
  for (int64_t i = 0; i < n * PARTS; i++) {
    R size = ((const R *)x)[i] < 0 ? -((const R *)x)[i] : ((const R *)x)[i];
    if (!isfinite(size)) return 0;
    if (size > most) most = size;
  }
  if (most == 0 || (most < far && most > 1 / far)) return 1;
  int power = -ilogb(most), limit = BYTES == 4 ? 100 : 1000;
  return (R)ldexp(1, power > limit ? limit : power < -limit ? -limit : power);
}

static void FN(multiply_all)(int64_t n, R by, R *x) {
  for (int64_t i = 0; by != 1 && i < n; i++)
    x[i] *= by;
}

void FN(eig)(const LinalgCall *c, const T *x, R *w, R *v, T *work);
void FN(eig)(const LinalgCall *c, const T *x, R *w, R *v, T *work) {
  int64_t n = c->n;
  bool vectors = c->flags & LINALG_VECTORS;
#ifndef COMPLEX
  if (FN(lanes_pay)(c->batch, n, n)) {
    FN(eig_batch)(c, x, w, vectors ? v : NULL, work);
    return;
  }
#endif
  for (int64_t b = 0; b < c->batch; b++, x += n * n, w += 2 * n, v += vectors ? 2 * n * n : 0) {
    R by = FN(scale_for)(n * n, x);
    if (by != 0 && FN(eig_one)(n, x, by, (void *)w, vectors ? (void *)v : NULL, work)) {
      FN(multiply_all)(2 * n, 1 / by, w);
      continue;
    }
    for (int64_t i = 0; i < 2 * n; i++)
      w[i] = NAN;
    for (int64_t i = 0; vectors && i < 2 * n * n; i++)
      v[i] = NAN;
  }
}

void FN(schur)(const LinalgCall *c, const T *x, T *t, T *z, T *work);
void FN(schur)(const LinalgCall *c, const T *x, T *t, T *z, T *work) {
  int64_t n = c->n;
  memcpy(t, x, (size_t)(c->batch * n * n) * sizeof(T));
  for (int64_t b = 0; b < c->batch; b++, t += n * n, z += n * n) {
    R by = FN(scale_for)(n * n, t);
    FN(multiply_all)(n * n * PARTS, by, (R *)t);
    if (by != 0 && FN(schur_one)(n, t, z, work)) {
      FN(multiply_all)(n * n * PARTS, 1 / by, (R *)t);
      continue;
    }
    for (int64_t i = 0; i < n * n; i++) {
      t[i] = PARTS == 1 && i / n > i % n ? (T)0 : (T)NO_NUMBER;
      z[i] = NO_NUMBER;
    }
  }
}
#endif
