// reduce.c -- reductions over a set of axes.
//
// Attribute `axes`: strictly increasing, each in [0, rank).
#include "dialect/rules.h"

static bool shape_reduce(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  Dims in = type_dims(t), axes = attr_dims(c->attrs, "axes");
  for (int i = 0; i < axes.n; i++) {
    if (axes.d[i] < 0 || axes.d[i] >= in.n)
      return shape_raise(c, "ValueError",
                         "reduction axes %s contains out-of-bounds indices for %s.",
                         dims_text(axes), type_text(t));
    if (i && axes.d[i] <= axes.d[i - 1])
      return shape_raise(c, "ValueError", "duplicate value in 'axes' of reduction: %s",
                         dims_text(axes));
  }
  out[0] = type_with_dims(t, dims_without(in, axes));
  return true;
}

static bool shape_reduce_number(const OpCall *c, MlirType *out) {
  if (!shape_reduce(c, out)) return false;
  if (!element_is_bool(type_element(out[0]))) return true;
  return shape_error(c, "does not accept dtype bool. Accepted dtypes are subtypes of number.");
}

static bool shape_reduce_bits(const OpCall *c, MlirType *out) {
  if (!shape_reduce(c, out)) return false;
  MlirType e = type_element(out[0]);
  if (mlirTypeIsAInteger(e)) return true;
  return shape_raise(c, "TypeError",
                     "logical reduction requires operand dtype bool or int, got %s.",
                     dtype_name(element_dtype(e)));
}

static bool batch_reduce(Build *b, const OpCall *c, const bool *batched, Val *out,
                         bool *out_batched) {
  MlirAttribute attrs = attrs_shift_dims(b, c->attrs, "axes");
  return batch_done(build_changed(b, c, c->in, attrs, NULL), out, out_batched);
}

// The axes that stay.
static Dims kept_axes(const OpCall *c) {
  return dims_without(dims_iota(val_dims(c->in[0]).n), attr_dims(c->attrs, "axes"));
}

static bool transpose_reduce_sum(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                 Val *ct_in) {
  ct_in[0] = val_is_none(ct[0])
                 ? VAL_NONE
                 : op_broadcast(b, ct[0], val_dims(c->in[0]), kept_axes(c));
  return true;
}

// The mean of the tangents where the extremum is: sum(dx * (x == y)) / count(x == y)
static bool jvp_reduce_extremum(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val x = c->in[0];
  Dims axes = attr_dims(c->attrs, "axes");
  Val top = op_broadcast(b, y[0], val_dims(x), kept_axes(c));
  Val there = op_convert(b, op_compare(b, OP_EQ, x, top), val_element(x));
  Val sum = op_reduce(b, OP_REDUCE_SUM, op_mul(b, dx[0], there), axes);
  Val count = op_reduce(b, OP_REDUCE_SUM, there, axes);
  dy[0] = op_div(b, sum, count);
  return true;
}

// x shifted by one along its last axis, a 1 coming in: the running product before each element.
static Val exclusive_product(Build *b, Val x, bool from_end) {
  Dims d = val_dims(x), low = dims_fill(d.n, 0), high = low;
  int last = d.n - 1;
  MlirAttribute reverse = from_end ? attr_unit(b->ctx) : (MlirAttribute){0};
  MlirAttribute attrs =
      attrs_make(b->ctx, 2, "axis", attr_of_int(b->ctx, last), "reverse", reverse);
  Val products = op_result(build_op(b, OP_CUMPROD, 1, &x, attrs, 1, NULL), 0);
  low.d[last] = from_end ? -1 : 1;
  high.d[last] = -low.d[last];
  Val one = op_ones(b, type_tensor(val_element(x), (Dims){0}));
  attrs = attrs_make(b->ctx, 3, "low", attr_of_dims(b->ctx, low), "high",
                     attr_of_dims(b->ctx, high), "interior",
                     attr_of_dims(b->ctx, dims_fill(d.n, 0)));
  return op_result(build_op(b, OP_PAD, 2, (Val[]){products, one}, attrs, 1, NULL), 0);
}

// x with the reduced axes gathered in one at the end: [kept..., n]
static Val reduced_last(Build *b, const OpCall *c, Val x) {
  Dims axes = attr_dims(c->attrs, "axes"), p = kept_axes(c), d = {0};
  int64_t n = 1;
  for (int i = 0; i < p.n; i++) d = dims_append(d, val_dims(x).d[p.d[i]]);
  for (int i = 0; i < axes.n; i++) {
    n *= val_dims(x).d[axes.d[i]];
    p = dims_append(p, axes.d[i]);
  }
  return op_reshape(b, op_transpose(b, x, p), dims_append(d, n));
}

// d prod(x) = sum_i dx_i prod_{j<i} x_j prod_{j>i} x_j, which zeros among the x do not upset
static bool jvp_reduce_prod(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val x = reduced_last(b, c, c->in[0]), g = reduced_last(b, c, dx[0]);
  Val before = exclusive_product(b, x, false), after = exclusive_product(b, x, true);
  Val terms = op_mul(b, g, op_mul(b, before, after));
  int last = val_dims(x).n - 1;
  dy[0] = op_reduce(b, OP_REDUCE_SUM, terms, dims_of(1, (int64_t[]){last}));
  return true;
}

#define REDUCE(name, shape_rule, jvp_rule, transpose_rule, op_flags)                               \
  const OpRules rules_##name = {.shape = shape_rule,                                               \
                                .batch = batch_reduce,                                             \
                                .jvp = jvp_rule,                                                   \
                                .transpose = transpose_rule,                                       \
                                .flags = op_flags};

// clang-format off
REDUCE(reduce_sum,  shape_reduce_number, jvp_linear,          transpose_reduce_sum, 0)
REDUCE(reduce_prod, shape_reduce_number, jvp_reduce_prod,     NULL,                 0)
REDUCE(reduce_max,  shape_reduce,        jvp_reduce_extremum, NULL,                 0)
REDUCE(reduce_min,  shape_reduce,        jvp_reduce_extremum, NULL,                 0)
REDUCE(reduce_and,  shape_reduce_bits,   NULL,                NULL,                 OP_NONDIFF)
REDUCE(reduce_or,   shape_reduce_bits,   NULL,                NULL,                 OP_NONDIFF)
REDUCE(reduce_xor,  shape_reduce_bits,   NULL,                NULL,                 OP_NONDIFF)
// clang-format on
