# Sums of many columns, with elements that fill no vector, of several types: the same bits by eight rows at once as row by row.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=3 %t | cmp %t.1 - && FileCheck %s < %t.1
# RUN: cjaxc --without=columns %s -o %t.w && %t.w | cmp %t.1 -
# RUN: cjaxc --no-dispatch --all-threads %s -o %t.d && env CJAX_NUM_THREADS=3 %t.d > %t.3 && env CJAX_NUM_THREADS=1 %t.d | cmp %t.3 -
# RUN: cjaxc -O0 %s -o %t.0 && %t.0 | cmp %t.1 -
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
for dtype in (jnp.float32, jnp.float64, jnp.int32, jnp.int16, jnp.bfloat16):
    x = jax.random.normal(jax.random.key(1), (61, 5003)) * 100
    mask = x > 3
    x = x.astype(dtype)
    for y in (jnp.sum(x, axis=0), jnp.max(jnp.where(mask, x, -x), axis=0), jnp.sum(x * mask[:1] + 1, axis=0), jnp.sum(x.reshape(1, 61, 5003), axis=1)):
        print(y.dtype, y.shape, y.ravel()[0], y.ravel()[-1], jnp.sum(y.astype(jnp.float64)))
# CHECK-COUNT-20: 5003
