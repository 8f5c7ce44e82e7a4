# Derivative rules of the program: custom_jvp, custom_vjp, under every transformation.
# modes: interp O3
import jax, jax.numpy as jnp
from jax import grad, vmap, jit, lax
@jax.custom_jvp
def f(x):
    return jnp.sin(x) * 2
@f.defjvp
def f_jvp(primals, tangents):
    x, = primals; t, = tangents
    return f(x), 10. * t * jnp.cos(x)
print(f(1.0), grad(f)(1.0), grad(grad(f))(1.0), grad(grad(grad(f)))(1.0))
print(jax.jvp(f, (1.0,), (2.0,)))
print(vmap(grad(f))(jnp.arange(3.)), grad(lambda x: vmap(f)(x).sum())(jnp.arange(3.)))
print(jit(grad(jit(f)))(1.0), grad(jit(f))(1.0))
print(grad(lambda x: lax.scan(lambda c, _: (f(c), c), x, None, length=3)[0])(1.0))
print(jax.hessian(lambda x: f(x).sum())(jnp.arange(2.)))
print(jax.jacfwd(f)(jnp.arange(2.)), jax.jacrev(f)(jnp.arange(2.)))
print(grad(lambda x: lax.cond(x > 0, f, lambda x: x, x))(1.0))
print(jax.jvp(lambda x: lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, f(c[1])), (0, x)), (1.0,), (1.0,)) )if 0 else None
print(jax.jvp(lambda x: lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1, f(c[1])), (0, x))[1], (1.0,), (1.0,)))
@jax.custom_vjp
def g(x, y):
    return x * y
def fwd(x, y):
    pass
    return g(x, y), (x, y)
def bwd(r, ct):
    x, y = r
    return ct * y * 100, ct * x
g.defvjp(fwd, bwd)
print(g(2., 3.), grad(g, (0, 1))(2., 3.))
print(vmap(grad(g), (0, None))(jnp.arange(3.), 2.))
print(grad(grad(g))(2., 3.), grad(lambda x: grad(g, 1)(x, 3.))(2.))
try:
    jax.jvp(g, (1., 2.), (1., 1.))
except TypeError as e:
    print(e)
