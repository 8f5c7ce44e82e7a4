import jax.numpy as jnp
print(jnp.arange(3).dtype, jnp.ones(2) / 3)
