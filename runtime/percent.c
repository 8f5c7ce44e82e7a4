// percent.c -- "%spec" % value, as Python does it.
#include "runtime/value.h"

typedef struct Percent {
  bool left, plus, blank, alt, zero;
  int64_t width, precision; // precision -1: none
  char type;
} Percent;

static const char *parse_digits(const char *s, int64_t *out) {
  for (*out = 0; *s >= '0' && *s <= '9'; s++)
    if (*out < INT32_MAX / 10 - 1) *out = *out * 10 + (*s - '0');
  return s;
}

static bool percent_parse(Percent *p, const char *s) {
  *p = (Percent){.precision = -1};
  for (;; s++) {
    if (*s == '-') p->left = true;
    else if (*s == '+') p->plus = true;
    else if (*s == ' ') p->blank = true;
    else if (*s == '#') p->alt = true;
    else if (*s == '0') p->zero = true;
    else break;
  }
  s = parse_digits(s, &p->width);
  if (*s == '.') s = parse_digits(s + 1, &p->precision);
  if (*s == 'h' || *s == 'l' || *s == 'L') s++;
  p->type = *s;
  return *s && !s[1];
}

static Padding percent_padding(const Percent *p, bool number) {
  bool zero = p->zero && number && !p->left;
  return (Padding){.width = p->width,
                   .align = p->left ? '<' : zero ? '=' : '>',
                   .fill_size = 1,
                   .fill = {zero ? '0' : ' '}};
}

static void percent_sign(Number *n, const Percent *p) {
  if (n->sign) return;
  n->sign = p->plus ? '+' : p->blank ? ' ' : 0;
}

// %s and %r, once the text is known: it is short.
static void percent_text(const Sink *sink, const Percent *p, const char *text, int64_t n) {
  Padding padding = percent_padding(p, false);
  if (p->precision >= 0 && n > p->precision) n = p->precision;
  int64_t pad = p->width > n ? p->width - n : 0;
  if (!p->left) sink_fill(sink, &padding, pad);
  sink_write(sink, text, (size_t)n);
  if (p->left) sink_fill(sink, &padding, pad);
}

// The digits of trunc(x) in n.
static const char *truncated(Number *n, const Float *x) {
  if (x->kind == FLOAT_NAN) return "ValueError: cannot convert float NaN to integer";
  if (x->kind == FLOAT_INF) return "OverflowError: cannot convert float infinity to integer";
  Float whole = *x;
  int drop = whole.exponent < 0 ? -whole.exponent : 0;
  whole.mantissa = drop > 63 ? 0 : whole.mantissa >> drop << drop;
  decimal_exact(&whole, (Cutoff){CUTOFF_NONE, 0}, &n->digits);
  number_positional(n, 0);
  n->sign = x->negative && whole.mantissa ? '-' : 0;
  return 0;
}

static const char *percent_int(const Sink *sink, const Value *v, const Percent *p) {
  char type[2] = {p->type, 0};
  bool decimal = p->type == 'd' || p->type == 'i' || p->type == 'u';
  Number n;
  if (v->kind == VALUE_COMPLEX || (v->kind == VALUE_FLOAT && !decimal))
    return format_error((const char *[5]){"TypeError: %", type, " format: ",
                                          decimal ? "a real number is required, not "
                                                  : "an integer is required, not ",
                                          v->kind == VALUE_FLOAT ? "float" : "complex"});
  if (v->kind == VALUE_FLOAT) {
    Float x = float_as_double(&v->re);
    const char *error = truncated(&n, &x);
    if (error) return error;
  } else {
    int base = decimal ? 10 : p->type == 'o' ? 8 : 16;
    number_from_int(&n, v->negative, v->magnitude, base, p->type == 'X');
    if (p->alt && !decimal) n.prefix = p->type == 'o' ? "0o" : p->type == 'x' ? "0x" : "0X";
  }
  percent_sign(&n, p);
  if (p->precision > n.whole) n.whole = (int)p->precision;
  Padding padding = percent_padding(p, true);
  number_write(sink, &n, &padding);
  return 0;
}

static const char *percent_float(const Sink *sink, const Value *v, const Percent *p) {
  if (v->kind == VALUE_COMPLEX) return "TypeError: must be real number, not complex";
  double size = (double)v->magnitude;
  Float x = v->kind == VALUE_FLOAT ? float_as_double(&v->re)
                                   : float_from_double(v->negative ? -size : size);
  Number n;
  int precision = p->precision < 0 ? 6 : (int)p->precision;
  python_float_parts(&n, &x, (FloatFormat){p->type, precision, p->alt, false});
  percent_sign(&n, p);
  Padding padding = percent_padding(p, true);
  number_write(sink, &n, &padding);
  return 0;
}

static const char *percent_character(const Sink *sink, const Value *v, const Percent *p) {
  if (v->kind == VALUE_FLOAT || v->kind == VALUE_COMPLEX)
    return "TypeError: %c requires int or char";
  if (v->negative || v->magnitude > 0x10ffff) return "OverflowError: %c arg not in range(0x110000)";
  const char *spec = "c"; // the mini-language knows how to encode it
  TextBuffer buffer;
  Sink text = sink_buffer(&buffer);
  Value integer = *v;
  integer.kind = VALUE_INT;
  const char *error = python_format(&text, &integer, spec);
  if (error) return error;
  Padding padding = percent_padding(p, false);
  int64_t pad = p->width > 1 ? p->width - 1 : 0;
  if (!p->left) sink_fill(sink, &padding, pad);
  sink_write(sink, buffer.text, (size_t)buffer.size);
  if (p->left) sink_fill(sink, &padding, pad);
  return 0;
}

const char *python_percent(const Sink *sink, const Value *v, const char *spec) {
  Percent p;
  if (!percent_parse(&p, spec)) return "ValueError: incomplete format";
  switch (p.type) {
  case 'd': case 'i': case 'u': case 'o': case 'x': case 'X':
    return percent_int(sink, v, &p);
  case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
    return percent_float(sink, v, &p);
  case 'c':
    return percent_character(sink, v, &p);
  case 's': case 'r': case 'a': {
    TextBuffer buffer;
    Sink text = sink_buffer(&buffer);
    python_value(&text, v);
    percent_text(sink, &p, buffer.text, buffer.size);
    return 0;
  }
  default:
    return "ValueError: unsupported format character";
  }
}
