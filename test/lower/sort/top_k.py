"""The largest elements are the same found without sorting the line as by sorting it: ties, nan, both zeros, every dtype and axis."""
# RUN: cjaxc %s -o %t.1 && %t.1 > %t.few
# RUN: cjaxc --without=selection %s -o %t.2 && %t.2 | cmp %t.few -
# RUN: cjaxc --no-dispatch --cpu=x86-64-v2 --all-threads %s -o %t.3 && env CJAX_NUM_THREADS=3 %t.3 | cmp %t.few -
import sys

import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)
key = jax.random.key(len(sys.argv))


def show(x):
    for axis in range(x.ndim):
        for k in {1, x.shape[axis] // 3, x.shape[axis]}:
            values, indices = lax.top_k(x, k, axis=axis)
            print(x.dtype, x.shape, axis, k, indices.ravel()[:40], lax.sign(values.astype(float)).sum(), jnp.isnan(values).sum())


for shape in (3, 70), (70, 5), (3, 33, 41), (1, 130):
    ranks = jax.random.randint(key, shape, 0, 40)
    show(ranks > 37)
    for dtype in jnp.float32, jnp.float64, jnp.float16, jnp.bfloat16:
        x = jnp.where(ranks == 20, -0.0, ranks - 20)
        x = jnp.where(ranks > 38, jnp.nan, x)
        show(jnp.where(ranks < 1, -jnp.inf, x).astype(dtype))
    for dtype in jnp.int8, jnp.uint8, jnp.int16, jnp.uint16, jnp.int32, jnp.uint32, jnp.int64, jnp.uint64:
        show((ranks - 20).astype(dtype))
