"""The gamma distribution of shape a."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammaln, xlogy


def logpdf(x, a, loc=0, scale=1):
    x, a, loc, scale = core.promote_args_inexact("gamma.logpdf", x, a, loc, scale)
    inside = x >= loc
    y = jnp.where(inside, (x - loc) / scale, 1.0)
    return jnp.where(inside, xlogy(a - 1.0, y) - y - (gammaln(a) + jnp.log(scale)), -math.inf)


def pdf(x, a, loc=0, scale=1):
    return jnp.exp(logpdf(x, a, loc, scale))
