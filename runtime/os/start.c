// start.c -- main of a compiled program: control bits, arguments, arena.
#include "runtime/os/internal.h"

#include <stdalign.h>

enum { SMALL = 65536 };
// Of the program's own: what it cannot do without, and the newest it may use.
extern const int32_t cjax_cpu_needed, cjax_cpu_most;

static alignas(64) char small_arena[SMALL];

static void *make_arena(int64_t size) {
  if (size <= SMALL) return small_arena;
  void *p = arena_make(size);
  if (!p)
    cjax_rt_fail_at(0, message_join((const char *[]){"MemoryError: the program's arrays need ",
                                                     message_int(size), " bytes", 0}));
  return p;
}

int main(int argc, char **argv) {
  cjax_rt_flush_denormals(1);
  cjax_rt_set_argv(argc, argv);
  cpu_choose(cjax_cpu_needed, cjax_cpu_most);
  program_repeats = true;
  void *arena = make_arena(cjax_arena_size);
  cjax_main(arena);
  while (program_again && program_again()) {
    __builtin_memset(arena, 0, (size_t)cjax_arena_size);
    cjax_main(arena);
  }
  cjax_rt_flush();
  if (program_ends) program_ends();
  return 0;
}
