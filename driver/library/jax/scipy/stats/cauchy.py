"""The Cauchy distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def _standard(name, x, loc, scale):
    x, loc, scale = core.promote_args_inexact("cauchy." + name, x, loc, scale)
    return (x - loc) / scale, scale


def logpdf(x, loc=0, scale=1):
    y, scale = _standard("logpdf", x, loc, scale)
    return -(jnp.log(math.pi * scale) + jnp.log1p(y * y))


def pdf(x, loc=0, scale=1):
    return jnp.exp(logpdf(x, loc, scale))


def cdf(x, loc=0, scale=1):
    y, _ = _standard("cdf", x, loc, scale)
    return jnp.arctan(y) / math.pi + 0.5


def logcdf(x, loc=0, scale=1):
    return jnp.log(cdf(x, loc, scale))


def sf(x, loc=0, scale=1):
    y, _ = _standard("sf", x, loc, scale)
    return jnp.arctan(-y) / math.pi + 0.5


def logsf(x, loc=0, scale=1):
    return jnp.log(sf(x, loc, scale))


def isf(q, loc=0, scale=1):
    q, loc, scale = core.promote_args_inexact("cauchy.isf", q, loc, scale)
    return jnp.tan(math.pi / 2 - math.pi * q) * scale + loc


def ppf(q, loc=0, scale=1):
    q, loc, scale = core.promote_args_inexact("cauchy.ppf", q, loc, scale)
    return jnp.tan(math.pi * q - math.pi / 2) * scale + loc
