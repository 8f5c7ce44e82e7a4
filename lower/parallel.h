// parallel.h -- the launchers of parallel loops.
#ifndef CJAX_LOWER_PARALLEL_H
#define CJAX_LOWER_PARALLEL_H

#include <llvm-c/Core.h>
#include <mlir-c/IR.h>
#include <stdbool.h>

// Loops of the module run in the thread that meets them.
void parallel_forbid(MlirModule m);
bool parallel_is_forbidden(MlirModule m);
// Loops that may run in threads do, whatever they cost: --all-threads, for tests.
void parallel_force(MlirModule m);
bool parallel_is_forced(MlirModule m);
// Defines every launcher that lower-parallel declared; those of a library go through the caller.
void parallel_define(LLVMModuleRef m, bool library);

#endif
