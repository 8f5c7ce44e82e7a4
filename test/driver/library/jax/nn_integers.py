"""relu6 of integers is a float, as 6. is."""
# modes: interp
import jax
import jax.numpy as jnp

print(jax.nn.relu6(jnp.array([-1, 3, 9])), jax.nn.relu6(2.5), jax.nn.relu6(jnp.array([7.0, -1], jnp.bfloat16)), jax.nn.relu6(7))
print(jax.grad(jax.nn.relu6)(3.0), jax.nn.relu6(jnp.array([8], jnp.int8)).dtype)
