"""Choosing elements: where, take, masks and the indices of what holds."""

import math

from _cjax import numpy as core
from jax import lax
from jax._src.custom import shown_jit
from jax.numpy._util import (broadcast_arrays, broadcast_shapes, broadcast_to, canonicalize_axis, check_arraylike,
                             is_bool, promote_args)

asarray = core.asarray


def where(condition, x=None, y=None, /, *, size=None, fill_value=None):
    """x where condition holds, y elsewhere; with one argument the indices where it holds."""
    if x is None and y is None:
        check_arraylike("where", condition)
        return nonzero(condition, size=size, fill_value=fill_value)
    if y is None:
        check_arraylike("where", condition, x, y)
    if x is None:
        raise ValueError("Either both or neither of the x and y arguments should be provided to jax.numpy.where, "
                         f"got {x} and {y}.")
    if size is not None or fill_value is not None:
        raise ValueError("size and fill_value arguments cannot be used in three-term where function.")
    check_arraylike("where", condition, x, y)
    return shown_jit(_where, condition, x, y)


def _where(condition, x, y):
    condition = asarray(condition)
    if not is_bool(condition):
        condition = lax.ne(condition, lax.full_like(condition, 0))
    x, y = core.promote_dtypes("where", x, y)
    shape = broadcast_shapes(condition.shape, x.shape, y.shape)
    if condition.ndim > 0:
        condition = broadcast_to(condition, shape)
    return lax.select(condition, broadcast_to(x, shape), broadcast_to(y, shape))


def select(condlist, choicelist, default=0):
    """The first choice whose condition holds."""
    if len(condlist) != len(choicelist):
        raise ValueError("condlist must have length equal to choicelist "
                         f"({len(condlist)} vs {len(choicelist)})")
    if not condlist:
        raise ValueError("condlist must be non-empty")
    result = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist)):
        result = where(condition, choice, result)
    return result


def piecewise(x, condlist, funclist, *args, **kw):
    """Functions (or numbers) applied where conditions hold; the last one elsewhere if there is one more."""
    (x,) = promote_args("piecewise", x)
    if not isinstance(condlist, (list, tuple)):
        many = core.ndim(condlist) > x.ndim or (core.ndim(condlist) == 1 and core.shape(condlist) != x.shape)
        condlist = list(condlist) if many else [condlist]
    condlist = list(condlist)
    if len(funclist) == len(condlist) + 1:
        result, funclist = funclist[-1], funclist[:-1]
    elif len(funclist) == len(condlist):
        result = 0
    else:
        raise ValueError(f"with {len(condlist)} condition(s), either {len(condlist)} or {len(condlist) + 1} functions "
                         f"are expected; got {len(funclist)}")
    value = lambda f: f(x, *args, **kw) if callable(f) else f
    result = lax.full_like(x, 0) + value(result)
    for condition, f in zip(condlist, funclist):
        result = where(condition, core.astype(asarray(value(f)), x.dtype), result)
    return core.astype(result, x.dtype)


def nonzero(a, *, size=None, fill_value=None):
    """The indices of the nonzero elements, one array per axis.  `size` makes the length static: cut or filled."""
    check_arraylike("nonzero", a)
    a = core.astype(asarray(a), core.bool_) if not is_bool(asarray(a)) else asarray(a)
    if a.ndim == 0:
        raise ValueError("Calling nonzero on 0d arrays is not allowed. Use jnp.atleast_1d(scalar).nonzero() instead.")
    flat = lax.reshape(a, (a.size,))
    int_dtype = core.canonicalize_dtype(int)
    if size is None:
        size = int(core.concrete(lax.reduce_sum(lax.convert_element_type(flat, int_dtype), (0,)),
                                 "The size argument of jnp.nonzero must be statically specified to use jnp.nonzero "
                                 "within JAX transformations."))
    if a.size == 0 or size == 0:
        return tuple(lax.full((size,), 0, int_dtype) for _ in a.shape)
    # The k-th true element is where the running count first reaches k + 1: scatter each index to its rank.
    rank = lax.sub(lax.cumsum(lax.convert_element_type(flat, int_dtype)), lax.full((a.size,), 1, int_dtype))
    place = lax.select(flat, rank, lax.full_like(rank, size))
    found = lax.full((size,), 0, int_dtype).at[place].set(lax.iota(int_dtype, a.size), mode="drop")
    count = lax.reduce_sum(lax.convert_element_type(flat, int_dtype), (0,))
    filled = lax.ge(lax.iota(int_dtype, size), lax.broadcast_in_dim(count, (size,), ()))
    indices = list(unravel_index(found, a.shape))
    if fill_value is None:
        fills = (0,) * a.ndim
    else:
        fills = fill_value if isinstance(fill_value, tuple) else (fill_value,) * a.ndim
    return tuple(where(filled, core.astype(asarray(f), int_dtype), i) for f, i in zip(fills, indices))


def flatnonzero(a, *, size=None, fill_value=None):
    a = asarray(a)
    return nonzero(lax.reshape(a, (a.size,)), size=size, fill_value=fill_value)[0]


def argwhere(a, *, size=None, fill_value=None):
    """The indices of the nonzero elements, one row each."""
    from jax.numpy.manipulation import stack
    a = asarray(a)
    if a.ndim == 0:
        found = nonzero(lax.reshape(a, (1,)), size=size, fill_value=fill_value)[0]
        return lax.full((found.shape[0], 0), 0, core.canonicalize_dtype(int))
    return stack(nonzero(a, size=size, fill_value=fill_value), axis=-1)


def take(a, indices, axis=None, out=None, mode=None, unique_indices=False, indices_are_sorted=False, fill_value=None):
    """Elements of a along an axis; out of bounds: nan or the extreme integer unless mode is clip or wrap."""
    check_arraylike("take", a, indices)
    given = indices
    a, indices = asarray(a), asarray(indices)
    if axis is None:
        a, axis = lax.reshape(a, (a.size,)), 0
    axis = canonicalize_axis(axis, a.ndim)
    n = a.shape[axis]
    if isinstance(given, int) and core.host() and mode in (None, "raise") and not -n <= given < n:
        raise IndexError(f"index {given} is out of bounds for axis {axis} with size {n}")
    if not core.issubdtype(indices.dtype, core.integer) and indices.dtype != bool:
        raise ValueError("indices must have an integer type")
    if mode == "raise":
        raise NotImplementedError("The 'raise' mode to jnp.take is not supported.")
    if mode not in (None, "fill", "wrap", "clip"):
        raise ValueError(f"Invalid mode '{mode}' for np.take")
    if n == 0 and indices.size:
        raise IndexError("Cannot do a non-empty jnp.take() from an empty axis.")
    if n == 0:
        return a
    if mode == "wrap":
        from jax.numpy.ufuncs import remainder
        indices, mode = remainder(indices, core.astype(asarray(n), indices.dtype)), "clip"
    elif mode == "clip":
        zero = lax.full_like(indices, 0)
        indices = lax.max(indices, zero)
    index = (slice(None),) * axis + (indices,)
    return a.at[index].get(mode="fill" if mode is None else mode, fill_value=fill_value,
                           unique_indices=unique_indices, indices_are_sorted=indices_are_sorted)


def _one_hot_along(arr, indices, axis):
    from jax.numpy import einsum
    hot = lax.eq(indices[..., None], lax.broadcasted_iota(indices.dtype, (*indices.shape, arr.shape[axis]), indices.ndim))
    if arr.ndim == 1:
        return einsum("...b,b->...", hot, arr, preferred_element_type=arr.dtype)
    names = "".join(chr(ord("a") + i) for i in range(axis))
    return einsum(f"{names}y...z,{names}z...->{names}y...", hot, arr, precision=lax.Precision.HIGHEST, preferred_element_type=arr.dtype)


def take_along_axis(arr, indices, axis=-1, mode=None, fill_value=None, *, wrap_negative_indices=None):
    """arr[..., indices[..., j, ...], ...]: indices along one axis, matching in the others."""
    check_arraylike("take_along_axis", arr, indices)
    arr, indices = asarray(arr), asarray(indices)
    if not core.issubdtype(indices.dtype, core.integer):
        raise TypeError(f"take_along_axis indices must be of integer type, got {indices.dtype}")
    if axis is None:
        arr, axis = lax.reshape(arr, (arr.size,)), 0
        if indices.ndim != 1:
            raise ValueError(f"take_along_axis indices must be 1D if axis=None, got shape {indices.shape}")
    if arr.ndim != indices.ndim:
        raise ValueError(f"indices and arr must have the same number of dimensions; {indices.ndim} vs. {arr.ndim}")
    axis = canonicalize_axis(axis, arr.ndim)
    size = arr.shape[axis]
    shape = broadcast_shapes(indices.shape, arr.shape[:axis] + (1,) + arr.shape[axis + 1:])
    if size == 0:
        return lax.full(shape, 0, arr.dtype)
    if wrap_negative_indices is None:
        wrap_negative_indices = mode != "promise_in_bounds"
    if wrap_negative_indices and not core.issubdtype(indices.dtype, core.unsignedinteger):
        indices = lax.select(indices < 0, indices + size, indices)
    if mode == "one_hot":
        return _one_hot_along(arr, indices, axis)
    along, whole, batch = [], [], []  # axes of arr: where it is squeezed, taken as a whole, of the indices too
    for i in range(arr.ndim):
        if i != axis:
            (whole if indices.shape[i] == 1 else along if arr.shape[i] == 1 else batch).append(i)
    places = [i for i in range(arr.ndim) if i not in whole]
    kept = [i for i in range(arr.ndim) if i not in along]
    sizes = tuple(arr.shape[i] if i in whole else min(arr.shape[i], 1) for i in kept)
    numbers = lax.GatherDimensionNumbers(
        offset_dims=tuple(whole), collapsed_slice_dims=(kept.index(axis),), start_index_map=(kept.index(axis),),
        operand_batching_dims=tuple(kept.index(i) for i in batch),
        start_indices_batching_dims=tuple(places.index(i) for i in batch))
    indices = lax.reshape(indices, tuple(shape[i] for i in places) + (1,))
    return lax.gather(lax.squeeze(arr, along), indices, numbers, sizes, mode="fill" if mode is None else mode, fill_value=fill_value)


def put_along_axis(arr, indices, values, axis, inplace=True, *, mode=None):
    if inplace:
        raise ValueError("jax.numpy.put_along_axis cannot modify arrays in-place, because JAX arrays are immutable. "
                         "Pass inplace=False to instead return an updated array.")
    arr, indices = asarray(arr), asarray(indices)
    axis = canonicalize_axis(axis, arr.ndim)
    index = tuple(indices if i == axis else lax.broadcasted_iota(indices.dtype, indices.shape, i)
                  for i in range(arr.ndim))
    return arr.at[index].set(values, mode=mode)


def choose(a, choices, out=None, mode="raise"):
    """choices[a], element by element."""
    from jax.numpy.manipulation import stack
    a = asarray(a)
    choices = broadcast_arrays(*core.promote_dtypes("choose", *choices))
    table = stack(choices)
    if mode == "raise":
        a = asarray(core.concrete(a, "The error occurred because jnp.choose was jit-compiled with mode='raise'. Use "
                                  "mode='wrap' or mode='clip' instead."))
        if a.size and (a.min() < 0 or a.max() >= len(choices)):
            raise ValueError("invalid entry in choice array")
        mode = "clip"
    if mode == "wrap":
        from jax.numpy.ufuncs import remainder
        a = remainder(a, len(choices))
    else:
        from jax.numpy.ufuncs import clip
        a = clip(a, 0, len(choices) - 1)
    shape = broadcast_shapes(a.shape, table.shape[1:])
    a = broadcast_to(a, shape)
    table = broadcast_to(table, (len(choices),) + shape)
    return table[(a,) + tuple(lax.broadcasted_iota(core.int32, shape, i) for i in range(len(shape)))]


def compress(condition, a, axis=None, *, size=None, fill_value=0, out=None):
    """The slices of a along axis where condition holds, and zeros: as many as size says, the rest fill_value."""
    if out is not None:
        raise NotImplementedError("The 'out' argument to jnp.compress is not supported.")
    check_arraylike("compress", condition, a)
    condition, a = core.astype(asarray(condition), core.bool_), asarray(a)
    if condition.ndim != 1:
        raise ValueError("condition must be a 1D array")
    if axis is None:
        a, axis = lax.reshape(a, (a.size,)), 0
    axis = canonicalize_axis(axis, a.ndim)
    n = min(condition.shape[0], a.shape[axis])
    if size is not None and not 0 < size <= n:
        raise ValueError("size must be positive and not greater than the size of the array axis; got "
                         f"size={size} for a.shape[axis]={n}")
    (index,) = nonzero(condition[:n], size=size, fill_value=n)
    picked = a[(slice(None),) * axis + (index,)]
    if size is None:
        return picked
    beyond = (index >= n).reshape((1,) * axis + (size,) + (1,) * (a.ndim - axis - 1))
    return where(beyond, core.astype(asarray(fill_value), a.dtype), picked)


def extract(condition, arr, *, size=None, fill_value=0):
    """The elements where condition holds, in one vector."""
    condition, arr = asarray(condition), asarray(arr)
    return compress(lax.reshape(condition, (condition.size,)), lax.reshape(arr, (arr.size,)), 0, size=size,
                    fill_value=fill_value)


def unravel_index(indices, shape):
    """Flat indices as one index array per axis."""
    indices = asarray(indices)
    shape = tuple(int(n) for n in shape) if isinstance(shape, (tuple, list)) else (int(shape),)
    from jax.numpy.ufuncs import clip, remainder, floor_divide
    total = 1
    for n in shape:
        total *= n
    indices = clip(where(indices < 0, indices + total, indices), 0, max(total - 1, 0))
    result = []
    for n in reversed(shape):
        result.append(remainder(indices, n))
        indices = floor_divide(indices, n)
    return tuple(reversed(result))


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """One index array per axis as flat indices."""
    from jax.numpy.ufuncs import clip, remainder
    arrays = [asarray(i) for i in multi_index]
    if len(arrays) != len(dims):
        raise AssertionError(f"len(multi_index)={len(arrays)} != len(dims)={len(dims)}")
    if mode == "raise":
        mode = "clip"
        why = ("The error occurred because ravel_multi_index was jit-compiled with mode='raise'. Use mode='wrap' or "
               "mode='clip' instead.")
        for i, n in zip(arrays, dims):
            i = asarray(core.concrete(i, why))
            if i.size and (i.min() < 0 or i.max() >= n):
                raise ValueError("invalid entry in coordinates array")
    result = 0
    for i, n in zip(arrays, dims) if order == "C" else zip(reversed(arrays), reversed(dims)):
        i = clip(i, 0, n - 1) if mode == "clip" else remainder(i, n)
        result = result * n + i
    return result


def _place(i, n):
    if core.host() and not -n <= i < n:
        raise IndexError(f"index {i} is out of bounds for axis 0 with size {n}")
    return canonicalize_axis(i, n)


def delete(arr, obj, axis=None, *, assume_unique_indices=False):
    """arr without the elements at some indices."""
    check_arraylike("delete", arr, *([] if isinstance(obj, slice) or not isinstance(arr, core.ndarray) else [obj]))
    arr = asarray(arr)
    if axis is None:
        arr, axis = lax.reshape(arr, (arr.size,)), 0
    axis = canonicalize_axis(axis, arr.ndim)
    n = arr.shape[axis]
    if isinstance(obj, slice):
        gone = set(range(n)[obj])
    elif assume_unique_indices:
        return _delete_unique(arr, asarray(obj), axis)
    else:
        if isinstance(obj, float) or core.issubdtype(asarray(obj).dtype, core.inexact):
            dtype = "float64" if isinstance(obj, float) else asarray(obj).dtype
            raise ValueError(f"np.delete(arr, obj): got obj.dtype={dtype}; must be integer or bool.")
        values = core.concrete(asarray(obj), "jnp.delete: the indices must be known")
        values = values.tolist() if core.ndim(values) else [values]
        gone = {i for i, v in enumerate(values) if v} if values and isinstance(values[0], bool) else {
            _place(i, n) for i in values}
    keep = [i for i in range(n) if i not in gone]
    return arr[(slice(None),) * axis + (asarray(keep, core.int32),)]


def _delete_unique(arr, obj, axis):
    """arr without the elements at indices that differ, whose values need not be known."""
    from jax.numpy.sorting import sort
    if not core.issubdtype(obj.dtype, core.integer):
        raise ValueError("np.delete with assume_unique_indices=True requires integer indices")
    n = arr.shape[axis]
    obj = lax.reshape(obj, (obj.size,))
    obj = sort(where(obj < 0, obj + n, obj))
    kept = lax.iota(obj.dtype, n - obj.shape[0])
    # Each index that is left moves past the deleted ones at or below it.
    below = obj - lax.iota(obj.dtype, obj.shape[0])
    moved = kept + lax.reduce_sum(core.astype(kept[:, None] >= below[None, :], obj.dtype), (1,))
    return arr[(slice(None),) * axis + (moved,)]


def insert(arr, obj, values, axis=None):
    """arr with values put in before some indices."""
    from jax.numpy.manipulation import concatenate
    check_arraylike("insert", arr, 0 if isinstance(obj, slice) else obj, values)
    arr = asarray(arr)
    values = core.astype(asarray(values), arr.dtype)
    if axis is None:
        arr, axis = lax.reshape(arr, (arr.size,)), 0
    axis = canonicalize_axis(axis, arr.ndim)
    n = arr.shape[axis]
    obj = list(range(n)[obj]) if isinstance(obj, slice) else obj
    places = core.concrete(asarray(obj), "jnp.insert: the indices must be known")
    scalar = core.ndim(places) == 0
    places = [places] if scalar else places.tolist()
    places = [p + n if p < 0 else p for p in places]
    if scalar:
        if values.ndim == 0:
            count = 1
        elif values.ndim < arr.ndim or arr.ndim == 1:
            count = values.shape[0] if arr.ndim == 1 else 1
        else:
            count = values.shape[axis]
        places = places * count
    shape = arr.shape[:axis] + (len(places),) + arr.shape[axis + 1:]
    if scalar and arr.ndim > 1 and 0 < values.ndim < arr.ndim:
        values = lax.expand_dims(values, (axis,))
    values = broadcast_to(values, shape)
    order = sorted(range(len(places)), key=lambda i: places[i])
    source, taken = [], 0
    for i in range(n + 1):
        while taken < len(order) and places[order[taken]] == i:
            source.append(n + order[taken])
            taken += 1
        if i < n:
            source.append(i)
    joined = concatenate([arr, values], axis)
    return joined[(slice(None),) * axis + (asarray(source, core.int32),)]


def fill_diagonal(a, val, wrap=False, *, inplace=True):
    if inplace:
        raise NotImplementedError("JAX arrays are immutable, must use inplace=False")
    if wrap:
        raise NotImplementedError("wrap=True is not implemented, must use wrap=False")
    a = asarray(a)
    n = min(a.shape)
    i = lax.iota(core.int32, n)
    values = val if core.ndim(val) == 0 else _repeated(val, n).astype(a.dtype)
    return a.at[(i,) * a.ndim].set(values)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """func1d of each 1-d slice along an axis."""
    from jax import vmap
    from jax.numpy.manipulation import moveaxis
    arr = asarray(arr)
    axis = canonicalize_axis(axis, arr.ndim)
    f = lambda x: func1d(x, *args, **kwargs)
    for i in range(1, arr.ndim - axis):
        f = vmap(f, in_axes=i, out_axes=-1)
    for i in range(axis):
        f = vmap(f, in_axes=0, out_axes=0)
    return f(arr)


def apply_over_axes(func, a, axes):
    """func(a, axis) for each axis in turn; axes that it drops are kept with length 1."""
    from jax.numpy.manipulation import expand_dims
    a = asarray(a)
    for axis in axes:
        b = func(a, axis)
        if b.ndim == a.ndim:
            a = b
        elif b.ndim == a.ndim - 1:
            a = expand_dims(b, axis)
        else:
            raise ValueError("function is not returning an array of the correct shape")
    return a


def _repeated(v, n):
    """The first n of v's elements, from the beginning again where it has fewer."""
    v = asarray(v).reshape(-1)
    return v[lax.iota(core.int32, n) % v.shape[0]]


def put(a, ind, v, mode=None, *, inplace=True):
    """a with v's elements (repeated as needed) at the flat indices ind."""
    if inplace:
        raise ValueError("jax.numpy.put cannot modify arrays in-place, because JAX arrays are immutable. "
                         "Pass inplace=False to instead return an updated array.")
    check_arraylike("put", a, ind, v)
    a, ind = asarray(a), asarray(ind).reshape(-1)
    if not a.size or not ind.size or not core.size(v):
        return a
    if mode == "clip":
        ind = lax.clamp(lax.full_like(ind, 0), ind, lax.full_like(ind, a.size - 1))
    elif mode == "wrap":
        ind = ind % a.size
    elif mode == "raise":
        raise NotImplementedError("The 'raise' mode to jnp.put is not supported.")
    elif mode is not None:
        raise ValueError(f"mode should be one of 'wrap' or 'clip'; got mode={mode!r}")
    else:
        ind = lax.clamp(0, where(ind < 0, ind + a.size, ind), a.size - 1)
    values = _repeated(v, ind.shape[0]).astype(a.dtype)
    return a.reshape(-1).at[ind].set(values, mode="drop").reshape(a.shape)


def place(arr, mask, vals, *, inplace=True):
    """arr with vals' elements, repeated as needed, at the places where mask is true."""
    if inplace:
        raise ValueError("jax.numpy.place cannot modify arrays in-place, because JAX arrays are immutable. "
                         "Pass inplace=False to instead return an updated array.")
    check_arraylike("place", arr, mask, vals)
    arr, mask, vals = asarray(arr), asarray(mask), asarray(vals).reshape(-1)
    if arr.size != mask.size:
        raise ValueError("place: arr and mask must be the same size")
    if not vals.size:
        raise ValueError("Cannot place values from an empty array")
    if not arr.size:
        return arr
    flat = mask.reshape(-1).astype(core.bool_)
    order = lax.cumsum(flat.astype(core.int32)) - 1
    chosen = vals[order % vals.shape[0]].astype(arr.dtype)
    return where(flat, chosen, arr.reshape(-1)).reshape(arr.shape)
