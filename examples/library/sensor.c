// sensor.c -- a function that loop.py calls: pointers to its arguments, then to its results; 0 is
// success.
#include <stdint.h>

int read_sensor(const int32_t *tick, float *out) {
  if (*tick >= 100) return 1;
  for (int i = 0; i < 16; i++) out[i] = (float)(i + *tick);
  return 0;
}
