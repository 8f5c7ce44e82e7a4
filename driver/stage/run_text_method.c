// run_text_method.c -- methods of strings that only the executable knows.
#include "driver/stage/run_text.h"

#include "driver/stage/staging.h"
#include "driver/stage/vm_internal.h"

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

// Without what it begins (or ends) with.
static bool remove_affix(VM *vm, Value *a, bool prefix, Value *out) {
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
static bool m_removeprefix(VM *vm, Value *a, Value *out) { return remove_affix(vm, a, true, out); }
static bool m_removesuffix(VM *vm, Value *a, Value *out) { return remove_affix(vm, a, false, out); }

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
