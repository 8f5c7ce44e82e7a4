// context.c -- what a caller gave to a library's function, handed to whatever needs it.
//
// Printing, failing checks and parallel loops of a library go through the caller.  A library keeps
// no state, so every function between an entry and such a call gets the context as its last
// parameter, and the runtime's functions are those of runtime/library.
//
//   call @cjax_rt_print_text(%s, %p, %n)    ->    call @cjax_lib_print_text(%s, %p, %n, %context)
#include <string.h>

#include "dialect/support/vec.h"
#include "lower/emit.h"
#include "lower/host/ptrmap.h"
#include "lower/library.h"
#include "lower/passes.h"

typedef struct Calls {
  Arena *a;
  MlirContext ctx;
  VEC(MlirOperation) calls;
  PtrMap needy; // symbol name attribute -> itself: functions that get the context
} Calls;

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static bool op_is(MlirOperation op, const char *name) {
  return mlirStringRefEqual(mlirIdentifierStr(mlirOperationGetName(op)), ref(name));
}

static MlirWalkResult find(MlirOperation op, void *data) {
  Calls *c = data;
  if (op_is(op, "func.call")) VEC_PUSH(c->a, c->calls, op);
  return MlirWalkResultAdvance;
}

static const void *callee_key(const Calls *c, MlirOperation call) {
  MlirAttribute symbol = mlirOperationGetAttributeByName(call, ref("callee"));
  return mlirStringAttrGet(c->ctx, mlirFlatSymbolRefAttrGetValue(symbol)).ptr;
}

static MlirAttribute symbol_of(MlirOperation func) {
  return mlirOperationGetAttributeByName(func, ref("sym_name"));
}

static const void *caller_key(const Calls *c, MlirOperation call) {
  MlirOperation func = mlirOperationGetParentOperation(call);
  while (!op_is(func, "func.func")) func = mlirOperationGetParentOperation(func);
  return mlirStringAttrGet(c->ctx, mlirStringAttrGetValue(symbol_of(func))).ptr;
}

static bool ends_with(MlirStringRef s, const char *end) {
  size_t n = strlen(end);
  return s.length >= n && !memcmp(s.data + s.length - n, end, n);
}

// Functions of the runtime and launchers, and whoever calls one that is needy.
static void find_needy(Calls *c, MlirBlock body) {
  for (MlirOperation f = mlirBlockGetFirstOperation(body); !mlirOperationIsNull(f);
       f = mlirOperationGetNextInBlock(f)) {
    if (!op_is(f, "func.func")) continue;
    MlirStringRef name = mlirStringAttrGetValue(symbol_of(f));
    bool launch = ends_with(name, "_launch") &&
                  mlirRegionIsNull(mlirOperationGetRegion(f, 0)) == false &&
                  mlirBlockIsNull(mlirRegionGetFirstBlock(mlirOperationGetRegion(f, 0)));
    const void *key = mlirStringAttrGet(c->ctx, name).ptr;
    if (launch || library_provides(name)) ptrmap_put(&c->needy, key, (void *)key);
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t i = 0; i < c->calls.n; i++) {
      const void *caller = caller_key(c, c->calls.data[i]);
      if (!ptrmap_get(&c->needy, callee_key(c, c->calls.data[i]))) continue;
      if (ptrmap_get(&c->needy, caller)) continue;
      ptrmap_put(&c->needy, caller, (void *)caller);
      changed = true;
    }
  }
}

static MlirType context_type(MlirContext ctx) {
  int64_t one = 1;
  return mlirMemRefTypeContiguousGet(mlirIntegerTypeGet(ctx, 8), 1, &one, mlirAttributeGetNull());
}

static void widen_attributes(const Calls *c, MlirOperation func) {
  MlirAttribute all = mlirOperationGetAttributeByName(func, ref("arg_attrs"));
  if (mlirAttributeIsNull(all)) return;
  intptr_t n = mlirArrayAttrGetNumElements(all);
  MlirAttribute *each = ARENA_ARRAY(c->a, MlirAttribute, n + 1);
  for (intptr_t i = 0; i < n; i++) each[i] = mlirArrayAttrGetElement(all, i);
  each[n] = attrs_make(c->ctx, 0);
  mlirOperationSetAttributeByName(func, ref("arg_attrs"), mlirArrayAttrGet(c->ctx, n + 1, each));
}

// The function takes the context too; of the runtime's it is the library's.
static void widen_function(const Calls *c, MlirOperation func) {
  MlirType t = mlirTypeAttrGetValue(mlirOperationGetAttributeByName(func, ref("function_type")));
  intptr_t n = mlirFunctionTypeGetNumInputs(t), m = mlirFunctionTypeGetNumResults(t);
  MlirType *in = ARENA_ARRAY(c->a, MlirType, n + 1), *out = ARENA_ARRAY(c->a, MlirType, m + 1);
  for (intptr_t i = 0; i < n; i++) in[i] = mlirFunctionTypeGetInput(t, i);
  for (intptr_t i = 0; i < m; i++) out[i] = mlirFunctionTypeGetResult(t, i);
  in[n] = context_type(c->ctx);
  MlirType wide = mlirFunctionTypeGet(c->ctx, n + 1, in, m, out);
  mlirOperationSetAttributeByName(func, ref("function_type"), mlirTypeAttrGet(wide));
  widen_attributes(c, func);
  MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(func, 0));
  if (!mlirBlockIsNull(block))
    mlirBlockAddArgument(block, in[n], mlirOperationGetLocation(func));
}

static void widen_functions(const Calls *c, MlirBlock body) {
  for (MlirOperation f = mlirBlockGetFirstOperation(body); !mlirOperationIsNull(f);
       f = mlirOperationGetNextInBlock(f)) {
    if (!op_is(f, "func.func")) continue;
    MlirStringRef name = mlirStringAttrGetValue(symbol_of(f));
    if (!ptrmap_get(&c->needy, mlirStringAttrGet(c->ctx, name).ptr)) continue;
    widen_function(c, f);
    if (library_provides(name))
      mlirOperationSetAttributeByName(f, ref("sym_name"),
                                      attr_of_text(c->ctx, library_function(c->a, name)));
  }
}

static void widen_call(const Calls *c, MlirOperation call) {
  if (!ptrmap_get(&c->needy, callee_key(c, call))) return;
  MlirOperation func = mlirOperationGetParentOperation(call);
  while (!op_is(func, "func.func")) func = mlirOperationGetParentOperation(func);
  MlirBlock entry = mlirRegionGetFirstBlock(mlirOperationGetRegion(func, 0));
  intptr_t n = mlirOperationGetNumOperands(call);
  Val *args = ARENA_ARRAY(c->a, Val, n + 1);
  for (intptr_t i = 0; i < n; i++) args[i] = mlirOperationGetOperand(call, i);
  args[n] = mlirBlockGetArgument(entry, mlirBlockGetNumArguments(entry) - 1);
  mlirOperationSetOperands(call, n + 1, args);
  MlirAttribute symbol = mlirOperationGetAttributeByName(call, ref("callee"));
  MlirStringRef name = mlirFlatSymbolRefAttrGetValue(symbol);
  if (!library_provides(name)) return;
  MlirStringRef new = ref(library_function(c->a, name));
  mlirOperationSetAttributeByName(call, ref("callee"), mlirFlatSymbolRefAttrGet(c->ctx, new));
}

bool lower_call_context(MlirModule m) {
  MlirAttribute library =
      mlirOperationGetAttributeByName(mlirModuleGetOperation(m), ref("cjax.library"));
  if (mlirAttributeIsNull(library)) return true;
  Arena a;
  arena_init(&a);
  Calls c = {.a = &a, .ctx = mlirModuleGetContext(m), .needy = {&a}};
  mlirOperationWalk(mlirModuleGetOperation(m), find, &c, MlirWalkPostOrder);
  find_needy(&c, mlirModuleGetBody(m));
  widen_functions(&c, mlirModuleGetBody(m));
  for (uint32_t i = 0; i < c.calls.n; i++) widen_call(&c, c.calls.data[i]);
  arena_release(&a);
  return true;
}
