"""jax.numpy.linalg: what needs no factorisation."""

import math

from _cjax import numpy as core
from jax import lax
from jax.numpy import reductions, ufuncs
from jax.numpy._util import canonicalize_axes, check_arraylike
from jax.numpy.products import cross, matmul, outer, tensordot, vecdot  # noqa: F401

asarray = core.asarray


def norm(x, ord=None, axis=None, keepdims=False):
    """Norm of vectors (one axis) or matrices (two axes)."""
    (x,) = core.promote_args_inexact("norm", x)
    if axis is None:
        if ord is None:
            total = reductions.sum(ufuncs.real(x * ufuncs.conj(x)), keepdims=keepdims)
            return lax.sqrt(total)
        axis = tuple(range(x.ndim))
    axes = canonicalize_axes(axis, x.ndim)
    if len(axes) == 1:
        return _vector_norm(x, ord, axes, keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    raise ValueError(f"Invalid axis values ({axes}) for jnp.linalg.norm.")


def _vector_norm(x, ord, axes, keepdims):
    size = ufuncs.absolute(x)
    if ord is None or ord == 2:
        return lax.sqrt(reductions.sum(ufuncs.real(x * ufuncs.conj(x)), axes, keepdims=keepdims))
    if ord == math.inf:
        return reductions.max(size, axes, keepdims=keepdims)
    if ord == -math.inf:
        return reductions.min(size, axes, keepdims=keepdims)
    if ord == 0:
        return reductions.sum(x != 0, axes, dtype=size.dtype, keepdims=keepdims)
    if ord == 1:
        return reductions.sum(size, axes, keepdims=keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid order '{ord}' for vector norm.")
    return ufuncs.power(reductions.sum(ufuncs.power(size, ord), axes, keepdims=keepdims), 1.0 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    row, column = axes
    size = ufuncs.absolute(x)
    if ord is None or ord in ("f", "fro"):
        return lax.sqrt(reductions.sum(ufuncs.real(x * ufuncs.conj(x)), axes, keepdims=keepdims))
    if ord in (1, -1):
        total = reductions.sum(size, row, keepdims=True)
        pick = reductions.max if ord == 1 else reductions.min
        return _drop(pick(total, column, keepdims=True), axes, keepdims)
    if ord in (math.inf, -math.inf):
        total = reductions.sum(size, column, keepdims=True)
        pick = reductions.max if ord > 0 else reductions.min
        return _drop(pick(total, row, keepdims=True), axes, keepdims)
    raise NotImplementedError(f"jnp.linalg.norm: ord={ord!r} of a matrix is not supported by cjax yet")


def _drop(x, axes, keepdims):
    return x if keepdims else lax.squeeze(x, axes)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    x = asarray(x)
    if axis is None:
        result = norm(x.ravel(), ord)
        return result.reshape((1,) * x.ndim) if keepdims else result
    return norm(x, ord, axis, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


def matrix_power(a, n):
    """a multiplied by itself n times."""
    from jax.numpy.creation import eye
    (a,) = core.promote_args_inexact("matrix_power", a)
    if n < 0:
        raise NotImplementedError("jnp.linalg.matrix_power: negative powers are not supported by cjax yet")
    result = eye(a.shape[-1], dtype=a.dtype)
    if n == 0:
        from jax.numpy._util import broadcast_to
        return broadcast_to(result, a.shape)
    result = None
    while n:
        if n & 1:
            result = a if result is None else matmul(result, a)
        n >>= 1
        if n:
            a = matmul(a, a)
    return result


def multi_dot(arrays, *, precision=None):
    result = arrays[0]
    for a in arrays[1:]:
        result = matmul(result, a)
    return result


def matrix_transpose(x, /):
    from jax.numpy.manipulation import matrix_transpose
    return matrix_transpose(x)


def trace(x, /, *, offset=0, dtype=None):
    from jax.numpy.products import trace
    return trace(x, offset, -2, -1, dtype)


def diagonal(x, /, *, offset=0):
    from jax.numpy.creation import diagonal
    return diagonal(x, offset, -2, -1)
