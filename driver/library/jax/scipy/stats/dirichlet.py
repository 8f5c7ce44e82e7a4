"""The Dirichlet distribution with concentrations alpha; vectors run along the first axis."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammaln, xlogy


def logpdf(x, alpha):
    x, alpha = core.promote_dtypes_inexact("dirichlet.logpdf", x, alpha)
    if alpha.ndim != 1:
        raise ValueError(f"`alpha` must be one-dimensional; got alpha.shape={alpha.shape}")
    if x.shape[0] not in (alpha.shape[0], alpha.shape[0] - 1):
        raise ValueError("`x` must have either the same number of entries as `alpha` or one entry fewer; got "
                         f"x.shape={x.shape}, alpha.shape={alpha.shape}")
    if x.shape[0] != alpha.shape[0]:
        x = jnp.concatenate([x, 1 - x.sum(0, keepdims=True)])
    simplex = jnp.all(x > 0, axis=0) & (jnp.abs(x.sum(0) - 1) < 1e-6)
    constant = gammaln(alpha).sum() - gammaln(alpha.sum())
    alpha = alpha.reshape(alpha.shape + (1,) * (x.ndim - 1)) if x.ndim > 1 else alpha
    return jnp.where(simplex, xlogy(alpha - 1, x).sum(0) - constant, -math.inf)


def pdf(x, alpha):
    return jnp.exp(logpdf(x, alpha))
