// soak.c -- soak SECONDS [PAUSE]: calls a library from four threads, with PAUSE microseconds after
// each call: the same bits each time, and an address space that does not grow.
#include "soak.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { N = 1600, THREADS = 4 };

static float x[N], w[N], want[2 * N];
static time_t end;
static useconds_t pause_us;
static atomic_long calls, bad;

static int call(float *y, void *workspace) {
  soak_model_args args = {x, w};
  soak_model_results results = {y, y + N};
  return soak_model(&args, &results, workspace, SOAK_MODEL_WORKSPACE, NULL);
}

static void *caller(void *workspace) {
  float y[2 * N];
  while (time(NULL) < end) {
    memset(y, 0xff, sizeof y);
    int error = call(y, workspace);
    bad += error || memcmp(y, want, sizeof y);
    calls++;
    if (pause_us) usleep(pause_us);
  }
  return NULL;
}

// Pages of the address space: every thread's heap is in it.
static long pages(void) {
  FILE *f = fopen("/proc/self/statm", "r");
  long n = 0;
  if (!f || fscanf(f, "%ld", &n) != 1) abort();
  fclose(f);
  return n;
}

int main(int argc, char **argv) {
  pthread_t threads[THREADS];
  void *workspaces[THREADS];
  for (int i = 0; i < N; i++) {
    x[i] = (float)(i * 37 % 101) / 101 - 0.5f;
    w[i] = (float)(i * 61 % 97) / 97 - 0.5f;
  }
  for (int i = 0; i < THREADS; i++)
    workspaces[i] = aligned_alloc(64, (SOAK_MODEL_WORKSPACE + 63) / 64 * 64);
  if (call(want, workspaces[0])) return 1;
  unsigned seconds = (unsigned)atoi(argv[1]);
  pause_us = argc > 2 ? (useconds_t)atoi(argv[2]) : 0;
  end = time(NULL) + seconds;
  for (int i = 0; i < THREADS; i++)
    pthread_create(&threads[i], NULL, caller, workspaces[i]);
  sleep(seconds / 4 + 1);
  long before = pages();
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
  fprintf(stderr, "%ld calls\n", (long)calls);
  printf("%ld calls with other bits, memory %s\n", (long)bad, pages() > before ? "grew" : "flat");
  return 0;
}
