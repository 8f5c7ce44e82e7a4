"""jax.dlpack: arrays of other libraries, which here are NumPy's and JAX's."""

from _cjax import numpy as core

_supported = (core.bool_, core.int8, core.int16, core.int32, core.int64, core.uint8, core.uint16, core.uint32, core.uint64,
              core.float16, core.bfloat16, core.float32, core.float64, core.complex64, core.complex128)


def from_dlpack(external_array, /, *, device=None, copy=None):
    """The array as one of JAX."""
    return core.asarray(external_array)


def is_supported_dtype(dtype):
    if dtype is None:
        raise TypeError("Expected string or dtype-like object; got None")
    return core.dtype(dtype) in [core.dtype(d) for d in _supported]
