"""The von Mises distribution of concentration kappa on the circle."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import i0e


def logpdf(x, kappa):
    x, kappa = core.promote_args_inexact("vonmises.logpdf", x, kappa)
    value = kappa * (jnp.cos(x) - 1) - jnp.log(2 * math.pi * i0e(kappa))
    return jnp.where(kappa > 0, value, math.nan)


def pdf(x, kappa):
    return jnp.exp(logpdf(x, kappa))
