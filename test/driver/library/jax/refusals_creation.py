"""What functions that make arrays refuse.

The lines are what JAX 0.10.2 prints, without the addresses of functions.
"""
# modes: interp
import jax.numpy as jnp
from jax import lax
from refused import b, refused

refused(
    lambda: lax.full((2,), None),
    lambda: lax.full((2,), [1, 2]),
    lambda: lax.full((2,), "abc", jnp.float32),
    lambda: lax.full((2,), None, jnp.float32),
    lambda: jnp.full((2,), "a"),
    lambda: jnp.full((2,), "abc"),
    lambda: jnp.full((2,), "abc", jnp.float32),
    lambda: jnp.full((2,), None),
    lambda: jnp.full((2,), 1, "abc"),
    lambda: jnp.full((2,), jnp.arange(3)),
    lambda: jnp.full((2.5,), 1),
    lambda: jnp.full((-2,), 1),
    lambda: jnp.zeros((2.5,)),
    lambda: jnp.zeros("a"),
    lambda: jnp.zeros((-2,)),
    lambda: jnp.zeros(-2),
    lambda: jnp.ones((2, -2)),
    lambda: jnp.zeros((2,), "abc"),
    lambda: jnp.eye(2.5),
    lambda: jnp.eye(-1),
    lambda: jnp.eye(),
    lambda: jnp.arange(),
    lambda: jnp.arange(0, 5, 0),
    lambda: jnp.arange(1j),
    lambda: jnp.linspace(0, 1, -1),
    lambda: jnp.linspace(0, 1, 2.5),
    lambda: jnp.array("a"),
    lambda: jnp.array(["a", "b"]),
    lambda: jnp.array(None),
    lambda: jnp.array([1, None]),
    lambda: jnp.array([[1, 2], [3]]),
    lambda: jnp.array({}),
    lambda: jnp.array({"a": 1}),
    lambda: jnp.array([1, [2, 3]]),
    lambda: jnp.array(object),
    lambda: jnp.array([1], dtype="abc"),
    lambda: jnp.asarray("a"),
)
