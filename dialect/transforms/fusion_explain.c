// fusion_explain.c -- what --explain-fusion says of each kernel: the costs that fusion weighs.
//
// Bytes are counted as if nothing stayed in a cache: the kernel reads each of its operands and
// writes each of its results once.  The arrays between its ops would be written and read again,
// each op by itself.  Copies of slices, rolls and borders count as such arrays; constants and
// broadcasts do not, since they are no arrays anywhere.
#include "dialect/location.h"
#include "dialect/transforms/patterns.h"
#include "dialect/transforms/transforms.h"

#include <stdio.h>

typedef struct Costs {
  int ops, expensive;
  double read, written, between; // bytes
} Costs;

static double bytes_of(Val v) {
  Dims d = val_dims(v);
  return (double)dims_product(d) * ((element_bits(val_element(v)) + 7) / 8);
}

static bool is_no_array(OpKind k) {
  return k == OP_CONSTANT || k == OP_BROADCAST_IN_DIM || k == OP_IOTA;
}

static bool is_yielded(Val v, MlirOperation yield) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(yield); i++)
    if (mlirValueEqual(op_operand(yield, (int)i), v)) return true;
  return false;
}

static void count_op(Costs *c, MlirOperation op, MlirOperation yield) {
  OpKind k = op_kind(op);
  if (is_no_array(k)) return;
  c->ops++;
  c->expensive += (op_rules(k)->flags & OP_EXPENSIVE) != 0;
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    if (!is_yielded(op_result(op, (int)i), yield)) c->between += bytes_of(op_result(op, (int)i));
}

static void say(const Costs *c, MlirOperation op) {
  SrcRange at = loc_range(mlirOperationGetLocation(op));
  char expensive[48] = "";
  if (c->expensive) snprintf(expensive, sizeof expensive, ", %d of them expensive", c->expensive);
  diag_note(
      at,
      "a kernel of %d op%s%s: reads %.4g kB, writes %.4g kB; %.4g kB between its ops are never "
      "in memory",
      c->ops, c->ops == 1 ? "" : "s", expensive, c->read / 1e3, c->written / 1e3, c->between / 1e3);
}

static MlirWalkResult visit(MlirOperation op, void *data) {
  Costs c = {0};
  if (op_kind(op) != OP_FUSION) return MlirWalkResultAdvance;
  MlirBlock body = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, 0));
  MlirOperation yield = mlirBlockGetTerminator(body), x = mlirBlockGetFirstOperation(body);
  for (; x.ptr != yield.ptr; x = mlirOperationGetNextInBlock(x)) count_op(&c, x, yield);
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    c.read += bytes_of(op_operand(op, (int)i));
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    c.written += bytes_of(op_result(op, (int)i));
  say(&c, op);
  return MlirWalkResultSkip;
}

void fusion_explain(MlirModule m) {
  mlirOperationWalk(mlirModuleGetOperation(m), visit, NULL, MlirWalkPreOrder);
}
