// target.c -- LLVM's side of a CPU level: code of modules.
//
// Denormals are flushed: the attribute tells LLVM what the control register, set at start, does.
#include "lower/target.h"

#include <llvm-c/Core.h>
#include <llvm-c/Error.h>
#include <llvm-c/Target.h>
#include <llvm-c/Transforms/PassBuilder.h>
#include <string.h>

#include "dialect/support/diag.h"

static const char triple[] = "x86_64-unknown-linux-musl";

Target target_of(const LowerOptions *o) {
  const char *name = o->cpu ? o->cpu : "x86-64-v3";
  if (!strcmp(name, "native"))
    return (Target){LLVMGetHostCPUName(), LLVMGetHostCPUFeatures(), "512", o->opt_level};
  return (Target){name, "", !strcmp(name, "x86-64-v4") ? "512" : "256", o->opt_level};
}

LLVMTargetMachineRef target_machine(const Target *t) {
  LLVMInitializeX86TargetInfo();
  LLVMInitializeX86Target();
  LLVMInitializeX86TargetMC();
  LLVMInitializeX86AsmPrinter();
  LLVMTargetRef target;
  char *error = NULL;
  if (LLVMGetTargetFromTriple(triple, &target, &error)) BUG("no target: %s", error);
  return LLVMCreateTargetMachine(target, triple, t->cpu, t->features,
                                 t->opt_level ? LLVMCodeGenLevelAggressive : LLVMCodeGenLevelNone,
                                 LLVMRelocPIC, LLVMCodeModelDefault);
}

static void function_attrs(const Target *t, LLVMValueRef f) {
  LLVMContextRef ctx = LLVMGetModuleContext(LLVMGetGlobalParent(f));
  LLVMAddAttributeAtIndex(
      f, (LLVMAttributeIndex)LLVMAttributeFunctionIndex,
      LLVMCreateEnumAttribute(ctx, LLVMGetEnumAttributeKindForName("nounwind", 8), 0));
  if (LLVMIsDeclaration(f)) return;
  LLVMAddTargetDependentFunctionAttr(f, "target-cpu", t->cpu);
  if (*t->features) LLVMAddTargetDependentFunctionAttr(f, "target-features", t->features);
  LLVMAddTargetDependentFunctionAttr(f, "prefer-vector-width", t->vector_bits);
  LLVMAddTargetDependentFunctionAttr(f, "denormal-fp-math", "preserve-sign,preserve-sign");
}

void target_layout(LLVMModuleRef m, LLVMTargetMachineRef tm) {
  LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(tm);
  LLVMSetModuleDataLayout(m, layout);
  LLVMDisposeTargetData(layout);
  LLVMSetTarget(m, triple);
}

void target_attributes(const Target *t, LLVMModuleRef m) {
  for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f))
    function_attrs(t, f);
}

void target_optimise(const Target *t, LLVMModuleRef m, LLVMTargetMachineRef tm) {
  LLVMPassBuilderOptionsRef po = LLVMCreatePassBuilderOptions();
  LLVMPassBuilderOptionsSetLoopVectorization(po, 1);
  LLVMPassBuilderOptionsSetSLPVectorization(po, 1);
  LLVMPassBuilderOptionsSetLoopInterleaving(po, 1);
  LLVMPassBuilderOptionsSetLoopUnrolling(po, 1);
  LLVMErrorRef e = LLVMRunPasses(m, t->opt_level ? "default<O3>" : "default<O0>", tm, po);
  LLVMDisposePassBuilderOptions(po);
  if (e) BUG("LLVM: %s", LLVMGetErrorMessage(e));
}

LLVMMemoryBufferRef target_emit(LLVMModuleRef m, LLVMTargetMachineRef tm,
                                LLVMCodeGenFileType type) {
  char *error = NULL;
  LLVMMemoryBufferRef code;
  if (LLVMTargetMachineEmitToMemoryBuffer(tm, m, type, &error, &code)) BUG("LLVM: %s", error);
  return code;
}
