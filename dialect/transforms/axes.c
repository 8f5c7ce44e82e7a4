// axes.c -- which named axes a function uses.
//
// Ops over a named axis (cjax.psum, ...) are transformed by the vmap that binds the name even where
// none of their operands is batched.
#include "dialect/transforms/transforms.h"

#include <string.h>

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool block_names(Build *b, MlirBlock block);

// Noted on the function ("cjax.names.AXIS"), as it is asked again and again.
static bool func_names(Build *b, MlirOperation func) {
  if (mlirOperationIsNull(func) || mlirBlockIsNull(func_body(func))) return false;
  MlirStringRef name = mlirStringAttrGetValue(b->axis_name);
  MlirStringRef note = ref(arena_printf(b->arena, "cjax.names.%.*s", (int)name.length, name.data));
  MlirAttribute known = mlirOperationGetAttributeByName(func, note);
  if (!mlirAttributeIsNull(known)) return mlirBoolAttrGetValue(known);
  bool names = block_names(b, func_body(func));
  mlirOperationSetAttributeByName(func, note, mlirBoolAttrGet(b->ctx, names));
  return names;
}

static bool op_names(Build *b, MlirOperation op) {
  OpKind k = op_kind(op);
  if (k != OP_COUNT && !strcmp(op_info[k].family, "collective"))
    return mlirAttributeEqual(mlirOperationGetAttributeByName(op, ref("axis_name")), b->axis_name);
  MlirAttribute callee = mlirOperationGetAttributeByName(op, ref("callee"));
  if (!mlirAttributeIsNull(callee) && func_names(b, func_lookup(b->module, callee))) return true;
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
    if (block_names(b, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)))) return true;
  return false;
}

static bool block_names(Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    if (op_names(b, op)) return true;
  return false;
}

bool axis_named_in(Build *b, MlirOperation op) {
  if (mlirAttributeIsNull(b->axis_name)) return false;
  MlirAttribute symbol = mlirOperationGetAttributeByName(op, ref("sym_name"));
  return mlirAttributeIsNull(symbol) ? op_names(b, op) : func_names(b, op);
}
