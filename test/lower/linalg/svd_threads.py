# A singular value decomposition whose vectors are turned in threads: the same bits from any number of them.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && FileCheck %s < %t.1
# RUN: env CJAX_NUM_THREADS=2 %t | diff %t.1 -
# RUN: env CJAX_NUM_THREADS=7 %t | diff %t.1 -
# RUN: cjaxc --no-threads %s -o %t && %t | diff %t.1 -
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)
for dtype, shape in ((jnp.float32, (210, 190)), (jnp.float64, (190, 230)), (jnp.complex128, (185, 185))):
    a = jax.random.normal(jax.random.key(5), shape, dtype=dtype)
    u, s, vt = jnp.linalg.svd(a)
    k = min(shape)
    near = jnp.max(jnp.abs((u[:, :k] * s) @ vt[:k] - a)) < 1000 * jnp.finfo(dtype).eps
    parts = (u.real, u.imag, s, vt.real, vt.imag)
    bits = [lax.bitcast_convert_type(x, jnp.uint32 if x.dtype.itemsize == 4 else jnp.uint64).astype(jnp.uint64).reshape(-1) for x in parts]
    print(dtype.__name__, near, sum((b * jnp.arange(1, 2 * b.size, 2, dtype=jnp.uint64)).sum() for b in bits))
# CHECK: float32 True
# CHECK: float64 True
# CHECK: complex128 True
