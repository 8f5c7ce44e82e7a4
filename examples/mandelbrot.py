# The Mandelbrot set as text: a fori_loop over a grid of points, then characters chosen by how fast each one escapes.
import jax
import jax.numpy as jnp

WIDTH, HEIGHT, STEPS = 78, 28, 60
real = jnp.linspace(-2.2, 0.8, WIDTH)[None, :]
imag = jnp.linspace(-1.2, 1.2, HEIGHT)[:, None]


def advance(_, state):
    x, y, count = state
    inside = x * x + y * y < 4.0
    x, y = jnp.where(inside, x * x - y * y + real, x), jnp.where(inside, 2.0 * x * y + imag, y)
    return x, y, count + inside


zero = jnp.zeros((HEIGHT, WIDTH))
_, _, count = jax.lax.fori_loop(0, STEPS, advance, (zero, zero, jnp.zeros((HEIGHT, WIDTH), jnp.int32)))
shade = jnp.minimum(count * 8 // STEPS + (count > 3), 8)
for row in shade:
    print("".join(" .:-=+*%@"[v] for v in row))
print("points inside:", int((count == STEPS).sum()))
