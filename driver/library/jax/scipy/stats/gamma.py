"""The gamma distribution of shape a."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammainc, gammaincc, gammaln, xlogy


def logpdf(x, a, loc=0, scale=1):
    x, a, loc, scale = core.promote_args_inexact("gamma.logpdf", x, a, loc, scale)
    inside = x >= loc
    y = jnp.where(inside, (x - loc) / scale, 1.0)
    return jnp.where(inside, xlogy(a - 1.0, y) - y - (gammaln(a) + jnp.log(scale)), -math.inf)


def pdf(x, a, loc=0, scale=1):
    return jnp.exp(logpdf(x, a, loc, scale))


def _below(name, integral, x, a, loc, scale):
    x, a, loc, scale = core.promote_args_inexact("gamma." + name, x, a, loc, scale)
    return integral(a, jnp.maximum((x - loc) / scale, 0))


def cdf(x, a, loc=0, scale=1):
    return _below("cdf", gammainc, x, a, loc, scale)


def logcdf(x, a, loc=0, scale=1):
    return jnp.log(cdf(x, a, loc, scale))


def sf(x, a, loc=0, scale=1):
    return _below("sf", gammaincc, x, a, loc, scale)


def logsf(x, a, loc=0, scale=1):
    return jnp.log(sf(x, a, loc, scale))
