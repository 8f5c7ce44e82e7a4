"""jax.scipy.interpolate: interpolation on rectangular grids."""

import itertools
import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.tree_util import register_pytree_node


def _points(points, ndim):
    """Points as an array whose last axis is the coordinates."""
    if isinstance(points, tuple) and len(points) == 1:
        points = points[0]
    if isinstance(points, tuple):
        return jnp.stack(jnp.broadcast_arrays(*points), axis=-1)
    points = jnp.asarray(points)
    return points.reshape(-1, ndim) if points.ndim == 1 else points


def _check_method(method):
    if method not in ("linear", "nearest"):
        raise ValueError(f"method {method!r} is not defined")


class RegularGridInterpolator:
    """values on the grid whose coordinates along each axis are points[axis]; called with points in between."""

    def __init__(self, points, values, method="linear", bounds_error=False, fill_value=math.nan):
        _check_method(method)
        if bounds_error:
            raise NotImplementedError("`bounds_error` takes no effect under JIT")
        core.check_arraylike("RegularGridInterpolator", values)
        if len(points) > values.ndim:
            raise ValueError(f"there are {len(points)} point arrays, but values has {values.ndim} dimensions")
        (values,) = core.promote_dtypes_inexact("RegularGridInterpolator", values)
        if fill_value is not None:
            core.check_arraylike("RegularGridInterpolator", fill_value)
            fill_value = jnp.asarray(fill_value)
            if not core.can_cast(fill_value.dtype, values.dtype, casting="same_kind"):
                raise ValueError("fill_value must be either 'None' or of a type compatible with values")
        self.method, self.bounds_error, self.fill_value = method, bounds_error, fill_value
        core.check_arraylike("RegularGridInterpolator", *points)
        self.grid, self.values = tuple(jnp.asarray(p) for p in points), values

    def __call__(self, xi, method=None):
        method = self.method if method is None else method
        _check_method(method)
        ndim = len(self.grid)
        xi = _points(xi, ndim)
        if xi.shape[-1] != ndim:
            raise ValueError(f"the requested sample points xi have dimension {xi.shape[1]}, but this RegularGridInterpolator "
                             f"has dimension {ndim}")
        cells, distances, outside = self._cells(xi.reshape(-1, ndim).T)
        result = self._linear(cells, distances) if method == "linear" else self._nearest(cells, distances)
        if self.fill_value is not None:
            wide = outside.reshape(result.shape[:1] + (1,) * (result.ndim - 1))
            result = jnp.where(wide, self.fill_value, result)
        return result.reshape(xi.shape[:-1] + self.values.shape[ndim:])

    def _cells(self, xs):
        """The lower corner of each point's cell, where in the cell it is, and which points are outside of the grid."""
        cells, distances, outside = [], [], False
        for x, g in zip(xs, self.grid):
            i = jnp.clip(jnp.searchsorted(g, x) - 1, 0, g.size - 2)
            cells.append(i)
            distances.append((x - g[i]) / (g[i + 1] - g[i]))
            outside = outside | (x < g[0]) | (x > g[-1])
        return cells, distances, outside

    def _linear(self, cells, distances):
        total = None
        trailing = (slice(None),) + (None,) * (self.values.ndim - len(cells))
        for corner in itertools.product((0, 1), repeat=len(cells)):
            weight = 1.0
            for up, y in zip(corner, distances):
                weight = weight * (y if up else 1 - y)
            part = self.values[tuple(i + up for i, up in zip(cells, corner))] * weight[trailing]
            total = part if total is None else total + part
        return total

    def _nearest(self, cells, distances):
        return self.values[tuple(jnp.where(y <= 0.5, i, i + 1) for i, y in zip(cells, distances))]


def _restore(aux, children):
    return RegularGridInterpolator(*children[:2], *aux, *children[2:])


register_pytree_node(RegularGridInterpolator, lambda r: ((r.grid, r.values, r.fill_value), (r.method, r.bounds_error)),
                     _restore)
