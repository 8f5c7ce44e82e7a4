// linalg.c -- the factorisations and transforms that a library has: those of its own level.
#include "runtime/linalg/linalg.h"

// Large matrices of a library are one thread's.
void cjax_la_parallel_for(void (*body)(void *ctx, int64_t begin, int64_t end), void *ctx,
                          int64_t n) {
  body(ctx, 0, n);
}

#define NAME(name, type, level) NAME_OF(name, type, level)
#define NAME_OF(name, type, level) cjax_la_##name##_##type##level
#define TYPED(type, name, call, params, args)                                                      \
  void NAME(name, type, LINALG_LEVEL) params;                                                      \
  void cjax_rt_##name##_##type params;                                                             \
  void cjax_rt_##name##_##type params { NAME(name, type, LINALG_LEVEL) args; }
#define REAL_AND_COMPLEX(name, call, params, args) LINALG_TYPES(TYPED, name, call, params, args)
#define ONLY_COMPLEX(name, call, params, args) LINALG_COMPLEX(TYPED, name, call, params, args)
LINALG_FUNCTIONS(REAL_AND_COMPLEX)
LINALG_TRANSFORMS(ONLY_COMPLEX)
