// platform.h -- the machines that artifacts can be made for.
#ifndef CJAX_LOWER_PLATFORM_H
#define CJAX_LOWER_PLATFORM_H

#include "dialect/support/arena.h"
#include "lower/lower.h"

#include <llvm-c/TargetMachine.h>

typedef enum Flush { FLUSH_NEVER, FLUSH_MXCSR, FLUSH_FPCR } Flush;

typedef struct Platform {
  const char *name, *triple;
  bool wasm; // WebAssembly: pointers of 32 bits, modules instead of executables
  const char *cpu, *features, *vector_bits; // where --cpu says nothing else
  const char *abi;    // of calls, or null: the only one
  const char *folder; // of its runtime, below lib/cjax
  bool levels;        // --cpu chooses among those of x86-64
  Flush flush;        // how denormal numbers become zeros
  const char *summary;
  void (*init)(void);
} Platform;

extern const Platform platforms[];
extern const int platform_count;

// Null when there is none.
const Platform *platform_named(const char *name);
// The one of o->target.
const Platform *platform_of(const LowerOptions *o);
// Bytes of memory that the machine has, or 0: those of this one. A module has whole pages.
double platform_memory(const LowerOptions *o);
// That the runtime of o->target is there, or an error that says how to get it.
bool platform_check(Arena *a, const LowerOptions *o);
// Whether t's runtime is there.
bool platform_is_installed(Arena *a, const Platform *t, const LowerOptions *o);

#endif
