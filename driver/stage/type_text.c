// type_text.c -- the methods that str and bytes share: search, replace, split, strip.
//
// They work on bytes; positions of a str are turned into code points and back.
#include "driver/stage/methods.h"
#include "driver/stage/run_text.h"
#include "driver/stage/ucd.h"

#include <stdio.h>
#include <string.h>

Value text_make(VM *vm, Value like, const char *s, size_t n) {
  if (v_is(like, O_STR)) return v_obj(str_new(vm, s, n));
  return v_obj(bytes_new(vm, s, n));
}

static const char *kind_name(Value v) { return v_is(v, O_STR) ? "str" : "a bytes-like object"; }

bool text_arg(VM *vm, Value self, Value v, const char *function, int position, Text *out) {
  bool known = true;
  if (v_is(v, O_RUN_STR) && !run_str_known(vm, v, &v, &known)) return false;
  if (!known)
    return vm_unsupported(vm, "CJ0108",
                          "%s() with a string whose parts only the executable knows", function);
  if (v.tag == TAG_OBJ && v.o->kind == self.o->kind) return *out = text_of_obj(v), true;
  if (!position)
    return vm_raise(vm, E_TypeError, "must be %s, not %s", kind_name(self), type_name(vm, v));
  char number[16] = "";
  if (position > 0) snprintf(number, sizeof number, " %d", position);
  return vm_raise(vm, E_TypeError, "%s() argument%s must be %s, not %s", function, number,
                  kind_name(self), v_is_none(v) ? "None" : type_name(vm, v));
}

static int64_t text_length(Value v) {
  return v_is(v, O_STR) ? AS_STR(v)->length : ((Bytes *)v.o)->size;
}

static size_t text_offset(Value v, int64_t i) {
  return v_is(v, O_STR) ? str_offset(AS_STR(v), i) : (size_t)i;
}

static int64_t position_of(Value v, size_t offset) {
  if (!v_is(v, O_STR) || str_is_ascii(AS_STR(v))) return (int64_t)offset;
  int64_t n = 0;
  for (size_t i = 0; i < offset; i++) n += (AS_STR(v)->text[i] & 0xc0) != 0x80;
  return n;
}

// ---- Searching.

// Bytes from..to of self that start and stop name; false in *valid when start is behind the end.
typedef struct Window {
  size_t from, to;
  bool valid;
} Window;

static bool window_of(VM *vm, Value self, Value start, Value stop, Window *w) {
  int64_t n = text_length(self), from = 0, to = n;
  if (!v_is_empty(start) && !v_is_none(start) && !value_bound(vm, start, &from)) return false;
  if (!v_is_empty(stop) && !v_is_none(stop) && !value_bound(vm, stop, &to)) return false;
  if (from < 0 && (from += n) < 0) from = 0;
  if (to < 0 && (to += n) < 0) to = 0;
  if (to > n) to = n;
  w->valid = from <= to;
  if (!w->valid) return true;
  w->from = text_offset(self, from);
  w->to = text_offset(self, to);
  return true;
}

static const char *find_first(const char *s, size_t n, Text what) {
  if (!what.n) return s;
  if (what.n > n) return NULL;
  for (const char *end = s + n - what.n + 1; s < end; s++) {
    s = memchr(s, *what.s, (size_t)(end - s));
    if (!s) return NULL;
    if (!memcmp(s, what.s, what.n)) return s;
  }
  return NULL;
}

static const char *find_last(const char *s, size_t n, Text what) {
  if (what.n > n) return NULL;
  for (const char *p = s + n - what.n; p >= s; p--)
    if (!memcmp(p, what.s, what.n)) return p;
  return NULL;
}

// bytes.find and the like also take one byte as a number.
static bool needle_of(VM *vm, Value self, Value v, const char *function, char *store, Text *out) {
  if (v_is(self, O_BYTES) && v.tag == TAG_INT) {
    if (v.i < 0 || v.i > 255)
      return vm_raise(vm, E_ValueError, "byte must be in range(0, 256)");
    *store = (char)v.i;
    return *out = (Text){store, 1}, true;
  }
  if (v_is(self, O_BYTES) && !v_is(v, O_BYTES))
    return vm_raise(vm, E_TypeError, "argument should be integer or bytes-like object, not '%s'",
                    type_name(vm, v));
  return text_arg(vm, self, v, function, 0, out);
}

static bool find(VM *vm, Value *a, bool last, const char *function, int64_t *out) {
  Window w;
  Text what;
  char store;
  *out = -1;
  if (!needle_of(vm, a[0], a[1], function, &store, &what)) return false;
  if (!window_of(vm, a[0], a[2], a[3], &w)) return false;
  if (!w.valid) return true;
  const char *s = text_of_obj(a[0]).s, *from = s + w.from;
  size_t n = w.to - w.from;
  const char *at = last ? find_last(from, n, what) : find_first(from, n, what);
  if (at) *out = position_of(a[0], (size_t)(at - s));
  return true;
}

static bool find_or_raise(VM *vm, Value *a, bool last, const char *function, Value *out) {
  int64_t at;
  if (!find(vm, a, last, function, &at)) return false;
  if (at < 0)
    return vm_raise(vm, E_ValueError, v_is(a[0], O_STR) ? "substring not found"
                                                        : "subsection not found");
  *out = v_int(at);
  return true;
}

static bool t_find(VM *vm, Value *a, Value *out) {
  int64_t at;
  if (!find(vm, a, false, "find", &at)) return false;
  return *out = v_int(at), true;
}

static bool t_rfind(VM *vm, Value *a, Value *out) {
  int64_t at;
  if (!find(vm, a, true, "rfind", &at)) return false;
  return *out = v_int(at), true;
}

static bool t_index(VM *vm, Value *a, Value *out) {
  return find_or_raise(vm, a, false, "index", out);
}

static bool t_rindex(VM *vm, Value *a, Value *out) {
  return find_or_raise(vm, a, true, "rindex", out);
}

static bool t_count(VM *vm, Value *a, Value *out) {
  Window w;
  Text what;
  char store;
  int64_t n = 0;
  if (!needle_of(vm, a[0], a[1], "count", &store, &what)) return false;
  if (!window_of(vm, a[0], a[2], a[3], &w)) return false;
  *out = v_int(0);
  if (!w.valid) return true;
  const char *s = text_of_obj(a[0]).s + w.from, *end = text_of_obj(a[0]).s + w.to;
  if (!what.n) {
    int64_t from = position_of(a[0], w.from), to = position_of(a[0], w.to);
    return *out = v_int(to - from + 1), true;
  }
  while ((s = find_first(s, (size_t)(end - s), what))) {
    n++;
    s += what.n;
  }
  *out = v_int(n);
  return true;
}

static bool matches_end(Text whole, Text part, bool at_end) {
  if (part.n > whole.n) return false;
  return !memcmp(at_end ? whole.s + whole.n - part.n : whole.s, part.s, part.n);
}

static bool starts_or_ends(VM *vm, Value *a, bool at_end, const char *name, Value *out) {
  Window w;
  Value one = a[1];
  const Value *options = &one;
  uint32_t n = 1;
  if (v_is(a[1], O_TUPLE)) options = AS_TUPLE(a[1])->v, n = AS_TUPLE(a[1])->n;
  if (!window_of(vm, a[0], a[2], a[3], &w)) return false;
  Text whole = w.valid ? (Text){text_of_obj(a[0]).s + w.from, w.to - w.from} : (Text){0};
  *out = v_bool(false);
  for (uint32_t i = 0; i < n; i++) {
    if (v_is(options[i], O_RUN_STR))
      return vm_unsupported(vm, "CJ0108", "%s() with a string that only the executable knows",
                            name);
    const char *wanted = v_is(a[0], O_STR) ? "str" : "bytes";
    if (options[i].tag != TAG_OBJ || options[i].o->kind != a[0].o->kind) {
      if (v_is(a[1], O_TUPLE))
        return vm_raise(vm, E_TypeError, "tuple for %s must only contain %s, not %s", name, wanted,
                        type_name(vm, options[i]));
      return vm_raise(vm, E_TypeError, "%s first arg must be %s or a tuple of %s, not %s", name,
                      wanted, wanted, type_name(vm, a[1]));
    }
    if (w.valid && matches_end(whole, text_of_obj(options[i]), at_end))
      return *out = v_bool(true), true;
  }
  return true;
}

static bool t_startswith(VM *vm, Value *a, Value *out) {
  return starts_or_ends(vm, a, false, "startswith", out);
}
static bool t_endswith(VM *vm, Value *a, Value *out) {
  return starts_or_ends(vm, a, true, "endswith", out);
}

static bool t_removeprefix(VM *vm, Value *a, Value *out) {
  Text part, s = text_of_obj(a[0]);
  if (!text_arg(vm, a[0], a[1], "removeprefix", -1, &part)) return false;
  size_t cut = matches_end(s, part, false) ? part.n : 0;
  *out = text_make(vm, a[0], s.s + cut, s.n - cut);
  return true;
}

static bool t_removesuffix(VM *vm, Value *a, Value *out) {
  Text part, s = text_of_obj(a[0]);
  if (!text_arg(vm, a[0], a[1], "removesuffix", -1, &part)) return false;
  size_t cut = matches_end(s, part, true) ? part.n : 0;
  *out = text_make(vm, a[0], s.s, s.n - cut);
  return true;
}

static size_t step_of(Value v, const char *s, const char *end) {
  size_t n = 1;
  while (v_is(v, O_STR) && s + n < end && (s[n] & 0xc0) == 0x80) n++;
  return n;
}

static bool t_replace(VM *vm, Value *a, Value *out) {
  Text s = text_of_obj(a[0]), from, to;
  int64_t left;
  if (!text_arg(vm, a[0], a[1], "replace", 1, &from)) return false;
  if (v_is(a[0], O_STR) && !run_str_static(vm, a[2], "replace()", &a[2])) return false;
  if (!text_arg(vm, a[0], a[2], "replace", 2, &to) || !value_index(vm, a[3], &left)) return false;
  if (left < 0) left = INT64_MAX;
  StrBuilder b;
  strb_init(&b, vm);
  const char *p = s.s, *end = s.s + s.n;
  while (left > 0) {
    const char *at = find_first(p, (size_t)(end - p), from);
    if (!at) break;
    strb_add(&b, p, (size_t)(at - p));
    strb_add(&b, to.s, to.n);
    left--;
    p = at + from.n;
    if (from.n) continue;
    if (p == end) break;
    size_t step = step_of(a[0], p, end);
    strb_add(&b, p, step);
    p += step;
  }
  strb_add(&b, p, (size_t)(end - p));
  *out = text_make(vm, a[0], b.n ? b.text : "", b.n);
  strb_release(&b);
  return true;
}

// ---- Splitting.

static bool is_space_at(Value v, const char *s, const char *end, size_t *size) {
  if (v_is(v, O_STR)) {
    uint32_t c = utf8_decode(s, (size_t)(end - s), size);
    return ucd_is_space(c);
  }
  *size = 1;
  return *s == ' ' || (*s >= 9 && *s <= 13);
}

static const char *point_before(Value v, const char *s, const char *from) {
  s--;
  while (v_is(v, O_STR) && s > from && (*s & 0xc0) == 0x80) s--;
  return s;
}

static void split_spaces(VM *vm, Value self, int64_t left, List *l) {
  Text t = text_of_obj(self);
  const char *s = t.s, *end = t.s + t.n;
  size_t size;
  for (;;) {
    while (s < end && is_space_at(self, s, end, &size)) s += size;
    if (s == end) return;
    const char *start = s;
    if (left-- <= 0) {
      list_append(vm, l, text_make(vm, self, start, (size_t)(end - start)));
      return;
    }
    while (s < end && !is_space_at(self, s, end, &size)) s += size;
    list_append(vm, l, text_make(vm, self, start, (size_t)(s - start)));
  }
}

static void rsplit_spaces(VM *vm, Value self, int64_t left, List *l) {
  Text t = text_of_obj(self);
  const char *from = t.s, *s = t.s + t.n, *end = s, *p;
  size_t size;
  for (;;) {
    while (s > from && is_space_at(self, p = point_before(self, s, from), end, &size)) s = p;
    if (s == from) return;
    const char *stop = s;
    if (left-- <= 0) {
      list_append(vm, l, text_make(vm, self, from, (size_t)(stop - from)));
      return;
    }
    while (s > from && !is_space_at(self, p = point_before(self, s, from), end, &size)) s = p;
    list_append(vm, l, text_make(vm, self, s, (size_t)(stop - s)));
  }
}

static void split_text(VM *vm, Value self, Text by, int64_t left, bool from_right, List *l) {
  Text t = text_of_obj(self);
  const char *s = t.s, *end = t.s + t.n, *at;
  while (!from_right && left-- > 0 && (at = find_first(s, (size_t)(end - s), by))) {
    list_append(vm, l, text_make(vm, self, s, (size_t)(at - s)));
    s = at + by.n;
  }
  while (from_right && left-- > 0 && (at = find_last(s, (size_t)(end - s), by))) {
    const char *start = at + by.n;
    list_append(vm, l, text_make(vm, self, start, (size_t)(end - start)));
    end = at;
  }
  list_append(vm, l, text_make(vm, self, s, (size_t)(end - s)));
}

static void reverse(List *l) {
  for (uint32_t i = 0; i < l->n / 2; i++) {
    Value t = l->v[i];
    l->v[i] = l->v[l->n - 1 - i];
    l->v[l->n - 1 - i] = t;
  }
}

static bool split(VM *vm, Value *a, bool from_right, Value *out) {
  int64_t left;
  Text by;
  if (!value_index(vm, a[2], &left)) return false;
  if (left < 0) left = INT64_MAX;
  List *l = list_new(vm, 0);
  *out = v_obj(l);
  if (v_is_none(a[1])) {
    if (from_right) rsplit_spaces(vm, a[0], left, l);
    else split_spaces(vm, a[0], left, l);
  } else {
    if (v_is(a[0], O_STR) && !v_is(a[1], O_STR) && !v_is_staged(a[1]))
      return vm_raise(vm, E_TypeError, "must be str or None, not %s", type_name(vm, a[1]));
    if (!text_arg(vm, a[0], a[1], "split", 0, &by)) return false;
    if (!by.n) return vm_raise(vm, E_ValueError, "empty separator");
    split_text(vm, a[0], by, left, from_right, l);
  }
  if (from_right) reverse(l);
  return true;
}

static bool t_split(VM *vm, Value *a, Value *out) { return split(vm, a, false, out); }
static bool t_rsplit(VM *vm, Value *a, Value *out) { return split(vm, a, true, out); }

static bool partition(VM *vm, Value *a, bool last, Value *out) {
  Text s = text_of_obj(a[0]), by;
  if (!text_arg(vm, a[0], a[1], "partition", 0, &by)) return false;
  if (!by.n) return vm_raise(vm, E_ValueError, "empty separator");
  const char *at = last ? find_last(s.s, s.n, by) : find_first(s.s, s.n, by);
  Value none = text_make(vm, a[0], "", 0), whole = text_make(vm, a[0], s.s, s.n);
  Value parts[3] = {last ? none : whole, none, last ? whole : none};
  if (at) {
    const char *behind = at + by.n;
    parts[0] = text_make(vm, a[0], s.s, (size_t)(at - s.s));
    parts[1] = text_make(vm, a[0], by.s, by.n);
    parts[2] = text_make(vm, a[0], behind, (size_t)(s.s + s.n - behind));
  }
  *out = v_obj(tuple_from(vm, parts, 3));
  return true;
}

static bool t_partition(VM *vm, Value *a, Value *out) { return partition(vm, a, false, out); }
static bool t_rpartition(VM *vm, Value *a, Value *out) { return partition(vm, a, true, out); }

// The line break at s: its size, or 0.
static size_t line_break(Value v, const char *s, const char *end) {
  size_t size;
  if (*s == '\r') return s + 1 < end && s[1] == '\n' ? 2 : 1;
  if (*s == '\n') return 1;
  if (!v_is(v, O_STR)) return 0;
  uint32_t c = utf8_decode(s, (size_t)(end - s), &size);
  bool is = c == 0xb || c == 0xc || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
            c == 0x2029;
  return is ? size : 0;
}

static bool t_splitlines(VM *vm, Value *a, Value *out) {
  bool keep;
  if (!truth(vm, a[1], &keep)) return false;
  Text t = text_of_obj(a[0]);
  List *l = list_new(vm, 0);
  const char *start = t.s, *end = t.s + t.n;
  for (const char *s = start; s < end;) {
    size_t n = line_break(a[0], s, end);
    if (!n) {
      s += step_of(a[0], s, end);
      continue;
    }
    list_append(vm, l, text_make(vm, a[0], start, (size_t)(s - start) + (keep ? n : 0)));
    start = s += n;
  }
  if (start < end) list_append(vm, l, text_make(vm, a[0], start, (size_t)(end - start)));
  *out = v_obj(l);
  return true;
}

// ---- Stripping.

static bool in_set(Value self, Text set, const char *s, const char *end, size_t *size) {
  if (!set.s) return is_space_at(self, s, end, size);
  *size = step_of(self, s, end);
  return find_first(set.s, set.n, (Text){s, *size}) != NULL;
}

static bool strip(VM *vm, Value *a, bool left, bool right, const char *name, Value *out) {
  Text set = {0}, t = text_of_obj(a[0]);
  size_t size;
  if (!v_is_none(a[1])) {
    if (a[1].tag != TAG_OBJ || (a[1].o->kind != a[0].o->kind && !v_is_staged(a[1])))
      return vm_raise(vm, E_TypeError, "%s arg must be None or %s", name,
                      v_is(a[0], O_STR) ? "str" : "bytes");
    if (!text_arg(vm, a[0], a[1], name, 1, &set)) return false;
  }
  const char *s = t.s, *end = t.s + t.n, *limit = end, *p;
  while (left && s < end && in_set(a[0], set, s, limit, &size)) s += size;
  while (right && end > s && in_set(a[0], set, p = point_before(a[0], end, s), end, &size)) end = p;
  if (s == t.s && end == limit && class_of(vm, a[0])->flags & CLASS_NATIVE)
    return *out = a[0], true;
  *out = text_make(vm, a[0], s, (size_t)(end - s));
  return true;
}

static bool t_strip(VM *vm, Value *a, Value *out) { return strip(vm, a, true, true, "strip", out); }
static bool t_lstrip(VM *vm, Value *a, Value *out) {
  return strip(vm, a, true, false, "lstrip", out);
}
static bool t_rstrip(VM *vm, Value *a, Value *out) {
  return strip(vm, a, false, true, "rstrip", out);
}

const NativeDef text_methods[] = {
    {"find", "self, sub, start=None, end=None, /", t_find},
    {"rfind", "self, sub, start=None, end=None, /", t_rfind},
    {"index", "self, sub, start=None, end=None, /", t_index},
    {"rindex", "self, sub, start=None, end=None, /", t_rindex},
    {"count", "self, sub, start=None, end=None, /", t_count},
    {"startswith", "self, prefix, start=None, end=None, /", t_startswith},
    {"endswith", "self, suffix, start=None, end=None, /", t_endswith},
    {"removeprefix", "self, prefix, /", t_removeprefix},
    {"removesuffix", "self, suffix, /", t_removesuffix},
    {"replace", "self, old, new, count=-1, /", t_replace},
    {"split", "self, /, sep=None, maxsplit=-1", t_split},
    {"rsplit", "self, /, sep=None, maxsplit=-1", t_rsplit},
    {"partition", "self, sep, /", t_partition},
    {"rpartition", "self, sep, /", t_rpartition},
    {"splitlines", "self, /, keepends=False", t_splitlines},
    {"strip", "self, chars=None, /", t_strip},
    {"lstrip", "self, chars=None, /", t_lstrip},
    {"rstrip", "self, chars=None, /", t_rstrip},
    {0}};
