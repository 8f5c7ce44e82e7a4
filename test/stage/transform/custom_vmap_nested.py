# custom_vmap inside custom_vjp and custom_jvp, whose attributes it shares; branches, loops, axes, trees; errors.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
from jax import lax
from jax.custom_batching import custom_vmap, sequential_vmap

x = jnp.arange(3.0)


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


@jax.custom_vjp
@custom_vmap
def g(x, y):
    return jnp.sin(x) * y


@g.def_vmap
def g_rule(n, batched, xs, ys):
    return jnp.cos(xs) * ys, True


g.defvjp(lambda x, y: (g(x, y), (jnp.cos(x), jnp.sin(x), y)), lambda r, ct: (r[0] * ct * r[2], r[1] * ct))
print(jax.vmap(g)(jnp.zeros(3), jnp.ones(3)), jax.grad(g)(0.0, 1.0))
print(jax.vmap(jax.value_and_grad(g))(jnp.zeros(3), jnp.ones(3)))
print(jax.value_and_grad(lambda a: jax.vmap(g, (0, None))(a, 2.0).sum())(x))


@custom_vmap
@jax.custom_jvp
def h(x):
    return x * 2


h.defjvp(lambda primals, tangents: (h(primals[0]), 3 * tangents[0]))
h.def_vmap(lambda n, b, xs: (xs * 2, True))
print(jax.jvp(h, (x,), (x,)), jax.vmap(h)(x))
show(lambda: g.defother)


@custom_vmap
def f(x, y):
    return jnp.sin(x) * y


show(lambda: f(1.0, 2.0))
f.def_vmap(lambda n, b, xs, ys: (jnp.cos(xs) * ys, True))
show(lambda: f(1.0))
print(jax.vmap(f, (1, None), 1)(jnp.ones((2, 3)), jnp.float32(2)))
print(jax.vmap(lambda a: lax.cond(a > 1, lambda q: f(q, q), lambda q: q, a))(x))
print(jax.vmap(lambda a: lax.while_loop(lambda q: q < 2, lambda q: q + 1 + f(q, q) ** 2, a))(x))


@custom_vmap
def k(x):
    return x


k.def_vmap(lambda n, b, x: ((x, x), True))
show(lambda: jax.vmap(k)(x))
k.def_vmap(lambda n, b, x: ((x, x), (True, True)))
show(lambda: jax.vmap(k)(x))
k.def_vmap(lambda n, b, x: (x.sum(), False))
show(lambda: jax.vmap(k, out_axes=None)(x))


@sequential_vmap
def s(x, y):
    jax.debug.print("{} {}", x, y)
    return x + 1, y


print(jax.vmap(jax.vmap(s, (0, None)), (None, 0))(x[:2], x[:2]))

#CHECK{LITERAL}:[1. 1. 1.] 1.0
#CHECK-NEXT{LITERAL}:(Array([1., 1., 1.], dtype=float32), Array([1., 1., 1.], dtype=float32))
#CHECK-NEXT{LITERAL}:(Array(2.2483108, dtype=float32), Array([ 2.       ,  1.0806046, -0.8322937], dtype=float32))
#CHECK-NEXT{LITERAL}:(Array([0., 2., 4.], dtype=float32), Array([0., 3., 6.], dtype=float32)) [0. 2. 4.]
#CHECK-NEXT{LITERAL}:AttributeError: 'function' object has no attribute 'defother'
#CHECK-NEXT{LITERAL}:AttributeError: No batching rule defined for custom_vmap function f using def_vmap.
#CHECK-NEXT{LITERAL}:TypeError: The input arguments to the custom_vmap-decorated function f could not be resolved to positional-only arguments. Binding failed with the error:
#CHECK-NEXT{LITERAL}:missing a required argument: 'y'
#CHECK-NEXT{LITERAL}:[[1.0806046 1.0806046 1.0806046]
#CHECK-NEXT{LITERAL}: [1.0806046 1.0806046 1.0806046]]
#CHECK-NEXT{LITERAL}:[ 0.         1.        -0.8322937]
#CHECK-NEXT{LITERAL}:[2.2919266 2.2919266 2.       ]
#CHECK-NEXT{LITERAL}:ValueError: structure of output value and output batching specification returned by custom vmap rule (<lambda>) do not match.
#CHECK-NEXT{LITERAL}:Output values: PyTreeDef((*, *))
#CHECK-NEXT{LITERAL}:Batching spec: PyTreeDef(*)
#CHECK-NEXT{LITERAL}:ValueError: structure of output returned by custom vmap rule (<lambda>) does not match that of original custom-vmapped function.
#CHECK-NEXT{LITERAL}:Original output: PyTreeDef(*)
#CHECK-NEXT{LITERAL}:Rule output: PyTreeDef((*, *))
#CHECK-NEXT{LITERAL}:3.0
#CHECK-NEXT{LITERAL}:0.0 0.0
#CHECK-NEXT{LITERAL}:0.0 1.0
#CHECK-NEXT{LITERAL}:1.0 0.0
#CHECK-NEXT{LITERAL}:1.0 1.0
#CHECK-NEXT{LITERAL}:(Array([[1., 2.],
#CHECK-NEXT{LITERAL}:       [1., 2.]], dtype=float32), Array([[0., 0.],
#CHECK-NEXT{LITERAL}:       [1., 1.]], dtype=float32))
