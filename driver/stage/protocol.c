// protocol.c -- truth, length, comparison, hash, membership of any value.
#include "driver/stage/methods.h"
#include "driver/stage/run_text.h"
#include "driver/stage/staging.h"

#include <math.h>
#include <string.h>

static bool is_native_plain(VM *vm, Value v) {
  return v.tag != TAG_OBJ || (v.o->cls->flags & CLASS_NATIVE && v.o->kind != O_HOST);
}

bool truth(VM *vm, Value v, bool *out) {
  switch (v.tag) {
  case TAG_BOOL: *out = v.b; return true;
  case TAG_NONE: *out = false; return true;
  case TAG_INT: *out = v.i != 0; return true;
  case TAG_FLOAT: *out = v.f != 0; return true;
  default: break;
  }
  if (v_is(v, O_RUN_STR)) return run_str_truth(vm, v, out);
  if (v_is_staged(v)) {
    if (!vm->hooks.truth) BUG("the truth of a staged value without hooks");
    return vm->hooks.truth(vm, v, out);
  }
  if (!is_native_plain(vm, v)) {
    bool found;
    Value r;
    if (!call_special_str(vm, v, N(vm, bool), NULL, 0, &r, &found)) return false;
    if (found) {
      if (r.tag == TAG_BOOL) return *out = r.b, true;
      if (v_is_staged(r)) return truth(vm, r, out);
      return vm_raise(vm, E_TypeError, "__bool__ should return bool, returned %s",
                      type_name(vm, r));
    }
    Value len = class_lookup(vm, v.o->cls, N(vm, len));
    if (!v_is_empty(len)) {
      int64_t n;
      if (!value_len(vm, v, &n)) return false;
      return *out = n != 0, true;
    }
  }
  switch (v.o->kind) {
  case O_STR: *out = AS_STR(v)->size != 0; break;
  case O_BYTES: *out = ((Bytes *)v.o)->size != 0; break;
  case O_TUPLE: *out = AS_TUPLE(v)->n != 0; break;
  case O_LIST: *out = AS_LIST(v)->n != 0; break;
  case O_DICT: *out = AS_DICT(v)->used != 0; break;
  case O_SET: *out = AS_SET(v)->used != 0; break;
  case O_RANGE: *out = ((Range *)v.o)->n != 0; break;
  case O_DICTVIEW: *out = ((DictView *)v.o)->dict->used != 0; break;
  case O_COMPLEX: *out = ((Complex *)v.o)->re != 0 || ((Complex *)v.o)->im != 0; break;
  case O_INSTANCE: {
    Value x = value_unwrap(v);
    if (v_same(x, v)) return *out = true;
    return truth(vm, x, out);
  }
  default: *out = true;
  }
  return true;
}

bool builtin_len(Value v, int64_t *out) {
  if (v.tag != TAG_OBJ) return false;
  switch (v.o->kind) {
  case O_STR: *out = AS_STR(v)->length; return true;
  case O_BYTES: *out = ((Bytes *)v.o)->size; return true;
  case O_TUPLE: *out = AS_TUPLE(v)->n; return true;
  case O_LIST: *out = AS_LIST(v)->n; return true;
  case O_DICT: *out = AS_DICT(v)->used; return true;
  case O_SET: *out = AS_SET(v)->used; return true;
  case O_RANGE: *out = ((Range *)v.o)->n; return true;
  case O_DICTVIEW: *out = ((DictView *)v.o)->dict->used; return true;
  default: return false;
  }
}

// What __len__ returned.
bool length_value(VM *vm, Value v, int64_t *out) {
  if (!value_index(vm, v, out)) return false;
  return *out >= 0 || vm_raise(vm, E_ValueError, "__len__() should return >= 0");
}

bool value_len(VM *vm, Value v, int64_t *out) {
  bool found = false;
  Value r;
  if (is_native_plain(vm, v) && builtin_len(v, out)) return true;
  if (!run_range_static(vm, v, &v)) return false;
  if (!call_special_str(vm, v, N(vm, len), NULL, 0, &r, &found)) return false;
  if (!found && builtin_len(v, out)) return true;
  if (!found)
    return vm_raise(vm, E_TypeError, "object of type '%s' has no len()", type_name(vm, v));
  return length_value(vm, r, out);
}

// ---- Equality and order.

static bool items_of(Value v, const Value **items, uint32_t *n) {
  if (v_is(v, O_LIST)) return *items = AS_LIST(v)->v, *n = AS_LIST(v)->n, true;
  if (v_is(v, O_TUPLE)) return *items = AS_TUPLE(v)->v, *n = AS_TUPLE(v)->n, true;
  return false;
}

static bool deeper(VM *vm) {
  if (vm->due && !vm_poll(vm)) return false;
  if (++vm->native_depth <= vm->native_limit) return true;
  vm->native_depth--;
  return vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded in comparison");
}

static bool sequence_compare(VM *vm, CompareOp op, Value a, Value b, Value *out) {
  const Value *x = NULL, *y = NULL;
  uint32_t n = 0, m = 0, i = 0;
  items_of(a, &x, &n);
  items_of(b, &y, &m);
  bool equality = op == COMPARE_EQ || op == COMPARE_NE;
  if (equality && n != m) return *out = v_bool(op == COMPARE_NE), true;
  if (equality) {
    bool done;
    if (!equal_staged(vm, n, x, y, out, &done)) return false;
    if (done && op == COMPARE_NE) return value_compare(vm, COMPARE_EQ, *out, v_bool(false), out);
    if (done) return true;
  }
  if (!deeper(vm)) return false;
  bool ok = true, same = true;
  for (; ok && i < n && i < m; i++) {
    items_of(a, &x, &n); // may change while it is compared
    items_of(b, &y, &m);
    if (i >= n || i >= m) break;
    same = v_same(x[i], y[i]);
    if (!same) ok = value_equal(vm, x[i], y[i], &same);
    if (ok && !same) break;
  }
  vm->native_depth--;
  if (!ok) return false;
  if (equality) return *out = v_bool(same == (op == COMPARE_EQ)), true;
  if (!same) return value_compare(vm, op, x[i], y[i], out);
  bool r = op == COMPARE_LT ? n < m : op == COMPARE_LE ? n <= m : op == COMPARE_GT ? n > m : n >= m;
  return *out = v_bool(r), true;
}

static bool dict_equal(VM *vm, Dict *a, Dict *b, bool *out) {
  *out = false;
  if (a->used != b->used) return true;
  if (!deeper(vm)) return false;
  bool ok = true, same = true;
  for (uint32_t i = 0; i < a->n && ok && same; i++) {
    Value other;
    if (v_is_empty(a->entries[i].key)) continue;
    ok = dict_get(vm, b, a->entries[i].key, &other);
    if (!ok || v_is_empty(other))
      same = false;
    else
      ok = v_same(other, a->entries[i].value) || value_equal(vm, a->entries[i].value, other, &same);
  }
  vm->native_depth--;
  *out = same;
  return ok;
}

static bool subset(VM *vm, Set *a, Set *b, bool *out) {
  uint32_t pos = 0;
  Value v;
  *out = a->used <= b->used;
  while (*out && set_each(a, &pos, &v))
    if (!set_has(vm, b, v, out)) return false;
  return true;
}

static bool set_compare(VM *vm, CompareOp op, Set *a, Set *b, Value *out) {
  bool r;
  switch (op) {
  case COMPARE_EQ:
  case COMPARE_NE:
    if (!subset(vm, a, b, &r)) return false;
    r = (r && a->used == b->used) == (op == COMPARE_EQ);
    break;
  case COMPARE_LE:
  case COMPARE_LT:
    if (!subset(vm, a, b, &r)) return false;
    r = r && (op == COMPARE_LE || a->used < b->used);
    break;
  default:
    if (!subset(vm, b, a, &r)) return false;
    r = r && (op == COMPARE_GE || b->used < a->used);
  }
  *out = v_bool(r);
  return true;
}

static bool range_equal(const Range *a, const Range *b) {
  if (a->n != b->n) return false;
  if (!a->n) return true;
  return a->start == b->start && (a->n == 1 || a->step == b->step);
}

// NotImplemented when the builtin kinds do not know each other.
bool builtin_compare(VM *vm, CompareOp op, Value a, Value b, Value *out) {
  bool r, equality = op == COMPARE_EQ || op == COMPARE_NE;
  *out = vm->not_implemented;
  if (number_compare(op, a, b, &r)) return *out = v_bool(r), true;
  if (a.tag != TAG_OBJ || b.tag != TAG_OBJ || a.o->kind != b.o->kind) {
    if (v_is(a, O_DICTVIEW) && v_is(b, O_SET)) goto views;
    return true;
  }
  switch (a.o->kind) {
  case O_STR:
    if (equality)
      r = str_equal(AS_STR(a), AS_STR(b)) == (op == COMPARE_EQ);
    else
      number_compare(op, v_int(str_compare(AS_STR(a), AS_STR(b))), v_int(0), &r);
    return *out = v_bool(r), true;
  case O_BYTES: {
    Bytes *x = (Bytes *)a.o, *y = (Bytes *)b.o;
    int order = memcmp(x->text, y->text, x->size < y->size ? x->size : y->size);
    if (!order) order = (x->size > y->size) - (x->size < y->size);
    number_compare(op, v_int(order), v_int(0), &r);
    return *out = v_bool(r), true;
  }
  case O_TUPLE:
    if (a.o->cls == vm->type[T_UnionType] || b.o->cls == vm->type[T_UnionType])
      return hint_compare(vm, op, a, b, out);
    return sequence_compare(vm, op, a, b, out);
  case O_LIST: return sequence_compare(vm, op, a, b, out);
  case O_DICT:
    if (!equality) return true;
    if (!dict_equal(vm, AS_DICT(a), AS_DICT(b), &r)) return false;
    return *out = v_bool(r == (op == COMPARE_EQ)), true;
  case O_SET: return set_compare(vm, op, AS_SET(a), AS_SET(b), out);
  case O_RANGE:
    if (equality) *out = v_bool(range_equal((Range *)a.o, (Range *)b.o) == (op == COMPARE_EQ));
    return true;
  case O_METHOD: {
    Method *x = (Method *)a.o, *y = (Method *)b.o;
    r = v_same(x->self, y->self) && v_same(x->function, y->function);
    if (equality) *out = v_bool(r == (op == COMPARE_EQ));
    return true;
  }
  case O_SLICE: {
    Slice *x = (Slice *)a.o, *y = (Slice *)b.o;
    Value p[3] = {x->start, x->stop, x->step}, q[3] = {y->start, y->stop, y->step};
    return sequence_compare(vm, op, v_obj(tuple_from(vm, p, 3)), v_obj(tuple_from(vm, q, 3)), out);
  }
  case O_DICTVIEW: goto views;
  default: return true;
  }
views : {
  Set *x = set_new(vm, false), *y = set_new(vm, false);
  if (!set_update(vm, x, a) || !set_update(vm, y, b)) return false;
  return set_compare(vm, op, x, y, out);
}
}

static const CompareOp swapped[COMPARE_COUNT] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                                 COMPARE_NE, COMPARE_LT, COMPARE_LE};

// v.__op__(other), and `not __eq__` for != where a class defines only that.
static bool special_compare(VM *vm, CompareOp op, Value v, Value other, Value *out) {
  bool found;
  *out = vm->not_implemented;
  if (is_native_plain(vm, v)) return true;
  if (!call_special_str(vm, v, vm->in->names.compare[op], &other, 1, out, &found)) return false;
  if (!found) *out = vm->not_implemented;
  if (op != COMPARE_NE || (found && !v_same(*out, vm->not_implemented))) return true;
  if (!call_special_str(vm, v, N(vm, eq), &other, 1, out, &found)) return false;
  if (!found || v_same(*out, vm->not_implemented)) return *out = vm->not_implemented, true;
  if (v_is_staged(*out)) return value_compare(vm, COMPARE_EQ, *out, v_bool(false), out);
  bool b;
  if (!truth(vm, *out, &b)) return false;
  return *out = v_bool(!b), true;
}

static bool is_text(Value v) { return v_is(v, O_RUN_STR) || v_is(v, O_STR); }

bool value_compare(VM *vm, CompareOp op, Value a, Value b, Value *out) {
  if ((v_is(a, O_RUN_OPTIONAL) || v_is(b, O_RUN_OPTIONAL)) &&
      (op == COMPARE_EQ || op == COMPARE_NE))
    return optional_compare(vm, op == COMPARE_NE, a, b, out);
  if ((v_is(a, O_RUN_STR) && is_text(b)) || (v_is(b, O_RUN_STR) && is_text(a)))
    return run_text_compare(vm, op, a, b, out);
  Value none = vm->not_implemented;
  bool b_first = !is_native_plain(vm, b) && class_of(vm, a) != class_of(vm, b) &&
                 class_is_subclass(class_of(vm, b), class_of(vm, a));
  if (b_first && (!special_compare(vm, swapped[op], b, a, out) || !v_same(*out, none)))
    return v_is_empty(vm->exc);
  if (!special_compare(vm, op, a, b, out)) return false;
  if (!v_same(*out, none)) return true;
  if ((v_is_staged(a) || v_is_staged(b)) && vm->hooks.compare) {
    if (!vm->hooks.compare(vm, op, a, b, out)) return false;
    if (!v_same(*out, none)) return true;
  }
  if (!b_first && !special_compare(vm, swapped[op], b, a, out)) return false;
  if (!v_same(*out, none)) return true;
  if (!builtin_compare(vm, op, a, b, out)) return false;
  if (!v_same(*out, none)) return true;
  if (op == COMPARE_EQ) return *out = v_bool(v_same(a, b)), true;
  if (op == COMPARE_NE) return *out = v_bool(!v_same(a, b)), true;
  return vm_raise(vm, E_TypeError, "'%s' not supported between instances of '%s' and '%s'",
                  compare_symbol[op], type_name(vm, a), type_name(vm, b));
}

bool value_equal(VM *vm, Value a, Value b, bool *out) {
  if (a.tag == TAG_INT && b.tag == TAG_INT) return *out = a.i == b.i, true;
  if (v_is(a, O_STR) && v_is(b, O_STR)) return *out = str_equal(AS_STR(a), AS_STR(b)), true;
  Value r;
  return value_compare(vm, COMPARE_EQ, a, b, &r) && truth(vm, r, out);
}

// ---- Hash.

static bool tuple_hash(VM *vm, const Tuple *t, uint64_t *out) {
  const uint64_t p1 = 11400714785074694791u, p2 = 14029467366897019727u, p5 = 2870177450012600261u;
  uint64_t acc = p5;
  if (vm->native_depth >= vm->native_limit)
    return vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded");
  for (uint32_t i = 0; i < t->n; i++) {
    uint64_t lane;
    vm->native_depth++;
    bool ok = value_hash(vm, t->v[i], &lane);
    vm->native_depth--;
    if (!ok) return false;
    acc += lane * p2;
    acc = acc << 31 | acc >> 33;
    acc *= p1;
  }
  acc += t->n ^ (p5 ^ 3527539u);
  *out = acc == UINT64_MAX ? 1546275796 : acc;
  return true;
}

static bool frozenset_hash(VM *vm, Set *s, uint64_t *out) {
  if (s->hash) return *out = s->hash, true;
  uint64_t h = 1927868237u * (s->used + 1);
  uint32_t pos = 0;
  Value v;
  while (set_each(s, &pos, &v)) {
    uint64_t x;
    if (!value_hash(vm, v, &x)) return false;
    h ^= (x ^ x << 16 ^ 89869747u) * 3644798167u;
  }
  *out = s->hash = h ^ (h >> 11) ^ (h >> 25);
  return true;
}

static uint64_t hash_pointer(const void *p) {
  uintptr_t u = (uintptr_t)p;
  return u >> 4 | (uint64_t)u << 60;
}

static bool unhashable(VM *vm, Value v) {
  return vm_raise(vm, E_TypeError, "unhashable type: '%s'", type_name(vm, v));
}

static bool special_hash(VM *vm, Value v, uint64_t *out, bool *found) {
  Value r, n, f = class_lookup(vm, v.o->cls, N(vm, hash));
  *found = !v_is_empty(f);
  if (!*found) return true;
  if (v_is_none(f)) return unhashable(vm, v);
  if (!call_special_str(vm, v, N(vm, hash), NULL, 0, &r, found)) return false;
  if (!int_value(r, &n))
    return vm_raise(vm, E_TypeError, "__hash__ method should return an integer");
  *out = n.tag == TAG_INT ? (uint64_t)(n.i == -1 ? -2 : n.i) : bigint_hash(n);
  return true;
}

bool value_hash(VM *vm, Value v, uint64_t *out) {
  bool found = false;
  if (!is_native_plain(vm, v) || v_is_staged(v)) {
    if (!special_hash(vm, v, out, &found)) return false;
    if (found) return true;
  }
  return builtin_hash(vm, v, out);
}

bool builtin_hash(VM *vm, Value v, uint64_t *out) {
  switch (v.tag) {
  case TAG_NONE: *out = 0xfca86420; return true;
  case TAG_BOOL: *out = v.b; return true;
  case TAG_INT: *out = hash_int(v.i); return true;
  case TAG_FLOAT: *out = hash_float(v.f); return true;
  default: break;
  }
  switch (v.o->kind) {
  case O_STR: *out = str_hash(AS_STR(v)); return true;
  case O_BYTES: *out = hash_int(((Bytes *)v.o)->size * 1000003); return true;
  case O_BIGINT: *out = bigint_hash(v); return true;
  case O_COMPLEX:
    *out = hash_float(((Complex *)v.o)->re) + 1000003 * hash_float(((Complex *)v.o)->im);
    return true;
  case O_TUPLE: return tuple_hash(vm, AS_TUPLE(v), out);
  case O_SET:
    if (class_is_subclass(v.o->cls, vm->type[T_frozenset]))
      return frozenset_hash(vm, AS_SET(v), out);
    return unhashable(vm, v);
  case O_LIST:
  case O_DICT:
  case O_SLICE:
  case O_ARRAY:
  case O_RUN_SCALAR: return unhashable(vm, v);
  case O_RUN_STR:
    if (!run_str_static(vm, v, "the hash", &v)) return false;
    return builtin_hash(vm, v, out);
  case O_RANGE: *out = hash_int(((Range *)v.o)->n * 31 + ((Range *)v.o)->start); return true;
  case O_METHOD: {
    Method *m = (Method *)v.o;
    *out = hash_pointer(m->self.tag == TAG_OBJ ? m->self.o : NULL) ^ hash_pointer(m->function.o);
    return true;
  }
  default: break;
  }
  Value x = value_unwrap(v);
  if (!v_same(x, v)) return value_hash(vm, x, out);
  *out = hash_pointer(v.o);
  return true;
}

// ---- Membership.

static bool contains_text(VM *vm, Value container, Value v, bool *out) {
  if (v_is(v, O_RUN_STR)) {
    Value args[2] = {container, v}, at;
    return run_text_call(vm, "find", 2, args, RUN_INT, &at) &&
           run_scalar_compare(vm, COMPARE_GE, at, v_int(0), &at) && truth(vm, at, out);
  }
  if (!v_is(v, O_STR))
    return vm_raise(vm, E_TypeError, "'in <string>' requires string as left operand, not %s",
                    type_name(vm, v));
  *out = memmem(AS_STR(container)->text, AS_STR(container)->size, AS_STR(v)->text,
                AS_STR(v)->size) != NULL;
  return true;
}

static bool contains_bytes(VM *vm, const Bytes *container, Value v, bool *out) {
  Value i;
  if (v_is(v, O_BYTES)) {
    const Bytes *b = (Bytes *)v.o;
    *out = memmem(container->text, container->size, b->text, b->size) != NULL;
    return true;
  }
  if (!int_value(v, &i))
    return vm_raise(vm, E_TypeError, "a bytes-like object is required, not '%s'",
                    type_name(vm, v));
  if (i.tag != TAG_INT || i.i < 0 || i.i > 255)
    return vm_raise(vm, E_ValueError, "byte must be in range(0, 256)");
  *out = memchr(container->text, (int)i.i, container->size) != NULL;
  return true;
}

static bool contains_iterating(VM *vm, Value container, Value v, bool *out) {
  Value it, item;
  bool done = false;
  struct Iterator *own = container.tag == TAG_OBJ ? builtin_iter(vm, container) : NULL;
  if (own) it = v_obj(own);
  if (!own && !get_iter(vm, container, &it)) {
    if (!vm_exc_is(vm, E_TypeError)) return false;
    vm_clear_exc(vm);
    return vm_raise(vm, E_TypeError, "argument of type '%s' is not iterable",
                    type_name(vm, container));
  }
  for (*out = false; !*out;) {
    if (!iter_next(vm, it, &item, &done)) return false;
    if (done) return true;
    *out = v_same(item, v);
    if (!*out && !value_equal(vm, item, v, out)) return false;
  }
  return true;
}

bool value_contains(VM *vm, Value container, Value v, bool *out) {
  Value r;
  return value_contains_value(vm, container, v, &r) && truth(vm, r, out);
}

bool value_contains_value(VM *vm, Value container, Value v, Value *out) {
  bool found, has;
  if (!contains_staged(vm, container, v, out, &found)) return false;
  if (found) return true;
  if (container.tag == TAG_OBJ &&
      (!is_native_plain(vm, container) || v_is_staged(container) || container.o->kind == O_CLASS)) {
    if (!call_special_str(vm, container, N(vm, contains), &v, 1, out, &found)) return false;
    if (found && v_is_staged(*out)) return true;
    if (found) return truth(vm, *out, &has) && (*out = v_bool(has), true);
  }
  return builtin_contains(vm, container, v, &has) && (*out = v_bool(has), true);
}

bool builtin_contains(VM *vm, Value container, Value v, bool *out) {
  Value r, i;
  if (container.tag == TAG_OBJ) {
    switch (container.o->kind) {
    case O_STR:
      return contains_text(vm, container, v, out);
    case O_BYTES:
      return contains_bytes(vm, (Bytes *)container.o, v, out);
    case O_DICT:
      if (!dict_get(vm, AS_DICT(container), v, &r)) return false;
      return *out = !v_is_empty(r), true;
    case O_SET: return set_has(vm, AS_SET(container), v, out);
    case O_DICTVIEW:
      if (((DictView *)container.o)->what) break;
      if (!dict_get(vm, ((DictView *)container.o)->dict, v, &r)) return false;
      return *out = !v_is_empty(r), true;
    case O_RANGE: {
      const Range *g = (Range *)container.o;
      if (!int_value(v, &i) || i.tag != TAG_INT || !g->n) break;
      int64_t k = i.i - g->start;
      return *out = k % g->step == 0 && k / g->step >= 0 && k / g->step < g->n, true;
    }
    default: break;
    }
  }
  return contains_iterating(vm, container, v, out);
}

// ---- Conversions for C code.

bool value_index(VM *vm, Value v, int64_t *out) {
  Value i;
  if (v.tag == TAG_INT) return *out = v.i, true;
  if (int_value(v, &i)) {
    if (i.tag == TAG_INT) return *out = i.i, true;
    return vm_raise(vm, E_OverflowError, "Python int too large to convert to C ssize_t");
  }
  bool found;
  if (!call_special_str(vm, v, N(vm, index), NULL, 0, &i, &found)) return false;
  if (!found)
    return vm_raise(vm, E_TypeError, "'%s' object cannot be interpreted as an integer",
                    type_name(vm, v));
  if (!v_is_staged(i) && !int_value(i, &i))
    return vm_raise(vm, E_TypeError, "__index__ returned non-int (type %s)", type_name(vm, i));
  return value_index(vm, i, out);
}

// A bound of a search: one that is too large for 64 bits is as good as the largest.
bool value_bound(VM *vm, Value v, int64_t *out) {
  Value i;
  if (!int_value(v, &i) || i.tag == TAG_INT) return value_index(vm, v, out);
  *out = bigint_is_negative(i) ? INT64_MIN / 2 : INT64_MAX / 2;
  return true;
}

bool value_float(VM *vm, Value v, double *out) {
  Value x = value_unwrap(v), r;
  bool found;
  if (x.tag == TAG_FLOAT) return *out = x.f, true;
  if (value_is_int(x)) return bigint_to_double(vm, x, out);
  if (!call_special_str(vm, v, N(vm, float), NULL, 0, &r, &found)) return false;
  if (found && r.tag == TAG_FLOAT) return *out = r.f, true;
  if (found)
    return vm_raise(vm, E_TypeError, "%s.__float__ returned non-float (type %s)", type_name(vm, v),
                    type_name(vm, r));
  if (!call_special_str(vm, v, N(vm, index), NULL, 0, &r, &found)) return false;
  if (found) return value_float(vm, r, out);
  return vm_raise(vm, E_TypeError, "must be real number, not %s", type_name(vm, v));
}
