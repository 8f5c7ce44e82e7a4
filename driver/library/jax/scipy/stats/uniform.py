"""The uniform distribution on [loc, loc + scale]."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def logpdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("uniform.logpdf", x, loc, scale)
    return jnp.where((x > loc + scale) | (x < loc), -math.inf, -jnp.log(scale))


def pdf(x, loc=0, scale=1):
    return jnp.exp(logpdf(x, loc, scale))


def cdf(x, loc=0, scale=1):
    x, loc, scale = core.promote_args_inexact("uniform.cdf", x, loc, scale)
    return jnp.clip((x - loc) / scale, 0.0, 1.0)


def ppf(q, loc=0, scale=1):
    q, loc, scale = core.promote_args_inexact("uniform.ppf", q, loc, scale)
    value = q * scale + loc
    return jnp.where(jnp.isnan(q) | (q < 0) | (q > 1), math.nan, value)
