"""Making arrays: constant, ranges, grids, structured matrices."""

import math
import operator

from _cjax import numpy as core
from jax import lax
from jax.numpy._util import broadcast_arrays, broadcast_to, canonicalize_axis, canonicalize_shape, check_arraylike

array = core.array
asarray = core.asarray


def _dtype(dtype, default):
    return core.canonicalize_dtype(default if dtype is None else dtype)


def zeros(shape, dtype=None, *, device=None, out_sharding=None):
    return lax.full(canonicalize_shape(shape), 0, _dtype(dtype, float))


def ones(shape, dtype=None, *, device=None, out_sharding=None):
    return lax.full(canonicalize_shape(shape), 1, _dtype(dtype, float))


def empty(shape, dtype=None, *, device=None, out_sharding=None):
    """Zeros, as in JAX."""
    return zeros(shape, dtype)


def check_fill(name, fill_value):
    """Refuses what is no value of an array's elements, as JAX does."""
    if isinstance(fill_value, str):
        lax.full((), fill_value)
    check_arraylike(name, fill_value)


def full(shape, fill_value, dtype=None, *, device=None):
    """fill_value (an array broadcasts) in every place; weakly typed when fill_value is and no dtype is given."""
    check_fill("full", fill_value)
    shape = canonicalize_shape(shape)
    if core.ndim(fill_value) == 0:
        return lax.full(shape, fill_value, None if dtype is None else core.canonicalize_dtype(dtype))
    return broadcast_to(asarray(fill_value, dtype), shape)


def _typed(a):
    """a, or zeros of the type that a has, which is no array: a reference, a ShapeDtypeStruct."""
    if not core.is_arraylike(a) and hasattr(a, "shape") and hasattr(a, "dtype"):
        return lax.full(a.shape, 0, a.dtype)
    return a


def zeros_like(a, dtype=None, shape=None, *, device=None):
    a = _typed(a)
    check_arraylike("zeros_like", a)
    return lax.full_like(a, 0, dtype, None if shape is None else canonicalize_shape(shape))


def ones_like(a, dtype=None, shape=None, *, device=None):
    a = _typed(a)
    check_arraylike("ones_like", a)
    return lax.full_like(a, 1, dtype, None if shape is None else canonicalize_shape(shape))


def empty_like(prototype, dtype=None, shape=None, *, device=None):
    return zeros_like(prototype, dtype, shape)


def full_like(a, fill_value, dtype=None, shape=None, *, device=None):
    a = _typed(a)
    check_arraylike("full_like", a, fill_value)
    shape = core.shape(a) if shape is None else canonicalize_shape(shape)
    if core.ndim(fill_value) == 0:
        return lax.full_like(a, fill_value, dtype, shape)
    return broadcast_to(asarray(fill_value, core.result_type(a) if dtype is None else dtype), shape)


def arange(start, stop=None, step=None, dtype=None, *, device=None):
    """start, start + step, ... below stop; arange(n) counts from 0."""
    if stop is None:
        start, stop, name = 0, start, "stop"
    else:
        name = "start"
    step = 1 if step is None else step
    if any(isinstance(i, complex) for i in (start, stop, step)):
        raise ValueError("Passing complex start/stop/step to jnp.arange is no longer supported starting in JAX v0.10.0.")
    start = core.concrete(start, f"It arose in the jnp.arange argument '{name}'")
    stop = core.concrete(stop, "It arose in the jnp.arange argument 'stop'")
    step = core.concrete(step, "It arose in the jnp.arange argument 'step'")
    if dtype is None:
        dtype = core.result_type(start, stop, step)
    dtype = core.canonicalize_dtype(dtype)
    if step == 0:
        raise ZeroDivisionError("division by zero")
    size = max(0, math.ceil((stop - start) / step))
    if start == 0 and step == 1:
        return lax.iota(dtype, size)
    return lax.add(lax.mul(lax.iota(dtype, size), lax.full((), step, dtype)), lax.full((), start, dtype))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0, *, device=None):
    """num evenly spaced values from start to stop, both exact."""
    num = operator.index(core.concrete(num, "'num' argument of jnp.linspace"))
    if num < 0:
        raise ValueError(f"Number of samples, {num}, must be non-negative.")
    if dtype is None:
        dtype = core.result_type(start, stop, core.result_type(float))
    dtype = core.canonicalize_dtype(dtype)
    inexact = core.issubdtype(dtype, core.inexact)
    computation = dtype if inexact else core.canonicalize_dtype(float)
    start, stop = asarray(start, computation), asarray(stop, computation)
    start, stop = broadcast_arrays(start, stop)
    div = num - 1 if endpoint else num
    if num > 1:
        shape = (num,) + start.shape
        fraction = lax.div(lax.broadcasted_iota(computation, (div,) + start.shape, 0),
                           lax.full((), div, computation))
        one = lax.full_like(fraction, 1)
        low = lax.broadcast_in_dim(start, fraction.shape, tuple(range(1, len(shape))))
        out = lax.add(lax.mul(low, lax.sub(one, fraction)), _linspace_high(stop, fraction, div))
        if endpoint:
            out = lax.concatenate([out, lax.expand_dims(stop, (0,))], 0)
    else:
        out = lax.broadcast_in_dim(start, (num,) + start.shape, tuple(range(1, start.ndim + 1)))
    if axis != 0:
        from jax.numpy.manipulation import moveaxis
        out = moveaxis(out, 0, axis)
    if core.issubdtype(dtype, core.integer) and not core.issubdtype(computation, core.integer):
        out = lax.floor(out)
    result = lax.convert_element_type(out, dtype)
    if not retstep:
        return result
    step = (stop - start) / div if div else lax.full_like(start, math.nan)
    return result, step


def _linspace_high(stop, fraction, div):
    """stop times fraction; in JAX's order of products, so that the last digits are its."""
    part = lax.broadcast_in_dim(lax.mul(stop, lax.full_like(stop, 1 / div)), fraction.shape, tuple(range(1, fraction.ndim)))
    return lax.mul(lax.broadcasted_iota(stop.dtype, fraction.shape, 0), part)


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None, axis=0):
    """base ** linspace(start, stop)."""
    from jax.numpy.ufuncs import power
    if dtype is None:
        dtype = core.result_type(start, stop, core.result_type(float))
    computation = core.result_type(core.canonicalize_dtype(dtype), core.result_type(float))
    if core.issubdtype(dtype, core.inexact):
        computation = core.canonicalize_dtype(dtype)
    points = linspace(start, stop, num, endpoint=endpoint, dtype=computation, axis=axis)
    return lax.convert_element_type(power(asarray(base, computation), points), dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None, axis=0):
    """num values in geometric progression from start to stop, both exact."""
    from jax.numpy.ufuncs import log10, sign
    start, stop = core.promote_args_inexact("geomspace", start, stop)
    start, stop = broadcast_arrays(start, stop)
    direction = sign(start)
    result = logspace(log10(start * direction), log10(stop * direction), num, endpoint=endpoint, base=10.0)
    if result.shape[0] > 1:
        result = result.at[0].set(start * direction)
        if endpoint:
            result = result.at[-1].set(stop * direction)
    result = result * direction
    if axis != 0:
        from jax.numpy.manipulation import moveaxis
        result = moveaxis(result, 0, axis)
    return result if dtype is None else lax.convert_element_type(result, dtype)


def eye(N, M=None, k=0, dtype=None, *, device=None):
    """Ones on the k-th diagonal of an N by M matrix."""
    for name, n in (("N", N), ("M", M)):
        if isinstance(n, (float, str)):
            raise TypeError("Shapes must be 1D sequences of concrete values of integer type, got "
                            f"{(n,)}. argument of '{name}' jnp.eye().")
    if N < 0 or M is not None and M < 0:
        raise ValueError("negative dimensions are not allowed" + ("" if core.host() else f", got {N} and {M}"))
    M = N if M is None else M
    dtype = _dtype(dtype, float)
    rows = lax.broadcasted_iota(core.int32, (N, M), 0)
    columns = lax.broadcasted_iota(core.int32, (N, M), 1)
    return lax.convert_element_type(lax.eq(lax.add(rows, lax.full_like(rows, k)), columns), dtype)


def identity(n, dtype=None):
    return eye(n, dtype=dtype)


def tri(N, M=None, k=0, dtype=None):
    """Ones on and below the k-th diagonal."""
    M = N if M is None else M
    dtype = _dtype(dtype, core.float32 if dtype is None else dtype)
    rows = lax.broadcasted_iota(core.int32, (N, M), 0)
    columns = lax.broadcasted_iota(core.int32, (N, M), 1)
    return lax.convert_element_type(lax.ge(lax.add(rows, lax.full_like(rows, k)), columns), dtype)


def _triangle(m, k, keep_lower):
    mask = tri(*m.shape[-2:], k=k if keep_lower else k - 1, dtype=bool)
    mask = broadcast_to(mask, m.shape)
    zero = lax.full_like(m, 0)
    return lax.select(mask, m, zero) if keep_lower else lax.select(mask, zero, m)


def tril(m, k=0):
    """m with zeros above the k-th diagonal."""
    (m,) = core.promote_args("tril", m)
    if m.ndim < 2:
        raise ValueError("Argument to jax.numpy.tril must be at least 2D")
    return _triangle(m, k, True)


def triu(m, k=0):
    """m with zeros below the k-th diagonal."""
    (m,) = core.promote_args("triu", m)
    if m.ndim < 2:
        raise ValueError("Argument to jax.numpy.triu must be at least 2D")
    return _triangle(m, k, False)


def diag(v, k=0):
    """The k-th diagonal of a matrix, or a matrix with that diagonal."""
    (v,) = core.promote_args("diag", v)
    if v.ndim == 1:
        n = v.shape[0] + (k if k >= 0 else -k)
        padded = lax.pad(v, lax.full((), 0, v.dtype), [(max(k, 0), max(-k, 0), 0)])
        rows = lax.broadcast_in_dim(padded, (n, n), (1,))
        return lax.select(eye(n, k=k, dtype=bool), rows, lax.full_like(rows, 0))
    if v.ndim == 2:
        return diagonal(v, offset=k)
    raise ValueError("diag input must be 1d or 2d")


def diagonal(a, offset=0, axis1=0, axis2=1):
    """The diagonal of the matrices in two axes, as the last axis."""
    from jax.numpy.manipulation import moveaxis
    (a,) = core.promote_args("diagonal", a)
    if a.ndim < 2:
        raise ValueError("diagonal requires an array of at least two dimensions.")
    axis1, axis2 = canonicalize_axis(axis1, a.ndim), canonicalize_axis(axis2, a.ndim)
    a = moveaxis(a, (axis1, axis2), (-2, -1))
    n = max(0, min(a.shape[-2] + min(offset, 0), a.shape[-1] - max(offset, 0)))
    i = lax.iota(core.int32, n)
    return a[..., i - min(offset, 0), i + max(offset, 0)]


def diagflat(v, k=0):
    from jax.numpy.manipulation import ravel
    return diag(ravel(v), k)


def vander(x, N=None, increasing=False):
    """Powers of x in columns, highest first unless increasing."""
    (x,) = core.promote_args("vander", x)
    if x.ndim != 1:
        raise ValueError("x must be a one-dimensional array")
    N = x.shape[0] if N is None else N
    from jax.numpy.ufuncs import power
    powers = lax.iota(x.dtype, N)
    if not increasing:
        powers = lax.sub(lax.full_like(powers, N - 1), powers)
    return power(x[:, None], powers[None, :])


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    """Coordinate arrays of the grid that the vectors span."""
    if indexing not in ("xy", "ij"):
        raise ValueError(f"Valid values for indexing are 'xy' and 'ij', got {indexing}")
    xi = [asarray(x) for x in xi]
    if any(x.ndim != 1 for x in xi):
        raise ValueError(f"Arguments to jax.numpy.meshgrid must be 1D, got shapes {[x.shape for x in xi]}")
    order = list(range(len(xi)))
    if indexing == "xy" and len(xi) >= 2:
        order[0], order[1] = 1, 0
    shape = [0] * len(xi)
    for x, place in zip(xi, order):
        shape[place] = 1 if sparse else x.shape[0]
    result = []
    for x, place in zip(xi, order):
        size = list(shape)
        size[place] = x.shape[0]
        result.append(lax.broadcast_in_dim(x, tuple(size), (place,)))
    return result


def indices(dimensions, dtype=None, sparse=False):
    """The index arrays of a grid, stacked (or a tuple of open ones)."""
    dtype = _dtype(dtype, int)
    if sparse:
        n = len(dimensions)
        return tuple(lax.broadcast_in_dim(lax.iota(dtype, d), tuple(d if i == j else 1 for j in range(n)), (i,))
                     for i, d in enumerate(dimensions))
    from jax.numpy.manipulation import stack
    if not dimensions:
        return zeros((0,), dtype)
    return stack([lax.broadcasted_iota(dtype, tuple(dimensions), i) for i in range(len(dimensions))])


def ix_(*args):
    """Index arrays that select the outer product of the given indices."""
    n, result = len(args), []
    for i, a in enumerate(args):
        a = asarray(a)
        if a.ndim != 1:
            raise ValueError(f"Arguments to jax.numpy.ix_ must be 1-dimensional, got shape {a.shape}")
        if a.dtype == core.bool_ and isinstance(a, core.ndarray):
            raise NotImplementedError("Boolean arguments to jax.numpy.ix_ are not implemented")
        if a.dtype == core.bool_:
            from jax.numpy.indexing import nonzero
            (a,) = nonzero(a)
        result.append(lax.broadcast_in_dim(a, tuple(a.shape[0] if i == j else 1 for j in range(n)), (i,)))
    return tuple(result)


def tril_indices(n, k=0, m=None):
    """Row and column numbers of the lower triangle."""
    from jax.numpy.indexing import nonzero
    return nonzero(tri(n, m, k=k, dtype=bool))


def triu_indices(n, k=0, m=None):
    from jax.numpy.indexing import nonzero
    return nonzero(tri(n, m, k=k - 1, dtype=bool) == False)  # noqa: E712


def tril_indices_from(arr, k=0):
    """tril_indices of a matrix's shape."""
    return _indices_from(tril_indices, arr, k)


def triu_indices_from(arr, k=0):
    """triu_indices of a matrix's shape."""
    return _indices_from(triu_indices, arr, k)


def _indices_from(make, arr, k):
    shape = core.shape(arr)
    if len(shape) != 2:
        raise ValueError("Only 2-D inputs are accepted")
    return make(shape[0], k=k, m=shape[1])


def mask_indices(n, mask_func, k=0, *, size=None):
    """Where mask_func(ones((n, n)), k) is not zero."""
    from jax.numpy.indexing import nonzero
    return nonzero(mask_func(ones((n, n)), k), size=size)


def diag_indices(n, ndim=2):
    """Index arrays of the diagonal of an array with ndim axes of length n."""
    if n < 0:
        raise ValueError(f"n argument to diag_indices must be nonnegative, got {n}")
    if ndim < 0:
        raise ValueError(f"ndim argument to diag_indices must be nonnegative, got {ndim}")
    return (lax.iota(core.int32, n),) * ndim


def diag_indices_from(arr):
    """diag_indices of a square array's shape."""
    shape = core.shape(arr)
    if len(shape) < 2:
        raise ValueError("input array must be at least 2-d")
    if any(n != shape[0] for n in shape):
        raise ValueError("All dimensions of input must be of equal length")
    return diag_indices(shape[0], len(shape))


def fromfunction(function, shape, *, dtype=float, **kwargs):
    """function of the indices of each place of a grid (vmapped, so that it sees scalars)."""
    from jax._src.vmap import vmap
    shape = canonicalize_shape(shape)
    for i in range(len(shape)):
        function = vmap(function, in_axes=tuple(0 if j == len(shape) - 1 - i else None for j in range(len(shape))))
    return function(*[arange(n, dtype=dtype) for n in shape], **kwargs)


def copy(a, order=None):
    return lax.copy(asarray(a))


def frombuffer(buffer, dtype=float, count=-1, offset=0):
    """The bytes of a buffer as an array."""
    dtype = core.canonicalize_dtype(dtype)
    unsigned = {1: core.uint8, 2: core.uint16, 4: core.uint32, 8: core.uint64}.get(core.dtype(dtype).itemsize)
    if unsigned is None:
        raise NotImplementedError(f"jnp.frombuffer: dtype {dtype} is not supported by cjax")
    size = core.dtype(dtype).itemsize
    data = bytes(buffer)[offset:]
    if count < 0 and len(data) % size:
        raise ValueError("buffer size must be a multiple of element size")
    if count * size > len(data):
        raise ValueError("buffer is smaller than requested size")
    count = len(data) // size if count < 0 else count
    words = [int.from_bytes(data[k * size:(k + 1) * size], "little") for k in range(count)]
    return lax.bitcast_convert_type(array(words, unsigned), dtype)


def fromstring(string, dtype=float, count=-1, *, sep):
    """The numbers in a string, separated by sep."""
    words = string.split() if not sep.strip() else [w for w in string.split(sep.strip()) if w.strip()]
    words = words if count < 0 else words[:count]
    dtype = core.canonicalize_dtype(dtype)
    read = int if core.issubdtype(dtype, core.integer) else float
    return array([read(w) for w in words], dtype)


def _impure(name, consumes):
    message = (f"jnp.{name}() is not implemented because it may be non-pure and thus unsafe for use with JIT and other "
               f"JAX transformations. Consider using jnp.asarray(np.{name}(...)) instead, although care should be "
               f"taken if np.{name} is used within jax transformations because of its potential side-effect of "
               f"consuming the {consumes}.")

    def refused(*args, **kwargs):
        raise NotImplementedError(message)

    return refused


fromiter = _impure("fromiter", "iterable object")
fromfile = _impure("fromfile", "file object")
