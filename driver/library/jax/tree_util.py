"""jax.tree_util: nested containers of arrays.  The native module _cjax.tree flattens and rebuilds them."""

import functools

from _cjax import tree as native
from _cjax.tree import PyTreeDef


class DictKey:
    """The step into a dict in a key path."""

    def __init__(self, key):
        self.key = key

    def __str__(self):
        return f"[{self.key!r}]"

    def __repr__(self):
        return f"DictKey(key={self.key!r})"

    def __eq__(self, other):
        return isinstance(other, DictKey) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


class SequenceKey:
    """The step into a list or tuple."""

    def __init__(self, idx):
        self.idx = idx

    def __str__(self):
        return f"[{self.idx!r}]"

    def __repr__(self):
        return f"SequenceKey(idx={self.idx!r})"

    def __eq__(self, other):
        return isinstance(other, SequenceKey) and self.idx == other.idx

    def __hash__(self):
        return hash(self.idx)


class GetAttrKey:
    """The step into an attribute."""

    def __init__(self, name):
        self.name = name

    def __str__(self):
        return f".{self.name}"

    def __repr__(self):
        return f"GetAttrKey(name={self.name!r})"

    def __eq__(self, other):
        return isinstance(other, GetAttrKey) and self.name == other.name

    def __hash__(self):
        return hash(self.name)


class FlattenedIndexKey:
    """The step into a registered class that names no keys."""

    def __init__(self, key):
        self.key = key

    def __str__(self):
        return f"[<flat index {self.key}>]"

    def __repr__(self):
        return f"FlattenedIndexKey(key={self.key!r})"

    def __eq__(self, other):
        return isinstance(other, FlattenedIndexKey) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


_nodes = set()


def _register(cls, flatten, unflatten, flatten_with_keys):
    native.register(cls, flatten, unflatten, flatten_with_keys)
    _nodes.add(cls)


def tree_flatten(tree, is_leaf=None):
    """(leaves, structure)."""
    return native.flatten(tree, is_leaf)


def tree_unflatten(treedef, leaves):
    """The tree of that structure with these leaves."""
    return native.unflatten(treedef, leaves)


def tree_leaves(tree, is_leaf=None):
    return native.flatten(tree, is_leaf)[0]


def tree_structure(tree, is_leaf=None):
    return native.flatten(tree, is_leaf)[1]


def _leaves_up_to(treedef, tree, full, is_leaf):
    try:
        return treedef.flatten_up_to(full)
    except ValueError:
        from jax._src.differences import prefix_errors
        for text in prefix_errors("tree_map tree", tree, full, is_leaf):
            raise ValueError(text) from None
        raise


def tree_map(f, tree, *rest, is_leaf=None):
    """f of the corresponding leaves of trees."""
    leaves, treedef = native.flatten(tree, is_leaf)
    if not rest:
        return native.unflatten(treedef, [f(x) for x in leaves])
    columns = [leaves] + [_leaves_up_to(treedef, tree, r, is_leaf) for r in rest]
    return native.unflatten(treedef, [f(*xs) for xs in zip(*columns)])


KeyEntry = object
KeyPath = tuple
_none = object()


def tree_reduce(function, tree, initializer=_none, is_leaf=None):
    """The leaves combined from the left."""
    leaves = tree_leaves(tree, is_leaf)
    return functools.reduce(function, leaves) if initializer is _none else functools.reduce(function, leaves, initializer)


def tree_reduce_associative(operation, tree, *, identity=_none, is_leaf=None):
    """The leaves combined, first half with second half."""
    leaves = tree_leaves(tree, is_leaf)
    if not leaves and identity is _none:
        raise TypeError("Must specify identity for parallel reduction of empty sequence.")

    def combined(part):
        half = len(part) // 2
        return operation(combined(part[:half]), combined(part[half:])) if half else part[0]

    return combined(leaves) if leaves else identity


def _level(tree):
    kind, children, keys = native.level(tree)
    if kind == "leaf":
        raise ValueError(f"can't tree-flatten type: {type(tree)}")
    return kind, children, keys


def flatten_one_level(tree):
    """The children of a container, and what is known of it besides."""
    kind, children, keys = _level(tree)
    if kind == "custom":
        return tuple(children), native.flatten(tree, lambda x: x is not tree)[1]
    children = list(children) if kind == "list" else tuple(children)
    return children, tuple(keys) if kind == "dict" else type(tree) if kind == "namedtuple" else None


def flatten_one_level_with_keys(tree):
    """(key, child) pairs of a container, and what is known of it besides."""
    pairs = []
    _walk(tree, (), lambda x: x is not tree, pairs)
    return tuple((path[0], child) for path, child in pairs), flatten_one_level(tree)[1]


def is_tree_node(typ):
    """Whether objects of a type are containers."""
    return typ in (tuple, list, dict, type(None)) or typ in _nodes or (issubclass(typ, tuple) and hasattr(typ, "_fields"))


def tree_all(tree, *, is_leaf=None):
    return all(tree_leaves(tree, is_leaf))


def all_leaves(iterable, is_leaf=None):
    """Whether no item is a container."""
    return all(native.flatten(x, is_leaf)[1] == _LEAF for x in iterable)


def treedef_is_leaf(treedef):
    return treedef.num_nodes == 1 and treedef.num_leaves == 1


def treedef_children(treedef):
    return treedef.children()


def treedef_tuple(treedefs):
    return native.flatten(tuple(t.unflatten([0] * t.num_leaves) for t in treedefs), None)[1]


def tree_transpose(outer_treedef, inner_treedef, pytree_to_transpose):
    """An outer tree of inner trees as an inner tree of outer trees."""
    flat, treedef = native.flatten(pytree_to_transpose, None)
    inner = inner_treedef
    if inner is None:
        inner = native.flatten(outer_treedef.flatten_up_to(pytree_to_transpose)[0], None)[1]
    expected = outer_treedef.compose(inner)
    if treedef != expected:
        raise TypeError(f"Mismatch\n{expected}\n != \n{treedef}")
    n = inner.num_leaves
    rows = [flat[i:i + n] for i in range(0, len(flat), n)] if n else []
    columns = zip(*rows) if rows else [[] for _ in range(n)]
    return inner.unflatten([outer_treedef.unflatten(list(c)) for c in columns])


def tree_broadcast(prefix_tree, full_tree, is_leaf=None):
    """prefix_tree's leaves repeated over full_tree's structure."""
    treedef = native.flatten(full_tree, is_leaf)[1]
    return treedef.unflatten(native.broadcast_prefix(prefix_tree, full_tree, is_leaf))


def _walk(tree, path, is_leaf, out):
    if is_leaf is not None and (is_leaf(tree)):
        out.append((path, tree))
        return
    kind, children, keys = native.level(tree)
    if kind == "leaf":
        out.append((path, tree))
        return
    if kind == "custom" and keys is not None:
        children = list(keys(tree)[0])
        steps, children = [k for k, _ in children], [c for _, c in children]
    elif kind == "custom":
        steps = [FlattenedIndexKey(i) for i in range(len(children))]
    elif kind == "dict":
        steps = [DictKey(k) for k in keys]
    elif kind == "namedtuple":
        steps = [GetAttrKey(k) for k in keys]
    else:
        steps = [SequenceKey(i) for i in range(len(children))]
    for step, child in zip(steps, children):
        _walk(child, path + (step,), is_leaf, out)


def tree_leaves_with_path(tree, is_leaf=None):
    """(key path, leaf) pairs."""
    out = []
    _walk(tree, (), is_leaf, out)
    return out


def tree_flatten_with_path(tree, is_leaf=None):
    return tree_leaves_with_path(tree, is_leaf), tree_structure(tree, is_leaf)


def tree_map_with_path(f, tree, *rest, is_leaf=None):
    """f of a key path and the corresponding leaves."""
    pairs, treedef = tree_flatten_with_path(tree, is_leaf)
    columns = [[p for p, _ in pairs], [x for _, x in pairs]] + [treedef.flatten_up_to(r) for r in rest]
    return treedef.unflatten([f(*xs) for xs in zip(*columns)])


def keystr(keys, *, simple=False, separator=""):
    """A key path as text: ['a'][1].w"""
    if not simple:
        return separator.join([str(k) for k in keys])
    return separator.join([str(getattr(k, "key", getattr(k, "idx", getattr(k, "name", k)))) for k in keys])


def register_pytree_node(nodetype, flatten_func, unflatten_func, flatten_with_keys_func=None):
    """Makes objects of a class containers: flatten_func(obj) -> (children, aux), unflatten_func(aux, children)."""
    _register(nodetype, flatten_func, unflatten_func, flatten_with_keys_func)


def register_pytree_with_keys(nodetype, flatten_with_keys, unflatten_func, flatten_func=None):
    def flatten(obj):
        pairs, aux = flatten_with_keys(obj)
        return [child for _, child in pairs], aux

    _register(nodetype, flatten if flatten_func is None else flatten_func, unflatten_func, flatten_with_keys)


def register_pytree_node_class(cls):
    """Decorator: a class with tree_flatten and tree_unflatten."""
    _register(cls, lambda obj: obj.tree_flatten(), cls.tree_unflatten, None)
    return cls


def register_pytree_with_keys_class(cls):
    flatten = getattr(cls, "tree_flatten", None)
    register_pytree_with_keys(cls, lambda obj: obj.tree_flatten_with_keys(), cls.tree_unflatten,
                              None if flatten is None else lambda obj: obj.tree_flatten())
    return cls


def register_dataclass(nodetype, data_fields=None, meta_fields=None, drop_fields=()):
    """A dataclass as a container: data_fields are children, meta_fields belong to the structure."""
    if data_fields is None or meta_fields is None:
        from dataclasses import fields, is_dataclass
        if not is_dataclass(nodetype):
            raise TypeError("register_dataclass: data_fields and meta_fields are required when nodetype is not a dataclass.")
        chosen = [f for f in fields(nodetype) if f.init and f.name not in drop_fields]
        meta_fields = [f.name for f in chosen if f.metadata.get("static", False)]
        data_fields = [f.name for f in chosen if not f.metadata.get("static", False)]
    data, meta = tuple(data_fields), tuple(meta_fields)

    def flatten(obj):
        return [getattr(obj, name) for name in data], tuple(getattr(obj, name) for name in meta)

    def flatten_with_keys(obj):
        return [(GetAttrKey(name), getattr(obj, name)) for name in data], tuple(getattr(obj, name) for name in meta)

    def unflatten(aux, children):
        return nodetype(**dict(zip(data, children)), **dict(zip(meta, aux)))

    _register(nodetype, flatten, unflatten, flatten_with_keys)
    return nodetype


def register_static(cls):
    """A class whose objects are structure, without leaves."""
    _register(cls, lambda obj: ((), obj), lambda obj, _: obj, None)
    return cls


class Partial(functools.partial):
    """functools.partial as a container: its arguments are leaves."""


def _partial_flatten(p):
    return (p.args, p.keywords), p.func


_register(Partial, _partial_flatten, lambda func, xs: Partial(func, *xs[0], **xs[1]), None)
_LEAF = native.flatten(0, None)[1]


class _Registry:
    """The nodes of trees that are known: one registry has them all."""

    def flatten(self, tree, leaf_predicate=None):
        return tree_flatten(tree, leaf_predicate)

    def flatten_with_path(self, tree, leaf_predicate=None):
        return tree_flatten_with_path(tree, leaf_predicate)


default_registry = _Registry()
