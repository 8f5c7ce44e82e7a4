// pytree.h -- pytrees: nested containers as a list of leaves and a structure (jax.tree_util).
//
// A TreeDef is immutable and lives as long as the process.  Leaves are everything but None, tuples,
// lists, dicts (by sorted key), OrderedDicts, defaultdicts, named tuples and registered classes.
#ifndef CJAX_STAGE_PYTREE_H
#define CJAX_STAGE_PYTREE_H

#include "driver/stage/object.h"

typedef enum TreeKind {
  TREE_LEAF,
  TREE_NONE,
  TREE_TUPLE,
  TREE_LIST,
  TREE_DICT,       // data: tuple of sorted keys
  TREE_ORDERED,    // OrderedDict; data: tuple of keys in their order
  TREE_DEFAULT,    // defaultdict; data: (default_factory, keys)
  TREE_NAMEDTUPLE, // cls
  TREE_CUSTOM      // cls registered; data: what its flatten function returned beside the children
} TreeKind;

typedef struct TreeDef TreeDef;
struct TreeDef {
  TreeKind kind;
  uint32_t n;       // children
  uint32_t nleaves; // below
  Class *cls;
  Value data;
  TreeDef **child;
};

typedef struct Leaves {
  uint32_t n, room;
  Value *v; // in the VM's arena
} Leaves;

// is_leaf: a function or empty.  Leaves are added to *out.
TreeDef *tree_flatten(VM *vm, Value tree, Value is_leaf, Leaves *out);
// leaves: def->nleaves of them.
bool tree_unflatten(VM *vm, const TreeDef *def, const Value *leaves, Value *out);
// The subtrees of `tree` that stand where def has leaves.  A mismatch is JAX's ValueError.
bool tree_flatten_up_to(VM *vm, const TreeDef *def, Value tree, Leaves *out);
// One value for each leaf of `full`, where `prefix` may end earlier (vmap's in_axes); is_leaf as
// above.  *fits is false, and nothing is raised, when it is no prefix.
bool tree_broadcast_prefix(VM *vm, Value prefix, const TreeDef *full, Value is_leaf, Leaves *out,
                           bool *fits);
bool tree_equal(VM *vm, const TreeDef *a, const TreeDef *b, bool *out);
bool tree_hash(VM *vm, const TreeDef *def, uint64_t *out);

// The Python object of class PyTreeDef, and back (null if it is none).
Value tree_object(VM *vm, const TreeDef *def);
const TreeDef *tree_of(Value v);
// "PyTreeDef({'a': *})", a Str or null after an error.
Str *tree_text(VM *vm, const TreeDef *def);
void leaves_add(VM *vm, Leaves *l, Value v);

#endif
