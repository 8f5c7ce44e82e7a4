// simplify.h -- making IR smaller without changing what it computes.
#ifndef CJAX_DIALECT_SIMPLIFY_H
#define CJAX_DIALECT_SIMPLIFY_H

#include "dialect/op.h"

// No effect, neither of the op nor in its regions nor in functions that it calls.
bool op_is_pure(Arena *a, MlirModule m, MlirOperation op);
// Removes pure ops without uses, in nested regions too.  Returns whether there were any.
bool dce_block(Arena *a, MlirModule m, MlirBlock block);

// Patterns, constant folding and removal of dead ops.
bool simplify(MlirModule m);

#endif
