// fft.h -- lengths of Fourier transforms and the scratch that they want.
#ifndef CJAX_RUNTIME_LINALG_FFT_H
#define CJAX_RUNTIME_LINALG_FFT_H

#include <stdint.h>

enum { LARGEST_FACTOR = 31, MAX_FACTORS = 64 };

static inline int64_t next_factor(int64_t n) {
  if (n % 4 == 0) return 4;
  for (int64_t p = 2; p * p <= n; p++)
    if (n % p == 0) return p;
  return n;
}

// What transforms a length: itself, or a power of two by Bluestein.
static inline int64_t table_length(int64_t n) {
  for (int64_t rest = n; rest > 1; rest /= next_factor(rest))
    if (next_factor(rest) > LARGEST_FACTOR) {
      int64_t size = 1;
      while (size < 2 * n - 1)
        size *= 2;
      return size;
    }
  return n;
}

// Elements of scratch for lines of length n: roots, a line in and out, and for Bluestein the chirp
// and its transform.
static inline int64_t line_room(int64_t n) { return 4 * table_length(n) + 3 * n + 2; }

#endif
