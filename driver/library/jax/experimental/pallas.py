"""jax.experimental.pallas: kernels over a grid of blocks, run as pallas_call(..., interpret=True) runs them.

The grid is a loop; in each step references hold the blocks that the index maps choose, and what the kernel leaves in them
is put back.  What nothing has written, and blocks beyond an end, are nan (the smallest integer, False) as there.
"""

import contextlib
import enum
import math
from dataclasses import dataclass
from typing import Any, NamedTuple

from _cjax import transform as native
from jax import lax
from jax import numpy as jnp
from jax._src.api import ShapeDtypeStruct
from jax._src.core import ShapedArray
from jax._src.indexing import dslice
from jax._src.refs import new_ref
from jax.tree_util import keystr, tree_flatten, tree_leaves_with_path, tree_map, tree_unflatten

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
        return MemoryRef(ShapedArray(tuple(shape), jnp.dtype(dtype)), self)

    def from_type(self, type):
        return MemoryRef(type, self)

    def __str__(self):
        return self.value


class RevisitMode(enum.Enum):
    """In which steps of the grid a block of an output is visited again; any here."""

    IMMEDIATE = "immediate"
    ANY = "any"


ANY, HOST = MemorySpace.ANY, MemorySpace.HOST


@dataclass(frozen=True)
class Squeezed:
    """An axis of length 1 that the kernel does not see; None says the same."""


squeezed = Squeezed()


@dataclass(frozen=True)
class Blocked:
    """An axis of which the index map counts blocks, as for a length alone."""

    block_size: int

    def __str__(self):
        return f"Blocked({self.block_size})"


@dataclass(frozen=True)
class Element:
    """An axis of which the index map counts elements, of the array with padding at both ends."""

    block_size: int
    padding: Any = (0, 0)

    def __str__(self):
        return f"Element({self.block_size})" if self.padding == (0, 0) else f"Element({self.block_size}, padding={self.padding})"


BlockDim = Element | Squeezed | Blocked


@dataclass(frozen=True)
class Buffered:
    """How many buffers a block of a pipeline has: nothing is in a pipeline here."""

    buffer_count: int
    use_lookahead: bool = False
    revisit: Any = None


class NoBlockSpec:
    """The whole array as one block."""

    def __repr__(self):
        return "NoBlockSpec"


no_block_spec = NoBlockSpec()


class BlockSpec:
    """The shape of a block, and the block's number for each step of the grid."""

    def __init__(self, block_shape=None, index_map=None, pipeline_mode=None, *, memory_space=None):
        self.block_shape = None if block_shape is None else tuple(block_shape)
        self.index_map, self.memory_space, self.pipeline_mode = index_map, memory_space, pipeline_mode

    def __repr__(self):
        return (f"BlockSpec(block_shape={self.block_shape}, index_map={self.index_map}, memory_space={self.memory_space}, "
                f"pipeline_mode={self.pipeline_mode})")


def _tuple_of(specs):
    return tuple(specs) if isinstance(specs, list) else specs


class GridSpec:
    """A grid with the blocks of all operands."""

    def __init__(self, grid=(), in_specs=no_block_spec, out_specs=no_block_spec, scratch_shapes=()):
        in_specs = _tuple_of(in_specs)
        if in_specs is not no_block_spec and not isinstance(in_specs, tuple):
            raise ValueError(f"`in_specs` must be a tuple or a list. Found: {in_specs}")
        self.grid_names, self.in_specs, self.out_specs = None, in_specs, _tuple_of(out_specs)
        self.scratch_shapes = scratch_shapes if isinstance(scratch_shapes, dict) else tuple(scratch_shapes)
        grid = (grid,) if isinstance(grid, int) else tuple(grid)
        if grid and isinstance(grid[0], tuple):
            self.grid_names, grid = tuple(name for name, _ in grid), tuple(n for _, n in grid)
        if not all(isinstance(n, int) for n in grid):
            raise NotImplementedError(f"pallas: a grid of lengths that are not Python integers is not supported by cjax: {grid}")
        self.grid = grid

    def __repr__(self):
        return (f"GridSpec(grid={self.grid}, grid_names={self.grid_names}, in_specs={self.in_specs}, out_specs={self.out_specs}, "
                f"scratch_shapes={self.scratch_shapes})")


@dataclass(frozen=True)
class CostEstimate:
    """What a kernel costs; a hint."""

    flops: int
    transcendentals: int
    bytes_accessed: int
    remote_bytes_transferred: int = 0


class CompilerParams:
    """Options of compilers for accelerators."""


class MemoryRef(NamedTuple):
    """A type of scratch memory."""

    inner_aval: Any
    memory_space: Any

    @property
    def shape(self):
        return self.inner_aval.shape

    @property
    def dtype(self):
        return self.inner_aval.dtype


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


def _current(name, axis):
    if not _Grid.stack:
        raise ValueError(f"pallas.{name} can only be used inside of a kernel")
    grid = _Grid.stack[-1]
    if not 0 <= axis < len(grid.sizes):
        raise ValueError(f"Axis {axis} is out of bounds for grid {tuple(grid.sizes)}")
    return grid


def program_id(axis):
    """The number of this step along an axis of the grid."""
    return _current("program_id", axis).ids[axis]


def num_programs(axis):
    return _current("num_programs", axis).sizes[axis]


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


def loop(lower, upper, *, init_carry=None, step=1, unroll=None):
    """Decorator: the function is called with each number, and with what it returned if there is an init_carry."""
    def decorate(f):
        def body(i, carry):
            return (f(lower + i * step), None)[1] if init_carry is None else f(lower + i * step, carry)
        return lax.fori_loop(0, cdiv(upper - lower, step), body, init_carry, unroll=unroll)
    return decorate


def debug_print(fmt, *args):
    from jax import debug
    debug.print(fmt, *args)


_debug_checks = [False]


def debug_checks_enabled():
    """Whether debug_check checks."""
    return _debug_checks[0]


@contextlib.contextmanager
def enable_debug_checks(new_val):
    """Within it debug_check checks (or does not)."""
    old, _debug_checks[0] = _debug_checks[0], bool(new_val)
    try:
        yield
    finally:
        _debug_checks[0] = old


def debug_check(condition, message):
    """checkify's check of a condition, where these checks are enabled."""
    if debug_checks_enabled():
        from jax.experimental import checkify
        checkify.check(condition, message)


def multiple_of(x, values):
    """x, of which a divisor is known."""
    return x


def reciprocal(x, *, approx=False, full_range=False):
    return 1 / x


def dot(a, b, trans_a=False, trans_b=False, allow_tf32=None, precision=None):
    """The product of two matrices, of f32 (f64, i32) elements."""
    if a.ndim != 2 or b.ndim != 2:
        raise ValueError("`a` and `b` must be 2D arrays.")
    if allow_tf32 is not None and precision is not None:
        raise ValueError("Only one of allow_tf32 and precision can be specified")
    dtype = jnp.promote_types(a.dtype, b.dtype)
    out = jnp.int32 if jnp.issubdtype(dtype, jnp.integer) else dtype if dtype == jnp.float64 else jnp.float32
    dims = ((0 if trans_a else 1,), (1 if trans_b else 0,)), ((), ())
    return lax.dot_general(a, b, dims, precision, preferred_element_type=out)


def broadcast_to(a, shape):
    return jnp.broadcast_to(a, shape)


def delay(nanos):
    """Nothing waits."""


def _unwritten(shape, dtype):
    """What memory holds that nothing has written."""
    value = math.nan if jnp.issubdtype(dtype, jnp.floating) else 0
    return jnp.full(shape, jnp.iinfo(dtype).min if jnp.issubdtype(dtype, jnp.integer) else value, dtype)


def run_scoped(f, *types, collective_axes=(), **kw_types):
    """f with references of these types."""
    def made(t):
        return new_ref(_unwritten(t.shape, t.dtype))
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
    return tree_map(lambda leaf: empty(leaf.shape, leaf.dtype), x)


#===-- the loop --------------------------------------------------------------------------===#


def _canonical(d):
    return squeezed if d is None else Blocked(d) if isinstance(d, int) else d


class _Operand:
    """How an array of a shape is cut into blocks."""

    def __init__(self, origin, spec, shape, dtype):
        whole = spec is no_block_spec or spec is None or spec.block_shape is None
        self.origin, self.shape, self.dtype = origin, tuple(shape), dtype
        self.dims = tuple(_canonical(d) for d in (shape if whole else spec.block_shape))
        if len(self.dims) != len(shape):
            raise ValueError(f"Block shape for {origin} (= {self.dims}) must have the same number of dimensions as the array "
                             f"shape {self.shape}.")
        self.index_map = None if spec is no_block_spec or spec is None else spec.index_map
        self.block = tuple(getattr(d, "block_size", 1) for d in self.dims)
        self.ends = tuple(tuple(getattr(d, "padding", (0, 0))) for d in self.dims)
        self.seen = tuple(d.block_size for d in self.dims if d != squeezed)

    def start(self, ids):
        index = (0,) * len(self.dims) if self.index_map is None else self.index_map(*ids)
        index = index if isinstance(index, tuple) else (index,)
        if len(index) != len(self.dims):
            name = getattr(self.index_map, "__name__", "index_map")
            raise ValueError(f"Index map function {name} for {self.origin} must return {len(self.dims)} values to match "
                             f"block_shape={self.dims}. Currently returning {len(index)} values:")
        return tuple(i if isinstance(d, Element) else i * b for i, d, b in zip(index, self.dims, self.block))

    def pad(self, x):
        ends = [(lo, align_to(lo + n + hi, b) - lo - n if b else hi)
                for n, b, (lo, hi) in zip(self.shape, self.block, self.ends)]
        if all(e == (0, 0) for e in ends):
            return x
        return lax.pad(x, _unwritten((), x.dtype), [(lo, hi, 0) for lo, hi in ends])

    def cut(self, x, ids):
        return lax.dynamic_slice(x, self.start(ids), self.block).reshape(self.seen)

    def put(self, x, block, ids):
        return lax.dynamic_update_slice(x, block.reshape(self.block), self.start(ids))

    def crop(self, x):
        return x[tuple(slice(lo, lo + n) for n, (lo, _) in zip(self.shape, self.ends))]


def _operands(what, whole, specs, origin, tree):
    """The operands of a tree of arrays or types and of a tree of specs."""
    leaves, shape = tree_flatten(tree, is_leaf=lambda x: hasattr(x, "dtype"))
    paths = [keystr(p) for p, _ in tree_leaves_with_path(tree, is_leaf=lambda x: hasattr(x, "dtype"))]
    if specs is no_block_spec or specs is None:
        flat = [no_block_spec] * len(leaves)
    else:
        flat, spec_shape = tree_flatten(specs, is_leaf=lambda s: s is None or s is no_block_spec)
        if spec_shape != shape:
            raise ValueError(f"Pytree for `{what}` and `{whole}` do not match. `{what}` is a {spec_shape} but `{whole}` is a {shape}")
    return [_Operand(origin + path, spec, x.shape, x.dtype) for path, spec, x in zip(paths, flat, leaves)]


class _Written(Exception):
    """A kernel wrote into references of inputs: args[0] says which."""


def _check_aliases(aliases, ins, outs):
    for i, o in aliases.items():
        for kind, at, operands in (("input", i, ins), ("output", o, outs)):
            if not 0 <= at < len(operands):
                raise ValueError(f"input_output_aliases contains the mapping '{i}:{o}' with {kind} index {at} outside the range "
                                 f"[0, {len(operands)})")
        if (ins[i].shape, ins[i].dtype) != (outs[o].shape, outs[o].dtype):
            raise ValueError(f"input_output_aliases contains the mapping '{i}:{o}' referring to an input and an output of different "
                             f"types: {ins[i].dtype}{list(ins[i].shape)} and {outs[o].dtype}{list(outs[o].shape)}.")


class _Call:
    """A kernel with the arrays of one call."""

    def __init__(self, kernel, spec, out_shape, aliases, args):
        self.kernel, self.sizes, self.scratch = kernel, spec.grid, spec.scratch_shapes
        leaves, self.in_tree = tree_flatten(args)
        self.args = [native.array(x) for x in leaves]
        self.ins = _operands("in_specs", "inputs", spec.in_specs, "args", tree_unflatten(self.in_tree, self.args))
        self.outs = _operands("out_specs", "out_shape", spec.out_specs, "outputs", out_shape)
        _, self.out_tree = tree_flatten(out_shape, is_leaf=lambda x: hasattr(x, "dtype"))
        self.several = isinstance(out_shape, tuple)
        _check_aliases(aliases, self.ins, self.outs)
        self.aliases = aliases

    def start(self):
        """The arrays that the loop changes: outputs and scratch memory."""
        sources = {o: i for i, o in self.aliases.items()}
        results = [x.pad(self.args[sources[i]] if i in sources else _unwritten(x.shape, x.dtype))
                   for i, x in enumerate(self.outs)]
        return results, tree_map(lambda t: _unwritten(t.shape, t.dtype), self.scratch, is_leaf=lambda t: hasattr(t, "dtype"))

    def run_kernel(self, ids, ins, outs, scratch):
        results = tree_unflatten(self.out_tree, outs)
        _Grid.stack.append(_Grid(self.sizes, ids))
        try:
            positional, named = ((), scratch) if isinstance(scratch, dict) else (scratch, {})
            self.kernel(*tree_unflatten(self.in_tree, ins), *(results if self.several else (results,)), *positional, **named)
        finally:
            _Grid.stack.pop()

    def run(self, carried=()):
        """The results; inputs that the kernel writes are carried from step to step."""
        padded = [o.pad(x) for o, x in zip(self.ins, self.args)]

        def step(i, state):
            changed, results, scratch = state
            inputs = list(padded)
            for at, x in zip(carried, changed):
                inputs[at] = x
            ids = jnp.unravel_index(i, self.sizes) if self.sizes else ()
            cuts = [o.cut(x, ids) for o, x in zip(self.ins, inputs)]
            refs, out_refs = [new_ref(x) for x in cuts], [new_ref(o.cut(x, ids)) for o, x in zip(self.outs, results)]
            scratch_refs = tree_map(new_ref, scratch)
            self.run_kernel(ids, refs, out_refs, scratch_refs)
            written = [at for at, (r, x) in enumerate(zip(refs, cuts)) if r[...] is not x and at not in carried]
            if written:
                raise _Written(written)
            changed = [self.ins[at].put(inputs[at], refs[at][...], ids) for at in carried]
            results = [o.put(x, r[...], ids) for o, x, r in zip(self.outs, results, out_refs)]
            return changed, results, tree_map(lambda r: r[...], scratch_refs)

        results, scratch = self.start()
        try:
            state = [padded[at] for at in carried], results, scratch
            _, results, _ = lax.fori_loop(0, math.prod(self.sizes), step, state)
        except _Written as e:
            return self.run((*carried, *e.args[0]))
        return tree_unflatten(self.out_tree, [o.crop(x) for o, x in zip(self.outs, results)])


def pallas_call(kernel, out_shape, *, grid_spec=None, grid=(), in_specs=no_block_spec, out_specs=no_block_spec,
                scratch_shapes=(), input_output_aliases={}, debug=False, interpret=False, name=None,
                compiler_params=None, cost_estimate=None, backend=None, metadata=None):
    """The kernel as a function of arrays, run for each step of the grid."""
    if not interpret:
        raise ValueError("Only interpret mode is supported on CPU backend.")
    spec = GridSpec(grid, in_specs, out_specs, scratch_shapes) if grid_spec is None else grid_spec
    out_shape, aliases = _tuple_of(out_shape), dict(input_output_aliases)

    def wrapped(*args):
        return _Call(kernel, spec, out_shape, aliases, args).run()

    return wrapped
