"""jax.scipy.signal: convolution and correlation."""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax.scipy._spectra import csd, istft, stft, welch  # noqa: F401


def _modes(name, mode, method):
    if mode not in ("full", "same", "valid"):
        raise ValueError(f"mode must be one of ['full', 'same', 'valid'], got {mode}")
    if method not in ("auto", "direct", "fft"):
        raise ValueError(f"Got {method=}; expected 'auto', 'fft', or 'direct'.")


def _direct(x, y, mode):
    # y is reversed, so that the convolution of lax (a correlation) is one.
    for a, b in zip(x.shape, y.shape):
        if mode == "valid" and a < b and all(p <= q for p, q in zip(x.shape, y.shape)):
            x, y = y, x
            break
    pads = {"valid": [(0, 0)] * x.ndim, "full": [(n - 1, n - 1) for n in y.shape],
            "same": [(n - 1 - (n - 1) // 2, (n - 1) // 2) for n in y.shape]}[mode]
    out = lax.conv_general_dilated(x[None, None], jnp.flip(y)[None, None], (1,) * x.ndim, pads)
    return out[0, 0]


def convolve(in1, in2, mode="full", method="auto", precision=None):
    """The convolution of two arrays of one rank."""
    _modes("convolve", mode, method)
    if method == "fft":
        return fftconvolve(in1, in2, mode)
    x, y = core.promote_dtypes_inexact("convolve", in1, in2)
    if x.ndim != y.ndim:
        raise ValueError("in1 and in2 must have the same number of dimensions")
    return _direct(x, y, mode)


def correlate(in1, in2, mode="full", method="auto", precision=None):
    """The cross-correlation of two arrays of one rank."""
    _modes("correlate", mode, method)
    return convolve(in1, jnp.flip(jnp.conj(jnp.asarray(in2))), mode, method)


def convolve2d(in1, in2, mode="full", boundary="fill", fillvalue=0, precision=None):
    if boundary != "fill" or fillvalue != 0:
        raise NotImplementedError("convolve2d() only supports boundary='fill', fillvalue=0")
    if jnp.ndim(in1) != 2 or jnp.ndim(in2) != 2:
        raise ValueError("convolve2d() only supports 2-dimensional inputs.")
    return convolve(in1, in2, mode, "direct")


def correlate2d(in1, in2, mode="full", boundary="fill", fillvalue=0, precision=None):
    if boundary != "fill" or fillvalue != 0:
        raise NotImplementedError("correlate2d() only supports boundary='fill', fillvalue=0")
    if jnp.ndim(in1) != 2 or jnp.ndim(in2) != 2:
        raise ValueError("correlate2d() only supports 2-dimensional inputs.")
    if mode != "same":
        return correlate(in1, in2, mode, "direct")
    # The convolution that is turned round: where a side of in2 is even, the middle is another one.
    return jnp.flip(convolve(jnp.flip(jnp.asarray(in1)), jnp.conj(jnp.asarray(in2)), mode, "direct"))


def fftconvolve(in1, in2, mode="full", axes=None):
    """convolve by Fourier transforms."""
    _modes("fftconvolve", mode, "fft")
    x, y = core.promote_dtypes_inexact("fftconvolve", in1, in2)
    if axes is not None and sorted(a % x.ndim for a in axes) != list(range(x.ndim)):
        raise NotImplementedError("jax.scipy.signal.fftconvolve: axes that are not all is not supported by cjaxc")
    if mode == "valid" and all(a <= b for a, b in zip(x.shape, y.shape)):
        x, y = y, x
    full = [a + b - 1 for a, b in zip(x.shape, y.shape)]
    if jnp.iscomplexobj(x):
        z = jnp.fft.ifftn(jnp.fft.fftn(x, full) * jnp.fft.fftn(y, full))
    else:
        z = jnp.fft.irfftn(jnp.fft.rfftn(x, full) * jnp.fft.rfftn(y, full), full)
    size = {"full": full, "same": x.shape, "valid": [a - b + 1 for a, b in zip(x.shape, y.shape)]}[mode]
    start = [(a - b) // 2 for a, b in zip(full, size)]
    return lax.slice(z, start, [a + b for a, b in zip(start, size)])


def detrend(data, axis=-1, type="linear", bp=0, overwrite_data=None):
    """data less its mean ("constant") or its regression line ("linear")."""
    if type not in ("constant", "linear"):
        raise ValueError("Trend type must be 'linear' or 'constant'.")
    (x,) = core.promote_args_inexact("detrend", data)
    if type == "constant":
        return x - x.mean(axis, keepdims=True)
    if bp != 0:
        raise NotImplementedError("jax.scipy.signal.detrend: bp is not supported by cjaxc")
    x = jnp.moveaxis(x, axis, 0)
    n = x.shape[0]
    a = jnp.stack([jnp.ones(n, x.dtype), jnp.arange(1, n + 1, dtype=x.dtype) / n], axis=1)
    flat = x.reshape(n, math.prod(x.shape[1:]))
    line = a @ jnp.linalg.lstsq(a, flat)[0]
    return jnp.moveaxis((flat - line).reshape(x.shape), 0, axis)
