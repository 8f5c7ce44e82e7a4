import jax
import jax.numpy as jnp

@jax.jit
def f(x):
    if x[0] > 0:
        y = x[:1]
    else:
        y = x
    return y

f(jnp.ones(2))
