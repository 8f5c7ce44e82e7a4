// arena.h -- memory that is released all at once.
//
// Everything in the compiler that is not a Python object lives in an arena: the process's, a
// function's or a pass's. Ownership: whoever calls arena_init calls arena_release; pointers
// into the arena die there and are never freed singly.
#ifndef CJAX_SUPPORT_ARENA_H
#define CJAX_SUPPORT_ARENA_H

#include <stdarg.h>
#include <stddef.h>

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
  ArenaChunk *chunk; // newest first
  char *next, *end;  // free part of the newest chunk
} Arena;

void arena_init(Arena *a);
void arena_release(Arena *a);

// n zeroed bytes, aligned for any type.  Never null: running out of memory ends the process
// with one message.
void *arena_alloc(Arena *a, size_t n);
// p's n old bytes moved to room for m bytes, the rest zeroed.  In place when p was the last
// allocation.
void *arena_grow(Arena *a, void *p, size_t n, size_t m);
char *arena_strndup(Arena *a, const char *s, size_t n);
char *arena_strdup(Arena *a, const char *s);
char *arena_printf(Arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(Arena *a, const char *fmt, va_list ap);

// Calls `visit` for each stretch of memory that was handed out.
void arena_visit(const Arena *a, void (*visit)(void *context, const void *start, size_t n),
                 void *context);

#define ARENA_NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define ARENA_ARRAY(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

#endif
