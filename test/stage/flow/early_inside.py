# Shapes in traced functions may follow from numbers that are known outside of them, however deep.
# RUN: cjaxc run %s | FileCheck %s
import jax
import jax.numpy as jnp

n = int(jnp.sum(jnp.ones(3)))
best = int(jnp.argmax(jnp.array([1.0, 3.0, 2.0])))


def f(x):
    m = n * 2 - 1

    def g(y):
        k = m + n
        return jnp.arange(k).sum() * y

    return jax.vmap(g)(x).sum() + m


# CHECK: 61.0 61.0 [28. 28.]
print(f(jnp.ones(2)), jax.jit(f)(jnp.ones(2)), jax.grad(f)(jnp.ones(2)))
# CHECK-NEXT: 1.0 0.5
print(jax.grad(lambda s: jnp.sum(jnp.arange(best + 1) * s))(1.0),
      jax.grad(lambda s: jnp.mean(jnp.linspace(0, 1, best + 1) * s))(1.0))
# CHECK-NEXT: ConcretizationTypeError
try:
    jax.jit(lambda x: jnp.arange(int(x) + n))(3)
except Exception as e:
    print(type(e).__name__)
