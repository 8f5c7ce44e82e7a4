"""The Bernoulli distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import xlog1py, xlogy


def logpmf(k, p, loc=0):
    k, p, loc = core.promote_args_inexact("bernoulli.logpmf", k, p, loc)
    x = k - loc
    return jnp.where((x < 0) | (x > 1), -math.inf, xlogy(x, p) + xlog1py(1 - x, -p))


def pmf(k, p, loc=0):
    return jnp.exp(logpmf(k, p, loc))


def cdf(k, p):
    k, p = core.promote_args_inexact("bernoulli.cdf", k, p)
    bad = jnp.isnan(k) | jnp.isnan(p) | (p < 0) | (p > 1)
    return jnp.where(bad, math.nan, jnp.where(k < 0, 0.0, jnp.where(k < 1, 1 - p, 1.0)))


def ppf(q, p):
    q, p = core.promote_args_inexact("bernoulli.ppf", q, p)
    bad = jnp.isnan(q) | jnp.isnan(p) | (p < 0) | (p > 1) | (q < 0) | (q > 1)
    return jnp.where(bad, math.nan, jnp.where(q == 0, -1.0, jnp.where(q <= 1 - p, 0.0, 1.0)))
