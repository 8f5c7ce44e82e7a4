// run_text_method.c -- methods of strings that only the executable knows.
#include "driver/stage/run_text.h"

#include "driver/stage/iterator.h"
#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

static bool is_text(Value v) { return v_is(v, O_STR) || v_is(v, O_RUN_STR); }

static bool need_text(VM *vm, Value v, const char *function) {
  return is_text(v) || vm_raise(vm, E_TypeError, "%s() argument must be str, not %s", function,
                                type_name(vm, v));
}

#define CASE(name, how)                                                                            \
  static bool m_##name(VM *vm, Value *a, Value *out) {                                             \
    Value args[2] = {a[0], v_int(how)};                                                            \
    return run_text_map(vm, "case", 2, args, out);                                                 \
  }
CASE(upper, 0)
CASE(lower, 1)
CASE(title, 2)
CASE(capitalize, 3)
CASE(swapcase, 4)

static bool strip(VM *vm, Value *a, int sides, Value *out) {
  Value args[3] = {a[0], v_is_none(a[1]) ? v_str(vm, "") : a[1], v_int(sides)};
  return need_text(vm, args[1], "strip") && run_text_map(vm, "strip", 3, args, out);
}
static bool m_strip(VM *vm, Value *a, Value *out) { return strip(vm, a, 3, out); }
static bool m_lstrip(VM *vm, Value *a, Value *out) { return strip(vm, a, 1, out); }
static bool m_rstrip(VM *vm, Value *a, Value *out) { return strip(vm, a, 2, out); }

static bool m_replace(VM *vm, Value *a, Value *out) {
  if (a[3].tag != TAG_INT || a[3].i != -1)
    return vm_unsupported(vm, "CJ0108", "replace() with a count, of a string that only the "
                                        "executable knows");
  return need_text(vm, a[1], "replace") && need_text(vm, a[2], "replace") &&
         run_text_map(vm, "replace", 3, a, out);
}

static bool m_find(VM *vm, Value *a, Value *out) {
  return need_text(vm, a[1], "find") && run_text_call(vm, "find", 2, a, RUN_INT, out);
}

static bool m_index(VM *vm, Value *a, Value *out) {
  Value found;
  return m_find(vm, a, out) && run_scalar_compare(vm, COMPARE_GE, *out, v_int(0), &found) &&
         run_scalar_check(vm, found, "ValueError: substring not found");
}

static bool m_count(VM *vm, Value *a, Value *out) {
  return need_text(vm, a[1], "count") && run_text_call(vm, "count", 2, a, RUN_INT, out);
}

static bool m_contains(VM *vm, Value *a, Value *out) {
  Value at;
  return m_find(vm, a, &at) && run_scalar_compare(vm, COMPARE_GE, at, v_int(0), out);
}

// One text, or a tuple of them of which one must fit.
static bool fits(VM *vm, const char *function, Value *a, Value *out) {
  if (is_text(a[1])) return run_text_call(vm, function, 2, a, RUN_BOOL, out);
  if (!v_is(a[1], O_TUPLE)) return need_text(vm, a[1], function);
  *out = v_bool(false);
  for (uint32_t i = 0; i < AS_TUPLE(a[1])->n; i++) {
    Value one[2] = {a[0], AS_TUPLE(a[1])->v[i]}, does;
    if (!need_text(vm, one[1], function) ||
        !run_text_call(vm, function, 2, one, RUN_BOOL, &does) ||
        !value_binary(vm, BINARY_OR, does, *out, out))
      return false;
  }
  return true;
}
static bool m_startswith(VM *vm, Value *a, Value *out) { return fits(vm, "startswith", a, out); }
static bool m_endswith(VM *vm, Value *a, Value *out) { return fits(vm, "endswith", a, out); }

bool run_text_cut(VM *vm, Value *a, bool prefix, Value *out) {
  Value has, n, slice[3], cut, whole = a[0];
  if (!need_text(vm, a[1], prefix ? "removeprefix" : "removesuffix") ||
      !run_text_call(vm, prefix ? "startswith" : "endswith", 2, a, RUN_BOOL, &has) ||
      !run_text_call(vm, "length", 1, &a[1], RUN_INT, &n))
    return false;
  if (!prefix) {
    Value total;
    if (!run_text_call(vm, "length", 1, &whole, RUN_INT, &total) ||
        !run_scalar_binary(vm, BINARY_SUB, total, n, &n))
      return false;
  }
  slice[0] = whole;
  slice[1] = prefix ? n : v_int(0);
  slice[2] = prefix ? v_int(INT32_MAX) : n;
  Value original;
  return run_text_call(vm, "slice", 3, slice, RUN_INT, &cut) &&
         run_text_handle(vm, whole, &original) &&
         run_scalar_where(vm, has, cut, original, &cut) && (*out = run_text_new(vm, cut), true);
}
static bool m_removeprefix(VM *vm, Value *a, Value *out) { return run_text_cut(vm, a, true, out); }
static bool m_removesuffix(VM *vm, Value *a, Value *out) { return run_text_cut(vm, a, false, out); }

// (before, sep, after), split at the first or the last sep.
static bool partition(VM *vm, Value *a, bool last, Value *out) {
  Value at, found, n, behind, parts[3], none = v_str(vm, ""), handle[2];
  if (!need_text(vm, a[1], "partition") ||
      !run_text_call(vm, last ? "rfind" : "find", 2, a, RUN_INT, &at) ||
      !run_scalar_compare(vm, COMPARE_GE, at, v_int(0), &found) ||
      !run_text_call(vm, "length", 1, &a[1], RUN_INT, &n) ||
      !run_scalar_binary(vm, BINARY_ADD, at, n, &behind))
    return false;
  Value cut[2][3] = {{a[0], v_int(0), at}, {a[0], behind, v_int(INT32_MAX)}};
  Value otherwise[3] = {last ? none : a[0], none, last ? a[0] : none};
  for (int i = 0; i < 3; i++) {
    Value part = a[1];
    if (i != 1 && !run_text_map(vm, "slice", 3, cut[i / 2], &part)) return false;
    if (!run_text_handle(vm, part, &handle[0]) || !run_text_handle(vm, otherwise[i], &handle[1]) ||
        !run_scalar_where(vm, found, handle[0], handle[1], &handle[0]))
      return false;
    parts[i] = run_text_new(vm, handle[0]);
  }
  return *out = v_obj(tuple_from(vm, parts, 3)), true;
}
static bool m_partition(VM *vm, Value *a, Value *out) { return partition(vm, a, false, out); }
static bool m_rpartition(VM *vm, Value *a, Value *out) { return partition(vm, a, true, out); }
static bool m_rfind(VM *vm, Value *a, Value *out) {
  return need_text(vm, a[1], "rfind") && run_text_call(vm, "rfind", 2, a, RUN_INT, out);
}

// What is known while compiling is a list, else Fields of driver/library/_fields.py.
static bool m_split(VM *vm, Value *a, Value *out) {
  Value text, fields, args[2] = {a[0], v_is_none(a[1]) ? v_str(vm, "") : a[1]};
  bool known;
  if (!need_text(vm, args[1], "split") || !run_str_known(vm, a[0], &text, &known)) return false;
  if (known || a[2].tag != TAG_INT || a[2].i != -1) {
    Value method, given[2] = {a[1], a[2]};
    return run_str_static(vm, a[0], "split() with a count", &text) &&
           get_attr(vm, text, str_name(vm, "split"), &method) &&
           vm_call(vm, method, given, 2, NULL, out);
  }
  if (v_is(a[1], O_STR) && !AS_STR(a[1])->size)
    return vm_raise(vm, E_ValueError, "empty separator");
  return import_attr(vm, "_fields", "Fields", &fields) && vm_call(vm, fields, args, 2, NULL, out);
}

// keepends=False
static bool m_splitlines(VM *vm, Value *a, Value *out) {
  Value text, fields, args[2] = {a[0], v_int(-1)};
  bool known, keep;
  if (!truth(vm, a[1], &keep) || !run_str_known(vm, a[0], &text, &known)) return false;
  if (known || keep) {
    Value method;
    return run_str_static(vm, a[0], "splitlines(True)", &text) &&
           get_attr(vm, text, str_name(vm, "splitlines"), &method) &&
           vm_call(vm, method, &a[1], 1, NULL, out);
  }
  return import_attr(vm, "_fields", "Fields", &fields) && vm_call(vm, fields, args, 2, NULL, out);
}

//===-- the parts one by one ---------------------------------------------------------------===//

static const char FIELDS[] = "text_fields";

static bool one_by_one(VM *vm, Iterator *it, Value *out, bool *done) {
  return vm_unsupported(vm, "CJ0108", "a list of split() of a string that only the executable "
                                      "knows; unpack it, index it, or iterate over it in a for "
                                      "statement");
}

Value run_fields_new(VM *vm, Value text, Value sep) {
  Iterator *it = iterator_native(vm, one_by_one, FIELDS);
  Value from[2] = {text, sep};
  it->a = v_obj(tuple_from(vm, from, 2));
  return v_obj(it);
}

bool is_run_fields(Value v) {
  if (!v_is(v, O_ITERATOR)) return false;
  const Iterator *it = (const Iterator *)v.o;
  return it->kind == ITER_NATIVE && !strcmp(it->name, FIELDS);
}

bool run_fields_item(VM *vm, Value it, Value k, Value *out) {
  const Tuple *from = AS_TUPLE(((Iterator *)it.o)->a);
  Value args[3] = {from->v[0], from->v[1], k};
  return run_text_map(vm, "field", 3, args, out);
}

bool run_fields_count(VM *vm, Value it, Value *out) {
  return run_text_call(vm, "fields", 2, AS_TUPLE(((Iterator *)it.o)->a)->v, RUN_INT, out);
}

static bool m_zfill(VM *vm, Value *a, Value *out) { return run_text_map(vm, "zfill", 2, a, out); }
static bool m_isdigit(VM *vm, Value *a, Value *out) {
  return run_text_call(vm, "isdigit", 1, a, RUN_BOOL, out);
}
static bool m_len(VM *vm, Value *a, Value *out) {
  if (!run_text_call(vm, "length", 1, a, RUN_INT, out)) return false;
  RunScalar *n = AS_RUN_SCALAR(*out);
  n->ranged = true;
  n->hi = INT32_MAX;
  return true;
}

// A bound of a slice: a static or run-time int.
static bool bound(VM *vm, Value v, int64_t preset, Value *out) {
  int64_t i;
  if (v_is_none(v)) return *out = v_int(preset), true;
  if (is_run_scalar(v)) return *out = v, true;
  return value_index(vm, v, &i) && (*out = v_int(i), true);
}

static bool m_getitem(VM *vm, Value *a, Value *out) {
  Value args[3] = {a[0]};
  if (!v_is(a[1], O_SLICE))
    return bound(vm, a[1], 0, &args[1]) && run_text_map(vm, "item", 2, args, out);
  const Slice *s = (Slice *)a[1].o;
  if (!v_is_none(s->step))
    return vm_unsupported(vm, "CJ0108", "a slice with a step, of a string that only the "
                                        "executable knows");
  return bound(vm, s->start, 0, &args[1]) && bound(vm, s->stop, INT32_MAX, &args[2]) &&
         run_text_map(vm, "slice", 3, args, out);
}

const NativeDef run_text_methods[] = {{"upper", "self, /", m_upper},
                                      {"lower", "self, /", m_lower},
                                      {"title", "self, /", m_title},
                                      {"capitalize", "self, /", m_capitalize},
                                      {"swapcase", "self, /", m_swapcase},
                                      {"casefold", "self, /", m_lower},
                                      {"strip", "self, chars=None, /", m_strip},
                                      {"lstrip", "self, chars=None, /", m_lstrip},
                                      {"rstrip", "self, chars=None, /", m_rstrip},
                                      {"replace", "self, old, new, count=-1, /", m_replace},
                                      {"find", "self, sub, /", m_find},
                                      {"index", "self, sub, /", m_index},
                                      {"rfind", "self, sub, /", m_rfind},
                                      {"split", "self, sep=None, maxsplit=-1", m_split},
                                      {"splitlines", "self, keepends=False", m_splitlines},
                                      {"partition", "self, sep, /", m_partition},
                                      {"rpartition", "self, sep, /", m_rpartition},
                                      {"count", "self, sub, /", m_count},
                                      {"startswith", "self, prefix, /", m_startswith},
                                      {"endswith", "self, suffix, /", m_endswith},
                                      {"removeprefix", "self, prefix, /", m_removeprefix},
                                      {"removesuffix", "self, suffix, /", m_removesuffix},
                                      {"zfill", "self, width, /", m_zfill},
                                      {"isdigit", "self, /", m_isdigit},
                                      {"isdecimal", "self, /", m_isdigit},
                                      {"isnumeric", "self, /", m_isdigit},
                                      {"__len__", "self, /", m_len},
                                      {"__getitem__", "self, key, /", m_getitem},
                                      {"__contains__", "self, key, /", m_contains},
                                      {0}};
