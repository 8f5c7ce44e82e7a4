"""Functions of jax.lax that are a few other ops, and those that only matter to schedulers and other devices."""

import math

from _cjax import lax as _native
from _cjax import numpy as _core
from _cjax.primitive import bind as _bind


def _axis(name, axis, ndim):
    if not -ndim <= axis < ndim:
        raise ValueError(f"axis {axis} is out of bounds for array of dimension {ndim}")
    return axis % ndim


def tile(operand, reps):
    """operand repeated reps[i] times along axis i."""
    operand = _core.asarray(operand)
    if len(reps) != operand.ndim:
        raise ValueError(f"lax.tile: reps must have one entry per axis, got {tuple(reps)} for shape {operand.shape}")
    inner = tuple(n for pair in zip([1] * operand.ndim, operand.shape) for n in pair)
    wide = tuple(n for pair in zip(reps, operand.shape) for n in pair)
    spread = _native.broadcast_in_dim(_native.reshape(operand, inner), wide, tuple(range(len(wide))))
    return _native.reshape(spread, tuple(r * n for r, n in zip(reps, operand.shape)))


def stack(operands, axis=0):
    """Arrays of one shape, side by side along a new axis."""
    operands = [_core.asarray(x) for x in operands]
    if not operands:
        raise ValueError("stack requires at least one operand")
    axis = _axis("stack", axis, operands[0].ndim + 1)
    return _native.concatenate([_native.expand_dims(x, (axis,)) for x in operands], axis)


def unstack(operand, axis=0):
    """The slices of an array along an axis, in a tuple."""
    operand = _core.asarray(operand)
    axis = _axis("unstack", axis, operand.ndim)
    return tuple(_native.index_in_dim(operand, i, axis, keepdims=False) for i in range(operand.shape[axis]))


def collapse(operand, start_dimension, stop_dimension=None):
    """The axes from start to stop as one."""
    operand = _core.asarray(operand)
    low, high, _ = slice(start_dimension, stop_dimension).indices(operand.ndim)
    if high < low:
        raise ValueError(f"Invalid dimension range passed to collapse: {operand.shape}[{start_dimension}:{stop_dimension}]")
    size = math.prod(operand.shape[low:high])
    return _native.reshape(operand, operand.shape[:low] + (size,) + operand.shape[high:])


def broadcast_to_rank(x, rank):
    """x with axes of length 1 in front, up to a rank."""
    x = _core.asarray(x)
    return x if x.ndim >= rank else _native.reshape(x, (1,) * (rank - x.ndim) + x.shape)


def broadcast_like(x, like):
    """x repeated to the shape of like."""
    from jax.numpy._util import broadcast_to
    return broadcast_to(x, _core.shape(like))


def composite(decomposition, name, version=0):
    """decomposition, under a name for other compilers."""
    def wrapped(*args, **attributes):
        return decomposition(*args, **attributes)
    return wrapped


def with_sharding_constraint(x, shardings):
    """x as it is: there is one device."""
    return x


def platform_dependent(*args, default=None, **per_platform):
    """The branch for the CPU, or else the default."""
    branch = per_platform.get("cpu", default)
    if branch is None:
        raise NotImplementedError("translation rule for primitive 'platform_dependent' not found for platform cpu")
    return branch(*args)


def create_token(_=None):
    """A value to order effects by; programs run in order here."""
    return _core.asarray(False)


def after_all(*operands):
    return create_token()


def dce_sink(val):
    """Keeps val from being removed as dead code: without effect on results."""


def mulhi(x, y):
    """The high half of the product of two integers, elementwise."""
    from jax.numpy._util import broadcast_arrays
    x, y = broadcast_arrays(*_core.promote_args("mulhi", x, y))
    return _bind("mulhi", (x, y), 1)[0]


def dtype(x, *, align_with_x64=False):
    """The dtype of an array or a scalar."""
    return _core.result_type(x)


def empty(shape, dtype, *, out_sharding=None):
    """Zeros: memory is never left as it was."""
    return _native.full(shape, 0, dtype)


def shape_as_value(shape):
    """A shape as a vector of integers."""
    return _core.asarray([int(n) for n in shape], _core.canonicalize_dtype(int))


def _approximate_k(operand, k, dimension, largest):
    from jax.lax import top_k
    operand = _core.asarray(operand)
    dimension = _axis("approx_max_k", dimension, operand.ndim)
    values, indices = top_k(operand if largest else _native.neg(operand), k, axis=dimension)
    return [values if largest else _native.neg(values), indices]


def approx_max_k(operand, k, reduction_dimension=-1, recall_target=0.95, reduction_input_size_override=-1,
                 aggregate_to_topk=True):
    """The k largest elements along an axis and their indices: exact, as on every CPU."""
    return _approximate_k(operand, k, reduction_dimension, True)


def approx_min_k(operand, k, reduction_dimension=-1, recall_target=0.95, reduction_input_size_override=-1,
                 aggregate_to_topk=True):
    """The k smallest elements along an axis and their indices."""
    return _approximate_k(operand, k, reduction_dimension, False)


def index_take(src, idxs, axes):
    """src at the index arrays idxs along axes: one slice for each position of the index arrays."""
    src = _core.asarray(src)
    from jax.numpy.manipulation import moveaxis
    moved = moveaxis(src, tuple(axes), tuple(range(len(axes))))
    return moved[tuple(_core.asarray(i) for i in idxs)]


def ragged_dot(lhs, rhs, group_sizes, precision=None, preferred_element_type=None, group_offset=None):
    """lhs [m, k] by rhs [groups, k, n]: each row by the matrix of its group, group_sizes [groups] telling how many rows each has."""
    lhs, rhs, sizes = _core.asarray(lhs), _core.asarray(rhs), _core.asarray(group_sizes)
    if group_offset is not None:
        raise NotImplementedError("lax.ragged_dot: group_offset is not supported by cjaxc")
    if lhs.ndim != 2 or rhs.ndim != 3 or sizes.ndim != 1 or lhs.shape[1] != rhs.shape[1] or rhs.shape[0] != sizes.shape[0]:
        raise TypeError(f"ragged_dot requires shapes [m, k], [groups, k, n] and [groups], got {lhs.shape}, {rhs.shape} and {sizes.shape}")
    shape = (sizes.shape[0], *lhs.shape)
    ends = _native.cumsum(sizes, 0)
    rows = _native.broadcasted_iota(ends.dtype, shape, 1)
    high = _native.broadcast_in_dim(ends, shape, (0,))
    low = _native.broadcast_in_dim(_native.sub(ends, sizes), shape, (0,))
    inside = _native.bitwise_and(_native.ge(rows, low), _native.lt(rows, high))
    wide = _native.broadcast_in_dim(lhs, shape, (1, 2))
    masked = _native.select(inside, wide, _native.full_like(wide, 0))
    return _native.dot_general(masked, rhs, (((0, 2), (0, 1)), ((), ())), precision, preferred_element_type)


class RaggedDotDimensionNumbers:
    """The dimensions of ragged_dot_general: contracted and batch ones, the ragged one of lhs, the groups' of rhs."""

    def __init__(self, dot_dimension_numbers, lhs_ragged_dimensions, rhs_group_dimensions):
        self.dot_dimension_numbers = tuple(tuple(tuple(d) for d in pair) for pair in dot_dimension_numbers)
        self.lhs_ragged_dimensions = tuple(lhs_ragged_dimensions)
        self.rhs_group_dimensions = tuple(rhs_group_dimensions)

    def __eq__(self, other):
        return isinstance(other, RaggedDotDimensionNumbers) and vars(self) == vars(other)

    def __hash__(self):
        return hash((self.dot_dimension_numbers, self.lhs_ragged_dimensions, self.rhs_group_dimensions))

    def __repr__(self):
        return (f"RaggedDotDimensionNumbers(dot_dimension_numbers={self.dot_dimension_numbers}, "
                f"lhs_ragged_dimensions={self.lhs_ragged_dimensions}, rhs_group_dimensions={self.rhs_group_dimensions})")


def ragged_dot_general(lhs, rhs, group_sizes, ragged_dot_dimension_numbers, precision=None, preferred_element_type=None,
                       group_offset=None, out_sharding=None):
    """dot_general of slices of lhs along its ragged dimension: one that stays meets rhs's matrix of its group, one that is
    contracted gives a result for each group, first."""
    from jax import vmap
    lhs, rhs, sizes = _core.asarray(lhs), _core.asarray(rhs), _core.asarray(group_sizes)
    numbers = ragged_dot_dimension_numbers
    (contracted, over), (batch, rhs_batch) = numbers.dot_dimension_numbers
    if group_offset is not None or sizes.ndim != 1:
        raise NotImplementedError("lax.ragged_dot_general: group_offset and group_sizes of several axes are not supported by cjax")
    if len(numbers.lhs_ragged_dimensions) != 1:
        raise TypeError(f"ragged_dot_general expects exactly one lhs ragged dimension; got {numbers.lhs_ragged_dimensions}.")
    (ragged,), groups = numbers.lhs_ragged_dimensions, numbers.rhs_group_dimensions
    stays = ragged not in contracted and ragged not in batch
    if len(groups) != (1 if stays else 0):
        raise TypeError("ragged_dot_general: there is one rhs group dimension where the ragged dimension stays, none elsewhere; "
                        f"got {groups}.")
    dimensions = ((contracted, over), (batch, rhs_batch))
    if ragged in batch:
        return _native.dot_general(lhs, rhs, dimensions, precision, preferred_element_type)
    ends = _native.cumsum(sizes, 0)
    rows = _native.broadcasted_iota(ends.dtype, lhs.shape, ragged)

    def masked(end, size):
        inside = _native.bitwise_and(rows >= end - size, rows < end)
        return _native.select(inside, lhs, _native.full_like(lhs, 0))

    def product(end, size, y):
        return _native.dot_general(masked(end, size), y, dimensions, precision, preferred_element_type)

    if not stays:
        return vmap(product, (0, 0, None))(ends, sizes, rhs)
    group = groups[0]
    over, rhs_batch = (tuple(d - (d > group) for d in dims) for dims in (over, rhs_batch))
    dimensions = ((contracted, over), (batch, rhs_batch))
    return vmap(product, (0, 0, group))(ends, sizes, rhs).sum(0)
