// format.c -- format(value, spec) of numbers and strings.
//
// The runtime's formatter does whatever fits 64 bits, so that compiling and running print the
// same; here are strings, ints of any size and the padding of strings that only the executable
// knows.
#include "driver/stage/format.h"
#include "runtime/format.h"

#include <ctype.h>
#include <string.h>

bool raise_runtime_error(VM *vm, const char *error) {
  const char *message = strstr(error, ": ");
  TypeIndex type = !strncmp(error, "TypeError", 9)        ? E_TypeError
                   : !strncmp(error, "OverflowError", 13) ? E_OverflowError
                                                          : E_ValueError;
  return vm_raise(vm, type, "%s", message ? message + 2 : error);
}

static size_t point_size(const char *s, const char *end) {
  size_t n = 1;
  while (s + n < end && (s[n] & 0xc0) == 0x80) n++;
  return n < 4 ? n : 4;
}

static bool is_align(char c) { return c && strchr("<>=^", c); }

static const char *parse_align(FormatSpec *f, const char *s, const char *end) {
  size_t n = s < end ? point_size(s, end) : 0;
  if (n && s + n < end && is_align(s[n])) {
    memcpy(f->fill, s, n);
    f->align = s[n];
    return s + n + 1;
  }
  if (n && is_align(*s)) f->align = *s++;
  return s;
}

static const char *parse_count(VM *vm, const char *s, const char *end, int64_t *out) {
  for (*out = 0; s < end && isdigit((unsigned char)*s); s++) {
    *out = *out * 10 + (*s - '0');
    if (*out <= INT32_MAX) continue;
    vm_raise(vm, E_ValueError, "Too many decimal digits in format string");
    return NULL;
  }
  if (!text_fits(vm, *out)) return NULL;
  return s;
}

static const char *parse_separator(VM *vm, FormatSpec *f, const char *s, const char *end) {
  if (s < end && (*s == ',' || *s == '_')) f->separator = *s++;
  if (!f->separator || s >= end || (*s != ',' && *s != '_')) return s;
  if (*s == f->separator) vm_raise(vm, E_ValueError, "Cannot specify '%c' with '%c'.", *s, *s);
  else vm_raise(vm, E_ValueError, "Cannot specify both ',' and '_'.");
  return NULL;
}

bool format_spec_parse(VM *vm, const char *s, size_t n, FormatSpec *f) {
  const char *end = s + n;
  *f = (FormatSpec){.precision = -1};
  s = parse_align(f, s, end);
  if (s < end && (*s == '+' || *s == '-' || *s == ' ')) f->sign = *s++;
  if (s < end && *s == 'z') f->z = true, s++;
  if (s < end && *s == '#') f->alt = true, s++;
  if (!*f->fill && s < end && *s == '0') f->zero = true, *f->fill = '0', s++;
  if (!(s = parse_count(vm, s, end, &f->width))) return false;
  if (!(s = parse_separator(vm, f, s, end))) return false;
  if (s < end && *s == '.') {
    const char *digits = ++s;
    if (!(s = parse_count(vm, s, end, &f->precision))) return false;
    if (s == digits) return vm_raise(vm, E_ValueError, "Format specifier missing precision");
  }
  if (s < end) {
    size_t size = point_size(s, end);
    memcpy(f->type, s, size);
    f->rest = s + size < end;
  }
  if (!*f->fill) *f->fill = ' ';
  return true;
}

static void add_fill(StrBuilder *b, const FormatSpec *f, int64_t n) {
  for (; n > 0; n--) strb_puts(b, f->fill);
}

void format_padded(StrBuilder *b, const FormatSpec *f, char align, const char *text, size_t size,
                   size_t length) {
  int64_t pad = f->width > (int64_t)length ? f->width - (int64_t)length : 0;
  if (f->align) align = f->align;
  int64_t left = align == '<' ? 0 : align == '^' ? pad / 2 : pad;
  add_fill(b, f, left);
  strb_add(b, text, size);
  add_fill(b, f, pad - left);
}

// n digits, zeros in front, separators between groups: into `out`; returns its length.
static size_t group_digits(char *out, const char *digits, size_t n, size_t total,
                           const FormatSpec *f, int group) {
  size_t at = 0;
  for (size_t i = 0; i < total; i++) {
    size_t left = total - i;
    if (i && f->separator && left % (size_t)group == 0) out[at++] = f->separator;
    out[at++] = left > n ? '0' : digits[n - left];
  }
  return at;
}

void format_int_text(StrBuilder *b, const FormatSpec *f, const IntText *t) {
  size_t n = strlen(t->digits), total = n > (size_t)t->min_digits ? n : (size_t)t->min_digits;
  char sign[2] = {t->negative ? '-' : f->sign == '+' || f->sign == ' ' ? f->sign : 0, 0};
  size_t head = strlen(sign) + strlen(t->prefix);
  bool zeros = !strcmp(f->fill, "0") && (f->align == '=' || (!f->align && f->zero));
  size_t room = (total > (size_t)f->width ? total : (size_t)f->width) * 2 + 2;
  char *text = heap_grow(b->vm, NULL, 0, room + head + 1), *body = text + head;
  size_t size = group_digits(body, t->digits, n, total, f, t->group);
  while (zeros && (int64_t)(head + size) < f->width)
    size = group_digits(body, t->digits, n, ++total, f, t->group);
  memcpy(text, sign, strlen(sign));
  memcpy(text + strlen(sign), t->prefix, strlen(t->prefix));
  if (f->align == '=' && !zeros) {
    strb_add(b, text, head);
    add_fill(b, f, f->width - (int64_t)(head + size));
    strb_add(b, body, size);
  } else {
    format_padded(b, f, '>', text, head + size, head + size);
  }
  heap_free(b->vm, text);
}

// ---- Ints beyond 64 bits.

static bool format_big(StrBuilder *b, Value v, const char *spec, size_t n, const char *style) {
  VM *vm = b->vm;
  FormatSpec f;
  double x;
  const char *error = format_check(DTYPE_I64, 0, style);
  if (error) return raise_runtime_error(vm, error);
  if (!format_spec_parse(vm, spec, n, &f)) return false;
  char type = *f.type ? *f.type : 'd';
  if (strchr("eEfFgG%", type)) {
    if (!bigint_to_double(vm, v, &x)) return false;
    return format_scalar(b, v_float(x), style);
  }
  if (type == 'c')
    return vm_raise(vm, E_OverflowError, "Python int too large to convert to C long");
  int base = type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 10;
  char prefix[3] = {'0', type, 0};
  if (base == 10 && !bigint_has_digits(vm, v)) return false;
  const char *digits = bigint_str(vm, v, base)->text;
  if (type == 'X') {
    char *upper = arena_strndup(vm->arena, digits, strlen(digits));
    for (char *s = upper; *s; s++) *s = (char)toupper((unsigned char)*s);
    digits = upper;
  }
  bool negative = *digits == '-';
  IntText t = {digits + negative, negative, f.alt && base != 10 ? prefix : "", base == 10 ? 3 : 4,
               0};
  format_int_text(b, &f, &t);
  return true;
}

// ---- Strings.

static bool text_spec(VM *vm, const char *spec, size_t n, FormatSpec *f) {
  if (!format_spec_parse(vm, spec, n, f)) return false;
  const char *problem = NULL;
  if (f->rest) return vm_raise(vm, E_ValueError, "Invalid format specifier");
  if (f->separator)
    return vm_raise(vm, E_ValueError, "Cannot specify '%c' with '%s'.", f->separator,
                    *f->type ? f->type : "s");
  if (*f->type && strcmp(f->type, "s"))
    return vm_raise(vm, E_ValueError, "Unknown format code '%s' for object of type 'str'", f->type);
  if (f->sign == ' ') problem = "Space not allowed in string format specifier";
  else if (f->sign) problem = "Sign not allowed in string format specifier";
  else if (f->z) problem = "Negative zero coercion (z) not allowed in string format specifier";
  else if (f->alt) problem = "Alternate form (#) not allowed in string format specifier";
  else if (f->align == '=') problem = "'=' alignment not allowed in string format specifier";
  return !problem || vm_raise(vm, E_ValueError, "%s", problem);
}

static bool format_text(StrBuilder *b, const Str *s, const char *spec, size_t n) {
  FormatSpec f;
  if (!text_spec(b->vm, spec, n, &f)) return false;
  int64_t length = s->length;
  size_t size = s->size;
  if (f.precision >= 0 && f.precision < length) {
    length = f.precision;
    size = str_offset(s, length);
  }
  format_padded(b, &f, '<', s->text, size, (size_t)length);
  return true;
}

bool format_value(VM *vm, Value v, const char *spec, size_t n, Value *out) {
  StrBuilder b;
  strb_init(&b, vm);
  bool ok;
  const char *style = arena_printf(vm->arena, "fmt:%.*s", (int)n, spec);
  if (v_is(v, O_STR)) ok = format_text(&b, AS_STR(v), spec, n);
  else if (v_is(v, O_BIGINT)) ok = format_big(&b, v, spec, n, style);
  else ok = format_scalar(&b, v, style);
  if (!ok) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

// ---- Strings with run-time parts.

// A single number whose own format has no width takes that of the padding.
static bool merge_padding(VM *vm, const Segment *s, const FormatSpec *f, Value *out) {
  if (s->kind != SEGMENT_FIELD || v_is(s->value, O_ARRAY)) return false;
  const char *style = s->style->text, *inner = "";
  FormatSpec own;
  if (!strncmp(style, "fmt:", 4)) inner = style + 4;
  else if (strcmp(style, "py")) return false;
  if (!format_spec_parse(vm, inner, strlen(inner), &own)) return false;
  if (own.width || own.align || own.zero || own.sign || own.z || own.alt || own.separator)
    return false;
  // A bool with a width prints as an int: True has no other form.
  bool is_bool = v_is(s->value, O_RUN_SCALAR) && AS_RUN_SCALAR(s->value)->run == RUN_BOOL;
  if (is_bool) return false;
  const char *both = arena_printf(vm->arena, "fmt:%s%c%lld%s", f->fill, f->align ? f->align : '<',
                                  (long long)f->width, inner);
  *out = run_str_field(vm, s->value, both);
  return true;
}

// A choice is made among padded texts.
static bool pad_choice(VM *vm, const Segment *s, const char *spec, size_t n, Value *out) {
  Tuple *table = tuple_new(vm, s->table->n);
  for (uint32_t i = 0; i < table->n; i++) {
    Value t = s->table->v[i];
    bool ok = v_is(t, O_RUN_STR) ? pad_run_str(vm, t, spec, n, &table->v[i])
                                 : format_value(vm, t, spec, n, &table->v[i]);
    if (!ok) return false;
  }
  StrBuilder b;
  strb_init(&b, vm);
  strb_add_segment(&b, (Segment){.kind = s->kind, .value = s->value, .table = table});
  *out = strb_finish(&b);
  return true;
}

bool pad_run_str(VM *vm, Value v, const char *spec, size_t n, Value *out) {
  FormatSpec f;
  RunStr *r = AS_RUN_STR(v);
  if (!text_spec(vm, spec, n, &f)) return false;
  if (!f.width && f.precision < 0) return *out = v, true;
  if (r->n == 1 && (r->segment[0].kind == SEGMENT_CHOICE || r->segment[0].kind == SEGMENT_EITHER))
    return pad_choice(vm, &r->segment[0], spec, n, out);
  if (r->n == 1 && f.precision < 0 && merge_padding(vm, &r->segment[0], &f, out)) return true;
  StrBuilder b;
  strb_init(&b, vm);
  strb_add_segment(
      &b, (Segment){.kind = SEGMENT_PAD, .inner = r, .style = str_intern(vm, spec, n)});
  *out = strb_finish(&b);
  return true;
}
