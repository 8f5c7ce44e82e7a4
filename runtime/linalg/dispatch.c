// dispatch.c -- the functions that programs call: the copy for this machine's instructions.
#include "runtime/cjax_rt.h"
#include "runtime/dtype.h"
#include "runtime/level.h"
#include "runtime/linalg/linalg.h"

int cjax_la_level(void) {
  if (!cjax_rt_cpu_level) cjax_rt_cpu_level = cjax_rt_find_level();
  return cjax_rt_cpu_level;
}

void cjax_la_parallel_for(void (*body)(void *ctx, int64_t begin, int64_t end), void *ctx,
                          int64_t n) {
  cjax_rt_parallel_for(body, ctx, n, 1);
}

#if defined(__x86_64__)
#define PICK(type, name, args)                                                                     \
  int level = cjax_la_level();                                                                     \
  if (level == 4)                                                                                  \
    cjax_la_##name##_##type##_v4 args;                                                             \
  else if (level == 3)                                                                             \
    cjax_la_##name##_##type##_v3 args;                                                             \
  else                                                                                             \
    cjax_la_##name##_##type##_v2 args;
#else
#define PICK(type, name, args) cjax_la_##name##_##type##_v2 args;
#endif

#define TYPED(type, name, call, params, args)                                                      \
  void cjax_la_##name##_##type##_v2 params;                                                        \
  void cjax_la_##name##_##type##_v3 params;                                                        \
  void cjax_la_##name##_##type##_v4 params;                                                        \
  void cjax_rt_##name##_##type params;                                                             \
  void cjax_rt_##name##_##type params { PICK(type, name, args) }

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
