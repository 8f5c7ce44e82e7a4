// parallel.c -- loops of a WebAssembly module, which has one thread.
#include "runtime/os/internal.h"

void (*parallel_watch)(bool begins);

int64_t cjax_rt_num_threads(void) { return 1; }

void cjax_rt_parallel_for(void (*body)(void *ctx, int64_t begin, int64_t end), void *ctx, int64_t n,
                          int64_t grain) {
  if (n <= 0) return;
  if (parallel_watch) parallel_watch(true);
  body(ctx, 0, n);
  if (parallel_watch) parallel_watch(false);
}
