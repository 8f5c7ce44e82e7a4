"""Keys chosen by a condition."""
import jax
import jax.numpy as jnp
from jax import lax

a, b = jax.random.split(jax.random.key(0), 3), jax.random.split(jax.random.key(1), 3)
which = jnp.array([True, False, True])
data = jax.random.key_data
print(data(jnp.where(which, a, b)))
print(data(jnp.where(which, a, jax.random.key(7))))
print(data(lax.select(True, a, b)), lax.select(which, a, b).shape)
print(data(lax.select_n(jnp.array([0, 1, 2]), a, b, a)))
print(data(jax.jit(jnp.where)(which, a, b)))
print(data(jax.vmap(jnp.where)(which, a, b)))
print(jax.random.uniform(jnp.where(which[1], a[0], b[0])))
