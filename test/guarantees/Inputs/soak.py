# soak.py -- a library with a loop and a derivative.
import jax, jax.numpy as jnp
def model(x, w):
    y = jnp.tanh(x @ w)
    z = jax.lax.fori_loop(0, 20, lambda i, c: jnp.sin(c @ w) + y, y)
    return z, jax.grad(lambda v: jnp.tanh(v @ w).sum())(x)
