// dict.c -- ordered dictionaries: entries in order of insertion, and an open-addressing index.
#include "driver/stage/run_text.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

enum { INDEX_FROM = 8 }; // fewer entries are searched in order

Dict *dict_new(VM *vm) { return HEAP_NEW(vm, vm->type[T_dict], O_DICT, Dict); }

static void index_put(Dict *d, uint64_t hash, int32_t entry) {
  uint32_t h = (uint32_t)hash & d->mask;
  while (d->index[h] >= 0) h = (h + 1) & d->mask;
  d->index[h] = entry;
}

// Drops deleted entries and makes room.
static void dict_rebuild(VM *vm, Dict *d) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < d->n; i++)
    if (!v_is_empty(d->entries[i].key)) d->entries[n++] = d->entries[i];
  d->n = n;
  uint32_t room = d->room ? d->room : 4;
  if (n * 3 >= room * 2) room *= 2;
  if (room > d->room || !d->entries) {
    d->entries = heap_grow(vm, d->entries, d->room * sizeof(DictEntry), room * sizeof(DictEntry));
    d->room = room;
  }
  if (room <= INDEX_FROM) return;
  uint32_t size = d->mask ? d->mask + 1 : 16;
  while (size < room * 2) size *= 2;
  if (size - 1 != d->mask) {
    d->index = heap_grow(vm, d->index, d->mask ? (d->mask + 1) * 4 : 0, size * 4);
    d->mask = size - 1;
  }
  memset(d->index, 0xff, size * 4);
  for (uint32_t i = 0; i < n; i++) index_put(d, d->entries[i].hash, (int32_t)i);
}

static void dict_append(VM *vm, Dict *d, Value key, uint64_t hash, Value v) {
  if (d->n == d->room) dict_rebuild(vm, d);
  d->entries[d->n] = (DictEntry){key, v, hash};
  if (d->mask) index_put(d, hash, (int32_t)d->n);
  d->n++;
  d->used++;
}

int64_t dict_find_str(const Dict *d, const Str *key) {
  uint64_t hash = str_hash((Str *)key);
  bool interned = key->head.flags & STR_INTERNED;
  if (!d->mask) {
    for (uint32_t i = 0; i < d->n; i++) {
      const DictEntry *e = &d->entries[i];
      if (e->key.tag != TAG_OBJ) continue;
      if (e->key.o == &key->head) return i;
      if (e->hash != hash || e->key.o->kind != O_STR) continue;
      if (interned && e->key.o->flags & STR_INTERNED) continue;
      if (str_equal(AS_STR(e->key), key)) return i;
    }
    return -1;
  }
  for (uint32_t h = (uint32_t)hash & d->mask;; h = (h + 1) & d->mask) {
    int32_t k = d->index[h];
    if (k == -1) return -1;
    if (k < 0) continue;
    const DictEntry *e = &d->entries[k];
    if (e->key.tag != TAG_OBJ || e->hash != hash) continue;
    if (e->key.o == &key->head) return k;
    if (e->key.o->kind == O_STR && str_equal(AS_STR(e->key), key)) return k;
  }
}

static bool keys_equal(VM *vm, Value a, Value b, bool *out) {
  if (v_same(a, b)) return *out = true;
  return value_equal(vm, a, b, out);
}

// *entry: its number, or -1.
static bool dict_find(VM *vm, Dict *d, Value key, uint64_t hash, int64_t *entry) {
  *entry = -1;
  if (v_is(key, O_STR)) {
    *entry = dict_find_str(d, AS_STR(key));
    return true;
  }
  if (!d->mask) {
    for (uint32_t i = 0; i < d->n; i++) {
      bool equal = false;
      if (d->entries[i].hash != hash || v_is_empty(d->entries[i].key)) continue;
      if (!keys_equal(vm, d->entries[i].key, key, &equal)) return false;
      if (equal) return *entry = i, true;
    }
    return true;
  }
  for (uint32_t h = (uint32_t)hash & d->mask;; h = (h + 1) & d->mask) {
    int32_t k = d->index[h];
    if (k == -1) return true;
    if (k < 0 || d->entries[k].hash != hash || v_is_empty(d->entries[k].key)) continue;
    bool equal = false;
    if (!keys_equal(vm, d->entries[k].key, key, &equal)) return false;
    if (equal) return *entry = k, true;
  }
}

Value dict_get_str(const Dict *d, const Str *key) {
  int64_t k = dict_find_str(d, key);
  return k < 0 ? V_EMPTY : d->entries[k].value;
}

Value dict_get_c(VM *vm, const Dict *d, const char *key) {
  return dict_get_str(d, str_name(vm, key));
}

// A key whose text only the executable knows is found while compiling.
static bool plain_key(VM *vm, Value *key) {
  return !v_is(*key, O_RUN_STR) || run_str_static(vm, *key, "a key", key);
}

static void dict_put(VM *vm, Dict *d, int64_t entry, Value key, uint64_t hash, Value v) {
  if (LOG_OLD(vm, d)) log_dict_item(vm, d, key, entry < 0 ? V_EMPTY : d->entries[entry].value);
  if (entry < 0)
    dict_append(vm, d, key, hash, v);
  else
    d->entries[entry].value = v;
  if (d->owner && d->owner->kind == O_CLASS) class_changed(vm, (Class *)d->owner);
}

void dict_set_str(VM *vm, Dict *d, Str *key, Value v) {
  dict_put(vm, d, dict_find_str(d, key), v_obj(key), str_hash(key), v);
}

bool dict_get(VM *vm, Dict *d, Value key, Value *out) {
  uint64_t hash;
  int64_t k;
  if (!plain_key(vm, &key) || !value_hash(vm, key, &hash) || !dict_find(vm, d, key, hash, &k))
    return false;
  *out = k < 0 ? V_EMPTY : d->entries[k].value;
  return true;
}

bool dict_set(VM *vm, Dict *d, Value key, Value v) {
  uint64_t hash;
  int64_t k;
  if (!plain_key(vm, &key) || !value_hash(vm, key, &hash) || !dict_find(vm, d, key, hash, &k))
    return false;
  dict_put(vm, d, k, key, hash, v);
  return true;
}

void dict_delete_at(VM *vm, Dict *d, uint32_t entry) {
  if (LOG_OLD(vm, d)) log_dict_whole(vm, d);
  DictEntry *e = &d->entries[entry];
  if (d->mask) {
    uint32_t h = (uint32_t)e->hash & d->mask;
    while (d->index[h] != (int32_t)entry) h = (h + 1) & d->mask;
    d->index[h] = -2;
  }
  e->key = e->value = V_EMPTY;
  d->used--;
  if (!d->used) {
    d->n = 0;
    if (d->mask) memset(d->index, 0xff, (d->mask + 1) * 4);
  } else if (entry + 1 == d->n && !d->mask) {
    d->n--;
  }
  if (d->owner && d->owner->kind == O_CLASS) class_changed(vm, (Class *)d->owner);
}

bool dict_delete(VM *vm, Dict *d, Value key, Value *old) {
  uint64_t hash;
  int64_t k;
  if (!plain_key(vm, &key) || !value_hash(vm, key, &hash) || !dict_find(vm, d, key, hash, &k))
    return false;
  *old = k < 0 ? V_EMPTY : d->entries[k].value;
  if (k >= 0) dict_delete_at(vm, d, (uint32_t)k);
  return true;
}

void dict_clear(VM *vm, Dict *d) {
  if (LOG_OLD(vm, d)) log_dict_whole(vm, d);
  d->n = d->used = 0;
  if (d->mask) memset(d->index, 0xff, (d->mask + 1) * 4);
}

void dict_assign(VM *vm, Dict *d, const Dict *from) {
  d->n = d->used = 0;
  if (d->mask) memset(d->index, 0xff, (d->mask + 1) * 4);
  for (uint32_t i = 0; i < from->n; i++) {
    const DictEntry *e = &from->entries[i];
    if (!v_is_empty(e->key)) dict_append(vm, d, e->key, e->hash, e->value);
  }
  if (d->owner && d->owner->kind == O_CLASS) class_changed(vm, (Class *)d->owner);
}

Dict *dict_copy(VM *vm, const Dict *d) {
  Dict *c = dict_new(vm);
  dict_assign(vm, c, d);
  return c;
}

static bool update_pairs(VM *vm, Dict *d, Value from) {
  Value it, item;
  bool done = false;
  if (!get_iter(vm, from, &it)) return false;
  for (int64_t i = 0;; i++) {
    Tuple *pair;
    if (!iter_next(vm, it, &item, &done)) return false;
    if (done) return true;
    if (!value_tuple(vm, item, &pair))
      return vm_clear_exc(vm), vm_raise(vm, E_TypeError,
                                        "cannot convert dictionary update sequence element #%lld to"
                                        " a sequence",
                                        (long long)i);
    if (pair->n != 2)
      return vm_raise(vm, E_ValueError,
                      "dictionary update sequence element #%lld has length %u; "
                      "2 is required",
                      (long long)i, pair->n);
    if (!dict_set(vm, d, pair->v[0], pair->v[1])) return false;
  }
}

bool dict_update(VM *vm, Dict *d, Value from) {
  if (v_is(from, O_DICT)) {
    Dict *f = AS_DICT(from);
    for (uint32_t i = 0; i < f->n; i++) {
      int64_t k;
      DictEntry e = f->entries[i];
      if (v_is_empty(e.key)) continue;
      if (!dict_find(vm, d, e.key, e.hash, &k)) return false;
      dict_put(vm, d, k, e.key, e.hash, e.value);
    }
    return true;
  }
  Value keys, it, key, v;
  bool done = false;
  if (!find_attr(vm, from, str_name(vm, "keys"), &keys)) return false;
  if (v_is_empty(keys)) return update_pairs(vm, d, from);
  if (!vm_call_0(vm, keys, &keys) || !get_iter(vm, keys, &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &key, &done)) return false;
    if (done) return true;
    if (!get_item(vm, from, key, &v) || !dict_set(vm, d, key, v)) return false;
  }
}
