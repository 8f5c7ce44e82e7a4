"""The geometric distribution: the number of trials up to the first success, each with probability p."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import xlog1py


def logpmf(k, p, loc=0):
    k, p, loc = core.promote_args_inexact("geom.logpmf", k, p, loc)
    x = k - loc
    return jnp.where(x <= 0, -math.inf, xlog1py(x - 1, -p) + jnp.log(p))


def pmf(k, p, loc=0):
    return jnp.exp(logpmf(k, p, loc))
