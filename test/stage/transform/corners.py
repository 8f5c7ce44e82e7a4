# ravel_pytree: of leaves of one dtype the way back takes any; corners of scan, map and collectives; what is refused.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax, jax.numpy as jnp
from jax.flatten_util import ravel_pytree
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__ + ":", e)
v, u = ravel_pytree({"a": jnp.arange(2), "b": [jnp.ones((1, 2), jnp.int32)]})
print(v, u(v * 0.5), u(v))
show(lambda: u(jnp.ones(3)))
v, u = ravel_pytree({"a": jnp.arange(2), "b": 1.5, "c": None})
print(repr(v), u(v * 2))
show(lambda: u(jnp.ones(4)))
show(lambda: u(jnp.arange(3)))
v, u = ravel_pytree({})
print(repr(v), u(v))
print(repr(ravel_pytree((1.0, 2.0))[0]), repr(ravel_pytree(3)[0]))
x = jnp.arange(4.0)
for unroll in (-1, 0, True, 100):
    show(lambda: jax.lax.scan(lambda c, a: (c + a, c * a), 0.0, x, unroll=unroll))
show(lambda: jax.lax.map(lambda a: a * 2, x, batch_size=0))
show(lambda: jax.lax.map(lambda a: a * 2, x, batch_size=3))
show(lambda: jax.vmap(lambda a: jax.lax.psum(a, "i", axis_index_groups=[[0, 1], [2, 3]]), axis_name="i")(x))
show(lambda: jax.grad(lambda a: a, argnums="0")(2.0))
show(lambda: jax.grad(lambda a, b: a * b, argnums=(-1, 0))(2.0, 3.0))
show(lambda: jax.lax.split(x, (1, 2)))
show(lambda: jax.lax.split(x.reshape(2, 2), (1, 2), axis=1))

#CHECK{LITERAL}:[0 1 1 1] {'a': Array([0. , 0.5], dtype=float32, weak_type=True), 'b': [Array([[0.5, 0.5]], dtype=float32, weak_type=True)]} {'a': Array([0, 1], dtype=int32), 'b': [Array([[1, 1]], dtype=int32)]}
#CHECK-NEXT{LITERAL}:ValueError: Sum of sizes 4 must be equal to dimension 0 of the operand shape [3]
#CHECK-NEXT{LITERAL}:Array([0. , 1. , 1.5], dtype=float32) {'a': Array([0, 2], dtype=int32), 'b': Array(3., dtype=float32), 'c': None}
#CHECK-NEXT{LITERAL}:ValueError: Sum of sizes 3 must be equal to dimension 0 of the operand shape [4]
#CHECK-NEXT{LITERAL}:TypeError: unravel function given array of dtype int32, but expected dtype float32
#CHECK-NEXT{LITERAL}:Array([], shape=(0,), dtype=float32) {}
#CHECK-NEXT{LITERAL}:Array([1., 2.], dtype=float32, weak_type=True) Array([3], dtype=int32, weak_type=True)
#CHECK-NEXT{LITERAL}:ValueError: `unroll` must be a `bool` or a non-negative `int`.
#CHECK-NEXT{LITERAL}:(Array(6., dtype=float32), Array([0., 0., 2., 9.], dtype=float32))
#CHECK-NEXT{LITERAL}:(Array(6., dtype=float32), Array([0., 0., 2., 9.], dtype=float32))
#CHECK-NEXT{LITERAL}:(Array(6., dtype=float32), Array([0., 0., 2., 9.], dtype=float32))
#CHECK-NEXT{LITERAL}:[0. 2. 4. 6.]
#CHECK-NEXT{LITERAL}:[0. 2. 4. 6.]
#CHECK-NEXT{LITERAL}:NotImplementedError: axis_index_groups not supported in vmap collectives. Please open a feature request!
#CHECK-NEXT{LITERAL}:TypeError: 'str' object cannot be interpreted as an integer
#CHECK-NEXT{LITERAL}:(Array(2., dtype=float32, weak_type=True), Array(3., dtype=float32, weak_type=True))
#CHECK-NEXT{LITERAL}:ValueError: Sum of sizes 3 must be equal to dimension 0 of the operand shape [4]
#CHECK-NEXT{LITERAL}:ValueError: Sum of sizes 3 must be equal to dimension 1 of the operand shape [2, 2]
