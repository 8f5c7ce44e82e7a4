// cumulative.c -- running sums, products, maxima, minima along one axis.
//
// Derivatives of all but cumsum scan pairs (y, dy) with the operator's own derivative, by doubling
// (Hillis and Steele 1986): after the step of stride s, element k combines elements k-2s+1 .. k.
// Each step is linear in dy, so that it can be transposed.
#include "dialect/rules.h"

#include <math.h>

static bool shape_cumulative(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  Dims d = val_dims(c->in[0]);
  int64_t axis = attr_int(c->attrs, "axis");
  if (axis < 0 || axis >= d.n)
    return shape_raise(c, "ValueError", "axis %lld is out of bounds for array of shape %s",
                       (long long)axis, dims_text(d));
  if (element_is_bool(val_element(c->in[0])))
    return shape_error(c, "does not accept dtype bool. Accepted dtypes are subtypes of number.");
  if (c->kind == OP_CUMLOGSUMEXP && !element_is_float(val_element(c->in[0])))
    return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of floating.",
                       dtype_name(element_dtype(val_element(c->in[0]))));
  return shape_same(c, out);
}

static bool batch_cumulative(Build *b, const OpCall *c, const bool *batched, Val *out,
                             bool *out_batched) {
  MlirAttribute attrs = attrs_shift_int(b, c->attrs, "axis");
  return batch_done(build_changed(b, c, c->in, attrs, NULL), out, out_batched);
}

// The cotangents summed the other way.
static bool transpose_cumsum(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                             Val *ct_in) {
  bool reverse = attr_flag(c->attrs, "reverse");
  MlirAttribute flag = reverse ? (MlirAttribute){0} : attr_unit(b->ctx);
  MlirAttribute attrs = attrs_with(b->ctx, c->attrs, "reverse", flag);
  ct_in[0] = VAL_NONE;
  if (!val_is_none(ct[0])) ct_in[0] = op_result(build_changed(b, c, ct, attrs, NULL), 0);
  return true;
}

// x moved by `by` along the axis of c, away from where its scan begins, `fill` coming in.
static Val shifted(Build *b, const OpCall *c, Val x, int64_t by, double fill) {
  int axis = (int)attr_int(c->attrs, "axis");
  Dims none = dims_fill(val_dims(x).n, 0), low = none, high = none;
  low.d[axis] = attr_flag(c->attrs, "reverse") ? -by : by;
  high.d[axis] = -low.d[axis];
  Val padding = op_splat(b, type_tensor(val_element(x), (Dims){0}), fill);
  MlirAttribute attrs =
      attrs_make(b->ctx, 3, "low", attr_of_dims(b->ctx, low), "high", attr_of_dims(b->ctx, high),
                 "interior", attr_of_dims(b->ctx, none));
  return op_result(build_op(b, OP_PAD, 2, (Val[]){x, padding}, attrs, 1, NULL), 0);
}

static int64_t scan_length(const OpCall *c) {
  return val_dims(c->in[0]).d[attr_int(c->attrs, "axis")];
}

// (p, dp) (q, dq) -> (p q, dp q + p dq)
static bool jvp_cumprod(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val q = c->in[0], dq = dx[0];
  for (int64_t s = 1; s < scan_length(c); s *= 2) {
    Val p = shifted(b, c, q, s, 1), dp = shifted(b, c, dq, s, 0);
    Val l = op_mul(b, dp, q), r = op_mul(b, p, dq);
    dq = op_add(b, l, r);
    q = op_mul(b, p, q);
  }
  dy[0] = dq;
  return true;
}

// (p, dp) (q, dq) -> the larger (smaller) with its tangent; a tie splits evenly
static bool jvp_extremum(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  bool is_max = c->kind == OP_CUMMAX;
  Val q = c->in[0], dq = dx[0];
  for (int64_t s = 1; s < scan_length(c); s *= 2) {
    Val p = shifted(b, c, q, s, is_max ? -INFINITY : INFINITY), dp = shifted(b, c, dq, s, 0);
    Val half = op_scale(b, op_add(b, dp, dq), 0.5);
    Val left = op_compare(b, is_max ? OP_GT : OP_LT, p, q), tie = op_compare(b, OP_EQ, p, q);
    dq = op_select(b, tie, half, op_select(b, left, dp, dq));
    q = op_binary(b, is_max ? OP_MAX : OP_MIN, p, q);
  }
  dy[0] = dq;
  return true;
}

// log(e^p + e^q) = m + log1p(e^-|p-q|) with m the larger; -inf with -inf stays -inf
static Val log_add_exp(Build *b, Val p, Val q) {
  Val m = op_binary(b, OP_MAX, p, q), gap = op_sub(b, p, q);
  Val same = op_compare(b, OP_EQ, p, q);
  gap = op_select(b, same, op_splat_like(b, gap, 0), gap);
  Val e = op_unary(b, OP_EXP, op_neg(b, op_unary(b, OP_ABS, gap)));
  return op_add(b, m, op_unary(b, OP_LOG1P, e));
}

static bool expand_cumlogsumexp(Build *b, const OpCall *c, Val *out) {
  Val q = c->in[0];
  for (int64_t s = 1; s < scan_length(c); s *= 2)
    q = log_add_exp(b, shifted(b, c, q, s, -INFINITY), q);
  out[0] = q;
  return true;
}

const OpRules rules_cumsum = {.shape = shape_cumulative,
                              .batch = batch_cumulative,
                              .jvp = jvp_linear,
                              .transpose = transpose_cumsum};
const OpRules rules_cumprod = {
    .shape = shape_cumulative, .batch = batch_cumulative, .jvp = jvp_cumprod};
const OpRules rules_cummax = {
    .shape = shape_cumulative, .batch = batch_cumulative, .jvp = jvp_extremum};
const OpRules rules_cummin = {
    .shape = shape_cumulative, .batch = batch_cumulative, .jvp = jvp_extremum};
const OpRules rules_cumlogsumexp = {
    .shape = shape_cumulative, .batch = batch_cumulative, .expand = expand_cumlogsumexp};
