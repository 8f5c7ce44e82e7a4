"""jax.dtypes: questions about dtypes."""

from _cjax import numpy as core
from _cjax.numpy import bfloat16, extended, finfo, iinfo, issubdtype, prng_key, result_type  # noqa: F401


class TypePromotionError(ValueError):
    """Dtypes that do not promote to one."""


def canonicalize_dtype(dtype, allow_extended_dtype=False):
    """The dtype that JAX uses for it: 32 bits unless jax_enable_x64 is set."""
    return core.canonicalize_dtype(dtype)


float0 = "float0"


def itemsize_bits(dtype):
    """The bits of an element."""
    if dtype is None:
        raise ValueError("dtype cannot be None.")
    dtype = core.dtype(dtype)
    return 4 if dtype.name == "float4_e2m1fn" else 8 * dtype.itemsize


def scalar_type_of(x):
    """bool, int, float or complex: the Python type of x's elements."""
    kind = core.result_type(x).kind
    return {"b": bool, "i": int, "u": int, "c": complex}.get(kind, float)
