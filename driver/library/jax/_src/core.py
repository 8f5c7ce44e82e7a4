"""Shared by the transformations: leaves as arrays, their types and paths, functions and their results."""

from _cjax import transform as native
from jax.tree_util import keystr, tree_flatten, tree_leaves_with_path, tree_map

ShapedArray = native.ShapedArray


def wraps_like(wrapper, fun):
    """wrapper with fun's name and documentation, and fun as __wrapped__."""
    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        value = getattr(fun, name, None)
        if value is not None:
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = fun
    return wrapper


def check_callable(fun):
    if not callable(fun):
        raise TypeError(f"Expected a callable value, got {fun}")


def argument_paths(fun, args, kwargs):
    """For each leaf of (args, kwargs) what a message calls it: x, params['w'], args[1], kwargs['k']."""
    info = native.parameters(fun)
    names, npos = ((), 0) if info is None else (info[0][info[5]:], info[1] - info[5])
    paths = []
    for i, arg in enumerate(args):
        base = names[i] if i < npos else f"args[{i - npos}]" if info is not None and info[3] else f"args[{i}]"
        paths += [base + keystr(path) for path, _ in tree_leaves_with_path(arg)]
    for key in sorted(kwargs):
        base = key if key in names else f"kwargs[{key!r}]"
        paths += [base + keystr(path) for path, _ in tree_leaves_with_path(kwargs[key])]
    return paths


def bad_argument(fun, leaves, paths):
    """The TypeError of the first leaf that is no array."""
    for leaf, path in zip(leaves, paths):
        if native.aval(leaf) is None:
            return TypeError(
                f"Error interpreting argument to {fun} as an abstract array. The problematic value is of type "
                f"{type(leaf)} and was passed to the function at path {path}.\n"
                "This typically means that a jit-wrapped function was called with a non-array argument, and this "
                "argument was not marked as static using the static_argnums or static_argnames parameters of jax.jit.")
    return None


def jax_leaf(x):
    """x, or what its __jax_array__ gives."""
    convert = getattr(x, "__jax_array__", None)
    return x if convert is None else convert()


def leaves_of(fun, args, kwargs, named=True):
    """(arrays, avals, tree) of the arguments of a function about to be staged; named: what is no array is said by its path."""
    leaves, tree = tree_flatten((args, kwargs))
    avals = [native.aval(x) for x in leaves]
    if None in avals:
        leaves = [x if a is not None else jax_leaf(x) for x, a in zip(leaves, avals)]
        avals = [native.aval(x) for x in leaves]
        if None in avals and not named:
            x = leaves[avals.index(None)]
            raise TypeError(f"Argument '{x}' of type {type(x)} is not a valid JAX type")
        if None in avals:
            raise bad_argument(fun, leaves, argument_paths(fun, args, kwargs))
    return leaves, avals, tree


def arrays_of(fun, leaves, args, kwargs):
    """The leaves as jax arrays; OverflowError names the path of an int that is too large."""
    for x in leaves:
        if type(x) is int and not -0x80000000 <= x <= 0x7FFFFFFF:
            paths = argument_paths(fun, args, kwargs)
            return [native.array(x, path) for x, path in zip(leaves, paths)]
    return [native.array(x) for x in leaves]


def check_results(fun, transform, result, leaves):
    """The leaves of a function's result as arrays; TypeError for one that is none."""
    out = []
    for i, x in enumerate(leaves):
        if native.aval(x) is None:
            x = jax_leaf(x)
        if native.aval(x) is None:
            path = keystr(tree_leaves_with_path(result)[i][0])
            where = f" at output component {path}" if path else ""
            if transform == "grad":
                raise TypeError(f"Argument {x!r} of type {type(x)} is not a valid JAX type")
            raise TypeError(f"function {native.origin(fun)[1]} traced for {transform} returned a value of type "
                            f"{type(x)}{where}, which is not a valid JAX type")
        out.append(native.array(x))
    return out


def is_array(x):
    """x is an array or a run-time number: something that a staged function can give back."""
    return native.is_staged(x)


def shape_of(x):
    aval = native.aval(x)
    if aval is None:
        raise TypeError(f"Value {x!r} of type {type(x)} is not a valid JAX type")
    return aval.shape


def dtype_of(x):
    aval = native.aval(x)
    if aval is None:
        raise TypeError(f"Value {x!r} of type {type(x)} is not a valid JAX type")
    return aval.dtype


def is_inexact(aval):
    return aval.dtype.kind in "fcV" and not str(aval.dtype).startswith("key")


def typematch(a, b):
    """The same type but for the weak mark."""
    return a.shape == b.shape and a.dtype == b.dtype


def merge(count, positions, chosen, rest):
    """A list of count items: chosen at the positions, rest elsewhere."""
    chosen, rest = list(chosen), iter(rest)
    at = dict(zip(positions, chosen))
    return [at[i] if i in at else next(rest) for i in range(count)]


def said(tree):
    """A result as messages show it: arrays being staged by their types."""
    class Text:
        def __init__(self, x):
            self.text = native.aval(x).str_short() if is_array(x) else repr(x)

        def __repr__(self):
            return self.text

    return repr(tree_map(Text, tree))
