// intern.c -- an open-addressing hash table of names, kept at most half full.
#include "dialect/support/intern.h"
#include "dialect/support/arena.h"

#include <stdint.h>
#include <string.h>

typedef struct Slot {
  const char *name; // null: empty
  uint32_t hash, n;
} Slot;

static Arena arena;
static Slot *slots;
static uint32_t used, room;

static uint32_t hash_of(const char *s, size_t n) { // FNV-1a
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 16777619u;
  return h;
}

static void grow(void) {
  Slot *old = slots;
  uint32_t old_room = room;
  room = room ? room * 2 : 1024;
  slots = ARENA_ARRAY(&arena, Slot, room);
  for (uint32_t i = 0; i < old_room; i++) {
    if (!old[i].name) continue;
    uint32_t j = old[i].hash & (room - 1);
    while (slots[j].name) j = (j + 1) & (room - 1);
    slots[j] = old[i];
  }
}

const char *intern(const char *s, size_t n) {
  if (used * 2 >= room) grow();
  uint32_t h = hash_of(s, n), i = h & (room - 1);
  for (; slots[i].name; i = (i + 1) & (room - 1))
    if (slots[i].hash == h && slots[i].n == n && !memcmp(slots[i].name, s, n)) return slots[i].name;
  slots[i] = (Slot){arena_strndup(&arena, s, n), h, (uint32_t)n};
  used++;
  return slots[i].name;
}

const char *intern_str(const char *s) { return intern(s, strlen(s)); }
