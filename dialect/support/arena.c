// arena.c -- bump allocation in chunks that double up to 1 MiB.
//
// Under AddressSanitizer what is handed out ends to the byte: a gap that nobody may touch follows.
#include "dialect/support/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/asan_interface.h>
#endif
#endif

#ifdef ASAN_POISON_MEMORY_REGION
enum { GAP = 16 };
#else
enum { GAP = 0 };
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)0)
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)0)
#endif

enum { FIRST_CHUNK = 16 << 10, LARGEST_CHUNK = 1 << 20, ALIGN = 16 };

struct ArenaChunk {
  ArenaChunk *older;
  size_t size;
};

static size_t align_up(size_t n) { return (n + ALIGN - 1) & ~(size_t)(ALIGN - 1); }

// What n bytes take of a chunk.
static size_t room_for(size_t n) { return align_up(n) + GAP; }

void arena_init(Arena *a) { *a = (Arena){0}; }

void arena_release(Arena *a) {
  for (ArenaChunk *c = a->chunk; c;) {
    ArenaChunk *older = c->older;
    free(c);
    c = older;
  }
  arena_init(a);
}

static void arena_add_chunk(Arena *a, size_t n) {
  size_t size = a->chunk ? a->chunk->size * 2 : FIRST_CHUNK;
  if (size > LARGEST_CHUNK) size = LARGEST_CHUNK;
  if (size < n) size = n;
  ArenaChunk *c = calloc(1, sizeof *c + ALIGN + size);
  c->older = a->chunk;
  c->size = size;
  a->chunk = c;
  a->next = (char *)(((uintptr_t)(c + 1) + ALIGN - 1) & ~(uintptr_t)(ALIGN - 1));
  a->end = a->next + size;
  ASAN_POISON_MEMORY_REGION(a->next, size);
}

void *arena_alloc(Arena *a, size_t n) {
  size_t room = room_for(n);
  if ((size_t)(a->end - a->next) < room || !a->chunk) arena_add_chunk(a, room);
  void *p = a->next;
  a->next += room;
  ASAN_UNPOISON_MEMORY_REGION(p, n);
  return p;
}

void *arena_grow(Arena *a, void *p, size_t n, size_t m) {
  size_t old = room_for(n), want = room_for(m);
  if (p && (char *)p + old == a->next && (size_t)(a->end - (char *)p) >= want) {
    if (want > old) a->next = (char *)p + want;
    if (m > n) ASAN_UNPOISON_MEMORY_REGION(p, m);
    return p;
  }
  void *q = arena_alloc(a, m);
  if (p) memcpy(q, p, n < m ? n : m);
  return q;
}

char *arena_strndup(Arena *a, const char *s, size_t n) {
  char *p = arena_alloc(a, n + 1);
  if (n) memcpy(p, s, n); // of no bytes s may be null
  return p;
}

char *arena_strdup(Arena *a, const char *s) { return arena_strndup(a, s, strlen(s)); }

char *arena_vprintf(Arena *a, const char *fmt, va_list ap) {
  va_list again;
  va_copy(again, ap);
  int n = vsnprintf(NULL, 0, fmt, again);
  va_end(again);
  char *p = arena_alloc(a, (size_t)n + 1);
  vsnprintf(p, (size_t)n + 1, fmt, ap);
  return p;
}

char *arena_printf(Arena *a, const char *fmt, ...) {
  va_list ap;
  va_start(ap, fmt);
  char *p = arena_vprintf(a, fmt, ap);
  va_end(ap);
  return p;
}

void arena_visit(const Arena *a, void (*visit)(void *context, const void *start, size_t n),
                 void *context) {
  for (const ArenaChunk *c = a->chunk; c; c = c->older) {
    const char *start = (const char *)(c + 1);
    visit(context, start, c == a->chunk ? (size_t)(a->next - start) : c->size + ALIGN);
  }
}
