"""jax.lax.fft: the Fourier transforms as primitives, over the last axes and not scaled but by the inverse ones."""

from _cjax import numpy as core
from _cjax.primitive import bind
from jax import lax

_KINDS = ("FFT", "IFFT", "RFFT", "IRFFT")


def _kind(fft_type):
    if not isinstance(fft_type, str) and getattr(fft_type, "name", None) not in _KINDS:
        raise TypeError(f"Unknown FFT type value '{fft_type}'")
    name = fft_type.upper() if isinstance(fft_type, str) else fft_type.name
    if name not in _KINDS:
        raise ValueError(f"Unknown FFT type '{fft_type}'")
    return name


def _converted(kind, x):
    (x,) = core.promote_args_inexact("fft", x)
    is_complex = core.issubdtype(x.dtype, core.complexfloating)
    if kind != "RFFT":
        wide = core.complex128 if x.dtype == core.float64 else core.complex64
        return x if is_complex else lax.convert_element_type(x, wide)
    if is_complex:
        raise ValueError("only real valued inputs supported for rfft")
    if x.dtype not in (core.float32, core.float64):
        raise ValueError(f"RFFT input must be float32 or float64, got {x.dtype}")
    return x


def _check_shape(kind, shape, lengths):
    n = len(lengths)
    if len(shape) < n:
        raise ValueError(f"FFT input shape {shape} must have at least as many input dimensions as fft_lengths {lengths}.")
    last = shape[len(shape) - n:]
    if kind == "IRFFT":
        if last[:-1] != lengths[:-1]:
            raise ValueError(f"IRFFT input shape {shape} minor dimensions must be equal to all except the last "
                             f"fft_length, got fft_lengths={lengths}")
    elif last != lengths:
        name = "RFFT" if kind == "RFFT" else "FFT"
        raise ValueError(f"{name} input shape {shape} minor dimensions must be equal to fft_lengths {lengths}")


def fft(x, fft_type, fft_lengths):
    """The transform of kind fft_type (an FftType or its name) over the last len(fft_lengths) axes."""
    kind = _kind(fft_type)
    lengths = tuple(fft_lengths)
    x = _converted(kind, x)
    if not lengths:
        return x
    _check_shape(kind, x.shape, lengths)
    if kind == "RFFT":
        return bind("rfft", (x,), 1, rank=len(lengths))[0]
    if kind == "IRFFT":
        return bind("irfft", (x,), 1, rank=len(lengths), length=lengths[-1])[0]
    return bind("fft", (x,), 1, rank=len(lengths), inverse=kind == "IFFT")[0]
