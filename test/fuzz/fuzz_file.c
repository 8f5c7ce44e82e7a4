// fuzz_file.c -- libFuzzer target: any bytes as a file of arrays: .npy, an image, .npz,
// .safetensors.
//
// Every array that a reader finds is loaded, into a block of exactly its size.
#include "runtime/npy.h"
#include "runtime/os/image.h"
#include "runtime/os/internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST = 1 << 22 }; // bytes of an array

static void load(const NpyPart *part) {
  NpyHeader h;
  if (npy_part_header(&h, part) || h.size > MOST) return;
  ArrayView want = {NULL, h.dtype, h.rank, h.shape};
  char *to = malloc((size_t)h.size);
  const char *error = npy_part_load(part, &want, to);
  if (!error) npy_hash(to, h.size);
  free(to);
}

static void read_alone(int file, const char *path, size_t size) {
  char head[8];
  NpyHeader h;
  NpyPart part = {.file = file, .size = (int64_t)size, .path = path};
  npy_read_header(&h, path);
  if (image_is(head, file_read_at(file, head, 8, 0)) && image_open(&part)) return;
  load(&part);
  npy_part_release(&part);
}

static void read_archive(const char *path) {
  Npz z;
  NpyPart part;
  int64_t at = 0;
  if (npz_open(&z, path)) return;
  for (const char *name; (name = npz_next(&z, &at));) {
    if (npz_find(&z, name, &part)) continue;
    load(&part);
    npy_part_release(&part);
  }
  npz_close(&z);
}

static void read_tensors(const char *path) {
  Safetensors s;
  NpyHeader h;
  NpyPart part;
  const char *name;
  if (safetensors_open(&s, path)) return;
  while (!safetensors_next(&s, &name, &h) && name) {
    char *copy = strdup(name);
    const char *at = s.at;
    if (!safetensors_find(&s, copy, &part)) load(&part);
    s.at = at;
    free(copy);
  }
  safetensors_close(&s);
}

// The header alone ends where its block does.
static void read_header(const uint8_t *data, size_t size) {
  NpyHeader h;
  char *copy = malloc(size);
  memcpy(copy, data, size);
  const char *error = npy_parse(&h, copy, size);
  if (!error && (h.rank < 0 || h.rank > FORMAT_MAX_RANK || h.size < 0 || h.offset < 0)) abort();
  free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  char path[32];
  int file = memfd_create("fuzz", 0);
  if (file < 0 || write(file, data, size) != (ssize_t)size) abort();
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  read_header(data, size);
  read_alone(file, path, size);
  read_archive(path);
  read_tensors(path);
  close(file);
  return 0;
}
