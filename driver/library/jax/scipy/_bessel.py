"""Modified Bessel functions i0 and i1, plain and scaled by exp(-|x|)."""

from _cjax import lax as native
from _cjax import numpy as core
from jax import numpy as jnp
from jax._src.wide import wide


def i0e(x):
    """exp(-|x|) i0(x)."""
    return native.bessel_i0e(*core.promote_args_inexact("i0e", x))


def i0(x):
    """The modified Bessel function of the first kind, of order 0."""
    (x,) = core.promote_args_inexact("i0", x)
    return wide(lambda x: jnp.exp(jnp.abs(x)) * native.bessel_i0e(x))(x)


def i1e(x):
    """exp(-|x|) i1(x)."""
    return native.bessel_i1e(*core.promote_args_inexact("i1e", x))


def i1(x):
    """The modified Bessel function of the first kind, of order 1."""
    (x,) = core.promote_args_inexact("i1", x)
    return wide(lambda x: jnp.exp(jnp.abs(x)) * native.bessel_i1e(x))(x)
