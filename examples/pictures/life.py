# Conway's game of life: cells by how long they have lived, and where life has been.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, STEPS, SCALE = 120, 150, 3
alive = jax.random.bernoulli(jax.random.key(1), 0.3, (SIZE, SIZE))


def step(state, _):
    alive, age, trail = state
    cells = alive.astype(jnp.int32)
    near = sum(jnp.roll(cells, (i, j), (0, 1)) for i in (-1, 0, 1) for j in (-1, 0, 1)) - cells
    alive = (near == 3) | (alive & (near == 2))
    return (alive, jnp.where(alive, age + 1, 0), jnp.where(alive, 1.0, trail * 0.97)), alive.sum()


start = (alive, jnp.zeros(alive.shape, jnp.int32), jnp.zeros(alive.shape))
(alive, age, trail), living = jax.lax.scan(step, start, None, length=STEPS)
old = jnp.minimum(age / 40, 1.0)[..., None]
cell = jnp.array([255, 240, 180]) * (1 - old) + jnp.array([230, 80, 50]) * old
ground = trail[..., None] * jnp.array([50, 90, 130]) + 12
picture = jnp.where(alive[..., None], cell, ground).astype(jnp.uint8)
picture = jnp.repeat(jnp.repeat(picture, SCALE, axis=0), SCALE, axis=1)
Image.fromarray(picture).save("life.png")
print("life.png", living[0], living[-1])
