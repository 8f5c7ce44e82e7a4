"""jax.scipy.optimize.minimize: BFGS and L-BFGS (Nocedal and Wright 2006, algorithms 6.1 and 7.5)."""

import math
from typing import Any, NamedTuple

import jax
from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax.scipy.optimize.line_search import line_search


class OptimizeResults(NamedTuple):
    """The minimum and how it was found."""

    x: Any
    success: Any
    status: Any
    fun: Any
    jac: Any
    hess_inv: Any
    nfev: Any
    njev: Any
    nit: Any


class _State(NamedTuple):
    converged: Any
    failed: Any
    k: Any
    nfev: Any
    ngev: Any
    x: Any
    f: Any
    g: Any
    memory: Any  # what the method knows of the second derivatives
    before: Any  # the value of the step before
    status: Any
    search_status: Any


def _start(fun, x0, converged, memory):
    f, g = jax.value_and_grad(fun)(x0)
    return _State(converged=converged(g), failed=False, k=0, nfev=1, ngev=1, x=x0, f=f, g=g, memory=memory,
                  before=f + jnp.linalg.norm(g) / 2, status=0, search_status=0)


def minimize_bfgs(fun, x0, maxiter=None, norm=math.inf, gtol=1e-5, line_search_maxiter=10):
    """BFGS: the state at the end."""
    maxiter = x0.size * 200 if maxiter is None else maxiter
    eye = jnp.eye(x0.shape[0], dtype=x0.dtype)
    converged = lambda g: jnp.linalg.norm(g, ord=norm) < gtol

    def step(state):
        p = -(state.memory @ state.g)
        found = line_search(fun, state.x, p, state.f, state.before, state.g, maxiter=line_search_maxiter)
        s, y = found.a_k * p, found.g_k - state.g
        rho = jnp.reciprocal(jnp.dot(y, s))
        w = eye - rho * (s[:, None] * y[None, :])
        inverse = jnp.einsum("ij,jk,lk", w, state.memory, w) + rho * s[:, None] * s[None, :]
        inverse = jnp.where(jnp.isfinite(rho), inverse, state.memory)
        return state._replace(
            converged=converged(found.g_k), failed=found.failed, k=state.k + 1, nfev=state.nfev + found.nfev,
            ngev=state.ngev + found.ngev, x=state.x + s, f=found.f_k, g=found.g_k, memory=inverse, before=state.f,
            search_status=found.status)

    state = lax.while_loop(lambda s: ~(s.converged | s.failed) & (s.k < maxiter), step, _start(fun, x0, converged, eye))
    failed = jnp.where(state.failed, 2 + state.search_status, -1)
    status = jnp.where(state.converged, 0, jnp.where(state.k == maxiter, 1, failed))
    return state._replace(status=status)


def _direction(g, k, memory):
    """The direction of L-BFGS, from the last steps and changes of the gradient."""
    steps, changes, rho, gamma = memory
    size = rho.shape[0]
    known = jnp.where(k < size, k, size)

    def back(j, carry):
        q, alphas = carry
        i = size - 1 - j
        alpha = rho[i] * jnp.dot(jnp.conj(steps[i]), q).real.astype(rho.dtype)
        return q - alpha * jnp.conj(changes[i]), alphas.at[i].set(alpha)

    def forth(j, q):
        i = size - known + j
        beta = rho[i] * jnp.dot(changes[i], q).real.astype(rho.dtype)
        return q + (alphas[i] - beta) * steps[i]

    q, alphas = lax.fori_loop(0, known, back, (-jnp.conj(g), jnp.zeros_like(rho)))
    return lax.fori_loop(0, known, forth, gamma * q)


def _pushed(history, new):
    return jnp.roll(history, -1, axis=0).at[-1].set(new)


def minimize_lbfgs(fun, x0, maxiter=None, norm=math.inf, maxcor=10, ftol=2.220446049250313e-09, gtol=1e-05, maxfun=None,
                   maxgrad=None, maxls=20):
    """L-BFGS: the state at the end."""
    d, dtype = x0.shape[0], x0.dtype
    if maxiter is None and maxfun is None and maxgrad is None:
        maxiter = d * 200
    maxiter, maxfun, maxgrad = (math.inf if n is None else n for n in (maxiter, maxfun, maxgrad))

    def step(state):
        p = _direction(state.g, state.k, state.memory)
        found = line_search(fun, state.x, p, state.f, None, state.g, maxiter=maxls)
        s = found.a_k.astype(p.dtype) * p
        y = found.g_k - state.g
        inverse = jnp.real(jnp.dot(y, s))
        gamma = inverse / jnp.real(jnp.dot(jnp.conj(y), y))
        status = jnp.where(state.f - found.f_k < ftol, 4, jnp.array(0))
        for value, limit, code in ((state.ngev, maxgrad, 3), (state.nfev, maxfun, 2), (state.k, maxiter, 1)):
            status = jnp.where(value >= limit, code, status)
        status = jnp.where(found.failed, 5, status)
        done = jnp.linalg.norm(found.g_k, ord=norm) < gtol
        steps, changes, rho, _ = state.memory
        memory = (_pushed(steps, s), _pushed(changes, y), _pushed(rho, jnp.reciprocal(inverse).astype(y.dtype)),
                  gamma.astype(dtype))
        return state._replace(
            converged=done, failed=(status > 0) & ~done, k=state.k + 1, nfev=state.nfev + found.nfev,
            ngev=state.ngev + found.ngev, x=(state.x + s).astype(dtype), f=found.f_k.astype(state.f.dtype),
            g=found.g_k.astype(state.g.dtype), memory=memory, status=jnp.where(done, 0, status),
            search_status=found.status)

    memory = (jnp.zeros((maxcor, d), dtype), jnp.zeros((maxcor, d), dtype), jnp.zeros(maxcor, dtype), jnp.ones((), dtype))
    start = _start(fun, x0, lambda g: jnp.array(False), memory)
    return lax.while_loop(lambda s: ~(s.converged | s.failed), step, start)


def minimize(fun, x0, args=(), *, method, tol=None, options=None):
    """A minimum of fun(x, *args) near x0."""
    if not isinstance(args, tuple):
        raise TypeError(f"args argument to jax.scipy.optimize.minimize must be a tuple, got {args}")
    methods = {"bfgs": minimize_bfgs, "l-bfgs-experimental-do-not-rely-on-this": minimize_lbfgs}
    if method.lower() not in methods:
        raise ValueError(f"Method {method} not recognized")
    x0 = core.asarray(x0)
    found = methods[method.lower()](lambda x: fun(x, *args), x0, **(options or {}))
    inverse = found.memory if method.lower() == "bfgs" else None
    return OptimizeResults(x=found.x, success=found.converged & ~jnp.asarray(found.failed), status=found.status,
                           fun=found.f, jac=found.g, hess_inv=inverse, nfev=found.nfev, njev=found.ngev, nit=found.k)
