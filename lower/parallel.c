// parallel.c -- scf.forall as calls of the runtime's parallel_for.
//
// The iterations of a forall are cut into PARTS equal ranges, whatever the number of threads, so
// that memory which the body allocates can be part of the arena: each range has its own.  The body
// becomes a function of the range's number; the launcher, a declaration until LLVM IR, stores the
// captured values in a struct and calls the runtime.
//
//   scf.forall (%i) in (512) {         func @k3_part0(%part: index, %x: memref<..>, %scratch:
//   memref<..xi8>) {
//     %row = memref.alloc()              scf.for %i = %part * 512 / 16 to (%part + 1) * 512 / 16 {
//     use(%x, %row, %i)           ->       use(%x, view(%scratch, %part * size), %i)
//   }                                  ...
//                                      call @k3_part0_launch(%x, %scratch)
#include "lower/parallel.h"

#include <stdio.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "dialect/support/vec.h"
#include "lower/emit.h"
#include "lower/passes.h"
#include "lower/sites.h"

enum { PARTS = 16, ALIGN = 64 };

static bool op_is(MlirOperation op, const char *name) {
  MlirStringRef s = mlirIdentifierStr(mlirOperationGetName(op));
  return s.length == strlen(name) && !memcmp(s.data, name, s.length);
}

static MlirAttribute op_attr(MlirOperation op, const char *name) {
  return mlirOperationGetAttributeByName(op, mlirStringRefCreateFromCString(name));
}

static int64_t forall_trips(MlirOperation op) {
  return mlirDenseI64ArrayGetElement(op_attr(op, "staticUpperBound"), 0);
}

static MlirBlock forall_body(MlirOperation op) {
  return mlirRegionGetFirstBlock(mlirOperationGetRegion(op, 0));
}

//===-- into a loop --------------------------------------------------------------------===//

// Moves the body's ops to the end of b's block; the loop's index stands for the argument.
static void move_body(Build *b, MlirOperation forall, Val i) {
  MlirBlock body = forall_body(forall);
  mlirValueReplaceAllUsesOfWith(mlirBlockGetArgument(body, 0), i);
  for (MlirOperation op = mlirBlockGetFirstOperation(body); !mlirOperationIsNull(op);) {
    MlirOperation next = mlirOperationGetNextInBlock(op);
    if (!mlirOperationIsNull(next)) { // the terminator stays
      mlirOperationRemoveFromParent(op);
      mlirBlockAppendOwnedOperation(b->block, op);
    }
    op = next;
  }
}

static bool body_moved(Build *b, void *forall, Val i, const Val *x, Val *y) {
  return move_body(b, *(MlirOperation *)forall, i), true;
}

static void forall_to_for(Build *b, MlirOperation forall) {
  Val lo = emit_index(b, 0), hi = emit_index(b, forall_trips(forall)), step = emit_index(b, 1);
  emit_for(b, lo, hi, step, 0, NULL, body_moved, &forall, NULL);
  mlirOperationDestroy(forall);
}

//===-- captures ---------------------------------------------------------------------------===//

typedef struct Outline {
  Arena *a;
  MlirOperation forall;
  VEC(Val) captures;
  VEC(MlirOperation) allocs;
} Outline;

static bool is_inside(MlirOperation op, MlirOperation outer) {
  for (; !mlirOperationIsNull(op); op = mlirOperationGetParentOperation(op))
    if (mlirOperationEqual(op, outer)) return true;
  return false;
}

static MlirOperation value_op(Val v) {
  if (mlirValueIsAOpResult(v)) return mlirOpResultGetOwner(v);
  return mlirBlockGetParentOperation(mlirBlockArgumentGetOwner(v));
}

// Constants and views are made again inside, so that captured memory has one name.
static bool is_remade(Val v) {
  static const char *const names[] = {
      "arith.constant", "memref.collapse_shape", "memref.expand_shape",    "memref.view",
      "memref.subview", "memref.cast",           "memref.reinterpret_cast"};
  if (!mlirValueIsAOpResult(v)) return false;
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (op_is(mlirOpResultGetOwner(v), names[i])) return true;
  return false;
}

static void remake_operands(Outline *o, MlirOperation op);

// v, defined outside, for use by `op` (operand k) inside.
static void remake(Outline *o, MlirOperation op, intptr_t k, Val v) {
  MlirOperation copy = mlirOperationClone(mlirOpResultGetOwner(v));
  mlirBlockInsertOwnedOperation(forall_body(o->forall), 0, copy);
  mlirOperationSetOperand(op, k, mlirOperationGetResult(copy, mlirOpResultGetResultNumber(v)));
  remake_operands(o, copy);
}

static void remake_operands(Outline *o, MlirOperation op) {
  for (intptr_t k = 0; k < mlirOperationGetNumOperands(op); k++) {
    Val v = mlirOperationGetOperand(op, k);
    bool here = mlirValueIsABlockArgument(v)
                    ? is_inside(value_op(v), o->forall)
                    : is_inside(mlirOperationGetParentOperation(value_op(v)), o->forall);
    if (here) continue;
    if (is_remade(v)) {
      remake(o, op, k, v);
      continue;
    }
    bool known = false;
    for (uint32_t i = 0; i < o->captures.n; i++)
      known = known || mlirValueEqual(o->captures.data[i], v);
    if (!known) VEC_PUSH(o->a, o->captures, v);
  }
}

static MlirWalkResult visit(MlirOperation op, void *data) {
  Outline *o = data;
  if (mlirOperationEqual(op, o->forall)) return MlirWalkResultAdvance;
  if (op_is(op, "memref.alloc")) VEC_PUSH(o->a, o->allocs, op);
  remake_operands(o, op);
  return MlirWalkResultAdvance;
}

//===-- the part's function ------------------------------------------------------------------===//

static int64_t bytes_of(MlirType memref) {
  MlirType e = mlirShapedTypeGetElementType(memref);
  int64_t n = mlirTypeIsAIndex(e) ? 8 : (element_bits(e) + 7) / 8;
  for (intptr_t i = 0; i < mlirShapedTypeGetRank(memref); i++)
    n *= mlirShapedTypeGetDimSize(memref, i);
  return (n + ALIGN - 1) / ALIGN * ALIGN;
}

// Memory that the body allocates: a part of one buffer for all ranges, made before the forall.
static void lift_allocs(Outline *o, Build *before, Val part_placeholder) {
  for (uint32_t i = 0; i < o->allocs.n; i++) {
    MlirOperation alloc = o->allocs.data[i];
    Val old = op_result(alloc, 0);
    int64_t size = bytes_of(mlirValueGetType(old)), all = size * PARTS;
    MlirType t = mlirMemRefTypeContiguousGet(type_int(before, 8), 1, &all, mlirAttributeGetNull());
    MlirAttribute attrs = attrs_make(before->ctx, 1, "operandSegmentSizes",
                                     attr_segments(before, 2, (int32_t[]){0, 0}));
    Val mem = emit(before, "memref.alloc", 0, NULL, t, attrs);
    Build b = *before;
    b.block = mlirOperationGetBlock(alloc), b.before = alloc;
    Val at = emit_mul(&b, part_placeholder, emit_index(&b, size));
    Val view =
        emit(&b, "memref.view", 2, (Val[]){mem, at}, mlirValueGetType(old), mlirAttributeGetNull());
    mlirValueReplaceAllUsesOfWith(old, view);
    mlirOperationDestroy(alloc);
    VEC_PUSH(o->a, o->captures, mem);
  }
}

static void emit_function(Build *b, const char *name, int n, const MlirType *types, MlirRegion r) {
  MlirContext ctx = b->ctx;
  MlirAttribute *attrs = ARENA_ARRAY(b->arena, MlirAttribute, n);
  for (int i = 0; i < n; i++)
    attrs[i] = mlirTypeIsAMemRef(types[i]) ? attrs_make(ctx, 1, "llvm.noalias", attr_unit(ctx))
                                           : attrs_make(ctx, 0);
  Build top = *b;
  top.block = mlirModuleGetBody(b->module), top.before = (MlirOperation){0};
  emit_op(&top, "func.func", 0, NULL, 0, NULL,
          attrs_make(ctx, 4, "sym_name", attr_of_text(ctx, name), "function_type",
                     mlirTypeAttrGet(mlirFunctionTypeGet(ctx, n, types, 0, NULL)), "sym_visibility",
                     attr_of_text(ctx, "private"), "arg_attrs", mlirArrayAttrGet(ctx, n, attrs)),
          1, &r);
}

static Val range_border(Build *b, Val part, int64_t trips) {
  Val scaled = emit_mul(b, part, emit_index(b, trips));
  return emit_bin(b, "arith.divui", scaled, emit_index(b, PARTS));
}

static void replace_in_block(MlirBlock block, Val from, Val to);
static void replace_in_op(MlirOperation op, Val from, Val to) {
  for (intptr_t k = 0; k < mlirOperationGetNumOperands(op); k++)
    if (mlirValueEqual(mlirOperationGetOperand(op, k), from)) mlirOperationSetOperand(op, k, to);
  for (intptr_t r = 0; r < mlirOperationGetNumRegions(op); r++)
    for (MlirBlock x = mlirRegionGetFirstBlock(mlirOperationGetRegion(op, r)); !mlirBlockIsNull(x);
         x = mlirBlockGetNextInRegion(x))
      replace_in_block(x, from, to);
}
static void replace_in_block(MlirBlock block, Val from, Val to) {
  for (MlirOperation op = mlirBlockGetFirstOperation(block); !mlirOperationIsNull(op);
       op = mlirOperationGetNextInBlock(op))
    replace_in_op(op, from, to);
}

static void outline(Build *b, MlirOperation forall, const char *name) {
  Outline o = {b->arena, forall};
  mlirOperationWalk(forall, visit, &o, MlirWalkPreOrder);
  Val part_placeholder = emit_index(b, 0);
  lift_allocs(&o, b, part_placeholder);
  int n = (int)o.captures.n;
  MlirType *types = ARENA_ARRAY(b->arena, MlirType, n + 1);
  MlirLocation *locs = ARENA_ARRAY(b->arena, MlirLocation, n + 1);
  types[0] = type_index(b);
  for (int i = 0; i < n; i++)
    types[i + 1] = mlirValueGetType(o.captures.data[i]);
  for (int i = 0; i <= n; i++)
    locs[i] = b->loc;
  MlirRegion r = mlirRegionCreate();
  Build in = *b;
  in.block = mlirBlockCreate(n + 1, types, locs), in.before = (MlirOperation){0};
  mlirRegionAppendOwnedBlock(r, in.block);
  Val part = mlirBlockGetArgument(in.block, 0), one = emit_index(&in, 1);
  int64_t trips = forall_trips(forall);
  Val lo = range_border(&in, part, trips), next = emit_add(&in, part, one);
  Val hi = range_border(&in, next, trips);
  emit_for(&in, lo, hi, one, 0, NULL, body_moved, &forall, NULL);
  emit_op(&in, "func.return", 0, NULL, 0, NULL, mlirAttributeGetNull(), 0, NULL);
  replace_in_block(in.block, part_placeholder, part);
  for (int i = 0; i < n; i++)
    replace_in_block(in.block, o.captures.data[i], mlirBlockGetArgument(in.block, i + 1));
  emit_function(b, name, n + 1, types, r);
  char *launch = arena_printf(b->arena, "%s_launch", name);
  emit_function(b, launch, n, types + 1, mlirRegionCreate());
  MlirAttribute callee = mlirFlatSymbolRefAttrGet(b->ctx, mlirStringRefCreateFromCString(launch));
  emit_op(b, "func.call", n, o.captures.data, 0, NULL, attrs_make(b->ctx, 1, "callee", callee), 0,
          NULL);
  mlirOperationDestroy(forall);
}

//===-- the pass ----------------------------------------------------------===//

typedef struct Foralls {
  Arena *a;
  VEC(MlirOperation) ops;
} Foralls;

static MlirWalkResult find(MlirOperation op, void *data) {
  Foralls *f = data;
  if (!op_is(op, "scf.forall")) return MlirWalkResultAdvance;
  VEC_PUSH(f->a, f->ops, op);
  return MlirWalkResultAdvance;
}

static const char sequential_attr[] = "cjax.sequential", forced_attr[] = "cjax.all_threads";

static void mark(MlirModule m, const char *name) {
  mlirOperationSetAttributeByName(mlirModuleGetOperation(m), mlirStringRefCreateFromCString(name),
                                  attr_unit(mlirModuleGetContext(m)));
}

void parallel_forbid(MlirModule m) { mark(m, sequential_attr); }
void parallel_force(MlirModule m) { mark(m, forced_attr); }

bool parallel_is_forced(MlirModule m) {
  return !mlirAttributeIsNull(op_attr(mlirModuleGetOperation(m), forced_attr));
}

bool parallel_is_forbidden(MlirModule m) {
  return !mlirAttributeIsNull(op_attr(mlirModuleGetOperation(m), sequential_attr));
}

bool lower_parallel(MlirModule m) {
  Arena a;
  arena_init(&a);
  Foralls f = {.a = &a};
  MlirContext ctx = mlirModuleGetContext(m);
  mlirOperationWalk(mlirModuleGetOperation(m), find, &f, MlirWalkPostOrder);
  bool sequential = parallel_is_forbidden(m);
  for (uint32_t i = 0; i < f.ops.n; i++) {
    MlirOperation op = f.ops.data[i], func = op;
    int outer = 0;
    while (!op_is(func, "func.func")) {
      func = mlirOperationGetParentOperation(func);
      outer += op_is(func, "scf.forall");
    }
    Build b = {ctx, m, mlirOperationGetBlock(op), op, mlirOperationGetLocation(op), &a, 0};
    if (sequential || outer)
      forall_to_for(&b, op);
    else
      sites_parallel(func_name(&a, func)),
          outline(&b, op, arena_printf(&a, "%s_part%u", func_name(&a, func), i));
  }
  arena_release(&a);
  return true;
}

//===-- launchers in LLVM IR ----------------------------------------------===//

typedef struct Launch {
  LLVMModuleRef m;
  LLVMContextRef ctx;
  LLVMBuilderRef b;
  Arena *arena;
  LLVMTypeRef ptr, i64, none, captures; // captures: the struct
  LLVMValueRef part, launch;
  unsigned n;
  bool library; // the launcher's last parameter is the caller's context
} Launch;

// void run(void *captures, int64_t begin, int64_t end) { for (part = begin; part < end; part++)
// part_function(part, ...) }
static LLVMValueRef define_runner(Launch *l) {
  LLVMTypeRef type = LLVMFunctionType(l->none, (LLVMTypeRef[]){l->ptr, l->i64, l->i64}, 3, 0);
  LLVMValueRef f = LLVMAddFunction(l->m, "run", type);
  LLVMValueRef *x = ARENA_ARRAY(l->arena, LLVMValueRef, l->n + 1);
  LLVMBasicBlockRef entry = LLVMAppendBasicBlockInContext(l->ctx, f, "");
  LLVMBasicBlockRef loop = LLVMAppendBasicBlockInContext(l->ctx, f, "");
  LLVMBasicBlockRef end = LLVMAppendBasicBlockInContext(l->ctx, f, "");
  LLVMPositionBuilderAtEnd(l->b, entry);
  LLVMBuildBr(l->b, loop);
  LLVMPositionBuilderAtEnd(l->b, loop);
  LLVMValueRef part = LLVMBuildPhi(l->b, l->i64, "");
  for (unsigned i = 0; i < l->n; i++) {
    LLVMValueRef at = LLVMBuildStructGEP2(l->b, l->captures, LLVMGetParam(f, 0), i, "");
    x[i + 1] = LLVMBuildLoad2(l->b, LLVMTypeOf(LLVMGetParam(l->launch, i)), at, "");
  }
  x[0] = part;
  LLVMBuildCall2(l->b, LLVMGlobalGetValueType(l->part), l->part, x, l->n + 1, "");
  LLVMValueRef next = LLVMBuildAdd(l->b, part, LLVMConstInt(l->i64, 1, 0), "");
  LLVMBuildCondBr(l->b, LLVMBuildICmp(l->b, LLVMIntSLT, next, LLVMGetParam(f, 2), ""), loop, end);
  LLVMValueRef from[] = {LLVMGetParam(f, 1), next};
  LLVMAddIncoming(part, from, (LLVMBasicBlockRef[]){entry, loop}, 2);
  LLVMPositionBuilderAtEnd(l->b, end);
  LLVMBuildRetVoid(l->b);
  return f;
}

static void define_launch(Launch *l) {
  LLVMTypeRef rt_params[] = {l->ptr, l->ptr, l->i64, l->i64, l->ptr};
  const char *name = l->library ? "cjax_lib_parallel_for" : "cjax_rt_parallel_for";
  l->n = LLVMCountParams(l->launch) - l->library;
  LLVMTypeRef *types = ARENA_ARRAY(l->arena, LLVMTypeRef, l->n);
  for (unsigned i = 0; i < l->n; i++)
    types[i] = LLVMTypeOf(LLVMGetParam(l->launch, i));
  l->captures = LLVMStructTypeInContext(l->ctx, types, l->n, 0);
  LLVMValueRef run = define_runner(l), rt = LLVMGetNamedFunction(l->m, name);
  LLVMTypeRef type = LLVMFunctionType(l->none, rt_params, 4 + l->library, 0);
  if (!rt) rt = LLVMAddFunction(l->m, name, type);
  LLVMGlobalClearMetadata(l->launch); // the place of a declaration is not that of a definition
  LLVMPositionBuilderAtEnd(l->b, LLVMAppendBasicBlockInContext(l->ctx, l->launch, ""));
  LLVMValueRef s = LLVMBuildAlloca(l->b, l->captures, "");
  for (unsigned i = 0; i < l->n; i++)
    LLVMBuildStore(l->b, LLVMGetParam(l->launch, i),
                   LLVMBuildStructGEP2(l->b, l->captures, s, i, ""));
  LLVMValueRef args[] = {run, s, LLVMConstInt(l->i64, PARTS, 0), LLVMConstInt(l->i64, 1, 0), NULL};
  if (l->library) args[4] = LLVMGetParam(l->launch, l->n);
  LLVMBuildCall2(l->b, type, rt, args, 4 + l->library, "");
  LLVMBuildRetVoid(l->b);
}

void parallel_define(LLVMModuleRef m, bool library) {
  Arena a;
  arena_init(&a);
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  Launch l = {m,
              ctx,
              LLVMCreateBuilderInContext(ctx),
              &a,
              LLVMPointerTypeInContext(ctx, 0),
              LLVMInt64TypeInContext(ctx),
              LLVMVoidTypeInContext(ctx),
              .library = library};
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f)) {
    const char *name = LLVMGetValueName(f);
    size_t n = strlen(name);
    if (n < 7 || strcmp(name + n - 7, "_launch") || !LLVMIsDeclaration(f)) continue;
    char part[256];
    snprintf(part, sizeof part, "%.*s", (int)(n - 7), name);
    l.launch = f, l.part = LLVMGetNamedFunction(m, part);
    define_launch(&l);
  }
  LLVMDisposeBuilder(l.b);
  arena_release(&a);
}
