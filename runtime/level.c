// level.c -- which instructions the machine has.
#include "runtime/level.h"

int cjax_rt_cpu_level;

#if defined(__x86_64__)
#include <cpuid.h>

int cjax_rt_find_level(void) {
  unsigned a, b, c, d, v3 = bit_FMA | bit_OSXSAVE | bit_AVX | bit_MOVBE | bit_F16C;
  unsigned v4 = bit_AVX512F | bit_AVX512BW | bit_AVX512CD | bit_AVX512DQ | bit_AVX512VL;
  if (!__get_cpuid(1, &a, &b, &c, &d) || (c & v3) != v3) return 2;
  unsigned low, high; // what the system saves: bits 1, 2 of AVX, 5 to 7 of AVX-512
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & bit_AVX2) || (low & 6) != 6) return 2;
  return (b & v4) == v4 && (low & 0xe0) == 0xe0 ? 4 : 3;
}
#else
int cjax_rt_find_level(void) { return 2; } // there is one copy of everything
#endif
