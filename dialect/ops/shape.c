// shape.c -- the same elements in another arrangement.
//
// All are linear; the transpose of each is written out here.
#include "dialect/rules.h"

static MlirAttribute dims_attr(Build *b, Dims d) { return attr_of_dims(b->ctx, d); }

// The cotangent of the only operand is `expression` of ct = cts[0].
#define TRANSPOSE_1(name, expression)                                                              \
  static bool transpose_##name(Build *b, const OpCall *c, const bool *linear, const Val *cts,      \
                               Val *ct_in) {                                                       \
    Val ct = cts[0];                                                                               \
    ct_in[0] = val_is_none(ct) ? VAL_NONE : (expression);                                          \
    return true;                                                                                   \
  }

#define SHAPE_RULES(name)                                                                          \
  const OpRules rules_##name = {.shape = shape_##name,                                             \
                                .batch = batch_##name,                                             \
                                .jvp = jvp_linear,                                                 \
                                .transpose = transpose_##name};

//===-- broadcast_in_dim -----------------------------------------------------------------===//

static bool shape_broadcast_in_dim(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1) || !shape_declared(c, out)) return false;
  Dims in = val_dims(c->in[0]), to = type_dims(out[0]);
  Dims d = attr_dims(c->attrs, "broadcast_dimensions");
  if (d.n != in.n)
    return shape_error(c,
                       "broadcast_dimensions must have length equal to operand ndim; got "
                       "broadcast_dimensions %s for operand ndim %d.",
                       dims_text(d), in.n);
  for (int i = 0; i < d.n; i++) {
    if (d.d[i] < 0 || d.d[i] >= to.n || (i && d.d[i] <= d.d[i - 1]))
      return shape_error(c,
                         "broadcast_dimensions must be strictly increasing and a subset of output "
                         "dimensions, got %s for operand ndim %d and shape %s.",
                         dims_text(d), in.n, dims_text(to));
    if (in.d[i] != 1 && in.d[i] != to.d[d.d[i]])
      return shape_error(c,
                         "operand dimension sizes must either be 1, or be equal to their "
                         "corresponding dimensions in the target broadcast shape; got operand of "
                         "shape %s, target broadcast shape %s, broadcast_dimensions %s ",
                         dims_text(in), dims_text(to), dims_text(d));
  }
  return true;
}

static bool batch_broadcast_in_dim(Build *b, const OpCall *c, const bool *batched, Val *out,
                                   bool *out_batched) {
  MlirType t = type_batched(b, c->out[0]);
  Dims d = dims_prepend(0, dims_shift(attr_dims(c->attrs, "broadcast_dimensions"), 1));
  MlirAttribute attrs = attrs_with(b->ctx, c->attrs, "broadcast_dimensions", dims_attr(b, d));
  return batch_done(build_changed(b, c, c->in, attrs, &t), out, out_batched);
}

// The sum over what the operand was repeated along.
static Val unbroadcast(Build *b, const OpCall *c, Val ct) {
  Dims in = val_dims(c->in[0]), to = val_dims(ct), axes = {0};
  Dims d = attr_dims(c->attrs, "broadcast_dimensions");
  for (int i = 0; i < to.n; i++) {
    int from = dims_find(d, i);
    if (from < 0 || (in.d[from] == 1 && to.d[i] != 1)) axes.d[axes.n++] = i;
  }
  return op_reshape(b, op_reduce(b, OP_REDUCE_SUM, ct, axes), in);
}

TRANSPOSE_1(broadcast_in_dim, unbroadcast(b, c, ct))
SHAPE_RULES(broadcast_in_dim)

//===-- reshape, squeeze -----------------------------------------------------------------===//

static bool shape_reshape(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1) || !shape_declared(c, out)) return false;
  int64_t from = type_count(mlirValueGetType(c->in[0])), to = type_count(out[0]);
  if (from == to) return true;
  return shape_error(c,
                     "total size must be unchanged, got new_sizes %s (of total size %lld) for "
                     "shape %s (of total size %lld).",
                     dims_text(type_dims(out[0])), (long long)to, dims_text(val_dims(c->in[0])),
                     (long long)from);
}

static bool batch_reshape(Build *b, const OpCall *c, const bool *batched, Val *out,
                          bool *out_batched) {
  MlirType t = type_batched(b, c->out[0]);
  return batch_done(build_changed(b, c, c->in, c->attrs, &t), out, out_batched);
}

TRANSPOSE_1(reshape, op_reshape(b, ct, val_dims(c->in[0])))
SHAPE_RULES(reshape)

static bool shape_squeeze(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  Dims in = val_dims(c->in[0]), d = attr_dims(c->attrs, "dimensions");
  for (int i = 0; i < d.n; i++) {
    if (d.d[i] < 0 || d.d[i] >= in.n)
      return shape_raise(c, "ValueError", "axis %lld is out of bounds for array of dimension %d",
                         (long long)d.d[i], in.n);
    if (in.d[d.d[i]] != 1)
      return shape_raise(c, "ValueError",
                         "cannot select an axis to squeeze out which has size not equal to one, "
                         "got shape=%s and dimensions=%s",
                         dims_text(in), dims_text(d));
  }
  out[0] = type_with_dims(mlirValueGetType(c->in[0]), dims_without(in, d));
  return true;
}

static bool batch_dimensions(Build *b, const OpCall *c, const bool *batched, Val *out,
                             bool *out_batched) {
  MlirAttribute attrs = attrs_shift_dims(b, c->attrs, "dimensions");
  return batch_done(build_changed(b, c, c->in, attrs, NULL), out, out_batched);
}

#define batch_squeeze batch_dimensions
TRANSPOSE_1(squeeze, op_reshape(b, ct, val_dims(c->in[0])))
SHAPE_RULES(squeeze)

//===-- transpose, rev -------------------------------------------------------------------===//

static bool shape_transpose(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  Dims in = val_dims(c->in[0]), p = attr_dims(c->attrs, "permutation"), to = {.n = p.n};
  bool ok = p.n == in.n;
  for (int i = 0; ok && i < in.n; i++) ok = dims_has(p, i);
  if (!ok)
    return shape_error(c,
                       "permutation isn't a permutation of operand dimensions, got permutation %s "
                       "for operand shape %s.",
                       dims_text(p), dims_text(in));
  for (int i = 0; i < p.n; i++) to.d[i] = in.d[p.d[i]];
  out[0] = type_with_dims(mlirValueGetType(c->in[0]), to);
  return true;
}

static bool batch_transpose(Build *b, const OpCall *c, const bool *batched, Val *out,
                            bool *out_batched) {
  Dims p = dims_prepend(0, dims_shift(attr_dims(c->attrs, "permutation"), 1));
  MlirAttribute attrs = attrs_with(b->ctx, c->attrs, "permutation", dims_attr(b, p));
  return batch_done(build_changed(b, c, c->in, attrs, NULL), out, out_batched);
}

static Dims inverse(Dims p) {
  Dims q = {.n = p.n};
  for (int i = 0; i < p.n; i++) q.d[p.d[i]] = i;
  return q;
}

TRANSPOSE_1(transpose, op_transpose(b, ct, inverse(attr_dims(c->attrs, "permutation"))))
SHAPE_RULES(transpose)

static bool shape_rev(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  Dims in = val_dims(c->in[0]), d = attr_dims(c->attrs, "dimensions");
  for (int i = 0; i < d.n; i++)
    if (d.d[i] < 0 || d.d[i] >= in.n)
      return shape_error(c,
                         "dimensions must all be less than operand ndim, got dimensions %s for "
                         "operand ndim %d.",
                         dims_text(d), in.n);
  return shape_same(c, out);
}

#define batch_rev batch_dimensions
TRANSPOSE_1(rev, op_result(build_like(b, c, &ct), 0))
SHAPE_RULES(rev)

//===-- concatenate, split ---------------------------------------------------------------===//

static bool bad_axis(const OpCall *c, int64_t axis, Dims d) {
  return shape_raise(c, "ValueError", "axis %lld is out of bounds for array of shape %s",
                     (long long)axis, dims_text(d));
}

// Both sizes at all axes but `axis` agree.
static bool agree_but(Dims x, Dims y, int64_t axis) {
  x.d[axis] = y.d[axis];
  return dims_equal(x, y);
}

static bool shape_concatenate(const OpCall *c, MlirType *out) {
  if (!c->nin)
    return shape_raise(c, "ValueError", "concatenate requires a non-empty sequences of arrays");
  Dims d = val_dims(c->in[0]);
  int64_t axis = attr_int(c->attrs, "dimension");
  if (axis < 0 || axis >= d.n) return bad_axis(c, axis, d);
  MlirType e = val_element(c->in[0]);
  for (int i = 1; i < c->nin; i++) {
    Dims x = val_dims(c->in[i]), first = val_dims(c->in[0]);
    if (!mlirTypeEqual(e, val_element(c->in[i])))
      return shape_raise(
          c, "TypeError",
          "lax.concatenate requires arguments to have the same dtypes, got %s, %s. (Tip: "
          "jnp.concatenate is a similar function that does automatic type promotion on inputs).",
          dtype_name(element_dtype(e)), dtype_name(element_dtype(val_element(c->in[i]))));
    if (x.n != d.n)
      return shape_raise(c, "TypeError",
                         "Cannot concatenate arrays with different numbers of dimensions: got %s, "
                         "%s.",
                         dims_text(first), dims_text(x));
    if (!agree_but(x, first, axis))
      return shape_raise(c, "TypeError",
                         "Cannot concatenate arrays with shapes that differ in dimensions other "
                         "than the one being concatenated: concatenating along dimension %lld for "
                         "shapes %s, %s.",
                         (long long)axis, dims_text(first), dims_text(x));
    d.d[axis] += x.d[axis];
  }
  out[0] = type_tensor(e, d);
  return true;
}

static bool batch_concatenate(Build *b, const OpCall *c, const bool *batched, Val *out,
                              bool *out_batched) {
  const Val *in = batch_all(b, c, batched);
  MlirAttribute attrs = attrs_shift_int(b, c->attrs, "dimension");
  return batch_done(build_changed(b, c, in, attrs, NULL), out, out_batched);
}

// x[start:limit:stride]
static Val op_slice(Build *b, Val x, Dims start, Dims limit, Dims stride) {
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "start_indices", dims_attr(b, start), "limit_indices",
                 dims_attr(b, limit), "strides", dims_attr(b, stride));
  return op_result(build_op(b, OP_SLICE, 1, &x, attrs, 1, NULL), 0);
}

static bool transpose_concatenate(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                  Val *ct_in) {
  int64_t axis = attr_int(c->attrs, "dimension"), at = 0;
  for (int i = 0; i < c->nin; i++) {
    Dims d = val_dims(c->in[i]), start = dims_fill(d.n, 0), limit = d;
    start.d[axis] = at;
    limit.d[axis] = at += d.d[axis];
    ct_in[i] = VAL_NONE;
    if (linear[i] && !val_is_none(ct[0]))
      ct_in[i] = op_slice(b, ct[0], start, limit, dims_fill(d.n, 1));
  }
  return true;
}

SHAPE_RULES(concatenate)

static bool shape_split(const OpCall *c, MlirType *out) {
  Dims d = val_dims(c->in[0]), sizes = attr_dims(c->attrs, "sizes");
  int64_t axis = attr_int(c->attrs, "axis"), sum = 0;
  if (axis < 0 || axis >= d.n) return bad_axis(c, axis, d);
  if (!shape_arity(c, 1, sizes.n)) return false;
  for (int i = 0; i < sizes.n; i++) sum += sizes.d[i];
  if (sum != d.d[axis])
    return shape_raise(c, "ValueError",
                       "Sum of sizes %lld must be equal to dimension %lld of the operand shape %s",
                       (long long)sum, (long long)axis, dims_text(d));
  for (int i = 0; i < sizes.n; i++) {
    d.d[axis] = sizes.d[i];
    out[i] = type_with_dims(mlirValueGetType(c->in[0]), d);
  }
  return true;
}

static bool batch_split(Build *b, const OpCall *c, const bool *batched, Val *out,
                        bool *out_batched) {
  MlirAttribute attrs = attrs_shift_int(b, c->attrs, "axis");
  return batch_done(build_changed(b, c, c->in, attrs, NULL), out, out_batched);
}

static bool transpose_split(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                            Val *ct_in) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nout);
  for (int i = 0; i < c->nout; i++)
    in[i] = val_is_none(ct[i]) ? op_zeros(b, c->out[i]) : ct[i];
  MlirAttribute attrs =
      attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, attr_int(c->attrs, "axis")));
  ct_in[0] = op_result(build_op(b, OP_CONCATENATE, c->nout, in, attrs, 1, NULL), 0);
  return true;
}

SHAPE_RULES(split)

//===-- pad ------------------------------------------------------------------------------===//
// Operands x and padding_value (rank 0).

static bool shape_pad(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 2, 1)) return false;
  Dims d = val_dims(c->in[0]), low = attr_dims(c->attrs, "low"), high = attr_dims(c->attrs, "high");
  Dims interior = attr_dims(c->attrs, "interior"), to = {.n = d.n};
  MlirType e = val_element(c->in[0]), p = val_element(c->in[1]);
  if (!mlirTypeEqual(e, p))
    return shape_raise(c, "TypeError",
                       "pad operand and padding_value must be same dtype: got %s and %s.",
                       dtype_name(element_dtype(e)), dtype_name(element_dtype(p)));
  if (val_dims(c->in[1]).n) return shape_error(c, "padding_value must be a scalar");
  if (low.n != d.n || high.n != d.n || interior.n != d.n)
    return shape_raise(c, "ValueError",
                       "length of padding_config must equal the number of axes of operand, got "
                       "%d for operand shape %s",
                       low.n, dims_text(d));
  for (int i = 0; i < d.n; i++) {
    if (interior.d[i] < 0)
      return shape_raise(c, "ValueError", "interior padding in padding_config must be nonnegative");
    int64_t inner = d.d[i] ? d.d[i] + (d.d[i] - 1) * interior.d[i] : 0;
    to.d[i] = low.d[i] + inner + high.d[i];
    if (to.d[i] < 0)
      return shape_raise(c, "ValueError",
                         "Dimension size after padding is not at least 0, got %lld for dimension "
                         "%d of operand shape %s",
                         (long long)to.d[i], i, dims_text(d));
  }
  out[0] = type_tensor(e, to);
  return true;
}

static MlirAttribute pad_attrs(Build *b, Dims low, Dims high, Dims interior) {
  return attrs_make(b->ctx, 3, "low", dims_attr(b, low), "high", dims_attr(b, high), "interior",
                    dims_attr(b, interior));
}

static Val pad(Build *b, Val x, Val padding, MlirAttribute attrs) {
  return op_result(build_op(b, OP_PAD, 2, (Val[]){x, padding}, attrs, 1, NULL), 0);
}

static Val scalar_zero(Build *b, MlirType element) {
  return op_zeros(b, type_tensor(element, (Dims){0}));
}

// Padding values that differ along the batch: pad with zeros, then put them in by a mask.
static Val pad_by_mask(Build *b, const OpCall *c, Val x, MlirAttribute attrs) {
  MlirType boolean = mlirIntegerTypeGet(b->ctx, 1);
  Val padded = pad(b, x, scalar_zero(b, val_element(x)), attrs);
  Val ones = op_ones(b, type_with_element(mlirValueGetType(x), boolean));
  Val mask = pad(b, ones, scalar_zero(b, boolean), attrs);
  Val fill = op_broadcast(b, c->in[1], val_dims(padded), (Dims){.n = 1});
  return op_select(b, mask, padded, fill);
}

static bool batch_pad(Build *b, const OpCall *c, const bool *batched, Val *out,
                      bool *out_batched) {
  MlirAttribute attrs = pad_attrs(b, dims_prepend(0, attr_dims(c->attrs, "low")),
                                  dims_prepend(0, attr_dims(c->attrs, "high")),
                                  dims_prepend(0, attr_dims(c->attrs, "interior")));
  Val x = batched[0] ? c->in[0] : batch_broadcast(b, c->in[0]);
  out[0] = batched[1] ? pad_by_mask(b, c, x, attrs) : pad(b, x, c->in[1], attrs);
  out_batched[0] = true;
  return true;
}

static Val sum_all(Build *b, Val x) {
  return op_reduce(b, OP_REDUCE_SUM, x, dims_iota(val_dims(x).n));
}

static bool transpose_pad(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                          Val *ct_in) {
  ct_in[0] = ct_in[1] = VAL_NONE;
  if (val_is_none(ct[0])) return true;
  Dims low = attr_dims(c->attrs, "low"), high = attr_dims(c->attrs, "high");
  Dims stride = dims_shift(attr_dims(c->attrs, "interior"), 1);
  for (int i = 0; i < low.n; i++) {
    low.d[i] = -low.d[i];
    high.d[i] = -high.d[i];
  }
  Val zero = scalar_zero(b, val_element(ct[0]));
  Val cut = ct[0], x;
  if (!dims_equal(low, dims_fill(low.n, 0)) || !dims_equal(high, dims_fill(high.n, 0)))
    cut = pad(b, ct[0], zero, pad_attrs(b, low, high, dims_fill(low.n, 0)));
  x = op_slice(b, cut, dims_fill(low.n, 0), val_dims(cut), stride);
  if (linear[0]) ct_in[0] = x;
  if (!linear[1]) return true;
  Val all = sum_all(b, ct[0]), inner = sum_all(b, x);
  ct_in[1] = op_sub(b, all, inner);
  return true;
}

SHAPE_RULES(pad)
