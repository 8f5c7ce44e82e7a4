"""The multinomial distribution: counts x of n trials with probabilities p, along the last axis."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammaln, xlogy


def logpmf(x, n, p):
    (p,) = core.promote_args_inexact("multinomial.logpmf", p)
    x, n = core.promote_args("multinomial.logpmf", x, n)
    if not core.issubdtype(x.dtype, core.integer):
        raise ValueError(f"x and n must be of integer type; got x.dtype={x.dtype}, n.dtype={n.dtype}")
    x, p, n = core.promote_dtypes_inexact("multinomial.logpmf", x, p, n)
    value = gammaln(n + 1) + (xlogy(x, p) - gammaln(x + 1)).sum(-1)
    return jnp.where(n == x.sum(), value, -math.inf)


def pmf(x, n, p):
    return jnp.exp(logpmf(x, n, p))
