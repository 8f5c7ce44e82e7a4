"""jax.numpy: NumPy's functions over lax ops, with JAX's promotion rules."""

import math

from _cjax import numpy as core
from _cjax.numpy import (array_repr, array_str, bfloat16, bool_, can_cast, complex64, complex128, complexfloating, dtype,
                         finfo, float16, float32, float64, floating, generic, iinfo, inexact, int8, int16, int32, int64,
                         integer, isdtype, issubdtype, ndarray, number, printoptions, promote_types, result_type,
                         set_printoptions, signedinteger, uint8, uint16, uint32, uint64, unsignedinteger)
from jax.numpy import linalg
from jax.numpy._util import broadcast_arrays, broadcast_shapes, broadcast_to
from jax.numpy.creation import (arange, array, asarray, copy, diag, diag_indices, diagflat, diagonal, empty, empty_like,
                                eye, fromfunction, full, full_like, geomspace, hamming, hanning, identity, indices, ix_,
                                linspace, logspace, meshgrid, ones, ones_like, tri, tril, tril_indices, triu, triu_indices,
                                vander, zeros, zeros_like)
from jax.numpy.indexing import (apply_along_axis, argwhere, choose, compress, delete, extract, fill_diagonal, flatnonzero,
                                insert, nonzero, piecewise, put_along_axis, ravel_multi_index, select, take,
                                take_along_axis, unravel_index, where)
from jax.numpy.manipulation import (append, array_split, astype, atleast_1d, atleast_2d, atleast_3d, column_stack, concat,
                                    concatenate, dstack, expand_dims, flip, fliplr, flipud, hsplit, hstack,
                                    matrix_transpose, moveaxis, ndim, pad, permute_dims, ravel, repeat, reshape, resize,
                                    roll, rollaxis, rot90, shape, size, split, squeeze, stack, swapaxes, tile, transpose,
                                    trim_zeros, unstack, vsplit, vstack)
from jax.numpy.products import (cross, dot, einsum, inner, kron, matmul, matvec, outer, tensordot, trace, vdot, vecdot,
                                vecmat)
from jax.numpy.reductions import (all, allclose, amax, amin, any, argmax, argmin, array_equal, array_equiv, average,
                                  count_nonzero, cumprod, cumsum, cumulative_sum, diff, ediff1d, gradient, max, mean, min,
                                  nanargmax, nanargmin, nancumprod, nancumsum, nanmax, nanmean, nanmin, nanprod, nanstd,
                                  nansum, nanvar, prod, ptp, std, sum, trapezoid, var)
from jax.numpy.sorting import (argpartition, argsort, bincount, digitize, in1d, intersect1d, isin, lexsort, partition,
                               searchsorted, setdiff1d, setxor1d, sort, sort_complex, union1d, unique)
from jax.numpy.statistics import (convolve, corrcoef, correlate, cov, histogram, histogram_bin_edges, interp, median,
                                  nanmedian, nanpercentile, nanquantile, percentile, polyadd, polyder, polyint, polymul,
                                  polysub, polyval, quantile)
from jax.numpy.ufuncs import (abs, absolute, acos, acosh, add, angle, arccos, arccosh, arcsin, arcsinh, arctan, arctan2,
                              arctanh, around, asin, asinh, atan, atan2, atanh, bitwise_and, bitwise_count,
                              bitwise_invert, bitwise_left_shift, bitwise_not, bitwise_or, bitwise_right_shift,
                              bitwise_xor, cbrt, ceil, clip, conj, conjugate, copysign, cos, cosh, deg2rad, degrees,
                              divide, divmod, equal, exp, exp2, expm1, fabs, float_power, floor, floor_divide, fmax,
                              fmin, fmod, greater, greater_equal, heaviside, hypot, imag, invert, isclose, isfinite,
                              isinf, isnan, isneginf, isposinf, left_shift, less, less_equal, log, log1p, log2, log10,
                              logaddexp, logaddexp2, logical_and, logical_not, logical_or, logical_xor, maximum, minimum,
                              mod, multiply, nan_to_num, negative, nextafter, not_equal, positive, pow, power, rad2deg,
                              radians, real, reciprocal, remainder, right_shift, rint, round, sign, signbit, sin, sinc,
                              sinh, sqrt, square, subtract, tan, tanh, true_divide, trunc)
from jax.numpy.vectorized import r_, c_, s_, index_exp, vectorize

bool = bool_
single, double, csingle, cdouble = float32, float64, complex64, complex128
int_, uint, float_, complex_ = (int64, uint64, float64, complex128) if core.x64() else (int32, uint32, float32, complex64)
e, pi, inf, nan, euler_gamma, newaxis = math.e, math.pi, math.inf, math.nan, 0.5772156649015329, None


def isscalar(element):
    """A number, or an array of rank 0."""
    return core.is_arraylike(element) and core.ndim(element) == 0


def isreal(x):
    return imag(x) == 0


def iscomplex(x):
    return imag(x) != 0


def iscomplexobj(x):
    return core.issubdtype(core.result_type(x), complexfloating)


def isrealobj(x):
    return not iscomplexobj(x)


def iterable(y):
    try:
        iter(y)
        return True
    except TypeError:
        return False
