// rules.c -- what the rules of many ops have in common.
#include "dialect/rules.h"

bool shape_arity(const OpCall *c, int nin, int nout) {
  if (c->nin != nin) return shape_error(c, "takes %d operands, got %d", nin, c->nin);
  if (c->nout != nout) return shape_error(c, "gives %d results, %d were expected", nout, c->nout);
  return true;
}

bool shape_same(const OpCall *c, MlirType *out) {
  MlirType t = mlirValueGetType(c->in[0]);
  for (int i = 1; i < c->nin; i++) {
    MlirType u = mlirValueGetType(c->in[i]);
    if (!mlirTypeEqual(type_element(t), type_element(u)))
      return shape_raise(c, "TypeError",
                         "lax.%s requires arguments to have the same dtypes, got %s, %s.",
                         op_name(c->kind), dtype_name(element_dtype(type_element(t))),
                         dtype_name(element_dtype(type_element(u))));
    if (!mlirTypeEqual(t, u))
      return shape_error(c, "got incompatible shapes for broadcasting: %s, %s.",
                         dims_text(type_dims(t)), dims_text(type_dims(u)));
  }
  out[0] = t;
  return true;
}

bool shape_declared(const OpCall *c, MlirType *out) {
  if (!c->out) return shape_error(c, "needs its result type");
  out[0] = c->out[0];
  if (c->nin && !mlirTypeEqual(type_element(out[0]), val_element(c->in[0])))
    return shape_error(c, "cannot change the dtype from %s to %s",
                       type_text(mlirValueGetType(c->in[0])), type_text(out[0]));
  return true;
}

//===-- batching -------------------------------------------------------------------------===//

Val batch_broadcast(Build *b, Val x) {
  Dims d = val_dims(x);
  return op_broadcast(b, x, dims_prepend(b->batch_size, d), dims_shift(dims_iota(d.n), 1));
}

const Val *batch_all(Build *b, const OpCall *c, const bool *batched) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  for (int i = 0; i < c->nin; i++) in[i] = batched[i] ? c->in[i] : batch_broadcast(b, c->in[i]);
  return in;
}

bool batch_done(MlirOperation op, Val *out, bool *out_batched) {
  if (mlirOperationIsNull(op)) return false;
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++) {
    out[i] = mlirOperationGetResult(op, i);
    out_batched[i] = true;
  }
  return true;
}

bool batch_elementwise(Build *b, const OpCall *c, const bool *batched, Val *out,
                       bool *out_batched) {
  return batch_done(build_like(b, c, batch_all(b, c, batched)), out, out_batched);
}

MlirAttribute attrs_shift_dims(Build *b, MlirAttribute attrs, const char *name) {
  Dims d = dims_shift(attr_dims(attrs, name), 1);
  return attrs_with(b->ctx, attrs, name, attr_of_dims(b->ctx, d));
}

MlirAttribute attrs_shift_int(Build *b, MlirAttribute attrs, const char *name) {
  return attrs_with(b->ctx, attrs, name, attr_of_int(b->ctx, attr_int(attrs, name) + 1));
}

MlirOperation build_changed(Build *b, const OpCall *c, const Val *in, MlirAttribute attrs,
                            const MlirType *declared) {
  OpCall d = *c;
  d.loc = b->loc;
  d.in = in;
  d.out = declared;
  d.attrs = attrs;
  d.op = (MlirOperation){0};
  return build_op_regions(b, &d);
}

MlirType type_batched(Build *b, MlirType t) {
  return type_with_dims(t, dims_prepend(b->batch_size, type_dims(t)));
}

//===-- derivatives ----------------------------------------------------------------------===//

Val tangent_or_zeros(Build *b, Val dx, Val x) {
  return val_is_none(dx) ? op_zeros(b, mlirValueGetType(x)) : dx;
}

bool jvp_linear(Build *b, const OpCall *c, const Val *y, const Val *dx, Val *dy) {
  Val *in = ARENA_ARRAY(b->arena, Val, c->nin);
  for (int i = 0; i < c->nin; i++) in[i] = tangent_or_zeros(b, dx[i], c->in[i]);
  MlirOperation op = build_changed(b, c, in, c->attrs, c->out);
  for (int i = 0; i < c->nout; i++) dy[i] = op_result(op, i);
  return true;
}

Val op_scale(Build *b, Val x, double k) { return op_mul(b, x, op_splat_like(b, x, k)); }
Val op_add_scalar(Build *b, Val x, double k) { return op_add(b, x, op_splat_like(b, x, k)); }
Val op_compare(Build *b, OpKind k, Val x, Val y) { return op_binary(b, k, x, y); }
