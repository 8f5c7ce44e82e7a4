// type_str_case.c -- methods of str about letters: case, classes of characters, translation.
#include "driver/stage/methods.h"
#include "driver/stage/ucd.h"

#include "driver/python/lexer.h"

#include <string.h>

// A code point of a string, with what is before it.
typedef struct Point {
  const Str *s;
  size_t at, size;
  uint32_t c;
  unsigned previous; // class of the one before, 0 at the start
} Point;

typedef void (*MapFn)(StrBuf *b, const Point *p);
enum { CASED = UCD_LOWER | UCD_UPPER | UCD_TITLE, SIGMA = 0x3a3, FINAL_SIGMA = 0x3c2 };

// The string of what f adds for each code point.
static bool map_points(VM *vm, Value v, MapFn f, Value *out) {
  const Str *s = AS_STR(v);
  StrBuf b;
  strbuf_init(&b, vm->arena);
  strbuf_reserve(&b, s->size);
  Point p = {.s = s};
  for (; p.at < s->size; p.at += p.size) {
    p.c = utf8_decode(s->text + p.at, s->size - p.at, &p.size);
    f(&b, &p);
    p.previous = ucd_class(p.c);
  }
  *out = v_obj(str_new(vm, b.data, b.n));
  return true;
}

// A sigma that ends a word has a form of its own.
static void map_lower(StrBuf *b, const Point *p) {
  size_t behind = p->at + p->size, size;
  bool ends = p->c == SIGMA && p->previous & CASED;
  if (ends && behind < p->s->size)
    ends = !(ucd_class(utf8_decode(p->s->text + behind, p->s->size - behind, &size)) & CASED);
  if (ends) strbuf_put_utf8(b, FINAL_SIGMA);
  else ucd_add_lower(b, p->c);
}
static void map_upper(StrBuf *b, const Point *p) { ucd_add_upper(b, p->c); }
static void map_title(StrBuf *b, const Point *p) {
  if (p->previous & CASED) map_lower(b, p);
  else ucd_add_title(b, p->c);
}
static void map_swap(StrBuf *b, const Point *p) {
  if (ucd_class(p->c) & UCD_UPPER) map_lower(b, p);
  else if (ucd_class(p->c) & UCD_LOWER) ucd_add_upper(b, p->c);
  else strbuf_put_utf8(b, p->c);
}
static void map_capitalize(StrBuf *b, const Point *p) {
  if (!p->at) ucd_add_title(b, p->c);
  else map_lower(b, p);
}
// Folding is the lower case of the upper case, but for the dotless i.
static void map_fold(StrBuf *b, const Point *p) {
  if (p->c == 0x131) {
    strbuf_put_utf8(b, p->c);
    return;
  }
  size_t from = b->n, n;
  ucd_add_upper(b, p->c);
  n = b->n - from;
  char upper[32];
  memcpy(upper, b->data + from, n);
  b->n = from;
  for (size_t i = 0, size; i < n; i += size)
    ucd_add_lower(b, utf8_decode(upper + i, n - i, &size));
}

#define MAP_METHOD(name, f) \
  static bool s_##name(VM *vm, Value *a, Value *out) { return map_points(vm, a[0], f, out); }
MAP_METHOD(upper, map_upper)
MAP_METHOD(lower, map_lower)
MAP_METHOD(title, map_title)
MAP_METHOD(swapcase, map_swap)
MAP_METHOD(capitalize, map_capitalize)
MAP_METHOD(casefold, map_fold)

// ---- Classes.

// All code points are of one of these classes, and there is one at least.
static bool all_of(Value v, unsigned classes) {
  const Str *s = AS_STR(v);
  for (size_t i = 0, size; i < s->size; i += size)
    if (!(ucd_class(utf8_decode(s->text + i, s->size - i, &size)) & classes)) return false;
  return s->size > 0;
}

// There is a cased code point, and none of these classes.
static bool none_of(Value v, unsigned wanted, unsigned excluded) {
  const Str *s = AS_STR(v);
  bool any = false;
  for (size_t i = 0, size; i < s->size; i += size) {
    unsigned k = ucd_class(utf8_decode(s->text + i, s->size - i, &size));
    if (k & excluded) return false;
    any |= (k & wanted) != 0;
  }
  return any;
}

#define CLASS_METHOD(name, test) \
  static bool s_##name(VM *vm, Value *a, Value *out) { return *out = v_bool(test), true; }
CLASS_METHOD(isalpha, all_of(a[0], UCD_ALPHA))
CLASS_METHOD(isalnum, all_of(a[0], UCD_ALPHA | UCD_DIGIT | UCD_NUMERIC | UCD_DECIMAL))
CLASS_METHOD(isdigit, all_of(a[0], UCD_DIGIT))
CLASS_METHOD(isdecimal, all_of(a[0], UCD_DECIMAL))
CLASS_METHOD(isnumeric, all_of(a[0], UCD_NUMERIC))
CLASS_METHOD(isspace, all_of(a[0], UCD_SPACE))
CLASS_METHOD(islower, none_of(a[0], UCD_LOWER, UCD_UPPER | UCD_TITLE))
CLASS_METHOD(isupper, none_of(a[0], UCD_UPPER, UCD_LOWER | UCD_TITLE))
CLASS_METHOD(isascii, str_is_ascii(AS_STR(a[0])))

static bool s_istitle(VM *vm, Value *a, Value *out) {
  const Str *s = AS_STR(a[0]);
  bool cased = false, any = false;
  *out = v_bool(false);
  for (size_t i = 0, size; i < s->size; i += size) {
    unsigned k = ucd_class(utf8_decode(s->text + i, s->size - i, &size));
    if (k & (UCD_UPPER | UCD_TITLE) && cased) return true;
    if (k & UCD_LOWER && !cased) return true;
    cased = k & CASED;
    any |= cased;
  }
  *out = v_bool(any);
  return true;
}

static bool s_isprintable(VM *vm, Value *a, Value *out) {
  const Str *s = AS_STR(a[0]);
  *out = v_bool(false);
  for (size_t i = 0, size; i < s->size; i += size)
    if (!unicode_is_printable(utf8_decode(s->text + i, s->size - i, &size))) return true;
  *out = v_bool(true);
  return true;
}

static bool s_isidentifier(VM *vm, Value *a, Value *out) {
  const Str *s = AS_STR(a[0]);
  *out = v_bool(false);
  for (size_t i = 0, size; i < s->size; i += size) {
    uint32_t c = utf8_decode(s->text + i, s->size - i, &size);
    if (!(i ? unicode_is_continue(c) : unicode_is_start(c))) return true;
  }
  *out = v_bool(s->size > 0);
  return true;
}

// ---- Translation.

static bool add_translation(VM *vm, StrBuf *b, Value to) {
  if (v_is_none(to)) return true;
  if (v_is(to, O_STR)) return strbuf_add(b, AS_STR(to)->text, AS_STR(to)->size), true;
  if (to.tag == TAG_INT && to.i >= 0 && to.i <= 0x10ffff)
    return strbuf_put_utf8(b, (uint32_t)to.i), true;
  if (to.tag == TAG_INT)
    return vm_raise(vm, E_ValueError, "character mapping must be in range(0x110000)");
  return vm_raise(vm, E_TypeError, "character mapping must return integer, None or str");
}

static bool s_translate(VM *vm, Value *a, Value *out) {
  const Str *s = AS_STR(a[0]);
  StrBuf b;
  strbuf_init(&b, vm->arena);
  for (size_t i = 0, size; i < s->size; i += size) {
    Value to;
    if (get_item(vm, a[1], v_int(utf8_decode(s->text + i, s->size - i, &size)), &to)) {
      if (!add_translation(vm, &b, to)) return false;
      continue;
    }
    if (!vm_exc_is(vm, E_LookupError)) return false;
    vm_clear_exc(vm);
    strbuf_add(&b, s->text + i, size);
  }
  *out = v_obj(str_new(vm, b.data, b.n));
  return true;
}

static bool translation_key(VM *vm, Value key, Value *out) {
  if (key.tag == TAG_INT) return *out = key, true;
  if (!v_is(key, O_STR))
    return vm_raise(vm, E_TypeError, "keys in translate table must be strings or integers");
  if (AS_STR(key)->length != 1)
    return vm_raise(vm, E_ValueError, "string keys in translate table must be of length 1");
  size_t size;
  *out = v_int(utf8_decode(AS_STR(key)->text, AS_STR(key)->size, &size));
  return true;
}

static bool translation_of_dict(VM *vm, Value from, Value *out) {
  if (!v_is(from, O_DICT))
    return vm_raise(vm, E_TypeError,
                    "if you give only one argument to maketrans it must be a dict");
  Dict *d = dict_new(vm), *f = AS_DICT(from);
  for (uint32_t i = 0; i < f->n; i++) {
    Value key;
    if (v_is_empty(f->entries[i].key)) continue;
    if (!translation_key(vm, f->entries[i].key, &key)) return false;
    if (!dict_set(vm, d, key, f->entries[i].value)) return false;
  }
  return *out = v_obj(d), true;
}

static bool set_each_point(VM *vm, Dict *d, const Str *from, const Str *to) {
  for (size_t i = 0, j = 0, size, to_size; i < from->size; i += size) {
    Value v = V_NONE, key = v_int(utf8_decode(from->text + i, from->size - i, &size));
    if (to) {
      v = v_int(utf8_decode(to->text + j, to->size - j, &to_size));
      j += to_size;
    }
    if (!dict_set(vm, d, key, v)) return false;
  }
  return true;
}

static bool s_maketrans(VM *vm, Value *a, Value *out) {
  if (v_is_empty(a[1])) return translation_of_dict(vm, a[0], out);
  if (!v_is(a[0], O_STR))
    return vm_raise(vm, E_TypeError,
                    "first maketrans argument must be a string if there is a second argument");
  for (int i = 1; i < 3; i++)
    if (!v_is_empty(a[i]) && !v_is(a[i], O_STR))
      return vm_raise(vm, E_TypeError, "maketrans() argument %d must be str, not %s", i + 1,
                      type_name(vm, a[i]));
  if (AS_STR(a[0])->length != AS_STR(a[1])->length)
    return vm_raise(vm, E_ValueError,
                    "the first two maketrans arguments must have equal length");
  Dict *d = dict_new(vm);
  *out = v_obj(d);
  if (!set_each_point(vm, d, AS_STR(a[0]), AS_STR(a[1]))) return false;
  return v_is_empty(a[2]) || set_each_point(vm, d, AS_STR(a[2]), NULL);
}

const NativeDef str_case_methods[] = {
    {"upper", "self, /", s_upper},
    {"lower", "self, /", s_lower},
    {"title", "self, /", s_title},
    {"swapcase", "self, /", s_swapcase},
    {"capitalize", "self, /", s_capitalize},
    {"casefold", "self, /", s_casefold},
    {"isalpha", "self, /", s_isalpha},
    {"isalnum", "self, /", s_isalnum},
    {"isdigit", "self, /", s_isdigit},
    {"isdecimal", "self, /", s_isdecimal},
    {"isnumeric", "self, /", s_isnumeric},
    {"isspace", "self, /", s_isspace},
    {"islower", "self, /", s_islower},
    {"isupper", "self, /", s_isupper},
    {"istitle", "self, /", s_istitle},
    {"isascii", "self, /", s_isascii},
    {"isprintable", "self, /", s_isprintable},
    {"isidentifier", "self, /", s_isidentifier},
    {"translate", "self, table, /", s_translate},
    {"maketrans", "x, y=?, z=?, /", s_maketrans, NATIVE_STATIC},
    {0}};
