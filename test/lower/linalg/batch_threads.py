# Batches of factorisations: the same bits from any number of threads and from one loop; what they factor comes back.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && FileCheck %s < %t.1
# RUN: env CJAX_NUM_THREADS=2 %t | diff %t.1 -
# RUN: env CJAX_NUM_THREADS=7 %t | diff %t.1 -
# RUN: cjaxc --no-threads %s -o %t && %t | diff %t.1 -
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)
key = jax.random.key(3)


def bits(*arrays):
    total = jnp.uint64(0)
    for x in arrays:
        parts = (x.real, x.imag) if jnp.iscomplexobj(x) else (x,)
        for y in parts:
            b = lax.bitcast_convert_type(y, jnp.uint32 if y.dtype.itemsize == 4 else jnp.uint64).astype(jnp.uint64).reshape(-1)
            total += (b * jnp.arange(1, 2 * b.size, 2, dtype=jnp.uint64)).sum()
    return total


def close(x, y):
    return jnp.max(jnp.abs(x - y)) < 1000 * jnp.finfo(x.dtype).eps


# 1,003 and 35: the last part has a rest; 40 of 33 x 33 are one by one.
for dtype, batch, n in ((jnp.float32, 1003, 8), (jnp.float64, 1003, 8), (jnp.float64, 35, 16), (jnp.float32, 40, 33), (jnp.complex128, 300, 5)):
    a = jax.random.normal(key, (batch, n, n), dtype=dtype)
    one = jnp.eye(n, dtype=dtype)
    s = a @ a.mT.conj() + n * one
    c = jnp.linalg.cholesky(s)
    q, r = jnp.linalg.qr(a)
    w, v = jnp.linalg.eigh(s)
    u, d, vt = jnp.linalg.svd(a)
    l, z = jnp.linalg.eig(a)
    x = jnp.linalg.solve(s, a)
    lu = jax.scipy.linalg.lu(a)
    t = lax.linalg.triangular_solve(c, a, left_side=True, lower=True)
    good = [close(c @ c.mT.conj(), s), close(q @ r, a), close((v * w[:, None, :]) @ v.mT.conj(), s), close((u * d[:, None, :]) @ vt, a),
            close(a @ z, z * l[:, None, :]), close(s @ x, a), close(lu[0] @ lu[1] @ lu[2], a), close(c @ t, a)]
    print(dtype.__name__, batch, n, all(good), bits(c, q, r, w, v, u, d, vt, l, z, x, t, *lu), bits(jnp.linalg.svd(a, compute_uv=False), jnp.linalg.eigvals(a)))
# CHECK: float32 1003 8 True
# CHECK: float64 1003 8 True
# CHECK: float64 35 16 True
# CHECK: float32 40 33 True
# CHECK: complex128 300 5 True
