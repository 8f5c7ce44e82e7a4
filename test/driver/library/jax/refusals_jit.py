"""What jit, tracers and trees refuse.

The lines are what JAX 0.10.2 prints, without the addresses of functions.
"""
# modes: interp
import re

import jax
import jax.numpy as jnp
import numpy as np
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
    lambda: jax.vmap(lambda a: lax.psum(a, "j"), axis_name="i")(x),
    lambda: jax.vmap(lambda a: lax.ppermute(a, "i", [(0, 5)]), axis_name="i")(x),
    lambda: jax.vmap(lambda a: lax.all_gather(a, "j"), axis_name="i")(x),
    lambda: jax.jit(3),
    lambda: jax.jit(lambda x: x)("a"),
    lambda: jax.jit(lambda x: x)(),
    lambda: jax.jit(lambda x: x)(1, 2),
    lambda: jax.jit(lambda x: x, static_argnums=1)(1),
    lambda: jax.jit(lambda x, y: x, static_argnums=1)(1, [1]),
    lambda: jax.jit(lambda x, y: x, static_argnums=1)(1, x),
    lambda: jax.jit(lambda x: x, static_argnames="y")(1),
    lambda: jax.jit(lambda x, y: x, static_argnames="y")(1, y=[1]),
    lambda: jax.jit(lambda x: x, static_argnums="a")(1),
    lambda: jax.jit(lambda x: x, static_argnums=5)(1),
    lambda: jax.jit(lambda x, n: jnp.zeros(n))(1, 2),
    lambda: jax.jit(lambda x: int(x))(1),
    lambda: jax.jit(lambda x: float(x))(1),
    lambda: jax.jit(lambda x: bool(x))(1),
    lambda: jax.jit(lambda x: complex(x))(1),
    lambda: jax.jit(lambda x: range(x))(1),
    lambda: jax.jit(lambda x: [1, 2][x])(1),
    lambda: jax.jit(lambda x: {1: 2}[x])(1),
    lambda: jax.jit(lambda x: x if x > 0 else -x)(1.0),
    lambda: jax.jit(lambda x: x and 1)(1),
    lambda: jax.jit(lambda x: not x)(1),
    lambda: jax.jit(lambda x: np.sin(x))(1.0),
    lambda: jax.jit(lambda x: np.asarray(x))(1.0),
    lambda: jax.jit(lambda x: np.array([x]))(1.0),
    lambda: jax.jit(lambda x: x.item())(1.0),
    lambda: jax.jit(lambda x: x.tolist())(1.0),
    lambda: jax.jit(lambda x: len(x))(1.0),
    lambda: jax.jit(lambda x: [a for a in x])(1.0),
    lambda: jax.jit(lambda x: jnp.arange(x))(3),
    lambda: jax.jit(lambda x: jnp.linspace(0, 1, x))(3),
    lambda: jax.jit(lambda x: jnp.reshape(jnp.arange(6), (x, 2)))(3),
    lambda: jax.jit(lambda x: x[x > 0])(i),
    lambda: jax.jit(lambda x: jnp.nonzero(x))(i),
    lambda: jax.jit(lambda x: jnp.unique(x))(i),
    lambda: jax.jit(lambda x: jnp.where(x))(i),
    lambda: jax.jit(lambda x: jnp.argwhere(x))(i),
    lambda: jax.jit(lambda x: x[0:x[1]])(i),
    lambda: jax.jit(lambda x: x[:x])(i[1]),
    lambda: jax.jit(lambda x: jnp.repeat(x, x))(i),
    lambda: jax.jit(lambda x: jnp.split(i, x))(3),
    lambda: jax.jit(lambda x: hash(x))(1),
    lambda: jax.jit(lambda x: set([x]))(1),
    lambda: jax.jit(lambda x, *, k: x)(1),
    lambda: jax.custom_jvp(lambda x: x)(1.0),
    lambda: jax.jvp(jax.custom_jvp(lambda x: x), (1.0,), (1.0,)),
    lambda: jax.custom_vjp(lambda x: x)(1.0),
    lambda: jax.grad(jax.custom_vjp(lambda x: x))(1.0),
    lambda: jax.eval_shape(lambda x: x @ x, x),
    lambda: jax.eval_shape(lambda x: x, "a"),
    lambda: jax.make_jaxpr(lambda x: x)("a"),
    lambda: jax.tree.map(lambda a, b: a, [1, 2], [1]),
    lambda: jax.tree.map(lambda a, b: a, [1, 2], (1, 2)),
    lambda: jax.tree.map(lambda a, b: a, {"a": 1}, {"b": 1}),
    lambda: jax.tree.map(lambda a, b: a, {"a": 1, "b": 2}, {"b": 1}),
    lambda: jax.tree.unflatten(jax.tree.structure([1, 2]), [1]),
    lambda: jax.tree.unflatten(jax.tree.structure([1, 2]), [1, 2, 3]),
    lambda: jax.tree.reduce(lambda a, b: a + b, []),
    lambda: jax.tree.transpose(jax.tree.structure([1]), jax.tree.structure([1, 2]), [1]),
    lambda: jax.block_until_ready(),
    lambda: jax.device_put(),
    lambda: jax.device_get(),
    lambda: jax.config.update("odd", 1),
    lambda: jax.config.odd,
    lambda: jax.odd,
    lambda: jnp.odd,
    lambda: jax.nn.odd,
    lambda: jax.lax.odd,
    lambda: jax.random.odd,
    lambda: jax.numpy.linalg.odd,
    lambda: x.odd,
    lambda: jax.devices("odd"),
    lambda: jax.debug.print("{x}", 1),
    lambda: jax.debug.print("{}"),
    lambda: jax.debug.print(1),
)
