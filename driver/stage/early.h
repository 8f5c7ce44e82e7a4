// early.h -- values needed while compiling, computed by a compiled program.
#ifndef CJAX_STAGE_EARLY_H
#define CJAX_STAGE_EARLY_H

#include "dialect/interpret/interpret.h"
#include "driver/stage/vm.h"

// Whether computing x, a value of the cache's block, on the interpreter would take so long that
// compiling it pays; then it is compiled and run in a child process and the cache knows x and the
// results of the costly ops on the way.  False, without a message, where x is cheap or unknown
// while compiling, where the program has no compiler (Program.compile), or where the child fails,
// which the interpreter will explain.
bool early_find(VM *vm, InterpCache *c, MlirModule m, MlirValue x);

#endif
