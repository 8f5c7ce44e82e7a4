"""export.py -- cjax.export: a function of JAX as a module of the cjax dialect."""
import re

import jax
import numpy as np
from jax._src.state.discharge import discharge_state

from . import rules_control, rules_expand, rules_index, rules_random, rules_window  # noqa: F401  (they fill RULES)
from .module import Module, Walk, count_calls, has_refs, returning
from .text import Value, quoted, type_of
from .trees import positional, trees_text
from .writer import Writer


class Exported:
    """A module: its text, its parameters (arrays by name), the names of its inputs and results."""

    def __init__(self, name, text, params, inputs, results):
        self.name, self.text, self.params = name, text, params
        self.inputs, self.results = inputs, results

    def save(self, path):
        """Writes PATH.mlir, and PATH.npz when there are parameters."""
        stem = str(path).removesuffix(".mlir")
        text = self.text
        if self.params:
            np.savez(stem + ".npz", **self.params)
            file = quoted(stem.rsplit("/", 1)[-1] + ".npz")
            text = text.replace("module {", f"module attributes {{cjax.params = {file}}} {{", 1)
        with open(stem + ".mlir", "w", encoding="utf-8") as f:
            f.write(text)


def export(function, *args, params=(), name=None, **kwargs):
    """Writes function(*args, **kwargs) as cjax.

    Arguments are arrays, pytrees of them, or jax.ShapeDtypeStructs.  `params` are the positions of
    the arguments whose arrays are parameters: they go into the data file, as do large arrays that
    the function closes over.  `name` is what the function is called in the module.
    """
    params = {params} if isinstance(params, int) else set(params)
    if any(not 0 <= i < len(args) for i in params):
        raise ValueError(f"params={sorted(params)}: the function has {len(args)} positional arguments")
    closed, shape = jax.make_jaxpr(lambda *a, **k: function(*a, **k), return_shape=True)(*args, **kwargs)
    if has_refs(closed.jaxpr):
        closed = discharge_state(closed)
    name = identifier(name or getattr(function, "__name__", "f"))
    module = Module()
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
    tail = ", ".join(f"{v.type} {{cjax.name = {quoted(label)}}}" for v, label in zip(results, outs))
    body = "\n".join("  " + line for line in [*writer.lines, returning(results)])
    trees = trees_text(function, args, kwargs, shape, list(module.data))
    marks = f"attributes {{cjax.entry = {quoted(name)}, cjax.trees = {quoted(trees)}}}"
    public = f"  func.func public @{name}({head}) -> ({tail}) {marks} {{\n{body}\n  }}\n"
    private = "".join("  " + line + "\n" for f in module.functions for line in f.splitlines())
    inputs = [identifier(label) for label, _, is_param in labels if not is_param]
    return Exported(name, "module {\n" + private + public + "}\n", data, inputs, outs)


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
        label = identifier(_path(path, "" if path else "result"))
        label = f"result{label}" if label.lstrip("_").isdigit() else label
        out.append(f"{label}_{len(out)}" if label in out else label)
    return out
