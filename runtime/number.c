// number.c -- writing numbers, and the sinks they are written to.
#include "runtime/number.h"

void sink_write(const Sink *sink, const char *text, size_t n) {
  if (n) sink->write(sink->context, text, n);
}

void sink_text(const Sink *sink, const char *text) {
  sink_write(sink, text, __builtin_strlen(text));
}

void sink_char(const Sink *sink, char c) { sink_write(sink, &c, 1); }

void sink_fill(const Sink *sink, const Padding *p, int64_t n) {
  for (; n > 0; n--) sink_write(sink, p->fill, (size_t)p->fill_size);
}

static bool starts_character(char c) { return (c & 0xc0) != 0x80; }

static void count_characters(void *context, const char *text, size_t n) {
  for (size_t i = 0; i < n; i++) *(int64_t *)context += starts_character(text[i]);
}

Sink sink_counting(int64_t *count) {
  *count = 0;
  return (Sink){count_characters, count};
}

static void write_limited(void *context, const char *text, size_t n) {
  SinkLimit *limit = context;
  size_t end = 0;
  for (; end < n; end++) {
    if (!starts_character(text[end])) continue;
    if (limit->left == 0) break;
    limit->left--;
  }
  sink_write(limit->sink, text, end);
}

Sink sink_limited(SinkLimit *limit) { return (Sink){write_limited, limit}; }

static void write_buffer(void *context, const char *text, size_t n) {
  TextBuffer *b = context;
  for (size_t i = 0; i < n && b->size < (int)sizeof b->text; i++) b->text[b->size++] = text[i];
}

Sink sink_buffer(TextBuffer *buffer) {
  buffer->size = 0;
  return (Sink){write_buffer, buffer};
}

// How many digits, zeros in front included, fill at least `width` columns with their separators.
static int64_t grouped_digits(const Padding *p, int64_t digits, int64_t width) {
  if (!p->separator) return digits > width ? digits : width;
  int64_t total = 0;
  for (;;) {
    int64_t need = digits - total > width ? digits - total : width;
    int64_t size = need < 1 ? 1 : need < p->group ? need : p->group;
    total += size;
    width -= size;
    if (total >= digits && width <= 0) return total;
    width--; // the separator
  }
}

static void write_whole(const Sink *sink, const Number *n, const Padding *p, int64_t total) {
  for (int64_t i = total - 1; i >= 0; i--) {
    sink_char(sink, i < n->whole ? decimal_digit(&n->digits, (int)i) : '0');
    if (p->separator && i && i % p->group == 0) sink_char(sink, p->separator);
  }
}

void number_write(const Sink *sink, const Number *n, const Padding *p) {
  int64_t other = (n->sign != 0) + (int64_t)__builtin_strlen(n->prefix) +
                  (int64_t)__builtin_strlen(n->suffix) + n->fraction + (n->fraction || n->point);
  if (n->word) other += (int64_t)__builtin_strlen(n->word);
  bool zeros = p->align == '=' && p->fill_size == 1 && p->fill[0] == '0' && n->whole;
  int64_t total = n->whole ? grouped_digits(p, n->whole, zeros ? p->width - other : 0) : 0;
  int64_t separators = p->separator && total ? (total - 1) / p->group : 0;
  int64_t pad = p->width - other - total - separators;
  if (pad < 0) pad = 0;
  int64_t left = p->align == '>' ? pad : p->align == '^' ? pad / 2 : 0;
  sink_fill(sink, p, left);
  if (n->sign) sink_char(sink, n->sign);
  sink_text(sink, n->prefix);
  if (p->align == '=') sink_fill(sink, p, pad);
  if (n->word) sink_text(sink, n->word);
  write_whole(sink, n, p, total);
  if (n->fraction || n->point) sink_char(sink, '.');
  for (int i = 1; i <= n->fraction; i++) sink_char(sink, decimal_digit(&n->digits, -i));
  sink_text(sink, n->suffix);
  if (p->align != '=') sink_fill(sink, p, pad - left);
}

void number_put(const Sink *sink, const Number *n) {
  number_write(sink, n, &(Padding){.align = '>'});
}

void number_from_int(Number *n, bool negative, uint64_t magnitude, int base, bool upper) {
  char reversed[64];
  int count = 0;
  do {
    int digit = (int)(magnitude % (unsigned)base);
    reversed[count++] = (char)(digit < 10 ? '0' + digit : (upper ? 'A' : 'a') + digit - 10);
    magnitude /= (unsigned)base;
  } while (magnitude);
  n->sign = negative ? '-' : 0;
  n->prefix = "";
  n->word = 0;
  n->whole = n->digits.count = n->digits.point = count;
  n->fraction = 0;
  n->point = false;
  n->suffix[0] = 0;
  for (int i = 0; i < count; i++) n->digits.digits[i] = reversed[count - 1 - i];
}

static void number_clear(Number *n, int whole, int fraction) {
  n->prefix = "";
  n->word = 0;
  n->whole = whole;
  n->fraction = fraction;
  n->point = false;
  n->suffix[0] = 0;
}

void number_positional(Number *n, int fraction) {
  number_clear(n, n->digits.point > 1 ? n->digits.point : 1, fraction);
}

void number_scientific(Number *n, int fraction, char e, int exponent_digits) {
  int exponent = n->digits.point - 1, size = exponent < 0 ? -exponent : exponent, at = 2;
  number_clear(n, 1, fraction);
  n->digits.point = 1;
  n->suffix[0] = e;
  n->suffix[1] = exponent < 0 ? '-' : '+';
  if (size >= 100 || exponent_digits > 2) n->suffix[at++] = (char)('0' + size / 100);
  n->suffix[at++] = (char)('0' + size / 10 % 10);
  n->suffix[at++] = (char)('0' + size % 10);
  n->suffix[at] = 0;
}

bool number_special(Number *n, const Float *x) {
  if (x->kind == FLOAT_FINITE) return false;
  number_clear(n, 0, 0);
  n->word = x->kind == FLOAT_NAN ? "nan" : "inf";
  n->sign = x->kind == FLOAT_INF && x->negative ? '-' : 0;
  return true;
}
