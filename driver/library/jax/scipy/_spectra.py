"""jax.scipy.signal: spectra of pieces of a signal (Welch 1967), and the signal of its pieces' spectra."""

import math
import warnings

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy import _windows

_BOUNDARIES = ("even", "odd", "constant", "zeros", None)


def _hann(n):
    return jnp.ones(1) if n == 1 else jnp.sin(jnp.linspace(0, math.pi, n, endpoint=False)) ** 2


def _window(window, nperseg, length, dtype):
    """The window as an array, and its length; length: that of the signal, or None where nperseg must fit."""
    if isinstance(window, (str, tuple)):
        nperseg = 256 if nperseg is None else nperseg
        if length is not None and nperseg > length:
            warnings.warn(f"nperseg={nperseg} is greater than input_length={length}, using nperseg={length}")
            nperseg = length
        if window != "hann":
            return jnp.array(_windows.window(window, nperseg), dtype), nperseg
        return _hann(nperseg).astype(dtype), nperseg
    win = jnp.asarray(window, dtype)
    if win.ndim != 1:
        raise ValueError("window must be 1-D")
    if length is not None and length < win.size:
        raise ValueError("window is longer than input signal")
    if nperseg is not None and nperseg != win.size:
        raise ValueError("value specified for nperseg is different from length of window")
    return win, win.size


def _extended(x, n, boundary):
    """x with n more samples at both ends of its last axis."""
    widths = [(0, 0)] * (x.ndim - 1) + [(n, n)]
    if boundary == "odd":
        if n < 1:
            return x
        if n > x.shape[-1] - 1:
            raise ValueError(f"The extension length n ({n}) is too big. It must not exceed x.shape[axis]-1, which is "
                             f"{x.shape[-1] - 1}.")
        left, right = 2 * x[..., :1] - jnp.flip(x[..., 1:n + 1], -1), 2 * x[..., -1:] - jnp.flip(x[..., -n - 1:-1], -1)
        return jnp.concatenate([left, x, right], -1)
    return jnp.pad(x, widths, {"even": "reflect", "constant": "edge", "zeros": "constant"}[boundary])


def _pieces(x, nperseg, step):
    starts = jnp.arange((x.shape[-1] - nperseg) // step + 1) * step
    return x[..., starts[:, None] + jnp.arange(nperseg)]


def _transformed(x, win, detrend_type, sizes, sides):
    nperseg, noverlap, nfft = sizes
    pieces = _pieces(x, nperseg, nperseg - noverlap)
    if callable(detrend_type):
        pieces = detrend_type(pieces)
    elif isinstance(detrend_type, str):
        from jax.scipy.signal import detrend
        pieces = detrend(pieces, type=detrend_type, axis=-1)
    elif detrend_type:
        raise ValueError(f"Unsupported detrend type: {detrend_type}")
    pieces = win * pieces
    return jnp.fft.fft(pieces, nfft) if sides == "twosided" else jnp.fft.rfft(pieces.real, nfft)


def _sizes(nperseg, noverlap, nfft):
    noverlap = nperseg // 2 if noverlap is None else int(noverlap)
    nfft = nperseg if nfft is None else int(nfft)
    if nfft < nperseg:
        raise ValueError("nfft must be greater than or equal to nperseg.")
    if noverlap >= nperseg:
        raise ValueError("noverlap must be less than nperseg.")
    return nperseg, noverlap, nfft


def _scale(win, fs, scaling, mode):
    if scaling not in ("density", "spectrum"):
        raise ValueError(f"Unknown scaling: {scaling}")
    scale = 1.0 / (fs * (win * win).sum()) if scaling == "density" else 1.0 / win.sum() ** 2
    return jnp.sqrt(scale) if mode == "stft" else scale


def _spectra(x, y, fs, window, nperseg, noverlap, nfft, detrend, return_onesided, scaling, axis, mode, boundary=None,
             padded=False):
    """Frequencies, times, and the spectra (or cross spectra) of the pieces."""
    if boundary not in _BOUNDARIES:
        raise ValueError(f"Unknown boundary option '{boundary}', must be one of: {list(_BOUNDARIES)}")
    signals = core.promote_dtypes_inexact("spectra", *([x] if y is None else [x, y]))
    axis = axis % signals[0].ndim
    if nperseg is not None and int(nperseg) < 1:
        raise ValueError("nperseg must be a positive integer")
    win, nperseg = _window(window, nperseg, signals[0].shape[axis], signals[0].dtype)
    sizes = nperseg, noverlap, nfft = _sizes(nperseg, noverlap, nfft)
    signals = [jnp.moveaxis(s, axis, -1) for s in signals]
    longest = max(s.shape[-1] for s in signals)
    signals = [jnp.pad(s, [(0, 0)] * (s.ndim - 1) + [(0, longest - s.shape[-1])]) for s in signals]
    if boundary is not None:
        signals = [_extended(s, nperseg // 2, boundary) for s in signals]
    if padded:
        more = (-(signals[0].shape[-1] - nperseg) % (nperseg - noverlap)) % nperseg
        signals = [jnp.pad(s, [(0, 0)] * (s.ndim - 1) + [(0, more)]) for s in signals]
    sides = "onesided" if return_onesided else "twosided"
    if return_onesided and any(jnp.iscomplexobj(s) for s in signals):
        sides = "twosided"
        warnings.warn("Input data is complex, switching to return_onesided=False")
    parts = [_transformed(s, win, detrend, sizes, sides) for s in signals]
    result = parts[0] if mode == "stft" else jnp.conj(parts[0]) * parts[-1]
    result = result * _scale(win, fs, scaling, mode)
    if sides == "onesided" and mode == "psd":
        result = result.at[..., 1:None if nfft % 2 else -1].mul(2)
    freqs = jnp.fft.fftfreq(nfft, 1 / fs) if sides == "twosided" else jnp.fft.rfftfreq(nfft, 1 / fs)
    time = jnp.arange(nperseg / 2, signals[0].shape[-1] - nperseg / 2 + 1, nperseg - noverlap) / fs
    if boundary is not None:
        time = time - (nperseg / 2) / fs
    result = result.real if y is None and mode != "stft" else result
    return freqs, time, jnp.moveaxis(result, -1, axis)


def stft(x, fs=1.0, window="hann", nperseg=256, noverlap=None, nfft=None, detrend=False, return_onesided=True,
         boundary="zeros", padded=True, axis=-1):
    """Frequencies, times, and the transforms of the windowed pieces of x."""
    return _spectra(x, None, fs, window, nperseg, noverlap, nfft, detrend, return_onesided, "spectrum", axis, "stft",
                    boundary, padded)


def csd(x, y, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, detrend="constant", return_onesided=True,
        scaling="density", axis=-1, average="mean"):
    """Frequencies and the cross spectrum of x and y."""
    freqs, _, p = _spectra(x, y, fs, window, nperseg, noverlap, nfft, detrend, return_onesided, scaling, axis, "psd")
    p = p + 0j if y is not None else p
    if p.ndim >= 2 and p.size > 0:
        p = _averaged(p, average) if p.shape[-1] > 1 else p[..., 0]
    return freqs, p


def _averaged(p, average):
    if average == "mean":
        return p.mean(axis=-1)
    if average != "median":
        raise ValueError(f'average must be "median" or "mean", got {average}')
    ks = jnp.arange(2.0, p.shape[-1], 2)
    bias = (1 + jnp.sum(1.0 / (ks + 1) - 1.0 / ks)).astype(p.real.dtype)
    if jnp.iscomplexobj(p):
        return (jnp.median(p.real, axis=-1) + 1j * jnp.median(p.imag, axis=-1)) / bias
    return jnp.median(p, axis=-1) / bias


def welch(x, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, detrend="constant", return_onesided=True,
          scaling="density", axis=-1, average="mean"):
    """Frequencies and the power spectrum of x."""
    freqs, p = csd(x, None, fs, window, nperseg, noverlap, nfft, detrend, return_onesided, scaling, axis, average)
    return freqs, p.real


def _overlapped(pieces, step):
    """The sum of pieces [..., count, length] laid step apart."""
    count, length = pieces.shape[-2:]
    at = jnp.arange(count)[:, None] * step + jnp.arange(length)
    out = jnp.zeros((*pieces.shape[:-2], step * (count - 1) + length), pieces.dtype)
    return out.at[..., at].add(pieces)


def istft(Zxx, fs=1.0, window="hann", nperseg=None, noverlap=None, nfft=None, input_onesided=True, boundary=True,
          time_axis=-1, freq_axis=-2):
    """Times and the signal whose stft is Zxx."""
    Z = jnp.asarray(Zxx)
    if Z.ndim < 2:
        raise ValueError("Input stft must be at least 2d!")
    freq_axis, time_axis = freq_axis % Z.ndim, time_axis % Z.ndim
    if freq_axis == time_axis:
        raise ValueError("Must specify differing time and frequency axes!")
    Z = Z.astype(core.complex128 if Z.dtype in (core.float64, core.complex128) else core.complex64)
    usual = 2 * (Z.shape[freq_axis] - 1) if input_onesided else Z.shape[freq_axis]
    nperseg = int(nperseg or usual)
    if nperseg < 1:
        raise ValueError("nperseg must be a positive integer")
    n = usual + (input_onesided and nperseg == usual + 1) if nfft is None else int(nfft)
    if n < nperseg:
        raise ValueError(f"FFT length ({n}) must be longer than nperseg ({nperseg}).")
    noverlap = int(noverlap or nperseg // 2)
    if noverlap >= nperseg:
        raise ValueError("noverlap must be less than nperseg.")
    Z = jnp.moveaxis(Z, (freq_axis, time_axis), (-2, -1))
    pieces = (jnp.fft.irfft if input_onesided else jnp.fft.ifft)(Z, axis=-2, n=nfft)[..., :nperseg, :]
    win, _ = _window(window, nperseg, None, pieces.dtype)
    pieces = jnp.swapaxes(pieces * win.sum(), -2, -1) * win
    x = _overlapped(pieces, nperseg - noverlap)
    norm = _overlapped(jnp.broadcast_to(win * win, pieces.shape[-2:]), nperseg - noverlap)
    if boundary:
        half = nperseg // 2
        x, norm = x[..., half:-half], norm[..., half:-half]
    x = x / jnp.where(norm > 1e-10, norm, 1.0)
    if x.ndim > 1 and time_axis != Z.ndim - 1:
        x = jnp.moveaxis(x, -1, time_axis - (freq_axis < time_axis))
    return jnp.arange(x.shape[0], dtype=x.real.dtype) / fs, x
