"""The generalised normal distribution of shape beta."""

from _cjax import numpy as core
from jax import numpy as jnp
from jax.scipy.special import gammainc, gammaln


def logpdf(x, beta):
    x, beta = core.promote_args_inexact("gennorm.logpdf", x, beta)
    return jnp.log(0.5 * beta) - gammaln(1 / beta) - jnp.abs(x) ** beta


def cdf(x, beta):
    x, beta = core.promote_args_inexact("gennorm.cdf", x, beta)
    return 0.5 * (1 + jnp.sign(x) * gammainc(1 / beta, jnp.abs(x) ** beta))


def pdf(x, beta):
    return jnp.exp(logpdf(x, beta))
