// memory.cpp -- what C++ code does when there is no memory: it ends as C code does.
//
// LLVM and MLIR cannot go on without memory, and neither library throws.
#include "llvm/Support/ErrorHandling.h"

#include <new>

extern "C" {
[[noreturn]] void memory_exhausted(void);
void cjax_memory_init(void);
}

static void bad_alloc(void *, const char *, bool) { memory_exhausted(); }

void cjax_memory_init(void) {
  static bool done;
  if (done) return;
  done = true;
  std::set_new_handler(memory_exhausted);
  llvm::install_bad_alloc_error_handler(bad_alloc);
}
