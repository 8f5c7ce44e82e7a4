# A torus and a ball above a floor: rays march along a distance function, whose gradient is the normal.
import jax
import jax.numpy as jnp
from PIL import Image

WIDTH, HEIGHT = 400, 260
light = jnp.array([0.6, 0.7, -0.4])


def length(v):
    return jnp.sqrt(jnp.sum(v * v) + 1e-12)


def distance(p):
    ring = jnp.array([length(p[jnp.array([0, 2])]) - 1.0, p[1]])
    ball = length(p - jnp.array([0.0, 0.45, 0.0])) - 0.55
    return jnp.minimum(jnp.minimum(length(ring) - 0.32, ball), p[1] + 0.6)


def march(start, ray, steps):
    return jax.lax.fori_loop(0, steps, lambda i, t: t + 0.9 * distance(start + t * ray), 0.0)


def shade(x, y):
    eye = jnp.array([0.0, 1.3, -3.2])
    ray = jnp.array([x, y - 0.35, 1.4])
    ray = ray / length(ray)
    far = march(eye, ray, 90)
    point = eye + far * ray
    normal = jax.grad(distance)(point)
    lamp = light / length(light)
    lit = jnp.clip(normal @ lamp, 0, 1) * (march(point + 0.02 * normal, lamp, 40) > 3.0)
    floor = point[1] < -0.58
    tile = 0.6 + 0.4 * ((jnp.floor(point[0]) + jnp.floor(point[2])) % 2)
    paint = jnp.where(floor, jnp.array([0.8, 0.85, 0.9]) * tile, jnp.array([0.95, 0.45, 0.25]))
    fog = jnp.exp(-0.08 * far)
    return paint * (0.2 + 0.8 * lit) * fog + (1 - fog) * jnp.array([0.7, 0.8, 0.95])


x = jnp.linspace(-1.2, 1.2, WIDTH)
y = jnp.linspace(0.8, -0.8, HEIGHT)
picture = jax.jit(jax.vmap(lambda b: jax.vmap(lambda a: shade(a, b))(x)))(y)
Image.fromarray((jnp.clip(picture, 0, 1) ** 0.6 * 255).astype(jnp.uint8)).save("marching.png")
print("marching.png", picture.shape)
