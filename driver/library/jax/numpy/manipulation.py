"""Changing the shape and order of arrays, joining, cutting, repeating, padding."""

from _cjax import numpy as core
from jax import lax
from jax.numpy._util import (broadcast_arrays, broadcast_shapes, broadcast_to, canonicalize_axes, canonicalize_axis,
                             check_arraylike)

asarray = core.asarray


def _check_sized(name, a):
    """JAX only warns of lists and tuples here."""
    try:
        check_arraylike(name, a)
    except TypeError as e:
        if not isinstance(a, (list, tuple)):
            raise
        import warnings
        warnings.warn(f"{e} In a future JAX release this will be an error.", DeprecationWarning, stacklevel=3)


def shape(a):
    _check_sized("shape", a)
    return core.shape(a)


def ndim(a):
    _check_sized("ndim", a)
    return core.ndim(a)


def size(a, axis=None):
    _check_sized("size", a)
    dims = core.shape(a)
    n = 1
    for d in canonicalize_axes(axis, len(dims)):
        n *= dims[d]
    return n


def astype(x, dtype, /, *, copy=False, device=None):
    """Elements converted to dtype."""
    check_arraylike("astype", x)
    return core.astype(asarray(x), dtype)


def reshape(a, shape, order="C", *, copy=None, out_sharding=None):
    """The same elements under another shape; one entry may be -1."""
    check_arraylike("reshape", a)
    a = asarray(a)
    new = core.reshape_sizes(a, shape)
    if order == "C":
        return lax.reshape(a, new)
    if order == "F":
        return transpose(lax.reshape(transpose(a), new[::-1]))
    if order == "A":
        raise NotImplementedError("np.reshape order=A is not implemented.")
    raise ValueError(f"Unexpected value for 'order' argument: {order}.")


def ravel(a, order="C", *, out_sharding=None):
    check_arraylike("ravel", a)
    return reshape(a, (core.size(a),), order)


def transpose(a, axes=None):
    """Axes permuted, or reversed."""
    check_arraylike("transpose", a)
    a = asarray(a)
    order = tuple(range(a.ndim))[::-1] if axes is None else tuple(canonicalize_axis(i, a.ndim) for i in axes)
    return lax.transpose(a, order)


def permute_dims(a, /, axes):
    """transpose, with the axes in their new order."""
    return transpose(a, tuple(axes))



def matrix_transpose(x, /):
    check_arraylike("matrix_transpose", x)
    if core.ndim(x) < 2:
        raise ValueError(f"x must be at least two-dimensional for matrix_transpose; got ndim={core.ndim(x)}")
    return swapaxes(x, -1, -2)


def swapaxes(a, axis1, axis2):
    check_arraylike("swapaxes", a)
    a = asarray(a)
    order = list(range(a.ndim))
    if not order:
        raise IndexError(f"index {axis1} is out of bounds for axis 0 with size 0")
    for axis in (axis1, axis2):
        if not -a.ndim <= axis < a.ndim:
            raise IndexError(f"index {axis} is out of bounds for axis 0 with size {a.ndim}")
    i, j = canonicalize_axis(axis1, a.ndim), canonicalize_axis(axis2, a.ndim)
    order[i], order[j] = order[j], order[i]
    return lax.transpose(a, order)


def _axes_of(axis, ndim):
    axes = axis if isinstance(axis, (tuple, list)) else (axis,)
    return tuple(canonicalize_axis(i, ndim) for i in axes)


def moveaxis(a, source, destination):
    """Axes of source at the positions of destination; the others keep their order."""
    check_arraylike("moveaxis", a)
    a = asarray(a)
    source, destination = _axes_of(source, a.ndim), _axes_of(destination, a.ndim)
    if len(source) != len(destination):
        raise ValueError(f"Inconsistent number of elements: {len(source)} vs {len(destination)}")
    order = [i for i in range(a.ndim) if i not in source]
    for place, axis in sorted(zip(destination, source)):
        order.insert(place, axis)
    return lax.transpose(a, order)


def rollaxis(a, axis, start=0):
    axis = canonicalize_axis(axis, core.ndim(a))
    start = start + core.ndim(a) if start < 0 else start
    return moveaxis(a, axis, start - 1 if axis < start else start)


def expand_dims(a, axis):
    """New axes of size 1."""
    check_arraylike("expand_dims", a)
    axis = (axis,) if not isinstance(axis, (tuple, list)) else tuple(axis)
    places = [canonicalize_axis(i, core.ndim(a) + len(axis)) for i in axis]
    if len(set(places)) != len(places):
        raise ValueError(f"repeated axis in lax.expand_dims: {axis}")
    return lax.expand_dims(asarray(a), places)


def squeeze(a, axis=None):
    """Without axes of size 1: all of them, or those given."""
    check_arraylike("squeeze", a)
    a = asarray(a)
    if axis is None:
        axis = tuple(i for i, n in enumerate(a.shape) if n == 1)
    return lax.squeeze(a, canonicalize_axes(axis, a.ndim))


def concatenate(arrays, axis=0, dtype=None):
    """Arrays one after the other along an axis; flattened first if axis is None."""
    if not hasattr(arrays, "__iter__"):
        raise TypeError(f"Value after * must be an iterable, not {type(arrays).__name__}")
    if hasattr(arrays, "shape"):
        arrays = list(arrays)
    if not len(arrays):
        raise ValueError("Need at least one array to concatenate.")
    if axis is None:
        return concatenate([ravel(a) for a in arrays], 0, dtype)
    if core.host():
        from numpy.differing import check_parts
        check_parts([asarray(a) for a in arrays], axis)
    arrays = core.promote_dtypes("concatenate", *arrays)
    if arrays[0].ndim == 0:
        raise ValueError("Zero-dimensional arrays cannot be concatenated.")
    axis = canonicalize_axis(axis, arrays[0].ndim)
    if dtype is not None:
        arrays = [lax.convert_element_type(a, dtype) for a in arrays]
    return lax.concatenate(arrays, axis)


def concat(arrays, /, *, axis=0):
    """concatenate, as the array standard has it."""
    return concatenate(arrays, axis)


def stack(arrays, axis=0, out=None, dtype=None):
    """Arrays of one shape along a new axis."""
    if hasattr(arrays, "shape"):
        arrays = list(arrays)
    if not len(arrays):
        raise ValueError("Need at least one array to stack.")
    check_arraylike("stack", *arrays)
    first = core.shape(arrays[0])
    if any(core.ndim(a) != len(first) for a in arrays):
        raise ValueError("Cannot stack arrays with different numbers of dimensions: got "
                         f"{', '.join(str(core.shape(a)) for a in arrays)}.")
    for a in arrays:
        if core.shape(a) != first:
            shapes = ", ".join(str(s) for s in dict.fromkeys(core.shape(a) for a in arrays))
            raise ValueError(f"All input arrays must have the same shape. Got {shapes}.")
    axis = canonicalize_axis(axis, len(first) + 1)
    whole = core.restack(arrays) if axis == 0 else None
    if whole is not None:
        return whole if dtype is None else whole.astype(dtype)
    return concatenate([expand_dims(a, axis) for a in arrays], axis, dtype)


def unstack(x, /, *, axis=0):
    """The slices along an axis, as a tuple."""
    check_arraylike("unstack", x)
    x = asarray(x)
    if x.ndim == 0:
        raise ValueError("Unstack requires arrays with rank > 0, however a scalar array was passed.")
    x = moveaxis(x, axis, 0)
    return tuple(x[i] for i in range(x.shape[0]))


def atleast_1d(*arrays):
    result = [a if a.ndim >= 1 else a.reshape(1) for a in (asarray(a) for a in arrays)]
    return result[0] if len(result) == 1 else result


def atleast_2d(*arrays):
    result = []
    for a in arrays:
        a = asarray(a)
        result.append(a if a.ndim >= 2 else a.reshape(1, -1))
    return result[0] if len(result) == 1 else result


def atleast_3d(*arrays):
    result = []
    for a in arrays:
        a = asarray(a)
        result.append(a.reshape(1, -1, 1) if a.ndim < 2 else a[:, :, None] if a.ndim == 2 else a)
    return result[0] if len(result) == 1 else result


def _check_iterable(tup):
    if not hasattr(tup, "__iter__"):
        raise TypeError(f"Value after * must be an iterable, not {type(tup).__name__}")


def vstack(tup, dtype=None):
    _check_iterable(tup)
    return concatenate([atleast_2d(a) for a in tup], 0, dtype)


def hstack(tup, dtype=None):
    _check_iterable(tup)
    arrays = [atleast_1d(a) for a in tup]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1, dtype)


def dstack(tup, dtype=None):
    return concatenate([atleast_3d(a) for a in tup], 2, dtype)


def column_stack(tup):
    arrays = [asarray(a) for a in tup]
    return concatenate([a if a.ndim >= 2 else atleast_2d(a).T for a in arrays], 1)


def append(arr, values, axis=None):
    if axis is None:
        return concatenate([ravel(arr), ravel(values)], 0)
    return concatenate([arr, values], axis)


def split(ary, indices_or_sections, axis=0):
    """Equal parts, or parts between the given indices."""
    return _split("split", ary, indices_or_sections, axis)


def array_split(ary, indices_or_sections, axis=0):
    return _split("array_split", ary, indices_or_sections, axis)


def _split(name, ary, sections, axis):
    (ary,) = core.promote_args(name, ary)
    if not -ary.ndim <= axis < ary.ndim:
        raise IndexError("tuple index out of range")
    axis = canonicalize_axis(axis, ary.ndim)
    n = ary.shape[axis]
    if core.ndim(sections) > 0:
        ends = [0] + [int(core.concrete(s, f"in jax.numpy.{name} argument 1")) for s in sections] + [n]
        sizes = [end - start for start, end in zip(ends[:-1], ends[1:])]
        if min(sizes) < 0:
            shown = ", ".join(f"np.int64({n})" for n in sizes)
            raise ValueError(f"Sizes passed to split must be nonnegative, got [{shown}]")
    else:
        parts = int(core.concrete(sections, f"in argument 1 of jax.numpy.{name}()"))
        small, rest = n // parts, n % parts
        if rest and name != "array_split":
            raise ValueError(f"array split does not result in an equal division: rest is {rest}")
        ends = [i * small + min(i, rest) for i in range(parts + 1)]
    return [lax.slice_in_dim(ary, start, max(start, end), axis=axis) for start, end in zip(ends[:-1], ends[1:])]


def hsplit(ary, indices_or_sections):
    return _split("hsplit", ary, indices_or_sections, 1 if core.ndim(ary) > 1 else 0)


def vsplit(ary, indices_or_sections):
    return _split("vsplit", ary, indices_or_sections, 0)


def tile(A, reps):
    """A repeated as a whole along each axis."""
    (A,) = core.promote_args("tile", A)
    reps = (reps,) if core.ndim(reps) == 0 else tuple(reps)
    reps = (1,) * (A.ndim - len(reps)) + tuple(reps)
    A = lax.reshape(A, (1,) * (len(reps) - A.ndim) + A.shape)
    if not all(hasattr(r, "__index__") for r in reps):
        shape = ", ".join(f"np.float64({float(r * n)})" for r, n in zip(reps, A.shape))
        raise TypeError("Shapes must be 1D sequences of concrete values of integer type, got "
                        f"({shape}{',' if len(reps) == 1 else ''}).")
    reps = tuple(int(r) for r in reps)
    wide, shape = [], []
    for r, n in zip(reps, A.shape):
        wide += [r, n]
        shape.append(r * n)
    out = lax.broadcast_in_dim(A, tuple(wide), tuple(range(1, 2 * A.ndim, 2)))
    return lax.reshape(out, tuple(shape))


def repeat(a, repeats, axis=None, *, total_repeat_length=None, out_sharding=None):
    """Each element repeated; repeats may differ from one to the next."""
    (a,) = core.promote_args("repeat", a)
    if axis is None:
        a, axis = ravel(a), 0
    axis = canonicalize_axis(axis, a.ndim)
    n = a.shape[axis]
    if core.ndim(repeats) == 0 and total_repeat_length is None:
        repeats = core.concrete(repeats, "When jit-compiling jnp.repeat, the total number of repeats must be static.")
        if not hasattr(repeats, "__index__"):
            types = [type(size) for size in a.shape[:axis] + (n, repeats) + a.shape[axis + 1:]]
            raise TypeError("broadcast_in_dim shape must have every element be an integer type, got "
                            f"({', '.join(str(t) for t in types)}).")
        repeats = int(repeats)
        shape = a.shape[:axis] + (n, repeats) + a.shape[axis + 1:]
        dims = tuple(i if i <= axis else i + 1 for i in range(a.ndim))
        return lax.reshape(lax.broadcast_in_dim(a, shape, dims), a.shape[:axis] + (n * repeats,) + a.shape[axis + 1:])
    repeats = ravel(asarray(repeats))
    if repeats.size not in (1, n):
        raise ValueError("operands could not be broadcast together with remapped shapes [original->remapped]: "
                         f"{repeats.shape}  and requested shape ({n},)")
    repeats = broadcast_to(repeats, (n,))
    if total_repeat_length is None:
        counts = core.concrete(repeats, "When jit-compiling jnp.repeat, the total number of repeats must be static.")
        index = [i for i, count in enumerate(counts.tolist()) for _ in range(count)]
        return lax_take(a, asarray(index, core.int32), axis)
    ends = lax.cumsum(lax.convert_element_type(repeats, core.int32))
    position = lax.iota(core.int32, total_repeat_length)
    later = lax.le(lax.broadcast_in_dim(ends, (n, total_repeat_length), (0,)),
                   lax.broadcast_in_dim(position, (n, total_repeat_length), (1,)))
    index = lax.reduce_sum(lax.convert_element_type(later, core.int32), (0,))
    return lax_take(a, lax.min(index, lax.full_like(index, max(n - 1, 0))), axis)


def lax_take(a, index, axis):
    return a[(slice(None),) * axis + (index,)]


def flip(m, axis=None):
    """Backwards along the axes."""
    check_arraylike("flip", m)
    m = asarray(m)
    return lax.rev(m, tuple(range(m.ndim)) if axis is None else _axes_of(axis, m.ndim))


def fliplr(m):
    return flip(m, 1)


def flipud(m):
    return flip(m, 0)


def rot90(m, k=1, axes=(0, 1)):
    if core.ndim(m) < 2:
        raise ValueError("rot90 requires its first argument to have ndim at least two, but got first argument of shape "
                         f"{core.shape(m)}, which has ndim {core.ndim(m)}")
    a, b = axes
    a, b = canonicalize_axis(a, core.ndim(m)), canonicalize_axis(b, core.ndim(m))
    if a == b:
        raise ValueError("Axes must be different")
    k = k % 4
    if k == 0:
        return asarray(m)
    if k == 2:
        return flip(flip(m, a), b)
    return swapaxes(flip(m, b), a, b) if k == 1 else flip(swapaxes(m, a, b), b)


def roll(a, shift, axis=None):
    """Elements moved along an axis, around its end."""
    (a,) = core.promote_args("roll", a)
    if axis is None:
        return lax.reshape(roll(ravel(a), shift, 0), a.shape)
    axes = canonicalize_axes(axis, a.ndim) if not isinstance(axis, (tuple, list)) else tuple(
        canonicalize_axis(i, a.ndim) for i in axis)
    shifts = list(shift) if core.ndim(shift) else [shift] * len(axes)
    axes = axes * len(shifts) if len(axes) == 1 else axes
    for s, i in zip(shifts, axes):
        n = a.shape[i]
        if n == 0:
            continue
        if isinstance(s, (int, float)):
            s = int(s) % n
            if s:
                a = lax.concatenate([lax.slice_in_dim(a, n - s, n, axis=i), lax.slice_in_dim(a, 0, n - s, axis=i)], i)
        else:
            from jax.numpy.ufuncs import remainder
            s = remainder(lax.convert_element_type(asarray(s), core.int32), n)
            a = lax.dynamic_slice_in_dim(lax.concatenate([a, a], i), n - s, n, i)
    return a


def broadcast_in_pairs(pad_width, ndim):
    """pad_width in any of NumPy's forms as ndim pairs of ints."""
    if isinstance(pad_width, dict):
        pairs = [(0, 0)] * ndim
        for axis, width in pad_width.items():
            pairs[axis] = (width, width) if isinstance(width, int) else tuple(width)
        return pairs
    if isinstance(pad_width, int):
        return [(pad_width, pad_width)] * ndim
    if isinstance(pad_width, float):
        raise TypeError("`pad_width` must be of integral type.")
    items = [tuple(int(i) for i in w) if isinstance(w, (tuple, list)) else int(w) for w in pad_width]
    if all(isinstance(i, int) for i in items):
        return [(items[0], items[-1])] * ndim
    items = [(w[0], w[-1]) for w in items]
    return items * ndim if len(items) == 1 else items


def _pad_pairs(pad_width, ndim):
    widths = [pad_width] if isinstance(pad_width, (int, float)) or isinstance(pad_width, dict) else list(pad_width)
    lengths = {len(w) if isinstance(w, (tuple, list)) else 0 for w in widths}
    nested = max(lengths, default=0)
    if len(lengths) > 1 or (nested != 2 or len(widths) not in (1, ndim)) if nested else len(widths) > 2:
        shape = (len(widths), nested) if nested else (len(widths),)
        raise ValueError(f"jnp.pad: pad_width with nd={ndim} has unsupported shape {shape}. Valid shapes are "
                         f"({ndim}, 2), (1, 2), (2,), (1,), or ().")
    return broadcast_in_pairs(pad_width, ndim)


def _pad_function(array, pairs, function, kwargs):
    from jax.numpy.indexing import apply_along_axis
    padded = _pad_constant(array, pairs, 0)
    for axis in range(padded.ndim):
        padded = apply_along_axis(function, axis, padded, pairs[axis], axis, kwargs)
    return padded


def _pad_statistic(array, pairs, mode, lengths):
    from jax.numpy import reductions, statistics
    statistic = {"maximum": reductions.amax, "mean": reductions.mean, "median": statistics.median,
                 "minimum": reductions.amin}[mode]
    lengths = [(None, None)] * array.ndim if lengths is None else broadcast_in_pairs(lengths, array.ndim)
    for axis, (before, after) in enumerate(pairs):
        n = array.shape[axis]
        front = lax.slice_in_dim(array, 0, n if lengths[axis][0] is None else min(lengths[axis][0], n), axis=axis)
        back = lax.slice_in_dim(array, 0 if lengths[axis][1] is None else max(n - lengths[axis][1], 0), n, axis=axis)
        values = []
        for part, count in ((front, before), (back, after)):
            value = statistic(part, axis=axis, keepdims=True)
            if core.issubdtype(array.dtype, core.integer) and core.issubdtype(value.dtype, core.floating):
                value = lax.round(value, lax.RoundingMethod.TO_NEAREST_EVEN)
            values.append(repeat(value.astype(array.dtype), count, axis=axis))
        array = lax.concatenate([values[0], array, values[1]], axis)
    return array


def _pad_ramp(array, pairs, ends):
    from jax.numpy.creation import linspace
    ends = broadcast_in_pairs(ends, array.ndim)
    for axis, (before, after) in enumerate(pairs):
        n = array.shape[axis]
        edges = (lax.slice_in_dim(array, 0, 1, axis=axis), lax.slice_in_dim(array, n - 1, n, axis=axis))
        ramps = []
        for edge, end, count in zip(edges, ends[axis], (before, after)):
            ramp = linspace(end, squeeze(edge, axis), count, endpoint=False, dtype=array.dtype, axis=axis)
            ramps.append(ramp)
        array = lax.concatenate([ramps[0], array, lax.rev(ramps[1], (axis,))], axis)
    return array


_PAD_KEYWORDS = {"empty": (), "edge": (), "wrap": (), "constant": ("constant_values",), "linear_ramp": ("end_values",),
                 "maximum": ("stat_length",), "mean": ("stat_length",), "median": ("stat_length",),
                 "minimum": ("stat_length",), "reflect": ("reflect_type",), "symmetric": ("reflect_type",)}


def pad(array, pad_width, mode="constant", **kwargs):
    """array with a border: constant, edge, linear_ramp, a statistic of the array (maximum, mean, median, minimum), wrap,
    reflect, symmetric, empty, or what a function of (row, widths, axis, kwargs) makes of each row."""
    (array,) = core.promote_args("pad", array)
    pairs = _pad_pairs(pad_width, array.ndim)
    if len(pairs) != array.ndim:
        raise ValueError(f"jnp.pad: pad_width with shape ({len(pairs)}, 2) could not be broadcast to ({array.ndim}, 2)")
    if callable(mode):
        return _pad_function(array, pairs, mode, kwargs)
    if mode not in _PAD_KEYWORDS:
        raise NotImplementedError(f"Unimplemented padding mode '{mode}' for np.pad.")
    unknown = set(kwargs) - set(_PAD_KEYWORDS[mode])
    if unknown:
        raise ValueError(f"unsupported keyword arguments for mode '{mode}': {unknown}")
    if any(width < 0 for pair in pairs for width in pair):
        raise ValueError("index can't contain negative values")
    if mode == "constant":
        return _pad_constant(array, pairs, kwargs.get("constant_values", 0))
    steps = {"edge": _pad_edge, "wrap": _pad_wrap, "reflect": _pad_reflect, "symmetric": _pad_symmetric}
    reflect_type = kwargs.get("reflect_type", "even")
    if reflect_type not in ("even", "odd"):
        raise AssertionError(f"jnp.pad: reflect_type must be 'even' or 'odd', not {reflect_type!r}")
    if reflect_type == "odd":
        return _pad_odd(array, pairs, mode)
    if mode in ("maximum", "mean", "median", "minimum"):
        return _pad_statistic(array, pairs, mode, kwargs.get("stat_length"))
    if mode == "linear_ramp":
        return _pad_ramp(array, pairs, kwargs.get("end_values", 0))
    if mode == "empty":
        return _pad_constant(array, pairs, 0)
    for axis, (before, after) in enumerate(pairs):
        array = lax_take(array, asarray(steps[mode](array.shape[axis], before, after), core.int32), axis)
    return array


def _pad_constant(array, pairs, values):
    if core.ndim(values) == 0:
        fill = core.astype(asarray(values), array.dtype)
        return lax.pad(array, fill, [(before, after, 0) for before, after in pairs])
    shape = core.shape(values)
    if len(shape) > 2 or shape[-1] not in (1, 2):
        raise ValueError(f"jnp.pad: constant_values has unsupported shape {shape}. If the shape is 1D or 2D, the last "
                         "dimension must be of size 1 or 2.")
    values = broadcast_to(asarray(values, array.dtype), (array.ndim, 2))
    for axis, (before, after) in enumerate(pairs):
        for width, side in ((before, 0), (after, 1)):
            config = [(0, 0, 0)] * array.ndim
            config[axis] = (width, 0, 0) if side == 0 else (0, width, 0)
            array = lax.pad(array, values[axis, side], config)
    return array


def _pad_edge(n, before, after):
    return [0] * before + list(range(n)) + [n - 1] * after


def _pad_wrap(n, before, after):
    return [i % n for i in range(-before, n + after)]


def _pad_reflect(n, before, after):
    period = max(2 * (n - 1), 1)
    return [min(i % period, period - i % period) if n > 1 else 0 for i in range(-before, n + after)]


def _pad_odd(array, pairs, mode):
    """A border of what is twice the edge less the reflected values."""
    for axis, (before, after) in enumerate(pairs):
        n = array.shape[axis]
        offset = 1 if mode == "reflect" and n > 1 else 0
        for width, front in ((before, True), (after, False)):
            edge = lax.slice_in_dim(array, 0, 1, axis=axis) if front else lax.slice_in_dim(array, -1, None, axis=axis)
            while width > 0:
                size = min(width, n - offset)
                width -= size
                length = array.shape[axis]
                start = offset if front else length - size - offset
                part = 2 * edge - flip(lax.slice_in_dim(array, start, start + size, axis=axis), axis)
                if n > 1:
                    edge = lax.slice_in_dim(part, 0, 1, axis=axis) if front else lax.slice_in_dim(part, -1, None, axis=axis)
                array = lax.concatenate([part, array] if front else [array, part], axis)
    return array


def _pad_symmetric(n, before, after):
    period = 2 * n
    return [min(i % period, period - 1 - i % period) for i in range(-before, n + after)]


def resize(a, new_shape):
    """a repeated or cut to fill new_shape."""
    a = ravel(a)
    if any(d < 0 for d in (new_shape if isinstance(new_shape, (tuple, list)) else (new_shape,))):
        raise ValueError("all elements of `new_shape` must be non-negative")
    new_shape = core.canonicalize_shape(new_shape)
    n = 1
    for d in new_shape:
        n *= d
    if n and not a.shape[0]:
        return lax.full(new_shape, 0, a.dtype)
    copies = -(-n // a.shape[0]) if a.shape[0] else 0
    return lax.reshape(tile(a, copies)[:n], new_shape)


def trim_zeros(filt, trim="fb", axis=None):
    """filt without the zeros in front and at the back, along each axis or the given ones; values known when compiled."""
    from jax.numpy.indexing import nonzero
    filt = asarray(filt)
    axes = canonicalize_axes(axis, filt.ndim)
    known = core.concrete(filt, "Error arose in the `filt` argument of trim_zeros()")
    places = nonzero(asarray(known))
    index = [slice(None)] * filt.ndim
    for i in axes:
        found = places[i]
        if found.shape[0] == 0:
            index[i] = slice(0, 0)
            continue
        start = int(found.min()) if "f" in trim.lower() else 0
        end = int(found.max()) + 1 if "b" in trim.lower() else filt.shape[i]
        index[i] = slice(start, end)
    return filt[tuple(index)]


def dsplit(ary, indices_or_sections):
    """split along the third axis."""
    return split(ary, indices_or_sections, axis=2)


def block(arrays):
    """An array from nested lists of blocks: the innermost lists join along the last axis, the next along the one before."""
    depth = _block_depth(arrays, [])
    if depth == 0:
        return asarray(arrays)
    leaves = []
    _block_leaves(arrays, leaves)
    rank = max([depth] + [core.ndim(x) for x in leaves])
    return _block_join(arrays, depth, rank)


def _block_depth(x, path):
    if isinstance(x, tuple):
        raise ValueError("jax.numpy.block does not allow tuples, got " + repr(x))
    if not isinstance(x, list):
        return 0
    if not x:
        raise ValueError("jax.numpy.block does not allow empty list arguments")
    depths = [_block_depth(item, path) for item in x]
    if any(d != depths[0] for d in depths):
        raise ValueError("Mismatched array shapes in block along axis: lists of different depth in jax.numpy.block")
    return depths[0] + 1


def _block_leaves(x, leaves):
    if isinstance(x, list):
        for item in x:
            _block_leaves(item, leaves)
    else:
        leaves.append(x)


def _block_join(x, depth, rank):
    if depth == 0:
        a = asarray(x)
        return a.reshape((1,) * (rank - a.ndim) + a.shape)
    return concatenate([_block_join(item, depth - 1, rank) for item in x], axis=rank - depth)
