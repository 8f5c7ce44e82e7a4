// flow_reverse.c -- loops of Python itself under reverse mode.
//
// A while of the executable has no transpose.  Under differentiation its regions become functions
// and the library's reversible loop (jax/_src/while_reverse.py) takes its place.
#include "dialect/clone.h"
#include "dialect/transforms/simplify.h"
#include "dialect/transforms/transforms.h"
#include "driver/stage/flow_loop.h"
#include "driver/stage/transform.h"
#include "driver/stage/vm_internal.h"

#include <string.h>

// What the regions use of outside, but for constants, which are copied.
typedef struct Outside {
  int n;
  Val *v;
} Outside;

static bool is_constant(Val v) {
  return mlirValueIsAOpResult(v) && op_kind(mlirOpResultGetOwner(v)) == OP_CONSTANT;
}

static Value raw_array(VM *vm, Val v) {
  return array_new(vm, v, element_dtype(val_element(v)), false);
}

static Aval *avals_of_types(VM *vm, int n, const MlirType *types) {
  Aval *a = ARENA_ARRAY(vm->arena, Aval, n + 1);
  for (int i = 0; i < n; i++) {
    Dims d = type_dims(types[i]);
    a[i] = (Aval){.dtype = element_dtype(type_element(types[i])), .rank = (uint32_t)d.n};
    a[i].shape = shape_keep(vm, a[i].rank, d.d);
  }
  return a;
}

// The region as a function of its arguments and what it captures.
static MlirOperation outline(VM *vm, const char *name, MlirBlock block, const Outside *x) {
  Build *b = vm->build;
  int n = (int)mlirBlockGetNumArguments(block), nout;
  MlirType *in = ARENA_ARRAY(vm->arena, MlirType, n + x->n + 1);
  for (int i = 0; i < n + x->n; i++)
    in[i] = mlirValueGetType(i < n ? mlirBlockGetArgument(block, i) : x->v[i - n]);
  MlirOperation f = func_create(b, name, n + x->n, in, 0, NULL, "private");
  Build at = build_in(b, func_body(f));
  ValMap *m = val_map_create(vm->arena);
  for (int i = 0; i < n + x->n; i++) {
    Val from = i < n ? mlirBlockGetArgument(block, i) : x->v[i - n];
    val_map_put(m, from, mlirBlockGetArgument(at.block, i));
  }
  int all;
  MlirOperation op = mlirBlockGetParentOperation(block);
  Val *captures = region_captures(vm->arena, op, &all);
  for (int i = 0; i < all; i++)
    if (is_constant(captures[i])) clone_op(&at, mlirOpResultGetOwner(captures[i]), m);
  Val *out = clone_block(&at, block, m, &nout);
  build_return(&at, nout, out);
  func_update_type(f);
  return f;
}

static Value staged_region(VM *vm, const char *name, MlirBlock block, const Outside *x) {
  StagedFunc *f = ARENA_NEW(vm->arena, StagedFunc);
  f->func = outline(vm, name, block, x);
  f->symbol = func_name(vm->arena, f->func);
  f->nin = (uint32_t)mlirBlockGetNumArguments(block);
  f->nout = (uint32_t)func_nout(f->func);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, f->nin + f->nout + 1);
  for (uint32_t i = 0; i < f->nin; i++) types[i] = func_in(f->func, (int)i);
  f->in = avals_of_types(vm, (int)f->nin, types);
  for (uint32_t i = 0; i < f->nout; i++) types[i] = func_out(f->func, (int)i);
  f->out = avals_of_types(vm, (int)f->nout, types);
  f->ncapture = (uint32_t)x->n;
  Capture *list = ARENA_ARRAY(vm->arena, Capture, x->n + 1);
  for (int i = 0; i < x->n; i++) {
    list[i].value = raw_array(vm, x->v[i]);
    list[i].origin = x->v[i];
    list_append(vm, staging(vm)->keep, list[i].value);
  }
  f->capture = list;
  return staged_object(vm, f);
}

// Running the block again does nothing that is seen: checks may fail once more.
static bool may_repeat(VM *vm, MlirBlock block) {
  MlirOperation op = mlirBlockGetFirstOperation(block);
  for (; !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op)) {
    if (op_kind(op) == OP_CHECK) continue;
    intptr_t n = mlirOperationGetNumRegions(op);
    if (!n && !op_is_pure(vm->arena, vm->build->module, op)) return false;
    for (intptr_t r = 0; r < n; r++)
      if (!may_repeat(vm, mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)))) return false;
  }
  return true;
}

static bool holds_inexact(const Outside *x, MlirOperation op) {
  for (int i = 0; i < x->n; i++)
    if (type_is_inexact(mlirValueGetType(x->v[i]))) return true;
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    if (type_is_inexact(mlirValueGetType(mlirOperationGetOperand(op, i)))) return true;
  return false;
}

static bool call_reversible(VM *vm, MlirOperation op, const Outside *x, Value *out) {
  Value args[4], f;
  static const char *const names[2] = {"while_cond", "while_body"};
  for (int r = 0; r < 2; r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    args[r] = staged_region(vm, names[r], block, x);
  }
  intptr_t n = mlirOperationGetNumOperands(op);
  MlirType *types = ARENA_ARRAY(vm->arena, MlirType, n + 1);
  List *init = list_new(vm, (uint32_t)n), *avals = list_new(vm, (uint32_t)n);
  for (intptr_t i = 0; i < n; i++) {
    list_append(vm, init, raw_array(vm, mlirOperationGetOperand(op, i)));
    types[i] = mlirValueGetType(mlirOperationGetOperand(op, i));
  }
  Aval *a = avals_of_types(vm, (int)n, types);
  for (intptr_t i = 0; i < n; i++) list_append(vm, avals, aval_object(vm, &a[i]));
  args[2] = v_obj(init);
  args[3] = v_obj(avals);
  if (!import_attr(vm, "jax._src.while_reverse", "reversible_while", &f)) return false;
  // The loop's own numbers have 64 bits.
  bool x64 = staging(vm)->x64, host = staging(vm)->host;
  staging(vm)->x64 = true;
  staging(vm)->host = false;
  bool ok = vm_call(vm, f, args, 4, NULL, out);
  staging(vm)->x64 = x64;
  staging(vm)->host = host;
  return ok;
}

// A function that is kept for later calls must know that it has a loop: under differentiation it is
// staged again.
static bool note_loop(VM *vm) {
  Value f, ignored;
  if (!trace_find(vm->trace, TRACE_JIT)) return true;
  return import_attr(vm, "jax._src.custom", "note_custom", &f) &&
         vm_call(vm, f, NULL, 0, NULL, &ignored);
}

bool flow_reversible(VM *vm, MlirOperation *op) {
  if (!note_loop(vm)) return false;
  if (!trace_find(vm->trace, TRACE_GRAD) || vm_would_catch(vm, vm->type[E_ValueError])) return true;
  for (int r = 0; r < 2; r++)
    if (!may_repeat(vm, mlirRegionGetFirstBlock(mlirOperationGetRegion(*op, r)))) return true;
  int all;
  Outside x = {0};
  Val *captures = region_captures(vm->arena, *op, &all);
  x.v = captures;
  for (int i = 0; i < all; i++)
    if (!is_constant(captures[i])) x.v[x.n++] = captures[i];
  Value result;
  Values values;
  if (!holds_inexact(&x, *op) || !mlirOperationGetNumResults(*op)) return true;
  if (!call_reversible(vm, *op, &x, &result) || !values_of(vm, result, &values)) return false;
  MlirValue first;
  if (!trace_use(vm, values.v[0], &first)) return false;
  mlirOperationDestroy(*op);
  *op = mlirOpResultGetOwner(first);
  return true;
}
