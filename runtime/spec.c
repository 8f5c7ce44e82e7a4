// spec.c -- format(value, spec): Python's format mini-language (3.12), errors included.
//
//   [[fill]align][sign][z][#][0][width][, or _][.precision][type]
#include "runtime/value.h"

typedef struct Spec {
  Padding padding;
  bool fill_given, align_given, alt, no_negative_zero;
  char sign;         // 0 when not given
  int64_t precision; // -1 when not given
  int type; // its first byte, 0 when not given, INVALID when more than one character follows
} Spec;

enum { INVALID = -1 };

static const char *type_name(const Value *v) {
  if (!v) return "str";
  static const char name[][8] = {"bool", "int", "float", "complex"};
  return name[v->kind];
}

static bool is_align(char c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

static int character_size(const char *s, const char *end) {
  int size = 1;
  while (s + size < end && (s[size] & 0xc0) == 0x80)
    size++;
  return size < 4 ? size : 4;
}

static const char *parse_align(Spec *f, const char *s, const char *end) {
  int size = s < end ? character_size(s, end) : 0;
  if (size && s + size < end && is_align(s[size])) {
    f->fill_given = f->align_given = true;
    f->padding.fill_size = size;
    for (int i = 0; i < size; i++)
      f->padding.fill[i] = s[i];
    f->padding.align = s[size];
    return s + size + 1;
  }
  if (size && is_align(*s)) {
    f->align_given = true;
    f->padding.align = *s++;
  }
  return s;
}

// Digits at s into *out; null when the number is too large.
static const char *parse_number(const char *s, const char *end, int64_t *out) {
  int64_t n = 0;
  for (; s < end && *s >= '0' && *s <= '9'; s++) {
    n = n * 10 + (*s - '0');
    if (n > INT32_MAX) return 0;
  }
  *out = n;
  return s;
}

static bool accept(const char **s, const char *end, char c) {
  if (*s == end || **s != c) return false;
  ++*s;
  return true;
}

static const char *check_separator(Spec *f) {
  const char type[2] = {(char)f->type, 0}, separator[2] = {f->padding.separator, 0};
  if (!f->padding.separator) return 0;
  for (const char *c = "defgEG%F"; *c; c++)
    if (f->type == *c) return 0;
  if (f->type == 0) return 0;
  bool binary = f->type == 'b' || f->type == 'o' || f->type == 'x' || f->type == 'X';
  if (binary && f->padding.separator == '_') {
    f->padding.group = 4;
    return 0;
  }
  return format_error(
      (const char *[5]){"ValueError: Cannot specify '", separator, "' with '", type, "'."});
}

static const char *parse_tail(Spec *f, const char *s, const char *end, bool text) {
  f->padding.group = 3;
  if (accept(&s, end, ',')) f->padding.separator = ',';
  if (accept(&s, end, '_')) {
    if (f->padding.separator) return "ValueError: Cannot specify both ',' and '_'.";
    f->padding.separator = '_';
  }
  if (s < end && *s == ',' && f->padding.separator == '_')
    return "ValueError: Cannot specify both ',' and '_'.";
  if (accept(&s, end, '.')) {
    const char *digits = s;
    s = parse_number(s, end, &f->precision);
    if (!s) return "ValueError: Too many decimal digits in format string";
    if (s == digits) return "ValueError: Format specifier missing precision";
  }
  if (s < end) {
    f->type = s + character_size(s, end) < end ? INVALID : (unsigned char)*s;
    if (f->type == INVALID) return 0;
  } else if (text) {
    f->type = 's';
  }
  return check_separator(f);
}

// v is null for a string.
static const char *spec_parse(Spec *f, const char *spec, size_t n, const Value *v) {
  const char *s = spec, *end = spec + n, *name = type_name(v);
  *f = (Spec){.precision = -1, .padding = {.align = v ? '>' : '<', .fill_size = 1, .fill = " "}};
  s = parse_align(f, s, end);
  if (s < end && (*s == '+' || *s == '-' || *s == ' ')) f->sign = *s++;
  f->no_negative_zero = accept(&s, end, 'z');
  f->alt = accept(&s, end, '#');
  if (!f->fill_given && accept(&s, end, '0')) {
    f->fill_given = true;
    f->padding.fill[0] = '0';
    if (!f->align_given && v) f->padding.align = '=';
  }
  s = parse_number(s, end, &f->padding.width);
  if (!s) return "ValueError: Too many decimal digits in format string";
  const char *error = parse_tail(f, s, end, !v);
  if (error || f->type != INVALID) return error;
  TextBuffer text; // the message quotes all of the spec
  Sink sink = sink_buffer(&text);
  sink_write(&sink, spec, n < 60 ? n : 60);
  sink_write(&sink, "", 1);
  return format_error((const char *[5]){"ValueError: Invalid format specifier '", text.text,
                                        "' for object of type '", name, "'"});
}

static const char *unknown_type(const Spec *f, const char *name) {
  char type[8];
  TextBuffer buffer;
  Sink sink = sink_buffer(&buffer);
  if (f->type > 32 && f->type < 128) {
    sink_char(&sink, (char)f->type);
  } else {
    Number n;
    sink_text(&sink, "\\x");
    number_from_int(&n, false, (uint64_t)f->type, 16, false);
    number_put(&sink, &n);
  }
  __builtin_memcpy(type, buffer.text, (size_t)buffer.size);
  type[buffer.size] = 0;
  return format_error((const char *[5]){"ValueError: Unknown format code '", type,
                                        "' for object of type '", name, "'"});
}

static bool is_float_type(int type) {
  return type == 'e' || type == 'E' || type == 'f' || type == 'F' || type == 'g' || type == 'G' ||
         type == 'n' || type == '%';
}

static void apply_sign(Number *n, const Spec *f) {
  if (!n->sign && (f->sign == '+' || f->sign == ' ')) n->sign = f->sign;
}

// ---- Floats.

// How Python reads the type and the precision of a float or of a part of a complex number.
static FloatFormat float_format(const Spec *f, bool complex) {
  FloatFormat out = {.type = (char)f->type, .precision = (int)f->precision, .alt = f->alt};
  bool short_repr = !f->type && f->precision < 0;
  if (!f->type) out.type = short_repr ? 'r' : 'g';
  if (f->type == 'n') out.type = 'g';
  if (f->type == '%') out.type = 'f';
  out.dot_zero = !f->type && !complex;
  if (out.precision < 0) out.precision = 6;
  return out;
}

static void format_float(const Sink *sink, Float x, const Spec *f) {
  Number n;
  if (f->type == '%' && x.kind == FLOAT_FINITE) x = float_from_double(float_to_double(&x) * 100.0);
  python_float_parts(&n, &x, float_format(f, false));
  if (f->type == '%') __builtin_memcpy(n.suffix, "%", 2);
  if (f->no_negative_zero && !n.word && !n.digits.count) n.sign = 0;
  apply_sign(&n, f);
  number_write(sink, &n, &f->padding);
}

// ---- Complex numbers.

static void put_complex(const Sink *sink, const Value *v, const Spec *f) {
  Padding groups = {.align = '>', .separator = f->padding.separator, .group = f->padding.group};
  FloatFormat format = float_format(f, true);
  Float re = float_as_double(&v->re), im = float_as_double(&v->im);
  bool real = f->type || re.kind != FLOAT_FINITE || re.mantissa || re.negative;
  Number n;
  if (real) {
    if (!f->type) sink_char(sink, '(');
    python_float_parts(&n, &re, format);
    if (f->no_negative_zero && !n.word && !n.digits.count) n.sign = 0;
    apply_sign(&n, f);
    number_write(sink, &n, &groups);
  }
  python_float_parts(&n, &im, format);
  if (f->no_negative_zero && !n.word && !n.digits.count) n.sign = 0;
  if (real && !n.sign) n.sign = '+';
  if (!real) apply_sign(&n, f);
  number_write(sink, &n, &groups);
  sink_text(sink, real && !f->type ? "j)" : "j");
}

static const char *format_complex(const Sink *sink, const Value *v, const Spec *f) {
  if (f->type && (f->type == '%' || !is_float_type(f->type))) return unknown_type(f, "complex");
  if (f->padding.fill_size == 1 && f->padding.fill[0] == '0')
    return "ValueError: Zero padding is not allowed in complex format specifier";
  if (f->padding.align == '=')
    return "ValueError: '=' alignment flag is not allowed in complex format specifier";
  int64_t size;
  Sink counter = sink_counting(&size);
  put_complex(&counter, v, f);
  int64_t pad = f->padding.width > size ? f->padding.width - size : 0;
  int64_t left = f->padding.align == '>' ? pad : f->padding.align == '^' ? pad / 2 : 0;
  sink_fill(sink, &f->padding, left);
  put_complex(sink, v, f);
  sink_fill(sink, &f->padding, pad - left);
  return 0;
}

// ---- Integers.

static int encode_utf8(char *out, uint32_t c) {
  if (c < 0x80) return out[0] = (char)c, 1;
  int size = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (int i = size - 1; i > 0; i--, c >>= 6)
    out[i] = (char)(0x80 | (c & 0x3f));
  out[0] = (char)(0xf00 >> size | c);
  return size;
}

static const char *format_character(const Sink *sink, const Value *v, const Spec *f) {
  if (f->sign) return "ValueError: Sign not allowed with integer format specifier 'c'";
  if (f->alt) return "ValueError: Alternate form (#) not allowed with integer format specifier 'c'";
  if (v->magnitude > INT64_MAX && !v->negative)
    return "OverflowError: Python int too large to convert to C long";
  if (v->negative || v->magnitude > 0x10ffff) return "OverflowError: %c arg not in range(0x110000)";
  char text[4];
  int size = encode_utf8(text, (uint32_t)v->magnitude);
  int64_t pad = f->padding.width > 1 ? f->padding.width - 1 : 0;
  int64_t left = f->padding.align == '^' ? pad / 2 : f->padding.align == '<' ? 0 : pad;
  sink_fill(sink, &f->padding, left);
  sink_write(sink, text, (size_t)size);
  sink_fill(sink, &f->padding, pad - left);
  return 0;
}

static const char *format_int(const Sink *sink, const Value *v, const Spec *f) {
  static const char prefixes[][3] = {"0b", "0o", "0x", "0X"};
  if (f->precision >= 0) return "ValueError: Precision not allowed in integer format specifier";
  if (f->no_negative_zero)
    return "ValueError: Negative zero coercion (z) not allowed in integer format specifier";
  if (f->type == 'c') return format_character(sink, v, f);
  int kind = f->type == 'b' ? 0 : f->type == 'o' ? 1 : f->type == 'x' ? 2 : f->type == 'X' ? 3 : -1;
  int base = kind < 0 ? 10 : kind == 0 ? 2 : kind == 1 ? 8 : 16;
  Number n;
  number_from_int(&n, v->negative, v->magnitude, base, f->type == 'X');
  if (f->alt && kind >= 0) n.prefix = prefixes[kind];
  apply_sign(&n, f);
  number_write(sink, &n, &f->padding);
  return 0;
}

static Float float_of_int(const Value *v) {
  double size = (double)v->magnitude;
  return float_from_double(v->negative ? -size : size);
}

const char *python_format(const Sink *sink, const Value *v, const char *spec) {
  Spec f;
  size_t n = __builtin_strlen(spec);
  if (!n) {
    python_value(sink, v);
    return 0;
  }
  const char *error = spec_parse(&f, spec, n, v);
  if (error) return error;
  if (v->kind == VALUE_COMPLEX) return format_complex(sink, v, &f);
  bool is_int = v->kind != VALUE_FLOAT;
  if (is_int) {
    if (!f.type || __builtin_strchr("bcdnoxX", f.type)) return format_int(sink, v, &f);
    if (!is_float_type(f.type)) return unknown_type(&f, type_name(v));
    format_float(sink, float_of_int(v), &f);
    return 0;
  }
  if (f.type && !is_float_type(f.type)) return unknown_type(&f, type_name(v));
  format_float(sink, float_as_double(&v->re), &f);
  return 0;
}

// ---- Strings.

const char *python_text_spec(TextSpec *out, const char *spec, size_t n) {
  Spec f;
  const char *error = spec_parse(&f, spec, n, 0);
  if (error) return error;
  if (f.type != 's') return unknown_type(&f, "str");
  if (f.sign == ' ') return "ValueError: Space not allowed in string format specifier";
  if (f.sign) return "ValueError: Sign not allowed in string format specifier";
  if (f.no_negative_zero)
    return "ValueError: Negative zero coercion (z) not allowed in string format specifier";
  if (f.alt) return "ValueError: Alternate form (#) not allowed in string format specifier";
  if (f.padding.align == '=')
    return "ValueError: '=' alignment not allowed in string format specifier";
  *out = (TextSpec){f.padding, f.precision};
  return 0;
}
