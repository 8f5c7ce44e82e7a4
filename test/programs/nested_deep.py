# Transformations nested deep: six derivatives, eight maps, Jacobians of Jacobians through a scan.
# modes: O3
import jax, jax.numpy as jnp
from jax import grad, lax, vmap


def f(x):
    y = x
    for _ in range(10):
        y = jnp.sin(y) + x * 0.1
    return y


g = f
for _ in range(6):
    g = grad(g)
    print(g(1.0))
h = lambda x: jnp.sin(x) * x
for _ in range(8):
    h = vmap(h)
print(h(jnp.ones((2,) * 8)).sum())
s = lambda x: lax.scan(lambda c, a: (jnp.sin(c * a), c), x, jnp.arange(1.0, 5.0))[1].sum()
print(jax.jacfwd(jax.jacrev(s))(jnp.arange(3.0)))
print(jax.jacrev(jax.jacfwd(s))(jnp.arange(3.0)))
print(jax.jit(jax.hessian(jax.jit(s)))(jnp.arange(3.0)))
