// platform.c -- the table of machines.  The first is the default.
#include "lower/platform.h"

#include <llvm-c/Target.h>
#include <string.h>
#include <unistd.h>

#include "dialect/support/diag.h"
#include "lower/machine.h"

#define INIT(name)                                                                                 \
  static void init_##name(void) {                                                                  \
    LLVMInitialize##name##TargetInfo();                                                            \
    LLVMInitialize##name##Target();                                                                \
    LLVMInitialize##name##TargetMC();                                                              \
    LLVMInitialize##name##AsmPrinter();                                                            \
    LLVMInitialize##name##AsmParser(); /* of the inline assembly in library.bc */                  \
    LLVMInitialize##name##Disassembler();                                                          \
  }
INIT(X86)
INIT(AArch64)
INIT(RISCV)
INIT(WebAssembly)

const Platform platforms[] = {
    {"x86_64-linux-musl", "x86_64-unknown-linux-musl", false, "x86-64-v3", "", "256", NULL, "",
     true, FLUSH_MXCSR, "static executables that run on any Linux: --cpu says which instructions",
     init_X86},
    {"aarch64-linux-musl", "aarch64-unknown-linux-musl", false, "generic", "", "128", NULL,
     "/aarch64-linux-musl", false, FLUSH_FPCR, "the same for 64-bit ARM", init_AArch64},
    {"riscv64-linux-musl", "riscv64-unknown-linux-musl", false, "generic-rv64", "+m,+a,+f,+d,+c",
     "128", "lp64d", "/riscv64-linux-musl", false, FLUSH_NEVER, "the same for RISC-V with RV64GC",
     init_RISCV},
    {"wasm32-wasi", "wasm32-unknown-wasip1", true, "generic", "+simd128", "128", NULL,
     "/wasm32-wasi", false, FLUSH_NEVER,
     "WebAssembly modules: WASI's functions, vectors, one thread", init_WebAssembly},
};
const int platform_count = sizeof platforms / sizeof *platforms;

const Platform *platform_named(const char *name) {
  for (int i = 0; i < platform_count; i++)
    if (!strcmp(platforms[i].name, name)) return &platforms[i];
  return NULL;
}

const Platform *platform_of(const LowerOptions *o) {
  const Platform *t = o->target ? platform_named(o->target) : platforms;
  if (!t) BUG("--target=%s is a choice without a meaning", o->target);
  return t;
}

double platform_memory(const LowerOptions *o) {
  const double PAGE = 65536, PAGES = 65535;
  if (!platform_of(o)->wasm) return o->memory;
  bool small = o->memory > 0 && o->memory < PAGE * PAGES;
  return small ? PAGE * (double)(int64_t)(o->memory / PAGE) : PAGE * PAGES;
}

bool platform_is_installed(Arena *a, const Platform *t, const LowerOptions *o) {
  LowerOptions of = *o;
  of.target = t->name;
  return !access(arena_printf(a, "%s/libcjaxrt.a", machine_runtime_folder(a, &of)), R_OK);
}

bool platform_check(Arena *a, const LowerOptions *o) {
  const Platform *t = platform_of(o);
  bool has = !*t->folder || platform_is_installed(a, t, o);
  if (!has)
    diag_io("CJ0705", "the runtime for %s is not there: ./bootstrap --targets builds it", t->name);
  return has;
}
