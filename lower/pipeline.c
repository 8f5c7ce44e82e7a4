// pipeline.c -- the steps of lowering: our passes and upstream's, in order.
#include <mlir-c/Pass.h>
#include <stdio.h>
#include <string.h>

#include "dialect/support/diag.h"
#include "lower/cxx/register.h"
#include "lower/lower_op.h"
#include "lower/passes.h"

static void print_to_buffer(MlirStringRef s, void *data) {
  char *text = data;
  size_t n = strlen(text);
  if (n + s.length < 512) memcpy(text + n, s.data, s.length);
}

bool lower_pipeline(MlirModule m, const char *text) {
  static bool registered;
  if (!registered) register_passes();
  registered = true;
  MlirContext ctx = mlirModuleGetContext(m);
  MlirPassManager pm = mlirPassManagerCreate(ctx);
  char error[513] = {0};
  mlirPassManagerEnableVerifier(pm, true);
  MlirLogicalResult r =
      mlirParsePassPipeline(mlirPassManagerGetAsOpPassManager(pm),
                            mlirStringRefCreateFromCString(text), print_to_buffer, error);
  if (mlirLogicalResultIsFailure(r)) BUG("bad pipeline: %s", error);
  r = mlirPassManagerRunOnOp(pm, mlirModuleGetOperation(m));
  mlirPassManagerDestroy(pm);
  return mlirLogicalResultIsSuccess(r);
}

//===-- kernels on memory -------------------------------------------------------------===//

static bool is_strided(Val v) {
  MlirType t = mlirValueGetType(v);
  MlirAttribute layout = mlirMemRefTypeGetLayout(t);
  return mlirAttributeIsAStridedLayout(layout);
}

// memref.copy of strided memory would call the runtime: a linalg.copy is loops.
static MlirWalkResult copy_as_loops(MlirOperation op, void *data) {
  MlirStringRef name = mlirIdentifierStr(mlirOperationGetName(op));
  if (name.length != 11 || memcmp(name.data, "memref.copy", 11)) return MlirWalkResultAdvance;
  Val from = mlirOperationGetOperand(op, 0), to = mlirOperationGetOperand(op, 1);
  if (!is_strided(from) && !is_strided(to)) return MlirWalkResultAdvance;
  Build b = {mlirOperationGetContext(op),
             {0},
             mlirOperationGetBlock(op),
             op,
             mlirOperationGetLocation(op),
             data,
             0};
  emit_copy(&b, from, to);
  mlirOperationDestroy(op);
  return MlirWalkResultSkip;
}

bool lower_bufferize(MlirModule m) {
  if (!lower_pipeline(m, "builtin.module(one-shot-bufferize{buffer-alignment=64},cse)"))
    return false;
  Arena a;
  arena_init(&a);
  mlirOperationWalk(mlirModuleGetOperation(m), copy_as_loops, &a, MlirWalkPostOrder);
  arena_release(&a);
  return true;
}

bool lower_to_llvm(MlirModule m) {
  return lower_pipeline(
      m, "builtin.module(func.func(convert-linalg-to-loops,expand-strided-metadata,lower-affine,"
         "convert-scf-to-cf,convert-vector-to-llvm,"
         "convert-to-llvm{filter-dialects=math,complex,arith,ub}),finalize-memref-to-llvm,"
         "convert-func-to-llvm{use-bare-ptr-memref-call-conv=true},convert-cf-to-llvm,"
         "reconcile-unrealized-casts)");
}

const LowerPass lower_passes[] = {
    {"lower-outline", "long functions become calls of parts", lower_outline},
    {"lower-to-linalg", "cjax to host code on memrefs and kernels on tensors", lower_to_linalg},
    {"lower-bufferize", "kernels on tensors to kernels on memrefs", lower_bufferize},
    {"lower-check-bounds", "a check before each load and store that is not proved in range",
     lower_check_bounds, .checked = true},
    {"lower-parallel", "scf.forall to calls of the runtime's parallel_for", lower_parallel},
    {"lower-plan-memory", "every memref.alloc to a place in one arena per function",
     lower_plan_memory},
    {"lower-call-context", "what a library's caller gave, to whatever needs it",
     lower_call_context},
    {"lower-to-llvm", "linalg, scf, memref and arith to the LLVM dialect", lower_to_llvm},
};
const int lower_pass_count = sizeof lower_passes / sizeof *lower_passes;
