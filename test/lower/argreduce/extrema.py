"""Positions of extrema are the first ones, of nan too, whatever lanes they are searched in."""
# RUN: cjaxc %s -o %t.1 && %t.1 > %t.lanes
# RUN: cjaxc --without=extrema %s -o %t.2 && %t.2 | cmp %t.lanes -
# RUN: cjaxc --no-dispatch --cpu=x86-64-v2 --all-threads %s -o %t.3 && env CJAX_NUM_THREADS=3 %t.3 | cmp %t.lanes -
import sys

import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
key = jax.random.key(len(sys.argv))


def show(x):
    for axis in range(x.ndim):
        print(x.dtype, x.shape, axis, *(f(x, axis).ravel()[:70] for f in (jnp.argmax, jnp.argmin)))


for shape in (3, 70), (70, 5), (3, 33, 41), (64, 64), (1, 200), (7, 100, 1), (131, 13):
    ranks = jax.random.randint(key, shape, 0, 40)
    show(ranks > 37)
    for dtype in jnp.float32, jnp.float64, jnp.float16, jnp.bfloat16:
        x = jnp.where(ranks == 20, -0.0, ranks - 20)
        show(x.astype(dtype))
        show(jnp.where(ranks > 38, jnp.nan, x).astype(dtype))
    for dtype in jnp.int8, jnp.uint8, jnp.int16, jnp.uint16, jnp.int32, jnp.uint32, jnp.int64, jnp.uint64:
        show((ranks - 20).astype(dtype))
