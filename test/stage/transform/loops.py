# scan, while_loop, fori_loop, map, associative_scan: carries, structures, weak types, derivatives.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import lax

print(lax.while_loop(lambda c: c < 3, lambda c: c + 1.0, 0))
print(lax.while_loop(lambda c: c[0] < 5, lambda c: (c[0] + 1, c[1] * 2), (0, 1.0)))
print(lax.scan(lambda c, x: (c + x, c * x), 0.0, jnp.arange(5.0)))
print(lax.scan(lambda c, x: (c + 1, (c, None)), 0, None, length=4))
print(lax.scan(lambda c, x: (c + x["a"], c), jnp.zeros(2), {"a": jnp.ones((3, 2))}, reverse=True))
print(lax.scan(lambda c, x: (c, x), None, jnp.arange(3), unroll=2), lax.scan(lambda c, x: (c, None), 1, jnp.zeros((0, 2))))
print(lax.fori_loop(0, 5, lambda i, x: x + i, 0), lax.fori_loop(3, 1, lambda i, x: x + i, 7))
print(lax.fori_loop(0, jnp.array(5), lambda i, x: x + i, jnp.ones(2)))
print(jax.jit(lambda n: lax.fori_loop(0, n, lambda i, x: x * 2, 1.0))(5))
print(lax.map(lambda x: x**2, jnp.arange(5)), lax.map(lambda x: x**2, jnp.arange(5), batch_size=2))
print(lax.associative_scan(lambda a, b: 2 * a + 3 * b, jnp.arange(1, 8)))
print(lax.associative_scan(jnp.add, jnp.arange(1, 9.0), reverse=True))
print(jax.grad(lambda x: lax.scan(lambda c, t: (c * x + t, None), 1.0, jnp.arange(3.0))[0])(2.0))
print(jax.grad(lambda x: lax.fori_loop(0, 3, lambda i, v: v * x, 1.0))(2.0))


def body(c, x):
    print("tracing the body", c, x)
    return c + x, c


print(lax.scan(body, 0, jnp.arange(3)))
print(jax.jit(lambda s: lax.scan(lambda c, _: (c + s, lax.scan(lambda d, _: (d + c, d), s, None, 2)[0]), s, None, 3))(1.0))

#CHECK{LITERAL}:3.0
#CHECK-NEXT{LITERAL}:(Array(5, dtype=int32, weak_type=True), Array(32., dtype=float32, weak_type=True))
#CHECK-NEXT{LITERAL}:(Array(10., dtype=float32), Array([ 0.,  0.,  2.,  9., 24.], dtype=float32))
#CHECK-NEXT{LITERAL}:(Array(4, dtype=int32, weak_type=True), (Array([0, 1, 2, 3], dtype=int32, weak_type=True), None))
#CHECK-NEXT{LITERAL}:(Array([3., 3.], dtype=float32), Array([[2., 2.],
#CHECK-NEXT{LITERAL}:       [1., 1.],
#CHECK-NEXT{LITERAL}:       [0., 0.]], dtype=float32))
#CHECK-NEXT{LITERAL}:(None, Array([0, 1, 2], dtype=int32)) (1, None)
#CHECK-NEXT{LITERAL}:10 7
#CHECK-NEXT{LITERAL}:[11. 11.]
#CHECK-NEXT{LITERAL}:32.0
#CHECK-NEXT{LITERAL}:[ 0  1  4  9 16] [ 0  1  4  9 16]
#CHECK-NEXT{LITERAL}:[  1   8  25  70 155 224 469]
#CHECK-NEXT{LITERAL}:[36. 35. 33. 30. 26. 21. 15.  8.]
#CHECK-NEXT{LITERAL}:13.0
#CHECK-NEXT{LITERAL}:12.0
#CHECK-NEXT{LITERAL}:tracing the body JitTracer(~int32[]) JitTracer(int32[])
#CHECK-NEXT{LITERAL}:(Array(3, dtype=int32), Array([0, 0, 1], dtype=int32, weak_type=True))
#CHECK-NEXT{LITERAL}:(Array(4., dtype=float32, weak_type=True), Array([3., 5., 7.], dtype=float32, weak_type=True))
