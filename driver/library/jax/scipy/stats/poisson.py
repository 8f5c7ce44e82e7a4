"""The Poisson distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammaincc, gammaln, xlogy


def logpmf(k, mu, loc=0):
    k, mu, loc = core.promote_args_inexact("poisson.logpmf", k, mu, loc)
    x = k - loc
    return jnp.where(x < 0, -math.inf, xlogy(x, mu) - gammaln(x + 1) - mu)


def pmf(k, mu, loc=0):
    return jnp.exp(logpmf(k, mu, loc))


def cdf(k, mu, loc=0):
    k, mu, loc = core.promote_args_inexact("poisson.cdf", k, mu, loc)
    x = k - loc
    return jnp.where(x < 0, 0.0, gammaincc(jnp.floor(jnp.maximum(x, 0) + 1), mu))
