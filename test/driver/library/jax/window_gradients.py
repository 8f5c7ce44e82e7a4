"""Gradients of windows' maxima where all of a window is infinite, padding or nan."""
# modes: interp O0 O3
import jax
import jax.numpy as jnp
from jax import lax


def of_windows(size, stride, padding, computation, start):
    def f(x):
        y = lax.reduce_window(x, start, computation, (size,), (stride,), padding)
        return (y * jnp.arange(1.0, y.size + 1)).sum()
    return jax.grad(f)


inf = jnp.inf
x = jnp.array([-inf, -inf, 1.0, -inf, jnp.nan, 2.0])
for size, stride, padding in ((2, 2, "VALID"), (3, 2, "SAME"), (3, 3, ((1, 2),)), (2, 1, "VALID")):
    print(of_windows(size, stride, padding, lax.max, -inf)(x))
    print(of_windows(size, stride, padding, lax.min, inf)(-x))
