// linalg.c -- factorisations and Fourier transforms: the runtime's own functions.
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
FACTORISATION(cholesky, y[0]->data, f.work)
FACTORISATION(triangular_solve, x[1]->data, y[0]->data, f.work)
FACTORISATION(lu, y[0]->data, (int32_t *)y[1]->data, (int32_t *)y[2]->data, f.work)
FACTORISATION(qr, y[0]->data, y[1]->data, f.work)
FACTORISATION(schur, y[0]->data, y[1]->data, f.work)
FACTORISATION(eigh, y[0]->data, y[1]->data, f.work)

bool interp_eig(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Factor f = factor_of(in, c);
  cjax_rt_eig(&f.call, x[0]->data, y[0]->data, c->nout == 2 ? y[1]->data : NULL, f.work);
  return true;
}

bool interp_svd(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Factor f = factor_of(in, c);
  bool vectors = c->nout == 3;
  void *u = vectors ? y[1]->data : NULL, *vt = vectors ? y[2]->data : NULL;
  cjax_rt_svd(&f.call, x[0]->data, y[0]->data, u, vt, f.work);
  return true;
}

bool interp_fft(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  FftCall call = fft_call(c);
  void *work = ARENA_ARRAY(&in->frame->arena, int64_t, cjax_rt_fft_work(&call) / 8 + 1);
  cjax_rt_fft(&call, x[0]->data, y[0]->data, work);
  return true;
}

// The sum, at one index of y, over the given part of x's lines; real transforms of several
// dimensions are those of one, one after the other.
static void transform_rows(Interp *in, const Array *x, const Array *y, bool forward) {
  int64_t n = x->dims.d[x->dims.n - 1], m = y->dims.d[y->dims.n - 1], full = forward ? n : m;
  FftCall call = {1, {full}, 1, !forward, (int32_t)(forward ? y->dtype : x->dtype), 0};
  Array *line = array_create(&in->frame->arena, (Dtype)call.dtype, dims_of(1, &full));
  void *work = ARENA_ARRAY(&in->frame->arena, int64_t, cjax_rt_fft_work(&call) / 8 + 1);
  for (int64_t i = 0; m && n && i < x->n / n; i++) {
    for (int64_t k = 0; k < full; k++) {
      int64_t from = k < n ? k : full - k;
      Scalar s = array_get(x, i * n + from);
      if (k >= n) s.im = -s.im;
      if (!forward && (k == 0 || 2 * k == full)) s.im = 0;
      array_put(line, k, s);
    }
    cjax_rt_fft(&call, line->data, line->data, work);
    for (int64_t k = 0; k < m; k++)
      array_put(y, i * m + k, array_get(line, k));
  }
}

// The transform of the dimensions before the last, in place.
static void transform_others(Interp *in, const Array *x, int64_t rank, bool inverse) {
  for (int i = x->dims.n - (int)rank; i < x->dims.n - 1; i++) {
    int64_t n = x->dims.d[i], stride = array_strides(x->dims).d[i];
    FftCall call = {1, {n}, 1, inverse, (int32_t)x->dtype, 0};
    Array *line = array_create(&in->frame->arena, x->dtype, dims_of(1, &n));
    void *work = ARENA_ARRAY(&in->frame->arena, int64_t, cjax_rt_fft_work(&call) / 8 + 1);
    for (int64_t l = 0; l < (n ? x->n / n : 0); l++) {
      int64_t at = l / stride * stride * n + l % stride;
      for (int64_t k = 0; k < n; k++)
        array_put(line, k, array_get(x, at + k * stride));
      cjax_rt_fft(&call, line->data, line->data, work);
      for (int64_t k = 0; k < n; k++)
        array_put(x, at + k * stride, array_get(line, k));
    }
  }
}

bool interp_rfft(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  transform_rows(in, x[0], y[0], true);
  transform_others(in, y[0], attr_int(c->attrs, "rank"), false);
  return true;
}

bool interp_irfft(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {
  Array *z = array_copy(&in->frame->arena, x[0]);
  transform_others(in, z, attr_int(c->attrs, "rank"), true);
  transform_rows(in, z, y[0], false);
  return true;
}
