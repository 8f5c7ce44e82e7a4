# eigh of matrices large enough to be divided: values that coincide, that are far apart, that are tiny; blocks, rank 1, complex.
# jax: 0.10.2
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)


def good(x):
    w, v = jnp.linalg.eigh(x)
    eps, scale = jnp.finfo(w.dtype).eps, jnp.maximum(jnp.abs(w).max(), jnp.finfo(w.dtype).tiny)
    residual = jnp.abs(x / scale @ v - v * (w / scale)).max()
    orthogonal = jnp.abs(v.conj().T @ v - jnp.eye(len(w))).max()
    return bool(residual <= 40 * eps), bool(orthogonal <= 200 * eps), bool((jnp.diff(w) >= 0).all())


n = 330
i = jnp.arange(n)
x = jax.random.normal(jax.random.key(0), (n, n))
x = x + x.T
kinds = {
    "random": x,
    "zero": 0 * x,
    "diagonal": x * jnp.eye(n),
    "ones": jnp.ones((n, n)),
    "graded": x * 10.0 ** (-0.03 * (i[:, None] + i)),
    "second differences": 2.0 * jnp.eye(n) - jnp.eye(n, k=1) - jnp.eye(n, k=-1),
    "blocks": x * (i[:, None] // 37 == i // 37),
    "Wilkinson": jnp.diag(jnp.abs(i - (n - 1) / 2)) + jnp.eye(n, k=1) + jnp.eye(n, k=-1),
    "near the identity": jnp.eye(n) + 1e-14 * x,
    "rank 1": jnp.outer(x[0], x[0]),
    "tiny": 1e-120 * x,
}
for name, kind in kinds.items():
    print(name, good(kind), good(kind.astype(jnp.float32)) if name != "tiny" else "")
for m in (128, 129, 161):
    print(m, good(x[:m, :m]), good((x + 1j * (jnp.tril(x) - jnp.tril(x).T))[:m, :m]))
w = jnp.linalg.eigvalsh(kinds["second differences"])
print(bool(jnp.abs(w - (2 - 2 * jnp.cos((i + 1) * jnp.pi / (n + 1)))).max() < 1e-14))
