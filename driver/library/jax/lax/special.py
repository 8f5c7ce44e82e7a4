"""Special functions of jax.lax that no native module has."""

from _cjax import lax as _lax
from _cjax import numpy as _core
from _cjax.primitive import bind as _bind


def betainc(a, b, x):
    """The regularised incomplete beta function, elementwise."""
    return regularized_incomplete_beta(a, b, x)


def random_gamma_grad(a, x):
    """The derivative by a of a sample x of the gamma distribution: -(dP/da) / (dP/dx) of its distribution function P."""
    from jax import numpy as jnp
    a, x = jnp.broadcast_arrays(*_core.promote_args_inexact("random_gamma_grad", a, x))
    slope = jnp.exp((a - 1) * jnp.log(x) - x - _lax.lgamma(a))
    return jnp.where(x == 0, 0.0, -_lax.igamma_grad_a(a, x) / slope)


def regularized_incomplete_beta(a, b, x):
    """The integral of t**(a-1) (1-t)**(b-1) / B(a, b) from 0 to x."""
    return _bind("regularized_incomplete_beta", tuple(_core.asarray(v) for v in (a, b, x)), 1)[0]
