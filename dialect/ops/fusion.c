// fusion.c -- a kernel: a block of ops that is compiled as a unit.
//
// Fusions are formed after all transformations; taken apart they are their body.
#include "dialect/clone.h"
#include "dialect/op.h"

static bool shape_fusion(const OpCall *c, MlirType *out) {
  MlirBlock body = mlirRegionGetFirstBlock(c->regions[0]);
  if (mlirBlockGetNumArguments(body) != c->nin)
    return shape_error(c, "%d operands for a body of %d arguments", c->nin,
                       (int)mlirBlockGetNumArguments(body));
  for (int i = 0; i < c->nin; i++)
    if (!mlirTypeEqual(mlirValueGetType(mlirBlockGetArgument(body, i)), mlirValueGetType(c->in[i])))
      return shape_error(c, "operand %d is %s, but the body takes %s", i,
                         type_text(mlirValueGetType(c->in[i])),
                         type_text(mlirValueGetType(mlirBlockGetArgument(body, i))));
  MlirOperation yield = mlirBlockGetTerminator(body);
  if (mlirOperationIsNull(yield) || mlirOperationGetNumOperands(yield) != c->nout)
    return shape_error(c, "the body must yield %d values", c->nout);
  for (int i = 0; i < c->nout; i++)
    out[i] = mlirValueGetType(mlirOperationGetOperand(yield, i));
  return true;
}

static bool expand_fusion(Build *b, const OpCall *c, Val *out) {
  ValMap *m = val_map_create(b->arena);
  MlirBlock body = mlirRegionGetFirstBlock(c->regions[0]);
  for (int i = 0; i < c->nin; i++)
    val_map_put(m, mlirBlockGetArgument(body, i), c->in[i]);
  int n;
  Val *ys = clone_block(b, body, m, &n);
  for (int i = 0; i < n; i++)
    out[i] = ys[i];
  return true;
}

const OpRules rules_fusion = {
    .shape = shape_fusion,
    .expand = expand_fusion,
    .flags = OP_REGION,
};
