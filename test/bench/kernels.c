// kernels.c -- what kernels.py measures beside: OpenBLAS's products, the machine's bandwidth and
// its peak.
//
//   kernels blas LIBRARY s|d M N K COUNT CLOCK     milliseconds per product
//   kernels copy | read COUNT CLOCK                 GB/s on arrays of 64 MB
//   kernels peak COUNT CLOCK                        GFLOP/s of fused multiply-adds, f32
//
// CLOCK: cpu or wall.
#include <dlfcn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

typedef float Vec __attribute__((vector_size(32)));

static double now_ms(const char *clock) {
  struct timespec t;
  clock_gettime(strcmp(clock, "cpu") ? CLOCK_MONOTONIC : CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static void *filled(size_t bytes) {
  size_t page = 2 << 20, size = (bytes + page - 1) / page * page;
  float *x = aligned_alloc(page, size);
  if (bytes > page) madvise(x, size, MADV_HUGEPAGE);
  for (size_t i = 0; i < bytes / 4; i++)
    x[i] = (float)(i % 97) / 97;
  return x;
}

typedef void Sgemm(int, int, int, int, int, int, float, const void *, int, const void *, int, float,
                   void *, int);
typedef void Dgemm(int, int, int, int, int, int, double, const void *, int, const void *, int,
                   double, void *, int);

static double blas(char **a) {
  void *lib = dlopen(a[0], RTLD_NOW);
  int single = *a[1] == 's', m = atoi(a[2]), n = atoi(a[3]), k = atoi(a[4]), count = atoi(a[5]);
  if (!lib) return fprintf(stderr, "%s\n", dlerror()), exit(1), 0.0;
  void *f = dlsym(lib, single ? "scipy_cblas_sgemm" : "scipy_cblas_dgemm");
  size_t e = single ? 4 : 8;
  void *x = filled(e * (size_t)m * (size_t)k), *y = filled(e * (size_t)k * (size_t)n),
       *z = filled(e * (size_t)m * (size_t)n);
  double start = 0;
  for (int i = -1; i < count; i++) {
    if (i == 0) start = now_ms(a[6]);
    if (single)
      ((Sgemm *)f)(101, 111, 111, m, n, k, 1, x, k, y, n, 0, z, n);
    else
      ((Dgemm *)f)(101, 111, 111, m, n, k, 1, x, k, y, n, 0, z, n);
  }
  return (now_ms(a[6]) - start) / count;
}

enum { BYTES = 64 << 20 };

static double bandwidth(int copies, int count, const char *clock) {
  Vec *x = filled(BYTES), *y = copies ? filled(BYTES) : NULL, sum[8] = {0};
  double start = now_ms(clock);
  for (int i = 0; i < count; i++) {
    for (size_t j = 0; j < BYTES / sizeof(Vec); j += 8)
      for (int k = 0; k < 8; k++) {
        if (copies)
          y[j + (size_t)k] = x[j + (size_t)k];
        else
          sum[k] += x[j + (size_t)k];
      }
    __asm__ volatile("" ::"r"(x), "r"(y), "r"(sum) : "memory");
  }
  double ms = (now_ms(clock) - start) / count;
  return (copies ? 2 : 1) * (double)BYTES / 1e6 / ms;
}

static double peak(int count, const char *clock) {
  Vec a[12], x = (Vec){0} + 0.999f, y = (Vec){0} + 0.001f;
  for (int i = 0; i < 12; i++)
    a[i] = y * (float)i;
  double start = now_ms(clock);
  for (int i = 0; i < count; i++)
    for (int j = 0; j < 1000; j++) {
      for (int k = 0; k < 12; k++)
        a[k] = a[k] * x + y;
      __asm__ volatile(""
                       : "+x"(a[0]), "+x"(a[1]), "+x"(a[2]), "+x"(a[3]), "+x"(a[4]), "+x"(a[5]),
                         "+x"(a[6]), "+x"(a[7]), "+x"(a[8]), "+x"(a[9]), "+x"(a[10]), "+x"(a[11]));
    }
  double ms = now_ms(clock) - start;
  return (double)count * 1000 * 12 * 8 * 2 / 1e6 / ms;
}

int main(int n, char **a) {
  if (n == 9 && !strcmp(a[1], "blas"))
    printf("%.6g\n", blas(a + 2));
  else if (n == 4 && !strcmp(a[1], "peak"))
    printf("%.6g\n", peak(atoi(a[2]), a[3]));
  else if (n == 4)
    printf("%.6g\n", bandwidth(!strcmp(a[1], "copy"), atoi(a[2]), a[3]));
  else
    return 1;
  return 0;
}
