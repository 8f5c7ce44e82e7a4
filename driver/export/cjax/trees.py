"""trees.py -- how arguments and results are nested, as JSON for the manifest of a library.

A leaf is its position among the leaves; None is null; other containers are {"dict": {key: tree}}, {"tuple": [..]},
{"list": [..]}, {"namedtuple": name, "fields": {..}}, and {"class": name, "children": [..]} for registered classes.
"""
import json

import jax


def positional(function):
    """The names of a function's positional parameters."""
    code = getattr(getattr(function, "__wrapped__", function), "__code__", None)
    first = 1 if getattr(function, "__self__", None) is not None else 0  # a method's self
    return code.co_varnames[first:code.co_argcount] if code else ()


def trees_text(function, args, kwargs, result, hoisted):
    """hoisted: names of the parameters that the function closes over, which follow the arguments."""
    names, first, arguments = positional(function), 0, []
    named = [(names[i] if i < len(names) else f"arg{i}", x) for i, x in enumerate(args)]
    for name, value in [*named, *((k, kwargs[k]) for k in sorted(kwargs)), *((n, 0) for n in hoisted)]:
        n = jax.tree_util.tree_structure(value).num_leaves
        arguments.append({"name": name, "tree": _numbered(value, first)})
        first += n
    return json.dumps({"arguments": arguments, "result": _numbered(result, 0)})


def _numbered(tree, first):
    treedef = jax.tree_util.tree_structure(tree)
    return _describe(treedef, iter(range(first, first + treedef.num_leaves)))


def _describe(treedef, numbers):
    data = treedef.node_data()
    if data is None:
        return next(numbers) if treedef.num_leaves else None
    kind, keys = data
    inner = [_describe(child, numbers) for child in treedef.children()]
    if kind is type(None):
        return None
    if kind is dict:
        return {"dict": dict(zip(map(str, keys), inner))}
    if kind in (tuple, list):
        return {kind.__name__: inner}
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return {"namedtuple": kind.__name__, "fields": dict(zip(kind._fields, inner))}
    return {"class": kind.__name__, "children": inner}
