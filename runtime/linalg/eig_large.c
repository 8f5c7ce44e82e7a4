// eig_large.c -- eigenvalues, right eigenvectors and Schur forms of large real matrices: QR steps
// with many shifts after aggressive early deflation, back substitution in blocks.
//
// Sources: LAPACK's laqr0, trevc3; eig_sweep.h, eig_deflate.h, eig_columns.h and hessenberg.c name
// theirs.
#ifndef T
#define LINALG_FILE "runtime/linalg/eig_large.c"
#include "runtime/linalg/each.h"
#elif !defined(COMPLEX)
#include "runtime/linalg/eig.h"
#include "runtime/linalg/householder.h"
#include "runtime/linalg/product.h"
// After householder.h:
#include "runtime/linalg/eig_real.h"
#include "runtime/linalg/hessenberg.h"
// After those:
#include "runtime/linalg/eig_sweep.h"
// After it:
#include "runtime/linalg/eig_columns.h"
#include "runtime/linalg/eig_deflate.h"

// Rows of a block that is solved at once, shifts of a sweep, rows that deflation looks at.
enum { FN(FEW) = 75, FN(SHIFTS) = 32, FN(LOOK) = 64, FN(PATIENCE) = 6 };

// The whole block from lo to hi, which is small.
static bool FN(finish)(FN(Large) * f) {
  int64_t wide = f->hi + 1 - f->lo;
  FN(take_window)(f, f->lo, wide);
  FN(Real) w = {wide, FN(WIDE), f->window, f->turn, f->re + f->lo, f->im + f->lo, 0};
  if (!FN(real_schur)(&w)) return false;
  FN(clear_below)(&w);
  FN(apply_window)(f, f->lo, wide);
  f->hi = f->lo - 1;
  return true;
}

// f->lo := where the block begins that ends at hi.
static void FN(find_block)(FN(Large) * f, R norm) {
  int64_t lo = f->hi, stride = f->stride;
  for (; lo > 0; lo--) {
    R *d = f->h + lo * (stride + 1);
    if (!FN(negligible)(d, stride, norm)) continue;
    d[-1] = 0;
    break;
  }
  f->lo = lo;
}

static R FN(largest)(const FN(Large) * f) {
  R most = 0;
  for (int64_t i = 0; i < f->n; i++)
    for (int64_t j = 0; j < f->n; j++)
      most = most < FN(magnitude)(f->h[i * f->stride + j]) ? FN(magnitude)(f->h[i * f->stride + j])
                                                           : most;
  return most;
}

// h, of Hessenberg form, becomes triangular up to 2 x 2 blocks.
static bool FN(large_schur)(FN(Large) * f) {
  int64_t idle = 0, limit = 30 * f->n, last;
  R norm = FN(largest)(f);
  FN(Shifts) shifts[FN(SHIFTS) / 2 + 1];
  for (f->hi = f->n - 1; f->hi >= 0;) {
    FN(find_block)(f, norm);
    last = f->hi;
    if (last - f->lo < FN(FEW)) {
      if (!FN(finish)(f)) return false;
      idle = 0;
      continue;
    }
    if (limit-- == 0 || !FN(deflate)(f, FN(LOOK))) return false;
    int64_t gone = last - f->hi;
    idle = gone ? 0 : idle + 1;
    if (100 * gone > 14 * FN(LOOK)) continue;
    int64_t count = idle && idle % FN(PATIENCE) == 0
                        ? FN(other_shifts)(f, shifts, FN(SHIFTS) / 2)
                        : FN(choose_shifts)(f, last + 1 - FN(LOOK), shifts, FN(SHIFTS) / 2);
    FN(sweep)(f, shifts, count);
  }
  return true;
}

// Rows apart by an odd number of lines, so that columns are in different parts of the cache.
static int64_t FN(stride_for)(int64_t n) {
  int64_t line = 64 / BYTES, lines = (n + line - 1) / line;
  return (lines + (lines % 2 == 0)) * line;
}

// Of x times `by`, n x n; what is behind what the result holds is free for other use.
static FN(Large) FN(begin)(int64_t n, const R *x, R by, bool vectors, void *work) {
  int64_t stride = FN(stride_for)(n);
  FN(Large) f = {.n = n, .stride = stride, .h = work};
  f.z = f.h + n * stride;
  f.re = f.z + n * stride;
  f.im = f.re + n;
  R *more = f.im + n;
  if (!vectors) f.z = NULL;
  for (int64_t i = 0; i < n; i++)
    for (int64_t j = 0; j < n; j++)
      f.h[i * stride + j] = x[i * n + j] * by;
  FN(hessenberg_blocks)((FN(Window)){f.h, n, n, stride}, f.z, more);
  f.window = more;
  f.turn = f.window + FN(MOST_WIDE) * FN(WIDE);
  f.aside = f.turn + FN(MOST_WIDE) * FN(WIDE);
  f.scratch = f.aside + n * FN(MOST_WIDE);
  f.room = f.scratch + 4 * FN(MOST_WIDE);
  return f;
}

bool FN(schur_large)(int64_t n, R *t, R *z, void *work) {
  FN(Large) f = FN(begin)(n, t, 1, true, work);
  if (!FN(large_schur)(&f)) return false;
  for (int64_t i = 0; i < n; i++) {
    memcpy(t + i * n, f.h + i * f.stride, (size_t)n * sizeof(R));
    memcpy(z + i * n, f.z + i * f.stride, (size_t)n * sizeof(R));
  }
  return true;
}

bool FN(eig_large)(int64_t n, const R *x, R by, R *w, R *v, void *work) {
  FN(Large) f = FN(begin)(n, x, by, v != NULL, work);
  if (!FN(large_schur)(&f)) return false;
  for (int64_t i = 0; i < n; i++) {
    w[2 * i] = f.re[i];
    w[2 * i + 1] = f.im[i];
  }
  if (v) FN(write_columns)(&f, FN(largest)(&f), v);
  return true;
}
#endif
