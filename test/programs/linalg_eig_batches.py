# eig of batches of small matrices: residuals, lengths, the values of each by itself; pairs, matrices without a full set of vectors, scales, nan.
# jax: 0.10.2
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)


def good(x):
    w, v = jnp.linalg.eig(x)
    n, eps, scale = x.shape[-1], jnp.finfo(x.dtype).eps, jnp.maximum(jnp.abs(x).max((1, 2), keepdims=True), jnp.finfo(x.dtype).tiny)
    residual = jnp.abs(x / scale @ v - v * (w[:, None] / scale)).max((1, 2))
    lengths = jnp.abs(jnp.linalg.norm(v, axis=1) - 1).max(1)
    return (residual <= 40 * n * eps).astype(int), (lengths <= 20 * eps).astype(int)


for dtype in (jnp.float64, jnp.float32):
    eps = jnp.finfo(dtype).eps
    for n in (1, 2, 3, 5, 8, 13, 16):
        x = jax.random.normal(jax.random.key(n), (37, n, n), dtype)
        w = jnp.linalg.eigvals(x)
        one = jnp.stack([jnp.linalg.eigvals(x[i]) for i in range(3)])
        found = [bool(y.all()) for y in good(x)]
        print(n, *found, bool(jnp.abs(w[:3] - one).max() < 1e4 * eps), bool(jnp.where(w.imag[:, :-1] > 0, w.imag[:, 1:] < 0, True).all()))
    one, up = jnp.eye(8, dtype=dtype), jnp.eye(8, k=1, dtype=dtype)
    x = jax.random.normal(jax.random.key(0), (8, 8), dtype)
    q, far = jnp.linalg.qr(x)[0], 1e-15 if dtype == jnp.float32 else 1e-150
    pairs = jnp.kron(jnp.eye(4, dtype=dtype), jnp.array([[0, 1], [-1, 0]], dtype))
    kinds = [x, 2 * one + up, up, q @ (2 * one + up) @ q.T, jnp.triu(x), jnp.tril(x), x + x.T, x - x.T, q, jnp.roll(one, 1, axis=0), 0 * x, one,
             jnp.ones((8, 8), dtype), up.T.at[0].set(x[0]), pairs, x * far, x / far]
    print(*good(jnp.stack(kinds[:-2])), good(jnp.stack(kinds[-2:]))[1])  # JAX's own residuals of the last two are larger
    w, v = jnp.linalg.eig(jnp.stack([x, x.at[3, 4].set(jnp.nan), one, x.at[0, 0].set(jnp.inf), q]))
    print(jnp.isnan(w).all(1).astype(int), jnp.isnan(v).all((1, 2)).astype(int))
print(jnp.linalg.eig(jnp.zeros((6, 0, 0)))[1].shape, jnp.linalg.eig(jnp.zeros((0, 3, 3)))[0].shape)
