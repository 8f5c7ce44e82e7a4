"""The chi-squared distribution with df degrees of freedom."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammainc, gammaincc, gammaln


def _standard(name, x, df, loc, scale):
    x, df, loc, scale = core.promote_args_inexact("chi2." + name, x, df, loc, scale)
    return (x - loc) / scale, df, scale


def logpdf(x, df, loc=0, scale=1):
    y, df, scale = _standard("logpdf", x, df, loc, scale)
    half = df / 2
    value = (half - 1) * jnp.log(y) - y / 2 - half * math.log(2) - gammaln(half) - jnp.log(scale)
    return jnp.where(y < 0, -math.inf, value)


def pdf(x, df, loc=0, scale=1):
    return jnp.exp(logpdf(x, df, loc, scale))


def cdf(x, df, loc=0, scale=1):
    y, df, _ = _standard("cdf", x, df, loc, scale)
    return gammainc(df / 2, jnp.maximum(y / 2, 0))


def logcdf(x, df, loc=0, scale=1):
    return jnp.log(cdf(x, df, loc, scale))


def sf(x, df, loc=0, scale=1):
    y, df, _ = _standard("sf", x, df, loc, scale)
    return gammaincc(df / 2, jnp.maximum(y / 2, 0))


def logsf(x, df, loc=0, scale=1):
    return jnp.log(sf(x, df, loc, scale))
