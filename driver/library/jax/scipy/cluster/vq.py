"""jax.scipy.cluster.vq: the nearest entry of a code book."""

from _cjax import numpy as core
from jax import numpy as jnp


def vq(obs, code_book, check_finite=True):
    """For each observation the index of the nearest code, and the distance."""
    core.check_arraylike("scipy.cluster.vq.vq", obs, code_book)
    obs, codes = core.promote_dtypes_inexact("vq", obs, code_book)
    if obs.ndim != codes.ndim:
        raise ValueError("Observation and code_book should have the same rank")
    if obs.ndim == 1:
        obs, codes = obs[..., None], codes[..., None]
    if obs.ndim != 2:
        raise ValueError("ndim different than 1 or 2 are not supported")
    distances = jnp.linalg.norm(obs[:, None] - codes[None], axis=-1)
    code = jnp.argmin(distances, axis=-1)
    return code, jnp.take_along_axis(distances, code[:, None], axis=1)[:, 0]
