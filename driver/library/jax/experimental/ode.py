"""jax.experimental.ode: odeint, by Dormand and Prince's pair of order 5 with adaptive steps.

The derivative is that of the steps taken, whose lengths count as constants.
Sources: Dormand and Prince (1980); Shampine, "Some practical Runge-Kutta formulas" (1986).
"""

import math

from jax import lax
from jax import numpy as jnp
from jax.flatten_util import ravel_pytree

_NODES = (1 / 5, 3 / 10, 4 / 5, 8 / 9, 1.0, 1.0)
_STAGES = ((1 / 5,), (3 / 40, 9 / 40), (44 / 45, -56 / 15, 32 / 9), (19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729),
           (9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656), (35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84))
_ERROR = (35 / 384 - 1951 / 21600, 0, 500 / 1113 - 22642 / 50085, 125 / 192 - 451 / 720, -2187 / 6784 + 12231 / 42400,
          11 / 84 - 649 / 6300, -1 / 60)
_MIDDLE = (6025192743 / 30085553152 / 2, 0, 51252292925 / 65400821598 / 2, -2691868925 / 45128329728 / 2, 187940372067 / 1594534317056 / 2,
           -1776094331 / 19743644256 / 2, 11237099 / 235043384 / 2)


def _weighted(weights, ks):
    return sum((w * k for w, k in zip(weights, ks) if w), jnp.zeros_like(ks[0]))


def _step(f, y, dy, t, dt):
    ks = [dy]
    for node, stage in zip(_NODES, _STAGES):
        ks.append(f(y + dt * _weighted(stage, ks), t + dt * node))
    y1 = y + dt * _weighted(_STAGES[-1], ks)
    return y1, ks[-1], dt * _weighted(_ERROR, ks), y + dt * _weighted(_MIDDLE, ks)


def _quartic(y0, y1, middle, dy0, dy1, dt):
    # The polynomial over [0, 1] with these values and slopes.
    a = -2 * dt * dy0 + 2 * dt * dy1 - 8 * y0 - 8 * y1 + 16 * middle
    b = 5 * dt * dy0 - 3 * dt * dy1 + 18 * y0 + 14 * y1 - 32 * middle
    c = -4 * dt * dy0 + dt * dy1 - 11 * y0 - 5 * y1 + 16 * middle
    return jnp.stack([a, b, c, dt * dy0, y0])


def _norm(x):
    return jnp.sqrt(jnp.mean(jnp.abs(x) ** 2))


def _first_step(f, t0, y0, rtol, atol, f0):
    # Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, II.4.
    scale = atol + jnp.abs(y0) * rtol
    d0, d1 = jnp.linalg.norm(y0 / scale), jnp.linalg.norm(f0 / scale)
    h0 = jnp.where((d0 < 1e-5) | (d1 < 1e-5), 1e-6, 0.01 * d0 / d1)
    f1 = f(y0 + h0 * f0, t0 + h0)
    d2 = jnp.linalg.norm((f1 - f0) / scale) / h0
    h1 = jnp.where((d1 <= 1e-15) & (d2 <= 1e-15), jnp.maximum(1e-6, h0 * 1e-3), (0.01 / jnp.maximum(d1, d2)) ** (1.0 / 5.0))
    return jnp.minimum(100.0 * h0, h1)


def _next_step(dt, ratio):
    factor = jnp.minimum(10.0, jnp.maximum(ratio ** (-1.0 / 5.0) * 0.9, jnp.where(ratio < 1, 1.0, 0.2)))
    return jnp.where(ratio == 0, dt * 10.0, dt * factor)


def odeint(func, y0, t, *args, rtol=1.4e-8, atol=1.4e-8, mxstep=math.inf, hmax=math.inf):
    """The solution of dy/dt = func(y, t, *args) at the increasing times t, from y0 at t[0]; y0 may be a pytree."""
    if not callable(func):
        raise TypeError(f"func must be callable, got {func}")
    y0, unravel = ravel_pytree(y0)
    t = jnp.asarray(t)

    def f(y, t):
        return ravel_pytree(func(unravel(y), t, *args))[0]

    def advance(carry, target):
        def pending(state):
            i, _, _, t, dt, _, _ = state
            return (t < target) & (i < mxstep) & (dt > 0)

        def attempt(state):
            i, y, dy, t, dt, last, poly = state
            y1, dy1, error, middle = _step(f, y, dy, t, dt)
            ratio = lax.stop_gradient(_norm(lax.stop_gradient(error / (atol + rtol * jnp.maximum(jnp.abs(y), jnp.abs(y1))))))
            new = _quartic(y, y1, middle, dy, dy1, dt)
            next_dt = jnp.clip(_next_step(dt, ratio), 0.0, hmax)
            ok = ratio <= 1.0
            pick = lambda a, b: jnp.where(ok, a, b)
            return i + 1, pick(y1, y), pick(dy1, dy), pick(t + dt, t), next_dt, pick(t, last), pick(new, poly)

        y, dy, t, dt, last, poly = carry
        _, *state = lax.while_loop(pending, attempt, (0, *carry))
        y, dy, t, dt, last, poly = state
        at = (target - last) / jnp.where(t == last, 1, t - last)
        value = jnp.polyval(poly, at.astype(poly.dtype))
        return tuple(state), value

    dy0 = f(y0, t[0])
    first = _first_step(lambda y, t: lax.stop_gradient(f(y, t)), t[0], lax.stop_gradient(y0), rtol, atol, lax.stop_gradient(dy0))
    dt = lax.stop_gradient(jnp.clip(first, 0.0, hmax).astype(t.dtype))
    poly = jnp.stack([y0] * 5)
    _, ys = lax.scan(advance, (y0, dy0, t[0], dt, t[0], poly), t[1:])
    ys = jnp.concatenate([y0[None], ys])
    from jax._src.vmap import vmap
    return vmap(unravel)(ys)


#===-- the pieces, as JAX names them -----------------------------------------------------===#


def abs2(x):
    """|x|^2."""
    return x.real ** 2 + x.imag ** 2 if jnp.iscomplexobj(x) else x ** 2


def mean_error_ratio(error_estimate, rtol, atol, y0, y1):
    """The error over the tolerance, in the mean of squares."""
    return jnp.sqrt(jnp.mean(abs2(error_estimate / (atol + rtol * jnp.maximum(jnp.abs(y0), jnp.abs(y1))))))


def optimal_step_size(last_step, mean_error_ratio, safety=0.9, ifactor=10.0, dfactor=0.2, order=5.0):
    dfactor = jnp.where(mean_error_ratio < 1, 1.0, dfactor)
    factor = jnp.minimum(ifactor, jnp.maximum(mean_error_ratio ** (-1.0 / order) * safety, dfactor))
    return jnp.where(mean_error_ratio == 0, last_step * ifactor, last_step * factor)


def fit_4th_order_polynomial(y0, y1, y_mid, dy0, dy1, dt):
    """Coefficients over [0, 1] of the polynomial with these values and slopes, the highest first."""
    return tuple(_quartic(y0, y1, y_mid, dy0, dy1, dt.astype(y0.dtype)))


def interp_fit_dopri(y0, y1, k, dt):
    """The polynomial through a step."""
    middle = y0 + dt.astype(y0.dtype) * jnp.dot(jnp.array(_MIDDLE, y0.dtype), k)
    return _quartic(y0, y1, middle, k[0], k[-1], dt.astype(y0.dtype))


def initial_step_size(fun, t0, y0, order, rtol, atol, f0):
    """The first step of a method of an order (Hairer, Norsett and Wanner)."""
    scale = atol + jnp.abs(y0) * rtol
    d0, d1 = jnp.linalg.norm(y0 / scale), jnp.linalg.norm(f0 / scale)
    h0 = jnp.where((d0 < 1e-5) | (d1 < 1e-5), 1e-6, 0.01 * d0 / d1)
    d2 = jnp.linalg.norm((fun(y0 + h0 * f0, t0 + h0) - f0) / scale) / h0
    h1 = jnp.where((d1 <= 1e-15) & (d2 <= 1e-15), jnp.maximum(1e-6, h0 * 1e-3),
                   (0.01 / jnp.maximum(d1, d2)) ** (1.0 / (order + 1.0)))
    return jnp.minimum(100.0 * h0, h1)


def runge_kutta_step(func, y0, f0, t0, dt):
    """A step: value and slope behind it, its error, and the slopes of its stages."""
    ks = [f0]
    for node, stage in zip(_NODES, _STAGES):
        ks.append(func(y0 + dt * _weighted(stage, ks), t0 + dt * node))
    y1 = y0 + dt * _weighted(_STAGES[-1], ks)
    return y1, ks[-1], dt * _weighted(_ERROR, ks), jnp.stack(ks)


def ravel_first_arg(f, unravel, debug_info=None):
    """f as a function of its first argument and its result as vectors."""
    return lambda y, *args: ravel_pytree(f(unravel(y), *args))[0]
