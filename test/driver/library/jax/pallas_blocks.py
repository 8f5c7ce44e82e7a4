"""Kernels: blocks over ends, memory that nothing wrote, inputs that are written, trees of references, errors."""
# modes: interp O3
import jax, jax.numpy as jnp
from jax.experimental import pallas as pl
from functools import partial


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0][:40])


call = partial(pl.pallas_call, interpret=True)
S = jax.ShapeDtypeStruct
def kw(x, o):
    o[...] = x[...]
    x[...] = x[...] + 10
whole = pl.BlockSpec((2,), lambda i: (0,))
show(lambda: call(kw, S((6,), jnp.float32), grid=(3,), in_specs=[whole], out_specs=pl.BlockSpec((2,), lambda i: (i,)))(jnp.arange(2.)))
def kscr(x, o, acc):
    @pl.when(pl.program_id(0) == 0)
    def _(): acc[...] = jnp.zeros_like(acc)
    acc[...] += x[...]
    @pl.when(pl.program_id(0) == pl.num_programs(0) - 1)
    def _(): o[...] = acc[...]
show(lambda: call(kscr, S((2,), jnp.float32), grid=(3,), in_specs=[pl.BlockSpec((2,), lambda i: (i,))], out_specs=whole, scratch_shapes=[pl.MemorySpace.ANY((2,), jnp.float32)])(jnp.arange(6.)))
def kel(x, o):
    o[...] = x[...].sum(keepdims=True)
show(lambda: call(kel, S((3,), jnp.float32), grid=(3,), in_specs=[pl.BlockSpec((pl.Element(3, (1, 1)),), lambda i: (i,))], out_specs=pl.BlockSpec((1,), lambda i: (i,)))(jnp.arange(3.)))
def ktree(xs, o1, o2, **k):
    a, b = xs
    o1[...] = a[...] + b[...]
    o2[...] = a[...] - b[...]
show(lambda: call(ktree, (S((3,), jnp.float32), S((3,), jnp.float32)))((jnp.arange(3.), jnp.ones(3))))
show(lambda: call(ktree, [S((3,), jnp.float32), S((3,), jnp.float32)])((jnp.arange(3.), jnp.ones(3))))
def kloop(x, o):
    @pl.loop(0, 3, init_carry=jnp.float32(0))
    def total(i, c): return c + x[i]
    o[0] = total
show(lambda: call(kloop, S((1,), jnp.float32))(jnp.arange(3.)))
def kfor(x, o):
    def body(i, c):
        o[i] = x[i] + c
        return c + 1
    jax.lax.fori_loop(0, 4, body, 0.0)
show(lambda: call(kfor, S((4,), jnp.float32))(jnp.arange(4.)))
def kid(o):
    o[...] = jnp.full(o.shape, pl.program_id(0) * 10 + pl.program_id(1))
show(lambda: call(kid, S((2, 3), jnp.int32), grid=(2, 3), out_specs=pl.BlockSpec((1, 1), lambda i, j: (i, j)))())
show(lambda: jax.jit(jax.vmap(call(kscr, S((2,), jnp.float32), grid=(3,), in_specs=[pl.BlockSpec((2,), lambda i: (i,))], out_specs=whole, scratch_shapes=[pl.MemorySpace.ANY((2,), jnp.float32)])))(jnp.arange(12.).reshape(2, 6)))
show(lambda: call(kid, S((2, 3), jnp.int32), grid=(2, 3), out_specs=pl.BlockSpec((1, 1), lambda i: (i, i)))())
def kax(o):
    o[0] = pl.program_id(1)
show(lambda: call(kax, S((2,), jnp.int32), grid=(2,))())
def kbool(x, o):
    o[...] = x[...] > 1
show(lambda: call(kbool, S((5,), jnp.bool_), grid=(3,), in_specs=[pl.BlockSpec((2,), lambda i: (i,))], out_specs=pl.BlockSpec((2,), lambda i: (i,)))(jnp.arange(5)))
show(lambda: pl.run_state(lambda r: r.__setitem__(..., r[...] + 1))(jnp.arange(3.)))
def krs(x, o):
    def inner(acc):
        acc[...] = x[...] * 2
        o[...] = acc[...]
    pl.run_scoped(inner, acc=pl.MemorySpace.ANY((3,), jnp.float32))
show(lambda: call(krs, S((3,), jnp.float32))(jnp.arange(3.)))
def kde(x, o):
    o[...] = pl.dot(x[...], x[...])
show(lambda: call(kde, S((2,2), jnp.float32))(jnp.eye(2, dtype=jnp.float16)))
