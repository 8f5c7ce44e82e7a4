// compare.c -- lines of output as texts and numbers in turn.
//
// Floats are close when they differ by what rounding in their type explains, or by one in the last
// digit that is printed, where that is a thousandth of them or less.  A number with few digits, or
// one that float32 holds, counts as float32.
#include "driver/compare.h"

#include "dialect/support/vec.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// What rounding explains, and a last digit.
static const double SINGLE = 1e-5, DOUBLE = 1e-11, PRINTED = 1e-3;
enum { SINGLE_DIGITS = 9 };

//===-- records ----------------------------------------------------------------------------===//

static int depth_of(const char *s, const char *end) {
  int depth = 0;
  for (; s < end; s++)
    depth += (*s == '[') - (*s == ']');
  return depth;
}

// Whether the line at s goes on with an array: NumPy begins those with a blank.
static bool goes_on(const char *s, const char *end) { return s < end && (*s == ' ' || *s == '\n'); }

Records records_of(Arena *a, const char *text, size_t size) {
  VEC(Record) all = {0};
  const char *s = text, *end = text + size;
  uint32_t line = 1;
  while (s < end) {
    const char *start = s, *stop;
    uint32_t first = line;
    int depth = 0;
    do {
      const char *newline = memchr(s, '\n', (size_t)(end - s));
      stop = newline ? newline : end;
      depth += depth_of(s, stop);
      s = newline ? newline + 1 : end;
      line++;
    } while (depth > 0 && goes_on(s, end));
    VEC_PUSH(a, all, ((Record){start, (size_t)(stop - start), first}));
  }
  return (Records){all.data, all.n};
}

//===-- numbers ----------------------------------------------------------------------------===//

typedef struct Token {
  const char *text;
  size_t size;
  bool number, is_float, array; // array: it stands in brackets
  double value, unit;           // unit: of its last digit
  int digits;
} Token;

typedef struct Tokens {
  Token *data;
  uint32_t n;
} Tokens;

static bool is_word(char c) { return isalnum((unsigned char)c) || c == '_'; }

static size_t count_digits(const char *s, const char *end) {
  size_t n = 0;
  while (s + n < end && isdigit((unsigned char)s[n]))
    n++;
  return n;
}

// How many bytes at s are a number: 1, -1.5, .5e-3, inf, nan; 0: none.
static size_t number_size(const char *s, const char *end) {
  const char *start = s;
  if (s < end && (*s == '-' || *s == '+')) s++;
  bool named = end - s >= 3 && (!memcmp(s, "inf", 3) || !memcmp(s, "nan", 3));
  if (named) return end - s > 3 && is_word(s[3]) ? 0 : (size_t)(s + 3 - start);
  size_t whole = count_digits(s, end), part = 0;
  s += whole;
  if (s < end && *s == '.') part = count_digits(s + 1, end), s += part + 1;
  if (!whole && !part) return 0;
  if (s < end && (*s == 'e' || *s == 'E')) {
    const char *e = s + 1;
    if (e < end && (*e == '-' || *e == '+')) e++;
    size_t n = count_digits(e, end);
    if (n) s = e + n;
  }
  return s < end && is_word(*s) && *s != 'j' ? 0 : (size_t)(s - start);
}

static Token number_token(const char *s, size_t n) {
  Token t = {.text = s, .size = n, .number = true};
  char copy[64];
  size_t k = n < sizeof copy - 1 ? n : sizeof copy - 1;
  memcpy(copy, s, k);
  copy[k] = 0;
  t.value = strtod(copy, NULL);
  char *point = strchr(copy, '.'), *e = strpbrk(copy, "eE");
  t.is_float = point || e || !isfinite(t.value);
  for (const char *c = copy; c != e && *c; c++)
    t.digits += isdigit((unsigned char)*c) != 0;
  int places = point ? (int)strspn(point + 1, "0123456789") : 0;
  t.unit = pow(10, (e ? strtod(e + 1, NULL) : 0) - places);
  if (!places && !e) t.unit = 0; // "3.": a whole number may be exact
  return t;
}

// Texts and numbers; a text that is blank is left out.
static Tokens tokens_of(Arena *a, Record r) {
  VEC(Token) all = {0};
  const char *s = r.text, *end = r.text + r.size, *text = s;
  int depth = 0;
  while (s <= end) {
    bool inside = s > r.text && (is_word(s[-1]) || s[-1] == '.');
    size_t n = s < end && !inside ? number_size(s, end) : 0;
    if (s < end && !n) {
      depth += (*s == '[') - (*s == ']');
      s++;
      continue;
    }
    const char *stop = s;
    while (text < stop && isspace((unsigned char)*text))
      text++;
    while (stop > text && isspace((unsigned char)stop[-1]))
      stop--;
    if (stop > text) VEC_PUSH(a, all, ((Token){.text = text, .size = (size_t)(stop - text)}));
    if (s == end) break;
    Token t = number_token(s, n);
    t.array = depth > 0;
    VEC_PUSH(a, all, t);
    text = s += n;
  }
  return (Tokens){all.data, all.n};
}

//===-- distances --------------------------------------------------------------------------===//

static bool same_text(const Token *x, const Token *y) {
  const char *s = x->text, *t = y->text, *send = s + x->size, *tend = t + y->size;
  while (s < send && t < tend) {
    bool blank = isspace((unsigned char)*s) && isspace((unsigned char)*t);
    if (!blank && *s != *t) return false;
    if (!blank) {
      s++, t++;
      continue;
    }
    while (s < send && isspace((unsigned char)*s))
      s++;
    while (t < tend && isspace((unsigned char)*t))
      t++;
  }
  return s == send && t == tend;
}

static double largest_in_array(Tokens x) {
  double most = 0;
  for (uint32_t i = 0; i < x.n; i++)
    if (x.data[i].array && isfinite(x.data[i].value)) most = fmax(most, fabs(x.data[i].value));
  return most;
}

static bool is_single(const Token *t) {
  return t->digits <= SINGLE_DIGITS || (double)(float)t->value == t->value;
}

static void compare_numbers(Distance *d, const Token *x, const Token *y, double largest) {
  bool both_nan = isnan(x->value) && isnan(y->value);
  if (x->value == y->value || both_nan) return;
  d->same = false;
  bool comparable = (x->is_float || y->is_float) && isfinite(x->value) && isfinite(y->value);
  if (!comparable) {
    d->close = false;
    d->most = INFINITY;
    return;
  }
  double apart = fabs(x->value - y->value), scale = fmax(fabs(x->value), fabs(y->value));
  if (x->array) scale = fmax(scale, largest);
  double limit = is_single(x) || is_single(y) ? SINGLE : DOUBLE;
  double unit = x->unit > 0 && y->unit > 0 ? fmax(x->unit, y->unit) * 1.001 : 0;
  d->most = fmax(d->most, apart / scale);
  if (unit > PRINTED * scale) unit = 0;
  if (apart > limit * scale && apart > unit) d->close = false;
}

Distance record_distance(Arena *a, Record x, Record y) {
  Distance d = {.same = true, .close = true}, other = {.most = INFINITY};
  if (x.size == y.size && !memcmp(x.text, y.text, x.size)) return d;
  Tokens s = tokens_of(a, x), t = tokens_of(a, y);
  if (s.n != t.n) return other;
  double largest = fmax(largest_in_array(s), largest_in_array(t));
  for (uint32_t i = 0; i < s.n; i++) {
    const Token *p = &s.data[i], *q = &t.data[i];
    if (p->number != q->number || (!p->number && !same_text(p, q))) return other;
    if (p->number) compare_numbers(&d, p, q, largest);
  }
  return d;
}
