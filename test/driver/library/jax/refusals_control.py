"""What control flow and lax's functions refuse.

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
    lambda: lax.scan(lambda c, a: c, 0.0, i),
    lambda: lax.scan(lambda c, a: (c, a, a), 0.0, i),
    lambda: lax.scan(lambda c, a: (i, a), 0.0, i),
    lambda: lax.scan(lambda c, a: ((c, c), a), 0.0, i),
    lambda: lax.scan(lambda c, a: (c, a), 0.0, (i, x)),
    lambda: lax.scan(lambda c, a: (c, a), 0.0, None),
    lambda: lax.scan(lambda c, a: (c, a), 0.0, i, length=5),
    lambda: lax.scan(lambda c, a: (c, a), "a", i),
    lambda: lax.scan(lambda c, a: (c, a), 0.0, "a"),
    lambda: lax.scan(lambda c, a: (c, a), 0.0),
    lambda: lax.scan(lambda c: (c, c), 0.0, i),
    lambda: lax.scan(3, 0.0, i),
    lambda: lax.scan(lambda c, a: None, 0.0, i),
    lambda: lax.scan(lambda c, a: ({"a": c["a"], "b": 1}, a), {"a": 0.0}, i),
    lambda: lax.scan(lambda c, a: (c.astype(int), a), 0.0, i),
    lambda: lax.while_loop(lambda c: c, lambda c: c, 1.0),
    lambda: lax.while_loop(lambda c: c < i, lambda c: c, 1),
    lambda: lax.while_loop(lambda c: (c < 1, 1), lambda c: c, 1),
    lambda: lax.while_loop(lambda c: c < 1, lambda c: (c, c), 1),
    lambda: lax.while_loop(lambda c: None, lambda c: c, 1),
    lambda: lax.while_loop(lambda c: True, lambda c: c, "a"),
    lambda: lax.while_loop(lambda c: c < 1, lambda c: i, 1),
    lambda: lax.while_loop(1, lambda c: i, 1),
    lambda: lax.while_loop(lambda c: c < 1, 2, 1),
    lambda: lax.while_loop(lambda c: c < 1, lambda c: None, 1),
    lambda: lax.while_loop(lambda a, b: a < b, lambda a, b: (a, b), (1, 2)),
    lambda: lax.fori_loop(0, 3.5, lambda k, c: c, 1),
    lambda: lax.fori_loop(0, i, lambda k, c: c, 1),
    lambda: lax.fori_loop(0, 3, lambda c: c, 1),
    lambda: lax.fori_loop(0, 3, lambda k, c: (c, c), 1),
    lambda: lax.fori_loop(0, 3, lambda k, c: i, 1),
    lambda: lax.fori_loop(0, 3, 5, 1),
    lambda: lax.fori_loop(0, 3, lambda k, c: c, "a"),
    lambda: lax.fori_loop(0, 3, lambda k, c: None, 1),
    lambda: lax.cond(True, lambda: 1, lambda: 1.0),
    lambda: lax.cond(True, lambda: i, lambda: x),
    lambda: lax.cond(True, lambda: (1, 2), lambda: 1),
    lambda: lax.cond(i, lambda: 1, lambda: 2),
    lambda: lax.cond("a", lambda: 1, lambda: 2),
    lambda: lax.cond(None, lambda: 1, lambda: 2),
    lambda: lax.cond(True, 1, 2),
    lambda: lax.cond(True, lambda a: a, lambda a: a),
    lambda: lax.cond(True, lambda a: a, lambda a: a, 1, 2),
    lambda: lax.cond(True, lambda a: a, lambda a, b: a, 1),
    lambda: lax.cond(True, lambda a: a, lambda a: a, "a"),
    lambda: lax.cond(True, lambda: None, lambda: 1),
    lambda: lax.cond(True, lambda: {"a": 1}, lambda: {"b": 1}),
    lambda: lax.cond(x[0, 0] > 0, lambda: i, lambda: i[:2]),
    lambda: lax.cond(True),
    lambda: lax.cond(True, lambda: 1),
    lambda: lax.switch(0, []),
    lambda: lax.switch(0, [lambda: 1, lambda: 1.0]),
    lambda: lax.switch(1.5, [lambda: 1, lambda: 2]),
    lambda: lax.switch(i, [lambda: 1, lambda: 2]),
    lambda: lax.switch("a", [lambda: 1]),
    lambda: lax.switch(0, lambda: 1),
    lambda: lax.switch(0, [1, 2]),
    lambda: lax.switch(5, [lambda a: a, lambda a: a]),
    lambda: lax.map(lambda a: a, 1.0),
    lambda: lax.map(lambda a: a, "a"),
    lambda: lax.map(lambda a: a, (i, x)),
    lambda: lax.map(lambda a, b: a, i),
    lambda: lax.associative_scan(lambda a, b: a, i, axis=3),
    lambda: lax.associative_scan(lambda a, b: (a, b), i),
    lambda: lax.associative_scan(1, i),
    lambda: lax.reduce(i, 0, lax.add, (1,)),
    lambda: lax.gather(x, i, None, (1,)),
    lambda: lax.top_k(x, 5),
    lambda: lax.top_k(x, -1),
    lambda: lax.rsqrt(i),
    lambda: lax.dot_general(x, x, (((0,), (0,)), ((), ())), preferred_element_type="abc"),
    lambda: lax.dot_general(x, x, (((5,), (0,)), ((), ()))),
    lambda: lax.batch_matmul(x, i),
    lambda: lax.conv_general_dilated(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 2, 3, 3)), (1, 1), "SAME"),
    lambda: lax.conv_general_dilated(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 3, 3, 3)), (1,), "SAME"),
    lambda: lax.conv_general_dilated(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 3, 3, 3)), (1, 1), "ODD"),
    lambda: lax.conv_general_dilated(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 3, 3)), (1, 1), "SAME"),
    lambda: lax.conv_general_dilated(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 3, 3, 3)), (1, 1), [(0, 0)]),
    lambda: lax.conv_general_dilated(jnp.ones((1, 3, 8, 8)), jnp.ones((4, 3, 3, 3), int), (1, 1), "SAME"),
    lambda: lax.conv_general_dilated(jnp.ones((1, 4, 8, 8)), jnp.ones((4, 2, 3, 3)), (1, 1), "SAME", feature_group_count=3),
    lambda: lax.reduce_window(x, 0.0, lax.add, (2, 2), (1,), "SAME"),
    lambda: lax.reduce_window(x, 0.0, lax.add, (2, 2), (1, 1), "ODD"),
    lambda: x[0, 0, 0],
)
