import jax, jax.numpy as jnp
from typing import NamedTuple


class State(NamedTuple):
    w: jax.Array
    step: int


def f(x, n):
    y = x * 2
    z = {"a": y + 1, "k": n}
    jax.debug.breakpoint()
    return y + z["a"]


def body(s, x):
    jax.debug.breakpoint(num_frames=1)
    return State(s.w + x, s.step + 1), s.w.sum()


print(jax.jit(f, static_argnums=1)(jnp.arange(3.0), 4))
print(jax.lax.scan(body, State(jnp.ones(2), 0), jnp.arange(2.0))[1])
