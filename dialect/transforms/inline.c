// inline.c -- calls of private functions that are small, or called once, become their bodies.
//
// Small is counted before a function's own calls are inlined, so that a layer of short functions is
// none; what they come to together is bounded, or a chain of functions that call the next one twice
// would be doubled at each.
//
//   require:  transformations are expanded
//   ensure:   the functions that are left are public, or large and called from several places
#include "dialect/clone.h"
#include "dialect/transforms/transforms.h"

enum { SMALL = 8, MOST = 64 }; // ops, constants not counted: by themselves, with what they call

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

// What is known about a function: its op, how often it is named, whether its calls are inlined.
typedef struct Callee {
  MlirOperation func;
  int uses;
  bool small, done;
} Callee;

typedef struct Inliner {
  Build b;
  ValMap *callees; // symbol attribute -> Callee *
} Inliner;

static MlirAttribute callee_symbol(MlirOperation op) {
  return mlirOperationGetAttributeByName(op, ref("callee"));
}

static Callee *find(const Inliner *in, MlirAttribute symbol) {
  Val key = {symbol.ptr};
  return val_map_has(in->callees, key) ? (Callee *)val_map_get(in->callees, key).ptr : NULL;
}

// Counts ops but for constants; a region counts as large.
static int count_ops(MlirBlock block) {
  int n = 0;
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (mlirOperationGetNumRegions(op)) n += SMALL;
    n += op_kind(op) != OP_CONSTANT;
  }
  return n - 1; // the terminator
}

static void count_uses(Inliner *in, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    MlirAttribute symbol = callee_symbol(op);
    Callee *c = mlirAttributeIsNull(symbol) ? NULL : find(in, symbol);
    if (c) c->uses++;
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      count_uses(in, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)));
  }
}

static void collect(Inliner *in, MlirBlock module) {
  MlirOperation f = mlirBlockGetFirstOperation(module);
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    MlirAttribute visibility = mlirOperationGetAttributeByName(f, ref("sym_visibility"));
    if (mlirAttributeIsNull(visibility) || mlirBlockIsNull(func_body(f))) continue;
    MlirAttribute symbol = attr_symbol(in->b.ctx, func_name(in->b.arena, f));
    Callee *c = ARENA_NEW(in->b.arena, Callee);
    *c = (Callee){.func = f, .small = count_ops(func_body(f)) <= SMALL};
    val_map_put(in->callees, (Val){symbol.ptr}, (Val){c});
  }
  f = mlirBlockGetFirstOperation(module);
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f))
    if (!mlirBlockIsNull(func_body(f))) count_uses(in, func_body(f));
}

static void inline_block(Inliner *in, MlirBlock block);

static void inline_call(Inliner *in, MlirOperation call, const Callee *c) {
  Build at = in->b;
  at.block = mlirOperationGetBlock(call);
  at.before = call;
  ValMap *m = val_map_create(at.arena);
  MlirBlock body = func_body(c->func);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(body); i++)
    val_map_put(m, mlirBlockGetArgument(body, i), mlirOperationGetOperand(call, i));
  int n;
  Val *ys = clone_block(&at, body, m, &n);
  for (int i = 0; i < n; i++)
    mlirValueReplaceAllUsesOfWith(op_result(call, i), ys[i]);
  mlirOperationDestroy(call);
}

// The callee's own calls are inlined first, so that what is copied is final.
static bool wants_inlining(Inliner *in, Callee *c) {
  if (!c->done) {
    c->done = true;
    inline_block(in, func_body(c->func));
    c->small = c->small && count_ops(func_body(c->func)) <= MOST;
  }
  return c->small || c->uses == 1;
}

static void inline_block(Inliner *in, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block), next;
  for (; !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
      inline_block(in, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)));
    MlirAttribute symbol = callee_symbol(op);
    Callee *c = op_kind(op) != OP_COUNT || mlirAttributeIsNull(symbol) ? NULL : find(in, symbol);
    if (c && wants_inlining(in, c)) inline_call(in, op, c);
  }
}

bool inline_functions(MlirModule m) {
  Arena a;
  arena_init(&a);
  Inliner in = {.b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = &a}};
  in.callees = val_map_create(&a);
  in.b.loc = mlirLocationUnknownGet(in.b.ctx);
  collect(&in, mlirModuleGetBody(m));
  MlirOperation f = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
  for (; !mlirOperationIsNull(f); f = mlirOperationGetNextInBlock(f)) {
    Callee *c = find(&in, attr_symbol(in.b.ctx, func_name(&a, f)));
    if (c)
      wants_inlining(&in, c);
    else if (!mlirBlockIsNull(func_body(f)))
      inline_block(&in, func_body(f));
  }
  arena_release(&a);
  return true;
}
