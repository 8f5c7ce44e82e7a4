// The copies of factorisations for x86-64-v3 and v4 give the same bits: one matrix, large ones,
// batches in lanes, the last of them not full.
// RUN: sh %S/Inputs/link.sh %build %s %t
// RUN: %t | FileCheck %s
// CHECK: 0 of 42 differ
#include <stdbool.h>

#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"
#include "runtime/linalg/linalg.h"

const int64_t cjax_arena_size = 1 << 20;
const int32_t cjax_cpu_needed = 2, cjax_cpu_most = 4;

enum { ROOM = 1 << 20 };
static char x[ROOM], got[2][3][ROOM], work[16 * ROOM];

#define DECLARE(type, name, call, params, args)                                                    \
  void cjax_la_##name##_##type##_v3 params;                                                        \
  void cjax_la_##name##_##type##_v4 params;
#define BOTH(name, call, params, args)                                                             \
  DECLARE(f32, name, call, params, args) DECLARE(f64, name, call, params, args)
LINALG_FUNCTIONS(BOTH)

#define RUN(name, ...)                                                                             \
  (c->dtype == DTYPE_F32                                                                           \
       ? (v4 ? cjax_la_##name##_f32_v4 : cjax_la_##name##_f32_v3)(c, __VA_ARGS__, work)            \
       : (v4 ? cjax_la_##name##_f64_v4 : cjax_la_##name##_f64_v3)(c, __VA_ARGS__, work))

static void run(const LinalgCall *c, int function, bool v4) {
  char *a = got[v4][0], *b = got[v4][1], *d = got[v4][2];
  if (function == 0) RUN(cholesky, x, a);
  if (function == 1) RUN(lu, x, a, (int32_t *)(void *)b, (int32_t *)(void *)d);
  if (function == 2) RUN(qr, x, a, b);
  if (function == 3) RUN(eigh, x, a, b);
  if (function == 4) RUN(svd, x, a, b, d);
  if (function == 5) RUN(eig, x, a, b);
  if (function == 6) RUN(schur, x, a, b);
}

// By a linear congruential generator.  Symmetric ones are positive definite by their diagonal.
static void fill(const LinalgCall *c, bool symmetric) {
  uint32_t seed = 1;
  for (int64_t k = 0, n = c->n; k < c->batch * n * n; k++) {
    int64_t i = k / n % n, j = k % n, mirror = symmetric ? k - i * n - j + j * n + i : k;
    seed = seed * 1664525 + 1013904223;
    double s = (double)(seed >> 8) / (1 << 24) + (i == j) * (double)n;
    if (c->dtype == DTYPE_F32)
      ((float *)(void *)x)[k] = ((float *)(void *)x)[mirror] = (float)s;
    else
      ((double *)(void *)x)[k] = ((double *)(void *)x)[mirror] = s;
  }
}

void cjax_main(void *arena) {
  static const int64_t cases[][2] = {{37, 8}, {1, 40}, {1, 140}};
  int32_t differ = 0;
  (void)arena;
  for (int k = 0; k < 6; k++) {
    LinalgCall c = {.batch = cases[k / 2][0], .dtype = k % 2 ? DTYPE_F64 : DTYPE_F32};
    c.m = c.n = c.k = cases[k / 2][1];
    c.flags = LINALG_LOWER | LINALG_VECTORS;
    for (int f = 0; f < 7 && cjax_la_level() == 4; f++) {
      __builtin_memset(got, 0, sizeof got);
      fill(&c, f < 5);
      run(&c, f, false);
      run(&c, f, true);
      differ += __builtin_memcmp(got[0], got[1], sizeof got[0]) != 0;
    }
  }
  cjax_rt_print_array(1, &differ, DTYPE_I32, 0, 0, "str");
  cjax_rt_print_text(1, " of 42 differ\n", 14);
}
