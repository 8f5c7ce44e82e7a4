"""jax.scipy.fft: the discrete cosine transform of type 2 and its inverse, by one complex Fourier transform (Makhoul 1980)."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def _check(type, norm):
    if type != 2:
        raise NotImplementedError("Only DCT type 2 is implemented.")
    if norm is not None and norm != "ortho":
        raise ValueError(f"jax.scipy.fft.dct: {norm!r} is not implemented")


def _resized(x, n, axis):
    """x of at least 32 bits, cut, or filled with zeros, to n along an axis."""
    (x,) = core.promote_args_inexact("dct", x)
    x = x.astype(core.promote_types(x.dtype, core.float32))
    if n is None or n == x.shape[axis]:
        return x
    if n < x.shape[axis]:
        return jnp.take(x, jnp.arange(n), axis=axis)
    pad = [(0, 0)] * x.ndim
    pad[axis] = (0, n - x.shape[axis])
    return jnp.pad(x, pad)


def _ortho(n, dtype):
    """What an orthonormal transform multiplies each result of the plain one with."""
    first = math.sqrt(1 / (4 * n))
    return jnp.full(n, math.sqrt(1 / (2 * n)), dtype).at[0].set(first)


def _phase(n):
    return jnp.exp(-0.5j * math.pi * jnp.arange(n) / n)


def dct(x, type=2, n=None, axis=-1, norm=None):
    """2 sum_k x[k] cos(pi j (2 k + 1) / (2 n)) for each j along an axis; orthonormal with norm="ortho"."""
    _check(type, norm)
    x = jnp.moveaxis(_resized(x, n, axis), axis, -1)
    count = x.shape[-1]
    folded = jnp.concatenate([x[..., ::2], x[..., 1::2][..., ::-1]], -1)
    y = (2 * jnp.real(jnp.fft.fft(folded) * _phase(count))).astype(x.dtype)
    if norm == "ortho":
        y = y * _ortho(count, y.dtype)
    return jnp.moveaxis(y, -1, axis)


def idct(x, type=2, n=None, axis=-1, norm=None):
    """The inverse of dct."""
    _check(type, norm)
    y = jnp.moveaxis(_resized(x, n, axis), axis, -1)
    count = y.shape[-1]
    if norm == "ortho":
        y = y / _ortho(count, y.dtype)
    mirrored = jnp.concatenate([jnp.zeros_like(y[..., :1]), y[..., 1:][..., ::-1]], -1)
    folded = jnp.real(jnp.fft.ifft((y - 1j * mirrored) * jnp.conj(_phase(count)) / 2)).astype(y.dtype)
    half = (count + 1) // 2
    result = jnp.zeros_like(folded).at[..., ::2].set(folded[..., :half]).at[..., 1::2].set(folded[..., half:][..., ::-1])
    return jnp.moveaxis(result, -1, axis)


def _over_axes(transform, x, type, s, axes, norm):
    x = jnp.asarray(x)
    if axes is None:
        axes = range(x.ndim) if s is None else range(x.ndim - len(s), x.ndim)
    for i, axis in enumerate(axes):
        x = transform(x, type, None if s is None else s[i], axis, norm)
    return x


def dctn(x, type=2, s=None, axes=None, norm=None):
    """dct along several axes (all unless told)."""
    return _over_axes(dct, x, type, s, axes, norm)


def idctn(x, type=2, s=None, axes=None, norm=None):
    """The inverse of dctn."""
    return _over_axes(idct, x, type, s, axes, norm)
