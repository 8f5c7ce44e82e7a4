// fft.h -- lengths of Fourier transforms and the scratch that they want.
#ifndef CJAX_RUNTIME_LINALG_FFT_H
#define CJAX_RUNTIME_LINALG_FFT_H

#include <stdint.h>

enum { LARGEST_FACTOR = 31, LONG_LINE = 4096, SHORT_LINE = 256 };

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

// The largest factor of n, made of its own, that is at most its root; n has no prime factor above
// LARGEST_FACTOR.
static inline int64_t near_root(int64_t n) {
  int64_t best = 1;
  for (int64_t d = 1; d * d <= n; d++)
    if (n % d == 0) best = d;
  return best;
}

// Bytes for lines of length n, each element of `size` bytes: roots, a line in and out, and for
// Bluestein the chirp and its transform.
static inline int64_t line_room(int64_t n, int64_t size) {
  return size * (4 * table_length(n) + 3 * n + 2);
}

// Bytes for lines in lanes: two buffers and the roots.
static inline int64_t lanes_room(int64_t n, int64_t size) { return 64 + n * (2 * 128 + size); }

// Bytes for a line as a matrix: its copy, the turns, the lanes of its rows and columns.
static inline int64_t long_room(int64_t n, int64_t size) {
  int64_t rows = near_root(n), columns = n / rows;
  return n * size + 64 + rows * 128 + 16 * (rows + columns) + lanes_room(rows, size) +
         lanes_room(columns, size);
}
#endif
