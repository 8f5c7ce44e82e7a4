// strbuf.h -- text that grows, in an arena.
//
// Always ends in a NUL that n does not count; data is never null after strbuf_init.  Ownership:
// the arena's.
#ifndef CJAX_SUPPORT_STRBUF_H
#define CJAX_SUPPORT_STRBUF_H

#include "dialect/support/arena.h"

#include <stdint.h>

typedef struct StrBuf {
  Arena *arena;
  char *data;
  size_t n, room;
} StrBuf;

void strbuf_init(StrBuf *b, Arena *a);
// Room for n more bytes (and the NUL); returns where they go.  The caller adds what it wrote to
// b->n.
char *strbuf_reserve(StrBuf *b, size_t n);
void strbuf_add(StrBuf *b, const char *s, size_t n);
void strbuf_puts(StrBuf *b, const char *s);
void strbuf_putc(StrBuf *b, char c);
void strbuf_fill(StrBuf *b, char c, size_t n);
// A code point as UTF-8; surrogates too, as Python's "surrogatepass" writes them.
void strbuf_put_utf8(StrBuf *b, uint32_t c);
void strbuf_printf(StrBuf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void strbuf_vprintf(StrBuf *b, const char *fmt, va_list ap);

// One code point of the n > 0 bytes at s; *size is how many bytes it takes.  Malformed UTF-8
// gives UTF8_BAD and size 1.
#define UTF8_BAD UINT32_MAX
uint32_t utf8_decode(const char *s, size_t n, size_t *size);
// How many bytes c takes, written to out (4 bytes of room).
size_t utf8_encode(uint32_t c, char *out);
// Columns of a terminal that c takes: 0 for marks that combine, 2 for East Asian wide ones.
int utf8_width(uint32_t c);

#endif
