// dispatch.c -- the functions that programs call: the copy for this machine's instructions.
#include <cpuid.h>

#include "runtime/dtype.h"
#include "runtime/linalg/linalg.h"

static int find_level(void) {
  unsigned a, b, c, d, v3 = bit_FMA | bit_OSXSAVE | bit_AVX | bit_MOVBE | bit_F16C;
  unsigned v4 = bit_AVX512F | bit_AVX512BW | bit_AVX512CD | bit_AVX512DQ | bit_AVX512VL;
  if (!__get_cpuid(1, &a, &b, &c, &d) || (c & v3) != v3) return 2;
  unsigned low, high; // what the system saves: bits 1, 2 of AVX, 5 to 7 of AVX-512
  __asm__("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & bit_AVX2) || (low & 6) != 6) return 2;
  return (b & v4) == v4 && (low & 0xe0) == 0xe0 ? 4 : 3;
}

// The program's, if it was compiled to use one level only.
__attribute__((weak)) extern const int cjax_la_fixed;

int cjax_la_level(void) {
  static int level;
  if (!level) level = &cjax_la_fixed ? cjax_la_fixed : find_level();
  return level;
}

#define TYPED(type, name, call, params, args)                                                      \
  void cjax_la_##name##_##type##_v2 params;                                                        \
  void cjax_la_##name##_##type##_v3 params;                                                        \
  void cjax_la_##name##_##type##_v4 params;                                                        \
  void cjax_rt_##name##_##type params;                                                             \
  void cjax_rt_##name##_##type params {                                                            \
    int level = cjax_la_level();                                                                   \
    if (level == 4)                                                                                \
      cjax_la_##name##_##type##_v4 args;                                                           \
    else if (level == 3)                                                                           \
      cjax_la_##name##_##type##_v3 args;                                                           \
    else                                                                                           \
      cjax_la_##name##_##type##_v2 args;                                                           \
  }

#define ANY_TYPE(name, call, params, args)                                                         \
  LINALG_TYPES(TYPED, name, call, params, args)                                                    \
  void cjax_rt_##name params {                                                                     \
    if (c->dtype == DTYPE_F32)                                                                     \
      cjax_rt_##name##_f32 args;                                                                   \
    else if (c->dtype == DTYPE_F64)                                                                \
      cjax_rt_##name##_f64 args;                                                                   \
    else if (c->dtype == DTYPE_C64)                                                                \
      cjax_rt_##name##_c64 args;                                                                   \
    else                                                                                           \
      cjax_rt_##name##_c128 args;                                                                  \
  }
LINALG_FUNCTIONS(ANY_TYPE)

#define ANY_COMPLEX(name, call, params, args)                                                      \
  LINALG_COMPLEX(TYPED, name, call, params, args)                                                  \
  void cjax_rt_##name params {                                                                     \
    if (c->dtype == DTYPE_C64)                                                                     \
      cjax_rt_##name##_c64 args;                                                                   \
    else                                                                                           \
      cjax_rt_##name##_c128 args;                                                                  \
  }
LINALG_TRANSFORMS(ANY_COMPLEX)
