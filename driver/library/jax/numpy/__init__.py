"""jax.numpy: NumPy's functions over lax ops, with JAX's promotion rules."""

import math

from _cjax import numpy as core
from _cjax.numpy import (bfloat16, bool_, can_cast, character, complex64, complex128, complexfloating, dtype, finfo, flexible, float16,
                         float32, float64, float4_e2m1fn, float8_e3m4, float8_e4m3, float8_e4m3b11fnuz, float8_e4m3fn,
                         float8_e4m3fnuz, float8_e5m2, float8_e5m2fnuz, float8_e8m0fnu, floating, generic, iinfo, inexact, object_, int8, int16, int32, int64, integer,
                         isdtype, issubdtype, ndarray, number, promote_types, result_type, signedinteger, uint8, uint16,
                         uint32, uint64, unsignedinteger)
from jax._src.printing import array_repr, array_str, get_printoptions, printoptions, set_printoptions
from jax.numpy import fft, linalg
from jax.numpy._util import broadcast_arrays, broadcast_shapes, broadcast_to, check_arraylike
from jax.numpy.creation import (arange, array, asarray, copy, diag, diag_indices, diag_indices_from, diagflat, diagonal,
                                empty, empty_like, eye, frombuffer, fromfile, fromfunction, fromiter, fromstring, full,
                                full_like, geomspace, identity, indices, ix_, linspace, logspace, mask_indices,
                                meshgrid, ones, ones_like, tri, tril, tril_indices, tril_indices_from, triu,
                                triu_indices, triu_indices_from, vander, zeros, zeros_like)
from jax.numpy.files import load, save, savez
from jax.numpy.indexing import (apply_along_axis, apply_over_axes, argwhere, choose, compress, delete, extract,
                                fill_diagonal, flatnonzero, insert, nonzero, piecewise, place, put, put_along_axis,
                                ravel_multi_index, select, take, take_along_axis, unravel_index, where)
from jax.numpy.manipulation import (append, array_split, astype, atleast_1d, atleast_2d, atleast_3d, block,
                                    column_stack, concat, concatenate, dsplit, dstack, expand_dims, flip, fliplr,
                                    flipud, hsplit, hstack, matrix_transpose, moveaxis, ndim, pad, permute_dims, ravel,
                                    repeat, reshape, resize, roll, rollaxis, rot90, shape, size, split, squeeze, stack,
                                    swapaxes, tile, transpose, trim_zeros, unstack, vsplit, vstack)
from jax.numpy.ufunc_methods import (add, bitwise_and, bitwise_or, bitwise_xor, frompyfunc, logaddexp, logaddexp2,
                                     logical_and, logical_or, logical_xor, maximum, minimum, multiply, negative,
                                     subtract, ufunc)
from jax.numpy.polynomials import poly, polyadd, polyder, polydiv, polyfit, polyint, polymul, polysub, polyval, roots
from jax.numpy.windows import bartlett, blackman, hamming, hanning, i0, kaiser
from jax.numpy.bits import frexp, gcd, lcm, ldexp, modf, packbits, spacing, unpackbits
from jax.numpy.grids import c_, index_exp, mgrid, ogrid, r_, s_
from jax.numpy.products import (cross, dot, einsum, inner, kron, matmul, matvec, outer, tensordot, trace, vdot, vecdot,
                                vecmat)
from jax.numpy.reductions import (all, allclose, amax, amin, any, argmax, argmin, array_equal, array_equiv, average,
                                  count_nonzero, cumprod, cumsum, cumulative_prod, cumulative_sum, diff, ediff1d,
                                  gradient, max, mean, min, nanargmax, nanargmin, nancumprod, nancumsum, nanmax,
                                  nanmean, nanmin, nanprod, nanstd, nansum, nanvar, prod, ptp, std, sum, trapezoid,
                                  unwrap, var)
from jax.numpy.sorting import (argpartition, argsort, bincount, digitize, in1d, intersect1d, isin, lexsort, partition,
                               searchsorted, setdiff1d, setxor1d, sort, sort_complex, union1d, unique, unique_all,
                               unique_counts, unique_inverse, unique_values)
from jax.numpy.statistics import (convolve, corrcoef, correlate, cov, histogram, histogram2d, histogram_bin_edges,
                                  histogramdd, interp, median, nanmedian, nanpercentile, nanquantile, percentile,
                                  quantile)
from jax.numpy.ufuncs import (abs, absolute, acos, acosh, angle, arccos, arccosh, arcsin, arcsinh, arctan, arctan2,
                              arctanh, around, asin, asinh, atan, atan2, atanh, bitwise_count, bitwise_invert,
                              bitwise_left_shift, bitwise_not, bitwise_right_shift, cbrt, ceil, clip, conj, conjugate,
                              copysign, cos, cosh, deg2rad, degrees, divide, divmod, equal, exp, exp2, expm1, fabs,
                              float_power, floor, floor_divide, fmax, fmin, fmod, greater, greater_equal, heaviside,
                              hypot, imag, invert, isclose, isfinite, isinf, isnan, isneginf, isposinf, left_shift,
                              less, less_equal, log, log1p, log2, log10, logical_not, mod, nan_to_num, nextafter,
                              not_equal, positive, pow, power, rad2deg, radians, real, reciprocal, remainder,
                              right_shift, rint, round, sign, signbit, sin, sinc, sinh, sqrt, square, tan, tanh,
                              true_divide, trunc)
from jax.numpy.namespace import (ComplexWarning, __array_api_version__, __array_namespace_info__, einsum_path,
                                 from_dlpack)
from jax.numpy.vectorized import vectorize

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
    check_arraylike("iscomplex", x)
    return imag(x) != 0 if iscomplexobj(x) else full_like(x, False, dtype=bool_)


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
