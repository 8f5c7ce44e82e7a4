# A network learns a picture, colours from places, by Adam; to the left what it learned, to the right the picture.
import jax
import jax.numpy as jnp
from PIL import Image

SIZE, HIDDEN, STEPS = 96, 48, 400
line = jnp.linspace(-1, 1, SIZE)
x, y = jnp.meshgrid(line, line)
radius, turn = jnp.sqrt(x * x + y * y), jnp.arctan2(y, x)
swirl = 0.5 + 0.5 * jnp.sin(3 * turn + 8 * radius)
wanted = jnp.stack([swirl, 1 - radius / 1.5, 0.5 + 0.5 * jnp.cos(6 * x)], axis=-1).reshape(-1, 3)
waves = jax.random.normal(jax.random.key(0), (2, HIDDEN // 2)) * 3
places = jnp.stack([x.ravel(), y.ravel()], axis=-1) @ waves
features = jnp.concatenate([jnp.sin(places), jnp.cos(places)], axis=1)
k1, k2 = jax.random.split(jax.random.key(1))
params = {"w1": jax.random.normal(k1, (HIDDEN, HIDDEN)) / 7, "b1": jnp.zeros(HIDDEN),
          "w2": jax.random.normal(k2, (HIDDEN, 3)) / 7, "b2": jnp.zeros(3)}


def predict(p):
    return jax.nn.sigmoid(jnp.tanh(features @ p["w1"] + p["b1"]) @ p["w2"] + p["b2"])


def loss(p):
    return jnp.mean((predict(p) - wanted) ** 2)


def step(i, state):
    p, m, v = state
    g = jax.grad(loss)(p)
    m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, g)
    v = jax.tree.map(lambda v, g: 0.99 * v + 0.01 * g * g, v, g)
    return jax.tree.map(lambda p, m, v: p - 0.01 * m / (jnp.sqrt(v) + 1e-8), p, m, v), m, v


zeros = jax.tree.map(jnp.zeros_like, params)
trained, _, _ = jax.lax.fori_loop(0, STEPS, step, (params, zeros, zeros))
both = jnp.concatenate([predict(trained).reshape(SIZE, SIZE, 3), wanted.reshape(SIZE, SIZE, 3)], axis=1)
picture = jnp.repeat(jnp.repeat(both, 2, axis=0), 2, axis=1)
Image.fromarray((jnp.clip(picture, 0, 1) * 255).astype(jnp.uint8)).save("learned.png")
print("learned.png", bool(loss(params) > 0.05), bool(loss(trained) < 0.01))
