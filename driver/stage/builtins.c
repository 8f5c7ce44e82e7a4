// builtins.c -- the functions of the module builtins, but for print and those about objects
// (builtins_object.c).
#include "driver/stage/methods.h"
#include "dialect/scalar.h"
#include "driver/stage/staging.h"

#include <math.h>
#include <string.h>

static bool b_len(VM *vm, Value *a, Value *out) {
  int64_t n;
  bool found = false;
  bool has_length = v_is(a[0], O_INSTANCE) || v_is(a[0], O_RUN_STR);
  if (has_length && !call_special_str(vm, a[0], N(vm, len), NULL, 0, out, &found))
    return false;
  if (found && v_is(*out, O_RUN_SCALAR)) return true; // sys.argv
  if (found ? !length_value(vm, *out, &n) : !value_len(vm, a[0], &n)) return false;
  *out = v_int(n);
  return true;
}

static bool b_abs(VM *vm, Value *a, Value *out) {
  Value v = value_unwrap(a[0]);
  bool found;
  if (v.tag == TAG_FLOAT) return *out = v_float(fabs(v.f)), true;
  if (value_is_int(v)) {
    if (bigint_is_negative(v.tag == TAG_BOOL ? v_int(v.b) : v))
      return value_unary(vm, UNARY_NEG, v, out);
    return value_unary(vm, UNARY_POS, v, out);
  }
  if (v_is(v, O_COMPLEX))
    return *out = v_float(hypot(((Complex *)v.o)->re, ((Complex *)v.o)->im)), true;
  if (!call_special_str(vm, a[0], N(vm, abs), NULL, 0, out, &found)) return false;
  return found ||
         vm_raise(vm, E_TypeError, "bad operand type for abs(): '%s'", type_name(vm, a[0]));
}

static bool b_iter(VM *vm, Value *a, Value *out) {
  if (v_is_empty(a[1])) return get_iter(vm, a[0], out);
  Iterator *it = iterator_new(vm, ITER_CALL, a[0]);
  it->b = a[1];
  it->name = "callable_iterator";
  *out = v_obj(it);
  return true;
}

static bool b_next(VM *vm, Value *a, Value *out) {
  bool done = false, found;
  if (!v_is(a[0], O_ITERATOR) && !v_is(a[0], O_GENERATOR)) {
    if (!call_special_str(vm, a[0], N(vm, next), NULL, 0, out, &found)) {
      if (v_is_empty(a[1]) || !vm_exc_is(vm, E_StopIteration)) return false;
      vm_clear_exc(vm);
      return *out = a[1], true;
    }
    return found ||
           vm_raise(vm, E_TypeError, "'%s' object is not an iterator", type_name(vm, a[0]));
  }
  if (!iter_next(vm, a[0], out, &done)) return false;
  if (!done) return true;
  if (!v_is_empty(a[1])) return *out = a[1], true;
  Value value = v_is(a[0], O_GENERATOR) ? *out : V_NONE;
  return vm_raise_value(vm,
                        exc_new(vm, vm->type[E_StopIteration], &value, v_is_none(value) ? 0 : 1));
}

static bool b_enumerate(VM *vm, Value *a, Value *out) {
  Value it;
  int64_t start;
  if (!get_iter(vm, a[0], &it) || !value_index(vm, a[1], &start)) return false;
  Iterator *e = iterator_new(vm, ITER_ENUMERATE, it);
  e->i = start;
  e->name = "enumerate";
  *out = v_obj(e);
  return true;
}

static bool iterators_of(VM *vm, const Tuple *t, Tuple **out) {
  Tuple *its = tuple_new(vm, t->n);
  for (uint32_t i = 0; i < t->n; i++)
    if (!get_iter(vm, t->v[i], &its->v[i])) return false;
  *out = its;
  return true;
}

static bool b_zip(VM *vm, Value *a, Value *out) {
  Tuple *its;
  bool strict;
  if (!truth(vm, a[0], &strict) || !iterators_of(vm, AS_TUPLE(a[1]), &its)) return false;
  Iterator *z = iterator_new(vm, ITER_ZIP, v_obj(its));
  z->n = strict;
  z->name = "zip";
  *out = v_obj(z);
  return true;
}

static bool b_map(VM *vm, Value *a, Value *out) {
  Tuple *its;
  if (!AS_TUPLE(a[1])->n)
    return vm_raise(vm, E_TypeError, "map() must have at least two arguments.");
  if (AS_TUPLE(a[1])->n > 16) return vm_raise(vm, E_TypeError, "map() of more than 16 iterables");
  if (!iterators_of(vm, AS_TUPLE(a[1]), &its)) return false;
  Iterator *m = iterator_new(vm, ITER_MAP, v_obj(its));
  m->b = a[0];
  m->name = "map";
  *out = v_obj(m);
  return true;
}

static bool b_filter(VM *vm, Value *a, Value *out) {
  Value it;
  if (!get_iter(vm, a[1], &it)) return false;
  Iterator *f = iterator_new(vm, ITER_FILTER, it);
  f->b = a[0];
  f->name = "filter";
  *out = v_obj(f);
  return true;
}

static bool b_reversed(VM *vm, Value *a, Value *out) {
  bool found;
  int64_t n;
  Value v = a[0];
  if (!run_range_static(vm, v, &v)) return false;
  if (v_is(v, O_RANGE)) {
    const Range *r = (Range *)v.o;
    int64_t last = r->start + (r->n - 1) * r->step;
    return get_iter(vm, v_obj(range_new(vm, last, last - r->n * r->step, -r->step)), out);
  }
  if (v_is(v, O_DICT) || v_is(v, O_DICTVIEW)) {
    List *l;
    if (!value_list(vm, v, &l)) return false;
    v = v_obj(l);
  } else {
    if (!call_special_str(vm, v, N(vm, reversed), NULL, 0, out, &found)) return false;
    if (found) return true;
  }
  if (v_is_empty(class_lookup(vm, class_of(vm, v), N(vm, getitem))) && !v_is(v, O_LIST) &&
      !v_is(v, O_TUPLE) && !v_is(v, O_STR) && !v_is(v, O_BYTES))
    return vm_raise(vm, E_TypeError, "'%s' object is not reversible", type_name(vm, v));
  if (!value_len(vm, v, &n)) return false;
  Iterator *it = iterator_new(vm, ITER_REVERSED, v);
  it->i = n - 1;
  it->name = "reversed";
  *out = v_obj(it);
  return true;
}

static bool any_all(VM *vm, Value iterable, bool stop, Value *out) {
  Value it, v;
  bool done = false, t;
  if (!get_iter(vm, iterable, &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) return *out = v_bool(!stop), true;
    if (!truth(vm, v, &t)) return false;
    if (t == stop) return *out = v_bool(stop), true;
  }
}

static bool b_any(VM *vm, Value *a, Value *out) { return any_all(vm, a[0], true, out); }
static bool b_all(VM *vm, Value *a, Value *out) { return any_all(vm, a[0], false, out); }

// So many rows of one array, or a list of them, that a loop of the executable goes over them.
static bool is_long(Value v) {
  int64_t k;
  enum { LONG = 64 };
  if (is_array(v)) return AS_ARRAY(v)->rank && AS_ARRAY(v)->shape[0] >= LONG;
  if (!v_is(v, O_LIST) || AS_LIST(v)->n < LONG) return false;
  Value first = AS_LIST(v)->v[0];
  return (is_array(first) || is_run_scalar(first)) && rows_of(first, &k);
}

static bool call_rolled(VM *vm, const char *name, Value items, Value start, Value *out) {
  Value f, args[2] = {items, start};
  return import_attr(vm, "_rolled", name, &f) &&
         vm_call(vm, f, args, v_is_empty(start) ? 1 : 2, NULL, out);
}

static bool b_sum(VM *vm, Value *a, Value *out) {
  Value it, v, total = a[1];
  bool done = false;
  if (v_is(total, O_STR))
    return vm_raise(vm, E_TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (is_long(a[0])) return call_rolled(vm, "total", a[0], total, out);
  if (!get_iter(vm, a[0], &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) return *out = total, true;
    if (!value_binary(vm, BINARY_ADD, total, v, &total)) return false;
  }
}

static bool is_scalar_array(Value v) {
  if (!is_array(v)) return false;
  const Array *x = AS_ARRAY(v);
  return !x->rank && trace_is_concrete(x->owner) &&
         (dtype_is_int(x->dtype) || dtype_is_float(x->dtype));
}

static bool contents_known(VM *vm, Value v, bool *known) {
  const void *data;
  *known = true;
  return !is_array(v) || static_data(vm, v, &data, known);
}

// Arrays of rank 0, or one and a number: an array, as where a branch joins them.  Of a NumPy scalar
// and a number, which print differently, only where the loop that is staged needs it.
static bool array_pick(VM *vm, CompareOp op, Value v, Value best, Value *out, bool *done) {
  bool one = is_scalar_array(v), other = is_scalar_array(best), known = false;
  Value less, where, args[3] = {V_EMPTY, v, best};
  *done = (one && (other || is_run_scalar(best) || value_is_number(best))) ||
          (other && (is_run_scalar(v) || value_is_number(v)));
  if (!*done) return true;
  bool numpy = AS_ARRAY(one ? v : best)->numpy;
  if (one && other && (AS_ARRAY(v)->numpy != AS_ARRAY(best)->numpy ||
                       AS_ARRAY(v)->dtype != AS_ARRAY(best)->dtype))
    return *done = false, true;
  if (numpy && !(one && other)) {
    bool first, second;
    if (!contents_known(vm, v, &first) || !contents_known(vm, best, &second)) return false;
    known = first && second;
  }
  if (known) return *done = false, true;
  return value_compare(vm, op, v, best, &less) && (args[0] = less, true) &&
         import_attr(vm, numpy ? "numpy" : "jax.numpy", "where", &where) &&
         vm_call(vm, where, args, 3, NULL, out) &&
         (!numpy || get_item(vm, *out, v_obj(tuple_new(vm, 0)), out));
}

// min and max of run-time numbers: a choice that the executable makes.
static bool staged_pick(VM *vm, CompareOp op, Value v, Value best, Value *out, bool *done) {
  if (!array_pick(vm, op, v, best, out, done)) return false;
  if (*done || (!v_is(v, O_RUN_SCALAR) && !v_is(best, O_RUN_SCALAR))) return true;
  bool numbers = (v_is(v, O_RUN_SCALAR) || value_is_number(v)) &&
                 (v_is(best, O_RUN_SCALAR) || value_is_number(best));
  if (!numbers) return true;
  Value less;
  *done = true;
  if (op == COMPARE_LT && run_int_least(vm, v, best, out)) return v_is_empty(vm->exc);
  return value_compare(vm, op, v, best, &less) && run_scalar_where(vm, less, v, best, out);
}

static bool min_max(VM *vm, Value *a, CompareOp op, Value *out) {
  const Tuple *args = AS_TUPLE(a[2]);
  const char *name = op == COMPARE_LT ? "min" : "max";
  Value it, v, key, best = V_EMPTY, best_key = V_EMPTY;
  bool done = false, better, picked;
  if (!args->n) return vm_raise(vm, E_TypeError, "%s expected at least 1 argument, got 0", name);
  if (args->n > 1 && !v_is_empty(a[1]))
    return vm_raise(vm, E_TypeError,
                    "Cannot specify a default for %s() with multiple positional arguments", name);
  if (args->n == 1 && v_is_none(a[0]) && is_long(args->v[0]))
    return call_rolled(vm, op == COMPARE_LT ? "least" : "greatest", args->v[0], V_EMPTY, out);
  if (!get_iter(vm, args->n == 1 ? args->v[0] : a[2], &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) break;
    key = v;
    if (!v_is_none(a[0]) && !vm_call_1(vm, a[0], v, &key)) return false;
    if (v_is_empty(best)) {
      best = v, best_key = key;
      continue;
    }
    if (v_is_none(a[0])) {
      if (!staged_pick(vm, op, v, best, &best, &picked)) return false;
      best_key = best;
      if (picked) continue;
    }
    Value r;
    if (!value_compare(vm, op, key, best_key, &r) || !truth(vm, r, &better)) return false;
    if (better) best = v, best_key = key;
  }
  if (v_is_empty(best)) {
    if (v_is_empty(a[1])) return vm_raise(vm, E_ValueError, "%s() arg is an empty sequence", name);
    best = a[1];
  }
  *out = best;
  return true;
}

static bool b_min(VM *vm, Value *a, Value *out) { return min_max(vm, a, COMPARE_LT, out); }
static bool b_max(VM *vm, Value *a, Value *out) { return min_max(vm, a, COMPARE_GT, out); }

// ---- Sorting: stable merge sort of (key, value) pairs.

typedef struct SortItem {
  Value key, value;
} SortItem;

static bool less(VM *vm, Value a, Value b, bool *out) {
  if (a.tag == TAG_INT && b.tag == TAG_INT) return *out = a.i < b.i, true;
  if (a.tag == TAG_FLOAT && b.tag == TAG_FLOAT) return *out = a.f < b.f, true;
  if (v_is(a, O_STR) && v_is(b, O_STR)) return *out = str_compare(AS_STR(a), AS_STR(b)) < 0, true;
  Value r;
  return value_compare(vm, COMPARE_LT, a, b, &r) && truth(vm, r, out);
}

static bool merge_sort(VM *vm, SortItem *x, SortItem *tmp, size_t n) {
  if (n < 2) return true;
  size_t half = n / 2, i = 0, j = half, k = 0;
  if (!merge_sort(vm, x, tmp, half) || !merge_sort(vm, x + half, tmp, n - half)) return false;
  memcpy(tmp, x, half * sizeof *x);
  while (i < half && j < n) {
    bool take;
    if (!less(vm, x[j].key, tmp[i].key, &take)) return false;
    x[k++] = take ? x[j++] : tmp[i++];
  }
  while (i < half) x[k++] = tmp[i++];
  return true;
}

static void reverse_items(SortItem *x, size_t n) {
  for (size_t i = 0; i < n / 2; i++) {
    SortItem t = x[i];
    x[i] = x[n - 1 - i];
    x[n - 1 - i] = t;
  }
}

bool list_sort(VM *vm, List *l, Value key, bool reverse) {
  size_t n = l->n;
  SortItem *x = heap_grow(vm, NULL, 0, (2 * n + 1) * sizeof *x);
  bool ok = true;
  for (size_t i = 0; i < n && ok; i++) {
    x[i].key = x[i].value = l->v[i];
    if (!v_is_none(key)) ok = vm_call_1(vm, key, l->v[i], &x[i].key);
  }
  if (ok && reverse) reverse_items(x, n);
  ok = ok && merge_sort(vm, x, x + n, n);
  if (ok && reverse) reverse_items(x, n);
  if (ok) {
    if (LOG_OLD(vm, l)) log_list_whole(vm, l);
    for (size_t i = 0; i < n; i++) l->v[i] = x[i].value;
  }
  heap_free(vm, x);
  return ok;
}

static bool b_sorted(VM *vm, Value *a, Value *out) {
  List *l;
  bool reverse;
  if (!value_list(vm, a[0], &l) || !truth(vm, a[2], &reverse)) return false;
  *out = v_obj(l);
  return list_sort(vm, l, a[1], reverse);
}

// ---- Numbers and text.

static bool b_divmod(VM *vm, Value *a, Value *out) {
  Value pair[2];
  bool found;
  Value x = value_unwrap(a[0]), y = value_unwrap(a[1]);
  bool numbers = value_is_number(x) && value_is_number(y);
  if (numbers && (v_is(x, O_COMPLEX) || v_is(y, O_COMPLEX)))
    return vm_raise(vm, E_TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'",
                    type_name(vm, a[0]), type_name(vm, a[1]));
  bool zero = y.tag == TAG_FLOAT ? y.f == 0 : y.tag == TAG_INT && y.i == 0;
  if (numbers && zero && (x.tag == TAG_FLOAT || y.tag == TAG_FLOAT))
    return vm_raise(vm, E_ZeroDivisionError, "float divmod()");
  if (!numbers || !v_same(x, a[0])) {
    if (!call_special_str(vm, a[0], N(vm, divmod), &a[1], 1, out, &found)) return false;
    if (found && !v_same(*out, vm->not_implemented)) return true;
  }
  if (!numbers) {
    if (!call_special_str(vm, a[1], N(vm, rdivmod), &a[0], 1, out, &found)) return false;
    if (found && !v_same(*out, vm->not_implemented)) return true;
    if (!v_is_staged(a[0]) && !v_is_staged(a[1]))
      return vm_raise(vm, E_TypeError, "unsupported operand type(s) for divmod(): '%s' and '%s'",
                      type_name(vm, a[0]), type_name(vm, a[1]));
  }
  if (!value_binary(vm, BINARY_FLOORDIV, a[0], a[1], &pair[0]) ||
      !value_binary(vm, BINARY_MOD, a[0], a[1], &pair[1]))
    return false;
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool is_int_of_any_time(Value v) {
  Value i;
  return int_value(v, &i) || (is_run_scalar(v) && AS_RUN_SCALAR(v)->run == RUN_INT);
}

static bool b_pow(VM *vm, Value *a, Value *out) {
  Value x, e, m, f;
  if (v_is_none(a[2])) return value_binary(vm, BINARY_POW, a[0], a[1], out);
  bool staged = v_is_staged(a[0]) || v_is_staged(a[1]) || v_is_staged(a[2]);
  if (staged && is_int_of_any_time(a[0]) && is_int_of_any_time(a[1]) && is_int_of_any_time(a[2]))
    return import_attr(vm, "_rolled", "power_mod", &f) && vm_call(vm, f, a, 3, NULL, out);
  bool found = false;
  if (v_is(a[0], O_INSTANCE) &&
      !call_special_str(vm, a[0], str_name(vm, "__pow__"), &a[1], 2, out, &found))
    return false;
  if (found) return true;
  if (!int_value(a[0], &x) || !int_value(a[1], &e) || !int_value(a[2], &m))
    return vm_raise(vm, E_TypeError,
                    "pow() 3rd argument not allowed unless all arguments are integers");
  return bigint_pow_mod(vm, x, e, m, out);
}

static bool b_round(VM *vm, Value *a, Value *out) {
  if (!optional_take(vm, a[0], &a[0])) return false;
  bool found;
  if (value_is_number(a[0])) return number_round(vm, value_unwrap(a[0]), a[1], out);
  bool none = v_is_none(a[1]);
  if (!call_special_str(vm, a[0], N(vm, round), &a[1], none ? 0 : 1, out, &found)) return false;
  return found ||
         vm_raise(vm, E_TypeError, "type %s doesn't define __round__ method", type_name(vm, a[0]));
}

static bool b_ord(VM *vm, Value *a, Value *out) {
  if (!v_is(a[0], O_STR))
    return vm_raise(vm, E_TypeError, "ord() expected string of length 1, but %s found",
                    type_name(vm, a[0]));
  const Str *s = AS_STR(a[0]);
  if (s->length != 1)
    return vm_raise(vm, E_TypeError, "ord() expected a character, but string of length %u found",
                    s->length);
  const unsigned char *t = (const unsigned char *)s->text;
  uint32_t c = t[0];
  if (s->size == 2) c = (c & 0x1f) << 6 | (t[1] & 0x3f);
  if (s->size == 3) c = (c & 0xf) << 12 | (uint32_t)(t[1] & 0x3f) << 6 | (t[2] & 0x3f);
  if (s->size == 4)
    c = (c & 7) << 18 | (uint32_t)(t[1] & 0x3f) << 12 | (uint32_t)(t[2] & 0x3f) << 6 |
        (t[3] & 0x3f);
  *out = v_int(c);
  return true;
}

static bool b_chr(VM *vm, Value *a, Value *out) {
  int64_t i;
  if (!value_index(vm, a[0], &i)) return false;
  if (i < 0 || i > 0x10ffff) return vm_raise(vm, E_ValueError, "chr() arg not in range(0x110000)");
  *out = v_obj(str_from_code(vm, (uint32_t)i));
  return true;
}

static bool in_base(VM *vm, Value v, int base, const char *prefix, Value *out) {
  Value i;
  if (!int_value(v, &i)) {
    bool found;
    if (!call_special_str(vm, v, N(vm, index), NULL, 0, &i, &found)) return false;
    if (!found)
      return vm_raise(vm, E_TypeError, "'%s' object cannot be interpreted as an integer",
                      type_name(vm, v));
  }
  const char *digits = bigint_str(vm, i, base)->text;
  bool negative = *digits == '-';
  *out = v_strf(vm, "%s%s%s", negative ? "-" : "", prefix, digits + negative);
  return true;
}

static bool b_hex(VM *vm, Value *a, Value *out) { return in_base(vm, a[0], 16, "0x", out); }
static bool b_oct(VM *vm, Value *a, Value *out) { return in_base(vm, a[0], 8, "0o", out); }
static bool b_bin(VM *vm, Value *a, Value *out) { return in_base(vm, a[0], 2, "0b", out); }

static bool b_repr(VM *vm, Value *a, Value *out) { return value_repr(vm, a[0], out); }

static bool b_ascii(VM *vm, Value *a, Value *out) {
  Value r;
  if (!value_repr(vm, a[0], &r)) return false;
  if (!v_is(r, O_STR)) return *out = r, true;
  StrBuilder b;
  strb_init(&b, vm);
  repr_text(&b, AS_STR(r)->text, AS_STR(r)->size, true);
  // What was escaped stays: only the quotes that were added go, and doubled backslashes.
  Str *quoted = AS_STR(strb_finish(&b));
  strb_init(&b, vm);
  for (uint32_t i = 1; i + 1 < quoted->size; i++) {
    if (quoted->text[i] == '\\' && (quoted->text[i + 1] == '\\' || quoted->text[i + 1] == '\''))
      i++;
    strb_add(&b, quoted->text + i, 1);
  }
  *out = strb_finish(&b);
  return true;
}

static bool b_format(VM *vm, Value *a, Value *out) { return value_format(vm, a[0], a[1], out); }

static bool b_hash(VM *vm, Value *a, Value *out) {
  uint64_t h;
  if (!value_hash(vm, a[0], &h)) return false;
  *out = v_int((int64_t)h);
  return true;
}

static bool b_refused(VM *vm, Value *a, Value *out) {
  const char *name = vm->in->native->name->text;
  return vm_unsupported(vm, "CJ0120",
                        "%s() is not supported: what it does is not known while compiling", name);
}

// io.open, which has the same arguments.
static bool b_open(VM *vm, Value *a, Value *out) {
  Value f;
  return import_attr(vm, "io", "open", &f) && vm_call(vm, f, a, 8, NULL, out);
}

static const NativeDef functions[] = {
    {"print", "*args, sep=None, end=None, file=None, flush=False", builtin_print},
    {"len", "obj, /", b_len},
    {"abs", "x, /", b_abs},
    {"iter", "object, sentinel=?, /", b_iter},
    {"next", "iterator, default=?, /", b_next},
    {"enumerate", "iterable, start=0", b_enumerate},
    {"zip", "*iterables, strict=False", b_zip},
    {"map", "func, /, *iterables", b_map},
    {"filter", "function, iterable, /", b_filter},
    {"reversed", "sequence, /", b_reversed},
    {"any", "iterable, /", b_any},
    {"all", "iterable, /", b_all},
    {"sum", "iterable, /, start=0", b_sum},
    {"min", "*args, key=None, default=?", b_min},
    {"max", "*args, key=None, default=?", b_max},
    {"sorted", "iterable, /, *, key=None, reverse=False", b_sorted},
    {"divmod", "x, y, /", b_divmod},
    {"pow", "base, exp, mod=None", b_pow},
    {"round", "number, ndigits=None", b_round},
    {"ord", "c, /", b_ord},
    {"chr", "i, /", b_chr},
    {"hex", "number, /", b_hex},
    {"oct", "number, /", b_oct},
    {"bin", "number, /", b_bin},
    {"repr", "obj, /", b_repr},
    {"ascii", "obj, /", b_ascii},
    {"format", "value, format_spec='', /", b_format},
    {"hash", "obj, /", b_hash},
    {"open",
     "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, "
     "opener=None",
     b_open},
    {"input", "prompt='', /", builtin_input},
    {"breakpoint", "*args", b_refused},
    {0}};

void init_builtin_functions(VM *vm) {
  native_add_functions(vm, vm->builtins->dict, functions, NULL);
}
