"""jax.ds: windows of indices whose start the executable may find out."""

from _cjax.numpy import Slice


def dslice(start, size=None, stride=None):
    """start:start+size with a static size; dslice(n) is :n, and with a stride the indices themselves."""
    if start is None:
        return slice(None)
    if stride is not None and not isinstance(stride, int):
        raise ValueError("Non-static stride in `dslice`")
    if size is None:
        start, size = 0, start
    if stride in (None, 1):
        return Slice(start, size)
    if stride < 0:
        raise ValueError("`stride` must be >= 0.")
    from jax import numpy as jnp
    return start + stride * jnp.arange(size)


ds = dslice
