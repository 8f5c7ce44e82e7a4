"""jax.numpy.fft: discrete Fourier transforms."""

import math
from operator import index

from _cjax import numpy as core
from _cjax.primitive import bind
from jax import lax
from jax.numpy._util import canonicalize_axis

_NORMS = ("backward", "ortho", "forward")


def _pad_or_cut(x, sizes, axes):
    # x with axes[i] of length sizes[i]: zeros after it, or its start.
    for size, axis in zip(sizes, axes):
        if size < x.shape[axis]:
            x = lax.slice_in_dim(x, 0, size, axis=axis)
        elif size > x.shape[axis]:
            config = [(0, size - x.shape[axis] if i == axis else 0, 0) for i in range(x.ndim)]
            x = lax.pad(x, lax.full((), 0, x.dtype), config)
    return x


def _last(x, axes):
    # x with `axes` last, and how to bring them back.
    others = [i for i in range(x.ndim) if i not in axes]
    order = (*others, *axes)
    back = tuple(order.index(i) for i in range(x.ndim))
    return (x, back) if order == tuple(range(x.ndim)) else (lax.transpose(x, order), back)


def _arguments(name, x, s, axes):
    x = core.asarray(x)
    if s is not None:
        s = tuple(index(n) for n in s)
        if any(n < 1 for n in s):
            raise ValueError("Shape should be positive.")
    if axes is None and s is not None and len(s) > x.ndim:
        raise ValueError(f"FFT input shape {x.shape} must have at least as many input dimensions as fft_lengths {s}.")
    if axes is None:
        axes = range(x.ndim) if s is None else range(x.ndim - len(s), x.ndim)
    axes = [canonicalize_axis(a, x.ndim) for a in axes]
    if s is not None and len(s) != len(axes):
        raise ValueError(f"Shape and axes have different lengths, {name}: {s}, {axes}.")
    if len(set(axes)) != len(axes):
        raise ValueError(f"jax.numpy.{name[4:]} does not support repeated axes. Got axes {tuple(axes)}.")
    return x, axes


def _check(name, norm):
    if norm not in (None, *_NORMS):
        raise ValueError(f'Invalid norm value {norm}; should be "backward","ortho" or "forward".')


def _scaled(y, size, norm, inverse):
    if norm in (None, "backward"):
        return y
    factor = math.sqrt(size) if norm == "ortho" else size
    return y * lax.full((), factor if inverse else 1 / factor, y.dtype)


def _complex(x):
    if core.issubdtype(x.dtype, core.complexfloating):
        return x
    (x,) = core.promote_args_inexact("fft", x)
    return lax.convert_element_type(x, core.complex128 if x.dtype == core.float64 else core.complex64)


def _fftn(name, x, s, axes, norm, inverse):
    x, axes = _arguments(name, x, s, axes)
    _check(name, norm)
    y = _complex(x)
    s = [y.shape[a] for a in axes] if s is None else s
    y = _pad_or_cut(y, s, axes)
    for first in range(0, len(axes), 3):
        some = axes[first:first + 3]
        y, back = _last(y, some)
        y = lax.transpose(bind("fft", (y,), 1, rank=len(some), inverse=inverse)[0], back)
    return _scaled(y, math.prod(s), norm, inverse)


def fft(a, n=None, axis=-1, norm=None):
    """The discrete Fourier transform along one axis."""
    return _fftn("jnp.fft.fft", a, None if n is None else (n,), (axis,), norm, False)


def ifft(a, n=None, axis=-1, norm=None):
    return _fftn("jnp.fft.ifft", a, None if n is None else (n,), (axis,), norm, True)


def fft2(a, s=None, axes=(-2, -1), norm=None):
    return _fftn("jnp.fft.fft2", a, s, axes, norm, False)


def ifft2(a, s=None, axes=(-2, -1), norm=None):
    return _fftn("jnp.fft.ifft2", a, s, axes, norm, True)


def fftn(a, s=None, axes=None, norm=None):
    return _fftn("jnp.fft.fftn", a, s, axes, norm, False)


def ifftn(a, s=None, axes=None, norm=None):
    return _fftn("jnp.fft.ifftn", a, s, axes, norm, True)


def rfftn(a, s=None, axes=None, norm=None):
    """The transform of real numbers; of the last axis, the half that determines the other."""
    x, axes = _arguments("jnp.fft.rfftn", a, s, axes)
    _check("rfftn", norm)
    if core.issubdtype(x.dtype, core.complexfloating):
        raise ValueError("only real valued inputs supported for rfft")
    (x,) = core.promote_args_inexact("rfft", x)
    s = [x.shape[a] for a in axes] if s is None else s
    x, back = _last(_pad_or_cut(x, s, axes), axes)
    if core.finfo(x.dtype).bits < 32:
        raise ValueError(f"RFFT input must be float32 or float64, got {x.dtype}")
    y = lax.transpose(bind("rfft", (x,), 1, rank=1)[0], back)
    if len(axes) > 1:
        y = _fftn("jnp.fft.rfftn", y, None, axes[:-1], None, False)
    return _scaled(y, math.prod(s), norm, False)


def irfftn(a, s=None, axes=None, norm=None):
    """The inverse of rfftn; the last axis has twice the length less 2 unless s says otherwise."""
    x, axes = _arguments("jnp.fft.irfftn", a, s, axes)
    _check("irfftn", norm)
    x = _complex(x)
    if s is None:
        s = [x.shape[a] for a in axes]
        s[-1] = max(0, 2 * (s[-1] - 1))
        if s[-1] < 1:
            raise ValueError("Shape should be positive.")
    x = _pad_or_cut(x, [*s[:-1], s[-1] // 2 + 1], axes)
    if len(axes) > 1:
        x = _fftn("jnp.fft.irfftn", x, None, axes[:-1], None, True)
    x, back = _last(x, axes)
    y = lax.transpose(bind("irfft", (x,), 1, rank=1, length=s[-1])[0], back)
    return _scaled(y, math.prod(s), norm, True)


def rfft(a, n=None, axis=-1, norm=None):
    return rfftn(a, None if n is None else (n,), (axis,), norm)


def irfft(a, n=None, axis=-1, norm=None):
    return irfftn(a, None if n is None else (n,), (axis,), norm)


def rfft2(a, s=None, axes=(-2, -1), norm=None):
    return rfftn(a, s, axes, norm)


def irfft2(a, s=None, axes=(-2, -1), norm=None):
    return irfftn(a, s, axes, norm)


def _swapped(norm):
    return {None: "forward", "backward": "forward", "ortho": "ortho", "forward": "backward"}[norm]


def hfft(a, n=None, axis=-1, norm=None):
    """The real transform of a signal whose other half is the conjugate of a."""
    from jax.numpy.ufuncs import conj
    _check("hfft", norm)
    return irfft(conj(core.asarray(a)), n, axis, _swapped(norm))


def ihfft(a, n=None, axis=-1, norm=None):
    from jax.numpy.ufuncs import conj
    _check("ihfft", norm)
    return conj(rfft(a, n, axis, _swapped(norm)))


def fftfreq(n, d=1.0, *, dtype=None, device=None):
    """The frequencies of fft's results, for samples d apart."""
    from jax.numpy.creation import arange
    dtype = dtype or core.result_type(1.0)
    i = arange(n)
    k = lax.select(i < (n + 1) // 2, i, i - n)
    return lax.convert_element_type(k, dtype) / core.asarray(d * n, dtype)


def rfftfreq(n, d=1.0, *, dtype=None, device=None):
    from jax.numpy.creation import arange
    dtype = dtype or core.result_type(1.0)
    return arange(0, n // 2 + 1, dtype=dtype) / core.asarray(d * n, dtype)


def _shifts(x, axes, inverse):
    axes = range(x.ndim) if axes is None else (axes,) if isinstance(axes, int) else axes
    return [-(x.shape[a] // 2) if inverse else x.shape[a] // 2 for a in axes], tuple(axes)


def fftshift(x, axes=None):
    """Frequency 0 in the middle."""
    from jax.numpy.manipulation import roll
    x = core.asarray(x)
    return roll(x, *_shifts(x, axes, False))


def ifftshift(x, axes=None):
    from jax.numpy.manipulation import roll
    x = core.asarray(x)
    return roll(x, *_shifts(x, axes, True))
