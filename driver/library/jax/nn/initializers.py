"""jax.nn.initializers: functions of (key, shape, dtype) that make parameters."""

import math
from typing import Any as Initializer  # noqa: F401

from jax import numpy as jnp
from jax import random


def zeros(key, shape, dtype=float, out_sharding=None):
    return jnp.zeros(shape, dtype)


def ones(key, shape, dtype=float, out_sharding=None):
    return jnp.ones(shape, dtype)


def constant(value, dtype=float):
    def init(key, shape, dtype=dtype, out_sharding=None):
        return jnp.full(shape, value, dtype)

    return init


def uniform(scale=1e-2, dtype=float):
    def init(key, shape, dtype=dtype, out_sharding=None):
        return random.uniform(key, shape, dtype) * jnp.array(scale, dtype)

    return init


def normal(stddev=1e-2, dtype=float):
    def init(key, shape, dtype=dtype, out_sharding=None):
        return random.normal(key, shape, dtype) * jnp.array(stddev, dtype)

    return init


def truncated_normal(stddev=1e-2, dtype=float, lower=-2.0, upper=2.0):
    def init(key, shape, dtype=dtype, out_sharding=None):
        return random.truncated_normal(key, lower, upper, shape, dtype) * jnp.array(stddev, dtype)

    return init


def _fans(shape, in_axis, out_axis, batch_axis):
    """Inputs and outputs of a layer; all that is neither, nor a batch, is the window of a convolution."""
    if in_axis == -2 and len(shape) < 2:
        raise ValueError(f"Can't compute input and output sizes of a {len(shape)}-dimensional weights tensor with default "
                         "in_axis. Must be at least 2D or specify in_axis explicitly.")
    size = lambda axes: math.prod(shape[a] for a in (axes if isinstance(axes, (tuple, list)) else (axes,)))
    inside, outside = size(in_axis), size(out_axis)
    window = math.prod(shape) / inside / outside / size(batch_axis)  # below one where an axis is in two roles
    return inside * window, outside * window


def variance_scaling(scale, mode, distribution, in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    """Random values whose variance is scale divided by the number of inputs, outputs or their mean."""

    def init(key, shape, dtype=dtype, out_sharding=None):
        fan_in, fan_out = _fans(shape, in_axis, out_axis, batch_axis)
        modes = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2,
                 "fan_geo_avg": (fan_in * fan_out) ** 0.5}
        if mode not in modes:
            raise ValueError(f"invalid mode for variance scaling initializer: {mode}")
        variance = jnp.array(scale / modes[mode], dtype=dtype)
        if distribution == "truncated_normal":
            stddev = jnp.sqrt(variance) / jnp.array(0.87962566103423978, dtype)
            return random.truncated_normal(key, -2, 2, shape, dtype) * stddev
        if distribution == "normal":
            return random.normal(key, shape, dtype) * jnp.sqrt(variance)
        if distribution == "uniform":
            return random.uniform(key, shape, dtype, -1) * jnp.sqrt(3 * variance)
        raise ValueError(f"invalid distribution for variance scaling initializer: {distribution}")

    return init


def glorot_uniform(in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    return variance_scaling(1.0, "fan_avg", "uniform", in_axis, out_axis, batch_axis, dtype)


def glorot_normal(in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    return variance_scaling(1.0, "fan_avg", "truncated_normal", in_axis, out_axis, batch_axis, dtype)


def lecun_uniform(in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    return variance_scaling(1.0, "fan_in", "uniform", in_axis, out_axis, batch_axis, dtype)


def lecun_normal(in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    return variance_scaling(1.0, "fan_in", "truncated_normal", in_axis, out_axis, batch_axis, dtype)


def he_uniform(in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    return variance_scaling(2.0, "fan_in", "uniform", in_axis, out_axis, batch_axis, dtype)


def he_normal(in_axis=-2, out_axis=-1, batch_axis=(), dtype=float):
    return variance_scaling(2.0, "fan_in", "truncated_normal", in_axis, out_axis, batch_axis, dtype)


xavier_uniform, xavier_normal = glorot_uniform, glorot_normal
kaiming_uniform, kaiming_normal = he_uniform, he_normal


def orthogonal(scale=1.0, column_axis=-1, dtype=float):
    """Orthonormal rows or columns, uniformly distributed."""
    def init(key, shape, dtype=dtype, out_sharding=None):
        if len(shape) < 2:
            raise ValueError("orthogonal initializer requires at least a 2D shape")
        columns = shape[column_axis]
        rows = math.prod(shape) // columns
        q, r = jnp.linalg.qr(random.normal(key, (max(rows, columns), min(rows, columns)), dtype))
        q = q * jnp.sign(jnp.diag(r))
        if rows < columns:
            q = q.T
        others = [n for i, n in enumerate(shape) if i != column_axis % len(shape)]
        return scale * jnp.moveaxis(q.reshape(*others, columns), -1, column_axis)
    return init


def delta_orthogonal(scale=1.0, column_axis=-1, dtype=float):
    """A convolution kernel that is orthogonal at its centre and 0 elsewhere."""
    def init(key, shape, dtype=dtype, out_sharding=None):
        if len(shape) not in (3, 4, 5):
            raise ValueError("Delta orthogonal initializer requires a 3D, 4D or 5D shape.")
        if shape[-1] < shape[-2]:
            raise ValueError("`fan_in` must be less or equal than `fan_out`.")
        w = orthogonal(scale, column_axis, dtype)(key, shape[-2:])
        centre = tuple((n - 1) // 2 for n in shape[:-2])
        return jnp.zeros(shape, w.dtype).at[centre].set(w)
    return init
