// outline.c -- long straight-line functions become calls of parts.
//
//   func @main() {                func private @main.part() -> tensor<f32> { .. 250 ops .. }
//     .. 100,000 ops ..      ->   func @main() {
//   }                               %0 = call @main.part()
//                                   %1 = call @main.part_0(%0) ..
//
// What comes after takes more than linear time in a function's length: LLVM's passes, the places of
// buffers.  A part is PART ops that follow one another; constants are copied into the parts that
// use them; each value that lives on is a result.
//
//   ensure:  no function's own block has LONG ops that are not calls or constants
#include <string.h>

#include "dialect/clone.h"
#include "dialect/op.h"
#include "dialect/support/optimise.h"
#include "dialect/support/vec.h"
#include "lower/host/ptrmap.h"
#include "lower/passes.h"

enum { LONG = 1000, PART = 250 };

typedef struct Outliner {
  Build b; // in the function that is taken apart
  const char *name;
  PtrMap part;            // op -> the number of its part, from 1
  intptr_t number;        // of the part being made
  VEC(MlirOperation) ops; // its ops
  VEC(Val) in, constants; // what it reads from outside
  PtrMap seen;            // value -> the number of the last part that read it
} Outliner;

// Whether op is in a part, maybe in a region of one of its ops.
static bool in_part(const Outliner *o, MlirOperation op, intptr_t number) {
  while (!mlirBlockEqual(mlirOperationGetBlock(op), o->b.block))
    op = mlirOperationGetParentOperation(op);
  return (intptr_t)ptrmap_get(&o->part, op.ptr) == number;
}

static void read_value(Outliner *o, Val v) {
  if (ptrmap_get(&o->seen, v.ptr) == (void *)o->number) return;
  ptrmap_put(&o->seen, v.ptr, (void *)o->number);
  bool is_result = mlirValueIsAOpResult(v);
  MlirOperation op = is_result ? mlirOpResultGetOwner(v) : (MlirOperation){0};
  if (is_result && in_part(o, op, o->number)) return;
  if (is_result && op_kind(op) == OP_CONSTANT)
    VEC_PUSH(o->b.arena, o->constants, v);
  else
    VEC_PUSH(o->b.arena, o->in, v);
}

static void read_operands(Outliner *o, MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++)
    read_value(o, mlirOperationGetOperand(op, i));
  int n = 0;
  Val *more = mlirOperationGetNumRegions(op) ? region_captures(o->b.arena, op, &n) : NULL;
  for (int i = 0; i < n; i++)
    read_value(o, more[i]);
}

// A use after the part of a value that it computes.
typedef struct Use {
  MlirOperation op;
  intptr_t operand;
  int result; // of the part
} Use;

typedef struct Results {
  VEC(Val) vals;
  VEC(Use) uses;
} Results;

static void find_uses(const Outliner *o, Results *r, Val v) {
  Arena *a = o->b.arena;
  uint32_t before = r->uses.n;
  for (MlirOpOperand u = mlirValueGetFirstUse(v); !mlirOpOperandIsNull(u);
       u = mlirOpOperandGetNextUse(u)) {
    MlirOperation op = mlirOpOperandGetOwner(u);
    if (in_part(o, op, o->number)) continue;
    Use use = {op, mlirOpOperandGetOperandNumber(u), (int)r->vals.n};
    VEC_PUSH(a, r->uses, use);
  }
  if (r->uses.n > before) VEC_PUSH(a, r->vals, v);
}

static Results find_results(const Outliner *o) {
  Results r = {0};
  for (uint32_t i = 0; i < o->ops.n; i++)
    for (intptr_t k = 0; k < mlirOperationGetNumResults(o->ops.data[i]); k++)
      find_uses(o, &r, op_result(o->ops.data[i], (int)k));
  return r;
}

static MlirType *types_of(Arena *a, int n, const Val *v) {
  MlirType *t = ARENA_ARRAY(a, MlirType, n);
  for (int i = 0; i < n; i++)
    t[i] = mlirValueGetType(v[i]);
  return t;
}

static void map_operands(const ValMap *m, MlirOperation op) {
  for (intptr_t i = 0; i < mlirOperationGetNumOperands(op); i++) {
    Val v = mlirOperationGetOperand(op, i);
    if (val_map_has(m, v)) mlirOperationSetOperand(op, i, val_map_get(m, v));
  }
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++) {
    MlirBlock block = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r));
    for (MlirOperation in = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(in);
         in = mlirOperationGetNextInBlock(in))
      map_operands(m, in);
  }
}

// Moves the ops into func, where arguments and copies stand for what they read.
static void fill(Outliner *o, MlirOperation func) {
  ValMap *m = val_map_create(o->b.arena);
  Build body = o->b;
  body.block = func_body(func), body.before = (MlirOperation){0};
  for (uint32_t i = 0; i < o->in.n; i++)
    val_map_put(m, o->in.data[i], mlirBlockGetArgument(body.block, i));
  for (uint32_t i = 0; i < o->constants.n; i++)
    clone_op(&body, mlirOpResultGetOwner(o->constants.data[i]), m);
  for (uint32_t i = 0; i < o->ops.n; i++) {
    mlirOperationRemoveFromParent(o->ops.data[i]);
    mlirBlockAppendOwnedOperation(body.block, o->ops.data[i]);
    map_operands(m, o->ops.data[i]);
  }
}

// The ops collected become a function that is called before `next`.
static void make_part(Outliner *o, MlirOperation next) {
  Arena *a = o->b.arena;
  for (uint32_t i = 0; i < o->ops.n; i++)
    read_operands(o, o->ops.data[i]);
  Results r = find_results(o);
  int nin = (int)o->in.n, nout = (int)r.vals.n;
  MlirType *in = types_of(a, nin, o->in.data), *out = types_of(a, nout, r.vals.data);
  Build b = o->b;
  b.before = next, b.loc = mlirOperationGetLocation(o->ops.data[0]);
  MlirOperation func =
      func_create(&b, arena_printf(a, "%s.part", o->name), nin, in, nout, out, "private");
  mlirOperationSetAttributeByName(func, mlirStringRefCreateFromCString("cjax.part"),
                                  attr_unit(b.ctx));
  MlirAttribute symbol = attr_symbol(b.ctx, func_name(a, func));
  MlirOperation call = build_any(&b, "func.call", nin, o->in.data, nout, out,
                                 attrs_make(b.ctx, 1, "callee", symbol));
  for (uint32_t i = 0; i < r.uses.n; i++) {
    Use u = r.uses.data[i];
    mlirOperationSetOperand(u.op, u.operand, op_result(call, u.result));
  }
  fill(o, func);
  b.block = func_body(func), b.before = (MlirOperation){0};
  build_return(&b, nout, r.vals.data);
  func_update_type(func);
  o->ops.n = o->in.n = o->constants.n = 0;
  o->number++;
}

static bool is_counted(MlirOperation op) {
  return op_kind(op) != OP_CONSTANT && op_kind(op) != OP_COUNT;
}

static bool is_long(MlirBlock block) {
  int n = 0;
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op) && n < LONG;
       op = mlirOperationGetNextInBlock(op))
    n += is_counted(op);
  return n >= LONG && optimise_by(OPTIMISE_OUTLINE);
}

static void outline_function(Outliner *o, MlirOperation func) {
  o->name = func_name(o->b.arena, func);
  MlirOperation end = mlirBlockGetTerminator(o->b.block), next;
  for (MlirOperation op = mlirBlockGetFirstOperation(o->b.block); !mlirOperationEqual(op, end);
       op = next) {
    next = mlirOperationGetNextInBlock(op);
    if (op_kind(op) == OP_CONSTANT) continue;
    VEC_PUSH(o->b.arena, o->ops, op);
    ptrmap_put(&o->part, op.ptr, (void *)o->number);
    if (o->ops.n == PART) make_part(o, next);
  }
}

// Constants that only parts used.
static void drop_constants(MlirBlock block) {
  MlirOperation next;
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op); op = next) {
    next = mlirOperationGetNextInBlock(op);
    if (op_kind(op) == OP_CONSTANT && mlirOpOperandIsNull(mlirValueGetFirstUse(op_result(op, 0))))
      mlirOperationDestroy(op);
  }
}

bool lower_outline(MlirModule m) {
  Arena a;
  arena_init(&a);
  symbols_drop();
  VEC(MlirOperation) funcs = {0};
  for (MlirOperation op = mlirBlockGetFirstOperation(mlirModuleGetBody(m));
       !mlirOperationIsNull(op); op = mlirOperationGetNextInBlock(op))
    VEC_PUSH(&a, funcs, op);
  for (uint32_t i = 0; i < funcs.n; i++) {
    MlirBlock block = func_body(funcs.data[i]);
    if (mlirBlockIsNull(block) || !is_long(block)) continue;
    Build b = {.ctx = mlirModuleGetContext(m), .module = m, .block = block, .arena = &a};
    Outliner o = {.b = b, .part = {&a}, .seen = {&a}, .number = 1};
    outline_function(&o, funcs.data[i]);
    drop_constants(block);
  }
  symbols_drop();
  arena_release(&a);
  return true;
}
