// arena.c -- memory of a program, from the system.
#include "runtime/os/internal.h"

#include <sys/mman.h>

enum { HUGE_PAGES = 4 << 20 };

void *arena_make(int64_t size) {
  void *p = mmap(0, (size_t)size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) return 0;
  if (size >= HUGE_PAGES) madvise(p, (size_t)size, MADV_HUGEPAGE); // a hint only
  return p;
}
