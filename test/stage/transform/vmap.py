# vmap: axes, prefixes, keywords, sizes, nesting with grad and loops.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import grad, lax, vmap

m = jnp.arange(6.0).reshape(2, 3)
print(vmap(lambda x, y: x @ y, in_axes=(0, None))(jnp.ones((3, 2)), jnp.arange(2.0)))
print(vmap(lambda x, y: {"s": x + y, "c": 3, "y": y}, in_axes=(1, None), out_axes={"s": 1, "c": None, "y": None})(m, 2))
print(vmap(lambda x, y: {"s": x + y, "c": 3}, in_axes=(0, None))(jnp.arange(3.0), 2))
print(vmap(lambda d: d["a"] * d["b"], in_axes=({"a": 0, "b": None},))({"a": jnp.arange(3), "b": 10}))
print(vmap(lambda x, k: x + k, in_axes=-1, out_axes=-1)(m, m * 10), vmap(lambda x, *, k: x * k)(jnp.arange(2), k=jnp.arange(2)))
print(vmap(vmap(jnp.dot, (None, 0)), (0, None))(jnp.arange(4.0).reshape(2, 2), m.T))
print(vmap(lambda: 7, axis_size=3)(), vmap(lambda x: x.shape)(m), vmap(jnp.sum)(m))
print(vmap(grad(lambda w, x: (w @ x) ** 2), in_axes=(None, 0))(jnp.array([1.0, 2.0, 3.0]), m))
print(vmap(lambda x: lax.cond(x > 1, lambda v: v * 3, lambda v: v**2, x))(jnp.arange(3.0)))
print(vmap(lambda x: lax.while_loop(lambda c: c < 10, lambda c: c * 2, x))(jnp.array([1.0, 3.0, 20.0])))
print(vmap(lambda x: lax.scan(lambda c, t: (c + t, c * x), 0.0, jnp.arange(3.0)))(jnp.arange(2.0)))
print(grad(lambda w: vmap(lambda x: x * w)(jnp.arange(3.0)).sum())(2.0))

#CHECK{LITERAL}:[1. 1. 1.]
#CHECK-NEXT{LITERAL}:{'c': 3, 's': Array([[2., 3., 4.],
#CHECK-NEXT{LITERAL}:       [5., 6., 7.]], dtype=float32), 'y': 2}
#CHECK-NEXT{LITERAL}:{'c': Array([3, 3, 3], dtype=int32, weak_type=True), 's': Array([2., 3., 4.], dtype=float32)}
#CHECK-NEXT{LITERAL}:[ 0 10 20]
#CHECK-NEXT{LITERAL}:[[ 0. 11. 22.]
#CHECK-NEXT{LITERAL}: [33. 44. 55.]] [0 1]
#CHECK-NEXT{LITERAL}:[[ 3.  4.  5.]
#CHECK-NEXT{LITERAL}: [ 9. 14. 19.]]
#CHECK-NEXT{LITERAL}:[7 7 7] (Array([3, 3], dtype=int32, weak_type=True),) [ 3. 12.]
#CHECK-NEXT{LITERAL}:[[  0.  16.  32.]
#CHECK-NEXT{LITERAL}: [156. 208. 260.]]
#CHECK-NEXT{LITERAL}:[0. 1. 6.]
#CHECK-NEXT{LITERAL}:[16. 12. 20.]
#CHECK-NEXT{LITERAL}:(Array([3., 3.], dtype=float32), Array([[0., 0., 0.],
#CHECK-NEXT{LITERAL}:       [0., 0., 1.]], dtype=float32))
#CHECK-NEXT{LITERAL}:3.0
