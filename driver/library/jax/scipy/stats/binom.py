"""The binomial distribution: successes in n trials, each with probability p."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammaln, xlog1py, xlogy


def logpmf(k, n, p, loc=0):
    k, n, p, loc = core.promote_args_inexact("binom.logpmf", k, n, p, loc)
    y = k - loc
    ways = gammaln(n + 1) - gammaln(y + 1) - gammaln(n - y + 1)
    value = jnp.where((y < 0) | (y > n), -math.inf, ways + xlogy(y, p) + xlog1py(n - y, -p))
    return value


def pmf(k, n, p, loc=0):
    return jnp.exp(logpmf(k, n, p, loc))
