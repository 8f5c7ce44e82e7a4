// pool.c -- what a call may have from its caller: threads, a place for prints, the text of an
// error.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "monitor.h"

enum { THREADS = 4, N = 512 };

// A part of a loop's range, on a thread.
typedef struct Part {
  void (*body)(void *data, int64_t begin, int64_t end);
  void *data;
  int64_t begin, end;
  pthread_t thread;
} Part;

static void *run_part(void *p) {
  Part *part = (Part *)p;
  part->body(part->data, part->begin, part->end);
  return NULL;
}

// The simplest there is: threads for each loop. A pool would keep them; OpenMP's is one line.
static void parallel_for(void *loops, void (*body)(void *, int64_t, int64_t), void *data, int64_t n,
                         int64_t grain) {
  Part parts[THREADS];
  (void)grain;
  ++*(int *)loops;
  for (int i = 0; i < THREADS; i++) {
    Part p = {body, data, n * i / THREADS, n * (i + 1) / THREADS, 0};
    parts[i] = p;
    pthread_create(&parts[i].thread, NULL, run_part, &parts[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(parts[i].thread, NULL);
}

static void print(void *prefix, int stream, const char *text, size_t size) {
  printf("%s%d: %.*s", (const char *)prefix, stream, (int)size, text);
}

static float field[N * N], alone[N * N], together[N * N];

int main(void) {
  char message[200], prefix[] = "stream ";
  int loops = 0;
  void *memory = aligned_alloc(64, (MONITOR_ADVANCE_WORKSPACE + 63) / 64 * 64);
  cjax_call call = {&loops, parallel_for, prefix, print, message, sizeof message};
  monitor_advance_args args = {field, 0.25f};
  monitor_advance_results results = {alone};
  for (int i = 0; i < N * N; i++)
    field[i] = (float)(i % 97) / 97;
  int status = monitor_advance(&args, &results, memory, MONITOR_ADVANCE_WORKSPACE, NULL);
  results.result0 = together;
  if (!status) status = monitor_advance(&args, &results, memory, MONITOR_ADVANCE_WORKSPACE, &call);
  printf("%s; %s; %s\n", monitor_error(status), loops ? "in parallel" : "on one thread",
         memcmp(alone, together, sizeof alone) ? "other bits" : "the same bits");
  args.rate = 0.75f;
  status = monitor_advance(&args, &results, memory, MONITOR_ADVANCE_WORKSPACE, &call);
  printf("%s: %s", monitor_error(status), message);
  free(memory);
  return status != MONITOR_CHECK_FAILED;
}
