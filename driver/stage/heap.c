// heap.c -- memory of Python objects: bump allocation in chunks; large objects on their own.
//
// Programs that are compiled are short, so nothing is collected yet: roots are recorded, but no
// mark phase runs.
#include "driver/stage/heap.h"

#include "driver/stage/vm.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 1 << 20, LARGE = 1 << 16, MAX_ROOTS = 32 };

typedef struct Chunk {
  struct Chunk *older;
  size_t unused;
} Chunk;

struct Heap {
  Chunk *chunks;
  char *next, *end;
  size_t bytes;
  uint32_t nroots;
  struct {
    void (*mark)(VM *vm, void *context, void (*visit)(VM *vm, Value v));
    void *context;
  } roots[MAX_ROOTS];
};

Heap *heap_create(void) { return calloc(1, sizeof(Heap)); }

void heap_destroy(Heap *h) {
  for (Chunk *c = h->chunks; c;) {
    Chunk *older = c->older;
    free(c);
    c = older;
  }
  free(h);
}

static _Noreturn void out_of_memory(VM *vm) {
  diag_error(vm_user_here(vm), "CJ0100", "MemoryError", "out of memory while compiling");
  fflush(stdout);
  _Exit(1);
}

static Chunk *add_chunk(VM *vm, Heap *h, size_t size) {
  Chunk *c = calloc(1, sizeof *c + size);
  if (!c) out_of_memory(vm);
  c->older = h->chunks;
  h->chunks = c;
  h->bytes += size;
  return c;
}

static void *heap_alloc(VM *vm, size_t size) {
  Heap *h = vm->heap;
  size = (size + 15) & ~(size_t)15;
  if (size > LARGE) return add_chunk(vm, h, size) + 1;
  if ((size_t)(h->end - h->next) < size) {
    h->next = (char *)(add_chunk(vm, h, CHUNK) + 1);
    h->end = h->next + CHUNK;
  }
  void *p = h->next;
  h->next += size;
  return p;
}

void *heap_new(VM *vm, Class *cls, ObjKind kind, size_t size) {
  Obj *o = heap_alloc(vm, size);
  o->cls = cls;
  o->kind = (uint8_t)kind;
  o->born = vm->serial;
  return o;
}

void *heap_grow(VM *vm, void *p, size_t n, size_t m) {
  void *q = realloc(p, m ? m : 1);
  if (!q) out_of_memory(vm);
  vm->heap->bytes += m - n;
  return q;
}

void heap_free(VM *vm, void *p) { free(p); }

void heap_add_root(VM *vm, void (*mark)(VM *vm, void *context, void (*visit)(VM *vm, Value v)),
                   void *context) {
  Heap *h = vm->heap;
  if (h->nroots == MAX_ROOTS) BUG("heap_add_root: more than %d", MAX_ROOTS);
  h->roots[h->nroots].mark = mark;
  h->roots[h->nroots++].context = context;
}

size_t heap_bytes(const VM *vm) { return vm->heap->bytes; }
