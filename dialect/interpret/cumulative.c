// cumulative.c -- running sums, products, maxima, minima along one axis.
//
// Sums and products of floats in blocks of 16, as lower/ops/cumulative.c says; from the end each
// suffix of a block is added from its first element to its last.
#include <math.h>

#include "dialect/interpret/array.h"

enum { BLOCK = 16 };

typedef struct Running {
  OpKind k; // OP_COUNT: log(exp x + exp y)
  Dtype d;
  bool reverse;
  Arena *arena;
} Running;

static Scalar log_add_exp(Scalar x, Scalar y) {
  double m = fmax(x.f, y.f);
  if (isnan(x.f) || isnan(y.f)) return (Scalar){.f = NAN};
  if (isinf(m)) return (Scalar){.f = m};
  return (Scalar){.f = m + log1p(exp(-fabs(x.f - y.f)))};
}

// Floats of 16 bits are added as f32, then rounded.
static double step(const Running *r, double x, double y) {
  double z = r->k == OP_ADD ? x + y : x * y;
  if (r->d != DTYPE_F64) z = scalar_flush(DTYPE_F32, (Scalar){.f = (float)z}).f;
  return scalar_flush(r->d, scalar_round(r->d, (Scalar){.f = z})).f;
}

static void run_blocks(const Running *r, int64_t n, const double *x, double *y) {
  double neutral = r->k == OP_MUL;
  int64_t blocks = (n + BLOCK - 1) / BLOCK;
  double *total = ARENA_ARRAY(r->arena, double, blocks),
         *run = ARENA_ARRAY(r->arena, double, blocks);
  for (int64_t g = 0; g < blocks; g++) {
    int64_t lo = g * BLOCK, hi = lo + BLOCK < n ? lo + BLOCK : n;
    double t = neutral;
    for (int64_t i = lo; i < hi; i++) {
      y[i] = t = step(r, t, x[i]);
      if (!r->reverse) continue;
      y[i] = neutral;
      for (int64_t j = i; j < hi; j++) y[i] = step(r, y[i], x[j]);
    }
    total[g] = t;
  }
  if (blocks == 1) return;
  run_blocks(r, blocks, total, run);
  for (int64_t i = 0; i < n; i++) {
    int64_t g = i / BLOCK + (r->reverse ? 1 : -1);
    y[i] = step(r, y[i], g < 0 || g >= blocks ? neutral : run[g]);
  }
}

static void float_line(const Running *r, const Array *x, const Array *y, int64_t at, int64_t n,
                       int64_t stride) {
  double *from = ARENA_ARRAY(r->arena, double, n), *to = ARENA_ARRAY(r->arena, double, n);
  for (int64_t j = 0; j < n; j++)
    from[j] = scalar_flush(r->d, array_get(x, at + j * stride)).f;
  run_blocks(r, n, from, to);
  for (int64_t j = 0; j < n; j++) array_put(y, at + j * stride, (Scalar){.f = to[j]});
}

static void line(const Running *r, const Array *x, const Array *y, int64_t at, int64_t n,
                 int64_t stride) {
  if (r->reverse) {
    at += (n - 1) * stride;
    stride = -stride;
  }
  Scalar z = array_get(x, at);
  for (int64_t j = 0; j < n; j++, at += stride) {
    Scalar s = array_get(x, at);
    if (j) z = r->k == OP_COUNT ? log_add_exp(z, s) : interp_accumulate(r->k, x->dtype, z, s);
    array_put(y, at, scalar_flush(y->dtype, scalar_round(y->dtype, z)));
  }
}

static bool cumulate(Interp *in, const OpCall *c, const Array *x, const Array *y, OpKind k) {
  Running r = {k, x->dtype, attr_flag(c->attrs, "reverse"), &in->frame->arena};
  int64_t axis = attr_int(c->attrs, "axis"), n = x->dims.d[axis];
  int64_t stride = array_strides(x->dims).d[axis];
  bool blocks = dtype_is_float(x->dtype) && (k == OP_ADD || k == OP_MUL);
  for (int64_t i = 0; n && i < x->n / n; i++)
    (blocks ? float_line : line)(&r, x, y, i / stride * stride * n + i % stride, n, stride);
  return true;
}

#define CUMULATIVE(name, kind)                                                                     \
  bool interp_##name(Interp *in, const OpCall *c, const Array *const *x, Array *const *y) {        \
    return cumulate(in, c, x[0], y[0], kind);                                                      \
  }
CUMULATIVE(cumsum, OP_ADD)
CUMULATIVE(cumprod, OP_MUL)
CUMULATIVE(cummax, OP_MAX)
CUMULATIVE(cummin, OP_MIN)
CUMULATIVE(cumlogsumexp, OP_COUNT)
