"""Operations over a named axis of vmap, made of three: the sum, all elements, the index."""

from _cjax import transform as native
from _cjax import lax as native_lax
from jax._src.vmap import axis_text, bound_axes
from jax.tree_util import tree_leaves, tree_map


def _names(axis_name, function=None):
    """The names, each bound by a vmap around."""
    names = axis_name if isinstance(axis_name, (tuple, list)) else (axis_name,)
    for n in names:
        if n not in bound_axes:
            if function is None:
                raise NameError(f"unbound axis name: {n}")
            raise NameError(f"Found an unbound axis name: {n}. To fix this, please call {function} under `jax.shard_map`.")
    return names


def _one(axis_name):
    names = _names(axis_name)
    if len(names) != 1:
        raise NotImplementedError("an operation over several named axes at once: apply it to one after the other")
    return names[0]


def _no_groups(axis_index_groups):
    if axis_index_groups is not None:
        raise NotImplementedError("axis_index_groups not supported in vmap collectives. Please open a feature request!")


def _gathered(x, name):
    return native.all_gather(x, axis_text(name), bound_axes[name][-1])


def axis_size(axis_name):
    """How many elements the named axes have."""
    n = 1
    for name in _names(axis_name):
        n *= bound_axes[name][-1]
    return n


def axis_index(axis_name):
    """The index of this element along the named axes."""
    index = None
    for name in _names(axis_name, "axis_index"):
        i = native.axis_index(axis_text(name))
        index = i if index is None else index * bound_axes[name][-1] + i
    return index


def psum(x, axis_name, *, axis_index_groups=None):
    """The sum over the named axes, of each leaf."""
    names = _names(axis_name, "psum" if any(native.is_staged(leaf) for leaf in tree_leaves(x)) else None)
    _no_groups(axis_index_groups)

    def one(leaf):
        if not native.is_staged(leaf):
            return leaf * axis_size(axis_name)
        aval = native.aval(leaf)
        if str(aval.dtype) == "bool":
            from jax.numpy import int32
            leaf = native_lax.convert_element_type(leaf, int32)
        for n in reversed(names):
            leaf = native.psum(leaf, axis_text(n))
        return leaf

    return tree_map(one, x)


def pmean(x, axis_name, *, axis_index_groups=None):
    """The mean over the named axes, of each leaf."""
    total, n = psum(x, axis_name, axis_index_groups=axis_index_groups), axis_size(axis_name)
    return tree_map(lambda v: v / n, total)


def _reduced(x, axis_name, reduce):
    def one(leaf):
        leaf = native.array(leaf)
        for n in reversed(_names(axis_name)):
            leaf = reduce(_gathered(leaf, n), (0,))
        return leaf

    return tree_map(one, x)


def pmax(x, axis_name, *, axis_index_groups=None):
    """The maximum over the named axes, of each leaf."""
    _no_groups(axis_index_groups)
    return _reduced(x, axis_name, native_lax.reduce_max)


def pmin(x, axis_name, *, axis_index_groups=None):
    """The minimum over the named axes, of each leaf."""
    _no_groups(axis_index_groups)
    return _reduced(x, axis_name, native_lax.reduce_min)


def all_gather(x, axis_name, *, axis_index_groups=None, axis=0, tiled=False):
    """The values of all elements, stacked along a new axis; along an old one if tiled."""
    _no_groups(axis_index_groups)
    import jax.numpy as jnp
    names = _names(axis_name)

    def one(leaf):
        leaf = native.array(leaf)
        out = leaf
        for n in reversed(names):
            out = _gathered(out, n)
        if len(names) > 1:
            out = out.reshape((axis_size(axis_name),) + leaf.shape)
        if not tiled:
            return jnp.moveaxis(out, 0, axis)
        out = jnp.moveaxis(out, 0, axis)
        shape = list(leaf.shape)
        shape[axis] *= axis_size(axis_name)
        return out.reshape(shape)

    return tree_map(one, x)


def _own_row(x, name):
    """The row of x for this element."""
    return native_lax.dynamic_index_in_dim(x, native.axis_index(axis_text(name)), 0, keepdims=False)


def psum_scatter(x, axis_name, *, scatter_dimension=0, axis_index_groups=None, tiled=False):
    """This element's part of the sum over the named axis."""
    _no_groups(axis_index_groups)
    import jax.numpy as jnp
    name, n = _one(axis_name), axis_size(axis_name)

    def one(leaf):
        total = jnp.moveaxis(native.psum(native.array(leaf), axis_text(name)), scatter_dimension, 0)
        if tiled:
            total = total.reshape((n, total.shape[0] // n) + total.shape[1:])
            return jnp.moveaxis(_own_row(total, name), 0, scatter_dimension)
        return _own_row(total, name)

    return tree_map(one, x)


def all_to_all(x, axis_name, split_axis, concat_axis, *, axis_index_groups=None, tiled=False):
    """Part i along split_axis goes to element i; what comes in is stacked along concat_axis."""
    _no_groups(axis_index_groups)
    import jax.numpy as jnp
    name, n = _one(axis_name), axis_size(axis_name)

    def one(leaf):
        leaf = native.array(leaf)
        if not tiled and leaf.shape[split_axis] != n:
            raise ValueError("all_to_all requires the size of the mapped axis axis_name to equal x.shape[split_axis], but they "
                             f"are {n} and {leaf.shape[split_axis]} respectively.")
        if not tiled:
            parts = _gathered(jnp.moveaxis(leaf, split_axis, 0), name)
            mine = native_lax.dynamic_index_in_dim(parts, native.axis_index(axis_text(name)), 1, keepdims=False)
            return jnp.moveaxis(mine, 0, concat_axis)
        if leaf.shape[split_axis] % n:
            raise ValueError(f"all_to_all requires the size of x.shape[split_axis] to be divisible by the size of the mapped axis "
                             f"axis_name, but they are {leaf.shape[split_axis]} and {n} respectively.")
        rows = jnp.moveaxis(leaf, split_axis, 0)
        parts = _gathered(rows.reshape((n, rows.shape[0] // n) + rows.shape[1:]), name)
        mine = native_lax.dynamic_index_in_dim(parts, native.axis_index(axis_text(name)), 1, keepdims=False)
        return jnp.concatenate([jnp.moveaxis(mine[i], 0, split_axis) for i in range(n)], concat_axis)

    return tree_map(one, x)


def ppermute(x, axis_name, perm):
    """The value of source for each (source, destination) of perm; zeros for other destinations."""
    import numpy
    import jax.numpy as jnp
    name, n = _one(axis_name), axis_size(axis_name)
    source = [-1] * n
    for s, d in perm:
        if not (0 <= s < n and 0 <= d < n):
            raise AssertionError("Permutation doesn't match the axis size!")
        source[d] = s
    if len({s for s, _ in perm}) < len(perm) or len({d for _, d in perm}) < len(perm):
        raise ValueError(f"ppermute sources and destinations must be unique, got {perm}.")

    def one(leaf):
        rows = _gathered(native.array(leaf), name)
        index = native_lax.dynamic_index_in_dim(jnp.array(source), native.axis_index(axis_text(name)), 0, keepdims=False)
        row = native_lax.dynamic_index_in_dim(rows, jnp.maximum(index, 0), 0, keepdims=False)
        return row if min(source) >= 0 else jnp.where(index >= 0, row, jnp.zeros_like(row))

    return tree_map(one, x)


def pshuffle(x, axis_name, perm):
    """Element i receives the value of element perm[i]."""
    if set(perm) != set(range(axis_size(axis_name))):
        raise ValueError(f"`perm` does not represent a permutation: {perm}")
    return ppermute(x, axis_name, list(zip(perm, range(len(perm)))))


def pswapaxes(x, axis_name, axis, *, axis_index_groups=None):
    """The named axis exchanged with an axis of x."""
    return all_to_all(x, axis_name, axis, axis, axis_index_groups=axis_index_groups)
