"""jax.vmap: a function of one element as a function of arrays of them."""

from _cjax import transform as native
from _cjax import tree as native_tree
from jax._src.core import argument_paths, check_callable, check_results, is_array, wraps_like
from jax._src.differences import prefix_errors
from jax._src.scoped import has_checks, watching
from jax.tree_util import keystr, tree_flatten, tree_flatten_with_path, tree_leaves, tree_unflatten


# name -> sizes of the axes of that name that are being mapped, innermost last
bound_axes = {}
# levels: sizes of the axes that are being mapped, innermost last; jits: how many jitted functions are
# being staged for one element of the innermost of them.  A dict, in which a value put back is no
# effect of what was staged meanwhile.
state = {"levels": (), "jits": 0}


def _is_none(x):
    return x is None


class PytreeLeaf:
    """What messages show in the place of a leaf."""

    __module__ = "jax._src.api_util"

    def __repr__(self):
        return "pytree leaf"


def flat_axes(name, tree, axes):
    """One axis for each leaf of the tree; axes may end earlier."""
    full = tree.unflatten([PytreeLeaf()] * tree.num_leaves)
    try:
        return native_tree.broadcast_prefix(axes, full, _is_none)
    except ValueError:
        args = name == "vmap in_axes" and isinstance(axes, tuple) and len(axes) == 2  # of (args, kwargs)
        found = list(prefix_errors(name, axes[0] if args else axes, full[0] if args else full, _is_none))
        details = "\n  ".join(found)
        raise ValueError(f"{name} specification must be a tree prefix of the corresponding value; \n  Mismatch details "
                         f"({len(found)} found):\n  {details}") from None


def _check_axes(in_axes, out_axes):
    if not (in_axes is None or type(in_axes) in (int, tuple)):
        raise TypeError("vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional arguments "
                        f"passed to the function, but got {in_axes}.")
    if not all(type(x) is int for x in tree_leaves(in_axes)):
        raise TypeError("vmap in_axes must be an int, None, or (nested) container with those types as leaves, but got "
                        f"{in_axes}.")
    if not all(type(x) is int for x in tree_leaves(out_axes)):
        raise TypeError("vmap out_axes must be an int, None, or (nested) container with those types as leaves, but got "
                        f"{out_axes}.")


def _axis_size(x, axis):
    aval = native.aval(x)
    if aval is None:
        raise TypeError(f"Argument '{x}' of type {type(x)} is not a valid JAX type")
    if not -aval.ndim <= axis < aval.ndim:
        rank = axis + 1 if axis >= 0 else -axis
        raise ValueError(f"vmap was requested to map its argument along axis {axis}, which implies that its rank should be "
                         f"at least {rank}, but is only {aval.ndim} (its shape is {aval.shape})")
    return aval.shape[axis]


def _mapped_size(fun, args, kwargs, leaves, axes, axis_size):
    if not leaves and axis_size is None:
        raise ValueError("vmap wrapped function must be passed at least one argument containing an array or axis_size must "
                         f"be specified, got empty *args={args} and **kwargs={kwargs}")
    sizes = [None if a is None else _axis_size(x, a) for x, a in zip(leaves, axes)]
    known = [n for n in sizes if n is not None] + ([] if axis_size is None else [axis_size])
    distinct = list(dict.fromkeys(known))
    if len(distinct) == 1:
        return distinct[0]
    if not distinct:
        raise ValueError("vmap must have at least one non-None value in in_axes or axis_size must be specified")
    raise ValueError(_inconsistent(fun, args, kwargs, leaves, axes, sizes, axis_size))


def _inconsistent(fun, args, kwargs, leaves, axes, sizes, axis_size):
    lines = ["vmap got inconsistent sizes for array axes to be mapped:\n"]
    names = ["argument " + p for p in argument_paths(fun, args, {})]
    names += ["kwargs" + keystr(p) for p, _ in tree_flatten_with_path(kwargs)[0]]
    counts = {}
    for n in sizes:
        if n is not None:
            counts[n] = counts.get(n, 0) + 1
    if axis_size is not None:
        lines.append(f"  * the `axis_size` argument was {axis_size};\n")
    for k, n in enumerate(sorted(counts, key=lambda n: -counts[n])):
        i = sizes.index(n)
        what = f"{names[i]} of type {native.aval(leaves[i]).str_short()}"
        if counts[n] == 1:
            lines.append(f"  * one axis had size {n}: axis {axes[i]} of {what};\n")
        else:
            lines.append(f"  * {'some' if k else 'most'} axes ({counts[n]} of them) had size {n}, e.g. axis {axes[i]} of {what};\n")
    return "".join(lines)[:-2]


class _Mapped:
    """fun staged for one element: which leaves of its results are arrays, and the other ones."""

    def __init__(self, fun, in_tree, leaves, axes, args, kwargs, axis_name, axis_size):
        mapped = [i for i, a in enumerate(axes) if a is not None]
        self.arrays = [native.array(leaves[i]) for i in mapped]
        self.in_axes = [axes[i] % leaves_rank for i, leaves_rank in
                        zip(mapped, [native.aval(x).ndim for x in self.arrays])]
        avals = [_element(native.aval(x), a) for x, a in zip(self.arrays, self.in_axes)]

        def body(*elements):
            full = list(leaves)
            for i, x in zip(mapped, elements):
                full[i] = x
            xs, keywords = in_tree.unflatten(full)
            result = fun(*xs, **keywords)
            self.leaves, self.out_tree = tree_flatten(result)
            for x in self.leaves:
                if native.aval(x) is None and not hasattr(x, "__jax_array__"):
                    raise TypeError(f"Output from batched function {x!r} with type {type(x)} is not a valid JAX type")
            arrays = check_results(fun, "vmap", result, self.leaves)
            self.at = [i for i, x in enumerate(self.leaves) if is_array(x)]
            return [arrays[i] for i in self.at], None

        paths = argument_paths(fun, args, kwargs)
        with _Level(axis_size):
            self.staged, _ = native.stage(body, avals, "vmap", "vmap", fun, [paths[i] for i in mapped], None,
                                          (axis_size, self.in_axes))
        self.avals = native.out_avals(self.staged)
        self.batched = native.batched(self.staged, [True] * len(mapped), axis_name)


class _Level:
    """A function is staged for one element of an axis."""

    def __init__(self, size):
        self.size = size

    def __enter__(self):
        self.levels, self.jits = state["levels"], state["jits"]
        state["levels"], state["jits"] = self.levels + (self.size,), 0

    def __exit__(self, *_):
        state["levels"], state["jits"] = self.levels, self.jits


class InJit:
    """A jitted function is staged."""

    def __enter__(self):
        state["jits"] += 1

    def __exit__(self, *_):
        state["jits"] -= 1


class Outside:
    """What is staged stands outside the innermost vmap."""

    def __enter__(self):
        self.levels = state["levels"]
        state["levels"] = self.levels[:-1]

    def __exit__(self, *_):
        state["levels"] = self.levels


class _NamedAxis:
    """The axis is known by its name while the function is staged."""

    def __init__(self, name, size):
        self.name, self.size = name, size

    def __enter__(self):
        if self.name is not None:
            bound_axes[self.name] = bound_axes.get(self.name, ()) + (self.size,)

    def __exit__(self, *_):
        if self.name is not None:
            outer = bound_axes.pop(self.name)[:-1]
            if outer:
                bound_axes[self.name] = outer


def _element(aval, axis):
    shape = aval.shape
    return native.make_aval(shape[:axis] + shape[axis + 1:], aval.dtype, aval.weak_type)


def _out_axes(m, out_axes):
    """The axes of the results that are arrays; those of the others are not mapped unless asked for."""
    axes = flat_axes("vmap out_axes", m.out_tree, out_axes)
    chosen = []
    for i, aval, batched in zip(m.at, m.avals, m.batched):
        axis = axes[i]
        if axis is None and batched:
            path = tree_flatten_with_path(tree_unflatten(m.out_tree, list(range(m.out_tree.num_leaves))))[0][i][0]
            raise ValueError(f"at vmap out_axes{keystr(path)}, got "
                             "axis spec None but output was batched on axis 0")
        if axis is not None and not -aval.ndim - 1 <= axis <= aval.ndim:
            raise ValueError(f"axis {axis} is out of bounds for array of dimension {aval.ndim + 1}")
        chosen.append(-1 if axis is None else axis % (aval.ndim + 1))
    return axes, chosen


def vmap(fun, in_axes=0, out_axes=0, axis_name=None, axis_size=None, spmd_axis_name=None):
    """fun mapped over the axes in_axes of its arguments (keywords: axis 0); its results are stacked along out_axes."""
    check_callable(fun)
    if isinstance(in_axes, list):
        in_axes = tuple(in_axes)
    _check_axes(in_axes, out_axes)

    def vmap_f(*args, **kwargs):
        if has_checks(fun):
            return watching[1].mapped(lambda f: vmap(f, in_axes, (out_axes, 0), axis_name, axis_size), fun, args, kwargs)
        if isinstance(in_axes, tuple) and len(in_axes) != len(args):
            raise ValueError("vmap in_axes must be an int, None, or a tuple of entries corresponding to the positional "
                             f"arguments passed to the function, but got len(in_axes)={len(in_axes)}, len(args)={len(args)}")
        leaves, in_tree = tree_flatten((args, kwargs))
        axes = flat_axes("vmap in_axes", in_tree, (in_axes, 0))
        size = _mapped_size(fun, args, kwargs, leaves, axes, axis_size)
        with _NamedAxis(axis_name, size):
            m = _Mapped(fun, in_tree, leaves, axes, args, kwargs, axis_text(axis_name), size)
        spec, chosen = _out_axes(m, out_axes)
        values = native.vmap(m.staged, m.arrays, m.in_axes, chosen, size, axis_text(axis_name))
        out = list(m.leaves)
        for i, x in zip(m.at, values):
            out[i] = x
        for i, x in enumerate(m.leaves):
            if i not in m.at and spec[i] is not None:
                out[i] = _repeat(x, size)
        return m.out_tree.unflatten(out)

    return wraps_like(vmap_f, fun)


def axis_text(name):
    """The name of an axis in the IR: any hashable object names an axis."""
    return name if name is None or isinstance(name, str) else repr(name)


def _repeat(x, size):
    from _cjax import lax
    return lax.broadcast(native.array(x), (size,))
