import jax.numpy as jnp

print(jnp.arange(9000.0, 9020.0) ** 1.5)
