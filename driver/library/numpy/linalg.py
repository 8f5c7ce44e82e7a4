"""numpy.linalg: what jax.numpy.linalg has, in host mode; matrices without a result raise LinAlgError."""

from _cjax.host import asarray, host
from jax import numpy as _jnp
from jax.numpy import linalg as _linalg

norm, multi_dot = host(_linalg.norm), host(_linalg.multi_dot)
cross, outer, trace, diagonal = host(_linalg.cross), host(_linalg.outer), host(_linalg.trace), host(_linalg.diagonal)
vector_norm, matrix_norm, cond = host(_linalg.vector_norm), host(_linalg.matrix_norm), host(_linalg.cond)
_det, _slogdet, pinv = host(_linalg.det), host(_linalg._slogdet_lu), host(_linalg.pinv)
_eigh, _eigvalsh, _qr, _svd = host(_linalg.eigh), host(_linalg.eigvalsh), host(_linalg.qr), host(_linalg.svd)
svdvals, tensorinv, tensorsolve = host(_linalg.svdvals), host(_linalg.tensorinv), host(_linalg.tensorsolve)
matmul, tensordot, vecdot = host(_linalg.matmul), host(_linalg.tensordot), host(_linalg.vecdot)
matrix_transpose = host(_linalg.matrix_transpose)
_solve, _inv, _cholesky, _lstsq = host(_linalg.solve), host(_linalg.inv), host(_linalg.cholesky), host(_linalg.lstsq)
_eig, _eigvals, _EigResult = host(_linalg.eig), host(_linalg.eigvals), _linalg.EigResult
_rank, _svdvals = host(_linalg.matrix_rank), host(_linalg.svdvals)
_finite, _all = host(_jnp.isfinite), host(_jnp.all)


class LinAlgError(ValueError):
    """What NumPy raises for matrices without a result."""


def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values are larger than tol, or than rtol of the largest."""
    if rtol is not None and tol is not None:
        raise ValueError("`tol` and `rtol` can't be both set.")
    A = asarray(A)
    if rtol is not None and A.ndim > 1:
        tol = _svdvals(A).max(axis=-1, initial=0) * asarray(rtol)
    return _rank(A, tol, hermitian=hermitian)


def _checked(result, a, message):
    """result, unless it is not finite though a is."""
    if _all(_finite(asarray(a))) and not _all(_finite(result)):
        raise LinAlgError(message)
    return result


def _stacked(a):
    a = asarray(a)
    if a.ndim < 2:
        raise LinAlgError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    return a


def _square(a):
    a = _stacked(a)
    if a.shape[-1] != a.shape[-2]:
        raise LinAlgError("Last 2 dimensions of the array must be square")
    return a


def det(a):
    return _det(_square(a))


def slogdet(a):
    return _slogdet(_square(a))


def eigh(a, UPLO="L"):
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return _eigh(_square(a), UPLO.upper(), False)


def eigvalsh(a, UPLO="L"):
    if UPLO.upper() not in ("L", "U"):
        raise ValueError("UPLO argument must be 'L' or 'U'")
    return _eigvalsh(_square(a), UPLO.upper(), symmetrize_input=False)


def qr(a, mode="reduced"):
    return _qr(_stacked(a), mode)


def svd(a, full_matrices=True, compute_uv=True, hermitian=False):
    return _svd(_stacked(a), full_matrices, compute_uv, hermitian)


def _narrowed(a, *found):
    """What eig found of a real matrix: real where no imaginary part is left, which decides the dtype."""
    return [x.real for x in found] if a.dtype.kind != "c" and _all(found[0].imag == 0) else found


def eig(a):
    """Eigenvalues and right eigenvectors (columns) of a square matrix."""
    a = _square(a)
    return _EigResult(*_narrowed(a, *_eig(a)))


def eigvals(a):
    a = _square(a)
    return _narrowed(a, _eigvals(a))[0]


def solve(a, b):
    return _checked(_solve(_square(a), b), a, "Singular matrix")


def inv(a):
    return _checked(_inv(_square(a)), a, "Singular matrix")


def cholesky(a, /, *, upper=False):
    """Of the lower triangle, or with `upper` of the upper one; the other is not looked at."""
    a = _square(a)
    triangle = a.conj().swapaxes(-1, -2) if upper else a
    return _checked(_cholesky(triangle, upper=upper, symmetrize_input=False), a, "Matrix is not positive definite")


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
