"""export.py -- cjax.export: a function of JAX as a module of the cjax dialect."""
import math
import re
import warnings

import jax
import numpy as np
from jax._src.state.discharge import discharge_state

from . import rules_control, rules_expand, rules_index, rules_random, rules_window  # noqa: F401  (they fill RULES)
from .module import CONSTANT_MOST, Module, Walk, count_calls, has_refs, returning
from .text import Value, quoted, type_of
from .trees import positional, trees_text
from .writer import Writer


class Exported:
    """A function: its text, its parameters (arrays by name), the names of its inputs and results."""

    def __init__(self, name, functions, params, inputs, results):
        self.name, self.functions, self.params = name, functions, params
        self.inputs, self.results = inputs, results

    @property
    def text(self):
        """The module with this function alone."""
        return f"module {{\n{self.functions}}}\n"

    def save(self, path):
        """Writes PATH.mlir, and PATH.npz when there are parameters."""
        save(path, self)


def save(path, *exported):
    """Writes PATH.mlir with several functions, and PATH.npz with the parameters of all."""
    stem, params = str(path).removesuffix(".mlir"), {}
    twice = [e.name for i, e in enumerate(exported) if e.name in [other.name for other in exported[:i]]]
    if twice:
        raise ValueError(f"cjax.save: two functions are called {twice[0]}: cjax.export(..., name=...) gives another name")
    for e in exported:
        for name, array in e.params.items():
            if not _same_bytes(params.setdefault(name, array), array):
                raise ValueError(f"cjax.save: the parameter {name} of {e.name} differs from another function's")
    head = "module {\n"
    if params:
        np.savez(stem + ".npz", **params)
        file = quoted(stem.rsplit("/", 1)[-1] + ".npz")
        head = f"module attributes {{cjax.params = {file}}} {{\n"
    with open(stem + ".mlir", "w", encoding="utf-8") as f:
        f.write(head + "".join(e.functions for e in exported) + "}\n")


def _same_bytes(a, b):
    return a is b or (a.dtype, a.shape) == (b.dtype, b.shape) and a.tobytes() == b.tobytes()


def export(function, *args, params=(), donate=(), name=None, constants=False, c_functions=(), **kwargs):
    """Writes function(*args, **kwargs) as cjax.

    Arguments are arrays, pytrees of them, or jax.ShapeDtypeStructs.  `params` are the positions of
    the arguments whose arrays are parameters: they go into the data file, as do large arrays that
    the function closes over; with `constants` these are part of the module instead, and so of a
    library.  `donate` are the positions of those whose memory results may take, in a library;
    donate_argnums of a jitted function says the same.  `name` is what the function is called in the
    module.  `c_functions` are the names of callbacks that are C functions, given by --link.
    """
    params, donate = _positions("params", params, args), _positions("donate", donate, args)
    closed, shape = jax.make_jaxpr(lambda *a, **k: function(*a, **k), return_shape=True)(*args, **kwargs)
    must, donated = _donated(closed.jaxpr, args, donate)
    if has_refs(closed.jaxpr):
        closed = discharge_state(closed)
    name = identifier(name or getattr(function, "__name__", "f"))
    module = Module(name, math.inf if constants else CONSTANT_MOST, c_functions)
    count_calls(module, closed.jaxpr)
    labels = _labels(function, args, kwargs, params)
    writer = Writer(module)
    values = [Value(f"%arg{i}", *type_of(v.aval)) for i, v in enumerate(closed.jaxpr.invars)]
    results = Walk(writer).closed(closed, values)
    data = {label: _data(leaf) for label, leaf, is_param in labels if is_param}
    hoisted = [v for v, _ in module.hoisted.values()]
    data.update(module.data)
    attrs = [(label, label if is_param else None) for label, _, is_param in labels]
    attrs += [(label, label) for label in module.data]
    head = _arguments([*values, *hoisted], attrs)
    outs = _results(jax.tree_util.tree_flatten_with_path(shape)[0])
    places = _places(name, values, (must, donated), results)
    tail = ", ".join(_result(*x) for x in zip(results, outs, places))
    body = "\n".join("  " + line for line in [*writer.lines, returning(results)])
    trees = trees_text(function, args, kwargs, shape, list(module.data))
    marks = f"attributes {{cjax.entry = {quoted(name)}, cjax.trees = {quoted(trees)}}}"
    public = f"  func.func public @{name}({head}) -> ({tail}) {marks} {{\n{body}\n  }}\n"
    private = "".join("  " + line + "\n" for f in module.functions for line in f.splitlines())
    inputs = [identifier(label) for label, _, is_param in labels if not is_param]
    return Exported(name, private + public, data, inputs, outs)


def _positions(what, given, args):
    positions = {given} if isinstance(given, int) else set(given)
    if any(not 0 <= i < len(args) for i in positions):
        raise ValueError(f"{what}={sorted(positions)}: the function has {len(args)} positional arguments")
    return positions


def _donated(jaxpr, args, donate):
    """The leaves of `donate`, and these with what a jitted function says of itself."""
    sizes = [jax.tree_util.tree_structure(a).num_leaves for a in args]
    must = {i + sum(sizes[:k]) for k in donate for i in range(sizes[k])}
    out = set(must)
    if len(jaxpr.eqns) == 1 and jaxpr.eqns[0].primitive.name == "jit":
        eqn = jaxpr.eqns[0]
        given = [v for v, d in zip(eqn.invars, eqn.params["donated_invars"]) if d]
        out |= {i for i, v in enumerate(jaxpr.invars) if any(v is g for g in given)}
    return must, sorted(out)


def _places(name, values, donations, results):
    """For each result the donated argument whose memory it may take, or None: the first of its type that is left."""
    must, donated = donations
    places, left = [], [(i, values[i].type) for i in donated]
    for r in results:
        found = [(i, t) for i, t in left if t == r.type][:1]
        left = [x for x in left if x not in found]
        places.append(found[0][0] if found else None)
    asked = [t for i, t in left if i in must]
    if asked:
        raise ValueError(f"cjax.export: no result of {name} has the type of the donated {asked[0]}")
    if left:  # as JAX does
        unused = ", ".join(t for _, t in left)
        warnings.warn(f"cjax.export: no result of {name} has the type of what donate_argnums donates: {unused}", stacklevel=3)
    return places


def _result(value, label, place):
    where = f", cjax.place = {quoted(str(place))}" if place is not None else ""
    return f"{value.type} {{cjax.name = {quoted(label)}{where}}}"


def identifier(text):
    """Text as a name that C takes."""
    text = re.sub(r"\W+", "_", text, flags=re.ASCII).strip("_") or "f"
    return "_" + text if text[0].isdigit() else text


def _labels(function, args, kwargs, params):
    """(name, leaf, is it a parameter) of each leaf of the arguments, in order."""
    known = positional(function)
    out = []
    for i, arg in enumerate(args):
        first = known[i] if i < len(known) else f"arg{i}"
        leaves = jax.tree_util.tree_flatten_with_path(arg)[0]
        out += [(_path(path, "" if i in params and path else first), leaf, i in params) for path, leaf in leaves]
    for key in sorted(kwargs):
        leaves = jax.tree_util.tree_flatten_with_path(kwargs[key])[0]
        out += [(_path(path, key), leaf, False) for path, leaf in leaves]
    return _distinct(out)


def _path(path, first):
    steps = [str(getattr(k, "key", getattr(k, "name", getattr(k, "idx", k)))).strip(".") for k in path]
    return "/".join([first] * bool(first) + steps)


def _distinct(labels):
    seen, out = set(), []
    for label, leaf, is_param in labels:
        unique, n = label, 1
        while identifier(unique) in seen:
            unique, n = f"{label}_{n}", n + 1
        seen.add(identifier(unique))
        out.append((unique, leaf, is_param))
    return out


def _data(leaf):
    if isinstance(leaf, jax.ShapeDtypeStruct):
        raise TypeError("parameters must be arrays, not ShapeDtypeStructs")
    if jax.dtypes.issubdtype(getattr(leaf, "dtype", None), jax.dtypes.prng_key):
        return np.asarray(jax.random.key_data(leaf))
    return np.asarray(leaf, dtype=jax.dtypes.canonicalize_dtype(np.asarray(leaf).dtype), order="C")


def _arguments(values, attrs):
    out = []
    for value, (label, param) in zip(values, attrs):
        extra = f"cjax.name = {quoted(identifier(label))}"
        if param is not None:
            extra += f", cjax.param = {quoted(param)}"
        out.append(f"{value.name}: {value.type} {{{extra}}}")
    return ", ".join(out)


def _results(leaves):
    """The name of each leaf of the result."""
    out = []
    for path, _ in leaves:
        label = identifier(_path(path, "" if path else "0"))
        stem = label.lstrip("_")
        label = "result" + stem if stem[:1].isdigit() else label  # as entries of programs are named
        out.append(f"{label}_{len(out)}" if label in out else label)
    return out
