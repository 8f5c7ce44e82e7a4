// algebra.c -- for library_algebra.test: the largest results of the functions that algebra.h has,
// of two threads at once.
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "algebra.h"

enum { N = 20, LARGE = 90, BATCH = 9, SMALL = 8, LENGTH = 240, MEMORY = 1 << 23 };

static void fill(float *x, int n, unsigned seed) {
  for (int i = 0; i < n; i++) {
    seed = seed * 1664525 + 1013904223;
    x[i] = (float)(seed >> 8) / (1 << 24) - 0.5f;
  }
}

static double largest(const float *x, int n) {
  double most = 0;
  for (int i = 0; i < n; i++)
    if (!(fabs(x[i]) <= most)) most = fabs(x[i]);
  return most;
}

typedef struct Found {
  double most[5];
  int status;
} Found;

#ifdef ALGEBRA_SOLVES_WORKSPACE
static double run_solves(Found *f, void *memory) {
  static float a[N * N], b[N];
  float r[3][N], s[N * N];
  fill(a, N * N, 1);
  fill(b, N, 2);
  algebra_solves_args args = {.a = a, .b = b};
  algebra_solves_results results = {r[0], r[1], r[2], s};
  f->status |= algebra_solves(&args, &results, memory, ALGEBRA_SOLVES_WORKSPACE, NULL);
  return largest(r[0], 3 * N) + largest(s, N * N);
}
#endif

#ifdef ALGEBRA_FACTORS_WORKSPACE
static double run_factors(Found *f, void *memory) {
  static float a[BATCH * SMALL * SMALL];
  float r[3][BATCH * SMALL * SMALL];
  fill(a, BATCH * SMALL * SMALL, 3);
  algebra_factors_args args = {.a = a};
  algebra_factors_results results = {r[0], r[1], r[2]};
  f->status |= algebra_factors(&args, &results, memory, ALGEBRA_FACTORS_WORKSPACE, NULL);
  return largest(r[0], 3 * BATCH * SMALL * SMALL);
}
#endif

#ifdef ALGEBRA_VALUES_WORKSPACE
static double run_values(Found *f, void *memory) {
  static float a[LARGE * LARGE];
  float *r = malloc(2 * LARGE * LARGE * sizeof *r), t[2];
  fill(a, LARGE * LARGE, 4);
  algebra_values_args args = {.a = a};
  algebra_values_results results = {.result0 = (void *)r};
  f->status |= algebra_values(&args, &results, memory, ALGEBRA_VALUES_WORKSPACE, NULL);
  memcpy(t, &results.result1, sizeof t);
  double most = largest(r, 2 * LARGE * LARGE) + largest(t, 2);
  free(r);
  return most;
}
#endif

#ifdef ALGEBRA_SPECTRUM_WORKSPACE
static double run_spectrum(Found *f, void *memory) {
  static float x[LENGTH];
  float y[2 * LENGTH], z[LENGTH], sorted[LENGTH], least = 0;
  fill(x, LENGTH, 5);
  algebra_spectrum_args args = {.x = x};
  algebra_spectrum_results results = {(void *)y, z, sorted};
  f->status |= algebra_spectrum(&args, &results, memory, ALGEBRA_SPECTRUM_WORKSPACE, NULL);
  for (int i = 1; i < LENGTH; i++)
    if (sorted[i] < sorted[i - 1]) least = 1;
  return largest(y, 2 * LENGTH) + largest(z, LENGTH) + least;
}
#endif

static void *run(void *data) {
  Found *f = data;
  void *memory = aligned_alloc(64, MEMORY);
#ifdef ALGEBRA_SOLVES_WORKSPACE
  f->most[0] = run_solves(f, memory);
#endif
#ifdef ALGEBRA_FACTORS_WORKSPACE
  f->most[1] = run_factors(f, memory);
#endif
#ifdef ALGEBRA_VALUES_WORKSPACE
  f->most[2] = run_values(f, memory);
#endif
#ifdef ALGEBRA_SPECTRUM_WORKSPACE
  f->most[3] = run_spectrum(f, memory);
#endif
  free(memory);
  return NULL;
}

int main(void) {
  static const char *const names[] = {"solves", "factors", "values", "spectrum"};
  Found found[2] = {0};
  pthread_t other;
  pthread_create(&other, NULL, run, &found[0]);
  run(&found[1]);
  pthread_join(other, NULL);
  for (int i = 0; i < 4; i++)
    if (found[1].most[i] != 0)
      printf("%s %s\n", names[i], found[1].most[i] < 1e-3 ? "right" : "wrong");
  printf("status %d, the same in both threads: %d\n", found[0].status | found[1].status,
         !memcmp(found[0].most, found[1].most, sizeof found[0].most));
  return 0;
}
