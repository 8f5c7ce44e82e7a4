// jump.h -- out of a library's program, back to where it was called: no libc is needed.
//
// Registers that a call keeps. clang's own builtins are there for x86-64 only. WebAssembly has no
// such jump: it traps.
#ifndef CJAX_RUNTIME_LIBRARY_JUMP_H
#define CJAX_RUNTIME_LIBRARY_JUMP_H

#include <stdint.h>

typedef struct Jump {
  void *saved[26];
} Jump;

#if defined(__x86_64__)
// jump_set(j): 0, or 1 when jump_take(j) comes back here.
#define jump_set(j) __builtin_setjmp((j)->saved)
_Noreturn static inline void jump_take(Jump *j) { __builtin_longjmp(j->saved, 1); }

#elif defined(__wasm__)
#define jump_set(j) 0
_Noreturn static inline void jump_take(Jump *j) { __builtin_trap(); }

#else
#if defined(__aarch64__)
#define EACH_PAIR(X)                                                                               \
  X("stp", "ldp", "x19, x20", "0")                                                                 \
  X("stp", "ldp", "x21, x22", "16")                                                                \
  X("stp", "ldp", "x23, x24", "32")                                                                \
  X("stp", "ldp", "x25, x26", "48")                                                                \
  X("stp", "ldp", "x27, x28", "64")                                                                \
  X("stp", "ldp", "x29, x30", "80")                                                                \
  X("stp", "ldp", "d8, d9", "96")                                                                  \
  X("stp", "ldp", "d10, d11", "112")                                                               \
  X("stp", "ldp", "d12, d13", "128")                                                               \
  X("stp", "ldp", "d14, d15", "144")
#define SAVE(store, load, registers, at) store " " registers ", [x0, #" at "]\n"
#define LOAD(store, load, registers, at) load " " registers ", [x0, #" at "]\n"
#define SET EACH_PAIR(SAVE) "mov x2, sp\nstr x2, [x0, #160]\nmov w0, #0\nret"
#define TAKE EACH_PAIR(LOAD) "ldr x2, [x0, #160]\nmov sp, x2\nmov w0, #1\nret"

#elif defined(__riscv)
#define EACH_REGISTER(X)                                                                           \
  X("sd", "ld", "ra", "0")                                                                         \
  X("sd", "ld", "sp", "8")                                                                         \
  X("sd", "ld", "s0", "16")                                                                        \
  X("sd", "ld", "s1", "24")                                                                        \
  X("sd", "ld", "s2", "32")                                                                        \
  X("sd", "ld", "s3", "40")                                                                        \
  X("sd", "ld", "s4", "48")                                                                        \
  X("sd", "ld", "s5", "56")                                                                        \
  X("sd", "ld", "s6", "64")                                                                        \
  X("sd", "ld", "s7", "72")                                                                        \
  X("sd", "ld", "s8", "80")                                                                        \
  X("sd", "ld", "s9", "88")                                                                        \
  X("sd", "ld", "s10", "96")                                                                       \
  X("sd", "ld", "s11", "104")                                                                      \
  X("fsd", "fld", "fs0", "112")                                                                    \
  X("fsd", "fld", "fs1", "120")                                                                    \
  X("fsd", "fld", "fs2", "128")                                                                    \
  X("fsd", "fld", "fs3", "136")                                                                    \
  X("fsd", "fld", "fs4", "144")                                                                    \
  X("fsd", "fld", "fs5", "152")                                                                    \
  X("fsd", "fld", "fs6", "160")                                                                    \
  X("fsd", "fld", "fs7", "168")                                                                    \
  X("fsd", "fld", "fs8", "176")                                                                    \
  X("fsd", "fld", "fs9", "184")                                                                    \
  X("fsd", "fld", "fs10", "192")                                                                   \
  X("fsd", "fld", "fs11", "200")
#define SAVE(store, load, register_, at) store " " register_ ", " at "(a0)\n"
#define LOAD(store, load, register_, at) load " " register_ ", " at "(a0)\n"
#define SET EACH_REGISTER(SAVE) "li a0, 0\nret"
#define TAKE EACH_REGISTER(LOAD) "li a0, 1\nret"
#endif

__attribute__((naked, noinline, returns_twice)) static int jump_set(Jump *j) { __asm__(SET); }
__attribute__((naked, noinline, noreturn)) static void jump_take(Jump *j) { __asm__(TAKE); }
#endif

#endif
