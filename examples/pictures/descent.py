# Gradient descent with momentum on Himmelblau's function from 60 starts: paths over the landscape.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, STEPS, EDGE = 360, 250, 5.5


def height(p):
    x, y = p
    return (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2


def path(start):
    def step(state, _):
        p, v = state
        v = 0.9 * v - 0.001 * jax.grad(height)(p)
        return (p + v, v), p

    return jax.lax.scan(step, (start, jnp.zeros(2)), None, length=STEPS)[1]


line = jnp.linspace(-EDGE, EDGE, SIZE)
land = jax.vmap(lambda y: jax.vmap(lambda x: height(jnp.array([x, y])))(line))(line)
level = jnp.log1p(land)
bands = 0.75 + 0.25 * jnp.cos(8 * level)
shade = jnp.clip(1 - level / 7.5, 0.08, 1)[..., None] * bands[..., None]
starts = jax.random.uniform(jax.random.key(5), (60, 2), minval=-EDGE, maxval=EDGE)
paths = jax.vmap(path)(starts)
cell = jnp.clip((paths + EDGE) / (2 * EDGE) * SIZE, 0, SIZE - 1).astype(jnp.int32)
colour = shade * jnp.array([90, 150, 190])
colour = colour.at[cell[..., 1], cell[..., 0]].set(jnp.array([255.0, 230.0, 120.0]))
Image.fromarray(jnp.clip(colour, 0, 255).astype(jnp.uint8)).save("descent.png")
print("descent.png", jnp.sum(jax.vmap(height)(paths[:, -1]) < 1e-2))
