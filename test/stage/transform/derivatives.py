# vjp, jvp, linearize, jacfwd, jacrev, hessian.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import grad, hessian, jacfwd, jacrev, jit, jvp, linearize, vjp, vmap

f = lambda p: {"a": p["x"] ** 2 * p["y"], "b": (p["y"] ** 2, 3.0)}
p = {"x": jnp.array([1.0, 2.0]), "y": 2.0}
out, pull = vjp(f, p)
print(out)
print(pull({"a": jnp.ones(2), "b": (1.0, 0.0)}), pull({"a": jnp.zeros(2), "b": (1.0, 0.0)}))
print(jvp(f, (p,), ({"x": jnp.ones(2), "y": 1.0},)))
out, push = linearize(f, p)
print(push({"x": jnp.ones(2), "y": 1.0}))
g = lambda x, y: jnp.stack([x[0] * y, x[1] ** 2, y * 3])
print(jacfwd(g, argnums=(0, 1))(jnp.array([1.0, 2.0]), 3.0))
print(jacrev(g, argnums=(0, 1))(jnp.array([1.0, 2.0]), 3.0))
print(jacrev(lambda d: {"s": d["x"] * 2, "t": d["y"].sum()})({"x": jnp.array([1.0, 2.0]), "y": jnp.ones((2, 2))}))
print(hessian(lambda x, y: jnp.sum(x**3) * y, argnums=(0, 1))(jnp.array([1.0, 2.0]), 3.0))
out, pull, aux = vjp(lambda x: (x**2, {"n": x + 1, "s": "hello"}), 3.0, has_aux=True)
print(out, pull(1.0), aux)
print(jvp(lambda x: (x**2, x + 1), (3.0,), (1.0,), has_aux=True))
print(vmap(lambda t: vjp(jnp.square, t)[1](1.0)[0])(jnp.arange(3.0)))
print(jit(lambda x: vjp(jnp.square, x)[1])(2.0)(1.0), jit(lambda x: vjp(jnp.square, x)[1](1.0)[0])(0.5))
print(jax.jacobian(jnp.cumsum)(jnp.arange(3.0)))
hvp = lambda f, at, d: jvp(grad(f), (at,), (d,))[1]
print(hvp(lambda x: jnp.sum(x**3), jnp.arange(3.0), jnp.array([1.0, 0.0, -1.0])))

#CHECK{LITERAL}:{'a': Array([2., 8.], dtype=float32), 'b': (Array(4., dtype=float32, weak_type=True), 3.0)}
#CHECK-NEXT{LITERAL}:({'x': Array([4., 8.], dtype=float32), 'y': Array(9., dtype=float32, weak_type=True)},) ({'x': Array([0., 0.], dtype=float32), 'y': Array(4., dtype=float32, weak_type=True)},)
#CHECK-NEXT{LITERAL}:({'a': Array([2., 8.], dtype=float32), 'b': (Array(4., dtype=float32, weak_type=True), 3.0)}, {'a': Array([ 5., 12.], dtype=float32), 'b': (Array(4., dtype=float32, weak_type=True), Array(0., dtype=float32, weak_type=True))})
#CHECK-NEXT{LITERAL}:{'a': Array([ 5., 12.], dtype=float32), 'b': (Array(4., dtype=float32, weak_type=True), Array(0., dtype=float32, weak_type=True))}
#CHECK-NEXT{LITERAL}:(Array([[3., 0.],
#CHECK-NEXT{LITERAL}:       [0., 4.],
#CHECK-NEXT{LITERAL}:       [0., 0.]], dtype=float32), Array([1., 0., 3.], dtype=float32))
#CHECK-NEXT{LITERAL}:(Array([[3., 0.],
#CHECK-NEXT{LITERAL}:       [0., 4.],
#CHECK-NEXT{LITERAL}:       [0., 0.]], dtype=float32), Array([1., 0., 3.], dtype=float32, weak_type=True))
#CHECK-NEXT{LITERAL}:{'s': {'x': Array([[2., 0.],
#CHECK-NEXT{LITERAL}:       [0., 2.]], dtype=float32), 'y': Array([[[0., 0.],
#CHECK-NEXT{LITERAL}:        [0., 0.]],
#CHECK-EMPTY:
#CHECK-NEXT{LITERAL}:       [[0., 0.],
#CHECK-NEXT{LITERAL}:        [0., 0.]]], dtype=float32)}, 't': {'x': Array([0., 0.], dtype=float32), 'y': Array([[1., 1.],
#CHECK-NEXT{LITERAL}:       [1., 1.]], dtype=float32)}}
#CHECK-NEXT{LITERAL}:((Array([[18.,  0.],
#CHECK-NEXT{LITERAL}:       [ 0., 36.]], dtype=float32), Array([ 3., 12.], dtype=float32)), (Array([ 3., 12.], dtype=float32, weak_type=True), Array(0., dtype=float32, weak_type=True)))
#CHECK-NEXT{LITERAL}:9.0 (Array(6., dtype=float32, weak_type=True),) {'n': Array(4., dtype=float32, weak_type=True), 's': 'hello'}
#CHECK-NEXT{LITERAL}:(Array(9., dtype=float32, weak_type=True), Array(6., dtype=float32, weak_type=True), Array(4., dtype=float32, weak_type=True))
#CHECK-NEXT{LITERAL}:[0. 2. 4.]
#CHECK-NEXT{LITERAL}:(Array(4., dtype=float32, weak_type=True),) 1.0
#CHECK-NEXT{LITERAL}:[[1. 0. 0.]
#CHECK-NEXT{LITERAL}: [1. 1. 0.]
#CHECK-NEXT{LITERAL}: [1. 1. 1.]]
#CHECK-NEXT{LITERAL}:[  0.   0. -12.]
