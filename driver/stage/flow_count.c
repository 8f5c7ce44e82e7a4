// flow_count.c -- in which iterations a list gets an item that is under a condition.
//
//     if i % 100 == 0: hist.append(x)      a loop over i alone is run while compiling
//     hist.append(x); if x < 1: break      the whole loop is
#include "dialect/clone.h"
#include "driver/stage/flow_loop.h"

#include "driver/stage/vm_internal.h"

static bool in_block(MlirOperation op, MlirBlock block) {
  return mlirBlockEqual(mlirOperationGetBlock(op), block);
}

// Puts the ops of `block` that v is computed from into `ops`, each after those it needs.  False:
// it needs more than parameter 0, or has effects.
static bool slice(MlirBlock block, MlirValue v, MlirOperation *ops, int room, int *n) {
  if (mlirValueIsABlockArgument(v))
    return !mlirBlockEqual(mlirBlockArgumentGetOwner(v), block) ||
           mlirBlockArgumentGetArgNumber(v) == 0;
  MlirOperation op = mlirOpResultGetOwner(v);
  if (!in_block(op, block)) return true;
  for (int i = 0; i < *n; i++)
    if (mlirOperationEqual(ops[i], op)) return true;
  OpKind k = op_kind(op);
  if (k == OP_COUNT || op_rules(k)->flags & OP_EFFECT || mlirOperationGetNumRegions(op))
    return false;
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    if (!slice(block, mlirOperationGetOperand(op, i), ops, room, n)) return false;
  if (*n == room) return false;
  ops[(*n)++] = op;
  return true;
}

enum { MOST_OPS = 64 };

bool stack_is_counted(MlirBlock block, MlirValue v) {
  MlirOperation ops[MOST_OPS];
  int n = 0;
  return slice(block, v, ops, MOST_OPS, &n);
}

// A scan over the counter that stacks what v is.
static bool emit_counted(Loop *l, MlirBlock body, MlirValue v, MlirValue *out) {
  VM *vm = l->vm;
  MlirOperation ops[MOST_OPS];
  int n = 0;
  if (!slice(body, v, ops, MOST_OPS, &n)) BUG("a flag that is not counted");
  TraceSpec spec = {TRACE_PIECE, "for", "for", vm_here(vm)};
  Trace *t = trace_begin_region(vm, &spec, 1, &l->control);
  ValMap *map = val_map_create(vm->arena);
  MlirValue k;
  trace_use(vm, trace_arg(vm, t, 0), &k);
  val_map_put(map, mlirBlockGetArgument(body, 0), k);
  for (int i = 0; i < n; i++)
    clone_op(vm->build, ops[i], map);
  stage_locate(vm);
  MlirValue next = op_add(vm->build, k, op_splat_int(vm->build, mlirValueGetType(k), 1));
  Value results[2] = {run_scalar_new(vm, RUN_INT, next),
                      run_scalar_new(vm, RUN_BOOL, val_map_get(map, v))};
  MlirRegion region;
  if (!trace_end_region(vm, t, 2, results, NULL, &region)) return false;
  MlirType types[2] = {mlirValueGetType(k), type_tensor(mlirIntegerTypeGet(vm->context, 1),
                                                        dims_prepend(l->n, (Dims){0}))};
  MlirValue zero = op_splat_int(vm->build, types[0], 0);
  MlirContext ctx = vm->context;
  OpCall c = {.kind = OP_SCAN, .nin = 1, .nout = 2, .in = &zero, .out = types};
  c.nregions = 1;
  c.regions = &region;
  c.attrs = attrs_make(ctx, 2, "num_carry", attr_of_int(ctx, 1), "length", attr_of_int(ctx, l->n));
  MlirOperation op = stage_op_regions(vm, &c);
  if (mlirOperationIsNull(op)) return false;
  return *out = op_result(op, 1), true;
}

bool stack_flags(Loop *l, const Body *b, MlirOperation op, Appended *a) {
  VM *vm = l->vm;
  MlirBlock body = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, 0));
  MlirValue all = {0};
  const void *data;
  bool found;
  if (!a->counted)
    all = op_result(op, (int)(loop_carries(l) + a->first - 1));
  else if (!emit_counted(l, body, AS_RUN_SCALAR(a->present)->value, &all))
    return false;
  if (!static_data(vm, array_new(vm, all, DTYPE_BOOL, false), &data, &found)) return false;
  if (!found)
    return vm_unsupported(vm, "CJ0431",
                          "how many items a list gets in this loop depends on what only the "
                          "executable knows (the clock, the command line or an argument)");
  a->flag = data;
  return true;
}
