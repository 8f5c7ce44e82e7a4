"""What few programs use of jax.lax, loaded when it is asked for: how exact and by which algorithm, other convolutions and scatters."""

import enum
from typing import Any, NamedTuple

from _cjax import numpy as core
from _cjax import transform as native
from jax._src.fft import fft
from jax._src.rng import rng_bit_generator

ConvGeneralDilatedDimensionNumbers = DotDimensionNumbers = PrecisionLike = Any


class AccuracyMode(enum.Enum):
    """How exact elementary functions are: as exact as they are."""

    HIGHEST = 1
    DEFAULT = 2


class Tolerance:
    """An error that an elementary function may have."""

    def __init__(self, atol=0.0, rtol=0.0, ulps=0):
        if atol < 0.0 or rtol < 0.0 or ulps < 0.0:
            raise ValueError("Tolerances must be non-negative.")
        if atol == 0.0 and rtol == 0.0 and ulps == 0:
            raise ValueError("At least one of atol, rtol, or ulps must be set.")
        self.atol, self.rtol, self.ulps = atol, rtol, ulps


class FftType(enum.IntEnum):
    """The kinds of Fourier transforms."""

    FFT = 0
    IFFT = 1
    RFFT = 2
    IRFFT = 3


class RandomAlgorithm(enum.IntEnum):
    """The generators of lax.rng_bit_generator."""

    RNG_DEFAULT = 0
    RNG_THREE_FRY = 1
    RNG_PHILOX = 2

    def __str__(self):
        return self.name


class DotAlgorithm(NamedTuple):
    """How products are rounded and summed."""

    lhs_precision_type: Any
    rhs_precision_type: Any
    accumulation_type: Any
    lhs_component_count: int = 1
    rhs_component_count: int = 1
    num_primitive_operations: int = 1
    allow_imprecise_accumulation: bool = False


_presets = ("DEFAULT ANY_F8_ANY_F8_F32 ANY_F8_ANY_F8_F32_FAST_ACCUM ANY_F8_ANY_F8_ANY ANY_F8_ANY_F8_ANY_FAST_ACCUM F16_F16_F16 "
            "F16_F16_F32 BF16_BF16_BF16 BF16_BF16_F32 BF16_BF16_F32_X3 BF16_BF16_F32_X6 BF16_BF16_F32_X9 TF32_TF32_F32 "
            "TF32_TF32_F32_X3 F32_F32_F32 F64_F64_F64")
DotAlgorithmPreset = enum.Enum("DotAlgorithmPreset", _presets.split())
DotAlgorithmPreset.__str__ = lambda self: self.name


def pcast(x, axis_name, *, to):
    """x: on one device every value is the same everywhere."""
    if isinstance(axis_name, (set, frozenset)):
        raise TypeError(f"axis_name={axis_name!r} must be a tuple or a str. Got {axis_name}")
    if to not in ("unreduced", "reduced", "varying"):
        raise ValueError("Got unexpected `to` value. Allowed `to` values are: {'unreduced', 'reduced', 'varying'}")
    return x


def pbroadcast(x, axis_name, source):
    """The value of the source-th member of a named axis, everywhere."""
    from jax import lax
    return lax.psum(lax.select(lax.eq(lax.axis_index(axis_name), source), x, lax.full_like(x, 0)), axis_name)


def scatter_apply(operand, scatter_indices, func, dimension_numbers, *, update_shape=(), indices_are_sorted=False,
                  unique_indices=False, mode=None):
    """operand with func applied to the elements that the windows of the indices hold, once for each window."""
    from jax import lax
    from jax._src.vmap import vmap
    operand = native.array(operand)
    times = lax.scatter_add(lax.full(operand.shape, 0, core.int32), scatter_indices, lax.full(update_shape, 1, core.int32),
                            dimension_numbers, indices_are_sorted=indices_are_sorted, unique_indices=unique_indices, mode=mode)
    flat, counts = lax.reshape(operand, (operand.size,)), lax.reshape(times, (operand.size,))
    if not operand.size:
        return operand
    most = lax.reduce_max(counts, (0,))
    y = lax.fori_loop(0, most, lambda i, x: lax.select(lax.gt(counts, lax.full_like(counts, i)), vmap(func)(x), x), flat)
    return lax.reshape(y, operand.shape)


def rng_uniform(a, b, shape):
    raise NotImplementedError("jax.lax.rng_uniform draws from a generator of the device that has no seed: use jax.random")


def conv_general_dilated_local(lhs, rhs, window_strides, padding, filter_shape, lhs_dilation=None, rhs_dilation=None,
                               dimension_numbers=None, precision=None):
    """A convolution with a kernel of its own at each place of the output: rhs is [out, in * taps, space...] by the
    dimension numbers."""
    from jax import lax
    from jax import numpy as jnp
    from jax.lax.convolution import conv_dimension_numbers
    numbers = conv_dimension_numbers(lhs.shape, rhs.shape, dimension_numbers)
    patches = lax.conv_general_dilated_patches(lhs, filter_shape, window_strides, padding, lhs_dilation, rhs_dilation,
                                               numbers, precision)
    p = jnp.transpose(patches, numbers.out_spec)  # batch, in * taps, space
    w = jnp.transpose(rhs, numbers.rhs_spec)  # out, in * taps, space
    y = jnp.einsum("nc...,oc...->no...", p, w)
    return jnp.transpose(y, _inverse(numbers.out_spec))


def _inverse(order):
    out = [0] * len(order)
    for i, at in enumerate(order):
        out[at] = i
    return out
