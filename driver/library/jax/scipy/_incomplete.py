"""Incomplete gamma and beta functions.

gammainc and gammaincc: the power series below a + 1, Lentz's continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).
betainc: the continued fraction of Abramowitz and Stegun 26.5.8, from the side on which it converges fast.
"""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax._src.autodiff import jvp
from jax._src.custom import custom_jvp

_STEPS = 2000


def _broadcast(name, *xs):
    xs = core.promote_args_inexact(name, *xs)
    return jnp.broadcast_arrays(*xs)


def _log_factor(a, x):
    """log(x**a exp(-x) / gamma(a)), 0 where x is 0."""
    from jax.scipy.special import gammaln, xlogy
    return xlogy(a, x) - x - gammaln(a)


def _series(a, x, active):
    """The sum of x**k / (a (a+1) ... (a+k)) over k."""
    eps = float(core.finfo(x.dtype).eps) / 2

    def more(state):
        _, term, total, going, k = state
        return jnp.any(going) & (k < _STEPS)

    def step(state):
        b, term, total, going, k = state
        b = b + 1
        term = jnp.where(going, term * (x / b), term)
        total = jnp.where(going, total + term, total)
        return b, term, total, going & (term > eps * total), k + 1

    first = 1 / jnp.where(active, a, 1)
    return lax.while_loop(more, step, (a, first, first, active, 0))[2]


def _fraction(a, x, active):
    """The continued fraction 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), by Lentz's method."""
    eps = float(core.finfo(x.dtype).eps) / 2
    tiny = float(core.finfo(x.dtype).tiny) / eps

    def more(state):
        return jnp.any(state[5]) & (state[4] < _STEPS)

    def step(state):
        b, c, d, h, k, going = state
        n = k + 1
        numerator = -n * (n - a)
        b = b + 2
        d = 1 / _away(numerator * d + b, tiny)
        c = _away(b + numerator / c, tiny)
        delta = c * d
        h = jnp.where(going, h * delta, h)
        return b, c, d, h, n, going & (jnp.abs(delta - 1) > eps)

    b = jnp.where(active, x + 1 - a, 1)
    d = 1 / _away(b, tiny)
    c = jnp.full_like(b, 1 / tiny)
    return lax.while_loop(more, step, (b, c, d, d, 0, active))[3]


def _away(x, tiny):
    """x, or a tiny number in place of 0."""
    return jnp.where(jnp.abs(x) < tiny, tiny, x)


def _gamma_parts(a, x):
    """The lower and the upper function, each computed where it is the one that is."""
    low = (x < a + 1) & (x > 0) & (a > 0) & jnp.isfinite(x)
    high = (x >= a + 1) & (a > 0) & jnp.isfinite(x)
    factor = jnp.exp(_log_factor(jnp.where(low | high, a, 1), jnp.where(low | high, x, 1)))
    lower = factor * _series(jnp.where(low, a, 1), jnp.where(low, x, 1), low)
    upper = factor * _fraction(jnp.where(high, a, 1), jnp.where(high, x, 2), high)
    lower, upper = jnp.where(low, lower, 1 - upper), jnp.where(low, 1 - lower, upper)
    bad = jnp.isnan(a) | jnp.isnan(x) | (a < 0) | (x < 0) | ((a == 0) & (x == 0))
    lower = jnp.where((a == 0) | (x == math.inf), 1, jnp.where(x == 0, 0, lower))
    upper = jnp.where((a == 0) | (x == math.inf), 0, jnp.where(x == 0, 1, upper))
    return jnp.where(bad, math.nan, lower), jnp.where(bad, math.nan, upper)


@custom_jvp
def _gammainc(a, x):
    return _gamma_parts(a, x)[0]


@_gammainc.defjvp
def _(primals, tangents):
    a, x = primals
    value, by_a = jvp(lambda b: _gamma_parts(b, x)[0], (a,), (jnp.ones_like(a),))
    by_x = jnp.exp(_log_factor(a, x) - jnp.log(x))
    return value, by_a * tangents[0] + by_x * tangents[1]


@custom_jvp
def _gammaincc(a, x):
    return _gamma_parts(a, x)[1]


@_gammaincc.defjvp
def _(primals, tangents):
    a, x = primals
    value, by_a = jvp(lambda b: _gamma_parts(b, x)[1], (a,), (jnp.ones_like(a),))
    by_x = -jnp.exp(_log_factor(a, x) - jnp.log(x))
    return value, by_a * tangents[0] + by_x * tangents[1]


def gammainc(a, x):
    """The regularised lower incomplete gamma function: the integral of t**(a-1) exp(-t) / gamma(a) from 0 to x."""
    return _gammainc(*_broadcast("gammainc", a, x))


def gammaincc(a, x):
    """1 - gammainc(a, x), without cancellation."""
    return _gammaincc(*_broadcast("gammaincc", a, x))


def _beta_fraction(a, b, x):
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    eps = float(core.finfo(x.dtype).eps) / 2
    tiny = float(core.finfo(x.dtype).tiny) / eps

    def turn(c, d, h, numerator):
        d = 1 / _away(1 + numerator * d, tiny)
        c = _away(1 + numerator / c, tiny)
        return c, d, h * (c * d), c * d

    def more(state):
        return jnp.any(state[4]) & (state[3] < _STEPS)

    def step(state):
        c, d, h, k, going = state
        m = (k + 1).astype(x.dtype)
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        c2, d2, h2, _ = turn(c, d, h, even)
        c2, d2, h2, delta = turn(c2, d2, h2, odd)
        c, d, h = (jnp.where(going, new, old) for new, old in ((c2, c), (d2, d), (h2, h)))
        return c, d, h, k + 1, going & (jnp.abs(delta - 1) > eps)

    one = jnp.ones_like(x)
    d = 1 / _away(1 - (a + b) * x / (a + 1), tiny)
    return lax.while_loop(more, step, (one, d, d, jnp.asarray(0), jnp.isfinite(d)))[2]


@custom_jvp
def _betainc(a, b, x):
    from jax.scipy.special import betaln, xlog1py, xlogy
    good = (a > 0) & (b > 0) & (x > 0) & (x < 1)
    a0, b0, x0 = (jnp.where(good, v, 0.5) for v in (a, b, x))
    swap = x0 > (a0 + 1) / (a0 + b0 + 2)
    p, q, y = jnp.where(swap, b0, a0), jnp.where(swap, a0, b0), jnp.where(swap, 1 - x0, x0)
    front = jnp.exp(xlogy(p, y) + xlog1py(q, -y) - betaln(p, q)) / p
    part = front * _beta_fraction(p, q, y)
    value = jnp.where(swap, 1 - part, part)
    bad = jnp.isnan(a) | jnp.isnan(b) | jnp.isnan(x) | (a <= 0) | (b <= 0) | (x < 0) | (x > 1)
    return jnp.where(bad, math.nan, jnp.where(x == 0, 0, jnp.where(x == 1, 1, value)))


@_betainc.defjvp
def _(primals, tangents):
    from jax.scipy.special import betaln
    a, b, x = primals
    slope = jnp.exp((a - 1) * jnp.log(x) + (b - 1) * jnp.log1p(-x) - betaln(a, b))
    return _betainc(a, b, x), slope * tangents[2]


def betainc(a, b, x):
    """The regularised incomplete beta function: the integral of t**(a-1) (1-t)**(b-1) / B(a, b) from 0 to x.

    Its derivative is that by x.
    """
    return _betainc(*_broadcast("betainc", a, b, x))
