// sanitized_start.c -- main of a program under a sanitizer: as runtime/os/start.c, with an arena of
// malloc.
#include "runtime/os/internal.h"

#include <stdlib.h>

int main(int argc, char **argv) {
  enum { ALIGN = 64 };
  size_t size = ((size_t)cjax_arena_size + ALIGN - 1) / ALIGN * ALIGN;
  void *arena = aligned_alloc(ALIGN, size ? size : ALIGN);
  cjax_rt_flush_denormals(1);
  cjax_rt_set_argv(argc, argv);
  cjax_main(arena);
  cjax_rt_flush();
  free(arena);
  return 0;
}
