#include <stdint.h>
#include <stdio.h>

#ifdef CLIENT
#include LIBRARY

int main(void) {
  static _Alignas(64) char memory[4096];
  float x[3] = {1, 2, 3}, y[3];
  ARGS args = {.x = x};
  RESULTS results = {.result0 = y};
  int status = CALL(&args, &results, memory, sizeof memory, NULL);
  printf("%d: %.1f %.1f %.1f\n", status, y[0], y[1], y[2]);
  return 0;
}
#else
int total(const float *x, float *y) {
  *y = x[0] + x[1] + x[2];
  return 0;
}

int scaled(const float *x, const int32_t *by, float *y) {
  *y = *x / (float)*by;
  return 0;
}

int tick(const int32_t *n) {
  printf("tick %d\n", *n);
  return fflush(stdout);
}

int halves(const float *z, float *w, uint16_t *h) {
  for (int i = 0; i < 3; i++) w[2 * i] = z[2 * i], w[2 * i + 1] = z[2 * i + 1], h[i] = 0x3c00;
  return 0;
}

int fails(const float *x, float *y) {
  *y = *x;
  return 1;
}
#endif
