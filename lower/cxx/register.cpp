// register.cpp -- what lowering uses of MLIR's passes and translations.
//
// One by one: a static cjaxc has what is named here, and not the passes for other machines' GPUs.
#include "lower/cxx/register.h"

#include "mlir/CAPI/IR.h"
#include "mlir/Conversion/Passes.h"
#include "mlir/Dialect/Arith/Transforms/Passes.h"
#include "mlir/Dialect/Bufferization/Transforms/Passes.h"
#include "mlir/Dialect/LLVMIR/Transforms/Passes.h"
#include "mlir/Dialect/Linalg/Passes.h"
#include "mlir/Dialect/MemRef/Transforms/Passes.h"
#include "mlir/Pass/PassRegistry.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Transforms/Passes.h"

using namespace mlir;

static void add(std::unique_ptr<Pass> (*make)()) { registerPass(make); }

void register_passes(void) {
  add([] { return bufferization::createOneShotBufferizePass(); });
  add([] { return createCSEPass(); });
  add([] { return createConvertLinalgToLoopsPass(); });
  add([] { return memref::createExpandStridedMetadataPass(); });
  add([] { return createLowerAffinePass(); });
  add([] { return createSCFToControlFlowPass(); });
  add([] { return createConvertVectorToLLVMPass(); });
  add([] { return createConvertToLLVMPass(); });
  add([] { return createFinalizeMemRefToLLVMConversionPass(); });
  add([] { return createConvertFuncToLLVMPass(); });
  add([] { return createConvertControlFlowToLLVMPass(); });
  add([] { return createReconcileUnrealizedCastsPass(); });
  add([] { return arith::createIntRangeOptimizationsPass(); });
  add([] { return LLVM::createDIScopeForLLVMFuncOpPass(); });
}

void register_translations(MlirContext ctx) {
  registerBuiltinDialectTranslation(*unwrap(ctx));
  registerLLVMDialectTranslation(*unwrap(ctx));
}
