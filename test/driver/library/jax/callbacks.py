"""Callbacks are staged."""
# modes: interp O0 O3
import jax, jax.numpy as jnp, numpy as np
from jax.experimental import io_callback
def host(x):
    return (np.sin(x) * 2).astype(np.float32)
@jax.jit
def f(x):
    y = jax.pure_callback(host, jax.ShapeDtypeStruct(x.shape, x.dtype), x)
    return y + 1
print(f(jnp.arange(3.0)))
print(jax.pure_callback(host, jax.ShapeDtypeStruct((2,), jnp.float32), jnp.ones(2)))
print(jax.vmap(lambda x: jax.pure_callback(host, jax.ShapeDtypeStruct((), jnp.float32), x, vmap_method="sequential"))(jnp.arange(4.0)))
def show(x, name):
    print(f"{name}: mean {float(x.mean()):.3f}", x.shape, x)
    if x[0] > 1:
        print("large")
@jax.jit
def g(x):
    jax.debug.callback(show, x, "x")
    jax.debug.callback(lambda a, b: print("sum", a + b), x[0], b=x[1])
    return x * 2
print(g(jnp.array([0.5, 1.5])))
print(g(jnp.array([1.5, 1.5])))
def body(i, s):
    jax.debug.callback(lambda i, s: print(f"step {i}: {s:.2f}"), i, s)
    return s * 1.5
print(jax.lax.fori_loop(0, 3, body, 1.0))
def step(c, x):
    io_callback(lambda c: print("c =", int(c)), None, c, ordered=True)
    return c + x, c
print(jax.lax.scan(step, 0, jnp.arange(3)))
print(jax.jit(lambda x: io_callback(lambda x: np.float32(x.sum()), jax.ShapeDtypeStruct((), jnp.float32), x))(jnp.ones(3)))
try:
    jax.grad(lambda x: jax.pure_callback(host, jax.ShapeDtypeStruct((), jnp.float32), x))(1.0)
except ValueError as e:
    print(e)
try:
    jax.jit(lambda x: jax.pure_callback(lambda x: x[None], jax.ShapeDtypeStruct((3,), jnp.float32), x))(jnp.ones(3))
except Exception as e:
    print("shape")
print(jax.grad(lambda x: (jax.debug.callback(lambda x: print("x", x), x), x ** 2)[1])(3.0))
log = []
jax.debug.callback(lambda x: log.append(float(x)), 2.0)
print(log)
# What a callback gets are arrays of JAX.
@jax.jit
def h(x):
    jax.debug.callback(lambda v: print(repr(v), type(v).__name__, repr(v[0]), repr(v.sum())), x)
    return jax.pure_callback(lambda v: (print(repr(v)), v * 2)[1], jax.ShapeDtypeStruct(x.shape, x.dtype), x)
print(h(jnp.arange(3.0)))
jax.debug.callback(lambda v: print(repr(v)), 3)
jax.debug.callback(lambda v: print(repr(v)), np.arange(3))
