// conv.c -- convolution, and the windows of an array that it contracts.
//
// Groups stand first where a dimension is split: of x's features (feature_group_count) or of its
// batch (batch_group_count), and of y's output features.  The derivatives are convolutions again,
// with x, y and the cotangent in each other's places.
#include "dialect/ops/conv.h"

#include "dialect/rules.h"

Conv conv_of(const OpCall *c) {
  Conv v = {.x = val_dims(c->in[0]),
            .w = val_dims(c->in[1]),
            .lhs = attr_dims(c->attrs, "lhs_spec"),
            .rhs = attr_dims(c->attrs, "rhs_spec"),
            .out = attr_dims(c->attrs, "out_spec"),
            .stride = attr_dims(c->attrs, "window_strides"),
            .low = attr_dims(c->attrs, "padding_low"),
            .high = attr_dims(c->attrs, "padding_high"),
            .spread = attr_dims(c->attrs, "lhs_dilation"),
            .dilation = attr_dims(c->attrs, "rhs_dilation"),
            .features = attr_int(c->attrs, "feature_group_count"),
            .batches = attr_int(c->attrs, "batch_group_count")};
  v.n = v.x.n - 2;
  return v;
}

Window conv_window(const Conv *v) {
  Window w = {v->stride, v->stride, v->low, v->high, v->spread, v->dilation};
  for (int k = 0; k < v->n; k++)
    w.size.d[k] = v->w.d[v->rhs.d[2 + k]];
  return w;
}

Dims conv_counts(const Conv *v) {
  Window w = conv_window(v);
  Dims d = {.n = v->n};
  for (int k = 0; k < v->n; k++)
    d.d[k] = window_count(&w, k, v->x.d[v->lhs.d[2 + k]]);
  return d;
}

//===-- shapes ---------------------------------------------------------------------------===//

static bool check_spec(const OpCall *c, const char *name, Dims spec, int rank) {
  bool ok = spec.n == rank;
  for (int i = 0; ok && i < rank; i++)
    ok = dims_has(spec, i);
  return ok || shape_error(c, "requires %s to be a permutation of %d dimensions, got %s", name,
                           rank, dims_text(spec));
}

static bool check_space(const OpCall *c, const char *name, Dims d, int n, int64_t least) {
  bool ok = d.n == n;
  for (int i = 0; ok && i < n; i++)
    ok = d.d[i] >= least;
  return ok || shape_error(c, "has %s %s for %d spatial dimensions", name, dims_text(d), n);
}

static bool check_groups(const OpCall *c, const Conv *v) {
  int64_t in = v->x.d[v->lhs.d[1]], out = v->w.d[v->rhs.d[0]], batch = v->x.d[v->lhs.d[0]];
  long long f = v->features, b = v->batches;
  if (f < 1 || b < 1 || (f > 1 && b > 1))
    return shape_raise(c, "ValueError",
                       "At most one of batch_group_count and feature_group_count may be > 1, got "
                       "batch_group_count=%lld and feature_group_count=%lld",
                       b, f);
  if (in % f || in / f != v->w.d[v->rhs.d[1]])
    return shape_raise(c, "ValueError",
                       "conv_general_dilated lhs feature dimension size divided by "
                       "feature_group_count must equal the rhs input feature dimension size, but "
                       "%lld // %lld != %lld.",
                       (long long)in, f, (long long)v->w.d[v->rhs.d[1]]);
  if (out % f || out % b)
    return shape_raise(c, "ValueError",
                       "conv_general_dilated rhs output feature dimension size must be a multiple "
                       "of %s_group_count, but %lld is not a multiple of %lld.",
                       f > 1 ? "feature" : "batch", (long long)out, f > 1 ? f : b);
  if (batch % b)
    return shape_raise(c, "ValueError",
                       "conv_general_dilated batch_group_count must divide lhs batch dimension "
                       "size, but %lld does not divide %lld.",
                       b, (long long)batch);
  return true;
}

static bool shape_conv_general_dilated(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  Conv v = conv_of(c);
  MlirType e = val_element(c->in[0]);
  if (v.x.n != v.w.n || v.x.n < 2)
    return shape_raise(c, "ValueError",
                       "conv_general_dilated lhs and rhs must have the same number of dimensions, "
                       "but got %s and %s.",
                       dims_text(v.x), dims_text(v.w));
  if (2 * v.n + 3 > MAX_RANK)
    return shape_error(c, "has more than %d spatial dimensions", (MAX_RANK - 3) / 2);
  if (!mlirTypeEqual(e, val_element(c->in[1])))
    return shape_raise(c, "TypeError",
                       "lax.conv_general_dilated requires arguments to have the same dtypes, got "
                       "%s, %s.",
                       dtype_name(element_dtype(e)),
                       dtype_name(element_dtype(val_element(c->in[1]))));
  bool ok = check_spec(c, "lhs_spec", v.lhs, v.x.n) && check_spec(c, "rhs_spec", v.rhs, v.x.n) &&
            check_spec(c, "out_spec", v.out, v.x.n) &&
            check_space(c, "window_strides", v.stride, v.n, 1) &&
            check_space(c, "padding_low", v.low, v.n, INT64_MIN) &&
            check_space(c, "padding_high", v.high, v.n, INT64_MIN) &&
            check_space(c, "lhs_dilation", v.spread, v.n, 1) &&
            check_space(c, "rhs_dilation", v.dilation, v.n, 1) && check_groups(c, &v);
  if (!ok) return false;
  Dims to = v.x, counts = conv_counts(&v);
  to.d[v.out.d[0]] = v.x.d[v.lhs.d[0]] / v.batches;
  to.d[v.out.d[1]] = v.w.d[v.rhs.d[0]];
  for (int k = 0; k < v.n; k++)
    to.d[v.out.d[2 + k]] = counts.d[k];
  out[0] = type_tensor(c->out ? type_element(c->out[0]) : e, to);
  return true;
}

//===-- building -------------------------------------------------------------------------===//

static MlirAttribute conv_attrs(Build *b, const Conv *v) {
  MlirContext x = b->ctx;
  return attrs_make(x, 10, "window_strides", attr_of_dims(x, v->stride), "padding_low",
                    attr_of_dims(x, v->low), "padding_high", attr_of_dims(x, v->high),
                    "lhs_dilation", attr_of_dims(x, v->spread), "rhs_dilation",
                    attr_of_dims(x, v->dilation), "lhs_spec", attr_of_dims(x, v->lhs), "rhs_spec",
                    attr_of_dims(x, v->rhs), "out_spec", attr_of_dims(x, v->out),
                    "feature_group_count", attr_of_int(x, v->features), "batch_group_count",
                    attr_of_int(x, v->batches));
}

// The convolution v of other operands, whose result has c's element type.
static Val conv_build(Build *b, const OpCall *c, const Conv *v, Val x, Val w) {
  MlirType declared = c->out[0];
  Val in[] = {x, w};
  return op_result(build_op(b, OP_CONV_GENERAL_DILATED, 2, in, conv_attrs(b, v), 1, &declared), 0);
}

// Dimension `axis` as two, the first of n.
static Val axis_split(Build *b, Val x, int64_t axis, int64_t n) {
  Dims d = val_dims(x);
  d.d[axis] = n ? d.d[axis] / n : 0;
  return op_reshape(b, x, dims_insert(d, (int)axis, n));
}

// Dimension `from` moved before dimension `to` of the rest, and both as one.
static Val axis_merge(Build *b, Val x, int64_t from, int64_t to) {
  Dims rest = dims_without(val_dims(x), dims_of(1, &from));
  rest.d[to] *= val_dims(x).d[from];
  return op_reshape(b, op_move_axis(b, x, (int)from, (int)to), rest);
}

//===-- batching -------------------------------------------------------------------------===//

static bool batch_done_at(Build *b, Val y, int64_t axis, Val *out, bool *out_batched) {
  out[0] = op_move_axis(b, y, (int)axis, 0);
  return out_batched[0] = true;
}

// One more group for each element of the batch.
static bool batch_both(Build *b, const OpCall *c, Conv v, Val *out, bool *out_batched) {
  bool in_batch = v.batches > 1;
  Val x = axis_merge(b, c->in[0], 0, v.lhs.d[in_batch ? 0 : 1]);
  Val w = axis_merge(b, c->in[1], 0, v.rhs.d[0]);
  if (in_batch) v.batches *= b->batch_size;
  else v.features *= b->batch_size;
  Val y = conv_build(b, c, &v, x, w);
  y = axis_split(b, y, v.out.d[1], b->batch_size);
  return batch_done_at(b, y, v.out.d[1], out, out_batched);
}

// Axis 0 of x into its dimension d, behind the groups that d begins with.
static Val merge_behind(Build *b, Val x, int64_t d, int64_t groups) {
  if (groups == 1) return axis_merge(b, x, 0, d);
  x = axis_split(b, x, d + 1, groups);
  return axis_merge(b, axis_merge(b, x, 0, d + 1), d, d);
}

// The batch of x has the new axis with it.
static bool batch_lhs(Build *b, const OpCall *c, const Conv *v, Val *out, bool *out_batched) {
  Val x = merge_behind(b, c->in[0], v->lhs.d[0], v->batches);
  Val y = conv_build(b, c, v, x, c->in[1]);
  y = axis_split(b, y, v->out.d[0], b->batch_size);
  return batch_done_at(b, y, v->out.d[0], out, out_batched);
}

// More output features.
static bool batch_rhs(Build *b, const OpCall *c, const Conv *v, Val *out, bool *out_batched) {
  int64_t groups = v->features > 1 ? v->features : v->batches, at = v->out.d[1];
  Val w = merge_behind(b, c->in[1], v->rhs.d[0], groups);
  Val y = conv_build(b, c, v, c->in[0], w);
  if (groups == 1) {
    y = axis_split(b, y, at, b->batch_size);
  } else {
    y = axis_split(b, axis_split(b, y, at, groups), at + 1, b->batch_size);
    y = axis_merge(b, y, at, at + 1);
  }
  return batch_done_at(b, y, at, out, out_batched);
}

static bool batch_conv_general_dilated(Build *b, const OpCall *c, const bool *batched, Val *out,
                                       bool *out_batched) {
  OpCall one = *c;
  Val in[2] = {c->in[0], c->in[1]};
  Conv v = conv_of(c);
  for (int i = 0; i < 2; i++) { // the shapes of one element of the batch
    Dims *d = i ? &v.w : &v.x;
    if (batched[i]) *d = dims_without(*d, dims_iota(1));
  }
  v.n = v.x.n - 2;
  one.in = in;
  out_batched[0] = true;
  if (!b->batch_size) {
    Dims d = dims_prepend(0, type_dims(c->out[0]));
    out[0] = op_zeros(b, type_with_dims(c->out[0], d));
    return true;
  }
  if (batched[0] && batched[1]) return batch_both(b, &one, v, out, out_batched);
  return (batched[0] ? batch_lhs : batch_rhs)(b, &one, &v, out, out_batched);
}

//===-- derivatives ----------------------------------------------------------------------===//

static bool jvp_conv_general_dilated(Build *b, const OpCall *c, const Val *y, const Val *dx,
                                     Val *dy) {
  Conv v = conv_of(c);
  Val l = val_is_none(dx[0]) ? VAL_NONE : conv_build(b, c, &v, dx[0], c->in[1]);
  Val r = val_is_none(dx[1]) ? VAL_NONE : conv_build(b, c, &v, c->in[0], dx[1]);
  dy[0] = val_sum(b, l, r);
  return true;
}

static void swap_first(Dims *d) {
  int64_t t = d->d[0];
  d->d[0] = d->d[1];
  d->d[1] = t;
}

static Val reversed(Build *b, Val x, Dims dims) {
  if (!dims.n) return x;
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimensions", attr_of_dims(b->ctx, dims));
  return op_result(build_op(b, OP_REV, 1, &x, attrs, 1, NULL), 0);
}

// ct, spread out by the strides, with the reversed kernel, whose features change places.
static Val cotangent_lhs(Build *b, const OpCall *c, Conv v, Val ct) {
  Val w = c->in[1];
  int64_t groups = v.features > 1 ? v.features : v.batches, batches = v.batches;
  Dims counts = conv_counts(&v), space = {.n = v.n};
  for (int k = 0; k < v.n; k++) {
    int64_t x = window_span(v.x.d[v.lhs.d[2 + k]], v.spread.d[k]);
    int64_t size = window_span(v.w.d[v.rhs.d[2 + k]], v.dilation.d[k]);
    v.low.d[k] = size - v.low.d[k] - 1;
    v.high.d[k] = x + size - 1 - window_span(counts.d[k], v.stride.d[k]) - v.low.d[k];
    space.d[k] = v.rhs.d[2 + k];
  }
  if (groups > 1)
    w = axis_merge(b, axis_split(b, w, v.rhs.d[0], groups), v.rhs.d[0], v.rhs.d[1]);
  w = op_convert(b, reversed(b, w, space), val_element(ct));
  Conv t = v;
  t.lhs = v.out, t.out = v.lhs, t.stride = v.spread, t.spread = v.stride;
  swap_first(&t.rhs);
  t.features = groups, t.batches = 1;
  Val y = conv_build(b, c, &t, ct, w);
  y = op_convert(b, y, val_element(c->in[0]));
  if (batches == 1) return y;
  return axis_merge(b, axis_split(b, y, v.lhs.d[1], batches), v.lhs.d[1], v.lhs.d[0]);
}

// x with ct as its kernel, batch and features in each other's places.
static Val cotangent_rhs(Build *b, const OpCall *c, Conv v, Val ct) {
  if (!type_count(mlirValueGetType(ct))) return VAL_NONE;
  Dims counts = conv_counts(&v);
  for (int k = 0; k < v.n; k++) {
    int64_t x = window_span(v.x.d[v.lhs.d[2 + k]], v.spread.d[k]);
    int64_t size = window_span(v.w.d[v.rhs.d[2 + k]], v.dilation.d[k]);
    v.high.d[k] = window_span(counts.d[k], v.stride.d[k]) - x + size - v.low.d[k] - 1;
  }
  Conv t = v;
  t.rhs = v.out, t.out = v.rhs, t.stride = v.dilation, t.dilation = v.stride;
  swap_first(&t.lhs), swap_first(&t.rhs), swap_first(&t.out);
  t.features = v.batches, t.batches = v.features;
  Val y = conv_build(b, c, &t, op_convert(b, c->in[0], val_element(ct)), ct);
  return op_convert(b, y, val_element(c->in[1]));
}

static bool transpose_conv_general_dilated(Build *b, const OpCall *c, const bool *linear,
                                           const Val *ct, Val *ct_in) {
  Conv v = conv_of(c);
  ct_in[0] = ct_in[1] = VAL_NONE;
  if (val_is_none(ct[0])) return true;
  if (linear[0]) ct_in[0] = cotangent_lhs(b, c, v, ct[0]);
  if (linear[1]) ct_in[1] = cotangent_rhs(b, c, v, ct[0]);
  return true;
}

const OpRules rules_conv_general_dilated = {.shape = shape_conv_general_dilated,
                                            .batch = batch_conv_general_dilated,
                                            .jvp = jvp_conv_general_dilated,
                                            .transpose = transpose_conv_general_dilated,
                                            .expand = expand_conv_general_dilated};
