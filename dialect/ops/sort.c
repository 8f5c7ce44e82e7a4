// sort.c -- arrays sorted together along one dimension.
#include "dialect/define.h"
#include "dialect/rules.h"
#include "dialect/support/optimise.h"

static bool shape_sort(const OpCall *c, MlirType *out) {
  if (!c->nin) return shape_raise(c, "ValueError", "Sort requires at least one operand");
  if (!shape_arity(c, c->nin, c->nin)) return false;
  Dims d = val_dims(c->in[0]);
  int64_t axis = attr_int(c->attrs, "dimension"), keys = attr_int(c->attrs, "num_keys");
  for (int i = 0; i < c->nin; i++) {
    out[i] = mlirValueGetType(c->in[i]);
    if (!dims_equal(d, type_dims(out[i])))
      return shape_raise(c, "TypeError", "Arguments to sort must have equal shapes, got: %s %s",
                         dims_text(d), dims_text(type_dims(out[i])));
  }
  if (axis < 0 || axis >= d.n)
    return shape_raise(c, "ValueError", "axis %lld is out of bounds for array of dimension %d",
                       (long long)axis, d.n);
  if (keys >= 1 && keys <= c->nin) return true;
  return shape_raise(c, "ValueError", "num_keys=%lld must be between 1 and len(operands)=%d",
                     (long long)keys, c->nin);
}

static bool batch_sort(Build *b, const OpCall *c, const bool *batched, Val *out,
                       bool *out_batched) {
  MlirAttribute attrs = attrs_shift_int(b, c->attrs, "dimension");
  return batch_done(build_changed(b, c, batch_all(b, c, batched), attrs, NULL), out, out_batched);
}

// x[..., index[...], ...] along `axis`, index of x's shape but for that.
static Val take_along(Build *b, Val x, Val index, int axis) {
  Dims d = val_dims(index), own = dims_of(1, (int64_t[]){axis});
  Dims others = dims_without(dims_iota(d.n), own), ones = dims_fill(d.n, 1);
  MlirContext ctx = b->ctx;
  MlirAttribute others_attr = attr_of_dims(ctx, others), own_attr = attr_of_dims(ctx, own);
  Val in[] = {x, op_reshape(b, index, dims_append(d, 1))};
  MlirAttribute attrs =
      attrs_make(ctx, 7, "offset_dims", attr_of_dims(ctx, (Dims){0}), "collapsed_slice_dims",
                 own_attr, "start_index_map", own_attr, "operand_batching_dims", others_attr,
                 "start_indices_batching_dims", others_attr, "slice_sizes",
                 attr_of_dims(ctx, ones), "mode", attr_of_text(ctx, "promise_in_bounds"));
  return op_result(build_op(b, OP_GATHER, 2, in, attrs, 1, NULL), 0);
}

// The tangents in the order of the sorted keys, which a sorted iota gives.
static bool jvp_sort(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Dims d = val_dims(c->in[0]);
  int axis = (int)attr_int(c->attrs, "dimension");
  MlirType index = type_tensor(mlirIntegerTypeGet(b->ctx, 32), d);
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin + 1);
  for (int i = 0; i < c->nin; i++) in[i] = c->in[i];
  in[c->nin] = op_iota(b, index, axis);
  MlirOperation sorted = build_op(b, OP_SORT, c->nin + 1, in, c->attrs, c->nin + 1, NULL);
  Val order = op_result(sorted, c->nin);
  for (int i = 0; i < c->nin; i++)
    dy[i] = val_is_none(dx[i]) ? VAL_NONE : take_along(b, dx[i], order, axis);
  return true;
}

const OpRules rules_sort = {.shape = shape_sort, .batch = batch_sort, .jvp = jvp_sort};

//===-- top_k ----------------------------------------------------------------------------===//

static bool shape_top_k(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 2)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  Dims d = type_dims(t);
  int64_t k = attr_int(c->attrs, "k"), axis = attr_int(c->attrs, "axis");
  if (axis < 0 || axis >= d.n || k < 0 || k > d.d[axis])
    return shape_raise(c, "ValueError",
                       "k argument to top_k must be no larger than size along axis; got k=%lld "
                       "with shape=%s and axis=%lld",
                       (long long)k, dims_text(d), (long long)axis);
  if (element_is_complex(type_element(t)))
    return shape_error(c, "does not accept dtype %s. Accepted dtypes are subtypes of real numbers.",
                       dtype_name(element_dtype(type_element(t))));
  d.d[axis] = k;
  out[0] = type_with_dims(t, d);
  out[1] = type_tensor(mlirIntegerTypeGet(mlirTypeGetContext(t), 32), d);
  return true;
}

static bool batch_top_k(Build *b, const OpCall *c, const bool *batched, Val *out,
                        bool *out_batched) {
  MlirAttribute attrs = attrs_shift_int(b, c->attrs, "axis");
  return batch_done(build_changed(b, c, c->in, attrs, NULL), out, out_batched);
}

// The tangents of the elements chosen.
static bool jvp_top_k(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  dy[0] = take_along(b, dx[0], y[1], (int)attr_int(c->attrs, "axis"));
  return true;
}

// A few of each line are found without sorting it (lower/ops/top_k.c).
static bool kept_top_k(const OpCall *c) {
  enum { FEW = 64 };
  int64_t k = attr_int(c->attrs, "k");
  MlirType e = val_element(c->in[0]);
  int bits = element_bits(e);
  return k >= 1 && k <= FEW && (bits == 1 || bits >= 8) && !element_is_small(e) &&
         type_count(mlirValueGetType(c->in[0])) && optimise_by(OPTIMISE_SELECTION);
}

const OpRules rules_top_k = {.shape = shape_top_k,
                             .batch = batch_top_k,
                             .jvp = jvp_top_k,
                             .expand = expand_definition,
                             .kept = kept_top_k,
                             .flags = OP_DEFINED};
