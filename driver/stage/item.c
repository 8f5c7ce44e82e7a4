// item.c -- indexing: reading, writing and deleting items of any value.
#include "driver/stage/methods.h"

#include <string.h>

static bool native_plain(Value v) {
  return v.tag == TAG_OBJ && (v.o->cls->flags & CLASS_NATIVE) && v.o->kind != O_HOST;
}

static bool sequence_size(Value v, int64_t *n) {
  switch (v.o->kind) {
  case O_LIST: *n = AS_LIST(v)->n; return true;
  case O_TUPLE: *n = AS_TUPLE(v)->n; return true;
  case O_STR: *n = AS_STR(v)->length; return true;
  case O_BYTES: *n = ((Bytes *)v.o)->size; return true;
  case O_RANGE: *n = ((Range *)v.o)->n; return true;
  default: return false;
  }
}

static Value sequence_at(VM *vm, Value v, int64_t i) {
  switch (v.o->kind) {
  case O_LIST: return AS_LIST(v)->v[i];
  case O_TUPLE: return AS_TUPLE(v)->v[i];
  case O_STR: return v_obj(str_substring(vm, AS_STR(v), i, 1));
  case O_BYTES: return v_int((uint8_t)((Bytes *)v.o)->text[i]);
  default: return v_int(((Range *)v.o)->start + i * ((Range *)v.o)->step);
  }
}

static const char *sequence_name(Value v) {
  switch (v.o->kind) {
  case O_LIST: return "list";
  case O_TUPLE: return "tuple";
  case O_STR: return "string";
  case O_RANGE: return "range object";
  default: return "byte";
  }
}

static bool slice_range(VM *vm, const Range *r, const Slice *s, Value *out) {
  int64_t start, stop, step;
  if (!slice_bounds(vm, s, r->n, &start, &stop, &step)) return false;
  int64_t from = r->start + start * r->step, to = r->start + stop * r->step;
  *out = v_obj(range_new(vm, from, to, r->step * step));
  return true;
}

static bool slice_get(VM *vm, Value v, const Slice *s, int64_t size, Value *out) {
  int64_t start, step, n;
  if (v_is(v, O_RANGE)) return slice_range(vm, (Range *)v.o, s, out);
  if (!slice_indices(vm, s, size, &start, &step, &n)) return false;
  if (v_is(v, O_STR) && step == 1) {
    *out = v_obj(str_substring(vm, AS_STR(v), start, n));
    return true;
  }
  if (v_is(v, O_STR) || v_is(v, O_BYTES)) {
    StrBuilder b;
    strb_init(&b, vm);
    for (int64_t i = 0; i < n; i++) {
      if (v_is(v, O_STR))
        strb_add_value(&b, sequence_at(vm, v, start + i * step));
      else
        strb_add(&b, ((Bytes *)v.o)->text + start + i * step, 1);
    }
    *out = v_is(v, O_STR) ? strb_finish(&b) : v_obj(bytes_new(vm, b.text, b.n));
    return true;
  }
  List *l = list_new(vm, (uint32_t)n);
  for (int64_t i = 0; i < n; i++) l->v[i] = sequence_at(vm, v, start + i * step);
  l->n = (uint32_t)n;
  *out = v_is(v, O_LIST) ? v_obj(l) : v_obj(tuple_from(vm, l->v, l->n));
  return true;
}

// An index into n items, negative ones counted from the end.
static bool checked_index(VM *vm, Value v, Value key, int64_t n, const char *what, int64_t *out) {
  int64_t i;
  if (key.tag == TAG_INT) {
    i = key.i;
  } else if (!value_index(vm, key, &i)) {
    bool own = v_is_staged(key) || !v_is_empty(class_lookup(vm, class_of(vm, key), N(vm, index)));
    if (!vm_exc_is(vm, E_TypeError) || own) {
      if (vm_exc_is(vm, E_OverflowError)) {
        vm_clear_exc(vm);
        return vm_raise(vm, E_IndexError, "cannot fit 'int' into an index-sized integer");
      }
      return false;
    }
    vm_clear_exc(vm);
    const char *name = v_is(v, O_RANGE) ? "range" : sequence_name(v);
    return vm_raise(vm, E_TypeError, "%s indices must be integers%s, not %s%s%s", name,
                    v_is(v, O_STR) ? "" : " or slices", v_is(v, O_STR) ? "'" : "",
                    type_name(vm, key), v_is(v, O_STR) ? "'" : "");
  }
  if (i < 0) i += n;
  if (i < 0 || i >= n) return vm_raise(vm, E_IndexError, "%sindex out of range", what);
  *out = i;
  return true;
}

static bool dict_item(VM *vm, Value o, Value key, Value *out) {
  if (v_is_staged(key) && vm->hooks.key) {
    if (!vm->hooks.key(vm, AS_DICT(o), key, out)) return false;
    if (!v_is_empty(*out)) return true;
  }
  if (!dict_get(vm, AS_DICT(o), key, out)) return false;
  if (!v_is_empty(*out)) return true;
  if (!native_plain(o)) {
    bool found;
    if (!call_special_str(vm, o, N(vm, missing), &key, 1, out, &found)) return false;
    if (found) return true;
  }
  return raise_key_error(vm, key);
}

static bool class_item(VM *vm, Value o, Value key, Value *out) {
  bool found;
  if (o.o->cls != vm->type[T_type]) {
    if (!call_special_str(vm, o, N(vm, getitem), &key, 1, out, &found)) return false;
    if (found) return true;
  }
  Value f = class_lookup(vm, AS_CLASS(o), N(vm, class_getitem)), bound;
  if (v_is_empty(f)) {
    static const TypeIndex generic[] = {T_list, T_dict,      T_tuple,  T_set,
                                        T_type, T_frozenset, T_ndarray};
    for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
      if (o.o == &vm->type[generic[i]]->head) return hint_alias(vm, o, key, out);
    return vm_raise(vm, E_TypeError, "type '%s' is not subscriptable", AS_CLASS(o)->name->text);
  }
  return bind_attr(vm, f, V_EMPTY, AS_CLASS(o), &bound) && vm_call_1(vm, bound, key, out);
}

bool builtin_get_item(VM *vm, Value o, Value key, Value *out, bool *found) {
  int64_t n, i;
  *found = true;
  if (v_is(o, O_DICT)) return dict_item(vm, o, key, out);
  if (o.tag != TAG_OBJ || !sequence_size(o, &n)) return *found = false, true;
  if (v_is(key, O_SLICE)) return slice_get(vm, o, (Slice *)key.o, n, out);
  if (v_is_staged(key) && vm->hooks.index) return vm->hooks.index(vm, o, key, out);
  static const char *const prefix[O_KIND_COUNT] = {[O_LIST] = "list ",
                                                   [O_TUPLE] = "tuple ",
                                                   [O_STR] = "string ",
                                                   [O_RANGE] = "range object "};
  const char *what = prefix[o.o->kind];
  if (!checked_index(vm, o, key, n, what ? what : "", &i)) return false;
  *out = sequence_at(vm, o, i);
  return true;
}

// xs[-1] of a list that a loop appends to.
static bool last_of_growing(Value o, Value key, Value *out) {
  if (!v_is(o, O_LIST) || !(o.o->flags & LIST_GROWS)) return false;
  const List *l = (List *)o.o;
  if (key.tag != TAG_INT || key.i != -1 || !l->n) return false;
  o.o->flags |= LIST_LAST_READ;
  return *out = l->v[l->n - 1], true;
}

bool get_item(VM *vm, Value o, Value key, Value *out) {
  if (last_of_growing(o, key, out)) return true;
  if (!optional_take(vm, o, &o) || !optional_take(vm, key, &key)) return false;
  bool found;
  if (o.tag == TAG_OBJ && !native_plain(o) && o.o->kind != O_CLASS) {
    if (!call_special_str(vm, o, N(vm, getitem), &key, 1, out, &found)) return false;
    if (found) return true;
  }
  if (o.tag == TAG_OBJ) {
    if (o.o->kind == O_CLASS) return class_item(vm, o, key, out);
    if (!builtin_get_item(vm, o, key, out, &found)) return false;
    if (found) return true;
    if (!call_special_str(vm, o, N(vm, getitem), &key, 1, out, &found)) return false;
    if (found) return true;
  }
  return vm_raise(vm, E_TypeError, "'%s' object is not subscriptable", type_name(vm, o));
}

// ---- Writing.

static bool list_set_slice(VM *vm, List *l, const Slice *s, Value v) {
  int64_t start, step, n;
  List *from = NULL;
  if (!v_is_empty(v) && !value_list(vm, v, &from)) {
    if (!vm_exc_is(vm, E_TypeError)) return false;
    vm_clear_exc(vm);
    return vm_raise(vm, E_TypeError, "can only assign an iterable");
  }
  if (!slice_indices(vm, s, l->n, &start, &step, &n)) return false;
  if (LOG_OLD(vm, l)) log_list_whole(vm, l);
  if (step != 1 && from) {
    if (from->n != n)
      return vm_raise(vm, E_ValueError,
                      "attempt to assign sequence of size %u to extended slice of size %lld",
                      from->n, (long long)n);
    for (int64_t i = 0; i < n; i++) l->v[start + i * step] = from->v[i];
    return true;
  }
  if (step != 1) { // deletion of every step-th
    if (step < 0) start += (n - 1) * step, step = -step;
    uint32_t to = 0;
    for (uint32_t i = 0; i < l->n; i++) {
      bool gone = n > 0 && i >= start && (i - start) % step == 0 && (i - start) / step < n;
      if (!gone) l->v[to++] = l->v[i];
    }
    l->n = to;
    return true;
  }
  uint32_t m = from ? from->n : 0, tail = l->n - (uint32_t)(start + n);
  list_reserve(vm, l, (uint32_t)start + m + tail);
  if (tail) memmove(l->v + start + m, l->v + start + n, tail * sizeof(Value));
  if (m) memcpy(l->v + start, from->v, m * sizeof(Value));
  l->n = (uint32_t)start + m + tail;
  return true;
}

static bool list_set(VM *vm, List *l, Value key, Value v) {
  int64_t i;
  if (v_is(key, O_SLICE)) return list_set_slice(vm, l, (Slice *)key.o, v);
  if (v_is_staged(key) && !v_is_empty(v) && vm->hooks.put) {
    bool done;
    if (!vm->hooks.put(vm, l, key, v, &done)) return false;
    if (done) return true;
  }
  if (!checked_index(vm, v_obj(l), key, l->n, "list assignment ", &i)) return false;
  if (v_is_empty(v)) {
    if (LOG_OLD(vm, l)) log_list_whole(vm, l);
    memmove(l->v + i, l->v + i + 1, (size_t)(l->n - i - 1) * sizeof(Value));
    l->n--;
    return true;
  }
  if (LOG_OLD(vm, l)) log_list_item(vm, l, (uint32_t)i);
  l->v[i] = v;
  return true;
}

bool builtin_set_item(VM *vm, Value o, Value key, Value v, bool *found) {
  Value old;
  *found = true;
  if (v_is(o, O_LIST)) return list_set(vm, AS_LIST(o), key, v);
  if (!v_is(o, O_DICT)) return *found = false, true;
  if (!v_is_empty(v)) return dict_set(vm, AS_DICT(o), key, v);
  if (!dict_delete(vm, AS_DICT(o), key, &old)) return false;
  return !v_is_empty(old) || raise_key_error(vm, key);
}

static bool set_or_delete(VM *vm, Value o, Value key, Value v) {
  bool found, del = v_is_empty(v);
  Value args[2] = {key, v}, out;
  if (o.tag == TAG_OBJ && (!native_plain(o) || v_is_staged(o))) {
    Str *name = del ? N(vm, delitem) : N(vm, setitem);
    if (!call_special_str(vm, o, name, args, del ? 1 : 2, &out, &found)) return false;
    if (found) return true;
  }
  if (!builtin_set_item(vm, o, key, v, &found)) return false;
  if (found) return true;
  int64_t n;
  bool has_items = o.tag == TAG_OBJ && (o.o->kind == O_SET || sequence_size(o, &n));
  return vm_raise(vm, E_TypeError, "'%s' object %s item %s", type_name(vm, o),
                  del && has_items ? "doesn't support" : "does not support",
                  del ? "deletion" : "assignment");
}

bool set_item(VM *vm, Value o, Value key, Value v) { return set_or_delete(vm, o, key, v); }
bool delete_item(VM *vm, Value o, Value key) { return set_or_delete(vm, o, key, V_EMPTY); }
