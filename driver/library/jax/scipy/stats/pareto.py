"""The Pareto distribution of shape b."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def _standard(name, x, b, loc, scale):
    x, b, loc, scale = core.promote_args_inexact("pareto." + name, x, b, loc, scale)
    return (x - loc) / scale, b, scale


def logpdf(x, b, loc=0, scale=1):
    y, b, scale = _standard("logpdf", x, b, loc, scale)
    return jnp.where(y < 1, -math.inf, jnp.log(b / scale) - (b + 1) * jnp.log(y))


def pdf(x, b, loc=0, scale=1):
    return jnp.exp(logpdf(x, b, loc, scale))


def cdf(x, b, loc=0, scale=1):
    y, b, _ = _standard("cdf", x, b, loc, scale)
    return jnp.where(y < 1, 0, 1 - y ** -b)


def logcdf(x, b, loc=0, scale=1):
    y, b, _ = _standard("logcdf", x, b, loc, scale)
    return jnp.where(y < 1, -math.inf, jnp.log1p(-(y ** -b)))


def logsf(x, b, loc=0, scale=1):
    y, b, _ = _standard("logsf", x, b, loc, scale)
    return jnp.where(y < 1, 0, -b * jnp.log(y))


def sf(x, b, loc=0, scale=1):
    return jnp.exp(logsf(x, b, loc, scale))


def ppf(q, b, loc=0, scale=1):
    q, b, loc, scale = core.promote_args_inexact("pareto.ppf", q, b, loc, scale)
    value = (1 - q) ** (-1 / b) * scale + loc
    return jnp.where(jnp.isnan(q) | (q < 0) | (q > 1), math.nan, value)
