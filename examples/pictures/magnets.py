# A pendulum over three magnets: which one it ends at, for every start, by an ODE solved for all at once.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, STEPS, DT = 240, 900, 0.02
angle = 2 * jnp.pi * jnp.arange(3) / 3
magnets = jnp.stack([jnp.cos(angle), jnp.sin(angle)], axis=-1)


def force(p, v):
    away = magnets - p
    pull = away / (jnp.sum(away * away, axis=1, keepdims=True) + 0.09) ** 1.5
    return pull.sum(axis=0) - 0.5 * p - 0.2 * v


def end(p):
    def step(i, state):
        p, v = state
        v = v + DT * force(p, v)
        return p + DT * v, v

    p, v = jax.lax.fori_loop(0, STEPS, step, (p, jnp.zeros(2)))
    away = jnp.sum((magnets - p) ** 2, axis=1)
    return jnp.argmin(away), away.min()


line = jnp.linspace(-2.0, 2.0, SIZE)
which, away = jax.vmap(lambda y: jax.vmap(lambda x: end(jnp.array([x, y])))(line))(line)
palette = jnp.array([[240, 180, 60], [60, 130, 190], [190, 60, 90]])
colour = palette[which] * jnp.exp(-away)[..., None]
Image.fromarray(colour.astype(jnp.uint8)).save("magnets.png")
print("magnets.png", which.shape)
