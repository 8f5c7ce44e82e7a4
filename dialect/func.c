// func.c -- functions of a module.
#include "dialect/op.h"

#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/support/diag.h"

#include <mlir-c/IR.h>
#include <stdio.h>
#include <string.h>

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static MlirAttribute function_type(MlirContext ctx, int nin, const MlirType *in, int nout,
                                   const MlirType *out) {
  return mlirTypeAttrGet(mlirFunctionTypeGet(ctx, nin, in, nout, out));
}

MlirOperation func_create(Build *b, const char *name, int nin, const MlirType *in, int nout,
                          const MlirType *out, const char *visibility) {
  MlirContext ctx = b->ctx;
  MlirAttribute visible = visibility ? attr_of_text(ctx, visibility) : (MlirAttribute){0};
  MlirAttribute attrs = attrs_make(ctx, 3, "sym_name", attr_of_text(ctx, symbol_unique(b, name)),
                                   "function_type", function_type(ctx, nin, in, nout, out),
                                   "sym_visibility", visible);
  MlirLocation *locs = ARENA_ARRAY(b->arena, MlirLocation, nin + 1);
  for (int i = 0; i < nin; i++) locs[i] = b->loc;
  MlirRegion region = mlirRegionCreate();
  mlirRegionAppendOwnedBlock(region, mlirBlockCreate(nin, in, locs));
  MlirOperationState state = mlirOperationStateGet(ref("func.func"), b->loc);
  mlirOperationStateAddOwnedRegions(&state, 1, &region);
  for (intptr_t i = 0; i < mlirDictionaryAttrGetNumElements(attrs); i++) {
    MlirNamedAttribute x = mlirDictionaryAttrGetElement(attrs, i);
    mlirOperationStateAddAttributes(&state, 1, &x);
  }
  MlirOperation func = mlirOperationCreate(&state);
  symbol_append(b->module, func);
  return func;
}

MlirBlock func_body(MlirOperation func) {
  return mlirRegionGetFirstBlock(mlirOperationGetRegion(func, 0));
}

const char *func_name(Arena *a, MlirOperation func) {
  MlirStringRef s =
      mlirStringAttrGetValue(mlirOperationGetAttributeByName(func, ref("sym_name")));
  return arena_strndup(a, s.data, s.length);
}

void func_update_type(MlirOperation func) {
  Arena a;
  arena_init(&a);
  MlirBlock body = func_body(func);
  MlirOperation ret = mlirBlockGetTerminator(body);
  int nin = (int)mlirBlockGetNumArguments(body), nout = (int)mlirOperationGetNumOperands(ret);
  MlirType *in = ARENA_ARRAY(&a, MlirType, nin + 1), *out = ARENA_ARRAY(&a, MlirType, nout + 1);
  for (int i = 0; i < nin; i++) in[i] = mlirValueGetType(mlirBlockGetArgument(body, i));
  for (int i = 0; i < nout; i++) out[i] = mlirValueGetType(mlirOperationGetOperand(ret, i));
  MlirContext ctx = mlirOperationGetContext(func);
  mlirOperationSetAttributeByName(func, ref("function_type"),
                                  function_type(ctx, nin, in, nout, out));
  arena_release(&a);
}

void build_return(Build *b, int n, const Val *xs) {
  build_any(b, "func.return", n, xs, 0, NULL, (MlirAttribute){0});
}

void build_yield(Build *b, int n, const Val *xs) {
  build_any(b, "cjax.yield", n, xs, 0, NULL, (MlirAttribute){0});
}

bool module_check(MlirModule m) {
  MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
    if (mlirStringRefEqual(name, mlirStringRefCreateFromCString("func.func"))) continue;
    diag_error(loc_range(mlirOperationGetLocation(op)), NULL, NULL,
               "%.*s outside of a function", (int)name.length, name.data);
    return false;
  }
  return true;
}
