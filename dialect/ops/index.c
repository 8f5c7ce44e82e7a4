// index.c -- windows of an array: slice, dynamic_slice, dynamic_update_slice, gather.
//
// Start indices clamp so that a window fits.  Batched start indices turn the dynamic ops into
// gather and scatter.
#include "dialect/ops/index.h"

#include <string.h>

static bool one(MlirOperation op, Val *y) {
  if (mlirOperationIsNull(op)) return false;
  *y = op_result(op, 0);
  return true;
}

// d(f(x)) = f(dx), the other operands as they are.
static bool jvp_linear_in_x(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  memcpy(in, c->in, sizeof(Val) * (size_t)c->nin);
  in[0] = dx[0];
  return one(build_like(b, c, in), dy);
}

static Val broadcast_batch(Build *b, Val x) {
  Dims d = val_dims(x);
  return op_broadcast(b, x, dims_prepend(b->batch_size, d), dims_shift(dims_iota(d.n), 1));
}

//===-- slice -----------------------------------------------------------------------===//

static bool shape_slice(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  Dims x = type_dims(t), from = attr_dims(c->attrs, "start_indices");
  Dims to = attr_dims(c->attrs, "limit_indices"), by = attr_dims(c->attrs, "strides"), y = x;
  if (from.n != x.n || to.n != x.n || by.n != x.n)
    return shape_error(c, "start %s, limit %s and strides %s must have length %d", dims_text(from),
                       dims_text(to), dims_text(by), x.n);
  for (int i = 0; i < x.n; i++) {
    if (from.d[i] < 0 || from.d[i] > to.d[i] || to.d[i] > x.d[i])
      return shape_error(c, "start %s and limit %s are no window of shape %s", dims_text(from),
                         dims_text(to), dims_text(x));
    if (by.d[i] < 1) return shape_error(c, "strides %s must be positive", dims_text(by));
    y.d[i] = (to.d[i] - from.d[i] + by.d[i] - 1) / by.d[i];
  }
  out[0] = type_with_dims(t, y);
  return true;
}

static bool batch_slice(Build *b, const OpCall *c, const bool *batched, Val *out,
                        bool *out_batched) {
  MlirContext ctx = b->ctx;
  Dims from = dims_prepend(0, attr_dims(c->attrs, "start_indices"));
  Dims to = dims_prepend(b->batch_size, attr_dims(c->attrs, "limit_indices"));
  Dims by = dims_prepend(1, attr_dims(c->attrs, "strides"));
  MlirAttribute attrs =
      attrs_make(ctx, 3, "start_indices", attr_of_dims(ctx, from), "limit_indices",
                 attr_of_dims(ctx, to), "strides", attr_of_dims(ctx, by));
  out_batched[0] = true;
  return one(build_op(b, OP_SLICE, 1, c->in, attrs, 1, NULL), out);
}

// Zeros where the slice took nothing.
static bool transpose_slice(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                            Val *ct_in) {
  MlirContext ctx = b->ctx;
  Dims x = val_dims(c->in[0]), y = val_dims(ct[0]);
  Dims from = attr_dims(c->attrs, "start_indices"), by = attr_dims(c->attrs, "strides");
  Dims high = x, interior = by;
  for (int i = 0; i < x.n; i++) {
    int64_t covered = y.d[i] ? (y.d[i] - 1) * by.d[i] + 1 : 0;
    high.d[i] = x.d[i] - from.d[i] - covered;
    interior.d[i] = by.d[i] - 1;
  }
  Val zero = op_zeros(b, type_tensor(val_element(ct[0]), (Dims){0}));
  MlirAttribute attrs =
      attrs_make(ctx, 3, "low", attr_of_dims(ctx, from), "high", attr_of_dims(ctx, high),
                 "interior", attr_of_dims(ctx, interior));
  return one(build_op(b, OP_PAD, 2, (Val[]){ct[0], zero}, attrs, 1, NULL), ct_in);
}

const OpRules rules_slice = {
    .shape = shape_slice,
    .batch = batch_slice,
    .jvp = jvp_linear_in_x,
    .transpose = transpose_slice,
};

//===-- dynamic_slice ---------------------------------------------------------------===//

static bool check_starts(const OpCall *c, int first, Dims x, Dims window) {
  if (c->nin - first != x.n)
    return shape_error(c, "%d start indices for shape %s", c->nin - first, dims_text(x));
  for (int i = first; i < c->nin; i++) {
    MlirType t = mlirValueGetType(c->in[i]);
    if (type_rank(t) || !element_is_integer(type_element(t)) ||
        !mlirTypeEqual(t, mlirValueGetType(c->in[first])))
      return shape_error(c, "start indices must be scalars of one integer type, got %s",
                         type_text(t));
  }
  if (window.n != x.n)
    return shape_error(c, "window %s differs in rank from shape %s", dims_text(window),
                       dims_text(x));
  for (int i = 0; i < x.n; i++)
    if (window.d[i] < 0 || window.d[i] > x.d[i])
      return shape_error(c, "window %s does not fit into shape %s", dims_text(window),
                         dims_text(x));
  return true;
}

static bool shape_dynamic_slice(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  Dims sizes = attr_dims(c->attrs, "slice_sizes");
  if (!check_starts(c, 1, type_dims(t), sizes)) return false;
  out[0] = type_with_dims(t, sizes);
  return true;
}

// Start indices, some with a batch axis, as index vectors [batch, n].
static Val stack_starts(Build *b, int n, const Val *starts) {
  Val *rows = ARENA_ARRAY(b->arena, Val, n);
  for (int i = 0; i < n; i++) {
    Val x = val_dims(starts[i]).n ? starts[i] : broadcast_batch(b, starts[i]);
    rows[i] = op_reshape(b, x, dims_of(2, (int64_t[]){b->batch_size, 1}));
  }
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, 1));
  return op_result(build_op(b, OP_CONCATENATE, n, rows, attrs, 1, NULL), 0);
}

static bool any(const bool *x, int n) {
  for (int i = 0; i < n; i++)
    if (x[i]) return true;
  return false;
}

// x[starts] with batched starts: a gather of whole windows.
static bool gather_windows(Build *b, const OpCall *c, bool x_batched, Val *out) {
  Dims sizes = attr_dims(c->attrs, "slice_sizes");
  Windows w = {.window = dims_iota(sizes.n), .to_operand = dims_iota(sizes.n)};
  w.window = dims_shift(w.window, 1); // result: [batch, window...]
  if (x_batched) {
    w.to_operand = dims_shift(w.to_operand, 1);
    w.operand_batch = w.indices_batch = dims_iota(1);
    sizes = dims_prepend(1, sizes);
  }
  Val indices = stack_starts(b, c->nin - 1, c->in + 1);
  MlirAttribute attrs = attrs_make(b->ctx, 2, "slice_sizes", attr_of_dims(b->ctx, sizes), "mode",
                                   attr_of_text(b->ctx, "clip"));
  attrs = windows_attrs(b->ctx, attrs, true, &w);
  return one(build_op(b, OP_GATHER, 2, (Val[]){c->in[0], indices}, attrs, 1, NULL), out);
}

static bool batch_dynamic_slice(Build *b, const OpCall *c, const bool *batched, Val *out,
                                bool *out_batched) {
  out_batched[0] = true;
  if (any(batched + 1, c->nin - 1)) return gather_windows(b, c, batched[0], out);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  in[0] = c->in[0];
  memcpy(in + 2, c->in + 1, sizeof(Val) * (size_t)(c->nin - 1));
  MlirType index = c->nin > 1 ? mlirValueGetType(c->in[1])
                              : type_tensor(mlirIntegerTypeGet(b->ctx, 32), (Dims){0});
  in[1] = op_splat_int(b, index, 0);
  Dims sizes = dims_prepend(b->batch_size, attr_dims(c->attrs, "slice_sizes"));
  MlirAttribute attrs = attrs_make(b->ctx, 1, "slice_sizes", attr_of_dims(b->ctx, sizes));
  return one(build_op(b, OP_DYNAMIC_SLICE, c->nin + 1, in, attrs, 1, NULL), out);
}

static bool transpose_dynamic_slice(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                    Val *ct_in) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  in[0] = op_zeros(b, mlirValueGetType(c->in[0]));
  in[1] = ct[0];
  memcpy(in + 2, c->in + 1, sizeof(Val) * (size_t)(c->nin - 1));
  return one(build_op(b, OP_DYNAMIC_UPDATE_SLICE, c->nin + 1, in, (MlirAttribute){0}, 1, NULL),
             ct_in);
}

const OpRules rules_dynamic_slice = {
    .shape = shape_dynamic_slice,
    .batch = batch_dynamic_slice,
    .jvp = jvp_linear_in_x,
    .transpose = transpose_dynamic_slice,
};

//===-- dynamic_update_slice --------------------------------------------------------===//

static bool shape_dynamic_update_slice(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]), u = mlirValueGetType(c->in[1]);
  if (!mlirTypeEqual(type_element(t), type_element(u)))
    return shape_error(c, "update %s for an operand %s", type_text(u), type_text(t));
  if (!check_starts(c, 2, type_dims(t), type_dims(u))) return false;
  out[0] = t;
  return true;
}

static bool batch_dynamic_update_slice(Build *b, const OpCall *c, const bool *batched, Val *out,
                                       bool *out_batched) {
  int n = c->nin - 2;
  Val x = batched[0] ? c->in[0] : broadcast_batch(b, c->in[0]);
  Val update = batched[1] ? c->in[1] : broadcast_batch(b, c->in[1]);
  out_batched[0] = true;
  if (n && any(batched + 2, n)) {
    Windows w = {.window = dims_shift(dims_iota(n), 1),
                 .to_operand = dims_shift(dims_iota(n), 1),
                 .operand_batch = dims_iota(1),
                 .indices_batch = dims_iota(1)};
    Val indices = stack_starts(b, n, c->in + 2);
    MlirAttribute attrs = attrs_make(b->ctx, 2, "mode", attr_of_text(b->ctx, "clip"),
                                     "unique_indices", attr_unit(b->ctx));
    attrs = windows_attrs(b->ctx, attrs, false, &w);
    return one(build_op(b, OP_SCATTER, 3, (Val[]){x, indices, update}, attrs, 1, NULL), out);
  }
  MlirType index =
      n ? mlirValueGetType(c->in[2]) : type_tensor(mlirIntegerTypeGet(b->ctx, 32), (Dims){0});
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  in[0] = x;
  in[1] = update;
  in[2] = op_splat_int(b, index, 0);
  memcpy(in + 3, c->in + 2, sizeof(Val) * (size_t)n);
  return one(build_op(b, OP_DYNAMIC_UPDATE_SLICE, c->nin + 1, in, (MlirAttribute){0}, 1, NULL),
             out);
}

// dynamic_update_slice(x, u, starts): linear in x and u together.
static bool jvp_dynamic_update_slice(Build *b, const OpCall *c, const Val *y, const Val *dx,
                                     Val *dy) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  memcpy(in, c->in, sizeof(Val) * (size_t)c->nin);
  for (int i = 0; i < 2; i++)
    in[i] = val_is_none(dx[i]) ? op_zeros(b, mlirValueGetType(c->in[i])) : dx[i];
  return one(build_like(b, c, in), dy);
}

static bool transpose_dynamic_update_slice(Build *b, const OpCall *c, const bool *linear,
                                           const Val *ct, Val *ct_in) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  memcpy(in, c->in, sizeof(Val) * (size_t)c->nin);
  MlirType update = mlirValueGetType(c->in[1]);
  if (linear[0]) {
    in[0] = ct[0];
    in[1] = op_zeros(b, update);
    if (!one(build_like(b, c, in), &ct_in[0])) return false;
  }
  if (!linear[1]) return true;
  in[1] = ct[0];
  MlirAttribute sizes = attr_of_dims(b->ctx, type_dims(update));
  return one(build_op(b, OP_DYNAMIC_SLICE, c->nin - 1, in + 1,
                      attrs_make(b->ctx, 1, "slice_sizes", sizes), 1, NULL),
             &ct_in[1]);
}

const OpRules rules_dynamic_update_slice = {
    .shape = shape_dynamic_update_slice,
    .batch = batch_dynamic_update_slice,
    .jvp = jvp_dynamic_update_slice,
    .transpose = transpose_dynamic_update_slice,
};

//===-- gather ----------------------------------------------------------------------===//

static bool shape_gather(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  Dims x = type_dims(t), indices = val_dims(c->in[1]), sizes = attr_dims(c->attrs, "slice_sizes");
  Windows w = windows_of(c);
  if (!element_is_integer(val_element(c->in[1])))
    return shape_error(c, "indices must be integers, got %s",
                       type_text(mlirValueGetType(c->in[1])));
  if (sizes.n != x.n)
    return shape_error(c, "slice_sizes %s for shape %s", dims_text(sizes), dims_text(x));
  if (!windows_check(c, &w, x, indices)) return false;
  Dims y = {.n = indices.n - 1 + w.window.n};
  int window = 0, batch = 0;
  for (int i = 0; i < x.n; i++) {
    bool gone = dims_has(w.collapsed, i) || dims_has(w.operand_batch, i);
    // vmap over no elements takes one of each.
    bool none = !x.d[i] && sizes.d[i] == 1 && dims_has(w.operand_batch, i);
    if (sizes.d[i] < 0 || (sizes.d[i] > x.d[i] && !none))
      return shape_raise(c, "TypeError",
                         "Slice size at index %d in gather op is out of range, must be within "
                         "[0, %lld + 1), got %lld.",
                         i, (long long)x.d[i], (long long)sizes.d[i]);
    if (gone && sizes.d[i] > 1)
      return shape_error(c, "slice_sizes %s do not fit shape %s", dims_text(sizes), dims_text(x));
    if (gone) continue;
    int64_t at = w.window.d[window++];
    if (at < 0 || at >= y.n || (window > 1 && at <= w.window.d[window - 2]))
      return shape_error(c, "offset_dims %s must be sorted and within rank %d", dims_text(w.window),
                         y.n);
    y.d[at] = sizes.d[i];
  }
  for (int i = 0; i < y.n; i++)
    if (!dims_has(w.window, i)) y.d[i] = indices.d[batch++];
  out[0] = type_with_dims(t, y);
  return true;
}

static bool batch_gather(Build *b, const OpCall *c, const bool *batched, Val *out,
                         bool *out_batched) {
  Windows w = windows_of(c), wb = windows_batched(&w, batched[0], batched[1]);
  Dims sizes = attr_dims(c->attrs, "slice_sizes");
  if (batched[0]) sizes = dims_prepend(batched[1] ? 1 : b->batch_size, sizes);
  MlirAttribute attrs = windows_attrs(b->ctx, c->attrs, true, &wb);
  attrs = attrs_with(b->ctx, attrs, "slice_sizes", attr_of_dims(b->ctx, sizes));
  out_batched[0] = true;
  return one(build_op(b, OP_GATHER, 2, c->in, attrs, 1, NULL), out);
}

MlirAttribute fill_zero(Val x) {
  MlirType e = element_part(val_element(x));
  if (element_is_float(e)) return mlirFloatAttrDoubleGet(mlirTypeGetContext(e), e, 0);
  return mlirTypeIsAInteger(e) ? mlirIntegerAttrGet(e, 0) : (MlirAttribute){0};
}

// What lies outside of x has derivative 0.
static bool jvp_gather(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  OpCall g = *c;
  g.attrs = attrs_with(b->ctx, c->attrs, "fill_value", fill_zero(dx[0]));
  return one(build_like(b, &g, (Val[]){dx[0], c->in[1]}), dy);
}

static bool transpose_gather(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                             Val *ct_in) {
  Windows w = windows_of(c);
  MlirAttribute attrs = attrs_make(b->ctx, 3, "mode", attr_get(c->attrs, "mode"), "unique_indices",
                                   attr_get(c->attrs, "unique_indices"), "indices_are_sorted",
                                   attr_get(c->attrs, "indices_are_sorted"));
  attrs = windows_attrs(b->ctx, attrs, false, &w);
  Val zeros = op_zeros(b, mlirValueGetType(c->in[0]));
  return one(build_op(b, OP_SCATTER_ADD, 3, (Val[]){zeros, c->in[1], ct[0]}, attrs, 1, NULL),
             ct_in);
}

const OpRules rules_gather = {
    .shape = shape_gather,
    .batch = batch_gather,
    .jvp = jvp_gather,
    .transpose = transpose_gather,
};
