"""numpy.linalg: what jax.numpy.linalg has, in host mode; matrices without a result raise LinAlgError."""

from _cjax.host import asarray, host
from jax import numpy as _jnp
from jax.numpy import linalg as _linalg

norm, multi_dot = host(_linalg.norm), host(_linalg.multi_dot)
cross, outer, trace, diagonal = host(_linalg.cross), host(_linalg.outer), host(_linalg.trace), host(_linalg.diagonal)
vector_norm, matrix_norm, cond = host(_linalg.vector_norm), host(_linalg.matrix_norm), host(_linalg.cond)
det, slogdet, matrix_rank, pinv = host(_linalg.det), host(_linalg.slogdet), host(_linalg.matrix_rank), host(_linalg.pinv)
eigh, eigvalsh, qr, svd = host(_linalg.eigh), host(_linalg.eigvalsh), host(_linalg.qr), host(_linalg.svd)
svdvals, tensorinv, tensorsolve = host(_linalg.svdvals), host(_linalg.tensorinv), host(_linalg.tensorsolve)
matmul, tensordot, vecdot = host(_linalg.matmul), host(_linalg.tensordot), host(_linalg.vecdot)
matrix_transpose = host(_linalg.matrix_transpose)
_solve, _inv, _cholesky, _lstsq = host(_linalg.solve), host(_linalg.inv), host(_linalg.cholesky), host(_linalg.lstsq)
_finite, _all = host(_jnp.isfinite), host(_jnp.all)


class LinAlgError(ValueError):
    """What NumPy raises for matrices without a result."""


def _checked(result, a, message):
    """result, unless it is not finite though a is."""
    if _all(_finite(asarray(a))) and not _all(_finite(result)):
        raise LinAlgError(message)
    return result


def _square(a):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def solve(a, b):
    return _checked(_solve(_square(a), b), a, "Singular matrix")


def inv(a):
    return _checked(_inv(_square(a)), a, "Singular matrix")


def cholesky(a, /, *, upper=False):
    return _checked(_cholesky(_square(a), upper=upper), a, "Matrix is not positive definite")


def matrix_power(a, n):
    """a multiplied by itself n times, in its own dtype."""
    a = _square(a)
    if n < 0:
        a, n = inv(a), -n
    if n == 0:
        return _identity(a)
    result = None
    while n:
        if n & 1:
            result = a if result is None else matmul(result, a)
        n >>= 1
        if n:
            a = matmul(a, a)
    return result


def _identity(a):
    return host(_jnp.broadcast_to)(host(_jnp.eye)(a.shape[-1], dtype=a.dtype), a.shape)


def lstsq(a, b, rcond=None):
    return _lstsq(a, b, rcond=rcond)
