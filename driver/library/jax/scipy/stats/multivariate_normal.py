"""The multivariate normal distribution; vectors run along the last axis."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def logpdf(x, mean, cov, allow_singular=None):
    if allow_singular is not None:
        raise NotImplementedError("allow_singular argument of multivariate_normal.logpdf")
    x, mean, cov = core.promote_dtypes_inexact("multivariate_normal.logpdf", x, mean, cov)
    if not mean.shape:
        return -0.5 * jnp.square(x - mean) / cov - 0.5 * (math.log(2 * math.pi) + jnp.log(cov))
    n = mean.shape[-1]
    if not cov.shape:
        d = x - mean
        return -0.5 * jnp.einsum("...i,...i->...", d, d) / cov - n / 2 * (math.log(2 * math.pi) + jnp.log(cov))
    if cov.ndim < 2 or cov.shape[-2:] != (n, n):
        raise ValueError("multivariate_normal.logpdf got incompatible shapes")
    from jax.lax.linalg import triangular_solve
    root = jnp.linalg.cholesky(cov)
    d = x - mean
    shape = jnp.broadcast_shapes(d.shape[:-1], root.shape[:-2])
    root_wide = jnp.broadcast_to(root, shape + (n, n))
    y = triangular_solve(root_wide, jnp.broadcast_to(d, shape + (n,))[..., None], lower=True, left_side=True)[..., 0]
    log_scale = jnp.log(jnp.diagonal(root, axis1=-1, axis2=-2)).sum(-1)
    return -0.5 * jnp.einsum("...i,...i->...", y, y) - n / 2 * math.log(2 * math.pi) - log_scale


def pdf(x, mean, cov):
    return jnp.exp(logpdf(x, mean, cov))
