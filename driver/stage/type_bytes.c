// type_bytes.c -- methods of bytes that str does not share.
#include "driver/stage/methods.h"

#include "dialect/support/strbuf.h"

#include <ctype.h>
#include <string.h>

#define BYTES(v) ((Bytes *)(v).o)

static bool y_decode(VM *vm, Value *a, Value *out) {
  const Bytes *b = BYTES(a[0]);
  const char *codec = text_of(vm, a[1]), *errors = text_of(vm, a[2]);
  bool latin = !strncasecmp(codec, "latin", 5) || !strncasecmp(codec, "iso", 3);
  StrBuf s;
  strbuf_init(&s, vm->arena);
  for (size_t i = 0, size; i < b->size; i += size) {
    uint32_t c = utf8_decode(b->text + i, b->size - i, &size);
    if (latin) c = (uint8_t)b->text[i], size = 1;
    if (c != UTF8_BAD) {
      strbuf_put_utf8(&s, c);
      continue;
    }
    if (!strcmp(errors, "ignore")) continue;
    if (strcmp(errors, "replace"))
      return vm_raise(vm, E_UnicodeDecodeError,
                      "'utf-8' codec can't decode byte 0x%02x in position %zu: invalid %s byte",
                      (uint8_t)b->text[i], i,
                      (b->text[i] & 0xc0) == 0x80 || (uint8_t)b->text[i] > 0xf4 ? "start"
                                                                                : "continuation");
    strbuf_put_utf8(&s, 0xfffd);
  }
  *out = v_obj(str_new(vm, s.data, s.n));
  return true;
}

static bool y_hex(VM *vm, Value *a, Value *out) {
  const Bytes *b = BYTES(a[0]);
  StrBuilder s;
  strb_init(&s, vm);
  for (uint32_t i = 0; i < b->size; i++) {
    if (i && !v_is_empty(a[1])) strb_puts(&s, text_of(vm, a[1]));
    strb_printf(&s, "%02x", (uint8_t)b->text[i]);
  }
  *out = strb_finish(&s);
  return true;
}

static int hex_value(char c) {
  if (isdigit((unsigned char)c)) return c - '0';
  return isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

static bool y_fromhex(VM *vm, Value *a, Value *out) {
  if (!v_is(a[1], O_STR))
    return vm_raise(vm, E_TypeError, "fromhex() argument must be str, not %s", type_name(vm, a[1]));
  const Str *s = AS_STR(a[1]);
  Bytes *b = bytes_new(vm, NULL, s->size / 2);
  uint32_t n = 0;
  for (uint32_t i = 0; i < s->size; i++) {
    if (isspace((unsigned char)s->text[i])) continue;
    int high = hex_value(s->text[i]), low = high < 0 ? -1 : hex_value(s->text[i + 1]);
    if (low < 0)
      return vm_raise(vm, E_ValueError,
                      "non-hexadecimal number found in fromhex() arg at position %u",
                      high < 0 ? i : i + 1);
    b->text[n++] = (char)(high * 16 + low);
    i++;
  }
  b->size = n;
  b->text[n] = 0;
  *out = v_obj(b);
  return true;
}

static bool y_join(VM *vm, Value *a, Value *out) {
  List *l;
  if (!value_list(vm, a[1], &l)) return false;
  StrBuilder b;
  strb_init(&b, vm);
  for (uint32_t i = 0; i < l->n; i++) {
    if (!v_is(l->v[i], O_BYTES)) {
      strb_release(&b);
      return vm_raise(vm, E_TypeError,
                      "sequence item %u: expected a bytes-like object, %s found", i,
                      type_name(vm, l->v[i]));
    }
    if (i) strb_add(&b, BYTES(a[0])->text, BYTES(a[0])->size);
    strb_add(&b, BYTES(l->v[i])->text, BYTES(l->v[i])->size);
  }
  *out = v_obj(bytes_new(vm, b.text, b.n));
  strb_release(&b);
  return true;
}

static bool map_bytes(VM *vm, Value v, int (*f)(int), Value *out) {
  Bytes *b = bytes_new(vm, BYTES(v)->text, BYTES(v)->size);
  for (uint32_t i = 0; i < b->size; i++)
    if (b->text[i] >= 0) b->text[i] = (char)f(b->text[i]);
  *out = v_obj(b);
  return true;
}

static bool y_upper(VM *vm, Value *a, Value *out) { return map_bytes(vm, a[0], toupper, out); }
static bool y_lower(VM *vm, Value *a, Value *out) { return map_bytes(vm, a[0], tolower, out); }

static bool all_bytes(Value v, int (*f)(int), Value *out) {
  const Bytes *b = BYTES(v);
  bool all = b->size > 0;
  for (uint32_t i = 0; i < b->size && all; i++) all = b->text[i] >= 0 && f(b->text[i]);
  *out = v_bool(all);
  return true;
}

static bool y_isdigit(VM *vm, Value *a, Value *out) { return all_bytes(a[0], isdigit, out); }
static bool y_isalpha(VM *vm, Value *a, Value *out) { return all_bytes(a[0], isalpha, out); }
static bool y_isalnum(VM *vm, Value *a, Value *out) { return all_bytes(a[0], isalnum, out); }
static bool y_isspace(VM *vm, Value *a, Value *out) { return all_bytes(a[0], isspace, out); }

static int swap_case(int c) { return islower(c) ? toupper(c) : tolower(c); }
static bool y_swapcase(VM *vm, Value *a, Value *out) { return map_bytes(vm, a[0], swap_case, out); }

static bool y_capitalize(VM *vm, Value *a, Value *out) {
  if (!map_bytes(vm, a[0], tolower, out)) return false;
  Bytes *b = (Bytes *)out->o;
  if (b->size && b->text[0] >= 0) b->text[0] = (char)toupper(b->text[0]);
  return true;
}

static bool y_isascii(VM *vm, Value *a, Value *out) {
  const Bytes *b = BYTES(a[0]);
  *out = v_bool(true);
  for (uint32_t i = 0; i < b->size; i++)
    if (b->text[i] < 0) *out = v_bool(false);
  return true;
}

// Some letter is of the wanted case, none of the other.
static bool one_case(Value v, int (*wanted)(int), int (*other)(int), Value *out) {
  const Bytes *b = BYTES(v);
  bool some = false, wrong = false;
  for (uint32_t i = 0; i < b->size; i++) {
    if (b->text[i] < 0) continue;
    some |= wanted(b->text[i]) != 0;
    wrong |= other(b->text[i]) != 0;
  }
  *out = v_bool(some && !wrong);
  return true;
}

static bool y_isupper(VM *vm, Value *a, Value *out) {
  return one_case(a[0], isupper, islower, out);
}
static bool y_islower(VM *vm, Value *a, Value *out) {
  return one_case(a[0], islower, isupper, out);
}

// width, fill; `share`: how many of the n new bytes go to the left.
static bool pad_bytes(VM *vm, Value *a, uint32_t (*share)(uint32_t n, uint32_t width), Value *out) {
  const Bytes *b = BYTES(a[0]);
  int64_t width;
  if (!value_index(vm, a[1], &width)) return false;
  if (v_is_empty(a[2])) a[2] = v_obj(bytes_new(vm, " ", 1));
  if (!v_is(a[2], O_BYTES) || BYTES(a[2])->size != 1)
    return vm_raise(vm, E_TypeError, "the fill character must be a byte string of length 1");
  if (width > INT32_MAX) return vm_raise(vm, E_OverflowError, "the width is too large");
  uint32_t n = width > b->size ? (uint32_t)width - b->size : 0, left = share(n, (uint32_t)width);
  Bytes *to = bytes_new(vm, NULL, b->size + n);
  memset(to->text, BYTES(a[2])->text[0], b->size + n);
  memcpy(to->text + left, b->text, b->size);
  *out = v_obj(to);
  return true;
}

static uint32_t share_none(uint32_t n, uint32_t width) { return 0; }
static uint32_t share_all(uint32_t n, uint32_t width) { return n; }
static uint32_t share_half(uint32_t n, uint32_t width) { return n / 2 + (n & width & 1); }
static bool y_ljust(VM *vm, Value *a, Value *out) { return pad_bytes(vm, a, share_none, out); }
static bool y_rjust(VM *vm, Value *a, Value *out) { return pad_bytes(vm, a, share_all, out); }
static bool y_center(VM *vm, Value *a, Value *out) { return pad_bytes(vm, a, share_half, out); }

static bool y_zfill(VM *vm, Value *a, Value *out) {
  Value all[3] = {a[0], a[1], v_obj(bytes_new(vm, "0", 1))};
  if (!pad_bytes(vm, all, share_all, out)) return false;
  const Bytes *b = BYTES(a[0]);
  Bytes *to = (Bytes *)out->o;
  bool sign = b->size && (b->text[0] == '-' || b->text[0] == '+');
  if (sign && to->size > b->size) {
    to->text[to->size - b->size] = '0';
    to->text[0] = b->text[0];
  }
  return true;
}

static const NativeDef bytes_methods[] = {
    {"decode", "self, /, encoding='utf-8', errors='strict'", y_decode},
    {"hex", "self, /, sep=?, bytes_per_sep=1", y_hex},
    {"fromhex", "cls, string, /", y_fromhex, NATIVE_CLASSMETHOD},
    {"join", "self, iterable_of_bytes, /", y_join},
    {"upper", "self, /", y_upper},
    {"lower", "self, /", y_lower},
    {"isdigit", "self, /", y_isdigit},
    {"isalpha", "self, /", y_isalpha},
    {"isalnum", "self, /", y_isalnum},
    {"isspace", "self, /", y_isspace},
    {"isascii", "self, /", y_isascii},
    {"isupper", "self, /", y_isupper},
    {"islower", "self, /", y_islower},
    {"swapcase", "self, /", y_swapcase},
    {"capitalize", "self, /", y_capitalize},
    {"ljust", "self, width, fillchar=?, /", y_ljust},
    {"rjust", "self, width, fillchar=?, /", y_rjust},
    {"center", "self, width, fillchar=?, /", y_center},
    {"zfill", "self, width, /", y_zfill},
    {0}};

void init_type_bytes(VM *vm) {
  native_add_methods(vm, vm->type[T_bytes], text_methods, NULL);
  native_add_methods(vm, vm->type[T_bytes], bytes_methods, NULL);
}
