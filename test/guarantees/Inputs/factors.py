# factors.py -- sums of the bits of factorisations, products and transforms.
import jax, jax.numpy as jnp
k = jax.random.key(0)
for n in (3, 17, 40):
    x = jax.random.normal(k, (n, n)); s = x @ x.T + n * jnp.eye(n)
    for y in (jnp.linalg.cholesky(s), jnp.linalg.inv(s), jnp.linalg.eigh(s)[0], jnp.linalg.svd(x)[1], jnp.linalg.qr(x)[1], jnp.linalg.det(x), jnp.linalg.solve(s, x), jnp.fft.fft(x).real, jnp.linalg.eigvals(x).real, x @ x):
        b = jax.lax.bitcast_convert_type(y, jnp.uint32)
        print(n, b.sum(), (b * jnp.arange(b.size, dtype=jnp.uint32).reshape(b.shape)).sum())
