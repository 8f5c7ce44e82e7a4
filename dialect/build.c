// build.c -- how ops come into being.
#include "dialect/op.h"
#include "dialect/support/diag.h"

static void place(Build *b, MlirOperation op) {
  if (mlirOperationIsNull(b->before)) mlirBlockAppendOwnedOperation(b->block, op);
  else mlirBlockInsertOwnedOperationBefore(b->block, b->before, op);
}

static void add_attrs(MlirOperationState *state, MlirAttribute attrs) {
  intptr_t n = mlirAttributeIsNull(attrs) ? 0 : mlirDictionaryAttrGetNumElements(attrs);
  for (intptr_t i = 0; i < n; i++) {
    MlirNamedAttribute x = mlirDictionaryAttrGetElement(attrs, i);
    mlirOperationStateAddAttributes(state, 1, &x);
  }
}

MlirOperation build_op_regions(Build *b, const OpCall *c) {
  op_at(c->loc);
  MlirType out[64];
  MlirType *types = c->nout <= 64 ? out : ARENA_ARRAY(b->arena, MlirType, c->nout);
  if (!op_rules(c->kind)->shape(c, types)) return (MlirOperation){0};
  MlirOperationState state =
      mlirOperationStateGet(mlirStringRefCreateFromCString(op_info[c->kind].name), c->loc);
  mlirOperationStateAddOperands(&state, c->nin, c->in);
  mlirOperationStateAddResults(&state, c->nout, types);
  mlirOperationStateAddOwnedRegions(&state, c->nregions, c->regions);
  add_attrs(&state, c->attrs);
  MlirOperation op = mlirOperationCreate(&state);
  if (mlirOperationIsNull(op)) BUG("cannot create %s", op_info[c->kind].name);
  place(b, op);
  return op;
}

MlirOperation build_op(Build *b, OpKind k, int nin, const Val *in, MlirAttribute attrs, int nout,
                       const MlirType *declared) {
  OpCall c = {.kind = k, .loc = b->loc, .nin = nin, .nout = nout, .in = in, .out = declared};
  c.attrs = mlirAttributeIsNull(attrs) ? mlirDictionaryAttrGet(b->ctx, 0, NULL) : attrs;
  return build_op_regions(b, &c);
}

MlirOperation build_any(Build *b, const char *name, int nin, const Val *in, int nout,
                        const MlirType *types, MlirAttribute attrs) {
  MlirOperationState state = mlirOperationStateGet(mlirStringRefCreateFromCString(name), b->loc);
  mlirOperationStateAddOperands(&state, nin, in);
  mlirOperationStateAddResults(&state, nout, types);
  add_attrs(&state, attrs);
  MlirOperation op = mlirOperationCreate(&state);
  if (mlirOperationIsNull(op)) BUG("cannot create %s", name);
  place(b, op);
  return op;
}

MlirOperation build_like(Build *b, const OpCall *c, const Val *in) {
  OpCall like = *c;
  like.loc = b->loc;
  like.in = in;
  like.out = NULL;
  like.op = (MlirOperation){0};
  return build_op_regions(b, &like);
}

static Val one_result(MlirOperation op) {
  return mlirOperationIsNull(op) ? VAL_NONE : op_result(op, 0);
}

static Val build_one(Build *b, OpKind k, Val x, MlirAttribute attrs, const MlirType *declared) {
  return one_result(build_op(b, k, 1, &x, attrs, 1, declared));
}

Val op_unary(Build *b, OpKind k, Val x) { return build_one(b, k, x, (MlirAttribute){0}, NULL); }

Val op_binary(Build *b, OpKind k, Val x, Val y) {
  return one_result(build_op(b, k, 2, (Val[]){x, y}, (MlirAttribute){0}, 1, NULL));
}

Val op_select(Build *b, Val pred, Val if_true, Val if_false) {
  Val in[] = {pred, if_false, if_true};
  return one_result(build_op(b, OP_SELECT_N, 3, in, (MlirAttribute){0}, 1, NULL));
}

Val op_convert(Build *b, Val x, MlirType element) {
  if (mlirTypeEqual(val_element(x), element)) return x;
  MlirType out = type_tensor(element, val_dims(x));
  return build_one(b, OP_CONVERT_ELEMENT_TYPE, x, (MlirAttribute){0}, &out);
}

Val op_broadcast(Build *b, Val x, Dims shape, Dims dims) {
  if (dims_equal(shape, val_dims(x)) && dims_equal(dims, dims_iota(shape.n))) return x;
  MlirType out = type_tensor(val_element(x), shape);
  MlirAttribute attrs = attrs_make(b->ctx, 1, "broadcast_dimensions", attr_of_dims(b->ctx, dims));
  return build_one(b, OP_BROADCAST_IN_DIM, x, attrs, &out);
}

Val op_reshape(Build *b, Val x, Dims shape) {
  if (dims_equal(shape, val_dims(x))) return x;
  MlirType out = type_tensor(val_element(x), shape);
  return build_one(b, OP_RESHAPE, x, (MlirAttribute){0}, &out);
}

Val op_transpose(Build *b, Val x, Dims permutation) {
  if (dims_equal(permutation, dims_iota(permutation.n))) return x;
  MlirAttribute attrs = attrs_make(b->ctx, 1, "permutation", attr_of_dims(b->ctx, permutation));
  return build_one(b, OP_TRANSPOSE, x, attrs, NULL);
}

Val op_reduce(Build *b, OpKind k, Val x, Dims axes) {
  if (!axes.n) return x;
  return build_one(b, k, x, attrs_make(b->ctx, 1, "axes", attr_of_dims(b->ctx, axes)), NULL);
}

Val op_iota(Build *b, MlirType tensor, int dim) {
  MlirAttribute attrs = attrs_make(b->ctx, 1, "dimension", attr_of_int(b->ctx, dim));
  return one_result(build_op(b, OP_IOTA, 0, NULL, attrs, 1, &tensor));
}

Val op_move_axis(Build *b, Val x, int from, int to) {
  Dims rest = dims_without(dims_iota(val_dims(x).n), dims_of(1, (int64_t[]){from}));
  return op_transpose(b, x, dims_insert(rest, to, from));
}

Val val_sum(Build *b, Val x, Val y) {
  if (val_is_none(x)) return y;
  return val_is_none(y) ? x : op_add(b, x, y);
}
