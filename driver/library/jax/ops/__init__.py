"""jax.ops: reductions over segments."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def _segment(name, data, segment_ids, num_segments, start, update):
    data, segment_ids = jnp.asarray(data), jnp.asarray(segment_ids)
    if num_segments is None:
        num_segments = int(core.concrete(jnp.max(segment_ids), f"The error occurred in {name}: num_segments must be static.")) + 1
    num_segments = int(num_segments)
    if num_segments < 0:
        raise ValueError("num_segments must be non-negative.")
    # A negative id would count from the end: it is out of range instead.
    ids = jnp.where(segment_ids < 0, num_segments, segment_ids)
    out = jnp.full((num_segments,) + data.shape[segment_ids.ndim:], start(data.dtype), data.dtype)
    if data.dtype == core.bool_ and update == "add":
        raise TypeError("add does not accept dtype bool at position 0. Accepted dtypes at position 0 are subtypes of integer, floating, "
                        "complexfloating.")
    return getattr(out.at[ids], update)(data, mode="drop")


def _lowest(dtype):
    if dtype == core.bool_:
        return False
    return -math.inf if core.issubdtype(dtype, core.floating) else core.iinfo(dtype).min


def _highest(dtype):
    if dtype == core.bool_:
        return True
    return math.inf if core.issubdtype(dtype, core.floating) else core.iinfo(dtype).max


def segment_sum(data, segment_ids, num_segments=None, indices_are_sorted=False, unique_indices=False, bucket_size=None,
                mode=None):
    """Sums of the data with equal ids; ids out of range are left out."""
    return _segment("segment_sum", data, segment_ids, num_segments, lambda dtype: 0, "add")


def segment_prod(data, segment_ids, num_segments=None, indices_are_sorted=False, unique_indices=False, bucket_size=None,
                 mode=None):
    return _segment("segment_prod", data, segment_ids, num_segments, lambda dtype: 1, "multiply")


def segment_max(data, segment_ids, num_segments=None, indices_are_sorted=False, unique_indices=False, bucket_size=None,
                mode=None):
    return _segment("segment_max", data, segment_ids, num_segments, _lowest, "max")


def segment_min(data, segment_ids, num_segments=None, indices_are_sorted=False, unique_indices=False, bucket_size=None,
                mode=None):
    return _segment("segment_min", data, segment_ids, num_segments, _highest, "min")
