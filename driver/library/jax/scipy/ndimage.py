"""jax.scipy.ndimage: interpolation in images."""

import functools
import itertools
import operator

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp


def _mirror(index, size):
    s = size - 1  # half of the period
    return jnp.abs((index + s) % (2 * s) - s)


_folds = {"constant": lambda index, size: index,
          "nearest": lambda index, size: jnp.clip(index, 0, size - 1),
          "wrap": lambda index, size: index % size,
          "mirror": _mirror,
          "reflect": lambda index, size: jnp.floor_divide(_mirror(2 * index + 1, 2 * size + 1) - 1, 2)}


def _rounded(x):
    return x if core.issubdtype(x.dtype, core.integer) else lax.round(x)


def _nodes(x, order):
    """The pixels around coordinate x, with their weights."""
    if order == 0:
        return [(_rounded(x).astype(core.int32), core.asarray(1, x.dtype))]
    lower = jnp.floor(x)
    weight = x - lower
    index = lower.astype(core.int32)
    return [(index, 1 - weight), (index + 1, weight)]


def map_coordinates(input, coordinates, order, mode="constant", cval=0.0):  # noqa: A002
    """input at points between its pixels, by the nearest one (order 0) or linearly (order 1)."""
    image = jnp.asarray(input)
    coordinates = [jnp.asarray(c) for c in coordinates]
    cval = jnp.asarray(cval, image.dtype)
    if len(coordinates) != image.ndim:
        raise ValueError("coordinates must be a sequence of length input.ndim, but "
                         f"{len(coordinates)} != {image.ndim}")
    if mode not in _folds:
        raise NotImplementedError(f"jax.scipy.ndimage.map_coordinates does not yet support mode {mode}. Currently supported "
                                  f"modes are {set(_folds)}.")
    if order not in (0, 1):
        raise NotImplementedError("jax.scipy.ndimage.map_coordinates currently requires order<=1")
    axes = []
    for x, size in zip(coordinates, image.shape):
        axes.append([(_folds[mode](i, size), (0 <= i) & (i < size), w) for i, w in _nodes(x, order)])
    total = None
    for corner in itertools.product(*axes):
        value = image[tuple(i for i, _, _ in corner)]
        if mode == "constant":
            value = jnp.where(functools.reduce(operator.and_, [ok for _, ok, _ in corner]), value, cval)
        part = functools.reduce(operator.mul, [w for _, _, w in corner]) * value
        total = part if total is None else total + part
    if core.issubdtype(image.dtype, core.integer):
        total = _rounded(total)
    return total.astype(image.dtype)
