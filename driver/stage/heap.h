// heap.h -- memory of Python objects.
//
// Objects come from size-class chunks and are zeroed.  Nothing is freed singly.  Growing buffers (a
// list's items, a dict's entries) belong to one object and are moved by heap_grow.  A C module that
// keeps objects where the heap cannot see them (a table in an arena) says so with heap_add_root.
#ifndef CJAX_STAGE_HEAP_H
#define CJAX_STAGE_HEAP_H

#include "driver/stage/value.h"

typedef struct Heap Heap;

Heap *heap_create(void);
void heap_destroy(Heap *h);
// A zeroed object of `size` bytes (with its head) of this class and kind, stamped with vm->serial.
void *heap_new(VM *vm, Class *cls, ObjKind kind, size_t size);
// A buffer of n bytes, moved to m bytes; the new part is not zeroed.
void *heap_grow(VM *vm, void *p, size_t n, size_t m);
void heap_free(VM *vm, void *p);
// `visit` is called for each value that `context` keeps alive.
void heap_add_root(VM *vm, void (*mark)(VM *vm, void *context, void (*visit)(VM *vm, Value v)),
                   void *context);
size_t heap_bytes(const VM *vm); // in use

#define HEAP_NEW(vm, cls, kind, T) ((T *)heap_new((vm), (cls), (kind), sizeof(T)))

#endif
