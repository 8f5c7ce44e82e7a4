"""The beta distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import betaln, xlog1py, xlogy


def logpdf(x, a, b, loc=0, scale=1):
    x, a, b, loc, scale = core.promote_args_inexact("beta.logpdf", x, a, b, loc, scale)
    y = (x - loc) / scale
    value = xlogy(a - 1, y) + xlog1py(b - 1, -y) - betaln(a, b) - jnp.log(scale)
    return jnp.where((x > loc + scale) | (x < loc), -math.inf, value)


def pdf(x, a, b, loc=0, scale=1):
    return jnp.exp(logpdf(x, a, b, loc, scale))
