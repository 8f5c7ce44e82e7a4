// set.c -- sets, with CPython's table (Objects/setobject.c: linear probes, then a perturbed jump,
// growth by four), because a program sees the order that comes of it.
#include "driver/stage/vm_internal.h"

#include <string.h>

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5, MIN_SIZE = 8 };
#define DUMMY UINT64_MAX // hash of a deleted entry

Set *set_new(VM *vm, bool frozen) {
  Set *s = HEAP_NEW(vm, vm->type[frozen ? T_frozenset : T_set], O_SET, Set);
  s->mask = MIN_SIZE - 1;
  s->table = heap_grow(vm, NULL, 0, MIN_SIZE * sizeof(SetEntry));
  memset(s->table, 0, MIN_SIZE * sizeof(SetEntry));
  return s;
}

static bool is_free(const SetEntry *e) { return v_is_empty(e->key) && e->hash != DUMMY; }

static void insert_clean(Set *s, Value key, uint64_t hash) {
  uint64_t perturb = hash, i = hash & s->mask;
  for (;;) {
    SetEntry *e = &s->table[i];
    int probes = i + LINEAR_PROBES <= s->mask ? LINEAR_PROBES : 0;
    do {
      if (v_is_empty(e->key)) {
        *e = (SetEntry){key, hash};
        return;
      }
      e++;
    } while (probes--);
    perturb >>= PERTURB_SHIFT;
    i = (i * 5 + 1 + perturb) & s->mask;
  }
}

static void set_resize(VM *vm, Set *s, uint64_t min_used) {
  uint64_t size = MIN_SIZE;
  while (size <= min_used) size <<= 1;
  SetEntry *old = s->table;
  uint32_t n = s->mask + 1;
  s->table = heap_grow(vm, NULL, 0, size * sizeof(SetEntry));
  memset(s->table, 0, size * sizeof(SetEntry));
  s->mask = (uint32_t)size - 1;
  s->fill = s->used;
  for (uint32_t i = 0; i < n; i++)
    if (!v_is_empty(old[i].key)) insert_clean(s, old[i].key, old[i].hash);
  heap_free(vm, old);
}

// The entry of the key, or a free one where it would go.
static bool set_find(VM *vm, const Set *s, Value key, uint64_t hash, SetEntry **out) {
  uint64_t perturb = hash, i = hash & s->mask;
  for (;;) {
    SetEntry *e = &s->table[i];
    int probes = i + LINEAR_PROBES <= s->mask ? LINEAR_PROBES : 0;
    do {
      bool equal = false;
      if (is_free(e)) return *out = e, true;
      if (e->hash == hash && !v_is_empty(e->key)) {
        if (v_same(e->key, key))
          equal = true;
        else if (!value_equal(vm, e->key, key, &equal))
          return false;
        if (equal) return *out = e, true;
      }
      e++;
    } while (probes--);
    perturb >>= PERTURB_SHIFT;
    i = (i * 5 + 1 + perturb) & s->mask;
  }
}

static bool set_add_hashed(VM *vm, Set *s, Value v, uint64_t hash) {
  SetEntry *e;
  if (!set_find(vm, s, v, hash, &e)) return false;
  if (!v_is_empty(e->key)) return true;
  if (LOG_OLD(vm, s)) log_set_whole(vm, s);
  *e = (SetEntry){v, hash};
  s->fill++;
  s->used++;
  if ((uint64_t)s->fill * 5 >= (uint64_t)s->mask * 3)
    set_resize(vm, s, s->used > 50000 ? s->used * 2 : s->used * 4);
  return true;
}

// The hash of a free entry is 0 and of a deleted one all ones: real ones are neither.
static bool set_hash(VM *vm, Value v, uint64_t *hash) { return value_hash(vm, v, hash); }

bool set_add(VM *vm, Set *s, Value v) {
  uint64_t hash;
  return set_hash(vm, v, &hash) && set_add_hashed(vm, s, v, hash);
}

bool set_has(VM *vm, Set *s, Value v, bool *out) {
  uint64_t hash;
  SetEntry *e;
  if (!set_hash(vm, v, &hash) || !set_find(vm, s, v, hash, &e)) return false;
  *out = !v_is_empty(e->key);
  return true;
}

bool set_remove(VM *vm, Set *s, Value v, bool *was) {
  uint64_t hash;
  SetEntry *e;
  if (!set_hash(vm, v, &hash) || !set_find(vm, s, v, hash, &e)) return false;
  *was = !v_is_empty(e->key);
  if (!*was) return true;
  if (LOG_OLD(vm, s)) log_set_whole(vm, s);
  *e = (SetEntry){V_EMPTY, DUMMY};
  s->used--;
  return true;
}

bool set_each(const Set *s, uint32_t *pos, Value *out) {
  for (; *pos <= s->mask; ++*pos) {
    if (v_is_empty(s->table[*pos].key)) continue;
    *out = s->table[(*pos)++].key;
    return true;
  }
  return false;
}

void set_clear(VM *vm, Set *s) {
  if (LOG_OLD(vm, s)) log_set_whole(vm, s);
  s->used = s->fill = 0;
  s->mask = MIN_SIZE - 1;
  memset(s->table, 0, MIN_SIZE * sizeof(SetEntry));
}

static bool set_merge(VM *vm, Set *s, const Set *from) {
  if (s == from || !from->used) return true;
  if (LOG_OLD(vm, s)) log_set_whole(vm, s);
  if ((uint64_t)(s->fill + from->used) * 5 >= (uint64_t)s->mask * 3)
    set_resize(vm, s, (uint64_t)(s->used + from->used) * 2);
  bool empty = !s->fill;
  if (empty && s->mask == from->mask && from->fill == from->used) {
    memcpy(s->table, from->table, (s->mask + 1) * sizeof(SetEntry));
    s->fill = s->used = from->used;
    return true;
  }
  for (uint32_t i = 0; i <= from->mask; i++) {
    SetEntry e = from->table[i];
    if (v_is_empty(e.key)) continue;
    if (empty) {
      insert_clean(s, e.key, e.hash);
      s->fill++;
      s->used++;
    } else if (!set_add_hashed(vm, s, e.key, e.hash)) {
      return false;
    }
  }
  return true;
}

Set *set_copy(VM *vm, const Set *s) {
  Set *c = set_new(vm, false);
  set_merge(vm, c, s);
  return c;
}

bool set_update(VM *vm, Set *s, Value iterable) {
  if (v_is(iterable, O_SET)) return set_merge(vm, s, AS_SET(iterable));
  Value it, v;
  bool done = false;
  if (!get_iter(vm, iterable, &it)) return false;
  for (;;) {
    if (!iter_next(vm, it, &v, &done)) return false;
    if (done) return true;
    if (!set_add(vm, s, v)) return false;
  }
}
