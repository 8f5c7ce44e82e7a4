"""Polynomials as arrays of coefficients, highest power first."""

import math
from operator import index

from _cjax import numpy as core
from jax import lax
from jax.numpy import reductions
from jax.numpy._util import broadcast_to, promote_args_inexact
from jax.numpy.creation import arange, array, diag, ones, vander
from jax.numpy.indexing import where
from jax.numpy.manipulation import atleast_1d, concatenate, roll
from jax.numpy.statistics import convolve

asarray = core.asarray


def polyval(p, x, *, unroll=16):
    """Polynomial with coefficients p, highest first, at x."""
    p, x = core.promote_dtypes("polyval", p, x)
    shape = lax.broadcast_shapes(p.shape[1:], x.shape)
    start = lax.full(shape, 0, x.dtype)
    return lax.scan(lambda y, c: (y * x + c, None), start, p, unroll=unroll)[0]


def polyadd(a1, a2):
    a1, a2 = core.promote_dtypes("polyadd", a1, a2)
    longer, shorter = (a1, a2) if a1.shape[0] > a2.shape[0] else (a2, a1)
    return longer.at[longer.shape[0] - shorter.shape[0]:].add(shorter)


def polysub(a1, a2):
    a1, a2 = core.promote_dtypes("polysub", a1, a2)
    return polyadd(a1, -a2)


def polymul(a1, a2, *, trim_leading_zeros=False):
    """The product; trim_leading_zeros needs values known when compiled."""
    a1, a2 = core.promote_dtypes_inexact("polymul", a1, a2)
    if trim_leading_zeros and (a1.shape[0] > 1 or a2.shape[0] > 1):
        a1, a2 = _trim_front(a1), _trim_front(a2)
    a1 = array([0], a2.dtype) if a1.shape[0] == 0 else a1
    a2 = array([0], a1.dtype) if a2.shape[0] == 0 else a2
    return convolve(a1, a2, mode="full")


def polydiv(u, v, *, trim_leading_zeros=False):
    """Quotient and remainder of u by v."""
    u, v = core.promote_dtypes_inexact("polydiv", u, v)
    m, n = u.shape[0] - 1, v.shape[0] - 1
    steps = max(m - n + 1, 1)
    quotient = lax.full((steps,), 0, u.dtype)
    for k in range(m - n + 1):
        digit = u[k] / v[0]
        quotient = quotient.at[k].set(digit)
        u = u.at[k:k + n + 1].add(-digit * v)
    remainder = _trim_front(u, tolerance=True) if trim_leading_zeros else u
    return quotient, remainder


def _trim_front(a, tolerance=False):
    """a without the zeros (or values near them) in front."""
    from jax.numpy.reductions import argmax
    from jax.numpy.ufuncs import isclose
    zero = isclose(a, 0) if tolerance else a == 0
    skip = where(reductions.all(zero), a.shape[0], argmax(~zero))
    skip = core.concrete(skip, "The error occurred while trimming the leading zeros of a polynomial: "
                               "trim_leading_zeros needs values that are known when the program is compiled.")
    return a[int(skip):]


def polyder(p, m=1):
    """The m-th derivative of a polynomial."""
    (p,) = promote_args_inexact("polyder", p)
    m = index(m)
    if m < 0:
        raise ValueError("Order of derivative must be positive")
    if m == 0:
        return p
    powers = arange(p.shape[0] - 1, m - 1, -1)
    factor = lax.full(powers.shape, 1, p.dtype)
    for k in range(m):
        factor = factor * (powers - k).astype(p.dtype)
    return p[:-m] * factor if p.ndim == 1 else p[:-m] * factor[:, None]


def polyint(p, m=1, k=None):
    """The m-th antiderivative, with k as the constants of integration (0 unless given)."""
    k = 0 if k is None else k
    p, k = core.promote_dtypes_inexact("polyint", p, k)
    m = index(m)
    if m < 0:
        raise ValueError("Order of integral must be positive (see polyder)")
    k = atleast_1d(k)
    if k.shape[0] == 1:
        k = broadcast_to(k, (m,))
    if k.shape != (m,):
        raise ValueError("k must be a scalar or a rank-1 array of length 1 or m.")
    for i in range(m):
        powers = arange(p.shape[0], 0, -1).astype(p.dtype)
        p = concatenate([p / powers, k[i:i + 1]])
    return p


def poly(seq_of_zeros):
    """The monic polynomial that has these zeros, or the characteristic polynomial of a square matrix."""
    (zeros,) = promote_args_inexact("poly", seq_of_zeros)
    zeros = atleast_1d(zeros)
    if zeros.ndim == 2 and zeros.shape[0] == zeros.shape[1] != 0:
        from jax.numpy.linalg import eigvals
        zeros = eigvals(zeros)
    if zeros.ndim != 1:
        raise ValueError("input must be 1d or non-empty square 2d array.")
    if zeros.shape[0] == 0:
        return ones((), dtype=zeros.dtype)
    result = ones((1,), dtype=zeros.dtype)
    for i in range(zeros.shape[0]):
        result = convolve(result, concatenate([ones(1, zeros.dtype), -zeros[i:i + 1]]), mode="full")
    return result


def roots(p, *, strip_zeros=True):
    """The zeros of a polynomial, as eigenvalues of its companion matrix (complex).

    Leading zeros are stripped, which needs values known when compiled; strip_zeros=False gives nan in their places.
    """
    (p,) = promote_args_inexact("roots", p)
    p = atleast_1d(p)
    if p.ndim != 1:
        raise ValueError("Input must be a rank-1 array.")
    if p.shape[0] < 2:
        return array([], dtype=core.result_type(p.dtype, core.complex64))
    leading = where(reductions.all(p == 0), p.shape[0], reductions.argmin(p == 0))
    if strip_zeros:
        leading = core.concrete(leading, "The error occurred in the jnp.roots() function. To use this within a "
                                "JIT-compiled context, pass strip_zeros=False, but be aware that leading zeros "
                                "will result in some returned roots being set to NaN.")
        return _companion_roots(p[int(leading):])
    p = where(leading == p.shape[0], 1, p)
    found = _companion_roots(roll(p, -leading))
    found = lax.sort_key_val((found == 0).astype(core.int32), found)[1]
    return where(arange(found.shape[0]) < found.shape[0] - leading, found, complex(math.nan, math.nan))


def _companion_roots(p):
    from jax.numpy.linalg import eigvals
    if p.shape[0] < 2:
        return array([], dtype=core.result_type(p.dtype, core.complex64))
    companion = diag(ones((p.shape[0] - 2,), p.dtype), -1)
    return eigvals(companion.at[0].set(-p[1:] / p[0]))


def polyfit(x, y, deg, rcond=None, full=False, w=None, cov=False):
    """Coefficients of the polynomial of degree deg that fits y at x best, in the (weighted) least-squares sense.

    full adds (residuals, rank, singular values, rcond); cov adds the covariance of the coefficients, scaled by the
    residuals' variance unless it is "unscaled".
    """
    from jax.numpy.linalg import inv, lstsq
    if w is None:
        x, y = core.promote_dtypes_inexact("polyfit", x, y)
    else:
        x, y, w = core.promote_dtypes_inexact("polyfit", x, y, w)
    deg = index(core.concrete(deg, "deg must be int"))
    if deg < 0:
        raise ValueError("expected deg >= 0")
    if x.ndim != 1:
        raise TypeError("expected 1D vector for x")
    if x.size == 0:
        raise TypeError("expected non-empty vector for x")
    if y.ndim < 1 or y.ndim > 2:
        raise TypeError("expected 1D or 2D array for y")
    if x.shape[0] != y.shape[0]:
        raise TypeError("expected x and y to have same length")
    order = deg + 1
    rcond = x.shape[0] * float(core.finfo(x.dtype).eps) if rcond is None else rcond
    left, right = vander(x, order), y
    if w is not None:
        if w.ndim != 1:
            raise TypeError("expected a 1-d array for weights")
        if w.shape[0] != y.shape[0]:
            raise TypeError("expected w and y to have the same length")
        left = left * w[:, None]
        right = right * (w if y.ndim == 1 else w[:, None])
    # Columns of unit length: the powers of x differ by orders of magnitude.
    scale = lax.sqrt(reductions.sum(left * left, axis=0))
    fit, residuals, rank, singular = lstsq(left / scale, right, rcond)
    fit = (fit.T / scale).T
    if full:
        return fit, residuals, rank, singular, asarray(rcond)
    if not cov:
        return fit
    base = inv(left.T @ left / (scale[:, None] * scale)) / (scale[:, None] * scale)
    factor = 1
    if cov != "unscaled":
        if x.shape[0] <= order:
            raise ValueError("the number of data points must exceed order to scale the covariance matrix")
        factor = residuals / (x.shape[0] - order)
    return fit, base * factor if y.ndim == 1 else base[:, :, None] * factor
