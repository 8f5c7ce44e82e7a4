// target.h -- LLVM's side of a CPU level: code of modules.
#ifndef CJAX_LOWER_TARGET_H
#define CJAX_LOWER_TARGET_H

#include <llvm-c/TargetMachine.h>

#include "lower/platform.h"

typedef struct Target {
  const Platform *platform;
  const char *cpu, *features, *vector_bits;
  int opt_level;
} Target;

Target target_of(const LowerOptions *o);
// For one thread.
LLVMTargetMachineRef target_machine(const Target *t);
void target_layout(const Target *t, LLVMModuleRef m,
                   LLVMTargetMachineRef tm);                  // of m's data, and its triple
void target_attributes(const Target *t, LLVMModuleRef m);     // of m's functions
void target_optimise(const Target *t, LLVMModuleRef m, LLVMTargetMachineRef tm);
LLVMMemoryBufferRef target_emit(LLVMModuleRef m, LLVMTargetMachineRef tm, LLVMCodeGenFileType type);

#endif
