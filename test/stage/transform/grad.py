# grad and value_and_grad: argnums, auxiliary data, structures, nesting, tracers shown.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import grad, value_and_grad


def energy(x, k=2.0):
    return 0.5 * k * jnp.sum(x**2)


x = jnp.array([0.3, -0.7, 1.1])
print(grad(energy)(x), value_and_grad(energy)(x), grad(energy, argnums=1)(x, 3.0))
print(grad(energy, argnums=(0, 1))(x, 3.0), grad(energy, argnums=-1)(x, 3.0), grad(grad(grad(lambda t: t**4)))(2.0))


def loss(p, data):
    residual = p["a"] * data[0] + p["b"] - data[1]
    return jnp.mean(residual**2), {"worst": jnp.abs(residual).max(), "n": residual.size, "text": "aux"}


p = {"a": 1.0, "b": jnp.array(0.5)}
data = (jnp.arange(4.0), jnp.array([1.0, 3.0, 5.0, 7.0]))
print(grad(loss, has_aux=True)(p, data))
print(value_and_grad(loss, has_aux=True)(p, data))


def shown(x):
    print("x is", x)
    return x * 3


print(grad(shown)(2.0), grad(shown)(4.0))
print(grad(lambda x: jnp.sum(jax.jit(jnp.square)(x) * x))(jnp.arange(3.0)))
print(grad(lambda x: jax.lax.stop_gradient(x) * x)(3.0), grad(lambda x: 2.0)(1.0), value_and_grad(lambda x: 2.0)(1.0))


def clipped(x):
    if x > 1:
        return jnp.ones_like(x)
    return x


print(grad(clipped)(0.5), grad(clipped)(3.0), jax.jit(grad(lambda w: w @ w))(jnp.arange(2.0)))
print(grad(jax.checkpoint(lambda x: x**3))(2.0), grad(lambda x: grad(lambda y: x * y**2)(x) + x)(3.0))

#CHECK{LITERAL}:[ 0.6 -1.4  2.2] (Array(1.79, dtype=float32), Array([ 0.6, -1.4,  2.2], dtype=float32)) 0.895
#CHECK-NEXT{LITERAL}:(Array([ 0.90000004, -2.1       ,  3.3000002 ], dtype=float32), Array(0.895, dtype=float32, weak_type=True)) 0.895 48.0
#CHECK-NEXT{LITERAL}:({'a': Array(-8.5, dtype=float32, weak_type=True), 'b': Array(-4., dtype=float32, weak_type=True)}, {'n': 4, 'text': 'aux', 'worst': Array(3.5, dtype=float32)})
#CHECK-NEXT{LITERAL}:((Array(5.25, dtype=float32), {'n': 4, 'text': 'aux', 'worst': Array(3.5, dtype=float32)}), {'a': Array(-8.5, dtype=float32, weak_type=True), 'b': Array(-4., dtype=float32, weak_type=True)})
#CHECK-NEXT{LITERAL}:x is GradTracer(primal=2.0, typeof(tangent)=f32[])
#CHECK-NEXT{LITERAL}:x is GradTracer(primal=4.0, typeof(tangent)=f32[])
#CHECK-NEXT{LITERAL}:3.0 3.0
#CHECK-NEXT{LITERAL}:[ 0.  3. 12.]
#CHECK-NEXT{LITERAL}:3.0 0.0 (2.0, Array(0., dtype=float32, weak_type=True))
#CHECK-NEXT{LITERAL}:1.0 0.0 [0. 2.]
#CHECK-NEXT{LITERAL}:12.0 13.0
