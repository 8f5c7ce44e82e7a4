// pytree.c -- flattening and rebuilding pytrees.
//
// The registry is a dict from class to (flatten, unflatten, flatten_with_keys), kept by the native
// module.
#include "driver/stage/pytree.h"

#include <string.h>

#include "dialect/support/vec.h"
#include "driver/stage/pytree_internal.h"

static const TreeDef the_leaf = {.kind = TREE_LEAF, .nleaves = 1};

void leaves_add(VM *vm, Leaves *l, Value v) {
  if (l->n == l->room) l->v = vec_grow(vm->arena, l->v, &l->room, sizeof *l->v);
  l->v[l->n++] = v;
}

static TreeDef *node_new(VM *vm, TreeKind kind, Class *cls, Value data, uint32_t n) {
  TreeDef *d = ARENA_NEW(vm->arena, TreeDef);
  *d = (TreeDef){.kind = kind, .n = n, .cls = cls, .data = data};
  d->child = ARENA_ARRAY(vm->arena, TreeDef *, n);
  tree_keep(vm, data);
  return d;
}

//===-- one level -----------------------------------------------------------------===//

static bool sorted_keys(VM *vm, Dict *d, Value *out) {
  Value keys, list;
  Tuple *t;
  if (!import_attr(vm, "builtins", "sorted", &keys) || !vm_call_1(vm, keys, v_obj(d), &list)) {
    if (!vm_exc_is(vm, E_TypeError)) return false;
    vm_clear_exc(vm);
    return vm_raise(vm, E_ValueError,
                    "Comparator raised exception while sorting pytree dictionary keys.");
  }
  if (!value_tuple(vm, list, &t)) return false;
  *out = v_obj(t);
  return true;
}

static bool dict_children(VM *vm, Dict *d, const Tuple *keys, Tuple **out) {
  Tuple *t = tuple_new(vm, keys->n);
  for (uint32_t i = 0; i < keys->n; i++)
    if (!dict_get(vm, d, keys->v[i], &t->v[i])) return false;
  *out = t;
  return true;
}

// Children and data of a registered class's object: flatten(obj) -> (children, data).
static bool custom_children(VM *vm, Value entry, Value tree, Tuple **children, Value *data) {
  Value pair, c;
  Tuple *t;
  if (!vm_call_1(vm, AS_TUPLE(entry)->v[0], tree, &pair) || !value_tuple(vm, pair, &t))
    return false;
  if (t->n != 2)
    return vm_raise(vm, E_ValueError,
                    "PyTree custom to_iterable function should return a pair, got %s",
                    text_of(vm, pair));
  c = t->v[0];
  *data = t->v[1];
  return v_is_none(c) ? (*children = tuple_new(vm, 0), true) : value_tuple(vm, c, children);
}

static bool dict_level(VM *vm, Value tree, Level *l) {
  Dict *d = AS_DICT(tree);
  Value ordered, deflt;
  if (!tree_class(vm, "OrderedDict", &ordered) || !tree_class(vm, "defaultdict", &deflt))
    return false;
  if (v_is(ordered, O_CLASS) && d->head.cls == AS_CLASS(ordered)) {
    Tuple *keys;
    if (!value_tuple(vm, tree, &keys)) return false;
    l->kind = TREE_ORDERED;
    l->data = v_obj(keys);
    return dict_children(vm, d, keys, &l->children);
  }
  bool is_default = v_is(deflt, O_CLASS) && d->head.cls == AS_CLASS(deflt);
  if (!is_default && d->head.cls != vm->type[T_dict]) return true; // a subclass: a leaf
  if (!sorted_keys(vm, d, &l->data)) return false;
  const Tuple *keys = AS_TUPLE(l->data);
  l->kind = TREE_DICT;
  if (is_default) {
    Value pair[2] = {V_NONE, l->data};
    if (!get_attr_c(vm, tree, "default_factory", &pair[0])) return false;
    l->kind = TREE_DEFAULT;
    l->data = v_obj(tuple_from(vm, pair, 2));
  }
  return dict_children(vm, d, keys, &l->children);
}

bool tree_level(VM *vm, Value tree, Level *l) {
  *l = (Level){.kind = TREE_LEAF, .data = V_NONE};
  if (v_is_none(tree)) {
    l->kind = TREE_NONE;
    l->children = tuple_new(vm, 0);
    return true;
  }
  if (tree.tag != TAG_OBJ) return true;
  Class *cls = class_of(vm, tree);
  if (cls == vm->type[T_tuple] || cls == vm->type[T_list]) {
    l->kind = cls == vm->type[T_tuple] ? TREE_TUPLE : TREE_LIST;
    return value_tuple(vm, tree, &l->children);
  }
  Value entry;
  if (!tree_registered(vm, cls, &entry)) return false;
  if (!v_is_empty(entry)) {
    l->kind = TREE_CUSTOM;
    l->cls = cls;
    return custom_children(vm, entry, tree, &l->children, &l->data);
  }
  if (v_is(tree, O_DICT)) return dict_level(vm, tree, l);
  if (v_is(tree, O_TUPLE)) {
    Value fields;
    if (!find_attr(vm, v_obj(cls), str_name(vm, "_fields"), &fields)) return false;
    if (v_is_empty(fields)) return true;
    l->kind = TREE_NAMEDTUPLE;
    l->cls = cls;
    return value_tuple(vm, tree, &l->children);
  }
  return true;
}

//===-- flatten and unflatten -------------------------------------------------------===//

// What a tree that contains itself ends at.
enum { MOST_LEVELS = 700 };

static bool is_leaf_says(VM *vm, Value is_leaf, Value tree, bool *out) {
  *out = false;
  if (v_is_empty(is_leaf) || v_is_none(is_leaf)) return true;
  Value r;
  return vm_call_1(vm, is_leaf, tree, &r) && truth(vm, r, out);
}

TreeDef *tree_flatten(VM *vm, Value tree, Value is_leaf, Leaves *out) {
  Level l;
  bool leaf;
  if (!is_leaf_says(vm, is_leaf, tree, &leaf)) return NULL;
  if (!leaf && !tree_level(vm, tree, &l)) return NULL;
  if (leaf || l.kind == TREE_LEAF) {
    leaves_add(vm, out, tree);
    return (TreeDef *)&the_leaf;
  }
  TreeDef *d = node_new(vm, l.kind, l.cls, l.data, l.children->n);
  if (vm->native_depth >= MOST_LEVELS) {
    vm_raise(vm, E_RecursionError, "maximum recursion depth exceeded in a pytree");
    return NULL;
  }
  for (uint32_t i = 0; i < d->n; i++) {
    vm->native_depth++;
    d->child[i] = tree_flatten(vm, l.children->v[i], is_leaf, out);
    vm->native_depth--;
    if (!d->child[i]) return NULL;
    d->nleaves += d->child[i]->nleaves;
  }
  return d;
}

static bool rebuild_dict(VM *vm, const TreeDef *d, const Value *children, Value *out) {
  const Tuple *keys = AS_TUPLE(d->data);
  Value made = v_obj(dict_new(vm)), cls;
  if (d->kind == TREE_ORDERED &&
      (!tree_class(vm, "OrderedDict", &cls) || !vm_call_0(vm, cls, &made)))
    return false;
  if (d->kind == TREE_DEFAULT) {
    keys = AS_TUPLE(AS_TUPLE(d->data)->v[1]);
    if (!tree_class(vm, "defaultdict", &cls) || !vm_call_1(vm, cls, AS_TUPLE(d->data)->v[0], &made))
      return false;
  }
  for (uint32_t i = 0; i < d->n; i++)
    if (!set_item(vm, made, keys->v[i], children[i])) return false;
  *out = made;
  return true;
}

// The object of one level from its children.
static bool rebuild(VM *vm, const TreeDef *d, const Value *children, Value *out) {
  switch (d->kind) {
  case TREE_NONE:
    *out = V_NONE;
    return true;
  case TREE_TUPLE:
    *out = v_obj(tuple_from(vm, children, d->n));
    return true;
  case TREE_LIST: {
    List *l = list_new(vm, d->n);
    for (uint32_t i = 0; i < d->n; i++)
      list_append(vm, l, children[i]);
    *out = v_obj(l);
    return true;
  }
  case TREE_DICT:
  case TREE_ORDERED:
  case TREE_DEFAULT:
    return rebuild_dict(vm, d, children, out);
  case TREE_NAMEDTUPLE:
    return vm_call(vm, v_obj(d->cls), children, d->n, NULL, out);
  case TREE_CUSTOM: {
    Value entry, c = v_obj(tuple_from(vm, children, d->n));
    return tree_registered(vm, d->cls, &entry) &&
           vm_call_2(vm, AS_TUPLE(entry)->v[1], d->data, c, out);
  }
  case TREE_LEAF:
    break;
  }
  BUG("pytree: rebuilding a leaf");
}

static bool unflatten(VM *vm, const TreeDef *d, const Value **leaf, Value *out) {
  if (d->kind == TREE_LEAF) {
    *out = *(*leaf)++;
    return true;
  }
  Tuple *children = tuple_new(vm, d->n);
  for (uint32_t i = 0; i < d->n; i++)
    if (!unflatten(vm, d->child[i], leaf, &children->v[i])) return false;
  return rebuild(vm, d, children->v, out);
}

bool tree_unflatten(VM *vm, const TreeDef *def, const Value *leaves, Value *out) {
  return unflatten(vm, def, &leaves, out);
}

//===-- against a structure ------------------------------------------------------------===//

static bool same_level(VM *vm, const TreeDef *d, const Level *l, bool *out) {
  *out = d->kind == l->kind && d->cls == l->cls && d->n == l->children->n;
  if (!*out || d->kind == TREE_TUPLE || d->kind == TREE_LIST || d->kind == TREE_NONE) return true;
  return value_equal(vm, d->data, l->data, out);
}

static const char *kind_name(VM *vm, const TreeDef *d) {
  static const char *const names[] = {"*",    "NoneType",    "tuple",      "list",
                                      "dict", "OrderedDict", "defaultdict"};
  return d->kind <= TREE_DEFAULT ? names[d->kind] : d->cls->name->text;
}

static bool mismatch(VM *vm, const TreeDef *d, Value tree, const Level *l) {
  if (l->kind == d->kind && l->cls == d->cls && (d->kind == TREE_TUPLE || d->kind == TREE_LIST))
    return vm_raise(
        vm, E_ValueError,
        "pytree structure error: different lengths of %s at key path\n    tree_map tree",
        kind_name(vm, d));
  if (l->kind == d->kind && l->cls == d->cls)
    return vm_raise(vm, E_ValueError,
                    "pytree structure error: different %s at key path\n    tree_map tree",
                    d->n != l->children->n ? "numbers of pytree children" : "pytree metadata");
  return vm_raise(vm, E_ValueError,
                  "pytree structure error: different types at key path\n    tree_map tree");
}

bool tree_flatten_up_to(VM *vm, const TreeDef *def, Value tree, Leaves *out) {
  if (def->kind == TREE_LEAF) {
    leaves_add(vm, out, tree);
    return true;
  }
  Level l;
  bool same;
  if (!tree_level(vm, tree, &l)) return false;
  if (l.kind == TREE_LEAF) return mismatch(vm, def, tree, &l);
  if (!same_level(vm, def, &l, &same)) return false;
  if (!same) return mismatch(vm, def, tree, &l);
  for (uint32_t i = 0; i < def->n; i++)
    if (!tree_flatten_up_to(vm, def->child[i], l.children->v[i], out)) return false;
  return true;
}

bool tree_broadcast_prefix(VM *vm, Value prefix, const TreeDef *full, Value is_leaf, Leaves *out,
                           bool *fits) {
  Level l;
  bool leaf;
  if (!is_leaf_says(vm, is_leaf, prefix, &leaf)) return false;
  if (!leaf && !tree_level(vm, prefix, &l)) return false;
  *fits = true;
  if (leaf || l.kind == TREE_LEAF) {
    for (uint32_t i = 0; i < full->nleaves; i++)
      leaves_add(vm, out, prefix);
    return true;
  }
  if (full->kind == TREE_LEAF) return *fits = false, true;
  if (!same_level(vm, full, &l, fits)) return false;
  for (uint32_t i = 0; *fits && i < full->n; i++)
    if (!tree_broadcast_prefix(vm, l.children->v[i], full->child[i], is_leaf, out, fits))
      return false;
  return true;
}

bool tree_equal(VM *vm, const TreeDef *a, const TreeDef *b, bool *out) {
  *out = a == b;
  if (*out) return true;
  if (a->kind != b->kind || a->n != b->n || a->cls != b->cls || a->nleaves != b->nleaves)
    return true;
  if (a->kind == TREE_LEAF) return *out = true, true;
  if (!value_equal(vm, a->data, b->data, out)) return false;
  for (uint32_t i = 0; *out && i < a->n; i++)
    if (!tree_equal(vm, a->child[i], b->child[i], out)) return false;
  return true;
}

bool tree_hash(VM *vm, const TreeDef *d, uint64_t *out) {
  uint64_t h = d->kind * 0x9e3779b97f4a7c15u + d->n;
  if (d->kind == TREE_DICT || d->kind == TREE_ORDERED) {
    uint64_t keys;
    if (!value_hash(vm, d->data, &keys)) return false;
    h ^= keys;
  }
  for (uint32_t i = 0; i < d->n; i++) {
    uint64_t c;
    if (!tree_hash(vm, d->child[i], &c)) return false;
    h = (h ^ c) * 0x100000001b3u;
  }
  *out = h;
  return true;
}
