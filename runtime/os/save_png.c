// save_png.c -- images of bytes as PNG.
//
// Rows are filtered by their difference to the row above (filter 2), which suits what programs
// compute, and compressed by zlib.  Source: the PNG specification, third edition.
#include "runtime/os/internal.h"
#include "runtime/os/save.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static void put32(unsigned char *to, uint32_t x) {
  for (int i = 0; i < 4; i++) to[i] = (unsigned char)(x >> (24 - 8 * i));
}

static void save_chunk(SaveFile *f, const char *name, const unsigned char *data, uint32_t n) {
  unsigned char word[4];
  put32(word, n);
  save_bytes(f, word, 4);
  save_bytes(f, name, 4);
  save_bytes(f, data, n);
  uLong crc = crc32(0, (const Bytef *)name, 4);
  if (n) crc = crc32(crc, data, n);
  put32(word, (uint32_t)crc);
  save_bytes(f, word, 4);
}

// (height, 1 + row) bytes, from malloc.
static unsigned char *filtered(const unsigned char *x, int64_t height, int64_t row) {
  unsigned char *all = malloc((size_t)(height * (row + 1) + 1)), *to = all;
  for (int64_t i = 0; all && i < height; i++, x += row) {
    *to++ = i ? 2 : 0;
    for (int64_t k = 0; k < row; k++) *to++ = (unsigned char)(x[k] - (i ? x[k - row] : 0));
  }
  return all;
}

static void save_image(SaveFile *f, const ArrayView *x) {
  int64_t height = x->shape[0], width = x->shape[1], depth = x->rank > 2 ? x->shape[2] : 1;
  int64_t size = height * (width * depth + 1);
  unsigned char head[13] = {0}, *raw = filtered(x->data, height, width * depth);
  uLongf packed_size = compressBound((uLong)size);
  unsigned char *packed = malloc(packed_size);
  if (!raw || !packed || packed_size > INT32_MAX)
    save_fail(f, "MemoryError: no memory for an image");
  if (compress2(packed, &packed_size, raw, (uLong)size, 6) != Z_OK)
    save_fail(f, "MemoryError: no memory for an image");
  put32(head, (uint32_t)width), put32(head + 4, (uint32_t)height);
  head[8] = 8, head[9] = depth == 1 ? 0 : depth == 3 ? 2 : 6;
  save_bytes(f, "\x89PNG\r\n\x1a\n", 8);
  save_chunk(f, "IHDR", head, sizeof head);
  save_chunk(f, "IDAT", packed, (uint32_t)packed_size);
  save_chunk(f, "IEND", NULL, 0);
  free(raw), free(packed);
}

void cjax_rt_save_png(const char *path, int32_t dtype, int32_t rank, const int64_t *shape,
                      const void *data, const char *where) {
  ArrayView x = {data, (Dtype)dtype, rank, shape};
  SaveFile f;
  save_open(&f, path, where);
  save_image(&f, &x);
  save_close(&f);
}
