// batch.c -- for library_batch.test: a batch of matrices on one thread and on the caller's four.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch.h"

enum { THREADS = 4, BATCH = 1000, N = 8, SIZE = BATCH * N * N };

typedef struct Part {
  void (*body)(void *data, int64_t begin, int64_t end);
  void *data;
  int64_t begin, end;
} Part;

static void *run_part(void *p) {
  Part *part = p;
  part->body(part->data, part->begin, part->end);
  return NULL;
}

static void parallel_for(void *loops, void (*body)(void *, int64_t, int64_t), void *data, int64_t n,
                         int64_t grain) {
  Part parts[THREADS];
  pthread_t threads[THREADS];
  (void)grain;
  ++*(int *)loops;
  for (int i = 0; i < THREADS; i++) {
    parts[i] = (Part){body, data, n * i / THREADS, n * (i + 1) / THREADS};
    pthread_create(&threads[i], NULL, run_part, &parts[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
}

static float a[SIZE], y[4][BATCH * N];

int main(void) {
  int loops = 0;
  void *memory = aligned_alloc(64, (BATCH_VALUES_WORKSPACE + 63) / 64 * 64);
  cjax_call call = {.pool = &loops, .parallel_for = parallel_for};
  batch_values_args args = {.a = a};
  batch_values_results alone = {y[0], y[1]}, together = {y[2], y[3]};
  unsigned seed = 1;
  for (int i = 0; i < SIZE; i++)
    a[i] = (float)((seed = seed * 1664525 + 1013904223) >> 8) / (1 << 24) - 0.5f;
  int status = batch_values(&args, &alone, memory, BATCH_VALUES_WORKSPACE, NULL);
  if (!status) status = batch_values(&args, &together, memory, BATCH_VALUES_WORKSPACE, &call);
  int same = !memcmp(y[0], y[2], sizeof y[0]) && !memcmp(y[1], y[3], sizeof y[1]);
  printf("status %d, factorisations in parallel: %d, the same bits: %d\n", status, loops >= 2,
         same);
  free(memory);
  return 0;
}
