// memory.h -- the end of memory.
#ifndef CJAX_DIALECT_SUPPORT_MEMORY_H
#define CJAX_DIALECT_SUPPORT_MEMORY_H

#include <stddef.h>

// Ends the process with one message; needs no memory, and runs nothing that might.
_Noreturn void memory_exhausted(void);

// calloc and realloc for those who have something to say when there is no memory; malloc and the
// like end the process then.
void *memory_try_calloc(size_t n, size_t size);
void *memory_try_realloc(void *p, size_t n);

#endif
