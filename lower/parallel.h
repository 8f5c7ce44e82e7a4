// parallel.h -- the launchers of parallel loops.
#ifndef CJAX_LOWER_PARALLEL_H
#define CJAX_LOWER_PARALLEL_H

#include <llvm-c/Core.h>
#include <mlir-c/IR.h>
#include <stdbool.h>

// Loops of the module run in the thread that meets them.
void parallel_forbid(MlirModule m);
// Defines every launcher that lower-parallel declared; those of a library go through the caller.
void parallel_define(LLVMModuleRef m, bool library);

#endif
