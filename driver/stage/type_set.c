// type_set.c -- methods of set and frozenset.
#include "driver/stage/methods.h"

#define SET(v) AS_SET(v)

static bool s_add(VM *vm, Value *a, Value *out) { return set_add(vm, SET(a[0]), a[1]); }

static bool s_discard(VM *vm, Value *a, Value *out) {
  bool was;
  return set_remove(vm, SET(a[0]), a[1], &was);
}

static bool s_remove(VM *vm, Value *a, Value *out) {
  bool was;
  if (!set_remove(vm, SET(a[0]), a[1], &was)) return false;
  return was || raise_key_error(vm, a[1]);
}

static bool s_pop(VM *vm, Value *a, Value *out) {
  uint32_t at = 0;
  bool was;
  if (!set_each(SET(a[0]), &at, out))
    return raise_key_error(vm, v_str(vm, "pop from an empty set"));
  return set_remove(vm, SET(a[0]), *out, &was);
}

static bool s_clear(VM *vm, Value *a, Value *out) {
  set_clear(vm, SET(a[0]));
  return true;
}

// A copy of the same builtin class.
static Set *copy_of(VM *vm, Value v) {
  Set *s = set_copy(vm, SET(v));
  bool frozen = class_is_subclass(v.o->cls, vm->type[T_frozenset]);
  s->head.cls = vm->type[frozen ? T_frozenset : T_set];
  return s;
}

static bool s_copy(VM *vm, Value *a, Value *out) {
  *out = v_obj(copy_of(vm, a[0]));
  return true;
}

static bool as_set(VM *vm, Value v, Value *out) {
  if (v_is(v, O_SET)) return *out = v, true;
  Set *s = set_new(vm, false);
  *out = v_obj(s);
  return set_update(vm, s, v);
}

// self op other op other...; none: a copy.
static bool fold(VM *vm, Value self, const Tuple *others, BinaryOp op, Value *out) {
  *out = v_obj(copy_of(vm, self));
  for (uint32_t i = 0; i < others->n; i++) {
    Value other;
    if (op == BINARY_OR) {
      if (!set_update(vm, SET(*out), others->v[i])) return false;
      continue;
    }
    if (!as_set(vm, others->v[i], &other) || !builtin_binary(vm, op, *out, other, out))
      return false;
  }
  return true;
}

static bool s_union(VM *vm, Value *a, Value *out) {
  return fold(vm, a[0], AS_TUPLE(a[1]), BINARY_OR, out);
}
static bool s_intersection(VM *vm, Value *a, Value *out) {
  return fold(vm, a[0], AS_TUPLE(a[1]), BINARY_AND, out);
}
static bool s_difference(VM *vm, Value *a, Value *out) {
  return fold(vm, a[0], AS_TUPLE(a[1]), BINARY_SUB, out);
}
static bool s_symmetric_difference(VM *vm, Value *a, Value *out) {
  return fold(vm, a[0], tuple_from(vm, &a[1], 1), BINARY_XOR, out);
}

static bool update(VM *vm, Value *a, const Tuple *others, BinaryOp op) {
  Value r;
  if (!fold(vm, a[0], others, op, &r)) return false;
  set_clear(vm, SET(a[0]));
  return set_update(vm, SET(a[0]), r);
}

static bool s_update(VM *vm, Value *a, Value *out) {
  for (uint32_t i = 0; i < AS_TUPLE(a[1])->n; i++)
    if (!set_update(vm, SET(a[0]), AS_TUPLE(a[1])->v[i])) return false;
  return true;
}
static bool s_intersection_update(VM *vm, Value *a, Value *out) {
  return update(vm, a, AS_TUPLE(a[1]), BINARY_AND);
}
static bool s_difference_update(VM *vm, Value *a, Value *out) {
  return update(vm, a, AS_TUPLE(a[1]), BINARY_SUB);
}
static bool s_symmetric_difference_update(VM *vm, Value *a, Value *out) {
  return update(vm, a, tuple_from(vm, &a[1], 1), BINARY_XOR);
}

static bool related(VM *vm, Value *a, CompareOp op, Value *out) {
  Value other;
  return as_set(vm, a[1], &other) && builtin_compare(vm, op, a[0], other, out);
}

static bool s_issubset(VM *vm, Value *a, Value *out) { return related(vm, a, COMPARE_LE, out); }
static bool s_issuperset(VM *vm, Value *a, Value *out) { return related(vm, a, COMPARE_GE, out); }

static bool s_isdisjoint(VM *vm, Value *a, Value *out) {
  Value it, item;
  bool done = false, has;
  if (!get_iter(vm, a[1], &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &item, &done)) return false;
    if (done) return *out = v_bool(true), true;
    if (!set_has(vm, SET(a[0]), item, &has)) return false;
    if (has) return *out = v_bool(false), true;
  }
}

static bool class_getitem(VM *vm, Value *a, Value *out) {
  return hint_alias(vm, a[0], a[1], out);
}

static const NativeDef frozenset_methods[] = {
    {"copy", "self, /", s_copy},
    {"union", "self, /, *others", s_union},
    {"intersection", "self, /, *others", s_intersection},
    {"difference", "self, /, *others", s_difference},
    {"symmetric_difference", "self, other, /", s_symmetric_difference},
    {"issubset", "self, other, /", s_issubset},
    {"issuperset", "self, other, /", s_issuperset},
    {"isdisjoint", "self, other, /", s_isdisjoint},
    {"__class_getitem__", "cls, item, /", class_getitem, NATIVE_CLASSMETHOD},
    {0}};

static const NativeDef set_methods[] = {
    {"add", "self, elem, /", s_add},
    {"discard", "self, elem, /", s_discard},
    {"remove", "self, elem, /", s_remove},
    {"pop", "self, /", s_pop},
    {"clear", "self, /", s_clear},
    {"update", "self, /, *others", s_update},
    {"intersection_update", "self, /, *others", s_intersection_update},
    {"difference_update", "self, /, *others", s_difference_update},
    {"symmetric_difference_update", "self, other, /", s_symmetric_difference_update},
    {0}};

void init_type_set(VM *vm) {
  native_add_methods(vm, vm->type[T_set], frozenset_methods, NULL);
  native_add_methods(vm, vm->type[T_set], set_methods, NULL);
  native_add_methods(vm, vm->type[T_frozenset], frozenset_methods, NULL);
}
