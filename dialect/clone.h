// clone.h -- copies of ops, and what their regions capture.
#ifndef CJAX_DIALECT_CLONE_H
#define CJAX_DIALECT_CLONE_H

#include "dialect/op.h"

typedef struct ValMap ValMap; // old value -> new value
ValMap *val_map_create(Arena *a);
void val_map_put(ValMap *m, Val from, Val to);
// The mapped value, or `from` itself.
Val val_map_get(const ValMap *m, Val from);
bool val_map_has(const ValMap *m, Val from);
// Replaces what op and the ops in its regions use by what it is mapped to.
void op_remap(MlirOperation op, const ValMap *m);
// A copy of op (regions included) with operands mapped, inserted at b; results enter the map.
MlirOperation clone_op(Build *b, MlirOperation op, ValMap *m);
// Copies the ops of a block, but for its terminator, whose mapped operands it returns
// (allocated in b->arena, *n of them).
Val *clone_block(Build *b, MlirBlock block, ValMap *m, int *n);
// The values used in the op's regions but defined outside the op, each once, in order of first use.
Val *region_captures(Arena *a, MlirOperation op, int *n);

#endif
