# Jaxprs of functions that close over arrays.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

W = jnp.arange(6.0).reshape(2, 3)


def table(x):
    def body(c, t):
        return c * jnp.array([0.5, t]), c
    return lax.scan(body, W @ x, jnp.arange(3.0))


tabled = jax.make_jaxpr(table)(jnp.ones(3))
print(len(tabled.jaxpr.eqns), jax.core.eval_jaxpr(tabled.jaxpr, tabled.consts, jnp.ones(3)))
print(jax.make_jaxpr(lambda m, v: (m + v) * v / 2.0)(jnp.ones((4, 3)), jnp.ones(3)))
