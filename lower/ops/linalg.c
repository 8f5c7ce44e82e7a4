// linalg.c -- factorisations and Fourier transforms: calls of the runtime (runtime/linalg).
#include "dialect/ops/linalg.h"
#include "lower/host/host.h"

static Val address_of(Host *h, const Place *p) {
  return host_pointer(h, place_bytes(h, place_in_memory(h, p), 1));
}

// The function for the call's element type.
static const char *typed_name(Host *h, const char *name, int32_t dtype) {
  const char *type = dtype == DTYPE_F32   ? "f32"
                     : dtype == DTYPE_F64 ? "f64"
                     : dtype == DTYPE_C64 ? "c64"
                                          : "c128";
  return arena_printf(h->b.arena, "cjax_rt_%s_%s", name, type);
}

// cjax_rt_<name>_<type>(call, operands, results, scratch); for results that are not wanted,
// scratch.
static bool host_linalg(Host *h, const OpCall *c, const char *name, int nresults) {
  LinalgCall call = linalg_call(c);
  int64_t bytes = linalg_work(c->kind, &call);
  const Place *dst[3];
  Val args[8], scratch;
  int n = 0;
  args[n++] = host_pointer(h, host_data(h, NULL, &call, sizeof call));
  for (int i = 0; i < c->nin; i++)
    args[n++] = address_of(h, host_place(h, c->in[i]));
  MlirType words = mlirIntegerTypeGet(h->b.ctx, 64);
  MlirType room = type_tensor(words, dims_of(1, (int64_t[]){bytes / 8 + TINY + 1}));
  scratch = address_of(h, place_alloc(h, room));
  for (int i = 0; i < nresults; i++) {
    if (i >= c->nout) {
      args[n++] = scratch;
      continue;
    }
    dst[i] = host_destination(h, op_result(c->op, i));
    args[n++] = address_of(h, dst[i]);
  }
  args[n++] = scratch;
  host_runtime(h, typed_name(h, name, call.dtype), n, args, (MlirType){0});
  for (int i = 0; i < c->nout; i++)
    host_bind(h, op_result(c->op, i), dst[i]);
  return true;
}

#define LINALG(name, nresults)                                                                     \
  static bool host_##name(Host *h, const OpCall *c) {                                              \
    return host_linalg(h, c, #name, nresults);                                          \
  }                                                                                                \
  const OpLower lower_##name = {.host = host_##name};
LINALG(cholesky, 1)
LINALG(triangular_solve, 1)
LINALG(lu, 3)
LINALG(qr, 2)
LINALG(eigh, 2)
LINALG(svd, 3)
LINALG(eig, 2)
LINALG(schur, 2)

static bool host_fft(Host *h, const OpCall *c) {
  FftCall call = fft_call(c);
  MlirType words = mlirIntegerTypeGet(h->b.ctx, 64);
  int64_t room = cjax_rt_fft_work(&call) / 8 + TINY + 1;
  const Place *dst = host_destination(h, op_result(c->op, 0));
  Val args[4] = {host_pointer(h, host_data(h, NULL, &call, sizeof call))};
  args[1] = address_of(h, host_place(h, c->in[0]));
  args[2] = address_of(h, dst);
  args[3] = address_of(h, place_alloc(h, type_tensor(words, dims_of(1, &room))));
  host_runtime(h, typed_name(h, "fft", call.dtype), 4, args, (MlirType){0});
  return host_bind(h, op_result(c->op, 0), dst), true;
}
const OpLower lower_fft = {.host = host_fft};

static bool host_expanded(Host *h, const OpCall *c) {
  return lower_error(c, "must be expanded before lowering (pass expand-ops)");
}
const OpLower lower_rfft = {.host = host_expanded};
const OpLower lower_irfft = {.host = host_expanded};
