// expand_transforms.c -- cjax.vmap, cjax.jvp and cjax.vjp become calls of derived functions.
//
//   %g = cjax.vjp @loss(%w, %ct) wrt [0]    =>    %y, %r = call @loss.fwd(%w)
//                                                 %g = call @loss.pull(%r, %ct)
//
// What a transformed function itself transforms comes first: engines meet no transformation.
#include "dialect/location.h"
#include "dialect/support/diag.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static bool is_transform(MlirOperation op) {
  OpKind k = op_kind(op);
  return k != OP_COUNT && !strcmp(op_info[k].family, "transform");
}

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool expand_op(Build *b, MlirOperation op) {
  OpCall c = op_call(b->arena, op);
  MlirAttribute symbol = attr_get(c.attrs, "callee");
  MlirOperation callee = func_lookup(b->module, symbol);
  if (mlirOperationIsNull(callee)) {
    MlirStringRef s = mlirFlatSymbolRefAttrGetValue(symbol);
    diag_error(loc_range(c.loc), NULL, NULL, "%s: no function @%.*s", op_name(c.kind),
               (int)s.length, s.data);
    return false;
  }
  if (!expand_in_function(b, callee)) return false;
  Build at = *b;
  at.block = mlirOperationGetBlock(op);
  at.before = op;
  at.loc = c.loc;
  Val *out = ARENA_ARRAY(b->arena, Val, c.nout + 1);
  if (!op_rules(c.kind)->expand(&at, &c, out)) return false;
  for (int i = 0; i < c.nout; i++) {
    if (!mlirTypeEqual(mlirValueGetType(out[i]), c.out[i])) {
      diag_error(loc_range(c.loc), NULL, NULL, "%s: result %d is %s, not %s", op_name(c.kind), i,
                 type_text(mlirValueGetType(out[i])), type_text(c.out[i]));
      return false;
    }
    mlirValueReplaceAllUsesOfWith(op_result(op, i), out[i]);
  }
  mlirOperationDestroy(op);
  return true;
}

// In the functions that op names.
static bool expand_in_callees(Build *b, MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumAttributes(op); i++) {
    MlirAttribute x = mlirOperationGetAttribute(op, i).attribute;
    if (mlirAttributeIsAFlatSymbolRef(x) && !expand_in_function(b, func_lookup(b->module, x)))
      return false;
  }
  return true;
}

static bool expand_in_block(Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      if (!expand_in_block(b, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)))) return false;
    if (is_transform(op) ? !expand_op(b, op) : !expand_in_callees(b, op)) return false;
  }
  return true;
}

// Derivative rules have been used where they are needed: what is left is calls.
static bool expand_custom_in(Build *b, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      if (!expand_custom_in(b, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r))))
        return false;
    OpKind k = op_kind(op);
    if (k == OP_COUNT || strcmp(op_info[k].family, "custom") || !op_rules(k)->expand) continue;
    OpCall c = op_call(b->arena, op);
    Build at = *b;
    at.block = block;
    at.before = op;
    at.loc = c.loc;
    Val *out = ARENA_ARRAY(b->arena, Val, c.nout + 1);
    if (!op_rules(k)->expand(&at, &c, out)) return false;
    for (int i = 0; i < c.nout; i++)
      mlirValueReplaceAllUsesOfWith(op_result(op, i), out[i]);
    mlirOperationDestroy(op);
  }
  return true;
}

// Notes of this pass on a function.
static void remove_notes(MlirOperation f) {
  static const char *const notes[] = {"cjax.expanded", "cjax.derived", "cjax.mask",
                                      "cjax.checkpoint", "cjax.shown"};
  for (int i = 0; i < 5; i++)
    mlirOperationRemoveAttributeByName(f, ref(notes[i]));
  for (intptr_t i = mlirOperationGetNumAttributes(f); i-- > 0;) {
    MlirStringRef name = mlirIdentifierStr(mlirOperationGetAttribute(f, i).name);
    if (name.length > 11 && !strncmp(name.data, "cjax.names.", 11))
      mlirOperationRemoveAttributeByName(f, name);
  }
}

bool expand_in_function(Build *b, MlirOperation func) {
  if (mlirOperationIsNull(func)) return true;
  MlirAttribute done = mlirOperationGetAttributeByName(func, ref("cjax.expanded"));
  if (!mlirAttributeIsNull(done)) return true;
  MlirBlock body = func_body(func);
  if (mlirBlockIsNull(body)) return true;
  mlirOperationSetAttributeByName(func, ref("cjax.expanded"), attr_unit(b->ctx));
  return expand_in_block(b, body);
}

bool expand_transforms(MlirModule m) {
  Arena a;
  arena_init(&a);
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a};
  b.loc = mlirLocationUnknownGet(b.ctx);
  bool ok = true;
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; ok && !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f))
    ok = expand_in_function(&b, f);
  f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; ok && !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    ok = mlirBlockIsNull(func_body(f)) || expand_custom_in(&b, func_body(f));
    remove_notes(f);
  }
  arena_release(&a);
  return ok;
}
