// format.c -- the format mini-language for strings and big ints; numbers go to the runtime's own
// formatter, so that compiling and running print the same.
#include "dialect/support/strbuf.h"
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct Spec {
  const char *fill;
  size_t fill_size;
  char align, sign, grouping, type;
  bool alternate, zero;
  int64_t width, precision; // -1: none
} Spec;

static bool parse_spec(VM *vm, const char *s, size_t n, Spec *p) {
  const char *end = s + n;
  size_t first = 1;
  *p = (Spec){.fill = " ", .fill_size = 1, .width = -1, .precision = -1};
  if (n) utf8_decode(s, n, &first);
  if (n > first && strchr("<>=^", s[first]))
    p->fill = s, p->fill_size = first, p->align = s[first], s += first + 1;
  else if (n && strchr("<>=^", *s))
    p->align = *s++;
  if (s < end && strchr("+- ", *s)) p->sign = *s++;
  if (s < end && *s == '#') p->alternate = true, s++;
  if (s < end && *s == '0') {
    p->zero = true, s++;
    if (!p->align) p->fill = "0", p->fill_size = 1, p->align = '=';
  }
  if (s < end && isdigit((unsigned char)*s)) p->width = strtoll(s, (char **)&s, 10);
  if (s < end && (*s == ',' || *s == '_')) p->grouping = *s++;
  if (s < end && *s == '.') {
    if (!isdigit((unsigned char)*++s))
      return vm_raise(vm, E_ValueError, "Format specifier missing precision");
    p->precision = strtoll(s, (char **)&s, 10);
  }
  if (s < end) p->type = *s++;
  if (s < end) return vm_raise(vm, E_ValueError, "Invalid format specifier");
  return true;
}

static void pad(StrBuilder *b, const Spec *p, const char *text, size_t size, int64_t length,
                char align) {
  int64_t room = p->width > length ? p->width - length : 0;
  int64_t left = align == '>' ? room : align == '^' ? room / 2 : 0;
  for (int64_t i = 0; i < left; i++) strb_add(b, p->fill, p->fill_size);
  strb_add(b, text, size);
  for (int64_t i = left; i < room; i++) strb_add(b, p->fill, p->fill_size);
}

static bool format_str(VM *vm, Str *s, const Spec *p, Value *out) {
  if (p->type && p->type != 's')
    return vm_raise(vm, E_ValueError, "Unknown format code '%c' for object of type 'str'", p->type);
  if (p->sign) return vm_raise(vm, E_ValueError, "Sign not allowed in string format specifier");
  if (p->alternate)
    return vm_raise(vm, E_ValueError, "Alternate form (#) not allowed in string format specifier");
  if (p->align == '=' && !p->zero)
    return vm_raise(vm, E_ValueError, "'=' alignment not allowed in string format specifier");
  if (p->precision >= 0 && p->precision < s->length) s = str_substring(vm, s, 0, p->precision);
  StrBuilder b;
  strb_init(&b, vm);
  char align = p->align == '=' || !p->align ? '<' : p->align;
  pad(&b, p, s->text, s->size, s->length, align);
  *out = strb_finish(&b);
  return true;
}

static bool format_bigint(VM *vm, Value v, const Spec *p, Value *out) {
  int base = p->type == 'x' || p->type == 'X' ? 16 : p->type == 'o' ? 8 : p->type == 'b' ? 2 : 10;
  const char *digits = bigint_str(vm, v, base)->text;
  bool negative = *digits == '-';
  digits += negative;
  size_t n = strlen(digits), every = base == 10 ? 3 : 4;
  StrBuilder text, b;
  strb_init(&text, vm);
  strb_init(&b, vm);
  const char *sign = negative ? "-" : p->sign == '+' ? "+" : p->sign == ' ' ? " " : "";
  strb_puts(&text, sign);
  if (p->alternate && base != 10) strb_printf(&text, "0%c", p->type);
  size_t head = text.n;
  if (p->align == '=')
    for (int64_t i = (int64_t)(head + n); i < p->width; i++) strb_add(&text, p->fill, p->fill_size);
  for (size_t i = 0; i < n; i++) {
    if (p->grouping && i && (n - i) % every == 0) strb_add(&text, &p->grouping, 1);
    char c = p->type == 'X' ? (char)toupper((unsigned char)digits[i]) : digits[i];
    strb_add(&text, &c, 1);
  }
  pad(&b, p, text.text, text.n, (int64_t)text.n, p->align && p->align != '=' ? p->align : '>');
  strb_release(&text);
  *out = strb_finish(&b);
  return true;
}

bool format_value(VM *vm, Value v, const char *spec, size_t n, Value *out) {
  Spec p;
  double f;
  if (v_is(v, O_STR)) return parse_spec(vm, spec, n, &p) && format_str(vm, AS_STR(v), &p, out);
  if (v_is(v, O_BIGINT)) {
    if (!parse_spec(vm, spec, n, &p)) return false;
    if (!p.type || strchr("dnxXob", p.type)) return format_bigint(vm, v, &p, out);
    if (!bigint_to_double(vm, v, &f)) return false;
    v = v_float(f);
  }
  StrBuilder b;
  strb_init(&b, vm);
  const char *style = arena_printf(vm->arena, "fmt:%.*s", (int)n, spec);
  if (!format_scalar(&b, v, style)) return strb_release(&b), false;
  *out = strb_finish(&b);
  return true;
}

// A string with run-time parts, padded when it is printed.
bool pad_run_str(VM *vm, Value v, const char *spec, size_t n, Value *out) {
  Spec p;
  StrBuilder b;
  if (!parse_spec(vm, spec, n, &p)) return false;
  strb_init(&b, vm);
  Str *style = str_intern(vm, spec, n);
  strb_add_segment(&b, (Segment){.kind = SEGMENT_PAD, .inner = AS_RUN_STR(v), .style = style});
  *out = strb_finish(&b);
  return true;
}
