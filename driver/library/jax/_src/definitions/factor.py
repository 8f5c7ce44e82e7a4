"""Parts of factorisations: reflections as LAPACK stores them, pivots, tridiagonal systems."""

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp


def _each(function, rank, *xs):
    """function of operands whose first has this rank, over leading dimensions."""
    from jax._src.vmap import vmap
    for _ in range(xs[0].ndim - rank):
        function = vmap(function)
    return function(*xs)


def lu_pivots_to_permutation(pivots, *, permutation_size):
    def one(pivots):
        def swap(i, perm):
            j = pivots[i]
            x, y = perm[i], perm[j]
            return perm.at[i].set(y).at[j].set(x)
        return lax.fori_loop(0, pivots.shape[0], swap, jnp.arange(permutation_size, dtype=pivots.dtype))
    return _each(one, 1, pivots)


def tridiagonal_solve(dl, d, du, b):
    """Elimination with partial pivoting: rows of the factor have up to three entries (LAPACK's gtsv)."""
    def one(dl, d, du, b):
        if not d.shape[0]:
            return b
        zero = jnp.zeros((), d.dtype)

        def eliminate(row, below):
            p0, p1, r = row
            q0, q1, q2, s = below
            keep = jnp.abs(p0) >= jnp.abs(q0)
            factor = jnp.where(keep, q0, p0) / jnp.where(keep, p0, q0)
            stays = jnp.where(keep, p0, q0), jnp.where(keep, p1, q1), jnp.where(keep, zero, q2), jnp.where(keep, r, s)
            goes = (jnp.where(keep, q1 - factor * p1, p1 - factor * q1), jnp.where(keep, q2, -factor * q2),
                    jnp.where(keep, s - factor * r, r - factor * s))
            return goes, stays

        def substitute(later, row):
            x1, x2 = later
            u0, u1, u2, r = row
            x = (r - u1 * x1 - u2 * x2) / u0
            return (x, x1), x

        du = jnp.where(jnp.arange(d.shape[0]) == d.shape[0] - 1, zero, du)
        (p0, p1, r), rows = lax.scan(eliminate, (d[0], du[0], b[0]), (dl[1:], d[1:], du[1:], b[1:]))
        last = r / p0
        _, xs = lax.scan(substitute, (last, jnp.zeros_like(last)), rows, reverse=True)
        return jnp.concatenate([xs, last[None]])
    return _each(one, 1, dl, d, du, b)


def _reflector(x, j):
    """v, tau, beta of the reflection 1 - tau v v^H whose adjoint takes x, from row j on, to (beta, 0, ..)."""
    rows = jnp.arange(x.shape[0])
    alpha, below = x[j], jnp.where(rows > j, x, 0)
    rest = jnp.sum(jnp.real(below * jnp.conj(below)))
    a = jnp.real(alpha)
    size = jnp.sqrt(jnp.real(alpha * jnp.conj(alpha)) + rest)
    plain = (rest == 0) & (jnp.imag(alpha) == 0)
    beta = jnp.where(a < 0, size, -size)
    safe = jnp.where(plain, 1, beta)
    tau = jnp.where(plain, 0, (safe - alpha) / safe).astype(x.dtype)
    v = below / jnp.where(plain, 1, alpha - beta)
    return jnp.where(rows == j, 1, v).astype(x.dtype), tau, jnp.where(plain, alpha, beta).astype(x.dtype)


def _reflected(a, v, tau):
    return a - tau * jnp.outer(v, jnp.conj(v) @ a)


def geqrf(a):
    def one(a):
        rows, columns = jnp.arange(a.shape[0]), jnp.arange(a.shape[1])

        def step(j, state):
            a, taus = state
            v, tau, beta = _reflector(a[:, j], j)
            column = jnp.where(rows < j, a[:, j], jnp.where(rows == j, beta, v))
            right = jnp.where(columns > j, _reflected(a, v, jnp.conj(tau)), a)
            return right.at[:, j].set(column), taus.at[j].set(tau)
        k = min(a.shape)
        return lax.fori_loop(0, k, step, (a, jnp.zeros((k,), a.dtype)))
    return _each(one, 2, a)


def hessenberg(a):
    def one(a):
        n = a.shape[0]
        rows, columns = jnp.arange(n), jnp.arange(n)

        def step(j, state):
            a, taus = state
            v, tau, beta = _reflector(a[:, j], j + 1)
            column = jnp.where(rows <= j, a[:, j], jnp.where(rows == j + 1, beta, v))
            right = a - tau * jnp.outer(a @ v, jnp.conj(v))
            right = jnp.where(columns > j, _reflected(right, v, jnp.conj(tau)), a)
            return right.at[:, j].set(column), taus.at[j].set(tau)
        return lax.fori_loop(0, n - 1, step, (a, jnp.zeros((n - 1,), a.dtype)))
    return _each(one, 2, a)


def householder_product(a, taus):
    def one(a, taus):
        rows = jnp.arange(a.shape[0])
        k = taus.shape[0]

        def step(i, q):
            j = k - 1 - i
            v = jnp.where(rows < j, 0, jnp.where(rows == j, 1, a[:, j])).astype(a.dtype)
            return _reflected(q, v, taus[j])
        return lax.fori_loop(0, k, step, jnp.eye(*a.shape, dtype=a.dtype))
    return _each(one, 2, a, taus)


def symmetric_product(a, c, *, alpha, beta):
    return core.asarray(alpha, a.dtype) * (a @ jnp.swapaxes(a, -1, -2)) + core.asarray(beta, a.dtype) * c
