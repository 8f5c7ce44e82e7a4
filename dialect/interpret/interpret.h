// interpret.h -- runs cjax IR without lowering it: slow, obvious, the oracle for lower/.
//
// Transformations that it meets (cjax.vmap, cjax.jvp, cjax.vjp) are expanded on the way, which adds
// private functions to the module.
#ifndef CJAX_DIALECT_INTERPRET_INTERPRET_H
#define CJAX_DIALECT_INTERPRET_INTERPRET_H

#include "dialect/clone.h"
#include "dialect/op.h"

// Set while values are being found: they are not found then.  Never reset.
extern volatile bool interp_stop;

// Runs @main (no arguments) with its effects; argv[0] is the program.  False after an error was
// reported.  A failing cjax.check or cjax.exit ends the process as it would end the executable.
bool interp_run(MlirModule m, int argc, char **argv);

// The contents of n values of a module being built, each a row-major buffer in `a` (bools: one
// byte).  Runs the pure ops that they depend on.  False without a message when a value depends on
// what only a running program knows: an argument of the function, the clock, the command line;
// *culprit (may be null) is then the op, or null for an argument.
bool interp_values(Arena *a, MlirModule m, int n, const Val *values, const void **data,
                   MlirOperation *culprit);

// What was found before, so that asking again does not run the program from its start: results of
// ops of one block, whose ops are never erased.
typedef struct InterpCache {
  MlirBlock block;
  ValMap *arrays;
  Arena *arena;
} InterpCache;

void interp_cache_init(InterpCache *c, Arena *a, MlirBlock block);
// A value that is known already: its contents, of its type.
void interp_cache_put(InterpCache *c, Val v, const void *data);
bool interp_cache_has(const InterpCache *c, Val v);
const void *interp_cache_get(const InterpCache *c, Val v); // of one that it has
// interp_values, with a cache.
bool interp_values_cached(InterpCache *c, MlirModule m, int n, const Val *values, const void **data,
                          MlirOperation *culprit);
// The ops of the cache's block that v depends on and that it does not know, in their order, in `a`.
// False where interp_values would be, or when one of them is in another block.
bool interp_ops_needed(const InterpCache *c, Arena *a, Val v, int *n, MlirOperation **ops);

#endif
