# A Julia set: how many steps z -> z^2 + c takes to leave, smoothed, as colours of a cosine palette.
import jax
import jax.numpy as jnp
from PIL import Image

WIDTH, HEIGHT, STEPS = 480, 300, 200
x = jnp.linspace(-1.6, 1.6, WIDTH)
y = jnp.linspace(-1.0, 1.0, HEIGHT)


def escape(re, im):
    def step(i, state):
        re, im, n = state
        inside = re * re + im * im < 256.0
        new_re, new_im = re * re - im * im - 0.8, 2 * re * im + 0.156
        return jnp.where(inside, new_re, re), jnp.where(inside, new_im, im), n + inside

    re, im, n = jax.lax.fori_loop(0, STEPS, step, (re, im, 0))
    return n + 1 - jnp.log2(jnp.maximum(jnp.log(re * re + im * im + 1e-6) / 2, 1e-6))


steps = jax.vmap(lambda im: jax.vmap(lambda re: escape(re, im))(x))(y)
phase = steps[..., None] * 0.08 + jnp.array([0.0, 0.6, 1.2])
colour = jnp.where(steps[..., None] < STEPS, 0.5 - 0.5 * jnp.cos(phase), 0.0)
Image.fromarray((colour * 255).astype(jnp.uint8)).save("julia.png")
print("julia.png", colour.shape)
