"""What grad, jvp, vjp and vmap refuse.

The lines are what JAX 0.10.2 prints, without the addresses of functions.
"""
# modes: interp
import re

import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(6.0).reshape(2, 3)
i = jnp.arange(3)
b = jnp.array([True, False, True])
key = jax.random.key(0)


def refused(*functions):
    for f in functions:
        try:
            f()
            print("ok")
        except Exception as e:
            print(f"{type(e).__name__}: {re.sub(' at 0x[0-9a-f]+', '', str(e).splitlines()[0])}")


refused(
    lambda: jax.grad(lambda x: x, has_aux=True)(1.0),
    lambda: jax.grad(lambda x: (x, x, x), has_aux=True)(1.0),
    lambda: jax.grad(lambda x: None)(1.0),
    lambda: jax.grad(lambda x: "a")(1.0),
    lambda: jax.grad(lambda x: x)(x),
    lambda: jax.grad(lambda x: x)(1),
    lambda: jax.grad(lambda x: x > 0)(1.0),
    lambda: jax.grad(lambda x: x.astype(int))(1.0),
    lambda: jax.grad(lambda x: x * 1j)(1.0),
    lambda: jax.grad(lambda x: x)(1j),
    lambda: jax.grad(lambda x: jnp.sum(x))("a"),
    lambda: jax.grad(lambda x: jnp.sum(x))(None),
    lambda: jax.grad(lambda x, y: x, argnums=2)(1.0, 2.0),
    lambda: jax.grad(lambda x, y: x, argnums=(0, 5))(1.0, 2.0),
    lambda: jax.grad(lambda x, y: x, argnums="a")(1.0, 2.0),
    lambda: jax.grad(lambda x, y: x, argnums=-3)(1.0, 2.0),
    lambda: jax.grad(lambda x: x)(),
    lambda: jax.grad(lambda x: x)(1.0, 2.0),
    lambda: jax.grad(lambda x: x)(x=1.0),
    lambda: jax.grad(3),
    lambda: jax.grad(3)(1.0),
    lambda: jax.grad(lambda x: x, holomorphic=True)(1.0),
    lambda: jax.value_and_grad(lambda x: x, has_aux=True)(1.0),
    lambda: jax.value_and_grad(lambda x: x)(i),
    lambda: jax.jacfwd(lambda x: x)(i),
    lambda: jax.jacrev(lambda x: x)(i),
    lambda: jax.jacfwd(lambda x: x)("a"),
    lambda: jax.hessian(lambda x: x)(i),
    lambda: jax.jvp(lambda x: x, (1.0,), (1,)),
    lambda: jax.jvp(lambda x: x, (1.0,), (x,)),
    lambda: jax.jvp(lambda x: x, 1.0, 1.0),
    lambda: jax.jvp(lambda x: x, (1.0, 2.0), (1.0,)),
    lambda: jax.jvp(lambda x: x, (1.0,), (1.0, 2.0)),
    lambda: jax.vjp(lambda x: x, 1.0)[1](i),
    lambda: jax.vjp(lambda x: x, 1.0)[1]((1.0, 2.0)),
    lambda: jax.vjp(lambda x: x, 1.0)[1](1),
    lambda: jax.vjp(lambda x: (x, x), 1.0)[1](1.0),
    lambda: jax.linearize(lambda x: x, 1.0)[1](i),
    lambda: jax.linearize(lambda x: x, 1.0)[1](1.0, 2.0),
    lambda: jax.vmap(lambda x: x)(1.0),
    lambda: jax.vmap(lambda x, y: x)(x, i),
    lambda: jax.vmap(lambda x: x, in_axes=2)(x),
    lambda: jax.vmap(lambda x: x, in_axes=-3)(x),
    lambda: jax.vmap(lambda x: x, in_axes=(0, 0))(x),
    lambda: jax.vmap(lambda x, y: x, in_axes=(0,))(x, x),
    lambda: jax.vmap(lambda x: x, in_axes=None)(x),
    lambda: jax.vmap(lambda x: x, in_axes="a")(x),
    lambda: jax.vmap(lambda x: x, in_axes=1.5)(x),
    lambda: jax.vmap(lambda x: x, in_axes=({"a": 0},))(x),
    lambda: jax.vmap(lambda x: x, out_axes=2)(x),
    lambda: jax.vmap(lambda x: x, out_axes=(0, 0))(x),
    lambda: jax.vmap(lambda x: x, out_axes=None)(x),
    lambda: jax.vmap(lambda x: x, out_axes=-5)(x),
    lambda: jax.vmap(lambda x: x)(),
    lambda: jax.vmap(lambda x: x, axis_size=4)(x),
    lambda: jax.vmap(lambda x: "a")(x),
    lambda: jax.vmap(lambda x: x)({}),
    lambda: jax.vmap(3)(x),
    lambda: jax.vmap(lambda d: d)({"a": x, "b": i}),
    lambda: jax.vmap(lambda a, b: a, in_axes=(0, 1))(x, x),
    lambda: jax.vmap(lambda a: a, in_axes=0, axis_name="i")(1.0),
    lambda: lax.axis_index("i"),
)
