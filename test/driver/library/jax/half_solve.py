# jax: 0.10.2
# modes: interp O3
import jax.numpy as jnp
from jax import lax
a = jnp.array([[2.0, 0.5, -1.0], [0.0, 4.0, 1.0], [0.0, 0.0, 0.5]])
b = jnp.array([[1.0, 2.0], [3.0, -1.0], [0.25, 0.5]])
for dtype in (jnp.float16, jnp.bfloat16):
    print(lax.linalg.triangular_solve(a.astype(dtype), b.astype(dtype), left_side=True))
