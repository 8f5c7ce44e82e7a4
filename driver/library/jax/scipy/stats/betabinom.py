"""The beta-binomial distribution: n trials whose probability has a beta distribution of shapes a and b."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import betaln


def logpmf(k, n, a, b, loc=0):
    k, n, a, b, loc = core.promote_args_inexact("betabinom.logpmf", k, n, a, b, loc)
    y = jnp.floor(k - loc)
    ways = -jnp.log1p(n) - betaln(n - y + 1, y + 1)
    value = ways + betaln(y + a, n - y + b) - betaln(a, b)
    value = jnp.where((y < 0) | (y > n), -math.inf, value)
    return jnp.where((n < 0) | (a <= 0) | (b <= 0), math.nan, value)


def pmf(k, n, a, b, loc=0):
    return jnp.exp(logpmf(k, n, a, b, loc))
