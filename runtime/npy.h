// npy.h -- the header of a .npy file.
#ifndef CJAX_RUNTIME_NPY_H
#define CJAX_RUNTIME_NPY_H

#include "runtime/format.h"

enum { NPY_HEADER_MAX = 65536 }; // bytes, the magic included

typedef struct NpyHeader {
  Dtype dtype;
  int rank;
  int64_t shape[FORMAT_MAX_RANK];
  bool fortran; // column-major
  bool swapped; // big-endian
  int64_t offset, size; // of the data, in bytes
} NpyHeader;

// Reads a header from the first n bytes of a file, all of it or at least NPY_HEADER_MAX.
// Returns null or what is wrong, without a type: "the magic string is missing: not a .npy file".
const char *npy_parse(NpyHeader *h, const char *bytes, size_t n);
// Reads only the header of a file, and checks that the file is long enough. For the compiler.
// Returns null or "Type: message" with the path; the text lives until the next call.
const char *npy_read_header(NpyHeader *h, const char *path);

#endif
