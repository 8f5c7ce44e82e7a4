// iterator.c -- iteration over builtin containers, and zip, enumerate, map, filter, reversed.
#include "driver/stage/iterator.h"

#include "driver/stage/methods.h"

#include <string.h>

Iterator *iterator_new(VM *vm, IterKind kind, Value a) {
  Iterator *it = HEAP_NEW(vm, vm->type[T_iterator], O_ITERATOR, Iterator);
  it->kind = kind;
  it->a = a;
  return it;
}

Iterator *iterator_native(VM *vm, bool (*next)(VM *, Iterator *, Value *, bool *),
                          const char *name) {
  Iterator *it = iterator_new(vm, ITER_NATIVE, V_NONE);
  it->next = next;
  it->name = name;
  return it;
}

const char *iterator_name(const Iterator *it) {
  static const char *const dict[] = {"dict_keyiterator", "dict_valueiterator", "dict_itemiterator"};
  static const char *const names[] = {
      [ITER_RANGE] = "range_iterator", [ITER_LIST] = "list_iterator",
      [ITER_TUPLE] = "tuple_iterator", [ITER_STR] = "str_iterator",
      [ITER_BYTES] = "bytes_iterator", [ITER_SET] = "set_iterator",
      [ITER_SEQUENCE] = "iterator",    [ITER_REVERSED] = "reversed",
      [ITER_ENUMERATE] = "enumerate",  [ITER_ZIP] = "zip",
      [ITER_MAP] = "map",              [ITER_FILTER] = "filter",
      [ITER_CALL] = "callable_iterator", [ITER_NATIVE] = "iterator"};
  if (it->name) return it->name;
  return it->kind == ITER_DICT ? dict[it->step] : names[it->kind];
}

static bool dict_next(VM *vm, Iterator *it, Value *out, bool *done) {
  Dict *d = AS_DICT(it->a);
  if (d->used != (uint32_t)it->n) {
    return vm_raise(vm, E_RuntimeError, "dictionary changed size during iteration");
  }
  while (it->i < d->n && v_is_empty(d->entries[it->i].key)) it->i++;
  if (it->i >= d->n) return *done = true;
  const DictEntry *e = &d->entries[it->i++];
  if (it->step == 0) return *out = e->key, true;
  if (it->step == 1) return *out = e->value, true;
  Value pair[2] = {e->key, e->value};
  return *out = v_obj(tuple_from(vm, pair, 2)), true;
}

static bool set_next(VM *vm, Iterator *it, Value *out, bool *done) {
  Set *s = AS_SET(it->a);
  uint32_t pos = (uint32_t)it->i;
  if (s->used != (uint32_t)it->n)
    return vm_raise(vm, E_RuntimeError, "Set changed size during iteration");
  *done = !set_each(s, &pos, out);
  it->i = pos;
  return true;
}

static bool sequence_next(VM *vm, Iterator *it, Value *out, bool *done) {
  if (get_item(vm, it->a, v_int(it->i), out)) return it->i++, true;
  if (!vm_exc_is(vm, E_IndexError) && !vm_exc_is(vm, E_StopIteration)) return false;
  vm_clear_exc(vm);
  return *done = true;
}

static bool str_next(VM *vm, Iterator *it, Value *out, bool *done) {
  const Str *s = AS_STR(it->a);
  if (it->i >= s->size) return *done = true;
  int64_t to = it->i + 1;
  while (to < s->size && (s->text[to] & 0xc0) == 0x80) to++;
  *out = v_obj(str_new(vm, s->text + it->i, (size_t)(to - it->i)));
  it->i = to;
  return true;
}

static bool zip_next(VM *vm, Iterator *it, Value *out, bool *done) {
  const Tuple *from = AS_TUPLE(it->a);
  if (!from->n) return *done = true;
  Tuple *t = tuple_new(vm, from->n);
  for (uint32_t i = 0; i < from->n; i++) {
    bool end = false;
    if (!iter_next(vm, from->v[i], &t->v[i], &end)) return false;
    if (!end) continue;
    if (!it->n) return *done = true;
    if (i)
      return vm_raise(vm, E_ValueError, "zip() argument %u is shorter than argument%s%u", i + 1,
                      i == 1 ? " " : "s 1-", i);
    for (uint32_t k = 1; k < from->n; k++) {
      Value v;
      if (!iter_next(vm, from->v[k], &v, &end)) return false;
      if (!end)
        return vm_raise(vm, E_ValueError, "zip() argument %u is longer than argument%s%u", k + 1,
                        k == 1 ? " " : "s 1-", k);
    }
    return *done = true;
  }
  *out = v_obj(t);
  return true;
}

static bool map_next(VM *vm, Iterator *it, Value *out, bool *done) {
  const Tuple *from = AS_TUPLE(it->a);
  Value args[16];
  for (uint32_t i = 0; i < from->n; i++) {
    if (!iter_next(vm, from->v[i], &args[i], done)) return false;
    if (*done) return true;
  }
  return vm_call(vm, it->b, args, from->n, NULL, out);
}

static bool filter_next(VM *vm, Iterator *it, Value *out, bool *done) {
  for (;;) {
    bool keep;
    if (!iter_next(vm, it->a, out, done)) return false;
    if (*done) return true;
    Value r = *out;
    if (!v_is_none(it->b) && !vm_call_1(vm, it->b, *out, &r)) return false;
    if (!truth(vm, r, &keep)) return false;
    if (keep) return true;
  }
}

static bool call_next(VM *vm, Iterator *it, Value *out, bool *done) {
  if (it->n) return *done = true;
  if (!vm_call_0(vm, it->a, out)) return false;
  if (!value_equal(vm, *out, it->b, done)) return false;
  it->n = *done;
  return true;
}

static bool enumerate_next(VM *vm, Iterator *it, Value *out, bool *done) {
  Value pair[2] = {v_int(it->i)};
  if (!iter_next(vm, it->a, &pair[1], done)) return false;
  if (*done) return true;
  it->i++;
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool reversed_next(VM *vm, Iterator *it, Value *out, bool *done) {
  if (v_is(it->a, O_LIST)) {
    if (it->i >= AS_LIST(it->a)->n) it->i = (int64_t)AS_LIST(it->a)->n - 1;
    if (it->i < 0) return *done = true;
    return *out = AS_LIST(it->a)->v[it->i--], true;
  }
  if (it->i < 0) return *done = true;
  return get_item(vm, it->a, v_int(it->i--), out);
}

// Those that ask other iterators or call functions.
static bool nested_next(VM *vm, Iterator *it, Value *out, bool *done) {
  switch (it->kind) {
  case ITER_ENUMERATE: return enumerate_next(vm, it, out, done);
  case ITER_ZIP: return zip_next(vm, it, out, done);
  case ITER_MAP: return map_next(vm, it, out, done);
  case ITER_FILTER: return filter_next(vm, it, out, done);
  case ITER_CALL: return call_next(vm, it, out, done);
  default: return it->next(vm, it, out, done);
  }
}

bool iterator_next(VM *vm, Iterator *it, Value *out, bool *done) {
  if (LOG_OLD(vm, it)) log_state(vm, &it->head, sizeof *it);
  switch (it->kind) {
  case ITER_RANGE:
    if (it->n <= 0) return *done = true;
    *out = v_int(it->i);
    it->i += it->step;
    it->n--;
    return true;
  case ITER_LIST:
    if (it->i >= AS_LIST(it->a)->n) {
      it->i = INT64_MAX;
      return *done = true;
    }
    return *out = AS_LIST(it->a)->v[it->i++], true;
  case ITER_TUPLE:
    if (it->i >= AS_TUPLE(it->a)->n) return *done = true;
    return *out = AS_TUPLE(it->a)->v[it->i++], true;
  case ITER_BYTES:
    if (it->i >= ((Bytes *)it->a.o)->size) return *done = true;
    return *out = v_int((uint8_t)((Bytes *)it->a.o)->text[it->i++]), true;
  case ITER_STR: return str_next(vm, it, out, done);
  case ITER_DICT: return dict_next(vm, it, out, done);
  case ITER_SET: return set_next(vm, it, out, done);
  case ITER_SEQUENCE: return sequence_next(vm, it, out, done);
  case ITER_REVERSED: return reversed_next(vm, it, out, done);
  default: break;
  }
  if (vm->native_depth >= vm->native_limit)
    return vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded");
  vm->native_depth++;
  bool ok = nested_next(vm, it, out, done);
  vm->native_depth--;
  return ok;
}

static Iterator *dict_iterator(VM *vm, Dict *d, int what) {
  Iterator *it = iterator_new(vm, ITER_DICT, v_obj(d));
  it->n = d->used;
  it->step = what;
  return it;
}

Iterator *builtin_iter(VM *vm, Value v) {
  Iterator *it;
  switch (v.o->kind) {
  case O_LIST: return iterator_new(vm, ITER_LIST, v);
  case O_TUPLE: return iterator_new(vm, ITER_TUPLE, v);
  case O_STR: return iterator_new(vm, ITER_STR, v);
  case O_BYTES: return iterator_new(vm, ITER_BYTES, v);
  case O_DICT: return dict_iterator(vm, AS_DICT(v), 0);
  case O_DICTVIEW: return dict_iterator(vm, ((DictView *)v.o)->dict, ((DictView *)v.o)->what);
  case O_SET:
    it = iterator_new(vm, ITER_SET, v);
    it->n = AS_SET(v)->used;
    return it;
  case O_RANGE: {
    const Range *r = (Range *)v.o;
    it = iterator_new(vm, ITER_RANGE, v);
    it->i = r->start;
    it->step = r->step;
    it->n = r->n;
    return it;
  }
  default: return NULL;
  }
}

bool get_iter(VM *vm, Value v, Value *out) {
  if (!optional_take(vm, v, &v)) return false;
  if (v.tag == TAG_OBJ) {
    if (v.o->kind == O_ITERATOR || v.o->kind == O_GENERATOR) return *out = v, true;
    bool own = !(v.o->cls->flags & CLASS_NATIVE);
    if (!own || !v_is(class_lookup(vm, v.o->cls, N(vm, iter)), O_FUNCTION)) {
      Iterator *it = builtin_iter(vm, v);
      if (it) return *out = v_obj(it), true;
    }
  }
  bool found;
  if (!call_special_str(vm, v, N(vm, iter), NULL, 0, out, &found)) return false;
  if (found) {
    if (v_is(*out, O_ITERATOR) || v_is(*out, O_GENERATOR)) return true;
    if (!v_is_empty(class_lookup(vm, class_of(vm, *out), N(vm, next)))) return true;
    return vm_raise(vm, E_TypeError, "iter() returned non-iterator of type '%s'",
                    type_name(vm, *out));
  }
  if (!v_is_empty(class_lookup(vm, class_of(vm, v), N(vm, getitem))) && v.tag == TAG_OBJ &&
      v.o->kind != O_CLASS)
    return *out = v_obj(iterator_new(vm, ITER_SEQUENCE, v)), true;
  return vm_raise(vm, E_TypeError, "'%s' object is not iterable", type_name(vm, v));
}

bool iter_next(VM *vm, Value it, Value *out, bool *done) {
  *done = false;
  if (__builtin_expect(vm->due, 0) && !vm_poll(vm)) return false;
  if (v_is(it, O_ITERATOR)) return iterator_next(vm, (Iterator *)it.o, out, done);
  if (v_is(it, O_GENERATOR)) return generator_resume(vm, (Generator *)it.o, V_NONE, out, done);
  bool found;
  if (call_special_str(vm, it, N(vm, next), NULL, 0, out, &found)) {
    if (found) return true;
    return vm_raise(vm, E_TypeError, "'%s' object is not an iterator", type_name(vm, it));
  }
  if (!vm_exc_is(vm, E_StopIteration)) return false;
  vm_clear_exc(vm);
  return *done = true;
}

// ---- Their class.

static bool it_iter(VM *vm, Value *a, Value *out) {
  *out = a[0];
  return true;
}

static bool it_next(VM *vm, Value *a, Value *out) {
  bool done = false;
  if (!iterator_next(vm, (Iterator *)a[0].o, out, &done)) return false;
  return !done || vm_raise_value(vm, exc_new(vm, vm->type[E_StopIteration], NULL, 0));
}

static bool it_length_hint(VM *vm, Value *a, Value *out) {
  Iterator *it = (Iterator *)a[0].o;
  int64_t n = 0;
  if (it->kind == ITER_RANGE) n = it->n;
  if (it->kind == ITER_LIST) n = (int64_t)AS_LIST(it->a)->n - it->i;
  *out = v_int(n < 0 ? 0 : n);
  return true;
}

static const NativeDef iterator_methods[] = {{"__iter__", "self, /", it_iter},
                                             {"__next__", "self, /", it_next},
                                             {"__length_hint__", "self, /", it_length_hint},
                                             {0}};

void init_iterator(VM *vm) { native_add_methods(vm, vm->type[T_iterator], iterator_methods, NULL); }
