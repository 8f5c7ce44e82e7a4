// product.c -- products of matrices: blocks of both factors are copied so that a tile of the result
// stays in registers while the copies stream by.
//
// An element is one sum in the order of k, whatever the tile, by fused multiplications where the
// machine has them.  Complex factors are copied as real ones of twice the depth: a's row (re, im)
// times b's rows b and i b.  Source: Goto and van de Geijn, "Anatomy of high-performance matrix
// multiplication" (2008).
#ifndef T
#include <stdint.h>

// Of real numbers: rows of a and columns of b that are copied at once, and the depth.
enum { BLOCK_ROWS = 96, BLOCK_DEPTH = 256, BLOCK_COLUMNS = 512 };
#if defined(__AVX512F__)
enum { TILE_ROWS = 12 };
#elif defined(__AVX__)
enum { TILE_ROWS = 6 };
#else
enum { TILE_ROWS = 4 };
#endif

#define LINALG_FILE "runtime/linalg/product.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/product.h"

#ifndef COMPLEX
typedef R FN(Vec) __attribute__((vector_size(VECTOR_BYTES)));
typedef R FN(Any) __attribute__((vector_size(VECTOR_BYTES), aligned(sizeof(R)))); // in memory
enum { FN(LANES) = VECTOR_BYTES / (int)sizeof(R), FN(TILE) = 2 * FN(LANES) };

typedef struct FN(Tile) {
  FN(Vec) v[TILE_ROWS][2];
} FN(Tile);

// Columns of a (TILE_ROWS) times rows of b (TILE).
ALWAYS_INLINE void FN(tile)(int64_t k, const R *a, const R *b, FN(Tile) * t) {
  FN(Vec) acc[TILE_ROWS][2];
  UNROLL for (int r = 0; r < TILE_ROWS; r++) acc[r][0] = acc[r][1] = (FN(Vec)){0};
  for (; k > 0; k--, a += TILE_ROWS, b += FN(TILE)) {
    FN(Vec) x = *(const FN(Any) *)b, y = *(const FN(Any) *)(b + FN(LANES));
    UNROLL for (int r = 0; r < TILE_ROWS; r++) {
      acc[r][0] += x * a[r];
      acc[r][1] += y * a[r];
    }
  }
  UNROLL for (int r = 0; r < TILE_ROWS; r++) {
    t->v[r][0] = acc[r][0];
    t->v[r][1] = acc[r][1];
  }
}

typedef struct FN(Target) {
  R *c;
  int64_t stride, m, n, k;
  int mode;
} FN(Target);

// The product of two copied blocks into the target, m x n and k deep.
static void FN(multiply_blocks)(FN(Target) * t, const R *a, const R *b) {
  for (int64_t j = 0; j < t->n; j += FN(TILE), b += FN(TILE) * t->k)
    for (int64_t i = 0; i < t->m; i += TILE_ROWS) {
      FN(Tile) tile;
      FN(tile)(t->k, a + i * t->k, b, &tile);
      int64_t rows = t->m - i < TILE_ROWS ? t->m - i : TILE_ROWS;
      R *c = t->c + i * t->stride + j;
      if (t->n - j >= FN(TILE)) {
        for (int64_t r = 0; r < rows; r++, c += t->stride)
          for (int h = 0; h < 2; h++) {
            FN(Any) *to = (FN(Any) *)(c + h * FN(LANES));
            FN(Vec) x = tile.v[r][h];
            *to = t->mode == PRODUCT_SET ? x : t->mode == PRODUCT_ADD ? *to + x : *to - x;
          }
        continue;
      }
      const R *x = (const R *)&tile;
      for (int64_t r = 0; r < rows; r++, c += t->stride)
        for (int64_t s = 0; s < t->n - j; s++) {
          R y = x[r * FN(TILE) + s];
          c[s] = t->mode == PRODUCT_SET ? y : t->mode == PRODUCT_ADD ? c[s] + y : c[s] - y;
        }
    }
}
#endif

// Tiles of TILE_ROWS rows, element by element of k; missing rows are 0.
static void FN(copy_rows)(int64_t m, int64_t k, const FN(Matrix) * x, R *to) {
  for (int64_t i = 0; i < m; i += TILE_ROWS, to += TILE_ROWS * k * PARTS) {
    int64_t rows = m - i < TILE_ROWS ? m - i : TILE_ROWS;
    if (rows < TILE_ROWS) memset(to, 0, (size_t)(TILE_ROWS * k * PARTS) * sizeof(R));
    for (int64_t r = 0; r < rows; r++) {
      const T *from = x->a + (i + r) * x->down;
      for (int64_t p = 0; p < k; p++) {
        const R *z = (const R *)(from + p * x->right);
        to[p * PARTS * TILE_ROWS + r] = z[0];
#ifdef COMPLEX
        to[(2 * p + 1) * TILE_ROWS + r] = x->conjugate ? -z[1] : z[1];
#endif
      }
    }
  }
}

// One row of b into a row of tiles `step` apart.
static void FN(copy_line)(int64_t n, const FN(Matrix) * x, const T *from, R *to, int64_t step) {
  enum { WIDTH = FR(TILE) / PARTS };
  for (int64_t j = 0; j < n; j += WIDTH, to += step) {
    int64_t columns = n - j < WIDTH ? n - j : WIDTH;
    if (columns < WIDTH) memset(to, 0, FR(TILE) * PARTS * sizeof(R));
    const T *at = from + j * x->right;
#ifdef COMPLEX
    for (int64_t s = 0; s < columns; s++) {
      const R *z = (const R *)(at + s * x->right);
      R im = x->conjugate ? -z[1] : z[1];
      to[2 * s] = z[0];
      to[2 * s + 1] = im;
      to[FR(TILE) + 2 * s] = -im;
      to[FR(TILE) + 2 * s + 1] = z[0];
    }
#else
    if (columns == WIDTH && x->right == 1)
      memcpy(to, at, FR(TILE) * sizeof(R));
    else
      for (int64_t s = 0; s < columns; s++)
        to[s] = at[s * x->right];
#endif
  }
}

static void FN(copy_columns)(int64_t n, int64_t k, const FN(Matrix) * x, R *to) {
  for (int64_t p = 0; p < k; p++)
    FN(copy_line)(n, x, x->a + p * x->down, to + p * PARTS * FR(TILE), PARTS * k * FR(TILE));
}

static FN(Matrix) FN(part)(FN(Matrix) x, int64_t i, int64_t j) {
  x.a += i * x.down + j * x.right;
  return x;
}

static int64_t FN(least)(int64_t x, int64_t y) { return x < y ? x : y; }

// All columns of one block of b.
static void FN(multiply_columns)(const FN(Product) * p, int64_t j, int64_t columns, R *rows,
                                 R *room) {
  int64_t depth = BLOCK_DEPTH / PARTS;
  for (int64_t l = 0; l < p->k; l += depth) {
    int64_t k = FN(least)(depth, p->k - l);
    FN(Matrix) b = FN(part)(p->b, l, j);
    FN(copy_columns)(columns, k, &b, room);
    for (int64_t i = 0; i < p->m; i += BLOCK_ROWS) {
      FN(Matrix) a = FN(part)(p->a, i, l), c = FN(part)(p->c, i, j);
      int64_t m = FN(least)(BLOCK_ROWS, p->m - i);
      FN(copy_rows)(m, k, &a, rows);
      FR(Target)
      t = {(R *)c.a,      c.down * PARTS, m, columns * PARTS,
           k * PARTS, l == 0 ? p->mode : p->mode == PRODUCT_SET ? PRODUCT_ADD : p->mode};
      FR(multiply_blocks)(&t, rows, room);
    }
  }
}

static FN(Matrix) FN(turned)(FN(Matrix) x) {
  return (FN(Matrix)){x.a, x.right, x.down, x.conjugate};
}

void FN(multiply)(const FN(Product) * given, void *room) {
  FN(Product) p = *given;
  if (p.c.right != 1) { // c^T = b^T a^T
    FN(Product)
    t = {FN(turned)(p.b), FN(turned)(p.a), FN(turned)(p.c), p.n, p.m, p.k, p.mode};
    p = t;
  }
  int64_t most = (FN(least)(p.m, BLOCK_ROWS) + TILE_ROWS - 1) / TILE_ROWS * TILE_ROWS;
  R *rows = room, *columns = rows + most * FN(least)(p.k * PARTS, BLOCK_DEPTH);
  int64_t width = BLOCK_COLUMNS / PARTS;
  for (int64_t i = 0; p.k == 0 && p.mode == PRODUCT_SET && i < p.m; i++)
    memset(p.c.a + i * p.c.down, 0, (size_t)p.n * sizeof(T));
  for (int64_t j = 0; j < p.n; j += width)
    FN(multiply_columns)(&p, j, FN(least)(width, p.n - j), rows, columns);
}
#endif
