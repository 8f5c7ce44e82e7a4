"""Sorting, searching, sets and counting."""

from collections import namedtuple

from _cjax import numpy as core
from jax import lax
from jax.numpy._util import broadcast_to, canonicalize_axis, check_arraylike, is_inexact, promote_args
from jax.numpy.indexing import where
from jax.numpy.ufuncs import less, less_equal

asarray = core.asarray


def _axis_of(a, axis):
    if axis is None:
        return lax.reshape(a, (a.size,)), 0
    return a, canonicalize_axis(axis, a.ndim)


def sort(a, axis=-1, *, kind=None, order=None, stable=True, descending=False):
    """Sorted along an axis; nan last (first if descending)."""
    (a,) = promote_args("sort", a)
    if kind is not None and not core.host():
        raise TypeError("'kind' argument to sort is not supported. Use stable=True or stable=False to specify sort stability.")
    if order is not None:
        raise ValueError("'order' argument to sort is not supported.")
    a, axis = _axis_of(a, axis)
    result = lax.sort(a, dimension=axis)
    return lax.rev(result, (axis,)) if descending else result


def argsort(a, axis=-1, *, kind=None, order=None, stable=True, descending=False):
    """The indices that would sort; equal elements keep their order."""
    (a,) = promote_args("argsort", a)
    if kind is not None and not core.host():
        raise TypeError("'kind' argument to argsort is not supported. Use stable=True or stable=False to specify sort stability.")
    a, axis = _axis_of(a, axis)
    index = lax.broadcasted_iota(core.canonicalize_dtype(int), a.shape, axis)
    if descending and stable:
        # Sorted backwards twice: once before, so that ties keep their order.
        _, found = lax.sort((lax.rev(a, (axis,)), lax.rev(index, (axis,))), dimension=axis, num_keys=1)
    else:
        _, found = lax.sort((a, index), dimension=axis, num_keys=1)
    return lax.rev(found, (axis,)) if descending else found


def lexsort(keys, axis=-1):
    """Indices that sort by the last key, then the one before, ..."""
    keys = [asarray(k) for k in keys]
    if len(keys) == 0:
        raise TypeError("need sequence of keys with len > 0 in lexsort")
    if any(k.shape != keys[0].shape for k in keys):
        raise ValueError("all keys need to be the same shape")
    axis = canonicalize_axis(axis, keys[0].ndim)
    index = lax.broadcasted_iota(core.canonicalize_dtype(int), keys[0].shape, axis)
    return lax.sort((*keys[::-1], index), dimension=axis, num_keys=len(keys))[-1]


def partition(a, kth, axis=-1):
    """The kth smallest element at its place, smaller ones before it in order, larger ones after it from the largest."""
    a, axis, kth = _partition_args("partition", a, kth, axis)
    ordered = sort(a, axis)
    return lax.concatenate([lax.slice_in_dim(ordered, 0, kth + 1, axis=axis),
                            lax.rev(lax.slice_in_dim(ordered, kth + 1, None, axis=axis), (axis,))], axis)


def argpartition(a, kth, axis=-1):
    """Indices: of the smaller elements in order, then of the larger ones as they come."""
    a, axis, kth = _partition_args("argpartition", a, kth, axis)
    upward = argsort(a, axis)
    rest = sort(lax.slice_in_dim(upward, kth + 1, None, axis=axis), axis)
    return lax.concatenate([lax.slice_in_dim(upward, 0, kth + 1, axis=axis), rest], axis)


def _partition_args(name, a, kth, axis):
    (a,) = promote_args(name, a)
    if a.dtype == bool:
        raise TypeError("neg does not accept dtype bool. Accepted dtypes are subtypes of integer, floating, complexfloating.")
    if core.issubdtype(a.dtype, core.complexfloating):
        raise NotImplementedError(f"jnp.{name} for complex dtype is not implemented.")
    axis = canonicalize_axis(axis, a.ndim)
    return a, axis, canonicalize_axis(kth, a.shape[axis])


def sort_complex(a):
    """The elements, as complex numbers, sorted along the last axis by real part, then by imaginary part."""
    return sort(core.astype(asarray(a), core.result_type(asarray(a).dtype, core.complex64)), -1)


def searchsorted(a, v, side="left", sorter=None, *, method="scan"):
    """Where v would be inserted into sorted a (int32)."""
    if side not in ("left", "right"):
        raise ValueError(f"invalid argument side={side!r}, expected 'left' or 'right'")
    a, v = core.promote_dtypes("searchsorted", a, v)
    if a.ndim != 1:
        raise ValueError("a should be 1-dimensional")
    if sorter is not None:
        a = a[sorter]
    n = a.shape[0]
    low = lax.full(v.shape, 0, core.int32)
    if n == 0:
        return low
    high = lax.full(v.shape, n, core.int32)
    two = lax.full(v.shape, 2, core.int32)
    for _ in range(n.bit_length()):
        middle = lax.div(lax.add(low, high), two)
        here = a[middle]
        # nan sorts last: v goes right of here unless v <= here (left) / v < here (right).
        smaller = less(v, here) if side == "right" else less_equal(v, here)
        if is_inexact(v):
            here_nan, v_nan = lax.ne(here, here), lax.ne(v, v)
            nan_rule = lax.bitwise_and(here_nan, lax.bitwise_not(v_nan)) if side == "right" else here_nan
            smaller = lax.bitwise_or(smaller, nan_rule)
        active = lax.lt(low, high)
        high = lax.select(lax.bitwise_and(active, smaller), middle, high)
        up = lax.bitwise_and(active, lax.bitwise_not(smaller))
        low = lax.select(up, lax.add(middle, lax.full(v.shape, 1, core.int32)), low)
    return low


def digitize(x, bins, right=False, *, method=None):
    """The number of the bin that each x falls into; bins may decrease."""
    x, bins = asarray(x), asarray(bins)
    if bins.ndim != 1:
        raise ValueError(f"digitize: bins must be a 1-dimensional array; got bins=JitTracer({bins.dtype}["
                         f"{','.join(str(n) for n in bins.shape)}])")
    if bins.shape[0] == 0:
        return lax.full(x.shape, 0, core.int32)
    side = "left" if right else "right"
    up = searchsorted(bins, x, side=side)
    down = lax.sub(lax.full(x.shape, bins.shape[0], core.int32),
                   searchsorted(bins[::-1], x, side=side))
    return where(bins[-1] >= bins[0], up, down)


def bincount(x, weights=None, minlength=0, *, length=None):
    """How often each non-negative integer occurs (or the sum of its weights)."""
    (x,) = promote_args("bincount", x)
    if is_inexact(x):
        raise TypeError(f"x argument to bincount must have an integer type; got {x.dtype}")
    if x.ndim != 1:
        raise ValueError("only 1-dimensional input supported.")
    minlength = int(minlength)
    if length is None:
        if x.shape[0] == 0:
            length = minlength
        else:
            top = core.concrete(lax.reduce_max(x, (0,)), "The error occurred because of argument 'x' of jnp.bincount. To "
                                "avoid this error, pass a static `length` argument.")
            length = max(minlength, int(top) + 1)
    if weights is not None and core.issubdtype(core.result_type(weights), core.bool_):
        raise TypeError("add does not accept dtype bool at position 0. Accepted dtypes at position 0 are subtypes of integer, "
                        "floating, complexfloating.")
    if weights is None:
        weights = lax.full((), 1, core.canonicalize_dtype(int))
    else:
        weights = asarray(weights)
        if weights.shape != x.shape:
            raise ValueError("shape of weights must match shape of x.")
    x = lax.max(x, lax.full_like(x, 0)) if core.issubdtype(x.dtype, core.signedinteger) else x
    return lax.full((length,), 0, weights.dtype).at[x].add(weights, mode="drop")


def _unique_sorted(a, axis):
    """a (moved so that axis is first) sorted, its sort order, and which rows differ from the one before."""
    if a.ndim == 1:
        index = lax.iota(core.canonicalize_dtype(int), a.shape[0])
        ordered, order = lax.sort((a, index), dimension=0, num_keys=1)
        both_nan = lax.bitwise_and(lax.ne(ordered[1:], ordered[1:]), lax.ne(ordered[:-1], ordered[:-1]))
        new = lax.bitwise_and(lax.ne(ordered[1:], ordered[:-1]), lax.bitwise_not(both_nan))
    else:
        rows = lax.reshape(a, (a.shape[0], a.size // max(a.shape[0], 1)))
        order = lexsort([rows[:, i] for i in range(rows.shape[1])][::-1], axis=0)
        ordered = a[order]
        sorted_rows = rows[order]
        new = lax.reduce_or(lax.ne(sorted_rows[1:], sorted_rows[:-1]), (1,))
    first = lax.full((min(1, a.shape[0]),), True, core.bool_)
    return ordered, order, lax.concatenate([first, new], 0)


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None, *, equal_nan=True, size=None,
           fill_value=None, sorted=True):
    """The sorted distinct elements (or slices along axis), where they first occur, and how often."""
    from jax.numpy.indexing import flatnonzero
    from jax.numpy.manipulation import moveaxis
    check_arraylike("unique", ar)
    shape, axis = core.shape(ar), axis if core.ndim(ar) or axis is None else canonicalize_axis(axis, 0)
    a = core.concrete_unless(lax.reshape(asarray(ar), shape or (1,)), size is not None, "The error arose for the first argument of jnp.unique(). To make "
                             "jnp.unique() compatible with JIT and other transforms, you can specify a concrete value for "
                             "the size argument, which will determine the output size.")
    if axis is None:
        a = lax.reshape(a, (a.size,))
    else:
        a = moveaxis(a, axis, 0)
    if not a.size and size and fill_value is None:
        raise ValueError("jnp.unique: for zero-sized input with nonzero size argument, fill_value must be specified")
    ordered, order, new = _unique_sorted(a, axis)
    n = a.shape[0]
    int_dtype = core.canonicalize_dtype(int)
    count = lax.reduce_sum(lax.convert_element_type(new, int_dtype), (0,))
    starts = flatnonzero(new, size=size)
    k = starts.shape[0]
    beyond = lax.ge(lax.iota(int_dtype, k), lax.broadcast_in_dim(count, (k,), ()))
    if not n and k:
        values = lax.full((k, *a.shape[1:]), fill_value, a.dtype)
        results = [values if axis is None else moveaxis(values, 0, axis)]
        results += [starts[:0]] * (return_index + return_inverse + return_counts)
        return results[0] if len(results) == 1 else tuple(results)
    values = ordered[starts]
    if size is not None and k:
        fill = values[0] if fill_value is None else core.astype(asarray(fill_value), a.dtype)
        mask = lax.reshape(beyond, (k,) + (1,) * (values.ndim - 1))
        values = where(mask, fill, values)
    if axis is not None:
        values = moveaxis(values, 0, axis)
    results = [values]
    if return_index:
        results.append(where(beyond, order[0] if size is not None else 0, order[starts]) if k else starts)
    if return_inverse:
        rank = lax.sub(lax.cumsum(lax.convert_element_type(new, int_dtype)), lax.full((n,), 1, int_dtype))
        inverse = lax.full((n,), 0, int_dtype).at[order].set(rank)
        results.append(lax.reshape(inverse, shape) if axis is None else inverse)
    if return_counts:
        ends = lax.concatenate([starts[1:], lax.full((min(1, k),), n, int_dtype)], 0)
        ends = where(lax.iota(int_dtype, k) == count - 1, n, ends)
        results.append(where(beyond, 0, ends - starts))
    return results[0] if len(results) == 1 else tuple(results)


def isin(element, test_elements, assume_unique=False, invert=False, *, method="auto"):
    """Whether each element is among test_elements."""
    element, tests = core.promote_dtypes("isin", element, test_elements)
    flat = lax.reshape(element, (element.size,))
    tests = lax.reshape(tests, (tests.size,))
    shape = (flat.shape[0], tests.shape[0])
    same = lax.eq(lax.broadcast_in_dim(flat, shape, (0,)), lax.broadcast_in_dim(tests, shape, (1,)))
    found = lax.reshape(lax.reduce_or(same, (1,)), element.shape)
    return lax.bitwise_not(found) if invert else found


in1d = isin


def _flat(*xs):
    return [lax.reshape(x, (x.size,)) for x in core.promote_dtypes("set operation", *xs)]


def union1d(ar1, ar2, *, size=None, fill_value=None):
    a, b = _flat(ar1, ar2)
    if size is None:
        a, b = (core.concrete(x, "The error arose in union1d()") for x in (a, b))
    return unique(lax.concatenate([a, b], 0), size=size, fill_value=fill_value)


def setdiff1d(ar1, ar2, assume_unique=False, *, size=None, fill_value=None):
    """The distinct elements of ar1 that are not in ar2, sorted."""
    check_arraylike("setdiff1d", ar1, ar2)
    a, b = (lax.reshape(asarray(x), (core.size(x),)) for x in (ar1, ar2))
    if size is None:
        a = core.concrete(a, "The error arose in setdiff1d()")
        a = a if assume_unique else unique(a)
        return a[isin(a, b, invert=True)]
    fill_value = 0 if fill_value is None else fill_value
    if a.size == 0:
        return lax.full((size,), fill_value, a.dtype)
    if assume_unique:
        return _chosen(a, isin(a, b, invert=True), size, fill_value)
    a = sort(a)
    return _chosen(a, isin(a, b, invert=True) & _first_of_equals(a), size, fill_value)


def _first_of_equals(a):
    """True at each element of a sorted vector that differs from the one before."""
    first = lax.full((min(1, a.shape[0]),), True, core.bool_)
    return lax.concatenate([first, lax.ne(a[1:], a[:-1])], 0)


def _chosen(a, mask, size, fill_value):
    """The first `size` elements where mask holds; fill_value (or else the first of them) fills up."""
    from jax.numpy.indexing import nonzero
    (places,) = nonzero(mask, size=size, fill_value=a.shape[0])
    fill = (a[places[0]] if size else a[:0]) if fill_value is None else core.astype(asarray(fill_value), a.dtype)
    return where(places < a.shape[0], a[lax.min(places, lax.full_like(places, max(a.shape[0] - 1, 0)))], fill)


def intersect1d(ar1, ar2, assume_unique=False, return_indices=False, *, size=None, fill_value=None):
    """The distinct elements that are in both, sorted; return_indices adds where they first occur in each."""
    a, b = _flat(ar1, ar2)
    count = {"size": size, "fill_value": fill_value}
    a_all, b_all = a, b
    if a.size == 0 or b.size == 0:
        common = lax.full((0 if size is None else size,), 0 if fill_value is None else fill_value, a.dtype)
        none = lax.full(common.shape, 0, core.canonicalize_dtype(int))
        return (common, none + a.size, none + b.size) if return_indices else common
    if size is None:
        a = a if assume_unique else unique(a)
        common = sort(a[isin(a, b)])
    else:
        a = sort(a)
        common = _chosen(a, isin(a, b) & _first_of_equals(a), **count)
    if not return_indices:
        return common
    first = lambda x: reductions_argmax(lax.eq(common[:, None], x[None, :]))
    return common, first(a_all), first(b_all)


def reductions_argmax(found):
    """Per row the place of the first True."""
    from jax.numpy.reductions import argmax
    return argmax(found, axis=1)


def setxor1d(ar1, ar2, assume_unique=False, *, size=None, fill_value=None):
    a, b = (unique(x) for x in _flat(ar1, ar2))
    both = lax.concatenate([a[isin(a, b, invert=True)], b[isin(b, a, invert=True)]], 0)
    return sort(both)


UniqueAll = namedtuple("_UniqueAllResult", ("values", "indices", "inverse_indices", "counts"))
UniqueCounts = namedtuple("_UniqueCountsResult", ("values", "counts"))
UniqueInverse = namedtuple("_UniqueInverseResult", ("values", "inverse_indices"))


def unique_all(x, /, *, size=None, fill_value=None):
    """The array standard's unique: values, where they first occur, inverse and counts; nans are distinct."""
    return UniqueAll(*unique(x, True, True, True, equal_nan=False, size=size, fill_value=fill_value))


def unique_counts(x, /, *, size=None, fill_value=None):
    """The distinct values and their counts."""
    return UniqueCounts(*unique(x, return_counts=True, equal_nan=False, size=size, fill_value=fill_value))


def unique_inverse(x, /, *, size=None, fill_value=None):
    """The distinct values, and for each element the place of its value among them."""
    return UniqueInverse(*unique(x, return_inverse=True, equal_nan=False, size=size, fill_value=fill_value))


def unique_values(x, /, *, size=None, fill_value=None):
    """The distinct values."""
    return unique(x, equal_nan=False, size=size, fill_value=fill_value)
