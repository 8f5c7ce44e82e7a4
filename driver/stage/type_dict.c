// type_dict.c -- methods of dict and its views.
#include "driver/stage/methods.h"

#define DICT(v) AS_DICT(v)

static bool d_get(VM *vm, Value *a, Value *out) {
  if (!dict_get(vm, DICT(a[0]), a[1], out)) return false;
  if (v_is_empty(*out)) *out = a[2];
  return true;
}

static bool d_setdefault(VM *vm, Value *a, Value *out) {
  if (!dict_get(vm, DICT(a[0]), a[1], out)) return false;
  if (!v_is_empty(*out)) return true;
  *out = a[2];
  return dict_set(vm, DICT(a[0]), a[1], a[2]);
}

static bool d_pop(VM *vm, Value *a, Value *out) {
  if (!dict_delete(vm, DICT(a[0]), a[1], out)) return false;
  if (!v_is_empty(*out)) return true;
  if (v_is_empty(a[2])) return raise_key_error(vm, a[1]);
  *out = a[2];
  return true;
}

static bool d_popitem(VM *vm, Value *a, Value *out) {
  Dict *d = DICT(a[0]);
  uint32_t i = d->n;
  while (i > 0 && v_is_empty(d->entries[i - 1].key)) i--;
  if (!i) {
    Value text = v_str(vm, "popitem(): dictionary is empty");
    return raise_key_error(vm, text);
  }
  Value pair[2] = {d->entries[i - 1].key, d->entries[i - 1].value};
  *out = v_obj(tuple_from(vm, pair, 2));
  dict_delete_at(vm, d, i - 1);
  return true;
}

static bool d_clear(VM *vm, Value *a, Value *out) {
  dict_clear(vm, DICT(a[0]));
  return true;
}

static bool d_copy(VM *vm, Value *a, Value *out) {
  *out = v_obj(dict_copy(vm, DICT(a[0])));
  return true;
}

static bool d_update(VM *vm, Value *a, Value *out) {
  if (!v_is_empty(a[1]) && !dict_update(vm, DICT(a[0]), a[1])) return false;
  return dict_update(vm, DICT(a[0]), a[2]);
}

static bool d_fromkeys(VM *vm, Value *a, Value *out) {
  Value it, key, made;
  bool done = false;
  if (!vm_call_0(vm, a[0], &made) || !get_iter(vm, a[1], &it)) return false;
  for (*out = made;;) {
    if (!iter_next(vm, it, &key, &done)) return false;
    if (done) return true;
    if (v_is(made, O_DICT) && made.o->cls == vm->type[T_dict]) {
      if (!dict_set(vm, DICT(made), key, a[2])) return false;
    } else if (!set_item(vm, made, key, a[2])) {
      return false;
    }
  }
}

static bool view(VM *vm, Value d, TypeIndex type, uint8_t what, Value *out) {
  DictView *v = HEAP_NEW(vm, vm->type[type], O_DICTVIEW, DictView);
  v->dict = DICT(d);
  v->what = what;
  *out = v_obj(v);
  return true;
}

static bool d_keys(VM *vm, Value *a, Value *out) { return view(vm, a[0], T_dict_keys, 0, out); }
static bool d_values(VM *vm, Value *a, Value *out) {
  return view(vm, a[0], T_dict_values, 1, out);
}
static bool d_items(VM *vm, Value *a, Value *out) { return view(vm, a[0], T_dict_items, 2, out); }

static bool reversed_list(VM *vm, Value v, Value *out) {
  List *l;
  if (!value_list(vm, v, &l)) return false;
  Iterator *it = iterator_new(vm, ITER_REVERSED, v_obj(l));
  it->i = (int64_t)l->n - 1;
  it->name = "dict_reversekeyiterator";
  *out = v_obj(it);
  return true;
}

static bool d_reversed(VM *vm, Value *a, Value *out) {
  Value keys;
  return d_keys(vm, a, &keys) && reversed_list(vm, keys, out);
}

static bool v_reversed(VM *vm, Value *a, Value *out) { return reversed_list(vm, a[0], out); }

static bool v_isdisjoint(VM *vm, Value *a, Value *out) {
  Value it, item;
  bool done = false, has;
  if (!get_iter(vm, a[1], &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &item, &done)) return false;
    if (done) return *out = v_bool(true), true;
    if (!builtin_contains(vm, a[0], item, &has)) return false;
    if (has) return *out = v_bool(false), true;
  }
}

static bool class_getitem(VM *vm, Value *a, Value *out) {
  return hint_alias(vm, a[0], a[1], out);
}

static const NativeDef dict_methods[] = {
    {"get", "self, key, default=None, /", d_get},
    {"setdefault", "self, key, default=None, /", d_setdefault},
    {"pop", "self, key, default=?, /", d_pop},
    {"popitem", "self, /", d_popitem},
    {"clear", "self, /", d_clear},
    {"copy", "self, /", d_copy},
    {"update", "self, other=?, /, **kwargs", d_update},
    {"fromkeys", "cls, iterable, value=None, /", d_fromkeys, NATIVE_CLASSMETHOD},
    {"keys", "self, /", d_keys},
    {"values", "self, /", d_values},
    {"items", "self, /", d_items},
    {"__reversed__", "self, /", d_reversed},
    {"__class_getitem__", "cls, item, /", class_getitem, NATIVE_CLASSMETHOD},
    {0}};

static const NativeDef view_methods[] = {
    {"isdisjoint", "self, other, /", v_isdisjoint},
    {"__reversed__", "self, /", v_reversed},
    {0}};

void init_type_dict(VM *vm) {
  native_add_methods(vm, vm->type[T_dict], dict_methods, NULL);
  native_add_methods(vm, vm->type[T_dict_keys], view_methods, NULL);
  native_add_methods(vm, vm->type[T_dict_items], view_methods, NULL);
  native_add_methods(vm, vm->type[T_dict_values], view_methods + 1, NULL);
}
