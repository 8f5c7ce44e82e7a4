"""Structured matrices of jax.scipy.linalg."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def circulant(c):
    """Each column is c turned down by one more place; leading axes are a batch."""
    c = jnp.asarray(c)
    n = c.shape[-1]
    i = jnp.arange(n)
    return c[..., (i[:, None] - i[None, :]) % n]


def companion(a):
    """The matrix whose characteristic polynomial has the coefficients a, highest first."""
    (a,) = core.promote_args_inexact("companion", a)
    if a.ndim != 1:
        raise ValueError(f"`a` must be one-dimensional; got shape {a.shape}.")
    if a.shape[0] < 2:
        raise ValueError("The length of `a` must be at least 2.")
    n = a.shape[0] - 1
    return jnp.diag(jnp.ones(n - 1, a.dtype), -1).at[0].set(-a[1:] / a[0])


def convolution_matrix(a, n, mode="full"):
    """The matrix whose product with a vector v of length n is convolve(a, v, mode)."""
    a = jnp.asarray(a)
    if n <= 0:
        raise ValueError("n must be a positive integer.")
    if a.ndim != 1:
        raise ValueError("convolution_matrix: a must be one-dimensional")
    if mode not in ("full", "valid", "same"):
        raise ValueError("'mode' argument must be one of ('full', 'valid', 'same')")
    m = a.shape[0]
    row = jnp.arange(m + n - 1)[:, None] - jnp.arange(n)[None, :]
    full = jnp.where((row >= 0) & (row < m), a[jnp.clip(row, 0, m - 1)], jnp.zeros((), a.dtype))
    if mode == "full":
        return full
    if mode == "same":
        start = (min(n, m) - 1) // 2
        return full[start:start + max(n, m)]
    return full[min(n, m) - 1:max(n, m)]


def dft(n, scale=None, *, dtype=None):
    """The matrix of the discrete Fourier transform."""
    if scale not in (None, "sqrtn", "n"):
        raise ValueError(f"scale must be None, 'sqrtn', or 'n'; got {scale!r}")
    i = jnp.arange(n)
    matrix = jnp.exp(-2j * math.pi * ((i[:, None] * i[None, :]) % n) / n)
    matrix = matrix if dtype is None else matrix.astype(dtype)
    return matrix / math.sqrt(n) if scale == "sqrtn" else matrix / n if scale == "n" else matrix


def fiedler(a):
    """|a[i] - a[j]|."""
    a = jnp.asarray(a)
    return jnp.abs(a[..., :, None] - a[..., None, :])


def hadamard(n, dtype=int):
    """Sylvester's matrix of 1 and -1 with orthogonal rows; n is a power of two."""
    if n < 1 or n & (n - 1):
        raise ValueError(f"n must be a positive integer that is a power of 2, got {n}.")
    matrix = jnp.ones((1, 1), dtype)
    while matrix.shape[0] < n:
        matrix = jnp.block([[matrix, matrix], [matrix, -matrix]])
    return matrix


def hankel(c, r=None):
    """Constant along antidiagonals: c is the first column, r the last row (zeros unless given); leading axes are a batch."""
    c = jnp.atleast_1d(c)
    r = jnp.zeros_like(c) if r is None else jnp.atleast_1d(r)
    c, r = core.promote_dtypes("hankel", c, r)
    m, n = c.shape[-1], r.shape[-1]
    batch = jnp.broadcast_shapes(c.shape[:-1], r.shape[:-1])
    line = jnp.concatenate([jnp.broadcast_to(c, batch + (m,)), jnp.broadcast_to(r[..., 1:], batch + (n - 1,))], -1)
    return line[..., jnp.arange(m)[:, None] + jnp.arange(n)[None, :]]


def helmert(n, full=False):
    """Orthonormal rows, each the difference of an element from the mean of those before it; full adds their mean in front."""
    rows = jnp.arange(1, n)[:, None].astype(float)
    columns = jnp.arange(n)[None, :]
    scale = 1 / jnp.sqrt(rows * (rows + 1))
    matrix = jnp.where(columns < rows, scale, jnp.where(columns == rows, -rows * scale, 0.0))
    if not full:
        return matrix
    return jnp.concatenate([jnp.full((1, n), 1 / math.sqrt(n)), matrix])


def leslie(f, s):
    """The matrix of a population's growth: fecundities f in the first row, survival s below the diagonal."""
    f, s = core.promote_dtypes("leslie", jnp.atleast_1d(f), jnp.atleast_1d(s))
    if s.shape[-1] != f.shape[-1] - 1:
        raise ValueError(f"length of s must be equal to the length of f minus 1, got {s.shape[-1]} and {f.shape[-1]}")
    if f.ndim != 1 or s.ndim != 1:
        raise NotImplementedError("jax.scipy.linalg.leslie: batches are not supported by cjax")
    return jnp.diag(s, -1).at[0].set(f)


def _binomials(n):
    return [[math.comb(i, j) for j in range(n)] for i in range(n)]


def pascal(n, kind=None):
    """Binomial coefficients: lower, upper or (their product) symmetric."""
    if kind not in (None, "symmetric", "lower", "upper"):
        raise ValueError("Expected kind to be on of: 'symmetric', 'lower', 'upper'")
    lower = jnp.array(_binomials(n), float)
    return lower if kind == "lower" else lower.T if kind == "upper" else lower @ lower.T


def invpascal(n, kind=None):
    """The inverse of pascal."""
    if kind not in (None, "symmetric", "lower", "upper"):
        raise ValueError("Expected kind to be on of: 'symmetric', 'lower', 'upper'")
    rows = _binomials(n)
    lower = jnp.array([[(-1) ** (i - j) * v for j, v in enumerate(row)] for i, row in enumerate(rows)], float)
    return lower if kind == "lower" else lower.T if kind == "upper" else lower.T @ lower


def invhilbert(n):
    """The inverse of hilbert, of whole numbers."""
    def entry(i, j):
        sign = (-1) ** (i + j)
        return sign * (i + j + 1) * math.comb(n + i, n - j - 1) * math.comb(n + j, n - i - 1) * math.comb(i + j, i) ** 2

    return jnp.array([[float(entry(i, j)) for j in range(n)] for i in range(n)])


def polar(a, side="right", *, method="qdwh", eps=None, max_iterations=None):
    """A unitary and a positive semidefinite factor, a = u p (right) or a = p u (left), by the singular values."""
    if side not in ("right", "left"):
        raise ValueError(f"Invalid `side`: {side!r}.")
    if method not in ("qdwh", "svd"):
        raise ValueError(f"Unknown polar decomposition method {method}.")
    (a,) = core.promote_args_inexact("polar", a)
    u, s, vh = jnp.linalg.svd(a, full_matrices=False)
    if side == "right":
        return u @ vh, (jnp.conj(vh.T) * s) @ vh
    return u @ vh, (u * s) @ jnp.conj(u.T)
