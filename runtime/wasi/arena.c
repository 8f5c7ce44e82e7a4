// arena.c -- memory of a WebAssembly module: its end moves.
#include "runtime/os/internal.h"

enum { PAGE = 65536 };

void *arena_make(int64_t size) {
  uint64_t pages = ((uint64_t)size + PAGE - 1) / PAGE;
  size_t at = pages < 65536 ? __builtin_wasm_memory_grow(0, (size_t)pages) : SIZE_MAX;
  return at == SIZE_MAX ? 0 : (void *)(at * PAGE); // new pages are zeros
}
