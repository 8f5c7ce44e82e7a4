"""What indices, methods and conversions of arrays refuse.

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
    lambda: x["a"],
    lambda: x[1.5],
    lambda: x[i, i, i],
    lambda: x[jnp.array([0.5])],
    lambda: x[b],
    lambda: x[..., ...],
    lambda: x[[0, 1]],
    lambda: x[(0, "a")],
    lambda: x[0:2:0],
    lambda: x[{}],
    lambda: x[None, None, 0, 0, 0],
    lambda: float(x),
    lambda: int(x),
    lambda: bool(x),
    lambda: len(x[0, 0]),
    lambda: iter(x[0, 0]),
    lambda: list(x[0, 0]),
    lambda: x.item(),
    lambda: i.item(),
    lambda: x.item(7),
    lambda: hash(x),
    lambda: {x: 1},
    lambda: "%f" % x,
    lambda: f"{x:.2f}",
    lambda: [1, 2, 3][i],
    lambda: [1, 2, 3][x[0, 0]],
    lambda: range(x[0, 0]),
    lambda: range(i),
    lambda: (x,) * i,
    lambda: x.at[0].add("a"),
    lambda: x.at[0].set(i[:2]),
    lambda: x.at[0].odd(1),
    lambda: x.at[0, 0, 0].set(1),
    lambda: x.at["a"].set(1),
    lambda: x.at[b].set(1),
    lambda: x.at.set(1),
    lambda: x.at[0].get(mode="odd"),
    lambda: x.at[0].set(1, mode="odd"),
    lambda: x.reshape(4, 2),
    lambda: x.astype(1.5),
    lambda: x.sum(axis=3),
    lambda: x.argmax(axis=2),
    lambda: x.T(1),
    lambda: x.dot(x),
    lambda: x.transpose(0),
    lambda: x.squeeze(0),
    lambda: x.clip("a"),
    lambda: x.round("a"),
    lambda: x.swapaxes(0, 2),
    lambda: x.repeat(-1),
    lambda: x.sort(axis=2),
    lambda: x.take(1.5),
    lambda: x.view("abc"),
    lambda: x.fill(1),
    lambda: x.resize(2),
    lambda: x.copy_(),
    lambda: x.__setitem__(0, 1),
    lambda: x.__delitem__(0),
)
