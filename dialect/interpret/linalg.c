// linalg.c -- factorisations: the runtime's own functions.
#include "dialect/ops/linalg.h"
#include "dialect/interpret/array.h"

typedef struct Factor {
  LinalgCall call;
  void *work;
} Factor;

static Factor factor_of(Interp *in, const OpCall *c) {
  Factor f = {linalg_call(c), NULL};
  f.work = ARENA_ARRAY(&in->frame->arena, int64_t, linalg_work(c->kind, &f.call) / 8 + 1);
  return f;
}

#define FACTORISATION(name, ...)                                                                   \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    Factor f = factor_of(in, c);                                                                   \
    cjax_rt_##name(&f.call, x[0]->data, __VA_ARGS__);                                              \
    return true;                                                                                   \
  }
FACTORISATION(cholesky, y[0]->data)
FACTORISATION(triangular_solve, x[1]->data, y[0]->data)
FACTORISATION(lu, y[0]->data, (int32_t *)y[1]->data, (int32_t *)y[2]->data)
FACTORISATION(qr, y[0]->data, y[1]->data, f.work)
FACTORISATION(eigh, y[0]->data, y[1]->data, f.work)

bool interp_svd(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Factor f = factor_of(in, c);
  bool vectors = c->nout == 3;
  void *u = vectors ? y[1]->data : NULL, *vt = vectors ? y[2]->data : NULL;
  cjax_rt_svd(&f.call, x[0]->data, y[0]->data, u, vt, f.work);
  return true;
}
