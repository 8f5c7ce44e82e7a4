"""Exponential integrals (Press et al. 2007, 6.3) and erfcx; their derivatives are rules."""

import math

from _cjax import lax as native
from _cjax import numpy as core
from jax import custom_jvp, lax
from jax import numpy as jnp
from jax._src.wide import wide_strong
from jax.scipy._faddeeva import erfcx_complex

_EULER = 0.5772156649015329
_LEAST = 2.0**-1022


def _real(name, *xs):
    xs = core.promote_args_inexact(name, *xs)
    if any(jnp.iscomplexobj(x) for x in xs):
        raise ValueError(f"{name} does not support complex-valued inputs.")
    return xs


def _small(n, x):
    """E_n for 0 < x <= 1/2: its power series."""
    log_term = -jnp.log(x) + native.digamma(jnp.maximum(n, 1.0))
    first = jnp.where(n == 1, -jnp.log(x) - _EULER, 1 / jnp.where(n == 1, 1, n - 1))

    def step(i, state):
        total, power = state
        power = power * (-x / i)
        at = i == n - 1
        return total + jnp.where(at, power * log_term, -power / jnp.where(at, 1, i - (n - 1))), power

    return lax.fori_loop(1, 24, step, (first, jnp.ones_like(x)))[0]


def _large(n, x):
    """E_n for x > 1/2: its continued fraction, from the back."""
    depth = 300

    def step(k, f):
        i = depth - k
        return x + n + 2 * (i - 1) - i * (n - 1 + i) / f

    return jnp.exp(-x) / lax.fori_loop(0, depth, step, x + n + 2 * depth)


@custom_jvp
@wide_strong
def _expn(n, x):
    inside = (n >= 0) & (x >= 0)
    low, high = jnp.clip(x, _LEAST, 0.5), jnp.maximum(x, 0.5)
    many = jnp.maximum(n, 1.0)
    result = jnp.where(x <= 0.5, _small(many, low), _large(many, high))
    result = jnp.where(n == 0, jnp.exp(-x) / x, result)
    result = jnp.where(x == 0, jnp.where(n > 1, 1 / jnp.where(n > 1, n - 1, 1), math.inf), result)
    return jnp.where(inside, jnp.where(x == math.inf, 0.0, result), math.nan)


_expn.defjvps(None, lambda t, ans, n, x: -t * _expn(n - 1, x))


def expn(n, x):
    """The integral of exp(-x t) / t^n over t from 1 on."""
    n, x = _real("expn", n, x)
    return _expn(*jnp.broadcast_arrays(n, x))


def exp1(x):
    """The integral of exp(-t) / t over t from x on."""
    (x,) = _real("exp1", x)
    return _expn(jnp.ones_like(x), x)


@custom_jvp
@wide_strong
def _expi(x):
    """For x > 0: the power series, from 50 on the asymptotic one."""
    def step(i, state):
        total, power = state
        power = power * (low / i)
        return total + power / i, power

    def far(i, state):
        total, term = state
        term = term * (i / high)
        return total + term, term

    y = jnp.abs(x)
    low, high = jnp.clip(y, _LEAST, 50.0), jnp.maximum(y, 50.0)
    series = lax.fori_loop(1, 200, step, (_EULER + jnp.log(low), jnp.ones_like(y)))[0]
    tail = lax.fori_loop(1, 20, far, (jnp.ones_like(y), jnp.ones_like(y)))[0] * (jnp.exp(high) / high)
    positive = jnp.where(y < 50, series, tail)
    result = jnp.where(x < 0, -_expn(jnp.ones_like(y), y), positive)
    return jnp.where(x == 0, math.nan, jnp.where(x == math.inf, math.inf, result))


_expi.defjvps(lambda t, ans, x: t * jnp.exp(x) / x)


def expi(x):
    """The principal value of the integral of exp(t) / t over t up to x."""
    return _expi(*_real("expi", x))


@custom_jvp
@wide_strong
def _erfcx(x):
    """exp(x^2) erfc(x): as it is said below 2, above by the continued fraction of erfc."""
    near = jnp.minimum(x, 2.0)
    square = jnp.maximum(x, 2.0)

    def step(k, f):
        return square + (60 - k) / 2 / f

    far = 1 / (lax.fori_loop(0, 60, step, square) * math.sqrt(math.pi))
    return jnp.where(x < 2, jnp.exp(near * near) * native.erfc(near), far)


_erfcx.defjvps(lambda t, ans, x: t * (2 * x * ans - 2 / math.sqrt(math.pi)))


def erfcx(x):
    """exp(x^2) erfc(x)."""
    (x,) = core.promote_args_inexact("erfcx", x)
    if jnp.iscomplexobj(x):
        return erfcx_complex(x)
    return _erfcx(x)
