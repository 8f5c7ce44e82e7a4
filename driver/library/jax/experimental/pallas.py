"""jax.experimental.pallas: kernels over a grid of blocks, run as pallas_call(..., interpret=True) runs them.

The grid is a loop; in each step references hold the blocks that the index maps choose, and what the kernel leaves in those
of the outputs is put back.  Blocks that reach over an end are padded with zeros (JAX: with anything).
"""

import enum
import math
from typing import Any, NamedTuple

from _cjax import transform as native
from jax import lax
from jax import numpy as jnp
from jax._src.api import ShapeDtypeStruct
from jax._src.indexing import dslice
from jax._src.refs import new_ref
from jax.tree_util import tree_flatten, tree_unflatten

ds = dslice


class MemorySpace(enum.Enum):
    """Where a reference is; there is one memory."""

    ANY = "any"
    DEFAULT = "default"
    ERROR = "error"
    INDEX = "index"
    KEY = "key"
    HOST = "host"

    def __call__(self, shape, dtype):
        return MemoryRef(shape, dtype)

    def from_type(self, type):
        return MemoryRef(type.shape, type.dtype)

    def __str__(self):
        return self.value


class RevisitMode(enum.Enum):
    """In which steps of the grid a block of an output is visited again; any here."""

    IMMEDIATE = "immediate"
    ANY = "any"


ANY, HOST = MemorySpace.ANY, MemorySpace.HOST
squeezed = None
Squeezed = type(None)


class BlockDim:
    """An axis of a block: its length, and what the index map counts."""

    def __init__(self, block_size):
        self.block_size = block_size

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self):
        return hash((type(self), self.block_size))

    def __repr__(self):
        return f"{type(self).__name__}({self.block_size})"


class Blocked(BlockDim):
    """The index map counts blocks, as for a length alone."""


class Element(BlockDim):
    """The index map counts elements."""

    def __init__(self, block_size, padding=(0, 0)):
        if tuple(padding) != (0, 0):
            raise NotImplementedError("pallas.Element: padding is not supported by cjax")
        super().__init__(block_size)


class no_block_spec:
    """The whole array as one block."""


class BlockSpec:
    """The shape of a block (None: an axis of length 1 that the kernel does not see), and the block's number for each
    step of the grid."""

    def __init__(self, block_shape=None, index_map=None, *, memory_space=None, indexing_mode=None, pipeline_mode=None):
        if indexing_mode is not None or pipeline_mode is not None:
            raise NotImplementedError("pallas.BlockSpec: indexing_mode and pipeline_mode are not supported by cjax")
        self.block_shape = None if block_shape is None else tuple(block_shape)
        self.index_map = index_map

    def __repr__(self):
        return f"BlockSpec(block_shape={self.block_shape}, index_map={self.index_map})"


class GridSpec:
    """A grid with the blocks of all operands."""

    def __init__(self, grid=(), in_specs=no_block_spec, out_specs=no_block_spec, scratch_shapes=()):
        self.grid, self.in_specs, self.out_specs, self.scratch_shapes = grid, in_specs, out_specs, scratch_shapes


class CostEstimate(NamedTuple):
    """What a kernel costs; a hint."""

    flops: int = 0
    transcendentals: int = 0
    bytes_accessed: int = 0
    remote_bytes_transferred: int = 0


class CompilerParams:
    """Options of compilers for accelerators."""


class MemoryRef(NamedTuple):
    """A type of scratch memory."""

    shape: Any
    dtype: Any


def cdiv(a, b):
    """a / b, rounded up."""
    return -(-a // b)


def align_to(x, a):
    """x rounded up to a multiple of a."""
    return cdiv(x, a) * a


def next_power_of_2(x):
    if x < 0:
        raise ValueError("`next_power_of_2` requires a non-negative integer.")
    return 1 if x == 0 else 2 ** (x - 1).bit_length()


def strides_from_shape(shape):
    out = [1]
    for n in reversed(shape[1:]):
        out.append(out[-1] * n)
    return tuple(reversed(out)) if shape else ()


#===-- inside of kernels -----------------------------------------------------------------===#


class _Grid:
    """The grid that is being run, and where in it."""

    stack = []

    def __init__(self, sizes, ids):
        self.sizes, self.ids = sizes, ids


def _current(name):
    if not _Grid.stack:
        raise ValueError(f"{name} can only be used inside of a kernel")
    return _Grid.stack[-1]


def program_id(axis):
    """The number of this step along an axis of the grid."""
    return _current("program_id").ids[axis]


def num_programs(axis):
    return _current("num_programs").sizes[axis]


def when(condition):
    """Decorator: the function is called at once, if the condition holds."""
    def decorate(f):
        if isinstance(condition, bool):
            if condition:
                f()
            return None
        lax.cond(condition, lambda: (f(), None)[1], lambda: None)
        return None
    return decorate


def loop(lower, upper, *, step=1, unroll=None):
    """Decorator: the function is called with each number."""
    def decorate(f):
        lax.fori_loop(0, cdiv(upper - lower, step), lambda i, _: (f(lower + i * step), 0)[1], 0)
    return decorate


def debug_print(fmt, *args):
    from jax import debug
    debug.print(fmt, *args)


def multiple_of(x, values):
    """x, of which a divisor is known."""
    return x


def reciprocal(x, *, approx=False, full_range=False):
    return 1 / x


def dot(a, b, trans_a=False, trans_b=False, allow_tf32=None, precision=None):
    return jnp.dot(a.T if trans_a else a, b.T if trans_b else b)


def broadcast_to(a, shape):
    return jnp.broadcast_to(a, shape)


def delay(nanos):
    """Nothing waits."""


def load(x_ref, idx, *, mask=None, other=None, **_):
    value = x_ref[idx]
    return value if mask is None else jnp.where(mask, value, 0 if other is None else other)


def store(x_ref, idx, val, *, mask=None, **_):
    x_ref[idx] = val if mask is None else jnp.where(mask, val, x_ref[idx])


def run_scoped(f, *types, collective_axes=(), **kw_types):
    """f with references of these types."""
    def made(t):
        return new_ref(jnp.zeros(t.shape, t.dtype))
    return f(*[made(t) for t in types], **{k: made(t) for k, t in kw_types.items()})


def with_scoped(*types, collective_axes=(), **kw_types):
    """Decorator: after the arguments of its call the function gets references of these types."""
    def decorate(f):
        def wrapped(*args, **kwargs):
            return run_scoped(lambda *refs, **named: f(*args, *refs, **kwargs, **named), *types, **kw_types)
        return wrapped
    return decorate


def run_state(f):
    """A function of a tree of arrays: what the references to them hold after f."""
    def wrapped(args):
        leaves, tree = tree_flatten(args)
        refs = [new_ref(jnp.asarray(x)) for x in leaves]
        f(tree_unflatten(tree, refs))
        return tree_unflatten(tree, [r[...] for r in refs])
    return wrapped


def empty_ref_like(x):
    """A reference of the type of x."""
    if not isinstance(x, (MemoryRef, ShapeDtypeStruct)):
        raise ValueError(f"empty_ref_like does not support {type(x)}")
    return new_ref(jnp.zeros(x.shape, x.dtype))


def empty(shape, dtype=float):
    return jnp.zeros(shape, dtype)


def empty_like(x):
    return jnp.zeros_like(x)


#===-- the loop --------------------------------------------------------------------------===#


class _Operand:
    """How an array of a shape is cut into blocks."""

    def __init__(self, spec, shape, grid):
        whole = spec is no_block_spec or spec is None or spec.block_shape is None
        sizes = tuple(shape) if whole else spec.block_shape
        self.counts = tuple(1 if isinstance(n, Element) else None for n in sizes)
        self.given = tuple(n.block_size if isinstance(n, BlockDim) else n for n in sizes)
        self.block = tuple(1 if n is None else n for n in self.given)
        if len(self.block) != len(shape):
            raise ValueError(f"Block shape (= {self.given}) must have the same number of dimensions as the array shape "
                             f"{tuple(shape)}.")
        self.shape = tuple(shape)
        self.index_map = None if whole else spec.index_map
        self.padded = tuple(align_to(n, b) if b else n for n, b in zip(shape, self.block))
        self.seen = tuple(n for n in self.given if n is not None)

    def start(self, ids):
        if self.index_map is None:
            return (0,) * len(self.block)
        index = self.index_map(*ids)
        index = index if isinstance(index, tuple) else (index,)
        return tuple(i * (c or b) for i, b, c in zip(index, self.block, self.counts))

    def pad(self, x):
        return jnp.pad(x, [(0, p - n) for n, p in zip(self.shape, self.padded)])

    def cut(self, x, ids):
        return lax.dynamic_slice(x, self.start(ids), self.block).reshape(self.seen)

    def put(self, x, block, ids):
        return lax.dynamic_update_slice(x, block.reshape(self.block).astype(x.dtype), self.start(ids))

    def crop(self, x):
        return x[tuple(slice(0, n) for n in self.shape)]


def _specs(specs, n):
    if specs is no_block_spec or specs is None:
        return [no_block_spec] * n
    return list(specs) if isinstance(specs, (tuple, list)) else [specs]


def pallas_call(kernel, out_shape, *, grid_spec=None, grid=(), in_specs=no_block_spec, out_specs=no_block_spec,
                scratch_shapes=(), input_output_aliases=None, debug=False, interpret=False, name=None,
                compiler_params=None, cost_estimate=None, backend=None, metadata=None):
    """The kernel as a function of arrays, run for each step of the grid."""
    if not interpret:
        raise ValueError("Only interpret mode is supported on CPU backend.")
    if grid_spec is not None:
        grid, in_specs, out_specs = grid_spec.grid, grid_spec.in_specs, grid_spec.out_specs
        scratch_shapes = grid_spec.scratch_shapes
    sizes = (grid,) if isinstance(grid, int) else tuple(grid)
    out_types, out_tree = tree_flatten(out_shape, is_leaf=lambda x: hasattr(x, "shape") and hasattr(x, "dtype"))

    def call(*args):
        args = [native.array(x) for x in args]
        ins = [_Operand(s, x.shape, sizes) for s, x in zip(_specs(in_specs, len(args)), args)]
        outs = [_Operand(s, t.shape, sizes) for s, t in zip(_specs(out_specs, len(out_types)), out_types)]
        padded = [o.pad(x) for o, x in zip(ins, args)]
        results = [jnp.zeros(o.padded, t.dtype) for o, t in zip(outs, out_types)]
        for source, target in (input_output_aliases or {}).items():
            results[target] = outs[target].pad(args[source])
        scratch = [jnp.zeros(t.shape, t.dtype) for t in scratch_shapes]

        def step(i, state):
            results, scratch = state
            ids = jnp.unravel_index(i, sizes) if sizes else ()
            refs = [new_ref(o.cut(x, ids)) for o, x in zip(ins, padded)]
            out_refs = [new_ref(o.cut(x, ids)) for o, x in zip(outs, results)]
            scratch_refs = [new_ref(x) for x in scratch]
            _Grid.stack.append(_Grid(sizes, ids))
            try:
                kernel(*refs, *out_refs, *scratch_refs)
            finally:
                _Grid.stack.pop()
            results = [o.put(x, r[...], ids) for o, x, r in zip(outs, results, out_refs)]
            return results, [r[...] for r in scratch_refs]

        results, _ = lax.fori_loop(0, math.prod(sizes), step, (results, scratch))
        return tree_unflatten(out_tree, [o.crop(x) for o, x in zip(outs, results)])

    return call


def estimate_cost(fun, *args, **kwargs):
    raise NotImplementedError("pallas.estimate_cost is not supported by cjax")
