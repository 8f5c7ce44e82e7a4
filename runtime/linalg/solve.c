// solve.c -- triangular systems: halves by products of matrices, down to SMALL rows.
//
// Small real systems take TILE columns at a time: rows in blocks that stay in registers, first less
// the products with the rows that are solved, then solved by substitution.  Source: Goto and van de
// Geijn, "High-performance implementation of the level-3 BLAS" (2008).
#ifndef T
#include <stdint.h>

#if defined(__AVX512F__)
enum { STEP = 8 };
#elif defined(__AVX__)
enum { STEP = 4 };
#else
enum { STEP = 2 };
#endif

#define LINALG_FILE "runtime/linalg/solve.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/product.h"
// After product.h:
#include "runtime/linalg/solve.h"

static FN(Matrix) FN(at)(FN(Matrix) x, int64_t i, int64_t j) {
  x.a += i * x.down + j * x.right;
  return x;
}

#ifdef COMPLEX
enum { FN(SMALL) = 16 };

static T FN(entry)(const FN(Matrix) * m, int64_t i, int64_t j) {
  T x = m->a[i * m->down + j * m->right];
  return m->conjugate ? CONJ(x) : x;
}

static void FN(solve_small)(const FN(System) * s) {
  for (int64_t p = 0; p < s->n; p++) {
    int64_t i = s->lower ? p : s->n - 1 - p;
    T *row = s->x.a + i * s->x.down, d = s->unit ? 1 : 1 / FN(entry)(&s->t, i, i);
    for (int64_t r = 0; r < p; r++) {
      int64_t j = s->lower ? r : s->n - 1 - r;
      T f = FN(entry)(&s->t, i, j);
      const T *from = s->x.a + j * s->x.down;
      for (int64_t q = 0; q < s->k; q++)
        row[q * s->x.right] -= f * from[q * s->x.right];
    }
    for (int64_t q = 0; !s->unit && q < s->k; q++)
      row[q * s->x.right] *= d;
  }
}
#else
typedef R FN(Vec) __attribute__((vector_size(VECTOR_BYTES)));
enum { FN(SMALL) = 64, FN(LANES) = VECTOR_BYTES / (int)sizeof(R), FN(WIDTH) = 2 * FN(LANES) };

// Rows in the order of substitution; the diagonal inverted, and 1 below the end.
static int64_t FN(load_triangle)(const FN(System) * s, R *t) {
  int64_t n = s->n, padded = (n + STEP - 1) / STEP * STEP;
  for (int64_t i = 0; i < padded; i++)
    for (int64_t j = 0; j < padded; j++) {
      int64_t r = s->lower ? i : n - 1 - i, c = s->lower ? j : n - 1 - j;
      R *to = t + i * FN(SMALL) + j;
      *to = i == j;
      if (i < n && j < i) *to = s->t.a[r * s->t.down + c * s->t.right];
      if (i < n && j == i && !s->unit) *to = 1 / s->t.a[r * s->t.down + r * s->t.right];
    }
  return padded;
}

// Rows i .. i + STEP of x, solved.
ALWAYS_INLINE void FN(solve_step)(int64_t i, const R *t, FN(Vec) (*x)[2]) {
  FN(Vec) acc[STEP][2];
  const R *row = t + i * FN(SMALL);
  UNROLL for (int r = 0; r < STEP; r++) {
    acc[r][0] = x[i + r][0];
    acc[r][1] = x[i + r][1];
  }
  for (int64_t j = 0; j < i; j++)
    UNROLL for (int r = 0; r < STEP; r++) {
      acc[r][0] -= x[j][0] * row[r * FN(SMALL) + j];
      acc[r][1] -= x[j][1] * row[r * FN(SMALL) + j];
    }
  UNROLL for (int r = 0; r < STEP; r++) {
    R d = row[r * FN(SMALL) + i + r];
    x[i + r][0] = acc[r][0] *= d;
    x[i + r][1] = acc[r][1] *= d;
    UNROLL for (int q = r + 1; q < STEP; q++) {
      acc[q][0] -= acc[r][0] * row[q * FN(SMALL) + i + r];
      acc[q][1] -= acc[r][1] * row[q * FN(SMALL) + i + r];
    }
  }
}

// Columns j .. of the right-hand sides, to x or from it.
static void FN(move)(const FN(System) * s, int64_t j, R *x, bool load) {
  int64_t width = s->k - j < FN(WIDTH) ? s->k - j : FN(WIDTH);
  if (load && width < FN(WIDTH)) memset(x, 0, (size_t)(s->n * FN(WIDTH)) * sizeof(R));
  for (int64_t i = 0; i < s->n; i++, x += FN(WIDTH)) {
    int64_t row = s->lower ? i : s->n - 1 - i;
    R *at = s->x.a + row * s->x.down + j * s->x.right;
    if (width == FN(WIDTH) && s->x.right == 1) {
      memcpy(load ? x : at, load ? at : x, sizeof(R) * FN(WIDTH));
      continue;
    }
    for (int64_t q = 0; q < width; q++)
      if (load)
        x[q] = at[q * s->x.right];
      else
        at[q * s->x.right] = x[q];
  }
}

static void FN(solve_small)(const FN(System) * s) {
  R t[FN(SMALL) * FN(SMALL)];
  FN(Vec) x[FN(SMALL)][2];
  int64_t padded = FN(load_triangle)(s, t);
  for (int64_t i = s->n; i < padded; i++)
    x[i][0] = x[i][1] = (FN(Vec)){0};
  for (int64_t j = 0; j < s->k; j += FN(WIDTH)) {
    FN(move)(s, j, (R *)x, true);
    for (int64_t i = 0; i < padded; i += STEP)
      FN(solve_step)(i, t, x);
    FN(move)(s, j, (R *)x, false);
  }
}
#endif

void FN(solve)(const FN(System) * s, void *room) {
  if (s->n <= FN(SMALL)) {
    FN(solve_small)(s);
    return;
  }
  int64_t half = (s->n / 2 + FN(SMALL) - 1) / FN(SMALL) * FN(SMALL), rest = s->n - half;
  FN(System) top = *s, bottom = *s;
  top.n = half;
  bottom.n = rest;
  bottom.t = FN(at)(s->t, half, half);
  bottom.x = FN(at)(s->x, half, 0);
  FN(solve)(s->lower ? &top : &bottom, room);
  FN(Product)
  p = {FN(at)(s->t, s->lower ? half : 0, s->lower ? 0 : half),
       s->lower ? s->x : bottom.x,
       s->lower ? bottom.x : s->x,
       s->lower ? rest : half,
       s->k,
       s->lower ? half : rest,
       PRODUCT_SUBTRACT};
  FN(multiply)(&p, room);
  FN(solve)(s->lower ? &bottom : &top, room);
}
#endif
