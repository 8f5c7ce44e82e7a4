"""Incomplete gamma and beta functions."""

from _cjax import lax as native
from _cjax import numpy as core
from _cjax.primitive import bind
from jax import numpy as jnp


def _broadcast(name, *xs):
    xs = core.promote_args_inexact(name, *xs)
    return jnp.broadcast_arrays(*xs)


def gammainc(a, x):
    """The regularised lower incomplete gamma function: the integral of t**(a-1) exp(-t) / gamma(a) from 0 to x."""
    return native.igamma(*_broadcast("gammainc", a, x))


def gammaincc(a, x):
    """1 - gammainc(a, x), without cancellation."""
    return native.igammac(*_broadcast("gammaincc", a, x))


def betainc(a, b, x):
    """The regularised incomplete beta function: the integral of t**(a-1) (1-t)**(b-1) / B(a, b) from 0 to x.

    Its derivative is that by x.
    """
    return bind("regularized_incomplete_beta", tuple(_broadcast("betainc", a, b, x)), 1)[0]
