"""The wrapped Cauchy distribution on the circle."""

import math

from _cjax import numpy as core
from jax import numpy as jnp


def logpdf(x, c):
    x, c = core.promote_args_inexact("wrapcauchy.logpdf", x, c)
    value = jnp.log(1 - c * c) - jnp.log(2 * math.pi) - jnp.log(1 + c * c - 2 * c * jnp.cos(x))
    value = jnp.where((x >= 0) & (x <= 2 * math.pi), value, -math.inf)
    return jnp.where((c > 0) & (c < 1), value, math.nan)


def pdf(x, c):
    return jnp.exp(logpdf(x, c))
