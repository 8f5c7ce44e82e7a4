"""Parts of factorisations: reflections as LAPACK stores them, pivots, tridiagonal systems."""

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp


def each(function, rank, *xs):
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
    return each(one, 1, pivots)


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
    return each(one, 1, dl, d, du, b)


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


def qr_step(a, taus, j):
    """Column j of a QR decomposition: its reflection is kept below the diagonal, and applied to the columns after it."""
    rows, columns = jnp.arange(a.shape[0]), jnp.arange(a.shape[1])
    v, tau, beta = _reflector(a[:, j], j)
    column = jnp.where(rows < j, a[:, j], jnp.where(rows == j, beta, v))
    right = jnp.where(columns > j, _reflected(a, v, jnp.conj(tau)), a)
    return right.at[:, j].set(column), taus.at[j].set(tau)


def geqrf(a):
    def one(a):
        k = min(a.shape)
        return lax.fori_loop(0, k, lambda j, state: qr_step(*state, j), (a, jnp.zeros((k,), a.dtype)))
    return each(one, 2, a)


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
    return each(one, 2, a)


def householder_product(a, taus):
    def one(a, taus):
        k = taus.shape[0]

        def step(i, q):
            j = k - 1 - i
            return _reflected(q, _vector_of(a, j), taus[j])
        return lax.fori_loop(0, k, step, jnp.eye(*a.shape, dtype=a.dtype))
    return each(one, 2, a, taus)


def symmetric_product(a, c, *, alpha, beta):
    return core.asarray(alpha, a.dtype) * (a @ jnp.swapaxes(a, -1, -2)) + core.asarray(beta, a.dtype) * c


def _vector_of(a, j):
    """The reflector j that geqrf left below a's diagonal."""
    rows = jnp.arange(a.shape[0])
    return jnp.where(rows < j, 0, jnp.where(rows == j, 1, a[:, j])).astype(a.dtype)


def ormqr(a, taus, c, *, left=False, transpose=False):
    def one(a, taus, c):
        k = taus.shape[0]

        def step(i, x):
            j = i if left == transpose else k - 1 - i
            v, tau = _vector_of(a, j), taus[j]
            if transpose:
                tau = jnp.conj(tau)
            return _reflected(x, v, tau) if left else x - tau * jnp.outer(x @ v, jnp.conj(v))
        return lax.fori_loop(0, k, step, c)
    return each(one, 2, a, taus, c)


def tridiagonal(a, *, lower=False):
    def one(a):
        n = a.shape[0]
        rows = jnp.arange(n)
        if not lower:
            a = a[::-1, ::-1]
        strict = jnp.tril(a, -1)
        full = strict + jnp.conj(strict).T + jnp.diag(jnp.real(jnp.diagonal(a))).astype(a.dtype)

        def step(j, state):
            full, kept, taus = state
            v, tau, beta = _reflector(full[:, j], j + 1)
            kept = kept.at[:, j].set(jnp.where(rows <= j, kept[:, j], jnp.where(rows == j + 1, beta, v)))
            x = tau * (jnp.where((rows[:, None] > j) & (rows > j), full, 0) @ v)
            w = x - 0.5 * tau * jnp.sum(jnp.conj(x) * v) * v
            full = full - jnp.outer(v, jnp.conj(w)) - jnp.outer(w, jnp.conj(v))
            return full, kept.at[j + 1, j + 1].set(full[j + 1, j + 1]), taus.at[j].set(tau)

        _, y, taus = lax.fori_loop(0, n - 1, step, (full, a.at[0, 0].set(full[0, 0]), jnp.zeros((n - 1,), a.dtype)))
        d, e = jnp.real(jnp.diagonal(y)), jnp.real(jnp.diagonal(y, -1))
        return (y, d, e, taus) if lower else (y[::-1, ::-1], d[::-1], e[::-1], taus[::-1])
    return each(one, 2, a)


def cholesky_update(r, w):
    """Rotations of the rows of r with w, one after the other."""
    def one(r, w):
        def step(k, state):
            r, w = state
            x, y = r[k, k], w[k]
            size = jnp.maximum(jnp.abs(x), jnp.abs(y))
            none = size == 0
            x, y = x / jnp.where(none, 1, size), y / jnp.where(none, 1, size)
            scale = 1 / jnp.where(none, 1, jnp.sqrt(x * x + y * y))
            c, s = jnp.where(none, 1, x * scale), jnp.where(none, 0, y * scale)
            return r.at[k].set(c * r[k] + s * w), c * w - s * r[k]
        return lax.fori_loop(0, r.shape[0], step, (r, w))[0]
    return each(one, 2, r, w)
