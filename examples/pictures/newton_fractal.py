# Where Newton's method for z^3 = 1 ends, by its start: three colours, darker where it takes longer.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, STEPS = 360, 32
line = jnp.linspace(-1.5, 1.5, SIZE)
z = line[None, :] + 1j * line[:, None] + (1e-4 + 1e-4j)
roots = jnp.exp(2j * jnp.pi * jnp.arange(3) / 3)


def step(i, state):
    z, n = state
    z = z - (z**3 - 1) / (3 * z**2)
    far = jnp.min(jnp.abs(z[..., None] - roots), axis=-1) > 1e-3
    return z, n + far


z, n = jax.lax.fori_loop(0, STEPS, step, (z, jnp.zeros(z.shape, jnp.int32)))
which = jnp.argmin(jnp.abs(z[..., None] - roots), axis=-1)
palette = jnp.array([[230, 90, 60], [70, 160, 90], [60, 100, 200]])
light = jnp.exp(-n / 8.0)[..., None]
Image.fromarray((palette[which] * light).astype(jnp.uint8)).save("newton_fractal.png")
print("newton_fractal.png", jnp.bincount(which.ravel(), length=3) > SIZE * SIZE // 4)
