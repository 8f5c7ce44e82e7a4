# What JAX says of trees whose structures differ: of tree.map, vmap, and of carries and branches.
import functools, dataclasses
import jax
import jax.numpy as jnp
from jax import lax
from typing import NamedTuple


def show(e):
    print("\n".join(line for line in str(e).split("\n") if ".py:" not in line))


try:
    lax.scan(lambda c, x: ({"b": c["a"]}, x), {"a": 0.0}, jnp.ones(3))
except TypeError as e:
    show(e)
@functools.partial(jax.tree_util.register_dataclass, data_fields=["x"], meta_fields=["n"])
@dataclasses.dataclass
class S:
    x: float
    n: int = 3
try:
    jax.tree.map(lambda a, b: a, S(1.0), S(2.0, 4))
except ValueError as e:
    show(e)
try:
    lax.cond(True, lambda: S(1.0), lambda: S(1.0, 4))
except TypeError as e:
    show(e)
try:
    lax.scan(lambda c, _: (S(c.x, 5), None), S(1.0), None, length=2)
except TypeError as e:
    show(e)
try:
    jax.tree.map(lambda a, b: a, {"w": jnp.ones(2), "b": jnp.zeros(2)}, {"w": jnp.ones(2)})
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda a, b: a, {"dense": {"w": 1, "bias": 2}}, {"dense": {"w": 1, "kernel": 2}})
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda a, b: a, {"l": [1, (2, 3)]}, {"l": [1, (2,)]})
except ValueError as e:
    show(e)
class P(NamedTuple):
    a: int
    b: int
class Q(NamedTuple):
    a: int
    b: int
try:
    jax.tree.map(lambda a, b: a, P(1, 2), Q(1, 2))
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda a, b: a, P(1, (2,)), P(1, 2))
except ValueError as e:
    show(e)
try:
    lax.while_loop(lambda c: c.a < 3, lambda c: (c.a + 1, c.b), P(0, 1))
except TypeError as e:
    show(e)
try:
    jax.tree.map(lambda a, b: a, [1, None], [1, 2])
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda a, b: a, {"a": 1, "b": 2}, [1, 2])
except ValueError as e:
    show(e)
try:
    jax.vmap(lambda x, y: x, in_axes=(0, [0, 0]))(jnp.ones(2), [jnp.ones(2)])
except ValueError as e:
    show(e)
try:
    jax.vmap(lambda x: x, out_axes=(0, 1))(jnp.ones(2))
except ValueError as e:
    show(e)
try:
    jax.vmap(lambda d: d, in_axes=({"a": 0},))({"b": jnp.ones(2)})
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda x, y: x, [1, 2], [1, 2, 3])
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda x, y: x, {"a": 1}, {"b": 1})
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda x, y: x, (1, 2), [1, 2])
except ValueError as e:
    show(e)
try:
    jax.tree.unflatten(jax.tree.structure([1, 2]), [1])
except ValueError as e:
    show(e)
try:
    jax.tree.map(lambda x, y: x, {"a": {"w": 1}}, {"a": 2})
except ValueError as e:
    show(e)
try:
    jax.vmap(lambda a, b: a, in_axes=({"x": 0}, None))({"x": jnp.ones(2), "y": jnp.ones(2)}, 1)
except ValueError as e:
    show(e)
try:
    lax.scan(lambda c, x: ((c, c), x), 0.0, jnp.ones(3))
except TypeError as e:
    show(e)
try:
    lax.scan(lambda c, x: ({"a": c["a"], "b": c["a"]}, x), {"a": 0.0}, jnp.ones(3))
except TypeError as e:
    show(e)
try:
    lax.while_loop(lambda c: c[0] < 3, lambda c: (c[0] + 1,), (0, 1))
except TypeError as e:
    show(e)
try:
    lax.cond(True, lambda x: (x, x), lambda x: [x, x], 1.0)
except TypeError as e:
    show(e)
try:
    lax.cond(True, lambda x: {"a": x}, lambda x: {"a": x, "b": x}, 1.0)
except TypeError as e:
    show(e)
try:
    lax.switch(1, [lambda x: x, lambda x: (x, 1)], 1.0)
except TypeError as e:
    show(e)
