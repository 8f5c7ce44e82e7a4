// conv_taps.c -- a convolution whose features each have a window of their own (depthwise, or one
// feature) as a sum over the window's places.
//
//   y[n, i, c] = w[0, c] x[n, s i, c] + w[1, c] x[n, s i + d, c] + ...
//
// Slices and products are one kernel with what is around them; a contraction would copy each
// element as often as the window is large, for products of one row.
#include "dialect/ops/conv.h"

#include "dialect/rules.h"
#include "dialect/support/optimise.h"

enum { MAX_TAPS = 32 }; // longer sums are several kernels

bool conv_is_taps(const Conv *v, MlirType x, MlirType sum) {
  int64_t features = v->x.d[v->lhs.d[1]], taps = dims_product(conv_window(v).size);
  bool exact = mlirTypeEqual(x, sum) && element_bits(sum) >= 32;
  if (!optimise_by(OPTIMISE_TAPS)) return false;
  return exact && v->batches == 1 && v->features == features && taps <= MAX_TAPS &&
         v->w.d[v->rhs.d[0]] == features && v->w.d[v->rhs.d[1]] == 1;
}

// The result without a batch or a feature of size 1, which loops over arrays need not know of.
typedef struct Taps {
  Build *b;
  const Conv *v;
  Dims to, at; // the loops; for each entry of out_spec its dimension in `to`, or -1
  Val x, w;
} Taps;

static void leave_out_ones(Taps *t, Dims full) {
  const Conv *v = t->v;
  t->at = dims_fill(full.n, -1);
  for (int d = 0; d < full.n; d++) {
    int is = dims_find(v->out, d);
    if (is < 2 && full.d[d] == 1) continue;
    t->at.d[is] = t->to.n;
    t->to = dims_append(t->to, full.d[d]);
  }
}

// x, padded, with its dimensions in the order of the result's.
static Val operand_in_order(const Taps *t, Val x) {
  const Conv *v = t->v;
  Dims order = dims_fill(v->x.n, 0), shape = t->to;
  for (int i = 0; i < order.n; i++) order.d[v->out.d[i]] = v->lhs.d[i];
  x = op_transpose(t->b, x, order);
  for (int i = 0; i < order.n; i++)
    if (t->at.d[i] >= 0) shape.d[t->at.d[i]] = val_dims(x).d[v->out.d[i]];
  return conv_padded(t->b, v, op_reshape(t->b, x, shape), t->at.d + 2);
}

// w as an array of its places and, unless there is one, its features: these first where they are
// the result's first dimension.
static Val weights_in_order(const Taps *t, Val w) {
  const Conv *v = t->v;
  int64_t features = v->w.d[v->rhs.d[0]], places = dims_product(v->w) / features;
  Dims order = {0}, shape = {0};
  bool first = !t->at.d[1];
  if (first) order = dims_append(order, v->rhs.d[0]), shape = dims_append(shape, features);
  for (int k = 0; k < v->n; k++) order = dims_append(order, v->rhs.d[2 + k]);
  order = dims_append(order, v->rhs.d[1]), shape = dims_append(shape, places);
  if (!first) order = dims_append(order, v->rhs.d[0]);
  if (t->at.d[1] > 0) shape = dims_append(shape, features);
  return op_reshape(t->b, op_transpose(t->b, w, order), shape);
}

static Val part(Build *b, Val x, Dims start, Dims limit, Dims stride) {
  MlirContext ctx = b->ctx;
  MlirAttribute attrs = attrs_make(ctx, 3, "start_indices", attr_of_dims(ctx, start),
                                   "limit_indices", attr_of_dims(ctx, limit), "strides",
                                   attr_of_dims(ctx, stride));
  return op_result(build_op(b, OP_SLICE, 1, &x, attrs, 1, NULL), 0);
}

// What place j of every window holds.
static Val operand_at(const Taps *t, const Dims *j) {
  const Conv *v = t->v;
  Dims limit = val_dims(t->x), start = dims_fill(limit.n, 0), stride = dims_fill(limit.n, 1);
  Dims counts = conv_counts(v);
  for (int k = 0; k < v->n; k++) {
    int64_t d = t->at.d[2 + k];
    start.d[d] = j->d[k] * v->dilation.d[k];
    limit.d[d] = start.d[d] + (counts.d[k] - 1) * v->stride.d[k] + 1;
    stride.d[d] = v->stride.d[k];
  }
  return part(t->b, t->x, start, limit, stride);
}

// The weights of place j; a dimension of size 1 stands for any.
static Val weight_at(const Taps *t, int64_t j) {
  Dims limit = val_dims(t->w), start = dims_fill(limit.n, 0), dims = dims_iota(limit.n);
  int place = !t->at.d[1];
  start.d[place] = j, limit.d[place] = j + 1;
  if (t->at.d[1] > 0) dims.d[1] = t->at.d[1];
  return op_broadcast(t->b, part(t->b, t->w, start, limit, dims_fill(limit.n, 1)), t->to, dims);
}

Val conv_expand_taps(Build *b, const Conv *v, Val x, Val w, Dims full) {
  Taps t = {.b = b, .v = v};
  leave_out_ones(&t, full);
  t.x = operand_in_order(&t, x);
  t.w = weights_in_order(&t, w);
  Dims size = conv_window(v).size, j = dims_fill(v->n, 0);
  Val y = VAL_NONE;
  for (int64_t i = 0; i < dims_product(size); i++) {
    y = val_sum(b, y, op_mul(b, operand_at(&t, &j), weight_at(&t, i)));
    for (int k = j.n - 1; k >= 0 && ++j.d[k] == size.d[k]; k--) j.d[k] = 0;
  }
  return op_reshape(b, y, full);
}
