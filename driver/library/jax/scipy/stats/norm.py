"""The normal distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy import special


def logpdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("norm.logpdf", x, loc, scale)
    square = scale * scale
    return (jnp.log(2 * math.pi * square) + (x - loc) * (x - loc) / square) / -2.0


def pdf(x, loc=0, scale=1):
    return jnp.exp(logpdf(x, loc, scale))


def cdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("norm.cdf", x, loc, scale)
    return special.ndtr((x - loc) / scale)


def logcdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("norm.logcdf", x, loc, scale)
    return special.log_ndtr((x - loc) / scale)


def ppf(q, loc=0, scale=1):
    return special.ndtri(q) * scale + loc


def sf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("norm.sf", x, loc, scale)
    return special.ndtr((loc - x) / scale)


def logsf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("norm.logsf", x, loc, scale)
    return special.log_ndtr((loc - x) / scale)


def isf(q, loc=0, scale=1):
    return ppf(1 - jnp.asarray(q), loc, scale)
