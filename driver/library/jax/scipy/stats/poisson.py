"""The Poisson distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import entr, gammaincc, gammaln, xlogy


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


def entropy(mu, loc=0):
    """The entropy: a sum over the mass, from 100 on Stirling's series."""
    mu, loc = core.promote_args_inexact("poisson.entropy", mu, loc)
    shape = jnp.broadcast_shapes(mu.shape, loc.shape)
    flat = jnp.ravel(mu)
    large = 0.5 * jnp.log(2 * math.pi * math.e * flat) - 1.0 / (12 * flat)
    small, medium = _summed(flat, 35, flat + 20), _summed(flat, 250, flat + 10 * jnp.sqrt(flat) + 20)
    result = jnp.where(flat == 0, 0.0, jnp.where(flat < 10, small, jnp.where(flat < 100, medium, large)))
    return jnp.broadcast_to(jnp.reshape(result, mu.shape), shape)


def _summed(mu, count, beyond):
    k = jnp.arange(count, dtype=mu.dtype)[:, None]
    return jnp.sum(entr(jnp.where(k < jnp.ceil(beyond)[None, :], pmf(k, mu), 0.0)), axis=0)
