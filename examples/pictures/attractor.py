# Clifford's attractor: 4,000 points make 500 steps each; how often a cell is met is its light.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, A, B, C, D = 360, -1.4, 1.6, 1.0, 0.7
points = jax.random.uniform(jax.random.key(0), (2, 4000), minval=-1.0, maxval=1.0)


def step(state, _):
    x, y, counts = state
    x, y = jnp.sin(A * y) + C * jnp.cos(A * x), jnp.sin(B * x) + D * jnp.cos(B * y)
    column = ((x + 2.1) / 4.2 * SIZE).astype(jnp.int32)
    row = ((y + 2.1) / 4.2 * SIZE).astype(jnp.int32)
    return (x, y, counts.at[row, column].add(1)), None


counts = jnp.zeros((SIZE, SIZE), jnp.int32)
(x, y, counts), _ = jax.lax.scan(step, (points[0], points[1], counts), None, length=500)
light = jnp.log1p(counts) / jnp.log1p(counts.max())
colour = jnp.stack([light**0.8, light**1.6, light**3 * 0.9 + 0.06], axis=-1)
Image.fromarray((jnp.clip(colour, 0, 1) * 255).astype(jnp.uint8)).save("attractor.png")
print("attractor.png", counts.sum())
