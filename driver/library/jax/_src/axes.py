"""The axes of arrays, for jax.numpy and jax.lax."""

from operator import index

from _cjax import numpy as core


def canonicalize_axis(axis, ndim):
    """axis in [0, ndim), counting negative ones from the end."""
    axis = index(axis)
    if not -ndim <= axis < ndim:
        if core.host():
            from numpy.exceptions import AxisError
            raise AxisError(axis, ndim)
        raise ValueError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return axis + ndim if axis < 0 else axis
