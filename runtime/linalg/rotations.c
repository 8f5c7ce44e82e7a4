// rotations.c -- many plane rotations, one after the other, of some columns at a time, so that
// these stay in the cache and a row that two rotations share in registers.
//
// Source: Van Zee, van de Geijn and Quintana-Orti, "Restructuring the tridiagonal and bidiagonal QR
// algorithms for performance" (2014).
#ifndef T
#define LINALG_FILE "runtime/linalg/rotations.c"
#include "runtime/linalg/each.h"
#else
#include "runtime/linalg/rotation.h"
// After rotation.h:
#include "runtime/linalg/rotations.h"

enum {
  FN(FEW_ROWS) = 32,
  FN(WAITING) = 32,   // rotations for each row that wait
  FN(RANGES) = 8,     // of columns, as cjax_la_rotations_room has them
  FN(WORTH) = 1 << 20 // elements turned, from which threads pay
};

void FN(rotations_init)(FN(Rotations) * q, FN(Rotations) x, void *work) {
  *q = x;
  q->count = 0;
  q->most = x.m > FN(FEW_ROWS) ? FN(WAITING) * x.m : 0;
  q->panels = (char *)(((uintptr_t)work + 63) / 64 * 64);
  q->cs = (R *)(q->panels + FN(RANGES) * 256 * x.m);
  q->row = (int32_t *)(q->cs + 2 * q->most);
}

#ifndef COMPLEX
typedef R FN(Vec) __attribute__((vector_size(VECTOR_BYTES)));
enum { FN(VECTORS) = 4, FN(WIDTH) = FN(VECTORS) * VECTOR_BYTES / (int)sizeof(R) };

// The rows x of WIDTH elements.
static void FN(turn_panel)(int64_t count, const int32_t *row, const R *cs,
                           FN(Vec) (*x)[FN(VECTORS)]) {
  FN(Vec) held[FN(VECTORS)] = {{0}};
  int64_t have = -1;
  for (int64_t i = 0; i < count; i++, cs += 2) {
    int64_t r = row[i], next = i + 1 < count ? row[i + 1] : -2;
    FN(Vec) *lo = x[r], *hi = x[r + 1];
    UNROLL for (int k = 0; k < FN(VECTORS); k++) {
      FN(Vec) a = have == r ? held[k] : lo[k], b = have == r + 1 ? held[k] : hi[k];
      FN(Vec) y = b * cs[0] - a * cs[1], z = b * cs[1] + a * cs[0];
      if (next != r - 1) lo[k] = z;
      if (next != r + 1) hi[k] = y;
      held[k] = next == r - 1 ? z : y;
    }
    have = next == r - 1 ? r : next == r + 1 ? r + 1 : -1;
  }
}
#endif

// The panels of columns of ranges begin .. end - 1.
static void FN(rotate_ranges)(void *rotations, int64_t begin, int64_t end) {
  const FN(Rotations) *q = rotations;
  int64_t columns = q->n * PARTS, width = FR(WIDTH), panels = (columns + width - 1) / width;
  R *panel = (R *)(q->panels + begin * 256 * q->m);
  for (int64_t p = begin * panels / FN(RANGES); p < end * panels / FN(RANGES); p++) {
    int64_t j = p * width, n = columns - j < width ? columns - j : width;
    if (n < width) memset(panel, 0, (size_t)(q->m * width) * sizeof(R));
    for (int64_t i = 0; i < q->m; i++)
      memcpy(panel + i * width, (R *)q->rows + i * columns + j, (size_t)n * sizeof(R));
    FR(turn_panel)(q->count, q->row, q->cs, (void *)panel);
    for (int64_t i = 0; i < q->m; i++)
      memcpy((R *)q->rows + i * columns + j, panel + i * width, (size_t)n * sizeof(R));
  }
}

void FN(rotations_apply)(FN(Rotations) * q) {
  if (q->threads && q->count * q->n >= FN(WORTH))
    cjax_la_parallel_for(FN(rotate_ranges), q, FN(RANGES));
  else if (q->count)
    FN(rotate_ranges)(q, 0, FN(RANGES));
  q->count = 0;
}
#endif
