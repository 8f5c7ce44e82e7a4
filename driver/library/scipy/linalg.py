"""scipy.linalg."""

import numpy as np
from jax.scipy import linalg as _linalg
from numpy.linalg import LinAlgError, cholesky as _cholesky, norm  # noqa: F401
from scipy._mapped import mapped

__getattr__ = mapped("scipy.linalg", _linalg)


def inv(a, overwrite_a=False, check_finite=True):
    return np.linalg.inv(a)


def det(a, overwrite_a=False, check_finite=True):
    return np.linalg.det(a)


def _standard(name, b, **flags):
    asked = [k for k, v in flags.items() if v] + (["b"] if b is not None else [])
    if asked:
        raise NotImplementedError(f"scipy.linalg.{name} with {asked[0]}= is not supported by cjax")


def eig(a, b=None, left=False, right=True, overwrite_a=False, overwrite_b=False, check_finite=True, homogeneous_eigvals=False):
    """Eigenvalues, always complex, and right eigenvectors."""
    _standard("eig", b, left=left, homogeneous_eigvals=homogeneous_eigvals)
    if not right:
        return eigvals(a)
    w, v = np.linalg.eig(a)
    return w + 0j, v


def eigvals(a, b=None, overwrite_a=False, check_finite=True, homogeneous_eigvals=False):
    _standard("eigvals", b, homogeneous_eigvals=homogeneous_eigvals)
    return np.linalg.eigvals(a) + 0j


def _symmetric(a, lower):
    """The symmetric matrix of which a has one triangle."""
    a = np.asarray(a)
    half, other = (np.tril(a), np.tril(a, -1)) if lower else (np.triu(a), np.triu(a, 1))
    return half + np.conj(np.swapaxes(other, -1, -2))


def cholesky(a, lower=False, overwrite_a=False, check_finite=True):
    """From the triangle that is asked for."""
    found = _cholesky(_symmetric(a, lower))
    return found if lower else np.conj(np.swapaxes(found, -1, -2))


def pinv(a, *, atol=None, rtol=None, return_rank=False, check_finite=True):
    """SciPy's bound of what is zero: atol + rtol * the largest singular value."""
    a = np.asarray(a)
    u, s, vh = np.linalg.svd(a, full_matrices=False)
    rtol = (max(a.shape[-2:]) * np.finfo(u.dtype).eps if atol is None else 0.0) if rtol is None else rtol
    kept = s > (0.0 if atol is None else atol) + rtol * s.max(axis=-1, keepdims=True)
    found = np.conj(np.swapaxes((u * np.where(kept, 1.0 / np.where(kept, s, 1.0), 0.0)[..., None, :]) @ vh, -1, -2))
    return (found, kept.sum(axis=-1)) if return_rank else found


def eigh(a, b=None, *, lower=True, eigvals_only=False, overwrite_a=False, overwrite_b=False, check_finite=True):
    """From the triangle that is asked for."""
    _standard("eigh", b)
    a = _symmetric(a, lower)
    return np.linalg.eigvalsh(a) if eigvals_only else tuple(np.linalg.eigh(a))


def eigvalsh(a, b=None, *, lower=True, overwrite_a=False, overwrite_b=False, check_finite=True):
    return eigh(a, b, lower=lower, eigvals_only=True)


def svdvals(a, overwrite_a=False, check_finite=True):
    return np.linalg.svd(a, compute_uv=False)


def lstsq(a, b, cond=None, overwrite_a=False, overwrite_b=False, check_finite=True):
    """As NumPy's, but that one right side has one residue, which is no array of it."""
    x, residues, rank, s = np.linalg.lstsq(a, b, cond)
    return x, residues[0] if np.ndim(b) == 1 and residues.shape == (1,) else residues, rank, s


def circulant(c):
    c = np.asarray(c)
    n = np.arange(c.shape[-1])
    return c[(n[:, None] - n) % c.shape[-1]]


def hankel(c, r=None):
    c = np.asarray(c)
    r = np.zeros_like(c) if r is None else np.asarray(r)
    values, n = np.concatenate([c, r[1:]]), np.arange(len(c))
    return values[n[:, None] + np.arange(len(r))]


def companion(a):
    a = np.asarray(a)
    return np.concatenate([(-a[1:] / a[0])[None], np.eye(len(a) - 2, len(a) - 1)])


def solve_banded(l_and_u, ab, b):
    """By the full matrix."""
    low, up = l_and_u
    ab, n = np.asarray(ab), np.asarray(ab).shape[1]
    full = np.zeros((n, n))
    for d in range(-low, up + 1):
        row = ab[up - d]
        full = full + np.diag(row[d:] if d >= 0 else row[:n + d], d)
    return np.linalg.solve(full, b)
