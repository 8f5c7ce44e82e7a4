// scatter.c -- an array with windows replaced by, or combined with, updates.
//
// scatter_add and scatter_sub are linear in the operand and the updates together.  For scatter the
// last of several updates of one place wins; its derivative must follow the one that won, which is
// found by scattering and gathering the numbers of the updates (as JAX does).  Ties of scatter_min
// and scatter_max share the derivative evenly.
#include "dialect/ops/index.h"
#include "dialect/support/diag.h"

static bool one(MlirOperation op, Val *y) {
  if (mlirOperationIsNull(op)) return false;
  *y = op_result(op, 0);
  return true;
}

static bool shape_scatter(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]), u = mlirValueGetType(c->in[2]);
  Dims x = type_dims(t), indices = val_dims(c->in[1]), updates = type_dims(u);
  Windows w = windows_of(c);
  if (!element_is_integer(val_element(c->in[1])))
    return shape_error(c, "indices must be integers, got %s",
                       type_text(mlirValueGetType(c->in[1])));
  if (!mlirTypeEqual(type_element(t), type_element(u)))
    return shape_error(c, "updates %s for an operand %s", type_text(u), type_text(t));
  if (!windows_check(c, &w, x, indices)) return false;
  if (updates.n != indices.n - 1 + w.window.n)
    return shape_error(c, "updates %s do not fit indices %s with update_window_dims %s",
                       dims_text(updates), dims_text(indices), dims_text(w.window));
  for (int i = 0; i < w.window.n; i++)
    if (w.window.d[i] < 0 || w.window.d[i] >= updates.n ||
        (i && w.window.d[i] <= w.window.d[i - 1]))
      return shape_error(c, "update_window_dims %s must be sorted and within rank %d",
                         dims_text(w.window), updates.n);
  for (int i = 0, k = 0; i < updates.n; i++)
    if (!dims_has(w.window, i) && updates.d[i] != indices.d[k++])
      return shape_error(c, "updates %s do not fit indices %s", dims_text(updates),
                         dims_text(indices));
  Dims sizes = windows_sizes(&w, x, updates);
  for (int i = 0; i < x.n; i++)
    if (sizes.d[i] > x.d[i])
      return shape_error(c, "windows %s do not fit shape %s", dims_text(sizes), dims_text(x));
  out[0] = t;
  return true;
}

static Val broadcast_batch(Build *b, Val x) {
  Dims d = val_dims(x);
  return op_broadcast(b, x, dims_prepend(b->batch_size, d), dims_shift(dims_iota(d.n), 1));
}

static bool batch_scatter(Build *b, const OpCall *c, const bool *batched, Val *out,
                          bool *out_batched) {
  Windows w = windows_of(c), wb = windows_batched(&w, true, batched[1]);
  Val x = batched[0] ? c->in[0] : broadcast_batch(b, c->in[0]);
  Val updates = batched[2] ? c->in[2] : broadcast_batch(b, c->in[2]);
  OpCall s = *c;
  s.attrs = windows_attrs(b->ctx, c->attrs, false, &wb);
  out_batched[0] = true;
  return one(build_like(b, &s, (Val[]){x, c->in[1], updates}), out);
}

//===-- helpers of the derivatives --------------------------------------------------===//

Val gather_of_scatter(Build *b, const OpCall *c, Val x, MlirAttribute fill) {
  Windows w = windows_of(c);
  Dims sizes = windows_sizes(&w, val_dims(x), val_dims(c->in[2]));
  MlirAttribute attrs = attrs_make(b->ctx, 5, "slice_sizes", attr_of_dims(b->ctx, sizes), "mode",
                                   attr_get(c->attrs, "mode"), "fill_value", fill, "unique_indices",
                                   attr_get(c->attrs, "unique_indices"), "indices_are_sorted",
                                   attr_get(c->attrs, "indices_are_sorted"));
  attrs = windows_attrs(b->ctx, attrs, true, &w);
  return op_result(build_op(b, OP_GATHER, 2, (Val[]){x, c->in[1]}, attrs, 1, NULL), 0);
}

static Val scatter_as(Build *b, const OpCall *c, OpKind k, Val x, Val updates) {
  OpCall s = *c;
  s.kind = k;
  return op_result(build_like(b, &s, (Val[]){x, c->in[1], updates}), 0);
}

static Val or_zeros(Build *b, Val dx, Val x) {
  return val_is_none(dx) ? op_zeros(b, mlirValueGetType(x)) : dx;
}

static Val compare(Build *b, OpKind k, Val x, Val y) {
  MlirType out = type_tensor(mlirIntegerTypeGet(b->ctx, 1), val_dims(x));
  return op_result(build_op(b, k, 2, (Val[]){x, y}, (MlirAttribute){0}, 1, &out), 0);
}

// 1 where x equals y, else 0, in their type.
static Val equal_mask(Build *b, Val x, Val y) {
  return op_convert(b, compare(b, OP_EQ, x, y), val_element(x));
}

//===-- scatter ---------------------------------------------------------------------===//

// 1, 2, ... for each update vector, repeated over its window.
static Val update_numbers(Build *b, const OpCall *c) {
  Windows w = windows_of(c);
  Dims u = val_dims(c->in[2]), outer = dims_without(u, w.window);
  Dims dims = dims_without(dims_iota(u.n), w.window);
  MlirType e = mlirIntegerTypeUnsignedGet(b->ctx, 32);
  Val n = op_iota(b, type_tensor(e, dims_of(1, (int64_t[]){dims_product(outer)})), 0);
  n = op_add(b, n, op_splat_like(b, n, 1));
  n = op_reshape(b, n, outer);
  return op_broadcast(b, n, u, dims);
}

static bool jvp_scatter(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  if (val_is_none(dx[2]) || attr_flag(c->attrs, "unique_indices")) {
    Val x = or_zeros(b, dx[0], c->in[0]), u = or_zeros(b, dx[2], c->in[2]);
    dy[0] = scatter_as(b, c, OP_SCATTER, x, u);
    return true;
  }
  Val numbers = update_numbers(b, c);
  MlirType places = type_tensor(val_element(numbers), val_dims(c->in[0]));
  Val won = scatter_as(b, c, OP_SCATTER, op_zeros(b, places), numbers);
  Val zero = op_zeros(b, mlirValueGetType(dx[2]));
  MlirAttribute none = fill_zero(numbers);
  Val winner = gather_of_scatter(b, c, won, none);
  Val du = op_select(b, compare(b, OP_EQ, numbers, winner), dx[2], zero);
  Val kept = op_zeros(b, mlirValueGetType(c->in[0]));
  if (!val_is_none(dx[0])) {
    Val untouched = compare(b, OP_EQ, won, op_zeros(b, places));
    kept = op_select(b, untouched, dx[0], kept);
  }
  dy[0] = scatter_as(b, c, OP_SCATTER_ADD, kept, du);
  return true;
}

static bool transpose_scatter(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                              Val *ct_in) {
  if (linear[0]) {
    Val zeros = op_zeros(b, mlirValueGetType(c->in[2]));
    ct_in[0] = scatter_as(b, c, OP_SCATTER, ct[0], zeros);
  }
  if (linear[2]) ct_in[2] = gather_of_scatter(b, c, ct[0], fill_zero(ct[0]));
  return true;
}

const OpRules rules_scatter = {
    .shape = shape_scatter,
    .batch = batch_scatter,
    .jvp = jvp_scatter,
    .transpose = transpose_scatter,
};

//===-- scatter_add, scatter_sub ----------------------------------------------------===//

static bool jvp_scatter_add(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  if (val_is_none(dx[2])) {
    dy[0] = dx[0];
    return true;
  }
  dy[0] = scatter_as(b, c, c->kind, or_zeros(b, dx[0], c->in[0]), dx[2]);
  return true;
}

static bool transpose_scatter_add(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                  Val *ct_in) {
  if (linear[0]) ct_in[0] = ct[0];
  if (linear[2]) {
    Val u = gather_of_scatter(b, c, ct[0], fill_zero(ct[0]));
    ct_in[2] = c->kind == OP_SCATTER_SUB ? op_neg(b, u) : u;
  }
  return true;
}

const OpRules rules_scatter_add = {
    .shape = shape_scatter,
    .batch = batch_scatter,
    .jvp = jvp_scatter_add,
    .transpose = transpose_scatter_add,
};
const OpRules rules_scatter_sub = {
    .shape = shape_scatter,
    .batch = batch_scatter,
    .jvp = jvp_scatter_add,
    .transpose = transpose_scatter_add,
};

//===-- scatter_mul -----------------------------------------------------------------===//

// d(x with x[i] * u) = (dx with dx[i] * u) + x * (0 with du at i), for unique i.
static bool jvp_scatter_mul(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val left = VAL_NONE, right = VAL_NONE;
  if (!val_is_none(dx[0])) left = scatter_as(b, c, OP_SCATTER_MUL, dx[0], c->in[2]);
  if (!val_is_none(dx[2])) {
    if (!attr_flag(c->attrs, "unique_indices"))
      return shape_raise(c, "NotImplementedError", "scatter_mul gradients are only implemented if "
                                                    "`unique_indices=True`");
    Val zeros = op_zeros(b, mlirValueGetType(c->in[0]));
    Val u = scatter_as(b, c, OP_SCATTER_ADD, zeros, dx[2]);
    right = op_mul(b, c->in[0], u);
  }
  dy[0] = val_sum(b, left, right);
  return true;
}

static bool transpose_scatter_mul(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                  Val *ct_in) {
  ct_in[0] = scatter_as(b, c, OP_SCATTER_MUL, ct[0], c->in[2]);
  return true;
}

const OpRules rules_scatter_mul = {
    .shape = shape_scatter,
    .batch = batch_scatter,
    .jvp = jvp_scatter_mul,
    .transpose = transpose_scatter_mul,
    .flags = OP_WHOLE,
};

//===-- scatter_min, scatter_max ----------------------------------------------------===//

// y[p] is the extremum of x[p] and the updates of p: dy[p] is the mean of the tangents of those
// that equal y[p].
static bool jvp_scatter_extremum(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val mask_x = equal_mask(b, c->in[0], y[0]);
  Val there = gather_of_scatter(b, c, y[0], (MlirAttribute){0});
  Val mask_u = equal_mask(b, c->in[2], there);
  Val count = scatter_as(b, c, OP_SCATTER_ADD, mask_x, mask_u);
  Val left =
      val_is_none(dx[0]) ? op_zeros(b, mlirValueGetType(c->in[0])) : op_mul(b, mask_x, dx[0]);
  Val sum = left;
  if (!val_is_none(dx[2])) {
    Val u = op_mul(b, mask_u, dx[2]);
    sum = scatter_as(b, c, OP_SCATTER_ADD, left, u);
  }
  dy[0] = op_div(b, sum, count);
  return true;
}

const OpRules rules_scatter_min = {
    .shape = shape_scatter,
    .batch = batch_scatter,
    .jvp = jvp_scatter_extremum,
    .flags = OP_WHOLE,
};
const OpRules rules_scatter_max = {
    .shape = shape_scatter,
    .batch = batch_scatter,
    .jvp = jvp_scatter_extremum,
    .flags = OP_WHOLE,
};
