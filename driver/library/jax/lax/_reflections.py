"""Householder reflections: what jax.lax.linalg has of them as factors (LAPACK's sytrd, geqp3, ormqr)."""

import math

from _cjax import numpy as _core
from jax import lax
from jax import numpy as jnp


def batched(f, arrays, ranks):
    """f on the last ranks[i] dimensions of each array, over the dimensions before, which are equal."""
    batch = arrays[0].shape[:arrays[0].ndim - ranks[0]]
    if not batch:
        return f(*arrays)
    from jax._src.vmap import vmap
    flat = [jnp.reshape(x, (math.prod(batch), *x.shape[x.ndim - r:])) for x, r in zip(arrays, ranks)]
    y = vmap(f)(*flat)
    if isinstance(y, tuple):
        return tuple(jnp.reshape(z, (*batch, *z.shape[1:])) for z in y)
    return jnp.reshape(y, (*batch, *y.shape[1:]))


def _reflect(x, j):
    # v (1 at j, 0 before), tau and beta with (1 - tau v v^H)^H x = beta at j, as LAPACK's larfg chooses them.
    rows = jnp.arange(x.shape[0])
    alpha, rest = x[j], jnp.where(rows > j, x, 0)
    size = jnp.sqrt(jnp.sum(jnp.abs(rest) ** 2))
    long = jnp.hypot(jnp.abs(alpha), size)
    beta = jnp.where(alpha.real >= 0, -long, long)
    idle = (size == 0) & (alpha.imag == 0) if jnp.iscomplexobj(x) else size == 0
    safe = jnp.where(idle, 1, beta)
    tau = jnp.where(idle, 0, (safe - alpha) / safe)
    v = jnp.where(rows == j, 1, rest / jnp.where(idle, 1, alpha - safe))
    return v, tau, jnp.where(idle, alpha.real, beta).astype(x.dtype)


def _column(v, x, beta, j):
    # Column x with beta at j and v below.
    rows = jnp.arange(v.shape[0])
    return jnp.where(rows > j, v, jnp.where(rows == j, beta, x))


def _qr_step(a, taus, j):
    columns = jnp.arange(a.shape[1])
    x = a[:, j]
    v, tau, beta = _reflect(x, j)
    update = jnp.conj(tau) * v[:, None] * (jnp.conj(v) @ a)[None, :]
    a = a - jnp.where(columns[None, :] > j, update, 0)
    return a.at[:, j].set(_column(v, x, beta, j)), taus.at[j].set(tau)


def geqp3(a):
    """geqrf of the columns in the order p (i32), which puts the longest that is left first."""
    return batched(_geqp3, (a,), (2,))


def _geqp3(a):
    m, n = a.shape
    k = min(m, n)

    def body(j, c):
        a, p, taus = c
        left = jnp.where(jnp.arange(m)[:, None] >= j, jnp.abs(a) ** 2, 0).sum(0)
        i = jnp.argmax(jnp.where(jnp.arange(n) >= j, left, -1))
        x, y = a[:, i], a[:, j]
        a = a.at[:, i].set(y).at[:, j].set(x)
        u, w = p[i], p[j]
        p = p.at[i].set(w).at[j].set(u)
        a, taus = _qr_step(a, taus, j)
        return a, p, taus

    return lax.fori_loop(0, k, body, (a, jnp.arange(n, dtype=_core.int32), jnp.zeros(k, a.dtype)))


def _vectors(a, k):
    return jnp.tril(a[:, :k], -1) + jnp.eye(a.shape[0], k, dtype=a.dtype)


def _multiply(a, taus, c, left, transpose):
    k = taus.shape[0]
    v = _vectors(a, k)
    taus = jnp.conj(taus) if transpose else taus

    def body(i, c):
        j = k - 1 - i if left != transpose else i
        x = v[:, j]
        if left:
            return c - taus[j] * x[:, None] * (jnp.conj(x) @ c)[None, :]
        return c - taus[j] * (c @ x)[:, None] * jnp.conj(x)[None, :]

    return lax.fori_loop(0, k, body, c)


def ormqr(a, taus, c, *, left=True, transpose=False):
    """q c (left) or c q, for the product q of the reflections in a's lower triangle; transpose: q^H."""
    a, taus, c = jnp.asarray(a), jnp.asarray(taus), jnp.asarray(c)
    if left and c.shape[-2] != a.shape[-2]:
        raise ValueError("ormqr with left=True expects c to have the same number of rows as the Householder matrix a. "
                         f"Got a shape {a.shape[-2:]} and c shape {c.shape[-2:]}.")
    if not left and c.shape[-1] != a.shape[-2]:
        raise ValueError("ormqr with left=False expects c to have the same number of columns as the Householder matrix a "
                         f"has rows. Got a shape {a.shape[-2:]} and c shape {c.shape[-2:]}.")
    return batched(lambda a, taus, c: _multiply(a, taus, c, left, transpose), (a, taus, c), (2, 1, 2))


def _both_sides(a, v, tau):
    a = a - jnp.conj(tau) * v[:, None] * (jnp.conj(v) @ a)[None, :]
    return a - tau * (a @ v)[:, None] * jnp.conj(v)[None, :]


def _tridiagonal(a):
    n = a.shape[0]
    low = jnp.tril(a, -1)
    full = low + jnp.conj(low.T) + jnp.diag(jnp.diag(a).real.astype(a.dtype))
    rows = jnp.arange(n)

    def body(j, c):
        full, out, taus = c
        x = full[:, j]
        v, tau, beta = _reflect(x, j + 1)
        out = out.at[:, j].set(jnp.where(rows >= j, _column(v, x, beta, j + 1), out[:, j]))
        return _both_sides(full, v, tau), out, taus.at[j].set(tau)

    full, out, taus = lax.fori_loop(0, n - 1, body, (full, a, jnp.zeros(max(n - 1, 0), a.dtype)))
    if n:
        out = out.at[n - 1, n - 1].set(full[n - 1, n - 1])
    return out, jnp.diag(out).real, jnp.diag(out, -1).real, taus


def tridiagonal(a, *, lower=True):
    """(a, d, e, taus): q^H a q is tridiagonal with diagonals d and e, q's reflections are kept in a's triangle."""
    a = jnp.asarray(a)
    if lower:
        return batched(_tridiagonal, (a,), (2,))
    out, d, e, taus = batched(_tridiagonal, (jnp.flip(a, (-2, -1)),), (2,))
    return jnp.flip(out, (-2, -1)), jnp.flip(d, -1), jnp.flip(e, -1), jnp.flip(taus, -1)


def cholesky_update(r_matrix, w_vector):
    """The upper triangular factor of r^T r + w w^T."""
    def one(r, w):
        def body(k, c):
            r, w = c
            x, y = r[k, k], w[k]
            size = jnp.maximum(jnp.abs(x), jnp.abs(y))
            a, b = x / jnp.where(size == 0, 1, size), y / jnp.where(size == 0, 1, size)
            scale = 1 / jnp.sqrt(jnp.where(y == 0, 1, a * a + b * b))
            cos, sin = jnp.where(y == 0, 1, a * scale), jnp.where(y == 0, 0, -b * scale)
            row = r[k]
            return r.at[k].set(cos * row - sin * w), cos * w + sin * row

        return lax.fori_loop(0, r.shape[0], body, (r, w))[0]

    return batched(one, (jnp.asarray(r_matrix), jnp.asarray(w_vector)), (2, 1))
