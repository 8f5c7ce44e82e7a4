# Two substances that react and diffuse (Gray and Scott): spots that divide.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, STEPS, FEED, KILL = 200, 3000, 0.0367, 0.0649
noise = jax.random.uniform(jax.random.key(7), (SIZE, SIZE))
spots = jnp.zeros((SIZE, SIZE)).at[80:120, 80:120].set(1.0).at[30:45, 130:150].set(1.0)


def spread(u):
    near = jnp.roll(u, 1, 0) + jnp.roll(u, -1, 0) + jnp.roll(u, 1, 1) + jnp.roll(u, -1, 1)
    return near / 4 - u


def step(i, state):
    u, v = state
    made = u * v * v
    return u + 0.8 * spread(u) - made + FEED * (1 - u), v + 0.4 * spread(v) + made - (FEED + KILL) * v


u, v = jax.lax.fori_loop(0, STEPS, step, (1 - 0.5 * spots, 0.25 * spots * (0.5 + noise)))
shade = jnp.clip(v / 0.35, 0, 1)[..., None]
colour = jnp.array([18, 24, 60]) * (1 - shade) + jnp.array([255, 214, 120]) * shade
Image.fromarray(colour.astype(jnp.uint8)).save("reaction.png")
print("reaction.png", bool((v > 0.2).any()), bool(jnp.isfinite(u).all()))
