// dce.c -- ops whose results nobody uses.
#include "dialect/support/vec.h"
#include "dialect/transforms/simplify.h"

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool block_is_pure(Arena *a, MlirModule m, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    if (!op_is_pure(a, m, op)) return false;
  return true;
}

static void set_pure(MlirOperation func, bool pure) {
  MlirAttribute value = mlirBoolAttrGet(mlirOperationGetContext(func), pure);
  mlirOperationSetAttributeByName(func, ref("cjax.pure"), value);
}

// What was found about a function is noted on it ("cjax.pure"); one that calls itself is not pure,
// for it may not end.
static bool func_is_pure(Arena *a, MlirModule m, MlirOperation func) {
  if (mlirOperationIsNull(func) || mlirBlockIsNull(func_body(func))) return false;
  MlirAttribute known = mlirOperationGetAttributeByName(func, ref("cjax.pure"));
  if (!mlirAttributeIsNull(known)) return mlirBoolAttrGetValue(known);
  set_pure(func, false);
  bool pure = block_is_pure(a, m, func_body(func));
  set_pure(func, pure);
  return pure;
}

bool op_is_pure(Arena *a, MlirModule m, MlirOperation op) {
  OpKind k = op_kind(op);
  if (k != OP_COUNT && (op_rules(k)->flags & OP_EFFECT)) return false;
  MlirAttribute callee = mlirOperationGetAttributeByName(op, ref("callee"));
  if (!mlirAttributeIsNull(callee)) return func_is_pure(a, m, func_lookup(m, callee));
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
    if (!block_is_pure(a, m, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)))) return false;
  return true;
}

static bool is_used(MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    if (!mlirOpOperandIsNull(mlirValueGetFirstUse(op_result(op, (int)i)))) return true;
  return false;
}

bool dce_block(Arena *a, MlirModule m, MlirBlock block) {
  if (mlirBlockIsNull(block)) return false;
  VEC(MlirOperation) ops = {0};
  MlirOperation end = mlirBlockGetTerminator(block), op = mlirBlockGetFirstOperation(block);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    VEC_PUSH(a, ops, op);
  bool any = false;
  for (uint32_t i = ops.n; i-- > 0;) {
    op = ops.data[i];
    if (!is_used(op) && op_is_pure(a, m, op)) {
      mlirOperationDestroy(op);
      any = true;
      continue;
    }
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      any |= dce_block(a, m, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)));
  }
  return any;
}
