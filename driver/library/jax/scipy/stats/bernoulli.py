"""The Bernoulli distribution."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import xlog1py, xlogy


def logpmf(k, p, loc=0):
    k, p, loc = core.promote_args_inexact("bernoulli.logpmf", k, p, loc)
    x = k - loc
    return jnp.where((x < 0) | (x > 1), -math.inf, xlogy(x, p) + xlog1py(1 - x, -p))


def pmf(k, p, loc=0):
    return jnp.exp(logpmf(k, p, loc))
