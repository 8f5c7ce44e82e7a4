# Stencils give the same bits by several rows at once as row by row, whatever the border, the rows' number and their length.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=7 %t | cmp %t.1 - && FileCheck %s < %t.1
# RUN: cjaxc --without=strips %s -o %t.w && %t.w | cmp %t.1 -
# RUN: cjaxc --no-dispatch --all-threads %s -o %t.d && env CJAX_NUM_THREADS=3 %t.d | cmp %t.1 -
# RUN: cjaxc --no-fusion %s -o %t.n && %t.n | cmp %t.1 -
# RUN: cjaxc -O0 %s -o %t.0 && %t.0 | cmp %t.1 -
import jax
import jax.numpy as jnp
from jax import lax

# Whole numbers, so that all orders of additions give the same.
draw = lambda *shape: jnp.round(jax.random.uniform(jax.random.key(5), shape) * 64)
weights = jnp.arange(9.0).reshape(1, 1, 3, 3) - 4


@jax.jit
def blur(u):
    return lax.conv_general_dilated(u[None, None], weights, (1, 1), "SAME")[0, 0]


@jax.jit
def inner(u):  # no border
    return u[:-2, 1:-1] - 2 * u[1:-1, 2:] + u[2:, :-2]


@jax.jit
def plate(u):
    return u.at[2:-1, 1:-1].set(u[1:-2, 1:-1] + u[3:, 1:-1] + u[:-3, 1:-1] - u[2:-1, 2:])


@jax.jit
def ring(u):  # rolls by half and more
    n = u.shape[0]
    return jnp.roll(u, 1, 0) + jnp.roll(u, -1, 0) * 2 - jnp.roll(u, (n // 2, 1), (0, 1)) + jnp.roll(u, 2, 0)


@jax.jit
def both(u, v):  # two results; v's memory becomes one of them
    d = blur(u)
    return d - v, jnp.where(d > 0, u, d)


@jax.jit
def deep(x, k):  # NHWC, a window for each feature
    return lax.conv_general_dilated(x, k, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"), feature_group_count=32)


def wave(i, c):
    u, v = c
    return jnp.round((2 * u - v + 0.25 * blur(u)) % 97), u


def show(v):
    print(v.shape, jnp.sum(v), jnp.sum(v * (jnp.arange(v.size).reshape(v.shape) % 7)))


for shape in ((16, 32), (17, 33), (18, 47), (19, 64), (35, 1024), (64, 90)):
    u = draw(*shape)
    for v in (blur(u), inner(u), plate(u), ring(u), *both(u, u + 1), *lax.fori_loop(0, 5, wave, (u, u))):
        show(v)
show(deep(draw(2, 6, 21, 32), draw(3, 3, 1, 32) - 20))
show(jnp.nan_to_num(blur(draw(20, 40).at[0, 0].set(jnp.nan).at[19, 39].set(jnp.inf))))
show(jax.vmap(plate)(draw(3, 22, 40)))
print(jnp.sum(jax.grad(lambda u: jnp.sum(blur(u) * ring(u)))(draw(24, 40))))
big = draw(600, 530)
show(blur(big) + plate(big))
# CHECK-COUNT-52: {{^[(]|^-?[0-9]}}
