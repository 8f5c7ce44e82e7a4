// type_str.c -- methods of str: joining, padding, formatting, encoding; and of strings that only
// the executable knows.
#include "dialect/support/strbuf.h"
#include "driver/stage/methods.h"
#include "driver/stage/run_text.h"

#include <string.h>

// ---- Joining.

static bool s_join(VM *vm, Value *a, Value *out) {
  List *l;
  if (v_is(a[1], O_LIST)) {
    l = AS_LIST(a[1]);
  } else if (!value_list(vm, a[1], &l)) {
    if (!vm_exc_is(vm, E_TypeError)) return false;
    Value iter = class_lookup(vm, class_of(vm, a[1]), N(vm, iter));
    if (!v_is_empty(iter) || v_is(a[1], O_GENERATOR) || v_is(a[1], O_ITERATOR)) return false;
    vm_clear_exc(vm);
    return vm_raise(vm, E_TypeError, "can only join an iterable");
  }
  if (l->n == 1 && v_is(l->v[0], O_STR) && l->v[0].o->cls == vm->type[T_str])
    return *out = l->v[0], true;
  StrBuilder b;
  strb_init(&b, vm);
  for (uint32_t i = 0; i < l->n; i++) {
    if (i) strb_add_value(&b, a[0]);
    if (v_is(l->v[i], O_STR) || v_is(l->v[i], O_RUN_STR)) {
      strb_add_value(&b, l->v[i]);
      continue;
    }
    strb_release(&b);
    return vm_raise(vm, E_TypeError, "sequence item %u: expected str instance, %s found", i,
                    type_name(vm, l->v[i]));
  }
  *out = strb_finish(&b);
  return true;
}

// ---- Padding.

typedef struct Fill {
  int64_t width;
  const char *text;
  size_t size;
} Fill;

static bool fill_of(VM *vm, Value width, Value fill, Fill *f) {
  if (!value_index(vm, width, &f->width)) return false;
  if (!v_is(fill, O_STR))
    return vm_raise(vm, E_TypeError, "The fill character must be a unicode character, not %s",
                    type_name(vm, fill));
  if (AS_STR(fill)->length != 1)
    return vm_raise(vm, E_TypeError, "The fill character must be exactly one character long");
  f->text = AS_STR(fill)->text;
  f->size = AS_STR(fill)->size;
  return true;
}

static Value padded(VM *vm, Value s, const Fill *f, int64_t left, int64_t right) {
  StrBuilder b;
  strb_init(&b, vm);
  for (; left > 0; left--) strb_add(&b, f->text, f->size);
  strb_add_value(&b, s);
  for (; right > 0; right--) strb_add(&b, f->text, f->size);
  return strb_finish(&b);
}

static bool pad(VM *vm, Value *a, char align, Value *out) {
  Fill f;
  if (!fill_of(vm, a[1], a[2], &f)) return false;
  if (v_is(a[0], O_RUN_STR)) {
    if (f.width < 0) f.width = 0;
    const char *spec = arena_printf(vm->arena, "%s%c%lld", f.text, align, (long long)f.width);
    return pad_run_str(vm, a[0], spec, strlen(spec), out);
  }
  int64_t n = f.width - AS_STR(a[0])->length;
  if (n < 0) n = 0;
  if (!text_fits(vm, n)) return false;
  int64_t left = align == '<' ? 0 : align == '>' ? n : n / 2 + (n & f.width & 1);
  *out = padded(vm, a[0], &f, left, n - left);
  return true;
}

static bool s_ljust(VM *vm, Value *a, Value *out) { return pad(vm, a, '<', out); }
static bool s_rjust(VM *vm, Value *a, Value *out) { return pad(vm, a, '>', out); }
static bool s_center(VM *vm, Value *a, Value *out) { return pad(vm, a, '^', out); }

static bool s_zfill(VM *vm, Value *a, Value *out) {
  int64_t width;
  if (!value_index(vm, a[1], &width)) return false;
  const Str *s = AS_STR(a[0]);
  int64_t n = width - s->length;
  if (!text_fits(vm, n)) return false;
  bool sign = s->size && (s->text[0] == '-' || s->text[0] == '+');
  StrBuilder b;
  strb_init(&b, vm);
  strb_add(&b, s->text, sign);
  for (; n > 0; n--) strb_puts(&b, "0");
  strb_add(&b, s->text + sign, s->size - sign);
  *out = strb_finish(&b);
  return true;
}

static bool s_expandtabs(VM *vm, Value *a, Value *out) {
  int64_t tab, column = 0;
  if (!value_index(vm, a[1], &tab)) return false;
  const Str *s = AS_STR(a[0]);
  StrBuilder b;
  strb_init(&b, vm);
  for (uint32_t i = 0; i < s->size; i++) {
    char c = s->text[i];
    if (c == '\t') {
      int64_t n = tab > 0 ? tab - column % tab : 0;
      if (!text_fits(vm, (int64_t)b.n + n)) return false;
      column += n;
      for (; n > 0; n--) strb_puts(&b, " ");
      continue;
    }
    if (c == '\n' || c == '\r') column = 0;
    else if ((c & 0xc0) != 0x80) column++;
    strb_add(&b, &c, 1);
  }
  *out = strb_finish(&b);
  return true;
}

// ---- Formatting and encoding.

static bool s_format(VM *vm, Value *a, Value *out) {
  return str_format(vm, AS_STR(a[0]), AS_TUPLE(a[1]), AS_DICT(a[2]), out);
}

static bool s_format_map(VM *vm, Value *a, Value *out) {
  return str_format_map(vm, AS_STR(a[0]), a[1], out);
}

static bool is_codec(const char *name, const char *const *known) {
  char plain[16];
  size_t n = 0;
  for (; *name && n < sizeof plain - 1; name++)
    if (*name != '-' && *name != '_' && *name != ' ')
      plain[n++] = *name >= 'A' && *name <= 'Z' ? (char)(*name + 32) : *name;
  plain[n] = 0;
  for (; *known; known++)
    if (!strcmp(plain, *known)) return true;
  return false;
}

static const char *const utf8_names[] = {"utf8", "u8", NULL};
static const char *const byte_names[] = {"ascii", "usascii", "latin1", "iso88591", NULL};

static bool s_encode(VM *vm, Value *a, Value *out) {
  const Str *s = AS_STR(a[0]);
  const char *codec = text_of(vm, a[1]);
  if (is_codec(codec, utf8_names))
    return *out = v_obj(bytes_new(vm, s->text, s->size)), true;
  if (!is_codec(codec, byte_names))
    return vm_raise(vm, E_LookupError, "unknown encoding: %s", codec);
  bool ascii = strchr(codec, 'a') && strchr(codec, 'c');
  const char *errors = text_of(vm, a[2]);
  StrBuilder b;
  strb_init(&b, vm);
  uint32_t at = 0;
  for (size_t i = 0, size; i < s->size; i += size, at++) {
    uint32_t c = utf8_decode(s->text + i, s->size - i, &size);
    char byte = (char)c;
    if (c >= (ascii ? 128u : 256u)) {
      if (!strcmp(errors, "ignore")) continue;
      if (strcmp(errors, "replace")) {
        strb_release(&b);
        const char *shown = c < 256     ? arena_printf(vm->arena, "\\x%02x", c)
                            : c < 65536 ? arena_printf(vm->arena, "\\u%04x", c)
                                        : arena_printf(vm->arena, "\\U%08x", c);
        return vm_raise(vm, E_UnicodeEncodeError,
                        "'%s' codec can't encode character '%s' in position %u: ordinal not in "
                        "range(%d)", ascii ? "ascii" : "latin-1", shown, at, ascii ? 128 : 256);
      }
      byte = '?';
    }
    strb_add(&b, &byte, 1);
  }
  *out = v_obj(bytes_new(vm, b.text ? b.text : "", b.n));
  strb_release(&b);
  return true;
}

static bool s_str(VM *vm, Value *a, Value *out) {
  const Str *s = AS_STR(a[0]);
  *out = s->head.cls == vm->type[T_str] ? a[0] : v_obj(str_new(vm, s->text, s->size));
  return true;
}

static bool s_format_self(VM *vm, Value *a, Value *out) {
  if (!v_is(a[1], O_STR))
    return vm_raise(vm, E_TypeError, "__format__() argument must be str, not %s",
                    type_name(vm, a[1]));
  if (!AS_STR(a[1])->size) return value_str(vm, a[0], out);
  return format_value(vm, a[0], AS_STR(a[1])->text, AS_STR(a[1])->size, out);
}

static const NativeDef str_methods[] = {
    {"join", "self, iterable, /", s_join},
    {"ljust", "self, width, fillchar=' ', /", s_ljust},
    {"rjust", "self, width, fillchar=' ', /", s_rjust},
    {"center", "self, width, fillchar=' ', /", s_center},
    {"zfill", "self, width, /", s_zfill},
    {"expandtabs", "self, /, tabsize=8", s_expandtabs},
    {"format", "self, /, *args, **kwargs", s_format},
    {"format_map", "self, mapping, /", s_format_map},
    {"encode", "self, /, encoding='utf-8', errors='strict'", s_encode},
    {"__str__", "self, /", s_str},
    {"__format__", "self, format_spec, /", s_format_self},
    {0}};

// ---- Of strings with parts that only the executable knows (the others: run_text.c).

static const NativeDef run_str_methods[] = {{"join", "self, iterable, /", s_join},
                                            {"ljust", "self, width, fillchar=' ', /", s_ljust},
                                            {"rjust", "self, width, fillchar=' ', /", s_rjust},
                                            {"center", "self, width, fillchar=' ', /", s_center},
                                            {0}};

void init_type_str(VM *vm) {
  native_add_methods(vm, vm->type[T_str], text_methods, NULL);
  native_add_methods(vm, vm->type[T_str], str_case_methods, NULL);
  native_add_methods(vm, vm->type[T_str], str_methods, NULL);
  native_add_methods(vm, vm->type[T_run_str], run_str_methods, NULL);
  init_run_str(vm);
  init_run_table(vm);
}
