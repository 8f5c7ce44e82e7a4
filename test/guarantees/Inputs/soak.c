// soak.c -- calls a library from four threads for so many seconds: the same bits each time, and memory that does not grow.
#include "soak.h"

#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { N = 1600, THREADS = 4 };

static float x[N], w[N], want[2 * N];
static time_t end;
static atomic_long calls, bad;

static int call(float *y, void *workspace) {
  soak_model_args args = {x, w};
  soak_model_results results = {y, y + N};
  return soak_model(&args, &results, workspace, SOAK_MODEL_WORKSPACE);
}

static void *caller(void *workspace) {
  float y[2 * N];
  while (time(NULL) < end) {
    memset(y, 0xff, sizeof y);
    int error = call(y, workspace);
    bad += error || memcmp(y, want, sizeof y);
    calls++;
  }
  return NULL;
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
  end = time(NULL) + atoi(argv[argc - 1]);
  for (int i = 0; i < THREADS; i++)
    pthread_create(&threads[i], NULL, caller, workspaces[i]);
  size_t before = mallinfo2().uordblks;
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], NULL);
  size_t after = mallinfo2().uordblks;
  fprintf(stderr, "%ld calls\n", (long)calls);
  printf("%ld calls with other bits, memory %s\n", (long)bad, after > before ? "grew" : "flat");
  return 0;
}
