"""Window functions of signal processing, and i0."""

import math

from _cjax import numpy as core
from jax import lax
from jax._src.custom import custom_jvp
from jax._src.wide import wide
from jax.numpy._util import promote_args_inexact
from jax.numpy.creation import arange, ones
from jax.numpy.ufuncs import cos, sqrt


def _positions(M):
    return arange(M, dtype=core.result_type(float))


def bartlett(M):
    """The triangular window of M points, 0 at both ends."""
    if M <= 1:
        return ones(M)
    n = _positions(M)
    return 1 - abs(2 * n + 1 - M) / (M - 1)


def hamming(M):
    """Hamming's window: a raised cosine that ends at 0.08."""
    return ones(M) if M <= 1 else 0.54 - 0.46 * cos((2 * math.pi / (M - 1)) * _positions(M))


def hanning(M):
    """Hann's window: a raised cosine that ends at 0."""
    return ones(M) if M <= 1 else 0.5 * (1 - cos((2 * math.pi / (M - 1)) * _positions(M)))


def blackman(M):
    """Blackman's window: three terms of a cosine series, 0 at both ends."""
    if M <= 1:
        return ones(M)
    n = (2 * math.pi / (M - 1)) * _positions(M)
    return 0.08 * cos(2 * n) - 0.5 * cos(n) + 0.42


def kaiser(M, beta):
    """Kaiser's window of M points: a ratio of Bessel functions i0, with beta as the width of its main lobe."""
    if M <= 1:
        return ones(M)
    n = _positions(M)
    half = 0.5 * (M - 1)
    return i0(beta * sqrt(1 - ((n - half) / half) ** 2)) / i0(beta)


def i0(x):
    """The modified Bessel function of the first kind, of order 0."""
    x, = promote_args_inexact("i0", x)
    if not core.issubdtype(x.dtype, core.floating):
        raise ValueError(f"Unsupported input type to jax.numpy.i0: {x.dtype}")
    return _i0(x)


@custom_jvp
@wide
def _i0(x):
    return lax.exp(lax.abs(x)) * lax.bessel_i0e(x)


@wide
def _i1(x):
    return lax.exp(lax.abs(x)) * lax.bessel_i1e(x)


_i0.defjvps(lambda t, ans, x: t * _i1(x))
