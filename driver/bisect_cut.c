// bisect_cut.c -- parts of a program as programs of their own.
//
//   %1 = ...; %2 = cjax.sin %1; %3 = cjax.mul %2, %1; cjax.print %3
// cut before op 2 is
//   %1 = cjax.constant ...; %2 = cjax.constant ...; %3 = cjax.mul %2, %1; cjax.print %3
// with the values that the interpreter finds.  What only a running program knows stays computed.
#include "dialect/clone.h"
#include "driver/bisect.h"

#include "dialect/support/vec.h"
#include "dialect/transforms/transforms.h"

#include <string.h>

static MlirStringRef ref(const char *s) { return mlirStringRefCreateFromCString(s); }

static MlirOperation *ops_of(Arena *a, MlirModule m, int *n) {
  VEC(MlirOperation) all = {0};
  MlirBlock body = func_body(func_named(m, "main"));
  MlirOperation end = mlirBlockGetTerminator(body), op = mlirBlockGetFirstOperation(body);
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    VEC_PUSH(a, all, op);
  *n = (int)all.n;
  return all.data;
}

void cutter_init(Cutter *c, Arena *a, MlirModule m) {
  *c = (Cutter){.a = a, .m = m};
  symbols_drop();
  c->ops = ops_of(a, m, &c->n);
  interp_cache_init(&c->known, a, func_body(func_named(m, "main")));
}

static bool is_used(MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumResults(op); i++)
    if (!mlirOpOperandIsNull(mlirValueGetFirstUse(op_result(op, (int)i)))) return true;
  return false;
}

// What op i computes as a constant of the copy, in place of v; false when it cannot be found.
static bool make_constant(Cutter *c, int i, int result, MlirOperation copy) {
  Val from = op_result(c->ops[i], result), to = op_result(copy, result);
  MlirType t = mlirValueGetType(from);
  const void *data;
  Build b = {.ctx = mlirModuleGetContext(c->m), .module = c->m, .arena = c->a};
  b.block = mlirOperationGetBlock(copy);
  b.before = copy;
  b.loc = mlirOperationGetLocation(copy);
  if (!mlirTypeIsARankedTensor(t) || op_kind(copy) == OP_CONSTANT) return false;
  if (!interp_values_cached(&c->known, c->m, 1, &from, &data, NULL)) return false;
  size_t bytes = (size_t)type_count(t) * (size_t)dtype_size(element_dtype(type_element(t)));
  mlirValueReplaceAllUsesOfWith(to, op_constant(&b, t, data, bytes));
  return true;
}

// Op i of the copy goes, as far as its results can be constants.
static void drop_op(Cutter *c, int i, MlirOperation copy) {
  for (int r = 0; r < mlirOperationGetNumResults(copy); r++)
    if (!mlirOpOperandIsNull(mlirValueGetFirstUse(op_result(copy, r))))
      make_constant(c, i, r, copy);
  if (!is_used(copy)) mlirOperationDestroy(copy);
}

MlirModule cut_to(Cutter *c, int k, const bool *kept) {
  MlirModule m = mlirModuleFromOperation(mlirOperationClone(mlirModuleGetOperation(c->m)));
  int n;
  symbols_drop();
  MlirOperation *ops = ops_of(c->a, m, &n);
  for (int i = n; --i >= k;)
    if (!kept[i]) drop_op(c, i, ops[i]);
  for (int i = k; --i >= 0;)
    drop_op(c, i, ops[i]);
  symbols_drop();
  return m;
}

MlirModule cut_before(Cutter *c, int k) {
  bool *kept = ARENA_ARRAY(c->a, bool, c->n + 1);
  memset(kept + k, true, (size_t)(c->n - k));
  return cut_to(c, k, kept);
}

static void print_result(Build *b, Val v) {
  MlirAttribute texts[] = {attr_of_text(b->ctx, ""), attr_of_text(b->ctx, "\n")};
  MlirAttribute field = attr_of_text(b->ctx, "str");
  MlirAttribute attrs = attrs_make(b->ctx, 2, "text", mlirArrayAttrGet(b->ctx, 2, texts), "fields",
                                   mlirArrayAttrGet(b->ctx, 1, &field));
  build_op(b, OP_PRINT, 1, &v, attrs, 0, NULL);
}

MlirModule cut_around(Cutter *c, int k) {
  bool *kept = ARENA_ARRAY(c->a, bool, c->n + 1);
  kept[k] = true;
  MlirModule m = cut_to(c, k, kept);
  MlirBlock body = func_body(func_named(m, "main"));
  MlirOperation end = mlirBlockGetTerminator(body), op = mlirBlockGetFirstOperation(body),
                last = op;
  for (; op.ptr != end.ptr; op = mlirOperationGetNextInBlock(op))
    last = op;
  Build b = {.ctx = mlirModuleGetContext(m), .module = m, .arena = c->a};
  b.block = body;
  b.before = end;
  b.loc = mlirOperationGetLocation(last);
  for (int r = 0; last.ptr && r < mlirOperationGetNumResults(last); r++)
    print_result(&b, op_result(last, r));
  return m;
}

bool cut_open(Cutter *c, int k) {
  MlirOperation op = c->ops[k], func = {0};
  MlirAttribute callee = mlirOperationGetAttributeByName(op, ref("callee"));
  bool call = mlirStringRefEqual(mlirIdentifierStr(mlirOperationGetName(op)), ref("func.call"));
  if (call) func = func_lookup(c->m, callee);
  if (call ? mlirOperationIsNull(func) : op_kind(op) != OP_FUSION) return false;
  MlirBlock body = call ? func_body(func) : mlirRegionGetFirstBlock(mlirOperationGetRegion(op, 0));
  Build b = {.ctx = mlirModuleGetContext(c->m), .module = c->m, .arena = c->a};
  b.block = mlirOperationGetBlock(op);
  b.before = op;
  b.loc = mlirOperationGetLocation(op);
  ValMap *map = val_map_create(c->a);
  for (intptr_t i = 0; i < mlirBlockGetNumArguments(body); i++)
    val_map_put(map, mlirBlockGetArgument(body, i), mlirOperationGetOperand(op, i));
  int n;
  Val *ys = clone_block(&b, body, map, &n);
  for (int i = 0; i < n; i++)
    mlirValueReplaceAllUsesOfWith(op_result(op, i), ys[i]);
  mlirOperationDestroy(op);
  return true;
}
