// image.c -- reading images of bytes: PNG, PGM and PPM.
//
// Pixels are (height, width) of one number each, or (height, width, 2 to 4).  Sources: the PNG
// specification, third edition; netpbm's pgm(5), ppm(5).
#include "runtime/os/image.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "runtime/os/internal.h"

static uint32_t get32(const unsigned char *s) {
  return (uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 | (uint32_t)s[2] << 8 | s[3];
}

typedef struct Image {
  const unsigned char *data; // the file
  int64_t size;
  int64_t height, width;
  int depth; // numbers of a pixel
  bool interlaced;
} Image;

enum { MOST_SIDE = 1 << 24, MOST_RATIO = 1032 }; // deflate packs no tighter
static const char damaged[] = "the image is damaged";

//===-- PNG --------------------------------------------------------------------------------===//

static const char png_magic[] = "\x89PNG\r\n\x1a\n";

// The chunk at *at; its length, or -1 where it does not fit.
static int64_t chunk_at(const Image *m, int64_t at, const char *name, bool *is) {
  if (at + 12 > m->size) return -1;
  int64_t n = get32(m->data + at);
  *is = !memcmp(m->data + at + 4, name, 4);
  return at + 12 + n > m->size ? -1 : n;
}

static const char *png_head(Image *m) {
  static const int depths[] = {1, 0, 3, 1,
                               2, 0, 4}; // of colour types; 3 is of a palette: its numbers
  const unsigned char *h = m->data + 16;
  if (m->size < 33 || memcmp(m->data + 12, "IHDR", 4)) return damaged;
  m->width = get32(h), m->height = get32(h + 4);
  if (m->width < 1 || m->height < 1 || m->width > MOST_SIDE || m->height > MOST_SIDE)
    return damaged;
  if (h[9] > 6 || !depths[h[9]] || h[10] || h[11]) return damaged;
  if (h[8] != 8) return "its numbers have other than 8 bits, which is not supported";
  if (h[12] > 1) return damaged;
  m->interlaced = h[12];
  return m->depth = depths[h[9]], (const char *)0;
}

// All IDAT chunks, inflated to n bytes.
static bool png_inflate(const Image *m, unsigned char *to, uint32_t n) {
  z_stream z = {.next_out = to, .avail_out = n};
  if (inflateInit(&z) != Z_OK) return false;
  bool is, ok = true, ended = false;
  for (int64_t at = 8, size; ok && !ended; at += 12 + size) {
    if ((size = chunk_at(m, at, "IDAT", &is)) < 0) break;
    if (!is) continue;
    z.next_in = (Bytef *)(uintptr_t)(m->data + at + 8), z.avail_in = (uInt)size;
    int status = inflate(&z, Z_NO_FLUSH);
    ended = status == Z_STREAM_END || !z.avail_out;
    ok = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR;
  }
  ok = ok && z.total_out == n;
  return inflateEnd(&z), ok;
}

static int paeth(int a, int b, int c) {
  int p = a + b - c, pa = abs(p - a), pb = abs(p - b), pc = abs(p - c);
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

// A row of n bytes from its differences; `above` is the row before, or zeros.
static bool png_row(unsigned char *to, const unsigned char *from, const unsigned char *above,
                    int64_t n, int depth) {
  int filter = *from++;
  if (filter > 4) return false;
  for (int64_t i = 0; i < n; i++) {
    int a = i < depth ? 0 : to[i - depth], b = above[i], c = i < depth ? 0 : above[i - depth];
    int guess = filter == 0   ? 0
                : filter == 1 ? a
                : filter == 2 ? b
                : filter == 3 ? (a + b) / 2
                              : paeth(a, b, c);
    to[i] = (unsigned char)(from[i] + guess);
  }
  return true;
}

// Pixels (x + i dx, y + j dy) are one picture after the other in the file.
typedef struct Pass {
  int x, y, dx, dy;
} Pass;

static const Pass whole[] = {{0, 0, 1, 1}, {0}};
static const Pass adam7[] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                             {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}, {0}};

static int64_t pass_width(const Image *m, const Pass *p) {
  return (m->width - p->x + p->dx - 1) / p->dx;
}
static int64_t pass_height(const Image *m, const Pass *p) {
  return pass_width(m, p) ? (m->height - p->y + p->dy - 1) / p->dy : 0;
}

// The pictures' rows, each behind the number of its filter.
static int64_t png_bytes(const Image *m, const Pass *p) {
  int64_t n = 0;
  for (; p->dx; p++) n += pass_height(m, p) * (pass_width(m, p) * m->depth + 1);
  return n;
}

// One picture from its differences; lines: two rows. What follows it, or null.
static const unsigned char *png_pass(const Image *m, const Pass *p, const unsigned char *raw,
                                     unsigned char *lines, unsigned char *to) {
  int64_t w = pass_width(m, p), row = w * m->depth, full = m->width * m->depth;
  unsigned char *line = lines, *above = lines + full;
  memset(above, 0, (size_t)full);
  for (int64_t y = p->y; w && y < m->height; y += p->dy, raw += row + 1) {
    if (!png_row(line, raw, above, row, m->depth)) return NULL;
    unsigned char *out = to + y * full + p->x * m->depth;
    for (int64_t i = 0; p->dx > 1 && i < w; i++)
      memcpy(out + i * p->dx * m->depth, line + i * m->depth, (size_t)m->depth);
    if (p->dx == 1) memcpy(out, line, (size_t)row);
    unsigned char *swap = line;
    line = above, above = swap;
  }
  return raw;
}

static const char *png_pixels(const Image *m, unsigned char *to) {
  const Pass *p = m->interlaced ? adam7 : whole;
  int64_t row = m->width * m->depth, n = png_bytes(m, p);
  if (n / MOST_RATIO > m->size) return damaged;
  if (n > UINT32_MAX) return "it has more than 4 GB";
  unsigned char *raw = malloc((size_t)n), *lines = malloc((size_t)row * 2);
  bool room = raw && lines, ok = room && png_inflate(m, raw, (uint32_t)n);
  for (const unsigned char *at = raw; ok && p->dx; p++)
    ok = (at = png_pass(m, p, at, lines, to)) != NULL;
  free(raw), free(lines);
  return ok ? 0 : room ? damaged : "there is no memory for it";
}

//===-- PGM, PPM ---------------------------------------------------------------------------===//

// A number behind blanks and comments; -1 where there is none.
static int64_t netpbm_number(const Image *m, int64_t *at) {
  bool comment = false;
  for (; *at < m->size; ++*at) {
    unsigned char c = m->data[*at];
    if (c == '#') comment = true;
    else if (c == '\n') comment = false;
    else if (!comment && c != ' ' && c != '\t' && c != '\r') break;
  }
  int64_t n = 0, from = *at;
  for (; *at < m->size && m->data[*at] >= '0' && m->data[*at] <= '9' && n < MOST_SIDE; ++*at)
    n = n * 10 + m->data[*at] - '0';
  return *at == from ? -1 : n;
}

// *at: where the pixels begin.
static const char *netpbm_head(Image *m, int64_t *at) {
  *at = 2;
  m->depth = m->data[1] == '5' ? 1 : 3;
  m->width = netpbm_number(m, at), m->height = netpbm_number(m, at);
  int64_t most = netpbm_number(m, at);
  ++*at;
  if (m->width < 1 || m->height < 1 || m->width > MOST_SIDE || m->height > MOST_SIDE)
    return damaged;
  return most == 255 ? 0 : "its numbers go to another value than 255, which is not supported";
}

static const char *netpbm_pixels(const Image *m, int64_t at, unsigned char *to) {
  int64_t n = m->height * m->width * m->depth;
  if (m->size - at < n) return damaged;
  return memcpy(to, m->data + at, (size_t)n), (const char *)0;
}

//===-- parts ------------------------------------------------------------------------------===//

bool image_is(const char *head, int64_t n) {
  return (n >= 8 && !memcmp(head, png_magic, 8)) ||
         (n >= 3 && head[0] == 'P' && (head[1] == '5' || head[1] == '6') &&
          strchr(" \t\r\n#", head[2]));
}

static const char *decode(NpyPart *part, Image *m) {
  static NpyHeader h;
  bool png = m->data[0] == 0x89;
  int64_t at = 0;
  const char *error = png ? png_head(m) : netpbm_head(m, &at);
  if (error) return error;
  h = (NpyHeader){.dtype = DTYPE_U8,
                  .rank = m->depth > 1 ? 3 : 2,
                  .shape = {m->height, m->width, m->depth},
                  .size = m->height * m->width * m->depth};
  if (h.size / MOST_RATIO > m->size) return damaged;
  unsigned char *pixels = malloc((size_t)h.size);
  if (!pixels) return "there is no memory for it";
  error = png ? png_pixels(m, pixels) : netpbm_pixels(m, at, pixels);
  if (error) return free(pixels), error;
  part->bytes = (char *)pixels, part->size = h.size, part->header = &h;
  return 0;
}

const char *image_open(NpyPart *part) {
  char *data = malloc((size_t)part->size + 1);
  if (!data) return "MemoryError: no memory for an image";
  Image m = {(unsigned char *)data, file_read_at(part->file, data, part->size, 0), 0, 0, 0};
  const char *error = m.size == part->size ? decode(part, &m) : damaged;
  free(data);
  return error ? message_join((const char *[]){"OSError: ", part->path, ": ", error, 0}) : 0;
}
