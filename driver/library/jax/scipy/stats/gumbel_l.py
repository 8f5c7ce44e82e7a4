"""The Gumbel distribution of minima."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def _standard(name, x, loc, scale):
    x, loc, scale = core.promote_args_inexact("gumbel_l." + name, x, loc, scale)
    return jnp.where(scale > 0, (x - loc) / scale, math.nan), scale


def logpdf(x, loc=0, scale=1):
    z, scale = _standard("logpdf", x, loc, scale)
    return z - jnp.exp(z) - jnp.log(scale)


def pdf(x, loc=0, scale=1):
    return jnp.exp(logpdf(x, loc, scale))


def logcdf(x, loc=0, scale=1):
    z, _ = _standard("logcdf", x, loc, scale)
    return jnp.log(-jnp.expm1(-jnp.exp(z)))


def cdf(x, loc=0, scale=1):
    return jnp.exp(logcdf(x, loc, scale))


def ppf(p, loc=0, scale=1):
    p, loc, scale = core.promote_args_inexact("gumbel_l.ppf", p, loc, scale)
    return loc + scale * jnp.log(-jnp.log1p(-p))


def sf(x, loc=0, scale=1):
    return jnp.exp(logsf(x, loc, scale))


def logsf(x, loc=0, scale=1):
    z, _ = _standard("logsf", x, loc, scale)
    return -jnp.exp(z)
