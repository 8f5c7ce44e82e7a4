"""jax.random.binomial and multinomial: counts of successes.

Below 10 expected successes by sums of geometric draws, else by transformed rejection (Hoermann 1993, BTRS).
"""

from _cjax import numpy as core
from _cjax import random as native
from jax import lax
from jax import numpy as jnp

_TAIL = (0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
         0.0138761288230707, 0.0118967099458917, 0.0104112652619720, 0.00925546218271273, 0.00833056343336287)


def _stirling_tail(k):
    """log k! less Stirling's approximation."""
    few = k <= 9
    k = jnp.clip(k, 0.0, 9.0)  # as it is: the series is taken at 9 at most
    square = (k + 1) * (k + 1)
    series = (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1)
    return jnp.where(few, jnp.array(_TAIL, k.dtype)[jnp.floor(k).astype(core.int32)], series)


def _inversion(key, count, prob, shape, dtype, uniform):
    log_q = jnp.log1p(-prob)

    def step(state):
        n, total, key = state
        sub, key = native.split(key, (2,))
        n = jnp.where(total <= count, n + 1, n)
        return n, total + jnp.ceil(jnp.log(uniform(sub, shape, prob.dtype)) / log_q), key

    zero = jnp.zeros(shape, prob.dtype)
    n, _, _ = lax.while_loop(lambda s: jnp.any(s[1] <= count), step, (zero, zero, key))
    return (n - 1).astype(dtype)


def _rejection(key, count, prob, shape, dtype, uniform):
    deviation = jnp.sqrt(count * prob * (1 - prob))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * prob
    c = count * prob + 0.5
    v_r = 0.92 - 4.2 / b
    r = prob / (1 - prob)
    alpha = (2.83 + 5.1 / b) * deviation
    m = jnp.floor((count + 1) * prob)

    def step(state):
        out, accepted, key = state
        keys = native.split(key, (3,))
        u = uniform(keys[1], shape, prob.dtype) - 0.5
        v = uniform(keys[2], shape, prob.dtype)
        us = 0.5 - jnp.abs(u)
        early = (us >= 0.07) & (v <= v_r)
        k = jnp.floor((2 * a / us + b) * u + c)
        outside = (k < 0) | (k > count)
        v = jnp.log(v * alpha / (a / (us * us) + b))
        bound = ((m + 0.5) * jnp.log((m + 1) / (r * (count - m + 1)))
                 + (count + 1) * jnp.log((count - m + 1) / (count - k + 1))
                 + (k + 0.5) * jnp.log(r * (count - k + 1) / (k + 1))
                 + _stirling_tail(m) + _stirling_tail(count - m) - _stirling_tail(k) - _stirling_tail(count - k))
        take = early | (~outside & (v <= bound))
        return jnp.where(take, k, out), accepted | take, keys[0]

    start = (jnp.full(shape, -1.0, prob.dtype), jnp.full(shape, False), key)
    return lax.while_loop(lambda s: jnp.any(~s[1]), step, start)[0].astype(dtype)


def binomial(key, n, p, shape=None, dtype=float):
    """Successes in n trials with probability p, as floats."""
    from jax.random import _float, _parameters, _uniform
    key = native.check("binomial", key)
    core.check_arraylike("binomial", n, p)
    dtype = _float("binomial", float if dtype is None else dtype)
    shape = _parameters("binomial", shape, n, p)
    (p,) = core.promote_dtypes_inexact("binomial", p)
    count = jnp.broadcast_to(core.astype(jnp.asarray(n), p.dtype), shape)
    p = jnp.broadcast_to(p, shape)
    rare = p < 0.5
    q = jnp.where(rare, p, 1.0 - p)
    bad_count, endless = jnp.isnan(count) | (count < 0.0), jnp.isinf(count)
    bad_q = jnp.isnan(q) | (q < 0.0)
    undefined_q = jnp.isnan(q)
    q = jnp.where(bad_q, 0.01, q)
    few = bad_count | (count * q <= 10.0)
    count = jnp.floor(count)
    small = _inversion(key, jnp.where(few, count, 0.0), q, shape, dtype, _uniform)
    large = _rejection(key, jnp.where(few, 1e4, count), jnp.where(few, 0.5, q), shape, dtype, _uniform)
    invalid = bad_q | bad_count
    samples = jnp.where(invalid, jnp.nan, jnp.where(few, small, large))
    samples = jnp.where(endless & ~invalid, jnp.inf, samples).astype(dtype)
    return jnp.where(rare | bad_count | undefined_q | endless, samples, count.astype(dtype) - samples)


def multinomial(key, n, p, *, shape=None, dtype=None, unroll=1):
    """How many of n draws fall into each of the categories along the last axis of p."""
    key = native.check("multinomial", key)
    core.check_arraylike("multinomial", n, p)
    n, p = core.promote_dtypes_inexact("multinomial", n, p)
    shape = p.shape if shape is None else core.canonicalize_shape(shape)
    n, p = jnp.broadcast_to(n, shape[:-1]), jnp.moveaxis(jnp.broadcast_to(p, shape), -1, 0)
    left = lax.cumsum(p, 0, reverse=True)
    ratios = p / jnp.where(left == 0, 1, left)

    def step(rest, ratio_key):
        ratio, key = ratio_key
        count = binomial(key, rest, ratio.clip(0, 1), dtype=rest.dtype)
        return rest - count, count

    counts = lax.scan(step, n, (ratios, native.split(key, (ratios.shape[0],))), unroll=unroll)[1]
    counts = jnp.moveaxis(counts, 0, -1)
    return counts.astype(core.canonicalize_dtype(float if dtype is None else dtype))
