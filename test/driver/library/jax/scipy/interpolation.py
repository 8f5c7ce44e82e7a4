"""Interpolation and code books."""
# modes: interp O3
import jax
import jax.numpy as jnp

import jax.scipy as jsp
from jax.scipy.ndimage import map_coordinates
im = jnp.arange(20.0).reshape(4, 5) ** 1.3
ys = jnp.array([0.3, 1.5, 2.9, -0.6, 4.2])
xs = jnp.array([0.0, 2.25, 3.5, 1.0, 5.9])
RGI = jsp.interpolate.RegularGridInterpolator
grid = (jnp.array([0.0, 1.0, 2.5, 4.0]), jnp.linspace(0, 1, 5))
interp = RGI(grid, im)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (map_coordinates(im, [ys, xs], 1), map_coordinates(im, [ys, xs], 0, mode="nearest"),))
show(lambda: (
    map_coordinates(im, [ys, xs], 1, mode="wrap"), map_coordinates(im, [ys, xs], 1, mode="mirror"), map_coordinates(im, [ys, xs], 1, mode="reflect"), map_coordinates(im, [ys, xs], 1, cval=-7.0),))
show(lambda: (
    map_coordinates(im.astype(int), [ys, xs], 1), map_coordinates(im.astype(int), (jnp.array([1, 3]),
    jnp.array([0, 9])), 0),))
show(lambda: (map_coordinates(im, [ys], 1),))
show(lambda: (map_coordinates(im, [ys, xs], 2),))
show(lambda: (jax.grad(lambda c: map_coordinates(im, [c, xs], 1).sum())(ys),))
show(lambda: (jax.vmap(lambda a, b: map_coordinates(im, [a, b], 1))(ys, xs),))
show(lambda: (interp(jnp.array([[0.5, 0.1], [3.0, 0.99], [5.0, 0.5], [-1.0, 0.0]])),))
show(lambda: (interp(jnp.array([[0.5, 0.1], [3.0, 0.99], [5.0, 0.5], [-1.0, 0.0]]), method="nearest"),))
show(lambda: (
    RGI(grid, im, fill_value=None)((jnp.array([5.0, -1.0]),
    jnp.array([0.5, 2.0]))), RGI(grid, jnp.stack([im, -im], -1), method="nearest", fill_value=0.0)(jnp.array([[1.2, 0.3], [9.0, 0.3]])),))
show(lambda: (RGI(grid, im, method="cubic"),))
show(lambda: (RGI(grid, im[0]),))
show(lambda: (interp(jnp.ones((2, 3))),))
show(lambda: (jax.grad(lambda v: RGI(grid, v)(jnp.array([[0.5, 0.1]]))[0])(im),))
show(lambda: (jsp.cluster.vq.vq(jnp.array([[1.0, 2.0], [3.0, 4.5], [0.0, 0.1]]), jnp.array([[0.0, 0.0], [3.0, 4.0]])),))
show(lambda: (jsp.cluster.vq.vq(jnp.array([1, 5, 9]), jnp.array([2, 8])),))
show(lambda: (jsp.cluster.vq.vq(jnp.ones(3), jnp.ones((2, 3))),))
