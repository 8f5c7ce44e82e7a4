"""The negative binomial distribution: failures before n successes, each with probability p."""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax.scipy.special import gammaln, xlog1py, xlogy


def logpmf(k, n, p, loc=0):
    k, n, p, loc = core.promote_args_inexact("nbinom.logpmf", k, n, p, loc)
    y = k - loc
    ways = gammaln(y + n) - gammaln(n) - gammaln(y + 1)
    result = ways + xlogy(n, p) + xlog1py(y, -p)
    return jnp.where(k < loc, -math.inf, lax.convert_element_type(result, result.dtype))


def pmf(k, n, p, loc=0):
    return jnp.exp(logpmf(k, n, p, loc))
