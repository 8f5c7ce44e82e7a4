# A Julia set that follows the mouse: pixels of a canvas, 384 x 240, as red, green, blue and alpha.
import jax
import jax.numpy as jnp

WIDTH, HEIGHT, STEPS = 384, 240, 96


def escape(re, im, c):
    """How many steps z -> z^2 + c takes to leave, smoothed."""
    def step(i, state):
        re, im, n = state
        inside = re * re + im * im < 256.0
        new_re, new_im = re * re - im * im + c[0], 2 * re * im + c[1]
        return jnp.where(inside, new_re, re), jnp.where(inside, new_im, im), n + inside

    re, im, n = jax.lax.fori_loop(0, STEPS, step, (re, im, 0))
    return n + 1 - jnp.log2(jnp.maximum(jnp.log(re * re + im * im + 1e-6) / 2, 1e-6))


def draw(c: jax.ShapeDtypeStruct((2,), jnp.float32)):
    x, y = jnp.linspace(-1.6, 1.6, WIDTH), jnp.linspace(-1.0, 1.0, HEIGHT)
    steps = jax.vmap(lambda im: jax.vmap(lambda re: escape(re, im, c))(x))(y)
    phase = steps[..., None] * 0.08 + jnp.array([0.0, 0.6, 1.2])
    colour = jnp.where(steps[..., None] < STEPS, 0.5 - 0.5 * jnp.cos(phase), 0.0)
    pixels = jnp.concatenate([colour, jnp.ones((HEIGHT, WIDTH, 1))], axis=-1)
    return {"pixels": (pixels * 255).astype(jnp.uint8)}
