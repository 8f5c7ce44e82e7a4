// linalg.c -- the factorisations and transforms that a library has: those of its own level.
#include "runtime/linalg/linalg.h"

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
