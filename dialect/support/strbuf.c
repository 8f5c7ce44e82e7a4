// strbuf.c -- text that grows, and the UTF-8 that goes with it.
#include "dialect/support/strbuf.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_ROOM = 32 };

void strbuf_init(StrBuf *b, Arena *a) {
  *b = (StrBuf){.arena = a, .data = arena_alloc(a, FIRST_ROOM), .room = FIRST_ROOM};
}

char *strbuf_reserve(StrBuf *b, size_t n) {
  if (b->n + n + 1 > b->room) {
    size_t room = b->room * 2;
    if (room < b->n + n + 1) room = b->n + n + 1;
    b->data = arena_grow(b->arena, b->data, b->room, room);
    b->room = room;
  }
  return b->data + b->n;
}

void strbuf_add(StrBuf *b, const char *s, size_t n) {
  char *p = strbuf_reserve(b, n);
  if (n) memcpy(p, s, n);
  p[n] = 0;
  b->n += n;
}

void strbuf_puts(StrBuf *b, const char *s) { strbuf_add(b, s, strlen(s)); }

void strbuf_putc(StrBuf *b, char c) { strbuf_add(b, &c, 1); }

void strbuf_fill(StrBuf *b, char c, size_t n) {
  char *p = strbuf_reserve(b, n);
  memset(p, c, n);
  p[n] = 0;
  b->n += n;
}

void strbuf_put_utf8(StrBuf *b, uint32_t c) {
  char s[4];
  strbuf_add(b, s, utf8_encode(c, s));
}

void strbuf_vprintf(StrBuf *b, const char *fmt, va_list ap) {
  va_list again;
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, fmt, again);
  va_end(again);
  vsnprintf(strbuf_reserve(b, (size_t)n), (size_t)n + 1, fmt, ap);
  b->n += (size_t)n;
}

void strbuf_printf(StrBuf *b, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  strbuf_vprintf(b, fmt, ap);
  va_end(ap);
}

uint32_t utf8_decode(const char *s, size_t n, size_t *size) {
  const unsigned char *u = (const unsigned char *)s;
  static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  *size = 1;
  if (u[0] < 0x80) return u[0];
  size_t k = u[0] >= 0xf0 ? 4 : u[0] >= 0xe0 ? 3 : 2;
  if (u[0] < 0xc2 || u[0] > 0xf4 || k > n) return UTF8_BAD;
  uint32_t c = u[0] & (0x7f >> k);
  for (size_t i = 1; i < k; i++) {
    if ((u[i] & 0xc0) != 0x80) return UTF8_BAD;
    c = c << 6 | (u[i] & 0x3f);
  }
  bool surrogate = c >= 0xd800 && c < 0xe000;
  if (c < least[k] || c > 0x10ffff || surrogate) return UTF8_BAD;
  *size = k;
  return c;
}

size_t utf8_encode(uint32_t c, char *out) {
  size_t k = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
  for (size_t i = k; i-- > 1; c >>= 6) out[i] = (char)(0x80 | (c & 0x3f));
  out[0] = (char)(lead[k] | c);
  return k;
}

int utf8_width(uint32_t c) {
  static const uint32_t none[][2] = {
      {0x300, 0x36f}, {0x483, 0x489}, {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}};
  static const uint32_t wide[][2] = {{0x1100, 0x115f},   {0x2e80, 0x303e},  {0x3041, 0xa4cf},
                                     {0xac00, 0xd7a3},   {0xf900, 0xfaff},  {0xfe30, 0xfe6f},
                                     {0xff00, 0xff60},   {0xffe0, 0xffe6},  {0x1f300, 0x1f64f},
                                     {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
  if (c < 0x300) return 1;
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    if (c >= none[i][0] && c <= none[i][1]) return 0;
  for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
    if (c >= wide[i][0] && c <= wide[i][1]) return 2;
  return 1;
}
