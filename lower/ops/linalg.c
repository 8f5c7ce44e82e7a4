// linalg.c -- factorisations and Fourier transforms: calls of the runtime (runtime/linalg).
//
// A batch that is worth it is cut into parts, whatever the number of threads, each with scratch of
// its own.  Matrices that the runtime has in lanes stay together in groups, so that none has other
// bits for where the batch is cut.
//
//   call @cjax_rt_qr_f64(%call, %x, %q, %r, %work)
//
// is, for part i's matrices, of which %calls[i] says how many they are,
//
//   scf.forall (%i) in (16) { call @cjax_rt_qr_f64(%calls[%i], %x[%first], .., %work[%i]) }
#include "dialect/ops/linalg.h"
#include "lower/cost.h"
#include "lower/host/host.h"
#include "lower/parallel.h"

enum {
  ALIGN = 64,
  GROUP = 16, // lanes of f32
  MOST_PARTS = 16,
  MOST_SCRATCH = 32 << 20, // bytes of all parts together; more where operands and results have more
  MOST_ARGS = 8
};

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

// An argument of the call: an address that grows by `step` bytes with each matrix, or each part.
typedef struct PartArg {
  const Place *at; // in memory
  int64_t step;
  bool by_part;
} PartArg;

typedef struct Parts {
  Host *h;
  const char *name; // of the function
  LinalgCall call;  // for the whole batch
  int64_t count, group;
  int64_t room; // bytes of scratch for each
  int nargs;
  PartArg args[MOST_ARGS];
} Parts;

static void parts_add(Parts *p, const Place *at, int64_t step, bool by_part) {
  p->args[p->nargs++] = (PartArg){place_in_memory(p->h, at), step, by_part};
}

// How many parts are worth it, within the memory that they may have.
static int64_t parts_count(const Parts *p, MlirOperation op) {
  MlirModule m = p->h->b.module;
  Cost cost = cost_of(op);
  double most = MOST_SCRATCH, all = cost.read + cost.written, memory = all > most ? all : most;
  int64_t n = p->call.batch / p->group, fit = (int64_t)(memory / (double)p->room);
  if (parallel_is_forbidden(m) || !emit_pays_threads(&p->h->b, (int64_t)cost.flops)) return 1;
  if (n > MOST_PARTS) n = MOST_PARTS;
  if (n > fit) n = fit;
  return n > 1 ? n : 1;
}

// The number of the first matrix of part i; behind the last one, of all.
static int64_t parts_first(const Parts *p, int64_t i) {
  if (i == p->count) return p->call.batch;
  return i * (p->call.batch / p->group) / p->count * p->group;
}

// Each part's LinalgCall, as constant data.
static const Place *parts_calls(const Parts *p) {
  Arena *a = p->h->b.arena;
  LinalgCall *calls = ARENA_ARRAY(a, LinalgCall, p->count);
  for (int64_t i = 0; i < p->count; i++) {
    calls[i] = p->call;
    calls[i].batch = parts_first(p, i + 1) - parts_first(p, i);
  }
  int64_t bytes = p->count * (int64_t)sizeof *calls;
  Buffer *data = ARENA_NEW(a, Buffer);
  *data = (Buffer){host_data(p->h, NULL, calls, bytes), NULL, 0};
  return place_buffer(p->h, type_tensor(type_int(&p->h->b, 8), dims_of(1, &bytes)), data, VAL_NONE);
}

// The call for part i: for the whole batch where there is no i.
static bool parts_call(Build *in, void *parts, Val i, const Val *x, Val *y) {
  const Parts *p = parts;
  Host *h = p->h;
  Build *b = &h->b, outer = *b;
  Val args[MOST_ARGS], first = i;
  *b = *in;
  if (p->count > 1) {
    first = emit_mul(b, i, emit_index(b, p->call.batch / p->group));
    first = emit_bin(b, "arith.divui", first, emit_index(b, p->count));
    first = emit_mul(b, first, emit_index(b, p->group));
  }
  for (int k = 0; k < p->nargs; k++) {
    const PartArg *arg = &p->args[k];
    Val at = arg->at->offset;
    if (p->count > 1) {
      Val by = emit_mul(b, arg->by_part ? i : first, emit_index(b, arg->step));
      at = val_is_none(at) ? by : emit_add(b, at, by);
    }
    args[k] = address_of(h, place_buffer(h, arg->at->type, arg->at->buf, at));
  }
  host_runtime(h, p->name, p->nargs, args, (MlirType){0});
  *b = outer;
  return true;
}

static int64_t matrix_bytes(const Parts *p, MlirType t) {
  return p->call.batch ? type_bytes(t) / p->call.batch : 0;
}

// cjax_rt_<name>_<type>(call, operands, results, scratch); for results that are not wanted,
// scratch.
static bool host_linalg(Host *h, const OpCall *c, const char *name, int nresults) {
  Parts p = {.h = h, .call = linalg_call(c), .count = 1};
  if (!parallel_is_forbidden(h->b.module)) p.call.flags |= LINALG_THREADS;
  bool small = p.call.m <= LANES_MOST && p.call.n <= LANES_MOST;
  const Place *dst[3];
  p.name = typed_name(h, name, p.call.dtype);
  p.group = small && c->kind != OP_TRIANGULAR_SOLVE ? GROUP : 1;
  p.room = (linalg_work(c->kind, &p.call) + 8 * (TINY + 1) + ALIGN - 1) / ALIGN * ALIGN;
  p.count = parts_count(&p, c->op);
  int64_t words = p.count * p.room / 8;
  parts_add(&p, parts_calls(&p), sizeof p.call, true);
  for (int i = 0; i < c->nin; i++)
    parts_add(&p, host_place(h, c->in[i]), matrix_bytes(&p, mlirValueGetType(c->in[i])), false);
  MlirType room = type_tensor(mlirIntegerTypeGet(h->b.ctx, 64), dims_of(1, &words));
  const Place *scratch = place_alloc(h, room);
  for (int i = 0; i < c->nout; i++)
    parts_add(&p, dst[i] = host_destination(h, op_result(c->op, i)), matrix_bytes(&p, c->out[i]),
              false);
  for (int i = c->nout; i <= nresults; i++)
    parts_add(&p, scratch, p.room, true);
  Build whole = h->b;
  if (p.count == 1)
    parts_call(&whole, &p, VAL_NONE, NULL, NULL);
  else
    emit_parallel(&h->b, p.count, (int64_t)cost_of(c->op).flops, parts_call, &p);
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
