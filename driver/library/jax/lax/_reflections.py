"""QR with column pivoting (LAPACK's geqp3), for jax.lax.linalg.qr."""

from _cjax import numpy as _core
from jax import lax
from jax import numpy as jnp
from jax._src.definitions.factor import each, qr_step


def geqp3(a):
    """geqrf of the columns in the order p (i32), which puts the longest that is left first: (a, p, taus)."""
    return each(_geqp3, 2, a)


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
        a, taus = qr_step(a, taus, j)
        return a, p, taus

    return lax.fori_loop(0, k, body, (a, jnp.arange(n, dtype=_core.int32), jnp.zeros(k, a.dtype)))
