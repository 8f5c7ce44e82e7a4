// literal.c -- the values of numbers and the escapes of strings.
#include "dialect/support/strbuf.h"
#include "driver/python/parser.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 4300 };

// The token's text without underscores.
static char *copy_digits(Parser *p, const Token *t, uint32_t skip, size_t *n) {
  char *s = arena_alloc(p->arena, t->end - t->start + 1);
  *n = 0;
  for (uint32_t i = t->start + skip; i < t->end; i++)
    if (p->text[i] != '_') s[(*n)++] = p->text[i];
  return s;
}

static int digit_value(char c) {
  return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

static Node *make_int(Parser *p, const Token *t) {
  const char *s = p->text + t->start;
  char x = t->end - t->start > 1 ? (char)(s[1] | 0x20) : 0;
  int base = x == 'x' ? 16 : x == 'o' ? 8 : x == 'b' ? 2 : 10;
  Node *n = parse_new(p, NODE_INT, (Mark){t->line, t->col});
  n->int_.digits = copy_digits(p, t, base == 10 ? 0 : 2, &n->int_.n);
  n->int_.base = base;
  n->int_.is_small = true;
  int64_t v = 0;
  for (size_t i = 0; i < n->int_.n && n->int_.is_small; i++)
    n->int_.is_small = !__builtin_mul_overflow(v, (int64_t)base, &v) &&
                       !__builtin_add_overflow(v, (int64_t)digit_value(n->int_.digits[i]), &v);
  n->int_.small = n->int_.is_small ? v : 0;
  if (base == 10 && n->int_.n > MOST_DIGITS)
    parse_fail(p, parse_range(p, t, t),
               "Exceeds the limit (4300 digits) for integer string conversion: value has %zu "
               "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
               "hexadecimal for huge integer literals to avoid decimal conversion limits.",
               n->int_.n);
  return n;
}

Node *literal_number(Parser *p, const Token *t) {
  if (t->kind == TOK_INT) return make_int(p, t);
  NodeKind kind = t->kind == TOK_FLOAT ? NODE_FLOAT : NODE_IMAGINARY;
  Node *n = parse_new(p, kind, (Mark){t->line, t->col});
  size_t size;
  char *s = copy_digits(p, t, 0, &size);
  if (kind == NODE_IMAGINARY) s[--size] = 0;
  n->float_.value = strtod(s, NULL);
  return n;
}

// Escapes.

typedef struct Decoder {
  Parser *p;
  StrBuf *out;
  const Token *t;
  const char *s, *end, *begin;
  bool bytes;
} Decoder;

static bool bad_escape(Decoder *d, const char *from, const char *what) {
  int a = (int)(from - d->begin), b = (int)(d->s - d->begin) - 1;
  SrcRange at = parse_range(d->p, d->t, d->t);
  if (d->bytes) parse_fail(d->p, at, "(value error) invalid \\x escape at position %d", a);
  else
    parse_fail(d->p, at,
               "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", a,
               b, what);
  return false;
}

static int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  c |= 0x20;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool decode_hex(Decoder *d, const char *from, int n, const char *what) {
  uint32_t c = 0;
  for (int i = 0; i < n; i++, d->s++) {
    if (d->s >= d->end || hex_value(*d->s) < 0) return bad_escape(d, from, what);
    c = c * 16 + (uint32_t)hex_value(*d->s);
  }
  if (c > 0x10ffff) return bad_escape(d, from, "illegal Unicode character");
  if (d->bytes) strbuf_putc(d->out, (char)c);
  else strbuf_put_utf8(d->out, c);
  return true;
}

static void decode_octal(Decoder *d) {
  uint32_t c = 0;
  for (int i = 0; i < 3 && d->s < d->end && *d->s >= '0' && *d->s <= '7'; i++)
    c = c * 8 + (uint32_t)(*d->s++ - '0');
  if (d->bytes) strbuf_putc(d->out, (char)c);
  else strbuf_put_utf8(d->out, c);
}

static bool decode_name(Decoder *d, const char *from) {
  const char *close = d->s < d->end && *d->s == '{' ? memchr(d->s, '}', (size_t)(d->end - d->s))
                                                    : NULL;
  if (!close || close == d->s + 1) return bad_escape(d, from, "malformed \\N character escape");
  parse_fail(d->p, parse_range(d->p, d->t, d->t),
             "\\N{%.*s} is not supported yet: write the character itself, or \\uXXXX",
             (int)(close - d->s - 1), d->s + 1);
  return false;
}

// After a backslash, which stands at s - 1.
static bool decode_escape(Decoder *d) {
  static const char plain[] = "\\'\"abfnrtv", values[] = "\\'\"\a\b\f\n\r\t\v";
  const char *from = d->s - 1;
  char c = *d->s++;
  const char *found = c ? strchr(plain, c) : NULL;
  if (found) strbuf_putc(d->out, values[found - plain]);
  else if (c >= '0' && c <= '7') {
    d->s--;
    decode_octal(d);
  } else if (c == 'x') return decode_hex(d, from, 2, "truncated \\xXX escape");
  else if (c == 'u' && !d->bytes) return decode_hex(d, from, 4, "truncated \\uXXXX escape");
  else if (c == 'U' && !d->bytes) return decode_hex(d, from, 8, "truncated \\UXXXXXXXX escape");
  else if (c == 'N' && !d->bytes) return decode_name(d, from);
  else if (c == '\r') d->s += d->s < d->end && *d->s == '\n';
  else if (c != '\n') strbuf_add(d->out, from, 2); // no escape: both stay
  return true;
}

// A newline in the text is \n, however the file writes it.
static bool decode_newline(Decoder *d) {
  if (*d->s != '\r') return false;
  d->s += d->s + 1 < d->end && d->s[1] == '\n' ? 2 : 1;
  strbuf_putc(d->out, '\n');
  return true;
}

bool literal_decode(Parser *p, StrBuf *out, const Token *t, uint32_t from, uint32_t to,
                    bool bytes) {
  const char *s = p->text + from, *end = p->text + to;
  bool raw = t->raw;
  for (uint32_t i = t->start; t->kind == TOK_STRING && i < from; i++)
    raw |= (p->text[i] | 0x20) == 'r';
  bool doubled = t->kind == TOK_FSTRING_MIDDLE && !t->spec;
  Decoder d = {p, out, t, s, end, s, bytes};
  while (d.s < end) {
    const char *run = d.s;
    while (d.s < end && *d.s != '\\' && *d.s != '\r' && *d.s != '{' && *d.s != '}') d.s++;
    strbuf_add(out, run, (size_t)(d.s - run));
    if (d.s == end || decode_newline(&d)) continue;
    bool escape = *d.s == '\\' && !raw && d.s + 1 < end;
    if (escape) {
      d.s++;
      if (!decode_escape(&d)) return false;
      continue;
    }
    strbuf_putc(out, *d.s);
    d.s += doubled && *d.s != '\\' ? 2 : 1;
  }
  return true;
}
