"""The normal distribution cut off at a and b, which are counted in standard deviations from loc."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import log_ndtr
from jax.scipy.stats import norm


def _log_difference(x, y):
    """log(exp(x) - exp(y)) for x >= y."""
    return x + jnp.log1p(-jnp.exp(y - x))


def _log_mass(a, b):
    """The logarithm of the normal distribution's mass between a and b, from the tail in which they lie."""
    a, b = jnp.broadcast_arrays(a, b)
    left, right = b <= 0, a > 0
    low, high = jnp.where(right, -b, a), jnp.where(right, -a, b)
    tail = left | right
    in_tail = _log_difference(log_ndtr(jnp.where(tail, high, -1.0)), log_ndtr(jnp.where(tail, low, -2.0)))
    outside = jnp.log1p(-jnp.exp(log_ndtr(jnp.where(tail, -1.0, a))) - jnp.exp(log_ndtr(-jnp.where(tail, 1.0, b))))
    return jnp.where(tail, in_tail, outside)


def _standard(name, x, a, b, loc, scale):
    x, a, b, loc, scale = core.promote_args_inexact("truncnorm." + name, x, a, b, loc, scale)
    return (x - loc) / scale, a, b, scale


def logpdf(x, a, b, loc=0, scale=1):
    y, a, b, scale = _standard("logpdf", x, a, b, loc, scale)
    value = norm.logpdf(y) - jnp.log(scale) - _log_mass(a, b)
    value = jnp.where((y < a) | (y > b), -math.inf, value)
    return jnp.where(a >= b, math.nan, value)


def pdf(x, a, b, loc=0, scale=1):
    return jnp.exp(logpdf(x, a, b, loc, scale))


def logsf(x, a, b, loc=0, scale=1):
    x, a, b, loc, scale = core.promote_args_inexact("truncnorm.logsf", x, a, b, loc, scale)
    return logcdf(-x, -b, -a, -loc, scale)


def sf(x, a, b, loc=0, scale=1):
    return jnp.exp(logsf(x, a, b, loc, scale))


def logcdf(x, a, b, loc=0, scale=1):
    y, a, b, _ = _standard("logcdf", x, a, b, loc, scale)
    inside = (y > a) & (y < b)
    below = _log_mass(a, jnp.where(inside, y, b)) - _log_mass(a, b)
    # Near the upper end the part above is the smaller one.
    above = _log_mass(jnp.where(inside, y, a), b) - _log_mass(a, b)
    value = jnp.where(below > -0.1, jnp.log1p(-jnp.exp(above)), below)
    value = jnp.where(y >= b, 0.0, jnp.where(y <= a, -math.inf, value))
    return jnp.where(a >= b, math.nan, value)


def cdf(x, a, b, loc=0, scale=1):
    return jnp.exp(logcdf(x, a, b, loc, scale))
