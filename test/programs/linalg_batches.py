# Batches of small matrices, which are computed in lanes: residuals, one by one beside the batch, odd sizes and counts, special matrices.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)


def adjoint(x):
    return jnp.swapaxes(x, -1, -2)


def close(x, y):
    scale = jnp.maximum(jnp.abs(y).max(axis=(-2, -1), keepdims=True), jnp.finfo(x.dtype).tiny)
    return bool(jnp.all(jnp.abs(x / scale - y / scale) <= 20 * x.shape[-1] * jnp.finfo(x.dtype).eps))


def orthonormal(q):
    return close(adjoint(q) @ q, jnp.eye(q.shape[-1], dtype=q.dtype))


def ascending(w):
    return bool((w == jnp.sort(w, axis=-1)).all())


def one_by_one(f, x):
    return lax.map(f, x)


for dtype in (jnp.float32, jnp.float64):
    for batch, m, n in ((37, 8, 8), (18, 7, 4), (5, 3, 16), (4, 1, 1), (4, 17, 17)):
        x = jax.random.normal(jax.random.key(m), (batch, m, n), dtype)
        q, r = jnp.linalg.qr(x)
        print(batch, m, n, close(q @ r, x), orthonormal(q), bool((jnp.tril(r, -1) == 0).all()), close(r, one_by_one(jnp.linalg.qr, x)[1]), end=" ")
        q, r = jnp.linalg.qr(x, mode="complete")
        print(q.shape, close(q @ r, x), orthonormal(q), end=" ")
        lu, pivots, perm = lax.linalg.lu(x)
        want, *where = one_by_one(lax.linalg.lu, x)
        print(close(lu, want), bool((pivots == where[0]).all()), bool((perm == where[1]).all()), end=" ")
        u, s, vt = jnp.linalg.svd(x, full_matrices=False)
        print(close(u * s[:, None, :] @ vt, x), orthonormal(u), orthonormal(adjoint(vt)), ascending(-s), close(jnp.linalg.svdvals(x)[:, None], s[:, None]))
        h = x @ adjoint(x) + 0.1 * jnp.eye(m, dtype=dtype)
        low = jnp.linalg.cholesky(h)
        print(close(low @ adjoint(low), h), bool((jnp.triu(low, 1) == 0).all()), close(low, one_by_one(jnp.linalg.cholesky, h)), end=" ")
        w, v = jnp.linalg.eigh(h)
        print(close(h @ v, v * w[:, None]), orthonormal(v), ascending(w), close(w[:, None], one_by_one(jnp.linalg.eigvalsh, h)[:, None]), end=" ")
        v, w = lax.linalg.eigh(jnp.triu(h), lower=False, symmetrize_input=False)
        print(close(h @ v, v * w[:, None]))

# Vectors have the signs that one matrix by itself has, also where blocks fall apart.
x = jax.random.normal(jax.random.key(5), (40, 6, 6))
h = jnp.stack([x + adjoint(x)] + [jnp.where((jnp.arange(6)[:, None] < k) == (jnp.arange(6) < k), x + adjoint(x), 0) for k in (1, 2, 3)])
u, _, vt = jnp.linalg.svd(x)
print(close(jnp.linalg.eigh(h)[1], lax.map(jnp.linalg.eigh, h.reshape(160, 6, 6))[1].reshape(h.shape)), close(u, lax.map(jnp.linalg.svd, x)[0]), close(vt, lax.map(jnp.linalg.svd, x)[2]))

# What the steps must bear: zeros, ties, blocks, graded elements, magnitudes whose squares are not there.
n = 8
x = jax.random.normal(jax.random.key(1), (n, n))
x = x + x.T
i = jnp.arange(n)
grades = 10.0 ** -(3.0 * i[:, None] + 3 * i)
kinds = jnp.stack([0 * x, x * jnp.eye(n), jnp.ones((n, n)), jnp.outer(x[0], x[0]), x * (i[:, None] // 3 == i // 3), x * grades, x * grades[::-1, ::-1], jnp.eye(n), x])
for kind, dtype in ((kinds, jnp.float64), (kinds * 1e-200, jnp.float64), (kinds * 1e200, jnp.float64), (kinds, jnp.float32), (kinds * 1e-25, jnp.float32), (kinds * 1e25, jnp.float32)):
    kind = kind.astype(dtype)
    w, v = jnp.linalg.eigh(kind)
    print(close(kind @ v, v * w[:, None]), orthonormal(v), ascending(w), end=" ")
    u, s, vt = jnp.linalg.svd(kind)
    print(close(u * s[:, None, :] @ vt, kind), orthonormal(u), orthonormal(adjoint(vt)), ascending(-s), bool((s >= 0).all()), end=" ")
    q, r = jnp.linalg.qr(kind)
    print(close(q @ r, kind), orthonormal(q))

# Neighbours do not notice what fails.
bad = jnp.tile(jnp.eye(4) * 2, (6, 1, 1)).at[1, 2, 0].set(jnp.nan).at[3, 2, 0].set(jnp.inf).at[4, 3, 3].set(-1)
for f in (jnp.linalg.cholesky, lambda y: jnp.linalg.qr(y)[1], jnp.linalg.eigvalsh, jnp.linalg.svdvals, lambda y: jnp.linalg.svd(y)[2]):
    print(jnp.isnan(f(bad)).reshape(6, -1).all(axis=1), jnp.isnan(f(bad)).reshape(6, -1).any(axis=1))
print(lax.linalg.lu(jnp.zeros((5, 3, 3)))[0][4], lax.linalg.lu(jnp.arange(36.0).reshape(4, 3, 3))[0][:, :2])
