"""The hypergeometric functions 1F1 and 2F1 (Pearson, Olver and Porter 2014; Abramowitz and Stegun 15.3.10 to 15.3.12)."""

import math

from _cjax import lax as native
from _cjax import numpy as core
from jax import custom_jvp, lax
from jax import numpy as jnp
from jax.scipy._gamma import gamma

_TERMS = 250


def _epsilon(x):
    return core.finfo(x.dtype).eps


def _sum_series(first, start, ratio, weight=None):
    """start + first w_1 + first ratio(1) w_2 + ..., each element until its next term is below its rounding."""
    epsilon = float(_epsilon(first))

    def going(total, k, term):
        return (k < _TERMS) & (jnp.abs(term) / jnp.abs(total) > epsilon)

    def more(state):
        return jnp.any(going(*state))

    def step(state):
        total, k, term = state
        on = going(total, k, term)
        at = jnp.full_like(first, k)
        added = total + (term if weight is None else term * weight(at))
        return jnp.where(on, added, total), k + 1, jnp.where(on, term * ratio(at), term)

    return lax.while_loop(more, step, (jnp.full_like(first, start), jnp.int32(1), first))[0]


def _digamma(x):
    return native.digamma(x)


def _real(name, *xs):
    xs = jnp.broadcast_arrays(*core.promote_args_inexact(name, *xs))
    if jnp.iscomplexobj(xs[0]):
        raise ValueError(f"{name} does not support complex-valued inputs.")
    return xs


def _taylor_1f1(a, b, x, start, weight=None):
    return _sum_series(a / b * x, start, lambda k: (a + k) / (b + k) * x / (k + 1), weight)


def _far_1f1(a, b, x):
    series = _sum_series((b - a) * (1 - a) / x, 1, lambda k: (b - a + k) * (1 - a + k) / (k + 1) / x)
    return gamma(b) / gamma(a) * jnp.exp(x) * x ** (a - b) * series


@custom_jvp
def _hyp1f1(a, b, x):
    near = jnp.abs(x) < 100
    value = jnp.where(near, _taylor_1f1(a, b, jnp.where(near, x, 1.0), 1), _far_1f1(a, b, jnp.where(near, 100.0, x)))
    value = jnp.where(b == 0, math.inf, value)
    value = jnp.where(a == b, jnp.exp(x), value)
    return jnp.where(a == 0, 1.0, value)


_hyp1f1.defjvps(
    lambda t, ans, a, b, x: _taylor_1f1(a, b, x, 0, lambda k: _digamma(a + k) - _digamma(a)) * t,
    lambda t, ans, a, b, x: _taylor_1f1(a, b, x, 0, lambda k: _digamma(b) - _digamma(b + k)) * t,
    lambda t, ans, a, b, x: a / b * _hyp1f1(a + 1, b + 1, x) * t)


def hyp1f1(a, b, x):
    """The sum of (a)_k / (b)_k x^k / k! over k."""
    return _hyp1f1(*_real("hyp1f1", a, b, x))


def _ending(a, b, c, x):
    """The series where a or b is a whole number that is not positive: a polynomial."""
    whole = jnp.abs(b - jnp.round(b)) < 50 * _epsilon(x)
    swap = (b < a) & whole & ~((c % 1 == 0) & (c <= 0) & (c > b))
    a, b = jnp.abs(jnp.where(swap, b, a)), jnp.where(swap, a, b)

    def step(state):
        i, total, term = state
        on = i < a + 1
        at = jnp.where(on, i, 1.0)
        new = term * (-(a - at + 1) / (c + at - 1) * (b + at - 1) / at * x)
        return i + 1, jnp.where(on, total + new, total), jnp.where(on, new, term)

    one = jnp.ones_like(x)
    return lax.while_loop(lambda s: jnp.any(s[0] < a + 1), step, (one, one, one))[1]


def _taylor_2f1(a, b, c, x, start, weight=None):
    return _sum_series(a * b / c * x, start, lambda k: (a + k) * (b + k) / (c + k) / (k + 1) * x, weight)


def _near_one_sum(a, b, e, d1, s):
    """The sum of 15.3.10 to 15.3.12 over t, with digamma functions."""
    epsilon, ax = float(_epsilon(s)), jnp.log(s)
    y = _digamma(jnp.ones_like(s)) + _digamma(1 + e) - _digamma(a + d1) - _digamma(b + d1) - ax
    y = y / gamma(e + 1)

    def going(t, p, q, y):
        return (t < _TERMS) & (jnp.abs(q) >= epsilon * jnp.abs(y))

    def step(state):
        t, p, q, y = state
        on = going(*state)
        r = _digamma(1 + t) + _digamma(1 + t + e) - _digamma(a + t + d1) - _digamma(b + t + d1) - ax
        q2 = p * r
        p2 = p * s * (a + t + d1) / (t + 1) * (b + t + d1) / (t + 1 + e)
        return t + 1, jnp.where(on, p2, p), jnp.where(on, q2, q), jnp.where(on, y + q2, y)

    start = (jnp.ones_like(s), (a + d1) * (b + d1) * s / gamma(e + 2), y, y)
    return lax.while_loop(lambda state: jnp.any(going(*state)), step, start)[3]


def _near_one(a, b, c, x):
    """2F1 near 1 where c - a - b is a whole number."""
    d, s = c - a - b, 1 - x
    rd = jnp.round(d)
    e, zero = jnp.where(rd >= 0, d, -d), jnp.zeros_like(d)
    d1, d2 = jnp.where(rd >= 0, d, zero), jnp.where(rd >= 0, zero, d)
    many = jnp.abs(rd)
    y = _near_one_sum(a, b, e, d1, s)

    def step(state):
        i, t, p, total = state
        on = i < many
        new = p * s * (a + t + d2) * (b + t + d2) / (1 - e + t) / (t + 1)
        return i + 1, t + 1, jnp.where(on, new, p), jnp.where(on, total + new, total)

    one = jnp.ones_like(x)
    total = lax.while_loop(lambda state: jnp.any(state[0] < many), step, (one, zero, one, one))[3]
    p, q = gamma(c), s ** rd
    total = total * gamma(e) * p / (gamma(a + d1) * gamma(b + d1))
    z = y * p / (gamma(a + d2) * gamma(b + d2))
    z = jnp.where(many % 2 != 0, -z, z)
    whole = jnp.where(rd > 0, z * q + total, z + total * q)
    return jnp.where(rd == 0, y * p / (gamma(a) * gamma(b)), whole)


def _sum_2f1(a, b, c, x, asked):
    """2F1 of the elements asked for, by the sum that suits each."""
    epsilon = 50 * float(_epsilon(x))
    d = c - a - b

    def ends(v):
        return (v <= 0) & (jnp.abs(v - jnp.round(v)) < epsilon)

    stop = ends(a) | ends(b)
    near = (x > 0.9) & ~stop & (jnp.abs(d - jnp.round(d)) < epsilon)
    half, one = jnp.full_like(x, 0.5), jnp.ones_like(x)

    def of(chosen, function, middle):
        args = [jnp.where(chosen & asked, v, w) for v, w in zip((a, b, c, x), (one, one, 2 * one, middle))]
        return function(*args)

    plain = ~near & ~stop
    value = of(plain, lambda a, b, c, x: _taylor_2f1(a, b, c, x, 1), half * 0)
    return jnp.where(near, of(near, _near_one, half), jnp.where(stop, of(stop, _ending, half), value))


@custom_jvp
def _hyp2f1(a, b, c, x):
    epsilon = 50 * float(_epsilon(x))
    d, s, ca, cb = c - a - b, 1 - x, c - a, c - b
    whole = jnp.abs(d - jnp.round(d)) < epsilon
    cases = [
        ((x == 0) | (((a == 0) | (b == 0)) & (c != 0)), 1.0),
        ((c == 0) | ((c < 0) & (c % 1 == 0)), math.inf),
        ((d <= -1) & ~(~whole & (s < 0)), None),
        ((d <= 0) & (x == 1), math.inf),
        ((x < 1) & (b == c), s ** -a),
        ((x < 1) & (a == c), s ** -b),
        (x > 1, math.inf),
        (x == 1, gamma(c) * gamma(d) / (gamma(ca) * gamma(cb)))]
    taken = jnp.zeros(x.shape, bool)
    chosen = []
    for condition, value in cases:
        condition = condition & ~taken
        taken = taken | condition
        if value is None:
            value = s ** d * _sum_2f1(ca, cb, c, x, condition)
        chosen.append((condition, value))
    result = _sum_2f1(a, b, c, x, ~taken)
    for condition, value in chosen:
        result = jnp.where(condition, value, result)
    return result


_hyp2f1.defjvps(
    lambda t, ans, a, b, c, x: _taylor_2f1(a, b, c, x, 0, lambda k: _digamma(a + k) - _digamma(a)) * t,
    lambda t, ans, a, b, c, x: _taylor_2f1(a, b, c, x, 0, lambda k: _digamma(b + k) - _digamma(b)) * t,
    lambda t, ans, a, b, c, x: _taylor_2f1(a, b, c, x, 0, lambda k: _digamma(c) - _digamma(c + k)) * t,
    lambda t, ans, a, b, c, x: a * b / c * _hyp2f1(a + 1, b + 1, c + 1, x) * t)


def hyp2f1(a, b, c, x):
    """The sum of (a)_k (b)_k / (c)_k x^k / k! over k."""
    return _hyp2f1(*_real("hyp2f1", a, b, c, x))
