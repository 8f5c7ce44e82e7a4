"""Operators as methods, placements, views of bytes."""
# modes: interp O3
import functools
import operator

import jax
import jax.numpy as jnp
from jax import lax
import numpy as np

import copy
x = jnp.arange(6.0).reshape(2, 3)
i = jnp.array([5, 3, 2])


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    x.__add__(1), x.__radd__(x), x.__sub__(2.0), x.__rsub__(2.0), x.__mul__(x), x.__rtruediv__(3.0), x.__floordiv__(2), x.__mod__(2), x.__pow__(2), x.__rpow__(2.0),))
show(lambda: (
    x.__matmul__(i),
    jnp.ones((4, 2)).__matmul__(x).shape, i.__and__(3), i.__or__(8), i.__xor__(i), i.__lshift__(1), i.__rrshift__(64), i.__invert__(),))
show(lambda: (x.__lt__(2), x.__eq__(x), x.__ne__(1), x.__neg__(), x.__pos__(), i.__ge__(3),))
show(lambda: (x.__add__(object()), x.__add__("a") if False else 0,))
show(lambda: (x.byteswap(), i.astype(jnp.int16).byteswap(), i.astype(jnp.int8).byteswap(),))
show(lambda: (
    x.is_deleted(), x.on_device_size_in_bytes(), x.is_fully_addressable, x.is_fully_replicated, x.committed, len(x.addressable_shards), x.addressable_data(0),))
show(lambda: (
    x.addressable_shards[0].data, x.addressable_shards[0].index, x.to_device(jax.devices()[0]), x.__array_namespace__() is jnp,))
show(lambda: (x.__array__(), type(x.__array__()), np.asarray(x).__add__(1),))
show(lambda: (
    x.aval, jax.core.ShapedArray((2,),
    jnp.float32), isinstance(x, jax.core.Tracer),
    jax.jit(lambda x: isinstance(x, jax.core.Tracer) + x)(1),))
show(lambda: (copy.copy(x), copy.deepcopy({"a": x}),))
show(lambda: (
    functools.reduce(operator.matmul, [x, x.T, x]), list(map((2.0).__add__, [1.0])), list(map(x.__getitem__, [0, 1])),))
show(lambda: (
    jnp.arange(8, dtype=jnp.uint8).view(jnp.uint32),
    jnp.arange(2.0).view(jnp.uint8),
    jnp.arange(8).reshape(2, 4).view(jnp.int16),
    jnp.arange(4.0).view(jnp.int32),))
show(lambda: (
    jnp.array([True, False]).view(jnp.uint8),
    jnp.array([1 + 2j]).view(jnp.float32),
    jnp.ones(4).view(jnp.complex64),
    jnp.array([0, 1],
    jnp.uint8).view(bool),))
show(lambda: (jnp.float32(3).view(jnp.uint8),))
show(lambda: (jnp.ones(3).view(jnp.complex64),))
show(lambda: (
    np.arange(3).view(np.uint8), np.arange(4.0).view(np.complex128), np.array([1, 2], np.uint16).view(np.uint32),))
show(lambda: (
    lax.bitcast_convert_type(jnp.arange(3.0),
    jnp.uint8),
    lax.bitcast_convert_type(jnp.arange(8, dtype=jnp.uint8).reshape(2, 4),
    jnp.float32),
    lax.bitcast_convert_type(jnp.arange(4, dtype=jnp.int16).reshape(2, 2),
    jnp.int32),))
show(lambda: (lax.bitcast_convert_type(jnp.ones(3, jnp.uint8), jnp.uint32),))
show(lambda: (
    jax.core.ShapedArray((2,),
    jnp.float32).update(shape=(3, 1), weak_type=True), x.aval == jax.core.ShapedArray((2, 3),
    jnp.float32),))
