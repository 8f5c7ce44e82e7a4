"""Modified Bessel functions i0 and i1, plain and scaled by exp(-|x|).

Below 20 the power series (Abramowitz and Stegun 9.6.10), whose terms are all positive; above it the asymptotic expansion
(9.7.1), whose smallest term there is about exp(-2 x).
"""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax._src.custom import custom_jvp

_SWITCH, _TERMS, _TAIL = 20.0, 64, 20


def _scaled(x, order):
    """exp(-x) i_order(x) for x >= 0."""
    small = x < _SWITCH
    y = jnp.where(small, x, 0)
    quarter = y * y / 4

    def grow(k, state):
        term, total = state
        n = (k + 1).astype(x.dtype)
        term = term * quarter / (n * (n + order))
        return term, total + term

    first = jnp.ones_like(x) if order == 0 else y / 2
    _, series = lax.fori_loop(0, _TERMS, grow, (first, first))
    z = jnp.where(small, _SWITCH, x)
    term = total = jnp.ones_like(x)
    for k in range(1, _TAIL):
        term = term * -(4 * order * order - (2 * k - 1) ** 2) / (8 * k * z)
        total = total + term
    return jnp.where(small, series * jnp.exp(-y), total / jnp.sqrt(2 * math.pi * z))


@custom_jvp
def _i0e(x):
    return _scaled(jnp.abs(x), 0)


@custom_jvp
def _i1e(x):
    return jnp.sign(x) * _scaled(jnp.abs(x), 1)


@_i0e.defjvp
def _(primals, tangents):
    (x,), (t,) = primals, tangents
    value = _i0e(x)
    return value, (_i1e(x) - jnp.sign(x) * value) * t


@_i1e.defjvp
def _(primals, tangents):
    (x,), (t,) = primals, tangents
    value = _i1e(x)
    zero = jnp.abs(x) < float(core.finfo(x.dtype).eps)
    safe = jnp.where(zero, 1, x)
    slope = _i0e(x) - value * (jnp.sign(x) + 1 / safe)
    return value, jnp.where(zero, 0.5, slope) * t


def i0e(x):
    """exp(-|x|) i0(x)."""
    return _i0e(*core.promote_args_inexact("i0e", x))


def i0(x):
    """The modified Bessel function of the first kind, of order 0."""
    (x,) = core.promote_args_inexact("i0", x)
    return jnp.exp(jnp.abs(x)) * _i0e(x)


def i1e(x):
    """exp(-|x|) i1(x)."""
    return _i1e(*core.promote_args_inexact("i1e", x))


def i1(x):
    """The modified Bessel function of the first kind, of order 1."""
    (x,) = core.promote_args_inexact("i1", x)
    return jnp.exp(jnp.abs(x)) * _i1e(x)
