"""Doc."""
from __future__ import annotations
import jax, jax.numpy as jnp
import optax
from jax.numpy import foo, sin
import numpy as np

x = jnp.summ(jnp.ones(3))
y = x + 1
z = sin(y)
w = jnp.ones((2, 3)) + jnp.ones(4)
opt = optax.adam(1e-3)
state = opt.init(w)


def f(v, k):
    u = jnp.linalg.foo(v)
    return jnp.sum(v, axes=0) + jax.lax.bar.baz(u)


async def g():
    await f()


print(f(1, 2))
q = f(w, 2)
ok = jnp.ones(3)
print(ok.sum())
if __name__ == "__main__":
    a = jnp.nope(1)
    print(a)
    b = jnp.nope2(1)
