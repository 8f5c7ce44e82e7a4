"""Relative entropies: x log(x / y), and the same less x - y.

In 64 bits nothing cancels: x - y is exact within a factor of two (Sterbenz, Floating-Point Computation, 1974), log(x / y) is
log1p of it over the smaller one, and near x = y, with s = (x - y) / (x + y), it is 2 artanh s.
"""

import math

from _cjax import numpy as core
from jax import custom_jvp
from jax import numpy as jnp
from jax._src.wide import wide
from jax.scipy._faddeeva import horner

# artanh s = s + s^3 P(s^2) for |s| <= 1/2, the highest power first
_ARTANH = (0.21254240684092032, -0.13303237297646175, 0.13067043749240617, 0.020520193518361013,
           0.058220969872800878, 0.058034860611671242, 0.066743277040687318, 0.076918016176609941,
           0.090909311169121695, 0.11111110514858334, 0.14285714294791543, 0.19999999999935733, 0.3333333333333347)


def _positive(p, q):
    """Where both are, and p and q with 1 elsewhere."""
    both = (p > 0) & (q > 0)
    return both, jnp.where(both, p, 1.0), jnp.where(both, q, 1.0)


@custom_jvp
def _log_ratio(p, q):
    """log(p / q) of positive numbers, also where the quotient is out of range."""
    less = p < q
    big, small = jnp.where(less, q, p), jnp.where(less, p, q)
    far = (big * 2.0**-1021 > small) & (small < 8)
    big, small = big * jnp.where(far, 2.0**-512, 1.0), small * jnp.where(far, 2.0**511, 1.0)
    value = jnp.log1p((big - small) / small) + jnp.where(far, 1023 * math.log(2), 0.0)
    return jnp.where(less, -value, value)


_log_ratio.defjvps(lambda t, ans, p, q: t / p, lambda t, ans, p, q: -t / q)


@custom_jvp
def _rel_entr_64(p, q):
    other = jnp.where((p == 0) & (q >= 0), 0.0, math.inf)
    return jnp.where((p > 0) & (q > 0), p * _log_ratio(p, q), other)


@_rel_entr_64.defjvp
def _rel_entr_jvp(primals, tangents):
    both, x, y = _positive(*primals)
    by_p, by_q = jnp.where(both, _log_ratio(x, y) + 1, 0.0), jnp.where(both, -x / y, 0.0)
    return _rel_entr_64(*primals), by_p * tangents[0] + by_q * tangents[1]


@custom_jvp
def _kl_div_64(p, q):
    """Near q (p - q) s (1 + s (1 + s) P(s^2)); else p (log(p / q) - 1) + q."""
    s = (0.5 * p - 0.5 * q) / (0.5 * p + 0.5 * q)
    near = (p - q) * s * (1 + s * (1 + s) * horner(_ARTANH, s * s))
    far = p * (_log_ratio(p, q) - 1) + q
    other = jnp.where((p == 0) & (q >= 0), 0.0, math.inf) - p + q
    return jnp.where((p > 0) & (q > 0), jnp.where(jnp.abs(s) >= 0.5, far, near), other)


@_kl_div_64.defjvp
def _kl_div_jvp(primals, tangents):
    both, x, y = _positive(*primals)
    by_p, by_q = jnp.where(both, _log_ratio(x, y), -1.0), jnp.where(both, (y - x) / y, 1.0)
    return _kl_div_64(*primals), by_p * tangents[0] + by_q * tangents[1]


@wide
def _rel_entr_narrow(p, q):
    both, x, y = _positive(p, q)
    return jnp.where(both, x * jnp.log(x / y), jnp.where((p == 0) & (q >= 0), 0.0, math.inf))


@wide
def _kl_div_narrow(p, q):
    """Near q as q ((1 + r) log(1 + r) - r) with r = (p - q) / q."""
    near = (p > 0) & (jnp.abs(p - q) < 0.25 * q)
    r = jnp.where(near, p - q, 0.0) / jnp.where(near, q, 1.0)
    return jnp.where(near, q * ((1 + r) * jnp.log1p(r) - r), _rel_entr_narrow(p, q) - p + q)


def rel_entr(p, q):
    return (_rel_entr_64 if p.dtype == core.float64 else _rel_entr_narrow)(p, q)


def kl_div(p, q):
    return (_kl_div_64 if p.dtype == core.float64 else _kl_div_narrow)(p, q)
