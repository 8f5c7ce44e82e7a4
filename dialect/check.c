// check.c -- whether a module from outside is one of this dialect.
//
// MLIR's parser takes the ops and types of every dialect that lowering uses; the passes and the
// interpreter know functions of cjax ops over arrays.
#include "dialect/location.h"
#include "dialect/op.h"
#include "dialect/support/diag.h"
#include "dialect/support/strbuf.h"

#include <string.h>

static bool element_is_known(MlirType e) {
  if (mlirTypeIsAComplex(e)) {
    MlirType part = mlirComplexTypeGetElementType(e);
    return mlirTypeIsAF32(part) || mlirTypeIsAF64(part);
  }
  if (mlirTypeIsAInteger(e) && mlirIntegerTypeIsSigned(e)) return false;
  if (mlirTypeIsAInteger(e) && element_is_bool(e)) return mlirIntegerTypeIsSignless(e);
  return (mlirTypeIsAInteger(e) || element_is_float(e)) && element_dtype(e) != DTYPE_COUNT;
}

bool type_is_array(MlirType t) {
  return mlirTypeIsARankedTensor(t) && mlirShapedTypeHasStaticShape(t) &&
         mlirAttributeIsNull(mlirRankedTensorTypeGetEncoding(t)) &&
         element_is_known(mlirShapedTypeGetElementType(t));
}

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool refuse(MlirOperation op, const char *what, MlirStringRef name) {
  diag_error(loc_range(mlirOperationGetLocation(op)), "CJ0722", NULL, "%s: %.*s", what,
             (int)name.length, name.data);
  return false;
}

static void add_text(MlirStringRef s, void *text) { strbuf_add(text, s.data, s.length); }

static bool check_type(MlirOperation op, MlirType t) {
  if (type_is_array(t)) return true;
  Arena a;
  StrBuf text;
  arena_init(&a);
  strbuf_init(&text, &a);
  mlirTypePrint(t, add_text, &text);
  refuse(op, "a type that is no array of cjax", mlirStringRefCreate(text.data, text.n));
  arena_release(&a);
  return false;
}

static bool check_block(MlirOperation op, MlirBlock block) {
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(block); i++)
    if (!check_type(op, mlirValueGetType(mlirBlockGetArgument(block, i)))) return false;
  if (mlirBlockIsNull(mlirBlockGetNextInRegion(block))) return true;
  return refuse(op, "more than one block", mlirIdentifierStr(mlirOperationGetName(op)));
}

static bool check_function(MlirOperation f) {
  MlirType t = mlirTypeAttrGetValue(mlirOperationGetAttributeByName(f, ref("function_type")));
  for (intptr_t i = 0; i < mlirFunctionTypeGetNumInputs(t); i++)
    if (!check_type(f, mlirFunctionTypeGetInput(t, i))) return false;
  for (intptr_t i = 0; i < mlirFunctionTypeGetNumResults(t); i++)
    if (!check_type(f, mlirFunctionTypeGetResult(t, i))) return false;
  return true;
}

static bool is_known(MlirOperation op, MlirStringRef name, MlirOperation module) {
  bool top = mlirOperationEqual(mlirOperationGetParentOperation(op), module);
  if (mlirStringRefEqual(name, ref("func.func"))) return top;
  if (top) return false;
  return op_kind(op) < OP_COUNT || mlirStringRefEqual(name, ref("cjax.yield")) ||
         mlirStringRefEqual(name, ref("func.call")) || mlirStringRefEqual(name, ref("func.return"));
}

typedef struct Check {
  MlirOperation module;
  bool ok;
} Check;

static bool check_op(MlirOperation op, MlirOperation module) {
  MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
  if (!is_known(op, name, module)) return refuse(op, "an op that has no place here", name);
  if (mlirStringRefEqual(name, ref("func.func")) && !check_function(op)) return false;
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    if (!check_type(op, mlirValueGetType(mlirOperationGetResult(op, i)))) return false;
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    if (!mlirBlockIsNull(block) && !check_block(op, block)) return false;
  }
  return true;
}

static MlirWalkResult visit(MlirOperation op, void *state) {
  Check *c = state;
  if (mlirOperationEqual(op, c->module)) return MlirWalkResultAdvance;
  c->ok = check_op(op, c->module);
  return c->ok ? MlirWalkResultAdvance : MlirWalkResultInterrupt;
}

bool module_check_input(MlirModule m) {
  Check c = {mlirModuleGetOperation(m), true};
  mlirOperationWalk(c.module, visit, &c, MlirWalkPreOrder);
  return c.ok;
}
