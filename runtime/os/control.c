// control.c -- whether this thread keeps denormal numbers.
#include "runtime/cjax_rt.h"

#if defined(__x86_64__)
#include <xmmintrin.h>

enum { FTZ_DAZ = 0x8040 };

int32_t cjax_rt_flush_denormals(int32_t on) {
  unsigned old = _mm_getcsr();
  _mm_setcsr(on ? old | FTZ_DAZ : old & ~(unsigned)FTZ_DAZ);
  return (old & FTZ_DAZ) == FTZ_DAZ;
}
#elif defined(__aarch64__)
int32_t cjax_rt_flush_denormals(int32_t on) {
  uint64_t old, flush = 1ull << 24;
  __asm__ volatile("mrs %0, fpcr" : "=r"(old));
  __asm__ volatile("msr fpcr, %0" : : "r"(on ? old | flush : old & ~flush));
  return (old & flush) != 0;
}
#else
int32_t cjax_rt_flush_denormals(int32_t on) { return 0; } // a target that keeps them
#endif
