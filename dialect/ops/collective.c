// collective.c -- ops over a named axis of vmap: psum, all_gather, axis_index.
//
//   vmap over "i" of  %1 = cjax.psum %0 over "i" : tensor<f32>
//                 =>  %1 = cjax.reduce_sum %0 over [0] : tensor<5xf32> -> tensor<f32>
//
// The vmap that binds the name turns them into ops on the axis; any other maps them as it maps
// elementwise ops.  pmean, pmax, ppermute, ... are made of these three by the library.
#include "dialect/rules.h"
#include "dialect/transforms/transforms.h"

#include <mlir-c/BuiltinAttributes.h>

// The vmap that runs binds the op's name.
static bool is_bound(const Build *b, const OpCall *c) {
  return mlirAttributeEqual(attr_get(c->attrs, "axis_name"), b->axis_name);
}

//===-- psum ------------------------------------------------------------------------===//

static bool shape_psum(const OpCall *c, MlirType *out) {
  return shape_arity(c, 1, 1) && shape_same(c, out);
}

static bool batch_psum(Build *b, const OpCall *c, const bool *batched, Val *out, bool *done) {
  if (!is_bound(b, c)) return batch_elementwise(b, c, batched, out, done);
  Val x = c->in[0];
  out[0] = batched[0] ? op_reduce(b, OP_REDUCE_SUM, x, dims_iota(1))
                      : op_mul(b, x, op_splat_int(b, mlirValueGetType(x), b->batch_size));
  done[0] = false;
  return true;
}

// The sum of all cotangents reaches each.
static bool transpose_psum(Build *b, const OpCall *c, const bool *linear, const Val *ct, Val *in) {
  in[0] = op_result(build_like(b, c, ct), 0);
  return true;
}

const OpRules rules_psum = {
    .shape = shape_psum, .batch = batch_psum, .jvp = jvp_linear, .transpose = transpose_psum};

//===-- all_gather --------------------------------------------------------------------===//

static bool shape_all_gather(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 1, 1)) return false;
  MlirType t = mlirValueGetType(c->in[0]);
  out[0] = type_with_dims(t, dims_prepend(attr_int(c->attrs, "axis_size"), type_dims(t)));
  return true;
}

static bool batch_all_gather(Build *b, const OpCall *c, const bool *batched, Val *out, bool *done) {
  if (is_bound(b, c)) {
    out[0] = vmap_force(b, c->in[0], batched[0]);
    done[0] = false;
    return true;
  }
  MlirOperation op = build_op(b, OP_ALL_GATHER, 1, c->in, c->attrs, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  out[0] = op_move_axis(b, op_result(op, 0), 1, 0);
  done[0] = true;
  return true;
}

// Each gets its row of the sum of the cotangents.
static bool transpose_all_gather(Build *b, const OpCall *c, const bool *linear, const Val *ct,
                                 Val *in) {
  MlirAttribute name = attrs_make(b->ctx, 1, "axis_name", attr_get(c->attrs, "axis_name"));
  MlirOperation sum = build_op(b, OP_PSUM, 1, ct, name, 1, NULL);
  MlirOperation index = build_op(b, OP_AXIS_INDEX, 0, NULL, name, 1, NULL);
  Dims d = val_dims(ct[0]), row = d;
  row.d[0] = 1;
  Val *ops = ARENA_ARRAY(b->arena, Val, d.n + 1);
  ops[0] = op_result(sum, 0);
  ops[1] = op_result(index, 0);
  for (int i = 1; i < d.n; i++) ops[i + 1] = op_splat_int(b, mlirValueGetType(ops[1]), 0);
  MlirAttribute sizes = attrs_make(b->ctx, 1, "slice_sizes", attr_of_dims(b->ctx, row));
  MlirOperation op = build_op(b, OP_DYNAMIC_SLICE, d.n + 1, ops, sizes, 1, NULL);
  if (mlirOperationIsNull(op)) return false;
  in[0] = op_reshape(b, op_result(op, 0), val_dims(c->in[0]));
  return true;
}

const OpRules rules_all_gather = {.shape = shape_all_gather,
                                  .batch = batch_all_gather,
                                  .jvp = jvp_linear,
                                  .transpose = transpose_all_gather};

//===-- axis_index ---------------------------------------------------------------------===//

static bool shape_axis_index(const OpCall *c, MlirType *out) {
  if (!shape_arity(c, 0, 1)) return false;
  MlirContext ctx = mlirLocationGetContext(c->loc);
  out[0] = type_tensor(mlirIntegerTypeGet(ctx, 32), dims_iota(0));
  return true;
}

static bool batch_axis_index(Build *b, const OpCall *c, const bool *batched, Val *out, bool *done) {
  MlirType i32 = mlirIntegerTypeGet(b->ctx, 32);
  out[0] = op_iota(b, type_tensor(i32, dims_fill(1, b->batch_size)), 0);
  done[0] = true;
  return true;
}

const OpRules rules_axis_index = {
    .shape = shape_axis_index, .batch = batch_axis_index, .flags = OP_ZERO_TANGENT};
