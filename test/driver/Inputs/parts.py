import jax
import jax.numpy as jnp

x = jnp.linspace(0.0, 1.0, 2000)
y = jnp.sin(x) * 0.25 + jnp.tanh(x) ** 2
z = jnp.sort(jnp.exp(-x) * jnp.cos(9 * x))
k = jax.random.normal(jax.random.key(3), (40, 50))
u, s, v = jnp.linalg.svd(k @ k.T)
m = jnp.cumsum(z) / (1 + jnp.arange(2000))


def step(i, p):
    return p - 0.01 * jnp.tanh(p) + jnp.cumsum(p) * 1e-4


w = jax.lax.fori_loop(0, 10, step, y)
print(jnp.isfinite(jnp.array([y.sum(), z.sum(), s.sum(), m.sum(), w.sum()])))
print(f"{4 * jnp.arctan(x[-1]):.5f}")
