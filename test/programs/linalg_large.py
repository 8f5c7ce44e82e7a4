# QR, eigh and SVD of matrices large enough for blocks and waiting rotations: residuals, orthogonality, order, signs of r.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)


def close(x, y):
    eps = jnp.finfo(x.dtype).eps
    return bool(jnp.linalg.norm(x - y) <= 20 * max(x.shape) * eps * (1 + jnp.linalg.norm(y)))


def orthonormal(q):
    return close(q.conj().T @ q, jnp.eye(q.shape[1], dtype=q.dtype))


for dtype, m, n in ((jnp.float32, 150, 150), (jnp.float64, 90, 61), (jnp.complex64, 61, 90), (jnp.complex128, 130, 55), (jnp.float32, 52, 140)):
    x = jax.random.normal(jax.random.key(m), (m, n), dtype)
    q, r = jnp.linalg.qr(x, mode="complete")
    print(m, n, close(q @ r, x), orthonormal(q), bool((jnp.tril(r, -1) == 0).all()), end=" ")
    q, r = jnp.linalg.qr(x)
    print(close(q @ r, x), orthonormal(q), jnp.sign(jnp.diag(r)[:5].real))
    u, s, vt = jnp.linalg.svd(x, full_matrices=False)
    print(close(u * s.astype(dtype) @ vt, x), orthonormal(u), orthonormal(vt.conj().T), bool((jnp.diff(s) <= 0).all()), end=" ")
    u, t, vt = jnp.linalg.svd(x)
    print(u.shape, vt.shape, orthonormal(u), orthonormal(vt), close(t, s), close(jnp.linalg.svdvals(x), s))
    h = x @ x.conj().T - m * jnp.eye(m, dtype=dtype)
    w, v = jnp.linalg.eigh(h)
    print(close(h @ v, v * w.astype(dtype)), orthonormal(v), bool((jnp.diff(w) >= 0).all()), close(jnp.linalg.eigvalsh(h), w))
    v, w = lax.linalg.eigh(jnp.triu(h), lower=False, symmetrize_input=False)
    print(close(h @ v, v * w.astype(dtype)))
