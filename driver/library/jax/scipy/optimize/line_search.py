"""A step that satisfies Wolfe's conditions (Nocedal and Wright 2006, algorithms 3.5 and 3.6)."""

from typing import Any, NamedTuple

import jax
from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp


class Point(NamedTuple):
    """A step length, with value, slope and gradient there."""

    a: Any
    phi: Any
    dphi: Any
    g: Any


class LineSearchResults(NamedTuple):
    failed: Any
    nit: Any
    nfev: Any
    ngev: Any
    k: Any
    a_k: Any
    f_k: Any
    g_k: Any
    status: Any


class _Zoom(NamedTuple):
    done: Any
    failed: Any
    j: Any
    low: Any
    high: Any
    a_rec: Any
    phi_rec: Any
    star: Any
    nfev: Any


class _Search(NamedTuple):
    done: Any
    failed: Any
    i: Any
    before: Any
    star: Any
    nfev: Any


def _choose(condition, x, y):
    return jax.tree.map(lambda a, b: jnp.where(condition, a, b), x, y)


def _cubic_minimum(low, b, fb, c, fc):
    """Of the cubic through low, with its slope, and the points b and c."""
    db, dc = b - low.a, c - low.a
    denominator = (db * dc) ** 2 * (db - dc)
    rb, rc = fb - low.phi - low.dphi * db, fc - low.phi - low.dphi * dc
    A = (dc ** 2 * rb - db ** 2 * rc) / denominator
    B = (-dc ** 3 * rb + db ** 3 * rc) / denominator
    return low.a + (-B + jnp.sqrt(B * B - 3.0 * A * low.dphi)) / (3.0 * A)


def _quadratic_minimum(low, b, fb):
    db = b - low.a
    return low.a - low.dphi / (2.0 * (fb - low.phi - low.dphi * db) / (db ** 2))


def _between(state):
    """A step length inside of the interval: cubic, else quadratic interpolation, else the middle."""
    low, high = state.low, state.high
    width = high.a - low.a
    left, right = jnp.minimum(high.a, low.a), jnp.maximum(high.a, low.a)
    cubic = _cubic_minimum(low, high.a, high.phi, state.a_rec, state.phi_rec)
    quadratic = _quadratic_minimum(low, high.a, high.phi)
    use_cubic = (state.j > 0) & (cubic > left + 0.2 * width) & (cubic < right - 0.2 * width)
    use_quadratic = (quadratic > left + 0.1 * width) & (quadratic < right - 0.1 * width)
    middle = (low.a + high.a) / 2.0
    return jnp.where(use_cubic, cubic, jnp.where(use_quadratic, quadratic, middle))


def _zoom(at, wolfe_one, wolfe_two, low, high, skip):
    """The step between low and high that satisfies the conditions; nothing happens where skip holds."""
    def step(state):
        low, high = state.low, state.high
        width = high.a - low.a
        failed = state.failed | (width <= (1e-5 if core.finfo(width.dtype).bits < 64 else 1e-10))
        found = _same_types(at(_between(state)), low)
        to_high = wolfe_one(found.a, found.phi) | (found.phi >= low.phi)
        to_star = wolfe_two(found.dphi) & ~to_high
        low_to_high = (found.dphi * width >= 0.0) & ~to_high & ~to_star
        to_low = ~to_high & ~to_star
        old_high = to_high | low_to_high
        a_rec = jnp.where(old_high, high.a, jnp.where(to_low, low.a, state.a_rec))
        phi_rec = jnp.where(old_high, high.phi, jnp.where(to_low, low.phi, state.phi_rec))
        return state._replace(
            done=to_star | state.done, failed=failed | (state.j + 1 >= 30), j=state.j + 1,
            low=_choose(to_low, found, low), high=_choose(to_high, found, _choose(low_to_high, low, high)),
            a_rec=a_rec, phi_rec=phi_rec, star=_choose(to_star, found, state.star), nfev=state.nfev + 1)

    start = _Zoom(done=jnp.array(False), failed=jnp.array(False), j=0, low=low, high=high, a_rec=(low.a + high.a) / 2.0,
                  phi_rec=(low.phi + high.phi) / 2.0, star=low._replace(a=jnp.ones_like(low.a)), nfev=0)
    return lax.while_loop(lambda s: ~s.done & ~skip & ~s.failed, step, start)


def _same_types(point, like):
    return jax.tree.map(lambda a, b: jnp.asarray(a).astype(b.dtype), point, like)


def line_search(f, xk, pk, old_fval=None, old_old_fval=None, gfk=None, c1=1e-4, c2=0.9, maxiter=20):
    """A step length from xk along pk, with value and gradient of f there."""
    xk, pk = core.promote_dtypes_inexact("line_search", xk, pk)
    fresh = old_fval is None or gfk is None

    def at(t):
        t = jnp.asarray(t, pk.dtype)
        phi, g = jax.value_and_grad(f)(xk + t * pk)
        return Point(t, phi, jnp.real(jnp.dot(g, pk)), g)

    first = at(0.0) if fresh else Point(jnp.zeros((), pk.dtype), old_fval, jnp.real(jnp.dot(gfk, pk)), gfk)
    length = jnp.ones((), pk.dtype)
    if old_old_fval is not None:
        length = 1.01 * 2 * (first.phi - old_old_fval) / first.dphi
        length = jnp.where(length > 1, 1.0, length).astype(pk.dtype)
    wolfe_one = lambda a, phi: phi > first.phi + c1 * a * first.dphi  # that the first condition fails
    wolfe_two = lambda dphi: jnp.abs(dphi) <= -c2 * first.dphi

    def step(state):
        before = state.before
        found = _same_types(at(jnp.where(state.i == 1, length, before.a * 2.0)), first)
        zoom_back = wolfe_one(found.a, found.phi) | ((found.phi >= before.phi) & (state.i > 1))
        take = wolfe_two(found.dphi) & ~zoom_back
        zoom_on = (found.dphi >= 0.0) & ~zoom_back & ~take
        back = _zoom(at, wolfe_one, wolfe_two, before, found, ~zoom_back)
        on = _zoom(at, wolfe_one, wolfe_two, found, before, ~zoom_on)
        star = _choose(zoom_back, back.star, state.star)
        star = _choose(zoom_on, on.star, _choose(take, found, star))
        failed = state.failed | (zoom_back & back.failed) | (zoom_on & on.failed)
        return _Search(done=state.done | zoom_back | take | zoom_on, failed=failed, i=state.i + 1, before=found, star=star,
                       nfev=state.nfev + 1 + back.nfev + on.nfev)

    start = _Search(done=jnp.array(False), failed=jnp.array(False), i=1, before=first, star=first, nfev=1 if fresh else 0)
    state = lax.while_loop(lambda s: ~s.done & (s.i <= maxiter) & ~s.failed, step, start)
    status = jnp.where(state.failed, 1, jnp.where(state.i > maxiter, 3, 0))
    length = state.star.a
    if core.finfo(length.dtype).bits != 64:  # a step that is too small would never leave the point
        length = jnp.where(jnp.abs(length) < 1e-8, jnp.sign(length) * 1e-8, length)
    return LineSearchResults(failed=state.failed | ~state.done, nit=state.i - 1, nfev=state.nfev, ngev=state.nfev,
                             k=state.i, a_k=length, f_k=state.star.phi, g_k=state.star.g, status=status)
