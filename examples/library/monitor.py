# A function that prints, checks its argument and uses the caller's threads (docs/artifacts.md).
import jax
import jax.numpy as jnp


def advance(field, rate, steps=4):
    """Diffusion on a ring of cells, a few steps of it."""
    if rate > 0.5:
        raise ValueError("the rate is too large")
    for _ in range(steps):
        field = field + rate * (jnp.roll(field, 1, 1) - 2 * field + jnp.roll(field, -1, 1))
    jax.debug.print("mean {:.3f}, extremes {}", jnp.mean(field), jnp.array([field.min(), field.max()]))
    return jnp.tanh(field @ field.T)
