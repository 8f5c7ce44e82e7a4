// number_parse.c -- numbers from text: int("..."), float("..."), complex("...").
//
// Underscores may stand between digits, white space around the number; other decimal digits of
// Unicode count as the ASCII ones, as in CPython.
#include "dialect/support/strbuf.h"
#include "driver/stage/ucd.h"
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>


// The text in ASCII without the space around it: digits of other scripts replaced; anything else
// that is not ASCII becomes '?'.
static const char *ascii_text(VM *vm, Value text, size_t *n) {
  bool is_str = v_is(text, O_STR);
  const char *s = is_str ? AS_STR(text)->text : ((Bytes *)text.o)->text;
  size_t size = is_str ? AS_STR(text)->size : ((Bytes *)text.o)->size;
  StrBuf b;
  strbuf_init(&b, vm->arena);
  for (size_t i = 0, step; i < size; i += step) {
    uint32_t c = utf8_decode(s + i, size - i, &step);
    int digit = c < 128 ? -1 : ucd_decimal(c);
    if (c < 128) strbuf_putc(&b, (char)c);
    else if (digit >= 0) strbuf_putc(&b, (char)('0' + digit));
    else strbuf_putc(&b, ucd_is_space(c) ? ' ' : '?');
  }
  const char *from = b.data, *to = b.data + b.n;
  while (from < to && ucd_is_space((unsigned char)*from)) from++;
  while (from < to && ucd_is_space((unsigned char)to[-1])) to--;
  *n = (size_t)(to - from);
  return arena_strndup(vm->arena, from, *n);
}

static const char *repr_of(VM *vm, Value text) {
  Value r;
  return value_repr(vm, text, &r) ? AS_STR(r)->text : "?";
}

static int digit_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (isalpha((unsigned char)c)) return tolower((unsigned char)c) - 'a' + 10;
  return 99;
}

// The base that a prefix names, or 0.
static int prefix_base(const char *s) {
  if (s[0] != '0') return 0;
  switch (s[1] | 0x20) {
  case 'x': return 16;
  case 'o': return 8;
  case 'b': return 2;
  default: return 0;
  }
}

static bool int_literal_error(VM *vm, Value text, int base) {
  return vm_raise(vm, E_ValueError, "invalid literal for int() with base %d: %s", base,
                  repr_of(vm, text));
}

// Copies the digits at s without their underscores; false when they are malformed.
static bool plain_digits(const char *s, int base, char *out, size_t *n, bool after_prefix) {
  bool was_digit = after_prefix;
  *n = 0;
  for (; *s; s++) {
    if (*s == '_') {
      if (!was_digit) return false;
      was_digit = false;
      continue;
    }
    if (digit_value(*s) >= base) return false;
    out[(*n)++] = *s;
    was_digit = true;
  }
  out[*n] = 0;
  return *n && was_digit;
}

static Value small_int(const char *digits, int base, bool negative) {
  int64_t i = (int64_t)strtoull(digits, NULL, base);
  return v_int(negative ? -i : i);
}

bool int_parse(VM *vm, Value text, int base, Value *out) {
  size_t size, n;
  const char *s = ascii_text(vm, text, &size);
  bool negative = *s == '-';
  int asked = base;
  if (*s == '-' || *s == '+') s++;
  int prefix = prefix_base(s);
  bool use_prefix = prefix && (base == 0 || base == prefix);
  if (use_prefix) s += 2;
  bool zero_only = base == 0 && !use_prefix && *s == '0';
  if (base == 0) base = use_prefix ? prefix : 10;
  char *digits = arena_alloc(vm->arena, size + 2);
  if (!*s || !plain_digits(s, base, digits + 1, &n, use_prefix))
    return int_literal_error(vm, text, asked);
  if (zero_only && strspn(digits + 1, "0") != n) return int_literal_error(vm, text, asked);
  if ((base & (base - 1)) && n > MAX_INT_DIGITS)
    return vm_raise(vm, E_ValueError,
                    "Exceeds the limit (%d digits) for integer string conversion: value has %zu "
                    "digits; use sys.set_int_max_str_digits() to increase the limit",
                    MAX_INT_DIGITS, n);
  if (n <= 11) {
    *out = small_int(digits + 1, base, negative);
    return true;
  }
  *digits = negative ? '-' : '+';
  *out = bigint_parse(vm, negative ? digits : digits + 1, negative ? n + 1 : n, base);
  return true;
}

// ---- Floats.

// A decimal float at s, underscores between digits: where it ends, or null.
static const char *scan_digits(const char *s, char **to) {
  while (isdigit((unsigned char)*s)) {
    *(*to)++ = *s++;
    if (*s == '_' && isdigit((unsigned char)s[1])) s++;
  }
  return s;
}

static const char *scan_special(const char *s, double *out) {
  static const struct {
    const char *word;
    double value;
  } words[] = {{"infinity", INFINITY}, {"inf", INFINITY}, {"nan", NAN}};
  for (size_t i = 0; i < 3; i++) {
    size_t n = strlen(words[i].word);
    if (strncasecmp(s, words[i].word, n)) continue;
    *out = words[i].value;
    return s + n;
  }
  return NULL;
}

static const char *scan_float(VM *vm, const char *s, double *out) {
  bool negative = *s == '-';
  if (*s == '-' || *s == '+') s++;
  const char *end = scan_special(s, out);
  if (!end) {
    char *text = arena_alloc(vm->arena, strlen(s) + 1), *to = text;
    s = scan_digits(s, &to);
    if (*s == '.') {
      *to++ = *s++;
      s = scan_digits(s, &to);
    }
    if (to == text || (to == text + 1 && *text == '.')) return NULL;
    const char *e = s;
    if (*e == 'e' || *e == 'E') {
      char *mark = to;
      *to++ = *e++;
      if (*e == '-' || *e == '+') *to++ = *e++;
      if (isdigit((unsigned char)*e)) s = scan_digits(e, &to);
      else to = mark;
    }
    *to = 0;
    *out = strtod(text, NULL);
    end = s;
  }
  if (negative) *out = -*out;
  return end;
}

bool float_parse(VM *vm, Value text, double *out) {
  size_t n;
  const char *s = ascii_text(vm, text, &n), *end = scan_float(vm, s, out);
  if (end && end == s + n) return true;
  return vm_raise(vm, E_ValueError, "could not convert string to float: %s",
                  repr_of(vm, text));
}

// ---- Complex numbers: a, aj, a+bj, with j alone for 1j, in parentheses or not.

static const char *scan_imaginary_one(const char *s, double *out) {
  bool negative = *s == '-';
  if (*s == '-' || *s == '+') s++;
  if (*s != 'j' && *s != 'J') return NULL;
  *out = negative ? -1 : 1;
  return s;
}

static const char *scan_complex(VM *vm, const char *s, double *re, double *im) {
  *re = *im = 0;
  double x;
  const char *end = scan_imaginary_one(s, &x);
  if (!end) end = scan_float(vm, s, &x);
  if (!end) return NULL;
  if (*end == 'j' || *end == 'J') {
    *im = x;
    return end + 1;
  }
  *re = x;
  if (*end != '+' && *end != '-') return end;
  const char *part = scan_imaginary_one(end, im);
  if (!part) part = scan_float(vm, end, im);
  return part && (*part == 'j' || *part == 'J') ? part + 1 : NULL;
}

bool complex_parse(VM *vm, Str *text, Value *out) {
  size_t n;
  double re, im;
  const char *s = ascii_text(vm, v_obj(text), &n), *end = s + n;
  bool parenthesised = n > 1 && *s == '(' && end[-1] == ')';
  if (parenthesised) {
    for (s++; *s == ' ';) s++;
    for (end--; end[-1] == ' ';) end--;
    s = arena_strndup(vm->arena, s, (size_t)(end - s));
    end = s + strlen(s);
  }
  if (scan_complex(vm, s, &re, &im) != end || !n)
    return vm_raise(vm, E_ValueError, "complex() arg is a malformed string");
  *out = complex_new(vm, re, im);
  return true;
}
