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
  bool raw;     // `V1`: any float of 8 bits; the dtype is then uint8
  int64_t offset, size; // of the data, in bytes
} NpyHeader;

// Reads a header from the first n bytes of a file, all of it or at least NPY_HEADER_MAX.
// Returns null or what is wrong, without a type: "the magic string is missing: not a .npy file".
const char *npy_parse(NpyHeader *h, const char *bytes, size_t n);
// Reads only the header of a file, and checks that the file is long enough. For the compiler.
// Returns null or "Type: message" with the path; the text lives until the next call.
const char *npy_read_header(NpyHeader *h, const char *path);
// Writes the header of a little-endian file in C order; its length, a multiple of 64. bf16 is
// V2, floats of 8 bits are V1, but for f8e5m2, which is f1, as NumPy writes them.
enum { NPY_WRITTEN_MAX = 192 + 24 * FORMAT_MAX_RANK };
int64_t npy_write(char *to, Dtype dtype, int rank, const int64_t *shape);
// Of n bytes of an array; never 0.
int64_t npy_hash(const void *data, int64_t n);
// "FileNotFoundError: [Errno 2] ...: 'path'" for errno e; the text lives until the next call.
const char *npy_io_error(int e, const char *path) __attribute__((returns_nonnull));

// A .npy file that begins at `base` of an open file and has `size` bytes; `path` is for messages.
typedef struct NpyPart {
  int file;
  int64_t base, size;
  const char *path;
  const NpyHeader *header; // null: the file begins with it
  char *bytes; // null, or what was compressed in the file: all of the part, from malloc
} NpyPart;

// Up to n of its bytes at `offset`; how many there were, or -1.
int64_t npy_part_read(const NpyPart *part, char *to, int64_t n, int64_t offset);
void npy_part_release(NpyPart *part);
// Its header. Null or "Type: message".
const char *npy_part_header(NpyHeader *h, const NpyPart *part);
// Its header, checked against dtype and shape. Null or "Type: message".
const char *npy_part_check(NpyHeader *h, const NpyPart *part, const ArrayView *want);
// Its data, of that dtype and shape, into `out`. Null or "Type: message".
const char *npy_part_load(const NpyPart *part, const ArrayView *want, void *out);

// An .npz: a zip archive of .npy files, which may stand at the end of another file.
typedef struct Npz {
  int file;
  int64_t start;   // of the archive
  int64_t end;     // of what it holds: there its directory begins
  char *directory; // `size` bytes, from malloc
  int64_t size;
  const char *path;
} Npz;

// Null or "Type: message"; with a message nothing is open.
const char *npz_open(Npz *z, const char *path);
void npz_close(Npz *z);
// The name of the next array from *at (0: the first) on, or null; it lives until the next call.
// Names of 256 bytes and more are passed over.
const char *npz_next(const Npz *z, int64_t *at);
// The array `name`. Null or "Type: message".
const char *npz_find(const Npz *z, const char *name, NpyPart *part);

// A .safetensors file: a JSON text that says where each array is.
typedef struct Safetensors {
  int file;
  char *text; // of the header, ended by a zero byte; from malloc
  int64_t base, size; // where the data begin, the file's size
  const char *at;     // in the text: the next array
  const char *path;
} Safetensors;

// Null or "Type: message"; with a message nothing is open.
const char *safetensors_open(Safetensors *s, const char *path);
bool safetensors_is(const char *path); // by its name
void safetensors_close(Safetensors *s);
// The next array's name, which lives until the next call, and its type; *name is null at the end.
const char *safetensors_next(Safetensors *s, const char **name, NpyHeader *h);
// The array `name`.
const char *safetensors_find(Safetensors *s, const char *name, NpyPart *part);

#endif
