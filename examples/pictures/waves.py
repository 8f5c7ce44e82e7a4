# Two drops fall on water: the wave equation on a torus, 400 steps of leapfrog.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE = 320
row, column = jnp.mgrid[0:SIZE, 0:SIZE]


def drop(at, width):
    return jnp.exp(-((row - at[0]) ** 2 + (column - at[1]) ** 2) / width)


def laplacian(u):
    return jnp.roll(u, 1, 0) + jnp.roll(u, -1, 0) + jnp.roll(u, 1, 1) + jnp.roll(u, -1, 1) - 4 * u


def step(i, state):
    u, before = state
    return 2 * u - before + 0.25 * laplacian(u), u


start = drop((110, 120), 20.0) + drop((210, 190), 20.0)
u, before = jax.lax.fori_loop(0, 230, step, (start, start))
slope = u - jnp.roll(u, 1, 1)
light = jnp.clip(0.55 + 9 * slope, 0, 1)[..., None]
colour = light * jnp.array([120, 190, 255]) + 400 * jnp.clip(slope, 0, 0.2)[..., None]
Image.fromarray(jnp.clip(colour, 0, 255).astype(jnp.uint8)).save("waves.png")
print("waves.png", f"{u.sum():.1f} = {start.sum():.1f}")
