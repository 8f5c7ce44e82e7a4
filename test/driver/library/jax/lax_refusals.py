"""What lax and jax.random refuse, and how they say it."""
# modes: interp
import re

import jax
import jax.numpy as jnp
from jax import lax

x = jnp.arange(6.0).reshape(2, 3)
i = jnp.arange(3)
b = jnp.array([True, False, True])


class Odd:
    dtype = "float32"


def refused(*functions):
    for f in functions:
        try:
            print(f())
        except Exception as e:
            print(f"{type(e).__name__}: {re.sub(' at 0x[0-9a-f]+', '', str(e).splitlines()[0])}")


refused(
    lambda: lax.full((2,), i),
    lambda: lax.full((2,), "a"),
    lambda: lax.full_like(x, 2, dtype=jnp.int32),
    lambda: lax.full_like(x, 2, shape=(4,)),
    lambda: lax.broadcasted_iota(jnp.int32, (2, 3), 2),
    lambda: lax.broadcast_in_dim(x, (2, 4), (0, 1)),
    lambda: lax.broadcast_in_dim(x, (2, 3), (0,)),
    lambda: lax.broadcast_in_dim(x, (2, 3), (0, 5)),
    lambda: lax.broadcast_in_dim(x, (3, 2, 3), (2, 1)),
    lambda: lax.transpose(x, (0, 0)),
    lambda: lax.transpose(x, (0,)),
    lambda: lax.reshape(x, (4, 2)),
    lambda: lax.reshape(x, (3, 2), (1, 0)),
    lambda: lax.reshape(x, (6,), (0, 0)),
    lambda: lax.squeeze(x, (0,)),
    lambda: lax.expand_dims(x, (5,)),
    lambda: lax.concatenate([x, i], 0),
    lambda: lax.concatenate([x, x[:, :2]], 0),
    lambda: lax.concatenate([x], 0),
    lambda: lax.concatenate([], 0),
    lambda: lax.concatenate([x, x], 2),
    lambda: lax.split(x, (1, 3), axis=1),
    lambda: lax.pad(x, 0.0, [(0, 0, 0)]),
    lambda: lax.pad(x, 0, [(0, 0, 0), (1, 1, 0)]),
    lambda: lax.pad(x, 0.0, [(0, 0, 0), (1, 1, -1)]),
    lambda: lax.rev(x, (0, 0)),
    lambda: lax.rev(x, (2,)),
    lambda: lax.add(x, i),
    lambda: lax.add(x, jnp.zeros((3, 2))),
    lambda: lax.add(b, b),
    lambda: lax.sin(i),
    lambda: lax.neg(b),
    lambda: lax.and_(x, x),
    lambda: lax.not_(x),
    lambda: lax.real(x),
    lambda: lax.add(x, "a"),
    lambda: lax.integer_pow(i, -1),
    lambda: lax.reduce_precision(x, 0, 3),
    lambda: lax.reduce_precision(x, 5, -1),
    lambda: lax.round(x, lax.RoundingMethod.TO_NEAREST_EVEN),
    lambda: lax.round(x - 2.5, 0),
    lambda: lax.round(x - 2.5, 1),
    lambda: lax.round(x, 5),
    lambda: lax.select(i, x, x),
    lambda: lax.select(b, x, x),
    lambda: lax.select(b, i, i + 1),
    lambda: lax.select_n(b, i, x),
    lambda: lax.select_n(b, i, i, i),
    lambda: lax.clamp(i, x, 1.0),
    lambda: lax.clamp(0.0, x, jnp.ones(2)),
    lambda: lax.bitcast_convert_type(b, jnp.int8),
    lambda: lax.slice(x, (0,), (1,)),
    lambda: lax.slice(x, (0, 0), (3, 3)),
    lambda: lax.slice(x, (1, 0), (0, 3)),
    lambda: lax.slice(x, (0, 0), (2, 3), (0, 1)),
    lambda: lax.dynamic_slice(x, (0,), (1, 1)),
    lambda: lax.dynamic_slice(x, (0, 0), (3, 1)),
    lambda: lax.dynamic_slice(x, (0.0, 0), (1, 1)),
    lambda: lax.dynamic_update_slice(x, jnp.zeros((3, 3)), (0, 0)),
    lambda: lax.dynamic_update_slice(x, jnp.zeros(3), (0, 0)),
    lambda: lax.dynamic_update_slice(x, jnp.zeros((1, 1), jnp.int32), (0, 0)),
    lambda: lax.dynamic_index_in_dim(x, 0, 3),
    lambda: lax.reduce_max(x, (2,)),
    lambda: lax.reduce_max(x, (0, 0)),
    lambda: lax.argmax(x, 2, jnp.int32),
    lambda: lax.argmax(x, 0, jnp.float32),
    lambda: lax.cumsum(x, 2),
    lambda: lax.sort(x, 2),
    lambda: lax.sort((x, i)),
    lambda: lax.top_k(i, 4),
    lambda: lax.top_k(jnp.float32(1), 1),
    lambda: lax.dot(x, x),
    lambda: lax.dot_general(x, x, (((1,), (0,)), ((), ()))),
    lambda: lax.conv(x, x, (1,), "SAME"),
    lambda: lax.reduce_window(x, 0.0, lax.add, (1,), (1, 1), "VALID"),
    lambda: lax.convert_element_type(x, "float33"),
    lambda: jnp.zeros(2, "S3"),
    lambda: jnp.zeros(2, Odd),
    lambda: jnp.zeros(2, 3),
    lambda: jnp.issubdtype(jnp.int32, "integer"),
    lambda: jnp.isdtype(jnp.int32, ("signed integer", "bool")),
    lambda: jnp.isdtype(jnp.float32, "integral"),
    lambda: jnp.isdtype(jnp.float32, "odd"),
    lambda: jnp.isdtype(jnp.complex64, "numeric"),
    lambda: jnp.promote_types("int8", "odd"),
    lambda: jax.random.normal(i, (2,)),
    lambda: jax.random.key(1.5),
    lambda: jax.random.split(jax.random.key(0), -1),
    lambda: jax.random.uniform(jax.random.key(0), (2,), jnp.int32),
    lambda: jax.random.randint(jax.random.key(0), (2,), 0, 1, jnp.float32),
    lambda: jax.random.bernoulli(jax.random.key(0), 0.5, (2, -1)),
    lambda: jax.random.fold_in(jax.random.key(0), i),
    lambda: jax.random.key_data(i),
    lambda: jax.random.wrap_key_data(i),
    lambda: jax.random.bits(jax.random.key(0), (2,), jnp.int32),
)
