"""Functions computed in 64 bits and rounded once: where a formula cancels, narrower floats would lose what is asked for."""

from _cjax import numpy as core
from jax import lax
from jax._src.config import enable_x64


def wide(function, keeps_weak=True):
    """`function` of arrays of one dtype; of real floats narrower than 64 bits, in 64."""

    def wrapped(*xs):
        dtype = xs[0].dtype
        if not core.issubdtype(dtype, core.floating) or dtype == core.float64:
            return function(*xs)
        with enable_x64(True):
            y = function(*[lax.convert_element_type(x, core.float64) for x in xs])
        weak = keeps_weak and all([x.weak_type for x in xs])
        if isinstance(y, tuple):
            return tuple([core.astype(v, dtype, weak) for v in y])
        return core.astype(y, dtype, weak)

    wrapped.__name__ = wrapped.__qualname__ = function.__name__
    return wrapped


def wide_strong(function):
    """wide, with results that are not weakly typed."""
    return wide(function, False)
