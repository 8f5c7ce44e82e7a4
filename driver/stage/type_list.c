// type_list.c -- methods of list and tuple.
#include "driver/stage/methods.h"

#include <string.h>

#define LIST(v) AS_LIST(v)

static bool l_append(VM *vm, Value *a, Value *out) {
  list_append(vm, (List *)a[0].o, a[1]);
  return true;
}

static bool l_extend(VM *vm, Value *a, Value *out) {
  if (!v_same(a[0], a[1])) return list_extend(vm, (List *)a[0].o, a[1]);
  return list_extend(vm, LIST(a[0]), v_obj(tuple_from(vm, LIST(a[0])->v, LIST(a[0])->n)));
}

static bool l_insert(VM *vm, Value *a, Value *out) {
  List *l = LIST(a[0]);
  int64_t i;
  if (!value_index(vm, a[1], &i)) return false;
  if (i < 0 && (i += l->n) < 0) i = 0;
  if (i > l->n) i = l->n;
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  list_reserve(vm, l, l->n + 1);
  memmove(l->v + i + 1, l->v + i, (size_t)(l->n - i) * sizeof(Value));
  l->v[i] = a[2];
  l->n++;
  return true;
}

static void remove_at(VM *vm, List *l, int64_t i) {
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  memmove(l->v + i, l->v + i + 1, (size_t)(l->n - i - 1) * sizeof(Value));
  l->n--;
}

static bool l_pop(VM *vm, Value *a, Value *out) {
  List *l = LIST(a[0]);
  int64_t i;
  if (!value_index(vm, a[1], &i)) return false;
  if (!l->n) return vm_raise(vm, E_IndexError, "pop from empty list");
  if (i < 0) i += l->n;
  if (i < 0 || i >= l->n) return vm_raise(vm, E_IndexError, "pop index out of range");
  *out = l->v[i];
  remove_at(vm, l, i);
  return true;
}

static bool items_of(Value v, const Value **items, uint32_t *n) {
  bool list = v_is(v, O_LIST);
  *items = list ? LIST(v)->v : AS_TUPLE(v)->v;
  *n = list ? LIST(v)->n : AS_TUPLE(v)->n;
  return true;
}

// The first item of from..to equal to `what`, or -1.
static bool find_item(VM *vm, Value self, Value what, int64_t from, int64_t to, int64_t *out) {
  const Value *items;
  uint32_t n;
  for (*out = -1; from < to; from++) {
    bool equal;
    items_of(self, &items, &n);
    if (from >= n) return true;
    equal = v_same(items[from], what);
    if (!equal && !value_equal(vm, items[from], what, &equal)) return false;
    if (equal) return *out = from, true;
  }
  return true;
}

static bool l_remove(VM *vm, Value *a, Value *out) {
  int64_t i;
  if (!find_item(vm, a[0], a[1], 0, LIST(a[0])->n, &i)) return false;
  if (i < 0) return vm_raise(vm, E_ValueError, "list.remove(x): x not in list");
  remove_at(vm, LIST(a[0]), i);
  return true;
}

static bool l_clear(VM *vm, Value *a, Value *out) {
  List *l = LIST(a[0]);
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  l->n = 0;
  return true;
}

static bool bound_of(VM *vm, Value v, int64_t n, int64_t preset, int64_t *out) {
  *out = preset;
  if (v_is_empty(v)) return true;
  if (!value_bound(vm, v, out)) return false;
  if (*out < 0 && (*out += n) < 0) *out = 0;
  if (*out > n) *out = n;
  return true;
}

static bool x_index(VM *vm, Value *a, Value *out) {
  const Value *items;
  uint32_t n;
  int64_t from, to, i;
  items_of(a[0], &items, &n);
  if (!bound_of(vm, a[2], n, 0, &from) || !bound_of(vm, a[3], n, n, &to)) return false;
  if (!find_item(vm, a[0], a[1], from, to, &i)) return false;
  if (i >= 0) return *out = v_int(i), true;
  if (v_is(a[0], O_TUPLE)) return vm_raise(vm, E_ValueError, "tuple.index(x): x not in tuple");
  Value shown;
  if (!value_repr(vm, a[1], &shown)) return false;
  return vm_raise(vm, E_ValueError, "%s is not in list", text_of(vm, shown));
}

static bool x_count(VM *vm, Value *a, Value *out) {
  const Value *items;
  uint32_t n;
  int64_t count = 0;
  items_of(a[0], &items, &n);
  for (uint32_t i = 0; i < n; i++) {
    bool equal = v_same(items[i], a[1]);
    if (!equal && !value_equal(vm, items[i], a[1], &equal)) return false;
    count += equal;
    items_of(a[0], &items, &n);
  }
  *out = v_int(count);
  return true;
}

static bool l_reverse(VM *vm, Value *a, Value *out) {
  List *l = LIST(a[0]);
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  for (uint32_t i = 0; i < l->n / 2; i++) {
    Value t = l->v[i];
    l->v[i] = l->v[l->n - 1 - i];
    l->v[l->n - 1 - i] = t;
  }
  return true;
}

static bool l_sort(VM *vm, Value *a, Value *out) {
  bool reverse;
  return truth(vm, a[2], &reverse) && list_sort(vm, LIST(a[0]), a[1], reverse);
}

static bool l_copy(VM *vm, Value *a, Value *out) {
  const List *from = LIST(a[0]);
  List *l = list_new(vm, from->n);
  if (from->n) memcpy(l->v, from->v, from->n * sizeof(Value));
  l->n = from->n;
  *out = v_obj(l);
  return true;
}

static bool l_reversed(VM *vm, Value *a, Value *out) {
  Iterator *it = iterator_new(vm, ITER_REVERSED, a[0]);
  it->i = (int64_t)LIST(a[0])->n - 1;
  it->name = "list_reverseiterator";
  *out = v_obj(it);
  return true;
}

static bool x_class_getitem(VM *vm, Value *a, Value *out) {
  return hint_alias(vm, a[0], a[1], out);
}

static const NativeDef list_methods[] = {
    {"append", "self, object, /", l_append},
    {"extend", "self, iterable, /", l_extend},
    {"insert", "self, index, object, /", l_insert},
    {"pop", "self, index=-1, /", l_pop},
    {"remove", "self, value, /", l_remove},
    {"clear", "self, /", l_clear},
    {"index", "self, value, start=?, stop=?, /", x_index},
    {"count", "self, value, /", x_count},
    {"reverse", "self, /", l_reverse},
    {"sort", "self, /, *, key=None, reverse=False", l_sort},
    {"copy", "self, /", l_copy},
    {"__reversed__", "self, /", l_reversed},
    {"__class_getitem__", "cls, item, /", x_class_getitem, NATIVE_CLASSMETHOD},
    {0}};

static const NativeDef tuple_methods[] = {
    {"index", "self, value, start=?, stop=?, /", x_index},
    {"count", "self, value, /", x_count},
    {"__class_getitem__", "cls, item, /", x_class_getitem, NATIVE_CLASSMETHOD},
    {0}};

void init_type_list(VM *vm) {
  native_add_methods(vm, vm->type[T_list], list_methods, NULL);
  native_add_methods(vm, vm->type[T_tuple], tuple_methods, NULL);
}
