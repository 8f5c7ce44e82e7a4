# eig, eigvals and schur of matrices large enough for sweeps of many shifts: pairs, values that coincide, matrices without a full set of vectors, scales, nan.
# jax: 0.10.2
import jax
import jax.numpy as jnp
import jax.scipy.linalg

jax.config.update("jax_enable_x64", True)


def good(x):
    w, v = jnp.linalg.eig(x)
    eps, scale = jnp.finfo(x.dtype).eps, jnp.maximum(jnp.abs(x).max(), jnp.finfo(x.dtype).tiny)
    residual = jnp.abs(x / scale @ v - v * (w / scale)).max()
    lengths = jnp.abs(jnp.linalg.norm(v, axis=0) - 1).max()
    return bool(residual <= 40 * len(w) * eps), bool(lengths <= 60 * eps), bool(jnp.isfinite(w).all())


n = 120
for dtype in (jnp.float64, jnp.float32):
    x = jax.random.normal(jax.random.key(0), (n, n), dtype)
    one, up = jnp.eye(n, dtype=dtype), jnp.eye(n, k=1, dtype=dtype)
    q = jnp.linalg.qr(x)[0]
    far = 1e-30 if dtype == jnp.float32 else 1e-250
    kinds = {
        "random": x,
        "one block": 2 * one + up,
        "nilpotent": up,
        "one block, turned": q @ (2 * one + up) @ q.T,
        "upper": jnp.triu(x),
        "lower": jnp.tril(x),
        "symmetric": x + x.T,
        "skew": x - x.T,
        "orthogonal": q,
        "cyclic": jnp.roll(one, 1, axis=0),
        "zero": 0 * x,
        "ones": jnp.ones((n, n), dtype),
        "companion": up.T.at[0].set(x[0]),
        "graded": x * (10.0 ** (-jnp.arange(n) / 8)).astype(dtype)[:, None],
        "pairs": jnp.kron(jnp.eye(n // 2, dtype=dtype), jnp.array([[0, 1], [-1, 0]], dtype)),
        "tiny": x * far,
        "huge": x / far,
    }
    for name, a in kinds.items():
        # JAX's own residuals of the last two are larger.
        print(name, *(good(a)[1:] if name in ("tiny", "huge") else good(a)))

for dtype, n in ((jnp.float32, 76), (jnp.float64, 77), (jnp.float64, 333), (jnp.complex64, 90), (jnp.complex128, 101)):
    x = jax.random.normal(jax.random.key(n), (2, n, n), dtype)
    print(n, [good(a) for a in x])
    w = jnp.linalg.eigvals(x)
    close = lambda a, b: bool((jnp.abs(a - b) <= 1e3 * n * n * jnp.finfo(x.dtype).eps).all())
    print(close(w.sum(-1), jnp.trace(x, axis1=1, axis2=2)), close((w * w).sum(-1), jnp.trace(x @ x, axis1=1, axis2=2)))
    if dtype != jnp.float64:
        continue
    t, z = jax.scipy.linalg.schur(x[0])
    below = jnp.diag(t, -1)
    print(close(z @ t @ z.T, x[0]), close(z.T @ z, jnp.eye(n)), bool((jnp.tril(t, -2) == 0).all()), bool((below[1:] * below[:-1] == 0).all()))

x = x.at[0, 3, 5].set(jnp.nan)
w, v = jnp.linalg.eig(x)
print(jnp.isnan(w).all(-1), jnp.isnan(v).all((-1, -2)), jnp.linalg.eig(jnp.zeros((0, 0)))[1].shape)
