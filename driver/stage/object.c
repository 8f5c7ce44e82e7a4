// object.c -- making objects of the small kinds, and lists.
#include "driver/stage/object.h"

#include "driver/stage/vm_internal.h"

#include <string.h>

Tuple *tuple_new(VM *vm, uint32_t n) {
  if (!n && vm->in->empty_tuple) return vm->in->empty_tuple;
  Tuple *t = heap_new(vm, vm->type[T_tuple], O_TUPLE, sizeof(Tuple) + n * sizeof(Value));
  t->n = n;
  for (uint32_t i = 0; i < n; i++) t->v[i] = V_NONE;
  return t;
}

Tuple *tuple_from(VM *vm, const Value *v, uint32_t n) {
  if (!n) return vm->in->empty_tuple;
  Tuple *t = heap_new(vm, vm->type[T_tuple], O_TUPLE, sizeof(Tuple) + n * sizeof(Value));
  t->n = n;
  memcpy(t->v, v, n * sizeof(Value));
  return t;
}

List *list_new(VM *vm, uint32_t room) {
  List *l = HEAP_NEW(vm, vm->type[T_list], O_LIST, List);
  if (room) list_reserve(vm, l, room);
  return l;
}

void list_reserve(VM *vm, List *l, uint32_t room) {
  if (room <= l->room) return;
  uint32_t want = l->room + l->room / 2 + 4;
  if (want < room) want = room;
  l->v = heap_grow(vm, l->v, l->room * sizeof(Value), want * sizeof(Value));
  l->room = want;
}

void list_append(VM *vm, List *l, Value v) {
  if (LOG_OLD(vm, l)) log_list_append(vm, l);
  if (l->n == l->room) list_reserve(vm, l, l->n + 1);
  l->v[l->n++] = v;
}

// A list or tuple whose class does not define __iter__.
static bool iterates_plainly(VM *vm, Value v) {
  if (!v_is(v, O_LIST) && !v_is(v, O_TUPLE)) return false;
  return v.o->cls->flags & CLASS_NATIVE ||
         !v_is(class_lookup(vm, v.o->cls, N(vm, iter)), O_FUNCTION);
}

bool list_extend(VM *vm, List *l, Value iterable) {
  if (iterates_plainly(vm, iterable)) {
    bool list = v_is(iterable, O_LIST);
    uint32_t n = list ? AS_LIST(iterable)->n : AS_TUPLE(iterable)->n;
    for (uint32_t i = 0; i < n; i++)
      list_append(vm, l, list ? AS_LIST(iterable)->v[i] : AS_TUPLE(iterable)->v[i]);
    return true;
  }
  Value it, v;
  bool done = false;
  if (!get_iter(vm, iterable, &it)) return false;
  if (v_is(it, O_ITERATOR) && ((Iterator *)it.o)->kind == ITER_RANGE &&
      ((Iterator *)it.o)->n > 1 << 28)
    return vm_raise(vm, E_MemoryError, "a sequence of %lld items is too large",
                    (long long)((Iterator *)it.o)->n);
  for (;;) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) return true;
    list_append(vm, l, v);
  }
}

bool value_list(VM *vm, Value iterable, List **out) {
  List *l = list_new(vm, 0);
  if (!list_extend(vm, l, iterable)) return false;
  *out = l;
  return true;
}

bool value_tuple(VM *vm, Value iterable, Tuple **out) {
  bool plain = iterates_plainly(vm, iterable);
  if (plain && v_is(iterable, O_TUPLE)) {
    *out = AS_TUPLE(iterable);
    return true;
  }
  if (plain) {
    *out = tuple_from(vm, AS_LIST(iterable)->v, AS_LIST(iterable)->n);
    return true;
  }
  List *l;
  if (!value_list(vm, iterable, &l)) return false;
  *out = tuple_from(vm, l->v, l->n);
  return true;
}

Range *range_new(VM *vm, int64_t start, int64_t stop, int64_t step) {
  Range *r = HEAP_NEW(vm, vm->type[T_range], O_RANGE, Range);
  r->start = start;
  r->stop = stop;
  r->step = step;
  if (step > 0 && start < stop)
    r->n = (int64_t)(((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step + 1);
  if (step < 0 && start > stop)
    r->n = (int64_t)(((uint64_t)start - (uint64_t)stop - 1) / -(uint64_t)step + 1);
  return r;
}

Slice *slice_new(VM *vm, Value start, Value stop, Value step) {
  Slice *s = HEAP_NEW(vm, vm->type[T_slice], O_SLICE, Slice);
  s->start = start;
  s->stop = stop;
  s->step = step;
  return s;
}

static bool slice_int(VM *vm, Value v, int64_t *out) {
  if (value_index(vm, v, out)) return true;
  if (!vm_exc_is(vm, E_TypeError) || v_is_staged(v)) return false;
  vm_clear_exc(vm);
  return vm_raise(vm, E_TypeError,
                  "slice indices must be integers or None or have an __index__ method");
}

static bool slice_bound(VM *vm, Value v, int64_t preset, int64_t n, bool backwards, int64_t *out) {
  if (v_is_none(v)) {
    *out = preset;
    return true;
  }
  Value i;
  if (int_value(v, &i) && i.tag != TAG_INT) {
    *out = bigint_is_negative(i) ? (backwards ? -1 : 0) : (backwards ? n - 1 : n);
    return true;
  }
  int64_t k;
  if (!slice_int(vm, v, &k)) return false;
  if (k < 0) {
    k += n;
    if (k < 0) k = backwards ? -1 : 0;
  } else if (k >= n) {
    k = backwards ? n - 1 : n;
  }
  *out = k;
  return true;
}

bool slice_bounds(VM *vm, const Slice *s, int64_t n, int64_t *start, int64_t *stop, int64_t *step) {
  int64_t by = 1;
  if (v_is(s->step, O_BIGINT))
    by = bigint_is_negative(s->step) ? -INT64_MAX : INT64_MAX;
  else if (!v_is_none(s->step) && !slice_int(vm, s->step, &by))
    return false;
  if (by == 0) return vm_raise(vm, E_ValueError, "slice step cannot be zero");
  if (by < -INT64_MAX) by = -INT64_MAX;
  bool back = by < 0;
  *step = by;
  return slice_bound(vm, s->start, back ? n - 1 : 0, n, back, start) &&
         slice_bound(vm, s->stop, back ? -1 : n, n, back, stop);
}

bool slice_indices(VM *vm, const Slice *s, int64_t n, int64_t *start, int64_t *step,
                   int64_t *count) {
  int64_t from, to, by;
  if (!slice_bounds(vm, s, n, &from, &to, &by)) return false;
  *start = from;
  *step = by;
  *count = 0;
  if (by > 0 && from < to) *count = (to - from - 1) / by + 1;
  if (by < 0 && from > to) *count = (from - to - 1) / -by + 1;
  return true;
}

Value complex_new(VM *vm, double re, double im) {
  Complex *z = HEAP_NEW(vm, vm->type[T_complex], O_COMPLEX, Complex);
  z->re = re;
  z->im = im;
  return v_obj(z);
}

Cell *cell_new(VM *vm, Str *name) {
  Cell *c = HEAP_NEW(vm, vm->type[T_cell], O_CELL, Cell);
  c->name = name;
  return c;
}

Value method_new(VM *vm, Value self, Value function) {
  Method *m = HEAP_NEW(vm, vm->type[T_method], O_METHOD, Method);
  m->self = self;
  m->function = function;
  return v_obj(m);
}

Module *module_new(VM *vm, const char *name) {
  Module *m = HEAP_NEW(vm, vm->type[T_module], O_MODULE, Module);
  m->name = str_name(vm, name);
  m->dict = dict_new(vm);
  m->dict->owner = &m->head;
  dict_set_str(vm, m->dict, N(vm, name), v_obj(m->name));
  dict_set_str(vm, m->dict, N(vm, doc), V_NONE);
  return m;
}
