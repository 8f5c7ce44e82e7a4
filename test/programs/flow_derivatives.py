# Derivatives through branches and loops of Python.
import jax, jax.numpy as jnp
def f(x):
    for i in range(20):
        x = jnp.sin(x) * 1.1
        if x > 0.9:
            break
    return x
print(jax.grad(f)(jnp.array(0.3)))
def h(x):
    if x > 0:
        return x ** 2
    return -x
print(jax.grad(h)(2.0), jax.grad(h)(-2.0), jax.vmap(jax.grad(lambda v: jnp.where(v > 0, v**2, -v)))(jnp.array([1., -1.])))
def k(w):
    s = 0.0
    for i in range(10):
        s += w[i] ** 2 * i
    return s
print(jax.grad(k)(jnp.arange(10.0)))
print(jax.jit(jax.grad(k))(jnp.arange(10.0)))
print(jax.jacfwd(f)(0.3), jax.hessian(k)(jnp.ones(10)).diagonal())
