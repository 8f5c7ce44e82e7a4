// parallel_for covers each index once, whatever the number of threads; a bad number is refused.
// RUN: sh %S/Inputs/link.sh %build %s %t
// RUN: env CJAX_NUM_THREADS=1 %t | FileCheck %s
// RUN: env CJAX_NUM_THREADS=2 %t | FileCheck %s
// RUN: env CJAX_NUM_THREADS=7 %t | FileCheck %s
// RUN: %t | FileCheck %s
// RUN: not env CJAX_NUM_THREADS=many %t 2>&1 | FileCheck %s --check-prefix=BAD
// RUN: not env CJAX_NUM_THREADS=0 %t 2>&1 | FileCheck %s --check-prefix=ZERO
// CHECK: 2000 loops, 0 wrong
// BAD: error: ValueError: CJAX_NUM_THREADS must be a whole number from 1 to 1024, not 'many'
// ZERO: not '0'
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"

enum { N = 5000, INNER = 3 };
const int64_t cjax_arena_size = N;
const int32_t cjax_cpu_needed = 2, cjax_cpu_most = 4;

static volatile float zero_limit = 0x1p-126f;

static void inner(void *ctx, int64_t begin, int64_t end) {
  // A denormal is zero in every thread.
  int flushed = zero_limit / 2 == 0;
  for (int64_t i = begin; i < end; i++) __atomic_fetch_add((unsigned char *)ctx, flushed, 0);
}

static void body(void *ctx, int64_t begin, int64_t end) {
  unsigned char *counts = ctx;
  for (int64_t i = begin; i < end; i++) cjax_rt_parallel_for(inner, counts + i, INNER, 1);
}

void cjax_main(void *arena) {
  unsigned char *counts = arena;
  int64_t loops = 0, wrong = 0;
  for (; loops < 2000; loops++) {
    int64_t n = 1 + loops * 37 % N;
    for (int i = 0; i < N; i++) counts[i] = 0;
    cjax_rt_parallel_for(body, counts, n, 1 + loops % 100);
    for (int i = 0; i < N; i++) wrong += counts[i] != (i < n ? INNER : 0);
  }
  cjax_rt_print_array(1, &loops, DTYPE_I64, 0, 0, "py");
  cjax_rt_print_text(1, " loops, ", 8);
  cjax_rt_print_array(1, &wrong, DTYPE_I64, 0, 0, "py");
  cjax_rt_print_text(1, " wrong\n", 7);
}
