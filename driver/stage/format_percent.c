// format_percent.c -- `text % values` and str.format.
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct Percent {
  VM *vm;
  StrBuilder b;
  Value args;
  uint32_t next; // of a tuple of arguments
  bool used_mapping;
} Percent;

static bool next_arg(Percent *p, Value *out) {
  bool tuple = v_is(p->args, O_TUPLE);
  uint32_t n = tuple ? AS_TUPLE(p->args)->n : 1;
  if (p->next >= n) return vm_raise(p->vm, E_TypeError, "not enough arguments for format string");
  *out = tuple ? AS_TUPLE(p->args)->v[p->next] : p->args;
  p->next++;
  return true;
}

// [(key)][flags][width][.precision][length]
typedef struct Directive {
  char flags[8];
  uint32_t nflags;
  int64_t width, precision; // -1: none
  char conversion;
  uint32_t at; // of the conversion, in code points
} Directive;

static bool star_or_number(Percent *p, const char **s, int64_t *out) {
  if (**s == '*') {
    Value v;
    ++*s;
    if (!next_arg(p, &v)) return false;
    if (!int_value(v, &v) || v.tag != TAG_INT)
      return vm_raise(p->vm, E_TypeError, "* wants int");
    *out = v.i;
    return true;
  }
  if (isdigit((unsigned char)**s)) *out = strtoll(*s, (char **)s, 10);
  return true;
}

static bool parse_directive(Percent *p, const char **s, const char *end, Directive *d, Value *key) {
  *d = (Directive){.width = -1, .precision = -1};
  *key = V_EMPTY;
  if (*s < end && **s == '(') {
    const char *close = memchr(*s, ')', (size_t)(end - *s));
    if (!close) return vm_raise(p->vm, E_ValueError, "incomplete format key");
    *key = v_obj(str_new(p->vm, *s + 1, (size_t)(close - *s - 1)));
    *s = close + 1;
  }
  while (*s < end && strchr("-+ #0", **s) && d->nflags < 6) d->flags[d->nflags++] = *(*s)++;
  if (!star_or_number(p, s, &d->width)) return false;
  if (*s < end && **s == '.') {
    ++*s;
    d->precision = 0;
    if (!star_or_number(p, s, &d->precision)) return false;
  }
  if (!text_fits(p->vm, d->width) || !text_fits(p->vm, d->precision)) return false;
  while (*s < end && strchr("hlL", **s)) ++*s;
  if (*s >= end) return vm_raise(p->vm, E_ValueError, "incomplete format");
  d->conversion = *(*s)++;
  return true;
}

static bool has_flag(const Directive *d, char c) { return memchr(d->flags, c, d->nflags) != NULL; }

static bool add_text(Percent *p, const Directive *d, Value text) {
  VM *vm = p->vm;
  if (v_is(text, O_RUN_STR) && d->width < 0 && d->precision < 0) {
    strb_add_value(&p->b, text);
    return true;
  }
  if (v_is(text, O_RUN_STR)) {
    const char *spec = arena_printf(vm->arena, "%c%lld", has_flag(d, '-') ? '<' : '>',
                                    (long long)(d->width < 0 ? 0 : d->width));
    if (d->precision >= 0) spec = arena_printf(vm->arena, "%s.%lld", spec, (long long)d->precision);
    if (!pad_run_str(vm, text, spec, strlen(spec), &text)) return false;
    strb_add_value(&p->b, text);
    return true;
  }
  Str *s = AS_STR(text);
  if (d->precision >= 0 && d->precision < s->length) s = str_substring(vm, s, 0, d->precision);
  int64_t room = d->width > s->length ? d->width - s->length : 0;
  for (int64_t i = 0; i < room && !has_flag(d, '-'); i++) strb_puts(&p->b, " ");
  strb_add_value(&p->b, v_obj(s));
  for (int64_t i = 0; i < room && has_flag(d, '-'); i++) strb_puts(&p->b, " ");
  return true;
}

static const char *directive_style(Percent *p, const Directive *d) {
  const char *s = arena_printf(p->vm->arena, "pct:%.*s", (int)d->nflags, d->flags);
  if (d->width >= 0) s = arena_printf(p->vm->arena, "%s%lld", s, (long long)d->width);
  if (d->precision >= 0) s = arena_printf(p->vm->arena, "%s.%lld", s, (long long)d->precision);
  return arena_printf(p->vm->arena, "%s%c", s, d->conversion);
}

static bool wrong_number(Percent *p, const Directive *d, Value v) {
  bool real = strchr("eEfFgG", d->conversion) != NULL;
  if (real) return vm_raise(p->vm, E_TypeError, "must be real number, not %s", type_name(p->vm, v));
  return vm_raise(p->vm, E_TypeError, "%%%c format: %s is required, not %s", d->conversion,
                  d->conversion == 'd' || d->conversion == 'i' || d->conversion == 'u'
                      ? "a real number"
                      : "an integer",
                  type_name(p->vm, v));
}

static bool add_bigint(Percent *p, const Directive *d, Value v) {
  char spec[64];
  snprintf(spec, sizeof spec, "%s%s%s%s%.0lld", has_flag(d, '-') ? "<" : "",
           has_flag(d, '+')   ? "+"
           : has_flag(d, ' ') ? " "
                              : "",
           has_flag(d, '#') ? "#" : "", has_flag(d, '0') && !has_flag(d, '-') ? "0" : "", 0ll);
  size_t n = strlen(spec);
  if (d->width >= 0) n += (size_t)snprintf(spec + n, sizeof spec - n, "%lld", (long long)d->width);
  snprintf(spec + n, sizeof spec - n, "%c", strchr("iu", d->conversion) ? 'd' : d->conversion);
  Value out;
  if (!format_value(p->vm, v, spec, strlen(spec), &out)) return false;
  strb_add_value(&p->b, out);
  return true;
}

static bool add_number(Percent *p, const Directive *d, Value v) {
  VM *vm = p->vm;
  Value x = value_unwrap(v);
  bool real = strchr("eEfFgG", d->conversion) != NULL,
       decimal = strchr("diu", d->conversion) != NULL;
  if (is_array(v) && !array_check_scalar(vm, AS_ARRAY(v))) return false;
  if (v_is_staged(v) && !v_is(v, O_RUN_STR)) {
    strb_add_segment(
        &p->b,
        (Segment){.kind = SEGMENT_FIELD, .value = v, .style = str_name(vm, directive_style(p, d))});
    return true;
  }
  if (real) {
    double f;
    if (!value_is_number(x) && v.tag == TAG_OBJ && v.o->kind == O_STR) return wrong_number(p, d, v);
    if (!value_float(vm, v, &f)) return false;
    x = v_float(f);
  } else if (decimal && x.tag == TAG_FLOAT) {
    if (isnan(x.f) || isinf(x.f))
      return vm_raise(vm, isnan(x.f) ? E_ValueError : E_OverflowError,
                      "cannot convert float %s to integer", isnan(x.f) ? "NaN" : "infinity");
    x = bigint_from_double(vm, trunc(x.f));
  }
  if (!real && !int_value(x, &x)) {
    bool found;
    if (!call_special_str(vm, v, decimal ? N(vm, int) : N(vm, index), NULL, 0, &x, &found))
      return false;
    if (!found || !value_is_int(x)) return wrong_number(p, d, v);
  }
  if (v_is(x, O_BIGINT)) return add_bigint(p, d, x);
  return format_scalar(&p->b, x, directive_style(p, d));
}

static bool add_char(Percent *p, const Directive *d, Value v) {
  Value i;
  if (v_is(v, O_STR) && AS_STR(v)->length == 1) return add_text(p, d, v);
  if (!int_value(v, &i) || i.tag != TAG_INT)
    return vm_raise(p->vm, E_TypeError, "%%c requires int or char");
  if (i.i < 0 || i.i > 0x10ffff)
    return vm_raise(p->vm, E_OverflowError, "%%c arg not in range(0x110000)");
  return add_text(p, d, v_obj(str_from_code(p->vm, (uint32_t)i.i)));
}

static bool add_directive(Percent *p, const Directive *d, Value key) {
  VM *vm = p->vm;
  Value v, text;
  if (!v_is_empty(key)) {
    p->used_mapping = true;
    if (!v_is(p->args, O_DICT)) return vm_raise(vm, E_TypeError, "format requires a mapping");
    if (!get_item(vm, p->args, key, &v)) return false;
  } else if (!next_arg(p, &v)) {
    return false;
  }
  switch (d->conversion) {
  case 's': return value_str(vm, v, &text) && add_text(p, d, text);
  case 'r': return value_repr(vm, v, &text) && add_text(p, d, text);
  case 'a':
    return vm_call_1(vm, dict_get_c(vm, vm->builtins->dict, "ascii"), v, &text) &&
           add_text(p, d, text);
  case 'c': return add_char(p, d, v);
  case 'd':
  case 'i':
  case 'u':
  case 'o':
  case 'x':
  case 'X':
  case 'e':
  case 'E':
  case 'f':
  case 'F':
  case 'g':
  case 'G': return add_number(p, d, v);
  default:
    return vm_raise(vm, E_ValueError, "unsupported format character '%c' (0x%x) at index %u",
                    d->conversion, (unsigned char)d->conversion, d->at);
  }
}

static bool percent_all(Percent *p, Str *fmt) {
  const char *s = fmt->text, *end = s + fmt->size;
  while (s < end) {
    const char *at = memchr(s, '%', (size_t)(end - s));
    strb_add(&p->b, s, (size_t)((at ? at : end) - s));
    if (!at) break;
    s = at + 1;
    if (s < end && *s == '%') {
      strb_puts(&p->b, "%");
      s++;
      continue;
    }
    Directive d;
    Value key;
    if (!parse_directive(p, &s, end, &d, &key)) return false;
    for (const char *c = fmt->text; c < s - 1; c++) d.at += (*c & 0xc0) != 0x80;
    if (d.conversion == '%')
      strb_puts(&p->b, "%");
    else if (!add_directive(p, &d, key))
      return false;
  }
  bool all = p->used_mapping || v_is(p->args, O_DICT) ||
             p->next >= (v_is(p->args, O_TUPLE) ? AS_TUPLE(p->args)->n : 1);
  if (!all)
    return vm_raise(p->vm, E_TypeError, "not all arguments converted during string formatting");
  return true;
}

bool percent_format(VM *vm, Str *fmt, Value args, Value *out) {
  Percent p = {.vm = vm, .args = args};
  strb_init(&p.b, vm);
  if (!percent_all(&p, fmt)) return strb_release(&p.b), false;
  *out = strb_finish(&p.b);
  return true;
}
