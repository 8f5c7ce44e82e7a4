// small_floats.c -- floats of at most 8 bits are storage: what computes with them does so in f16,
// or in f32 where f16 does not reach, and rounds each result, as XLA on a CPU.
//
//   %2 = cjax.add %0, %1 : f8E5M2  =>  %a = cjax.convert_element_type %0 : f8E5M2 -> f16  ...
//                                      %c = cjax.add %a, %b : f16
//                                      %2 = cjax.convert_element_type %c : f16 -> f8E5M2
//
//   require:  transformations are expanded
//   ensure:   floats of at most 8 bits are operands and results of conversions, constants, effects,
//             calls and ops with regions only
#include "dialect/transforms/transforms.h"

static bool is_small(MlirType t) {
  return mlirTypeIsARankedTensor(t) && element_is_small(type_element(t));
}

static bool is_scale(MlirType t) {
  return is_small(t) && mlirTypeIsAFloat8E8M0FNU(type_element(t));
}

static bool touches(const OpCall *c, bool (*is)(MlirType)) {
  bool found = false;
  for (int i = 0; i < c->nin; i++)
    found |= is(mlirValueGetType(c->in[i]));
  for (int i = 0; i < c->nout; i++)
    found |= is(c->out[i]);
  return found;
}

bool small_computes(const OpCall *c, MlirContext ctx, MlirType *wide) {
  if (c->kind == OP_COUNT || c->kind == OP_YIELD || c->kind == OP_CONSTANT ||
      c->kind == OP_CONVERT_ELEMENT_TYPE || c->kind == OP_BITCAST_CONVERT_TYPE ||
      op_rules(c->kind)->flags & (OP_EFFECT | OP_REGION) || !touches(c, is_small))
    return false;
  *wide = touches(c, is_scale) ? mlirF32TypeGet(ctx) : mlirF16TypeGet(ctx);
  return true;
}

MlirType small_widened(MlirType t, MlirType wide) {
  return is_small(t) ? type_with_element(t, wide) : t;
}

static void compute_wider(Build *b, MlirOperation op) {
  OpCall c = op_call(b->arena, op);
  MlirType wide;
  if (!small_computes(&c, b->ctx, &wide)) return;
  b->block = mlirOperationGetBlock(op);
  b->before = op;
  b->loc = c.loc;
  Val *in = ARENA_ARRAY(b->arena, Val, c.nin + 1);
  MlirType *out = ARENA_ARRAY(b->arena, MlirType, c.nout + 1);
  for (int i = 0; i < c.nin; i++)
    in[i] = is_small(mlirValueGetType(c.in[i])) ? op_convert(b, c.in[i], wide) : c.in[i];
  for (int i = 0; i < c.nout; i++)
    out[i] = small_widened(c.out[i], wide);
  MlirOperation by = build_op(b, c.kind, c.nin, in, c.attrs, c.nout, out);
  for (int i = 0; i < c.nout; i++) {
    Val y = op_result(by, i);
    if (is_small(c.out[i])) y = op_convert(b, y, type_element(c.out[i]));
    mlirValueReplaceAllUsesOfWith(op_result(op, i), y);
  }
  mlirOperationDestroy(op);
}

static void widen_block(Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
      MlirBlock inner = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
      if (!mlirBlockIsNull(inner)) widen_block(b, inner);
    }
    compute_wider(b, op);
  }
}

static MlirWalkResult find_small(MlirOperation op, void *found) {
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    *(bool *)found |= is_small(mlirValueGetType(mlirOperationGetResult(op, i)));
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    *(bool *)found |= is_small(mlirValueGetType(mlirOperationGetOperand(op, i)));
  return *(bool *)found ? MlirWalkResultInterrupt : MlirWalkResultAdvance;
}

bool small_floats(MlirModule m) {
  bool found = false;
  mlirOperationWalk(mlirModuleGetOperation(m), find_small, &found, MlirWalkPreOrder);
  if (!found) return true;
  Arena a;
  arena_init(&a);
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
  widen_block(&b, mlirModuleGetBody(m));
  arena_release(&a);
  return true;
}
