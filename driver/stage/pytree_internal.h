// pytree_internal.h -- what pytree.c and pytree_module.c share.
#ifndef CJAX_STAGE_PYTREE_INTERNAL_H
#define CJAX_STAGE_PYTREE_INTERNAL_H

#include "driver/stage/pytree.h"

// A value taken apart by one level.  TREE_LEAF: nothing else is set.
typedef struct Level {
  TreeKind kind;
  Class *cls;
  Value data;
  Tuple *children;
} Level;

bool tree_level(VM *vm, Value tree, Level *l);
// (flatten, unflatten, flatten_with_keys or None) of a registered class; empty for others.
bool tree_registered(VM *vm, Class *cls, Value *out);
// collections.NAME, or None when the program has not imported collections (then none of its objects
// exist).
bool tree_class(VM *vm, const char *name, Value *out);
// Keeps a value alive as long as the process.
void tree_keep(VM *vm, Value v);

#endif
