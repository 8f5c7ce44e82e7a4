// heap.h -- memory of Python objects, garbage collected.
//
// Objects and the growing buffers that belong to them (a list's items, a dict's entries) do not
// move, but for heap_grow.  The collector (heap_mark.c) runs only at the machine's safe points
// (vm_poll: the back edges of loops, calls of functions, steps of iterators) and takes every word
// of the C stack, of the evaluator's arena and of the static variables for a pointer, so C code
// keeps an object alive by holding it in any of these, or in another object.  Memory from malloc is
// not looked at.
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
void heap_free(VM *vm, void *p); // a buffer that nothing refers to
// `visit` is called for each value that `context` keeps alive.
void heap_add_root(VM *vm, void (*mark)(VM *vm, void *context, void (*visit)(VM *vm, Value v)),
                   void *context);
void heap_collect(VM *vm);
void heap_poll(VM *vm); // collects when it is time
// Memory outside the heap that an object owns and gives back when it dies.
void heap_count(VM *vm, size_t bytes);

// There is no memory for it: reports that and ends the process.
_Noreturn void heap_exhausted(VM *vm);

#define HEAP_NEW(vm, cls, kind, T) ((T *)heap_new((vm), (cls), (kind), sizeof(T)))

#endif
