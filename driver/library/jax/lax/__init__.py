"""jax.lax: the primitives (natives of _cjax.lax), and functions made of a few of them."""

from _cjax.lax import *  # noqa: F401,F403
from _cjax.lax import (add, bitwise_and, bitwise_not, bitwise_xor, broadcast_in_dim,
                       broadcasted_iota, convert_element_type, div, expand_dims, full_like, mul, neg,
                       shift_right_arithmetic, slice_in_dim, sort, sub)
from _cjax import lax as _native
from _cjax import numpy as _core
from _cjax.primitive import bind as _bind
from jax.lax.bitcast import bitcast_convert_type
from jax._src.axes import canonicalize_axis as _canonicalize_axis
from jax._src.collectives import (all_gather, all_to_all, axis_index, axis_size, pmax, pmean, pmin, ppermute, pshuffle,
                                   psum, psum_scatter, pswapaxes)
from jax.lax.convolution import (conv, conv_dimension_numbers, conv_general_dilated, conv_general_dilated_patches,
                                 conv_transpose, conv_with_general_padding, padtype_to_pads, reduce_window)
from jax.lax.shapes import (conv_general_permutations, conv_general_shape_tuple, conv_shape_tuple,
                            conv_transpose_shape_tuple, reduce_window_shape_tuple)
from jax._src.control import associative_scan, cond, fori_loop, map, scan, switch, while_loop  # noqa: A004
from jax.lax.composed import (after_all, approx_max_k, approx_min_k, broadcast_like, broadcast_to_rank, collapse,
                              composite, create_token, dce_sink, dtype, empty, index_take, mulhi,
                              platform_dependent, ragged_dot, ragged_dot_general,
                              RaggedDotDimensionNumbers, shape_as_value, stack, tile, unstack, with_sharding_constraint)
from jax.lax.special import betainc, random_gamma_grad, regularized_incomplete_beta
from jax._src.solves import custom_linear_solve, custom_root
from jax.lax.types import (ConvDimensionNumbers, GatherDimensionNumbers, GatherScatterMode, Precision, RoundingMethod,
                           ScatterDimensionNumbers)


_types = ("ConvGeneralDilatedDimensionNumbers", "DotDimensionNumbers", "PrecisionLike", "AccuracyMode", "Tolerance", "FftType",
          "RandomAlgorithm", "DotAlgorithm", "DotAlgorithmPreset", "fft", "pcast", "pbroadcast", "scatter_apply", "rng_uniform",
          "rng_bit_generator", "conv_general_dilated_local")


def round(x, rounding_method=RoundingMethod.AWAY_FROM_ZERO):
    """The nearest integer; ties away from zero unless told otherwise."""
    return _native.round(x, RoundingMethod(rounding_method).value)


def stop_gradient(x):
    """x (a pytree) with a zero derivative."""
    from jax.tree_util import tree_map
    return tree_map(_native.stop_gradient, x)


def reduce(operands, init_values, computation, dimensions, out_sharding=None):  # noqa: A001
    """The operands (a pytree) combined along the dimensions by a function of two such trees of scalars."""
    from jax._src.reduce import reduce as general_reduce
    return general_reduce(operands, init_values, computation, dimensions)


def optimization_barrier(operand):
    """operand (a pytree), which no pass connects with what it comes from."""
    from jax.tree_util import tree_map
    return tree_map(_native._barrier, operand)


def broadcast_shapes(*shapes):
    from jax.numpy._util import broadcast_shapes as numpy_broadcast_shapes
    return numpy_broadcast_shapes(*shapes)


def broadcast_arrays(*xs):
    from jax.numpy._util import broadcast_arrays as numpy_broadcast_arrays
    return numpy_broadcast_arrays(*xs)


def zeros_like_array(x):
    return full_like(x, 0)


def reciprocal(x):
    return _native.integer_pow(x, -1)


def batch_matmul(lhs, rhs, precision=None):
    """Matrix products over leading batch dimensions."""
    if lhs.ndim < 2 or rhs.ndim < 2:
        raise ValueError(f"Arguments to batch_matmul must be at least 2D, got {lhs.ndim}, {rhs.ndim}")
    if lhs.ndim != rhs.ndim:
        raise ValueError(f"Arguments to batch_matmul must have same ndim, got {lhs.ndim}, {rhs.ndim}")
    n = lhs.ndim
    batch = tuple(range(n - 2))
    return _native.dot_general(lhs, rhs, (((n - 1,), (n - 2,)), (batch, batch)), precision)


def top_k(operand, k, *, axis=-1):
    """The k largest elements along an axis and their indices; the lower index first among equals."""
    x = _core.asarray(operand)
    axis = _canonicalize_axis(axis, x.ndim)
    if not hasattr(k, "__index__"):
        shape = [k if i == axis else n for i, n in enumerate(x.shape)]
        raise TypeError(f"Shapes must be 1D sequences of concrete values of integer type, got {shape}.")
    if k < 0:
        raise ValueError(f"k argument to top_k must be nonnegative, got {k}")
    if not 0 <= k <= x.shape[axis]:
        raise ValueError(f"k argument to top_k must be no larger than size along axis; got k={k} with shape={list(x.shape)} and axis={axis}")
    return list(_bind("top_k", (x,), 2, k=k, axis=axis))

def __getattr__(name):
    if name in _types:
        from jax._src import lax_rare
        return getattr(lax_rare, name)
    from jax._src.primitives import attribute
    return attribute("jax.lax", name)
