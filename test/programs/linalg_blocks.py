# Matrices large enough for blocks: residuals of factorisations and systems, odd sizes, both precisions, complex.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax
from jax.scipy.linalg import solve_triangular

jax.config.update("jax_enable_x64", True)


def matrix(seed, shape, dtype):
    return jax.random.normal(jax.random.key(seed), shape).astype(dtype)


def close(x, y):
    eps = jnp.finfo(x.dtype).eps
    return bool(jnp.linalg.norm(x - y) <= 20 * max(x.shape) * eps * (1 + jnp.linalg.norm(y)))


for dtype, n in ((jnp.float32, 130), (jnp.float64, 65), (jnp.complex64, 65), (jnp.complex128, 130)):
    x = matrix(n, (n, n), dtype)
    if jnp.issubdtype(dtype, jnp.complexfloating):
        x = x + 1j * matrix(n + 1, (n, n), dtype)
    s = x @ x.conj().T + n * jnp.eye(n, dtype=dtype)
    low = jnp.linalg.cholesky(s)
    print(n, x.dtype, close(low @ low.conj().T, s), bool((jnp.triu(low, 1) == 0).all()))
    for lower in (True, False):
        t = jnp.tril(s) if lower else jnp.triu(s)
        for transpose in (0, 1, 2):
            y = solve_triangular(s, x, lower=lower, trans=transpose)
            op = [t, t.T, t.conj().T][transpose]
            y2 = lax.linalg.triangular_solve(s, x, lower=lower, transpose_a=transpose > 0, conjugate_a=transpose == 2)
            print(close(op @ y, x), close(y2 @ op, x), end=" ")
        print(close(t @ solve_triangular(s, x[:, 0], lower=lower), x[:, 0]))
    for rows, columns in ((n, n), (n, n - 13), (n - 13, n)):
        a = x[:rows, :columns]
        lu, pivots, perm = lax.linalg.lu(a)
        k = min(rows, columns)
        l = jnp.tril(lu[:, :k], -1) + jnp.eye(rows, k, dtype=dtype)
        print(close(l @ jnp.triu(lu[:k]), a[perm]), bool((jnp.abs(l) <= 1.5).all()), bool((pivots >= jnp.arange(k)).all()), end=" ")
    print(close(x @ jnp.linalg.solve(x, s), s))
print(jnp.isnan(jnp.linalg.cholesky(jnp.eye(80).at[70, 70].set(-1.0))).sum())
