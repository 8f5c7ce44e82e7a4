"""Kernels over grids."""
# modes: interp O3
import functools

import jax
import jax.numpy as jnp
from jax.experimental import pallas as pl

x = jnp.arange(24.0).reshape(4, 6)


def add_kernel(x_ref, y_ref, o_ref):
    o_ref[...] = x_ref[...] + y_ref[...]


print(pl.pallas_call(add_kernel, out_shape=jax.ShapeDtypeStruct(x.shape, x.dtype), interpret=True)(x, x))


def iota_kernel(o_ref):
    i = pl.program_id(0)
    o_ref[i] = i


print(pl.pallas_call(iota_kernel, out_shape=jax.ShapeDtypeStruct((5,), jnp.int32), grid=(5,), interpret=True)())


def matmul_kernel(x_ref, y_ref, z_ref):
    @pl.when(pl.program_id(2) == 0)
    def _():
        z_ref[...] = jnp.zeros_like(z_ref)

    z_ref[...] += x_ref[...] @ y_ref[...]


@jax.jit
def matmul(x, y):
    return pl.pallas_call(
        matmul_kernel, out_shape=jax.ShapeDtypeStruct((4, 4), jnp.float32), grid=(2, 2, 3),
        in_specs=[pl.BlockSpec((2, 2), lambda i, j, k: (i, k)), pl.BlockSpec((2, 2), lambda i, j, k: (k, j))],
        out_specs=pl.BlockSpec((2, 2), lambda i, j, k: (i, j)), interpret=True)(x, y)


print(matmul(x, x.T), x @ x.T)


def row_kernel(x_ref, o_ref, sum_ref):
    o_ref[...] = jax.nn.softmax(x_ref[...])
    sum_ref[...] = x_ref[...].sum(keepdims=True)


outs = pl.pallas_call(
    row_kernel, grid=(4,), in_specs=[pl.BlockSpec((None, 6), lambda i: (i, 0))],
    out_specs=(pl.BlockSpec((None, 6), lambda i: (i, 0)), pl.BlockSpec((1,), lambda i: (i,))),
    out_shape=(jax.ShapeDtypeStruct((4, 6), jnp.float32), jax.ShapeDtypeStruct((4,), jnp.float32)), interpret=True)(x)
print(outs[0], outs[1])
print(pl.cdiv(7, 2), pl.next_power_of_2(9), pl.align_to(5, 4), pl.strides_from_shape((2, 3, 4)))


def slice_kernel(x_ref, o_ref):
    o_ref[...] = x_ref[pl.ds(1, 2), :] * 2


print(pl.pallas_call(slice_kernel, out_shape=jax.ShapeDtypeStruct((2, 6), jnp.float32), interpret=True)(x))
print(jax.vmap(pl.pallas_call(functools.partial(add_kernel), out_shape=jax.ShapeDtypeStruct((6,), jnp.float32),
                              interpret=True))(x, x))
try:
    pl.pallas_call(add_kernel, out_shape=jax.ShapeDtypeStruct(x.shape, x.dtype))(x, x)
except ValueError as e:
    print(e)
