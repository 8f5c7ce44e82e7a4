// compare.h -- what two runs of one program printed: whether it is the same, and how far floats are
// apart.
#ifndef CJAX_DRIVER_COMPARE_H
#define CJAX_DRIVER_COMPARE_H

#include "dialect/support/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A line of output; of an array all its lines, since numbers decide where they are broken.
typedef struct Record {
  const char *text; // of `size` bytes, without the last newline
  size_t size;
  uint32_t line; // the first, from 1
} Record;

typedef struct Records {
  Record *data;
  uint32_t n;
} Records;

Records records_of(Arena *a, const char *text, size_t size);

typedef struct Distance {
  bool same;   // to the byte, but for blanks beside numbers
  bool close;  // layout and integers are the same, floats as far as their types tell
  double most; // the largest distance of two floats, relative to the larger (in an array: to the
               // array's largest); INFINITY where other things differ
} Distance;

// How far y is from x.
Distance record_distance(Arena *a, Record x, Record y);

#endif
