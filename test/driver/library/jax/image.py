"""Resampling of images."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import random

x = jnp.arange(24.0).reshape(4, 6) ** 1.5
im = random.normal(random.key(0), (2, 5, 7, 3))


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (jax.image.resize(x, (8, 9), "linear"),))
show(lambda: (jax.image.resize(x, (2, 3), "linear"),))
show(lambda: (jax.image.resize(x, (2, 3), "linear", antialias=False),))
show(lambda: (jax.image.resize(x, (8, 3), "cubic"),))
show(lambda: (jax.image.resize(x, (3, 13), "lanczos3"),))
show(lambda: (jax.image.resize(x, (7, 3), "lanczos5"),))
show(lambda: (jax.image.resize(x, (7, 3), "area"),))
show(lambda: (jax.image.resize(x, (2, 9), "area"),))
show(lambda: (jax.image.resize(x, (7, 9), "nearest"), jax.image.resize(x.astype(int), (3, 2), "nearest"),))
show(lambda: (
    jax.image.resize(x, (7, 3), "bicubic-pytorch"),
    jax.image.resize(x, (7, 3), "bicubic-pytorch", antialias=False),))
show(lambda: (jax.image.resize(im, (2, 10, 3, 3), "bilinear").shape,))
show(lambda: (jax.image.resize(x, (7, 3, 2), "linear"),))
show(lambda: (jax.image.resize(x, (7, 3), "foo"),))
show(lambda: (
    jax.image.scale_and_translate(x, (5, 5), (0, 1),
    jnp.array([1.2, 0.7]),
    jnp.array([0.3, -1.0]), "linear"),))
show(lambda: (
    jax.image.scale_and_translate(x, (5, 6), (0,),
    jnp.array([2.0]),
    jnp.array([0.3]),
    jax.image.ResizeMethod.CUBIC, antialias=False),))
show(lambda: (jax.grad(lambda x: jnp.sum(jax.image.resize(x, (3, 4), "cubic") ** 2))(x),))
show(lambda: (jax.vmap(lambda x: jax.image.resize(x, (3, 4), "linear"))(x.reshape(2, 2, 6)),))
show(lambda: (jax.jit(lambda x: jax.image.resize(x, (3, 4), "linear"))(x),))
show(lambda: (jax.image.ResizeMethod.from_string("area"), jax.image.ResizeMethod.LINEAR,))
