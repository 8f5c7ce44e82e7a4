"""Functions of samples: mode, ranks, standard error."""

import math
from collections import namedtuple

from _cjax import numpy as core
from jax import numpy as jnp

ModeResult = namedtuple("ModeResult", ("mode", "count"))


def mode(a, axis=0, nan_policy="propagate", keepdims=False):
    """The most frequent value along an axis, the smallest of several, and how often it occurs."""
    if nan_policy not in ("propagate", "omit", "raise"):
        raise ValueError(f"Illegal nan_policy value {nan_policy!r}; expected one of {{'propoagate', 'omit', 'raise'}}")
    if nan_policy != "propagate":
        raise NotImplementedError(f"`nan_policy` of {nan_policy!r} not implemented")
    x = jnp.asarray(a)
    shape = (1,) * x.ndim if axis is None else x.shape[:axis % max(x.ndim, 1)] + (1,) + x.shape[axis % max(x.ndim, 1) + 1:]
    x = x.reshape(-1) if axis is None else jnp.moveaxis(x, axis, -1)
    if x.shape[-1] == 0:
        empty = jnp.full(x.shape[:-1], jnp.nan)
        return ModeResult(empty, jnp.zeros(x.shape[:-1]))
    x = jnp.sort(x, axis=-1)
    same = x[..., :, None] == x[..., None, :]
    counts = same.sum(-1)
    best = jnp.argmax(counts, axis=-1)[..., None]
    value = jnp.take_along_axis(x, best, axis=-1)[..., 0]
    count = jnp.take_along_axis(counts, best, axis=-1)[..., 0]
    if keepdims:
        return ModeResult(value.reshape(shape), count.reshape(shape))
    return ModeResult(value, count)


def rankdata(a, method="average", *, axis=None, nan_policy="propagate"):
    """The rank of each element, from 1; ties get the average (or min, max, dense, ordinal) of theirs."""
    if nan_policy not in ("propagate", "omit", "raise"):
        raise ValueError(f"Illegal nan_policy value {nan_policy!r}; expected one of {{'propagate', 'omit', 'raise'}}")
    if nan_policy != "propagate":
        raise NotImplementedError(f"rankdata does not implement nan_policy of {nan_policy!r}; only 'propagate' is supported.")
    if method not in ("average", "min", "max", "dense", "ordinal"):
        raise ValueError(f"unknown method '{method}'")
    a = jnp.asarray(a)
    if axis is not None:
        return jnp.apply_along_axis(rankdata, axis, a, method)
    flat = a.reshape(-1)
    ranks = _ranks(flat, method).astype(core.result_type(float))
    return jnp.where(jnp.any(jnp.isnan(flat)), jnp.full_like(ranks, math.nan), ranks)


def _ranks(flat, method):
    order = jnp.argsort(flat)
    place = jnp.zeros(flat.shape, int).at[order].set(jnp.arange(flat.size))
    if method == "ordinal":
        return place + 1
    x = flat[order]
    new = jnp.concatenate([jnp.ones(min(1, flat.size), bool), x[1:] != x[:-1]])
    dense = jnp.cumsum(new)[place]
    if method == "dense":
        return dense
    (starts,) = jnp.nonzero(new, size=flat.size, fill_value=flat.size)
    starts = jnp.append(starts, flat.size)
    if method == "max":
        return starts[dense]
    if method == "min":
        return starts[dense - 1] + 1
    return 0.5 * (starts[dense] + starts[dense - 1] + 1)


def sem(a, axis=0, ddof=1, nan_policy="propagate", *, keepdims=False):
    """The standard error of the mean."""
    (a,) = core.promote_args_inexact("sem", a)
    if nan_policy == "propagate":
        n = a.size if axis is None else a.shape[axis]
        return jnp.std(a, axis, ddof=ddof, keepdims=keepdims) / jnp.sqrt(n).astype(a.dtype)
    if nan_policy == "omit":
        n = jnp.sum(~jnp.isnan(a), axis, keepdims=keepdims)
        return jnp.nanstd(a, axis, ddof=ddof, keepdims=keepdims) / jnp.sqrt(n).astype(a.dtype)
    raise ValueError(f"{nan_policy} is not supported")
