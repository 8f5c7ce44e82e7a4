"""The exponential distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def logpdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("expon.logpdf", x, loc, scale)
    return jnp.where(x < loc, -math.inf, -((x - loc) / scale) - jnp.log(scale))


def pdf(x, loc=0, scale=1):
    return jnp.exp(logpdf(x, loc, scale))


def cdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("expon.cdf", x, loc, scale)
    return jnp.where(x < loc, 0.0, -jnp.expm1(-(x - loc) / scale))


def logcdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("expon.logcdf", x, loc, scale)
    return jnp.where(x < loc, -math.inf, jnp.log1p(-jnp.exp(-(x - loc) / scale)))


def sf(x, loc=0, scale=1):
    return jnp.exp(logsf(x, loc, scale))


def logsf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("expon.logsf", x, loc, scale)
    return jnp.where(x < loc, 0.0, -(x - loc) / scale)


def ppf(q, loc=0, scale=1):
    q, loc, scale = core.promote_args_inexact("expon.ppf", q, loc, scale)
    value = loc - scale * jnp.log1p(-q)
    return jnp.where(jnp.isnan(q) | (q < 0) | (q > 1), math.nan, value)
