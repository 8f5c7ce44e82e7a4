"""Functions of numpy whose results or errors differ from those of jax.numpy."""

from _cjax import host as core
from _cjax import numpy as _core
from _cjax.host import dtype as _dtype
from _cjax.host import host, int64, uint64
from jax import numpy as _jnp
from numpy.delegating import delegating
from numpy.exceptions import AxisError

_cumsum, _cumprod, _concatenate, _stack = host(_jnp.cumsum), host(_jnp.cumprod), host(_jnp.concatenate), host(_jnp.stack)
_histogram, _meshgrid, _matmul = host(_jnp.histogram), host(_jnp.meshgrid), host(_jnp.matmul)
_searchsorted, _digitize, _tri = host(_jnp.searchsorted), host(_jnp.digitize), host(_jnp.tri)
_convolve, _correlate, _polydiv, _argmax = (host(_jnp.convolve), host(_jnp.correlate), host(_jnp.polydiv),
                                            host(_jnp.argmax))
_rint, _promote_types, _result_type = host(_jnp.rint), host(_core.promote_types), host(_core.result_type)
_allclose, _array_equal, _array_equiv = host(_jnp.allclose), host(_jnp.array_equal), host(_jnp.array_equiv)


def finfo(dtype):
    """Limits of a float type; float is float64."""
    return _core.finfo(_dtype(dtype) if not hasattr(dtype, "dtype") else dtype.dtype)


def iinfo(type):
    return _core.iinfo(_dtype(type) if not hasattr(type, "dtype") else type.dtype)


def _wide(a, dtype):
    """The dtype of a running sum: small integers become 64 bits wide."""
    if dtype is not None:
        return dtype
    kind, size = a.dtype.kind, a.dtype.itemsize
    if kind not in "biu" or (size == 8 and kind != "b"):
        return None
    return uint64 if kind == "u" else int64


@delegating("cumsum")
def cumsum(a, axis=None, dtype=None, out=None):
    a = core.asarray(a)
    result = _cumsum(a, axis, _wide(a, dtype))
    return result if out is None else core.write(out, result)


@delegating("cumprod")
def cumprod(a, axis=None, dtype=None, out=None):
    a = core.asarray(a)
    result = _cumprod(a, axis, _wide(a, dtype))
    return result if out is None else core.write(out, result)


def histogram(a, bins=10, range=None, density=None, weights=None):
    """Counts are integers, and bins that are given are returned."""
    counts, edges = _histogram(a, bins, range, weights, density)
    if weights is None and not density:
        counts = counts.astype(int64)
    return counts, core.asarray(bins) if not isinstance(bins, (int, str)) else edges


def meshgrid(*xi, copy=True, sparse=False, indexing="xy"):
    return tuple(_meshgrid(*xi, sparse=sparse, indexing=indexing))


def concatenate(arrays, /, axis=0, out=None, *, dtype=None, casting="same_kind"):
    """The arrays one after the other along an axis."""
    arrays = [core.asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to concatenate")
    if axis is not None:
        check_parts(arrays, axis)
    result = _concatenate(arrays, axis, dtype)
    return result if out is None else core.write(out, result)


def check_parts(arrays, axis):
    first = arrays[0].shape
    if not first:
        raise ValueError("zero-dimensional arrays cannot be concatenated")
    if not -len(first) <= axis < len(first):
        raise AxisError(axis, len(first))
    for k, a in enumerate(arrays):
        if len(a.shape) != len(first):
            raise ValueError("all the input arrays must have same number of dimensions, but the array at index 0 has "
                             f"{len(first)} dimension(s) and the array at index {k} has {len(a.shape)} dimension(s)")
        for i, (n, m) in enumerate(zip(first, a.shape)):
            if n != m and i != axis % len(first):
                raise ValueError("all the input array dimensions except for the concatenation axis must match exactly, but "
                                 f"along dimension {i}, the array at index 0 has size {n} and the array at index {k} has "
                                 f"size {m}")


def stack(arrays, axis=0, out=None, *, dtype=None, casting="same_kind"):
    arrays = [core.asarray(a) for a in arrays]
    if not arrays:
        raise ValueError("need at least one array to stack")
    for a in arrays:
        if a.shape != arrays[0].shape:
            raise ValueError("all input arrays must have the same shape")
    result = _stack(arrays, axis, dtype=dtype)
    return result if out is None else core.write(out, result)


def matmul(x1, x2, /, out=None):
    a, b = core.asarray(x1), core.asarray(x2)
    if a.ndim and b.ndim:
        n, m = a.shape[-1], b.shape[-2 if b.ndim > 1 else -1]
        if n != m:
            raise ValueError("matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
                             f"(n?,k),(k,m?)->(n?,m?) (size {m} is different from {n})")
    result = _matmul(a, b)
    return result if out is None else core.write(out, result)


@delegating("searchsorted")
def searchsorted(a, v, side="left", sorter=None):
    return _searchsorted(core.asarray(a), v, side, sorter).astype(int64)


def digitize(x, bins, right=False):
    return _digitize(x, bins, right).astype(int64)


def tri(N, M=None, k=0, dtype=float, *, like=None):
    return _tri(N, M, k, _dtype(dtype))


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(_allclose(a, b, rtol, atol, equal_nan))


def array_equal(a1, a2, equal_nan=False):
    return bool(_array_equal(a1, a2, equal_nan))


def array_equiv(a1, a2):
    return bool(_array_equiv(a1, a2))


def convolve(a, v, mode="full"):
    """The discrete convolution; that of integers is of integers."""
    a, v = core.asarray(a), core.asarray(v)
    return _of_kind(_convolve(a, v, mode), a, v)


def correlate(a, v, mode="valid"):
    a, v = core.asarray(a), core.asarray(v)
    return _of_kind(_correlate(a, v, mode), a, v)


def _of_kind(x, *operands):
    dtype = result_type(*operands)
    return x if dtype.kind not in "biu" else _rint(x).astype(dtype)


def promote_types(type1, type2):
    """The smallest type that holds both; int and float are int64 and float64."""
    return _promote_types(_dtype(type1), _dtype(type2))


def result_type(*arrays_and_dtypes):
    """The type of a result of these arrays, numbers and types; int and float as types are int64 and float64."""
    return _result_type(*[_dtype(x) if isinstance(x, type) else x for x in arrays_and_dtypes])


def _first_true(mask):
    """The index of the first true element, which is the last if none is."""
    return int(_argmax(mask)) if mask[:-1].any() else mask.size - 1


def _without_zeros(a):
    a = core.asarray(a).reshape(-1)
    return a[_first_true(a != 0):]


def polymul(a1, a2):
    """The product, without the zeros in front of the factors."""
    return convolve(_without_zeros(a1), _without_zeros(a2))


def polydiv(u, v):
    """Quotient and remainder, the remainder without zeros in front."""
    quotient, remainder = _polydiv(core.asarray(u) + 0.0, core.asarray(v) + 0.0)
    return quotient, remainder[_first_true(abs(remainder) > 1e-8):]
