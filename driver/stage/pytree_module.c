// pytree_module.c -- _cjax.tree: pytrees for the library, the class PyTreeDef and the registry of
// node classes.
#include <string.h>

#include "driver/stage/heap.h"
#include "driver/stage/native.h"
#include "driver/stage/pytree_internal.h"

static struct {
  Class *treedef;
  Dict *registry;
  List *kept;
} tree;

void tree_keep(VM *vm, Value v) {
  if (v.tag == TAG_OBJ) list_append(vm, tree.kept, v);
}

bool tree_registered(VM *vm, Class *cls, Value *out) {
  return dict_get(vm, tree.registry, v_obj(cls), out);
}

bool tree_class(VM *vm, const char *name, Value *out) {
  Value m = dict_get_c(vm, vm->modules, "collections");
  *out = V_NONE;
  return !v_is(m, O_MODULE) || get_attr_c(vm, m, name, out);
}

Value tree_object(VM *vm, const TreeDef *def) {
  Host *h = HEAP_NEW(vm, tree.treedef, O_HOST, Host);
  h->data = (void *)def;
  for (int i = 0; i < 4; i++)
    h->slot[i] = V_EMPTY;
  return v_obj(h);
}

const TreeDef *tree_of(Value v) {
  return v_is(v, O_HOST) && v.o->cls == tree.treedef ? ((Host *)v.o)->data : NULL;
}

//===-- text ------------------------------------------------------------------------===//

static bool add_tree(StrBuilder *b, const TreeDef *d);

static bool add_children(StrBuilder *b, const TreeDef *d) {
  for (uint32_t i = 0; i < d->n; i++) {
    if (i) strb_puts(b, ", ");
    if (!add_tree(b, d->child[i])) return false;
  }
  return true;
}

static bool add_dict(StrBuilder *b, const TreeDef *d) {
  const Tuple *keys = AS_TUPLE(d->data);
  strb_puts(b, "{");
  for (uint32_t i = 0; i < d->n; i++) {
    if (i) strb_puts(b, ", ");
    if (!strb_add_repr(b, keys->v[i])) return false;
    strb_puts(b, ": ");
    if (!add_tree(b, d->child[i])) return false;
  }
  strb_puts(b, "}");
  return true;
}

// CustomNode(Name[data], [children])
static bool add_custom(StrBuilder *b, const TreeDef *d) {
  const char *name = d->kind == TREE_ORDERED      ? "OrderedDict"
                     : d->kind == TREE_DEFAULT    ? "defaultdict"
                     : d->kind == TREE_NAMEDTUPLE ? "namedtuple"
                                                  : d->cls->name->text;
  strb_printf(b, "CustomNode(%s[", name);
  if (d->kind == TREE_NAMEDTUPLE)
    strb_puts(b, d->cls->name->text);
  else if (!strb_add_repr(b, d->data))
    return false;
  strb_puts(b, "], [");
  if (!add_children(b, d)) return false;
  strb_puts(b, "])");
  return true;
}

static bool add_tree(StrBuilder *b, const TreeDef *d) {
  switch (d->kind) {
  case TREE_LEAF:
    strb_puts(b, "*");
    return true;
  case TREE_NONE:
    strb_puts(b, "None");
    return true;
  case TREE_TUPLE:
  case TREE_LIST: {
    bool tuple = d->kind == TREE_TUPLE;
    strb_puts(b, tuple ? "(" : "[");
    if (!add_children(b, d)) return false;
    strb_puts(b, tuple ? (d->n == 1 ? ",)" : ")") : "]");
    return true;
  }
  case TREE_DICT:
    return add_dict(b, d);
  default:
    return add_custom(b, d);
  }
}

Str *tree_text(VM *vm, const TreeDef *def) {
  StrBuilder b;
  strb_init(&b, vm);
  strb_puts(&b, "PyTreeDef(");
  if (!add_tree(&b, def)) {
    strb_release(&b);
    return NULL;
  }
  strb_puts(&b, ")");
  return AS_STR(strb_finish(&b));
}

//===-- PyTreeDef ---------------------------------------------------------------------===//

static bool treedef_repr(VM *vm, Value *bound, Value *out) {
  Str *s = tree_text(vm, tree_of(bound[0]));
  if (s) *out = v_obj(s);
  return s != NULL;
}

static bool treedef_eq(VM *vm, Value *bound, Value *out) {
  const TreeDef *b = tree_of(bound[1]);
  bool same = false;
  if (!b) return *out = vm->not_implemented, true;
  if (!tree_equal(vm, tree_of(bound[0]), b, &same)) return false;
  *out = v_bool(same);
  return true;
}

static bool treedef_hash(VM *vm, Value *bound, Value *out) {
  uint64_t h;
  if (!tree_hash(vm, tree_of(bound[0]), &h)) return false;
  *out = v_int((int64_t)(h >> 2));
  return true;
}

static bool unflatten_values(VM *vm, const TreeDef *d, Value leaves, Value *out) {
  Tuple *t;
  if (!value_tuple(vm, leaves, &t)) return false;
  if (t->n > d->nleaves)
    return vm_raise(vm, E_ValueError, "Too many leaves for PyTreeDef; expected %u.", d->nleaves);
  if (t->n < d->nleaves)
    return vm_raise(vm, E_ValueError, "Too few leaves for PyTreeDef; expected %u, got %u",
                    d->nleaves, t->n);
  return tree_unflatten(vm, d, t->v, out);
}

static bool treedef_unflatten(VM *vm, Value *bound, Value *out) {
  return unflatten_values(vm, tree_of(bound[0]), bound[1], out);
}

static Value list_of(VM *vm, const Leaves *l) {
  List *list = list_new(vm, l->n);
  for (uint32_t i = 0; i < l->n; i++)
    list_append(vm, list, l->v[i]);
  return v_obj(list);
}

static bool treedef_flatten_up_to(VM *vm, Value *bound, Value *out) {
  Leaves l = {0};
  if (!tree_flatten_up_to(vm, tree_of(bound[0]), bound[1], &l)) return false;
  *out = list_of(vm, &l);
  return true;
}

static bool treedef_children(VM *vm, Value *bound, Value *out) {
  const TreeDef *d = tree_of(bound[0]);
  List *l = list_new(vm, d->n);
  for (uint32_t i = 0; i < d->n; i++)
    list_append(vm, l, tree_object(vm, d->child[i]));
  *out = v_obj(l);
  return true;
}

static const TreeDef *replace_leaves(VM *vm, const TreeDef *d, const TreeDef *inner) {
  if (d->kind == TREE_LEAF) return inner;
  TreeDef *copy = ARENA_NEW(vm->arena, TreeDef);
  *copy = *d;
  copy->nleaves = 0;
  copy->child = ARENA_ARRAY(vm->arena, TreeDef *, d->n);
  for (uint32_t i = 0; i < d->n; i++) {
    copy->child[i] = (TreeDef *)replace_leaves(vm, d->child[i], inner);
    copy->nleaves += copy->child[i]->nleaves;
  }
  return copy;
}

static bool treedef_compose(VM *vm, Value *bound, Value *out) {
  const TreeDef *inner = tree_of(bound[1]);
  if (!inner)
    return vm_raise(vm, E_TypeError, "compose() takes a PyTreeDef, not %s",
                    type_name(vm, bound[1]));
  *out = tree_object(vm, replace_leaves(vm, tree_of(bound[0]), inner));
  return true;
}

static bool treedef_num_leaves(VM *vm, Value self, Value *out) {
  return *out = v_int(tree_of(self)->nleaves), true;
}

static uint32_t count_nodes(const TreeDef *d) {
  uint32_t n = 1;
  for (uint32_t i = 0; i < d->n; i++)
    n += count_nodes(d->child[i]);
  return n;
}

static bool treedef_num_nodes(VM *vm, Value self, Value *out) {
  return *out = v_int(count_nodes(tree_of(self))), true;
}

static const NativeDef treedef_methods[] = {
    {"__repr__", "self, /", treedef_repr},
    {"__eq__", "self, other, /", treedef_eq},
    {"__hash__", "self, /", treedef_hash},
    {"unflatten", "self, leaves, /", treedef_unflatten},
    {"flatten_up_to", "self, tree, /", treedef_flatten_up_to},
    {"children", "self, /", treedef_children},
    {"compose", "self, inner, /", treedef_compose},
    {0}};
static const NativeProp treedef_props[] = {
    {"num_leaves", treedef_num_leaves, NULL}, {"num_nodes", treedef_num_nodes, NULL}, {0}};
static const NativeClass treedef_class = {"PyTreeDef",     "jax.tree_util",
                                          O_HOST,          "The structure of a pytree.",
                                          treedef_methods, treedef_props};

//===-- the module -----------------------------------------------------------------------===//

static bool module_flatten(VM *vm, Value *bound, Value *out) {
  Leaves l = {0};
  TreeDef *d = tree_flatten(vm, bound[0], bound[1], &l);
  if (!d) return false;
  Value pair[2] = {list_of(vm, &l), tree_object(vm, d)};
  *out = v_obj(tuple_from(vm, pair, 2));
  return true;
}

static bool module_unflatten(VM *vm, Value *bound, Value *out) {
  const TreeDef *d = tree_of(bound[0]);
  if (!d)
    return vm_raise(vm, E_TypeError, "tree_unflatten needs a PyTreeDef, not %s",
                    type_name(vm, bound[0]));
  return unflatten_values(vm, d, bound[1], out);
}

static bool module_register(VM *vm, Value *bound, Value *out) {
  if (!v_is(bound[0], O_CLASS))
    return vm_raise(vm, E_TypeError, "a pytree node type must be a class");
  Value old;
  if (!dict_get(vm, tree.registry, bound[0], &old)) return false;
  if (!v_is_empty(old))
    return vm_raise(vm, E_ValueError, "Duplicate custom PyTreeDef type registration for %s.",
                    text_of(vm, bound[0]));
  *out = V_NONE;
  return dict_set(vm, tree.registry, bound[0], v_obj(tuple_from(vm, bound + 1, 3)));
}

static const char *level_name(TreeKind k) {
  static const char *const names[] = {"leaf", "none", "tuple",      "list",  "dict",
                                      "dict", "dict", "namedtuple", "custom"};
  return names[k];
}

// (kind, children, keys): keys of dicts, field names of named tuples, what flatten_with_keys gives
// or None for classes.
static bool module_level(VM *vm, Value *bound, Value *out) {
  Level l;
  if (!tree_level(vm, bound[0], &l)) return false;
  Value r[3] = {v_str(vm, level_name(l.kind)), V_NONE, l.data};
  if (l.kind != TREE_LEAF) r[1] = v_obj(l.children);
  if (l.kind == TREE_DEFAULT) r[2] = AS_TUPLE(l.data)->v[1];
  if (l.kind == TREE_NAMEDTUPLE && !get_attr_c(vm, v_obj(l.cls), "_fields", &r[2])) return false;
  if (l.kind == TREE_CUSTOM) {
    Value entry;
    if (!tree_registered(vm, l.cls, &entry)) return false;
    r[2] = AS_TUPLE(entry)->v[2];
  }
  *out = v_obj(tuple_from(vm, r, 3));
  return true;
}

// metadata(tree): what a registered class or a defaultdict has beside its children.
static bool module_metadata(VM *vm, Value *bound, Value *out) {
  Level l;
  if (!tree_level(vm, bound[0], &l)) return false;
  *out = l.kind == TREE_CUSTOM || l.kind == TREE_DEFAULT ? l.data : V_NONE;
  return true;
}

static bool module_broadcast_prefix(VM *vm, Value *bound, Value *out) {
  Leaves full = {0}, l = {0};
  TreeDef *d = tree_flatten(vm, bound[1], V_NONE, &full);
  bool fits;
  if (!d || !tree_broadcast_prefix(vm, bound[0], d, bound[2], &l, &fits)) return false;
  if (!fits)
    return vm_raise(vm, E_ValueError,
                    "pytree structure error: different types at key path\n    tree_map tree");
  *out = list_of(vm, &l);
  return true;
}

static const NativeDef functions[] = {
    {"flatten", "tree, is_leaf=None, /", module_flatten},
    {"unflatten", "treedef, leaves, /", module_unflatten},
    {"register", "cls, flatten, unflatten, flatten_with_keys=None, /", module_register},
    {"level", "tree, /", module_level},
    {"metadata", "tree, /", module_metadata},
    {"broadcast_prefix", "prefix, full, is_leaf=None, /", module_broadcast_prefix},
    {0}};

static void mark_roots(VM *vm, void *context, void (*visit)(VM *vm, Value v)) {
  visit(vm, v_obj(tree.registry));
  visit(vm, v_obj(tree.kept));
}

static bool module_init(VM *vm, Module *m) {
  tree.registry = dict_new(vm);
  tree.kept = list_new(vm, 0);
  tree.kept->head.born = UINT32_MAX; // additions are never undone
  heap_add_root(vm, mark_roots, NULL);
  tree.treedef = native_class_create(vm, &treedef_class, NULL);
  module_set(vm, m, "PyTreeDef", v_obj(tree.treedef));
  return true;
}

const NativeModule native_module_tree = {"_cjax.tree", functions, module_init};
