"""jax.dtypes: questions about dtypes."""

from _cjax import numpy as core
from _cjax.numpy import bfloat16, finfo, iinfo, issubdtype, result_type


class TypePromotionError(ValueError):
    """Dtypes that do not promote to one."""


def canonicalize_dtype(dtype, allow_extended_dtype=False):
    """The dtype that JAX uses for it: 32 bits unless jax_enable_x64 is set."""
    return core.canonicalize_dtype(dtype)


def scalar_type_of(x):
    """bool, int, float or complex: the Python type of x's elements."""
    kind = core.result_type(x).kind
    return {"b": bool, "i": int, "u": int, "c": complex}.get(kind, float)
