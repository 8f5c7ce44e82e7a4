"""Indices into axes without elements; the root of a matrix without."""
# modes: interp O3
import jax, jax.numpy as jnp
x = jnp.zeros((0, 3))
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
show(lambda: x[jnp.array(0)])
show(lambda: x[jnp.array([0])])
show(lambda: jax.jit(lambda i: x[i])(0))
show(lambda: jax.jit(lambda i: x[i])(jnp.array([0, 1])))
show(lambda: jax.jit(lambda i: x[:, i])(0))
show(lambda: jax.jit(lambda i: x.at[i].set(1.0))(0))
show(lambda: x[0])
show(lambda: x.at[0].set(1.0))
show(lambda: jax.jit(lambda i: x[i, :2])(0))
show(lambda: jax.jit(lambda i: jnp.zeros((0, 0))[i, i])(0))
show(lambda: x[jnp.zeros(0, int)])
show(lambda: x.at[jnp.array([0])].set(1.0))
show(lambda: jax.jit(lambda i: x.at[i].add(1.0))(jnp.array([0, 5])))
from jax.scipy.linalg import sqrtm
show(lambda: sqrtm(jnp.zeros((0, 0))))
