"""Sums, extrema, means and other reductions over axes, and running totals."""

import math

from _cjax import lax as native_lax, numpy as core
from jax import lax
from jax.numpy._util import (broadcast_arrays, broadcast_to, canonicalize_axes, canonicalize_axis, check_arraylike,
                             is_bool, is_complex, is_inexact, is_integer, no_out, promote_args, promote_args_inexact)

asarray = core.asarray
builtin_min = min


def _keep(result, axes, keepdims):
    return lax.expand_dims(result, axes) if keepdims else result


def _mask(name, where):
    check_arraylike(name, where)
    where = asarray(where)
    if where.dtype != core.bool_:
        raise ValueError(f"jnp.{name}: where must be None or a boolean array; got where.dtype={where.dtype!r}.")
    return where


def _masked(name, a, where, identity):
    return lax.select(broadcast_to(_mask(name, where), a.shape), a, lax.full_like(a, identity))


def _scalar(initial, dtype):
    if core.ndim(initial):
        raise ValueError(f"initial value must be a scalar. Got array of shape {core.shape(initial)}")
    return core.astype(asarray(initial), dtype)


def _wide(a, dtype):
    # Small integers are summed in the default integer; 16-bit floats in float32.
    if dtype is not None:
        return core.canonicalize_dtype(dtype)
    if is_bool(a):
        return core.canonicalize_dtype(int)
    if core.issubdtype(a.dtype, core.unsignedinteger):
        default = core.uint64 if core.x64() else core.uint32
    elif is_integer(a):
        default = core.canonicalize_dtype(int)
    else:
        return a.dtype
    return default if core.iinfo(a.dtype).bits < core.iinfo(default).bits else a.dtype


def _half(dtype):
    return core.issubdtype(dtype, core.floating) and core.finfo(dtype).bits < 32


def sum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None, promote_integers=True):
    """Sum over axes; bool and small integers in the default integer type."""
    return _accumulate("sum", lax.reduce_sum, 0, a, axis, dtype, out, keepdims, initial, where, promote_integers)


def prod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None, promote_integers=True):
    return _accumulate("prod", lax.reduce_prod, 1, a, axis, dtype, out, keepdims, initial, where, promote_integers)


def _accumulate(name, op, identity, a, axis, dtype, out, keepdims, initial, where, promote_integers):
    no_out(name, out)
    check_arraylike(name, a)
    a = core.concrete_axis(asarray(a), axis)
    result_dtype = _wide(a, dtype) if promote_integers else (a.dtype if dtype is None else dtype)
    axes = canonicalize_axes(axis, a.ndim)
    a = lax.convert_element_type(a, core.float32 if _half(result_dtype) else result_dtype)
    if where is not None:
        a = _masked(name, a, where, identity)
    if is_bool(a):
        op = lax.reduce_or if name == "sum" else lax.reduce_and
    result = op(a, axes)
    if initial is not None:
        initial = _scalar(initial, a.dtype)
        combine = (lax.bitwise_or if name == "sum" else lax.bitwise_and) if is_bool(a) else lax.add if name == "sum" else lax.mul
        result = combine(result, broadcast_to(initial, result.shape))
    return _keep(lax.convert_element_type(result, result_dtype), axes, keepdims)


def max(a, axis=None, out=None, keepdims=False, initial=None, where=None):
    """Largest element over axes; nan if there is one."""
    return _extremum("max", lax.reduce_max, lax.max, a, axis, out, keepdims, initial, where)


def min(a, axis=None, out=None, keepdims=False, initial=None, where=None):
    return _extremum("min", lax.reduce_min, lax.min, a, axis, out, keepdims, initial, where)


amax, amin = max, min


def _extremum(name, reduce, combine, a, axis, out, keepdims, initial, where):
    no_out(name, out)
    check_arraylike(name, a)
    a = core.concrete_axis(asarray(a), axis)
    axes = canonicalize_axes(axis, a.ndim)
    if where is not None and initial is None:
        raise ValueError(f"reduction operation {name} does not have an identity, so to use a where mask one has to specify"
                         " 'initial'")
    if initial is None and 0 in [a.shape[i] for i in axes]:
        shown = f"{name}imum" if core.host() else name
        raise ValueError(f"zero-size array to reduction operation {shown} which has no identity")
    if where is not None:
        a = lax.select(broadcast_to(_mask(name, where), a.shape), a, broadcast_to(_scalar(initial, a.dtype), a.shape))
    result = reduce(a, axes)
    if initial is not None:
        result = combine(result, broadcast_to(_scalar(initial, a.dtype), result.shape))
    return _keep(lax.convert_element_type(result, a.dtype), axes, keepdims)


def all(a, axis=None, out=None, keepdims=False, *, where=None):
    """Whether all elements are true."""
    return _logical("all", lax.reduce_and, True, a, axis, out, keepdims, where)


def any(a, axis=None, out=None, keepdims=False, *, where=None):
    return _logical("any", lax.reduce_or, False, a, axis, out, keepdims, where)


def _logical(name, op, identity, a, axis, out, keepdims, where):
    no_out(name, out)
    check_arraylike(name, a)
    a = core.concrete_axis(asarray(a), axis)
    if not is_bool(a):
        a = lax.ne(a, lax.full_like(a, 0))
    if where is not None:
        a = _masked(name, a, where, identity)
    axes = canonicalize_axes(axis, a.ndim)
    return _keep(op(core.astype(a, core.bool_), axes), axes, keepdims)


def _count(a, axes, where, keepdims):
    if where is None:
        n = 1
        for i in axes:
            n *= a.shape[i]
        return n
    return sum(broadcast_to(asarray(where), a.shape), axes, dtype=a.dtype, keepdims=keepdims)


def mean(a, axis=None, dtype=None, out=None, keepdims=False, *, where=None):
    """Arithmetic mean; integers as floats, 16-bit floats summed in float32."""
    no_out("mean", out)
    check_arraylike("mean", a)
    a = core.concrete_axis(asarray(a), axis)
    if dtype is None:
        dtype = a.dtype if is_inexact(a) else core.canonicalize_dtype(float)
    _check_axis(a, axis)
    axes = canonicalize_axes(axis, a.ndim)
    work = core.float32 if _half(dtype) else core.canonicalize_dtype(dtype)
    a = lax.convert_element_type(a, work)
    total = sum(a, axes, where=where, keepdims=keepdims)
    count = _count(a, axes, where, keepdims)
    count = asarray(count, work) if isinstance(count, int) else lax.convert_element_type(count, work)
    return lax.convert_element_type(native_lax._jitted_div(total, count), dtype)


def average(a, axis=None, weights=None, returned=False, keepdims=False):
    """Weighted mean."""
    if weights is None:
        a = asarray(a)
        result = mean(a, axis, keepdims=keepdims)
        total = lax.full_like(result, _count(a, canonicalize_axes(axis, a.ndim), None, False))
    else:
        a, weights = core.promote_dtypes_inexact("average", a, weights)
        axes = canonicalize_axes(axis, a.ndim)
        if a.shape != weights.shape:
            if axis is None:
                raise (TypeError if core.host() else ValueError)("Axis must be specified when shapes of a and weights differ.")
            if weights.shape != tuple(a.shape[i] for i in axes):
                raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
            weights = lax.broadcast_in_dim(weights, a.shape, tuple(axes))
        total = sum(weights, axes, keepdims=keepdims)
        result = sum(a * weights, axes, keepdims=keepdims) / total
    return (result, broadcast_to(total, result.shape)) if returned else result


def var(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=None, mean=None, correction=None):
    """Mean squared distance from the mean, divided by n - ddof."""
    no_out("var", out)
    check_arraylike("var", a)
    a = asarray(a)
    if correction is not None:
        if ddof:
            raise ValueError("ddof and correction can't be provided simultaneously.")
        ddof = correction
    result_dtype = core.canonicalize_dtype(dtype if dtype is not None else a.dtype if is_inexact(a) else float)
    _check_axis(a, axis)
    axes = canonicalize_axes(axis, a.ndim)
    work = core.float32 if _half(result_dtype) else result_dtype
    if is_complex(a):
        work = a.dtype
    a = lax.convert_element_type(a, work)
    centre = _mean(a, axes, where) if mean is None else lax.convert_element_type(mean, work)
    centred = lax.sub(a, broadcast_to(centre, a.shape))
    squares = lax.real(lax.mul(centred, lax.conj(centred))) if is_complex(a) else lax.square(centred)
    total = sum(squares, axes, keepdims=keepdims, where=where)
    count = _count(squares, axes, where, keepdims) - ddof
    count = lax.convert_element_type(count, squares.dtype)
    result = native_lax._jitted_div(total, count, True)
    good = lax.gt(count, lax.full_like(count, 0))
    if where is None and not core.is_static_true(good):
        result = lax.select(broadcast_to(good, result.shape), result, lax.full_like(result, math.nan))
    return lax.convert_element_type(result, result.dtype if is_complex(a) else result_dtype)


def _mean(a, axes, where):
    return mean(a, axes, keepdims=True, where=where)


def std(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, *, where=None, mean=None, correction=None):
    return lax.sqrt(var(a, axis, dtype, out, ddof, keepdims, where=where, mean=mean, correction=correction))


def ptp(a, axis=None, out=None, keepdims=False):
    """Maximum minus minimum."""
    no_out("ptp", out)
    return max(a, axis, keepdims=keepdims) - min(a, axis, keepdims=keepdims)


def count_nonzero(a, axis=None, keepdims=False):
    check_arraylike("count_nonzero", a)
    a = asarray(a)
    return sum(lax.ne(a, lax.full_like(a, 0)), axis, dtype=core.canonicalize_dtype(int), keepdims=keepdims)


def argmax(a, axis=None, out=None, keepdims=None):
    """Index of the first largest element (the first nan if there is one)."""
    return _arg("argmax", lax.argmax, a, axis, out, keepdims)


def argmin(a, axis=None, out=None, keepdims=None):
    return _arg("argmin", lax.argmin, a, axis, out, keepdims)


def _check_axis(a, axis):
    """JAX looks an axis up in the shape first: an IndexError where it is not there."""
    for i in axis if isinstance(axis, (tuple, list)) else () if axis is None else (axis,):
        canonicalize_axis(i, a.ndim) if core.host() else a.shape[i]


def _arg(name, op, a, axis, out, keepdims):
    no_out(name, out)
    check_arraylike(name, a)
    a = asarray(a)
    rank = a.ndim
    if axis is None:
        a, dim = lax.reshape(a, (a.size,)), 0
    else:
        _check_axis(a, axis)
        dim = canonicalize_axis(axis, rank)
    if a.shape[dim] == 0:
        raise ValueError(f"attempt to get {name} of an empty sequence")
    result = op(a, dim, core.canonicalize_dtype(int))
    if not keepdims:
        return result
    return lax.reshape(result, (1,) * rank) if axis is None else lax.expand_dims(result, (dim,))


def _no_nan(name, a, axis, value, reduce, keepdims, **kwargs):
    (a,) = promote_args(name, a)
    if not is_inexact(a):
        return reduce(a, axis, keepdims=keepdims, **kwargs)
    nan = lax.ne(a, a)
    return reduce(lax.select(nan, lax.full_like(a, value), a), axis, keepdims=keepdims, **kwargs)


def nansum(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
    return _no_nan("nansum", a, axis, 0, sum, keepdims, dtype=dtype, initial=initial, where=where)


def nanprod(a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None):
    return _no_nan("nanprod", a, axis, 1, prod, keepdims, dtype=dtype, initial=initial, where=where)


def _nan_extremum(name, a, axis, value, reduce, keepdims, initial, where):
    result = _no_nan(name, a, axis, value, reduce, keepdims, initial=initial, where=where)
    if not is_inexact(result):
        return result
    a = asarray(a)
    return lax.select(all(lax.ne(a, a), axis, keepdims=keepdims), lax.full_like(result, math.nan), result)


def nanmax(a, axis=None, out=None, keepdims=False, initial=None, where=None):
    return _nan_extremum("nanmax", a, axis, -math.inf, max, keepdims, initial, where)


def nanmin(a, axis=None, out=None, keepdims=False, initial=None, where=None):
    return _nan_extremum("nanmin", a, axis, math.inf, min, keepdims, initial, where)


def nanmean(a, axis=None, dtype=None, out=None, keepdims=False, where=None):
    (a,) = promote_args_inexact("nanmean", a)
    valid = lax.eq(a, a)
    if where is not None:
        valid = lax.bitwise_and(valid, broadcast_to(asarray(where), a.shape))
    return mean(a, axis, dtype, keepdims=keepdims, where=valid)


def nanvar(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=None):
    (a,) = promote_args_inexact("nanvar", a)
    valid = lax.eq(a, a)
    if where is not None:
        valid = lax.bitwise_and(valid, broadcast_to(asarray(where), a.shape))
    result = var(a, axis, dtype, ddof=ddof, keepdims=keepdims, where=valid)
    count = sum(valid, axis, keepdims=keepdims)
    few = lax.le(count, lax.full_like(count, ddof))
    return lax.select(few, lax.full_like(result, math.nan), result)


def nanstd(a, axis=None, dtype=None, out=None, ddof=0, keepdims=False, where=None):
    return lax.sqrt(nanvar(a, axis, dtype, out, ddof, keepdims, where))


def nanargmax(a, axis=None, out=None, keepdims=None):
    (a,) = promote_args("nanargmax", a)
    if not is_inexact(a):
        return argmax(a, axis, keepdims=keepdims)
    nan = lax.ne(a, a)
    result = argmax(lax.select(nan, lax.full_like(a, -math.inf), a), axis, keepdims=keepdims)
    return lax.select(all(nan, axis, keepdims=bool(keepdims)), lax.full_like(result, -1), result)


def nanargmin(a, axis=None, out=None, keepdims=None):
    (a,) = promote_args("nanargmin", a)
    if not is_inexact(a):
        return argmin(a, axis, keepdims=keepdims)
    nan = lax.ne(a, a)
    result = argmin(lax.select(nan, lax.full_like(a, math.inf), a), axis, keepdims=keepdims)
    return lax.select(all(nan, axis, keepdims=bool(keepdims)), lax.full_like(result, -1), result)


def _running(name, op, a, axis, dtype, out):
    no_out(name, out)
    check_arraylike(name, a)
    a = asarray(a)
    if axis is None:
        a, axis = lax.reshape(a, (a.size,)), 0
    axis = canonicalize_axis(axis, a.ndim)
    if dtype is None:
        dtype = core.canonicalize_dtype(int) if is_bool(a) else a.dtype
    dtype = core.canonicalize_dtype(dtype)
    return op(lax.convert_element_type(a, dtype), axis)


def cumsum(a, axis=None, dtype=None, out=None):
    """Running sums, of the flattened array if axis is None."""
    return _running("cumsum", lax.cumsum, a, axis, dtype, out)


def cumprod(a, axis=None, dtype=None, out=None):
    return _running("cumprod", lax.cumprod, a, axis, dtype, out)


def _some_axis(a, axis):
    # A scalar is a vector of one element where an axis is named.
    a = asarray(a)
    return a if axis is None else lax.reshape(a, a.shape or (1,))


def nancumsum(a, axis=None, dtype=None, out=None):
    a = _some_axis(a, axis)
    return cumsum(lax.select(lax.ne(a, a), lax.full_like(a, 0), a), axis, dtype)


def nancumprod(a, axis=None, dtype=None, out=None):
    a = _some_axis(a, axis)
    return cumprod(lax.select(lax.ne(a, a), lax.full_like(a, 1), a), axis, dtype)


def cumulative_sum(x, /, *, axis=None, dtype=None, include_initial=False):
    """cumsum as in the array standard: include_initial puts a zero in front."""
    return _cumulative(cumsum, 0, x, axis, dtype, include_initial)


def cumulative_prod(x, /, *, axis=None, dtype=None, include_initial=False):
    """cumprod as in the array standard: include_initial puts a one in front."""
    return _cumulative(cumprod, 1, x, axis, dtype, include_initial)


def _cumulative(scan, initial, x, axis, dtype, include_initial):
    x = asarray(x)
    if axis is None:
        if x.ndim != 1:
            raise ValueError(f"The input array has rank {x.ndim}, however axis was not set to an explicit value. "
                             "The axis argument is only optional for one-dimensional arrays.")
        axis = 0
    axis = canonicalize_axis(axis, x.ndim)
    result = scan(x, axis, _wide(x, None) if dtype is None and scan is cumsum and isinstance(x, core.ndarray) else dtype)
    if not include_initial:
        return result
    first = lax.full(x.shape[:axis] + (1,) + x.shape[axis + 1:], initial, result.dtype)
    return lax.concatenate([first, result], axis)


def unwrap(p, discont=None, axis=-1, period=2 * math.pi):
    """p with multiples of period added where neighbours along axis differ by more than discont (half a period)."""
    check_arraylike("unwrap", p)
    p = asarray(p)
    if not (core.issubdtype(p.dtype, core.floating) or core.issubdtype(p.dtype, core.integer)):
        raise ValueError("jnp.unwrap does not support complex inputs.")
    axis = canonicalize_axis(axis, p.ndim)
    p, period = promote_args("unwrap", p, period)
    if not p.shape[axis]:
        return p
    discont = period / 2 if discont is None else discont
    half = period // 2 if core.issubdtype(p.dtype, core.integer) else period / 2
    from jax.numpy.indexing import where
    step = diff(p, axis=axis)
    wrapped = (step + half) % period - half
    wrapped = where((wrapped == -half) & (step > 0), half, wrapped)
    correction = where(lax.abs(step) < discont, 0, wrapped - step)
    zero = lax.full(p.shape[:axis] + (1,) + p.shape[axis + 1:], 0, p.dtype)
    return p + lax.concatenate([zero, cumsum(correction, axis)], axis)


def diff(a, n=1, axis=-1, prepend=None, append=None):
    """n-th difference of neighbours along an axis."""
    (a,) = promote_args("diff", a)
    if a.ndim == 0:
        raise ValueError(f"diff requires input that is at least one dimensional; got {a}")
    axis = canonicalize_axis(axis, a.ndim)
    if n < 0:
        raise ValueError(f"order must be non-negative but got {n}")
    if n == 0:
        return a
    from jax.numpy.manipulation import concatenate
    parts = []
    for extra in (prepend, a, append):
        if extra is None:
            continue
        if core.ndim(extra) == 0:
            extra = broadcast_to(asarray(extra), a.shape[:axis] + (1,) + a.shape[axis + 1:])
        parts.append(extra)
    a = concatenate(parts, axis) if len(parts) > 1 else a
    for _ in range(n):
        size = a.shape[axis]
        high = lax.slice_in_dim(a, 1, size, axis=axis)
        low = lax.slice_in_dim(a, 0, size - 1, axis=axis)
        a = lax.ne(high, low) if is_bool(a) else lax.sub(high, low)
    return a


def ediff1d(ary, to_end=None, to_begin=None):
    from jax.numpy.manipulation import concatenate, ravel
    result = diff(ravel(ary))
    to_begin, to_end = (x if x is None else core.astype(asarray(x), result.dtype) for x in (to_begin, to_end))
    parts = [ravel(to_begin)] if to_begin is not None else []
    parts.append(result)
    if to_end is not None:
        parts.append(ravel(to_end))
    return concatenate(parts) if len(parts) > 1 else result


def gradient(f, *varargs, axis=None, edge_order=None):
    """Central differences inside, one-sided at the ends."""
    (f,) = promote_args_inexact("gradient", f)
    axes = canonicalize_axes(axis, f.ndim)
    if not axes:
        return []
    if builtin_min(f.shape[i] for i in axes) < 2:
        raise ValueError("Shape of array too small to calculate a numerical gradient, at least 2 elements are required.")
    spacing = list(varargs) * len(axes) if len(varargs) == 1 else list(varargs) or [1.0] * len(axes)
    if len(spacing) != len(axes):
        raise TypeError(f"Invalid number of spacing arguments {len(varargs)} for axis={axis}")
    results = [_gradient(f, h, i) for h, i in zip(spacing, axes)]
    return results[0] if len(results) == 1 else results


def _gradient(f, h, axis):
    n = f.shape[axis]
    part = lambda start, stop: lax.slice_in_dim(f, start, stop, axis=axis)
    if core.ndim(h) > 1:
        raise ValueError("Spacing arrays must be 1D arrays or scalars.")
    if core.ndim(h) and len(h) != n:
        raise ValueError("Spacing arrays must have the same length as the dimension along which the gradient is calculated.")
    if core.ndim(h) == 0:
        inside = (part(2, n) - part(0, n - 2)) * 0.5
        return lax.concatenate([part(1, 2) - part(0, 1), inside, part(n - 1, n) - part(n - 2, n - 1)], axis) / h
    x = lax.reshape(asarray(h), tuple(n if i == axis else 1 for i in range(f.ndim)))
    d = diff(x, axis=axis)
    left, right = lax.slice_in_dim(d, 0, n - 2, axis=axis), lax.slice_in_dim(d, 1, n - 1, axis=axis)
    a = -right / (left * (left + right))
    b = (right - left) / (left * right)
    c = left / (right * (left + right))
    inside = a * part(0, n - 2) + b * part(1, n - 1) + c * part(2, n)
    first = (part(1, 2) - part(0, 1)) / lax.slice_in_dim(d, 0, 1, axis=axis)
    last = (part(n - 1, n) - part(n - 2, n - 1)) / lax.slice_in_dim(d, n - 2, n - 1, axis=axis)
    return lax.concatenate([first, inside, last], axis)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    from jax.numpy.ufuncs import isclose
    return all(isclose(a, b, rtol, atol, equal_nan))


def array_equal(a1, a2, equal_nan=False):
    """Same shape and same elements."""
    a1, a2 = asarray(a1), asarray(a2)
    if a1.shape != a2.shape:
        return lax.full((), False, core.bool_)
    a1, a2 = promote_args("array_equal", a1, a2)
    same = lax.eq(a1, a2)
    if equal_nan:
        same = lax.bitwise_or(same, lax.bitwise_and(lax.ne(a1, a1), lax.ne(a2, a2)))
    return all(same)


def array_equiv(a1, a2):
    from jax.numpy._util import broadcast_shapes
    a1, a2 = asarray(a1), asarray(a2)
    try:
        broadcast_shapes(a1.shape, a2.shape)
    except ValueError:
        return lax.full((), False, core.bool_)
    return all(lax.eq(*broadcast_arrays(*promote_args("array_equiv", a1, a2))))


def trapezoid(y, x=None, dx=1.0, axis=-1):
    """Integral by the trapezoid rule."""
    from jax.numpy.manipulation import moveaxis
    if x is None:
        (y,) = promote_args_inexact("trapezoid", y)
        y = moveaxis(y, axis, -1)
        return 0.5 * (dx * (y[..., 1:] + y[..., :-1])).sum(-1)
    y, x = core.promote_dtypes_inexact("trapezoid", y, x)
    dx = diff(x) if x.ndim == 1 else moveaxis(diff(x, axis=axis), axis, -1)
    y = moveaxis(y, axis, -1)
    return 0.5 * (dx * (y[..., 1:] + y[..., :-1])).sum(-1)
