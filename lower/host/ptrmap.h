// ptrmap.h -- a hash map from addresses to addresses, in an arena.
#ifndef CJAX_LOWER_HOST_PTRMAP_H
#define CJAX_LOWER_HOST_PTRMAP_H

#include <stdint.h>

#include "dialect/support/arena.h"

typedef struct PtrSlot {
  const void *key;
  void *value;
} PtrSlot;

typedef struct PtrMap {
  Arena *arena;
  PtrSlot *slots; // room is a power of two, or 0
  size_t n, room;
} PtrMap;

static inline PtrSlot *ptrmap_slot(PtrSlot *slots, size_t room, const void *key) {
  size_t i = ((uintptr_t)key >> 3) * 0x9e3779b97f4a7c15u >> 20;
  while (slots[i & (room - 1)].key && slots[i & (room - 1)].key != key) i++;
  return &slots[i & (room - 1)];
}

// Null when missing.
static inline void *ptrmap_get(const PtrMap *m, const void *key) {
  return m->room ? ptrmap_slot(m->slots, m->room, key)->value : (void *)0;
}

static inline void ptrmap_put(PtrMap *m, const void *key, void *value) {
  if (m->n * 2 >= m->room) {
    size_t room = m->room ? m->room * 2 : 64;
    PtrSlot *slots = ARENA_ARRAY(m->arena, PtrSlot, room);
    for (size_t i = 0; i < m->room; i++)
      if (m->slots[i].key) *ptrmap_slot(slots, room, m->slots[i].key) = m->slots[i];
    m->slots = slots, m->room = room;
  }
  PtrSlot *s = ptrmap_slot(m->slots, m->room, key);
  m->n += !s->key;
  *s = (PtrSlot){key, value};
}

#endif
