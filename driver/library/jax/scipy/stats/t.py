"""Student's t distribution with df degrees of freedom."""

import math

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammaln


def logpdf(x, df, loc=0, scale=1):
    x, df, loc, scale = core.promote_args_inexact("t.logpdf", x, df, loc, scale)
    y = (x - loc) / scale
    half = (df + 1) / 2
    constant = jnp.log(jnp.abs(scale)) + 0.5 * jnp.log(df * math.pi) + gammaln(df / 2) - gammaln(half)
    return -(constant + half * jnp.log1p(y * y / df))


def pdf(x, df, loc=0, scale=1):
    return jnp.exp(logpdf(x, df, loc, scale))
