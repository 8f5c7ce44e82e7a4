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
#include "lower/wasm.h"

Target target_of(const LowerOptions *o) {
  const Platform *p = platform_of(o);
  const char *name = o->cpu && p->levels ? o->cpu : p->cpu;
  if (!strcmp(name, "native"))
    return (Target){p, LLVMGetHostCPUName(), LLVMGetHostCPUFeatures(), "512", o->opt_level};
  const char *bits = strcmp(name, "x86-64-v4") ? p->vector_bits : "512";
  return (Target){p, name, p->features, bits, o->opt_level};
}

LLVMTargetMachineRef target_machine(const Target *t) {
  LLVMTargetRef target;
  char *error = NULL;
  t->platform->init();
  if (LLVMGetTargetFromTriple(t->platform->triple, &target, &error)) BUG("no target: %s", error);
  LLVMTargetMachineOptionsRef o = LLVMCreateTargetMachineOptions();
  LLVMTargetMachineOptionsSetCPU(o, t->cpu);
  LLVMTargetMachineOptionsSetFeatures(o, t->features);
  if (t->platform->abi) LLVMTargetMachineOptionsSetABI(o, t->platform->abi);
  LLVMTargetMachineOptionsSetCodeGenOptLevel(o, t->opt_level ? LLVMCodeGenLevelAggressive
                                                             : LLVMCodeGenLevelNone);
  LLVMTargetMachineOptionsSetRelocMode(o, t->platform->wasm ? LLVMRelocStatic : LLVMRelocPIC);
  LLVMTargetMachineRef tm = LLVMCreateTargetMachineWithOptions(target, t->platform->triple, o);
  LLVMDisposeTargetMachineOptions(o);
  return tm;
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
  const char *denormals = t->platform->flush ? "preserve-sign,preserve-sign" : "ieee,ieee";
  LLVMAddTargetDependentFunctionAttr(f, "denormal-fp-math", denormals);
}

// What the linker compares.
static void add_abi(LLVMModuleRef m, const char *abi) {
  LLVMContextRef ctx = LLVMGetModuleContext(m);
  LLVMAddModuleFlag(m, LLVMModuleFlagBehaviorError, "target-abi", 10,
                    LLVMMDStringInContext2(ctx, abi, strlen(abi)));
}

void target_layout(const Target *t, LLVMModuleRef m, LLVMTargetMachineRef tm) {
  LLVMTargetDataRef layout = LLVMCreateTargetDataLayout(tm);
  LLVMSetModuleDataLayout(m, layout);
  LLVMDisposeTargetData(layout);
  LLVMSetTarget(m, t->platform->triple);
  if (t->platform->abi) add_abi(m, t->platform->abi);
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
  if (t->platform->wasm) wasm_split_conversions(m);
}

LLVMMemoryBufferRef target_emit(LLVMModuleRef m, LLVMTargetMachineRef tm,
                                LLVMCodeGenFileType type) {
  char *error = NULL;
  LLVMMemoryBufferRef code;
  if (LLVMTargetMachineEmitToMemoryBuffer(tm, m, type, &error, &code)) BUG("LLVM: %s", error);
  return code;
}
