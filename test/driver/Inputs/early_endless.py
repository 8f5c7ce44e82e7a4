import jax
import jax.numpy as jnp

n = jax.lax.while_loop(lambda s: s[0] < 10, lambda s: (s[0] * 0, jnp.sin(s[1])), (0, jnp.ones((300, 300))))[0]
print(jnp.zeros(int(n)))
