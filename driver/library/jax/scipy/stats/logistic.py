"""The logistic distribution."""

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import expit, logit


def _standard(name, x, loc, scale):
    x, loc, scale = core.promote_args_inexact("logistic." + name, x, loc, scale)
    return (x - loc) / scale, loc, scale


def logpdf(x, loc=0, scale=1):
    y, _, scale = _standard("logpdf", x, loc, scale)
    half = y / 2
    return -2 * jnp.logaddexp(half, -half) - jnp.log(scale)


def pdf(x, loc=0, scale=1):
    return jnp.exp(logpdf(x, loc, scale))


def ppf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("logistic.ppf", x, loc, scale)
    return logit(x) * scale + loc


def sf(x, loc=0, scale=1):
    return expit(-_standard("sf", x, loc, scale)[0])


def isf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("logistic.isf", x, loc, scale)
    return -logit(x) * scale + loc


def cdf(x, loc=0, scale=1):
    return expit(_standard("cdf", x, loc, scale)[0])
