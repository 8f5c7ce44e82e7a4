"""numpy beside JAX: arrays of 64 bits by default that can be changed in place.

The functions are those of jax.numpy run in host mode: 64-bit defaults, NumPy's promotion, results that are numpy
arrays.  host(f) of _cjax.numpy makes such a function.
"""

import math

from _cjax import numpy as core
from _cjax.host import array, asarray, cell, host
from _cjax.host import (bfloat16, bool_, complex64, complex128, complexfloating, dtype, float16, float32, float64,
                        floating, generic, inexact, int8, int16, int32, int64, integer, isdtype, issubdtype, ndarray,
                        number, signedinteger, uint8, uint16, uint32, uint64, unsignedinteger)
from jax import numpy as _jnp
from numpy.indexing import (_fill, _flatten, _sort_in_place, copyto, fill_diagonal, place, put, put_along_axis,
                            putmask)
from jax._src.printing import (array2string, array_repr, array_str, format_float_positional, format_float_scientific,
                            get_printoptions, printoptions, set_printoptions)
from numpy.delegating import by_method, by_slices, with_objects, with_texts
from numpy.differing import (allclose, array_equal, array_equiv, concatenate, convolve, correlate, cumprod, cumsum, digitize,
                             finfo, histogram, iinfo, matmul, meshgrid, polydiv, polymul, promote_types, result_type,
                             searchsorted, stack, tri)
from numpy.files import _tobytes, _tofile, frombuffer, fromfile, genfromtxt, load, loadtxt, save, savetxt, savez, savez_compressed
from numpy.functional import (apply_along_axis, base_repr, binary_repr, errstate, fromfunction, fromiter, ndenumerate,
                              ndindex, nditer, seterr, shares_memory, vectorize)
from numpy.ufuncs import ufunc
from numpy.views import (_flags, array_split, atleast_1d, atleast_2d, atleast_3d, broadcast_arrays, broadcast_to,
                         diagonal, dsplit, expand_dims, flip, fliplr, flipud, hsplit, matrix_transpose, moveaxis, ravel,
                         reshape, rollaxis, rot90, split, squeeze, swapaxes, transpose, vsplit)

can_cast = host(core.can_cast)
bool = bool_
int_, uint, intp, float_, double, single = int64, uint64, int64, float64, float64, float32
e, pi, inf, nan, euler_gamma, newaxis = math.e, math.pi, math.inf, math.nan, 0.5772156649015329, None

__version__ = "2.4.6"


def roots(p):
    """The roots of a polynomial: real where no imaginary part is left, which decides the dtype."""
    found = _roots(p)
    return found.real if asarray(p).dtype.kind != "c" and (found.imag == 0).all() else found


def cells(f):
    """f, whose results of rank 0 are arrays, not scalars."""
    def made(*args, **kwargs):
        return cell(f(*args, **kwargs))
    made.__name__ = f.__name__
    return made


absolute = ufunc(_jnp.absolute, 1)
add = ufunc(_jnp.add, 2)
all = by_method(_jnp.all)
amax = by_method(_jnp.amax)
amin = by_method(_jnp.amin)
angle = host(_jnp.angle)
any = by_method(_jnp.any)
append = host(_jnp.append)
apply_over_axes = host(_jnp.apply_over_axes)
arange = host(_jnp.arange)
arccos = ufunc(_jnp.arccos, 1)
arccosh = ufunc(_jnp.arccosh, 1)
arcsin = ufunc(_jnp.arcsin, 1)
arcsinh = ufunc(_jnp.arcsinh, 1)
arctan = ufunc(_jnp.arctan, 1)
arctan2 = ufunc(_jnp.arctan2, 2)
arctanh = ufunc(_jnp.arctanh, 1)
argmax = by_method(_jnp.argmax)
argmin = by_method(_jnp.argmin)
argpartition = host(_jnp.argpartition)
argsort = host(_jnp.argsort)
argwhere = host(_jnp.argwhere)
around = by_method(_jnp.around)
astype = host(_jnp.astype)
average = host(_jnp.average)
bartlett = host(_jnp.bartlett)
bincount = host(_jnp.bincount)
bitwise_and = ufunc(_jnp.bitwise_and, 2)
bitwise_count = ufunc(_jnp.bitwise_count, 1)
bitwise_not = ufunc(_jnp.bitwise_not, 1)
bitwise_or = ufunc(_jnp.bitwise_or, 2)
bitwise_xor = ufunc(_jnp.bitwise_xor, 2)
blackman = host(_jnp.blackman)
block = host(_jnp.block)
broadcast_shapes = host(_jnp.broadcast_shapes)
cbrt = ufunc(_jnp.cbrt, 1)
ceil = ufunc(_jnp.ceil, 1)
choose = by_method(_jnp.choose)
clip = host(_jnp.clip)
column_stack = host(_jnp.column_stack)
compress = host(_jnp.compress)
conj = ufunc(_jnp.conj, 1)
conjugate = ufunc(_jnp.conjugate, 1)
copysign = ufunc(_jnp.copysign, 2)
corrcoef = host(_jnp.corrcoef)
cos = ufunc(_jnp.cos, 1)
cosh = ufunc(_jnp.cosh, 1)
count_nonzero = host(_jnp.count_nonzero)
cov = host(_jnp.cov)
cross = host(_jnp.cross)
cumulative_prod = host(_jnp.cumulative_prod)
cumulative_sum = host(_jnp.cumulative_sum)
deg2rad = ufunc(_jnp.deg2rad, 1)
degrees = ufunc(_jnp.degrees, 1)
delete = host(_jnp.delete)
diag = host(_jnp.diag)
diag_indices = host(_jnp.diag_indices)
diagflat = host(_jnp.diagflat)
diff = host(_jnp.diff)
divide = ufunc(_jnp.divide, 2)
divmod = host(_jnp.divmod)
dot = host(_jnp.dot)
dstack = host(_jnp.dstack)
ediff1d = host(_jnp.ediff1d)
einsum = host(_jnp.einsum)
empty = cells(host(_jnp.empty))
empty_like = cells(host(_jnp.empty_like))
equal = ufunc(_jnp.equal, 2)
exp = ufunc(_jnp.exp, 1)
exp2 = ufunc(_jnp.exp2, 1)
expm1 = ufunc(_jnp.expm1, 1)
extract = host(_jnp.extract)
eye = host(_jnp.eye)
fabs = ufunc(_jnp.fabs, 1)
flatnonzero = host(_jnp.flatnonzero)
float_power = ufunc(_jnp.float_power, 2)
floor = ufunc(_jnp.floor, 1)
floor_divide = ufunc(_jnp.floor_divide, 2)
fmax = ufunc(_jnp.fmax, 2)
fmin = ufunc(_jnp.fmin, 2)
fmod = ufunc(_jnp.fmod, 2)
frexp = host(_jnp.frexp)
full = cells(host(_jnp.full))
full_like = cells(host(_jnp.full_like))
gcd = ufunc(_jnp.gcd, 2)
geomspace = host(_jnp.geomspace)
gradient = host(_jnp.gradient)
greater = ufunc(_jnp.greater, 2)
greater_equal = ufunc(_jnp.greater_equal, 2)
hamming = host(_jnp.hamming)
hanning = host(_jnp.hanning)
heaviside = ufunc(_jnp.heaviside, 2)
histogram2d = host(_jnp.histogram2d)
histogram_bin_edges = host(_jnp.histogram_bin_edges)
histogramdd = host(_jnp.histogramdd)
hstack = host(_jnp.hstack)
hypot = ufunc(_jnp.hypot, 2)
i0 = host(_jnp.i0)
identity = host(_jnp.identity)
imag = by_slices(_jnp.imag)(host(_jnp.imag))
in1d = host(_jnp.in1d)
indices = host(_jnp.indices)
inner = host(_jnp.inner)
insert = host(_jnp.insert)
interp = host(_jnp.interp)
intersect1d = host(_jnp.intersect1d)
invert = ufunc(_jnp.invert, 1)
isclose = host(_jnp.isclose)
iscomplex = host(_jnp.iscomplex)
iscomplexobj = host(_jnp.iscomplexobj)
isfinite = ufunc(_jnp.isfinite, 1)
isin = host(_jnp.isin)
isinf = ufunc(_jnp.isinf, 1)
isnan = ufunc(_jnp.isnan, 1)
isneginf = host(_jnp.isneginf)
isposinf = host(_jnp.isposinf)
isreal = host(_jnp.isreal)
isrealobj = host(_jnp.isrealobj)
ix_ = host(_jnp.ix_)
kaiser = host(_jnp.kaiser)
kron = host(_jnp.kron)
lcm = ufunc(_jnp.lcm, 2)
ldexp = ufunc(_jnp.ldexp, 2)
left_shift = ufunc(_jnp.left_shift, 2)
less = ufunc(_jnp.less, 2)
less_equal = ufunc(_jnp.less_equal, 2)
lexsort = host(_jnp.lexsort)
linspace = host(_jnp.linspace)
log = ufunc(_jnp.log, 1)
log10 = ufunc(_jnp.log10, 1)
log1p = ufunc(_jnp.log1p, 1)
log2 = ufunc(_jnp.log2, 1)
logaddexp = ufunc(_jnp.logaddexp, 2)
logaddexp2 = ufunc(_jnp.logaddexp2, 2)
logical_and = ufunc(_jnp.logical_and, 2)
logical_not = ufunc(_jnp.logical_not, 1)
logical_or = ufunc(_jnp.logical_or, 2)
logical_xor = ufunc(_jnp.logical_xor, 2)
logspace = host(_jnp.logspace)
mask_indices = host(_jnp.mask_indices)
matvec = host(_jnp.matvec)
max = by_method(_jnp.max)
maximum = ufunc(_jnp.maximum, 2)
mean = by_method(_jnp.mean)
median = host(_jnp.median)
min = by_method(_jnp.min)
minimum = ufunc(_jnp.minimum, 2)
mod = ufunc(_jnp.mod, 2)
modf = host(_jnp.modf)
multiply = ufunc(_jnp.multiply, 2)
nan_to_num = host(_jnp.nan_to_num)
nanargmax = host(_jnp.nanargmax)
nanargmin = host(_jnp.nanargmin)
nancumprod = host(_jnp.nancumprod)
nancumsum = host(_jnp.nancumsum)
nanmax = host(_jnp.nanmax)
nanmean = host(_jnp.nanmean)
nanmedian = host(_jnp.nanmedian)
nanmin = host(_jnp.nanmin)
nanpercentile = host(_jnp.nanpercentile)
nanprod = host(_jnp.nanprod)
nanquantile = host(_jnp.nanquantile)
nanstd = host(_jnp.nanstd)
nansum = host(_jnp.nansum)
nanvar = host(_jnp.nanvar)
negative = ufunc(_jnp.negative, 1)
nextafter = ufunc(_jnp.nextafter, 2)
nonzero = by_method(_jnp.nonzero)
not_equal = ufunc(_jnp.not_equal, 2)
ones = cells(host(_jnp.ones))
ones_like = cells(host(_jnp.ones_like))
outer = host(_jnp.outer)
packbits = host(_jnp.packbits)
pad = host(_jnp.pad)
partition = host(_jnp.partition)
percentile = host(_jnp.percentile)
piecewise = host(_jnp.piecewise)
poly = host(_jnp.poly)
polyadd = host(_jnp.polyadd)
polyder = host(_jnp.polyder)
polyfit = host(_jnp.polyfit)
polyint = host(_jnp.polyint)
polysub = host(_jnp.polysub)
polyval = host(_jnp.polyval)
positive = ufunc(_jnp.positive, 1)
power = ufunc(_jnp.power, 2)
prod = by_method(_jnp.prod)
ptp = host(_jnp.ptp)
quantile = host(_jnp.quantile)
rad2deg = ufunc(_jnp.rad2deg, 1)
radians = ufunc(_jnp.radians, 1)
ravel_multi_index = host(_jnp.ravel_multi_index)
real = by_slices(_jnp.real)(host(_jnp.real))
reciprocal = ufunc(_jnp.reciprocal, 1)
remainder = ufunc(_jnp.remainder, 2)
repeat = by_method(_jnp.repeat)
resize = host(_jnp.resize)
right_shift = ufunc(_jnp.right_shift, 2)
rint = ufunc(_jnp.rint, 1)
roll = host(_jnp.roll)
_roots = host(_jnp.roots)
round = by_method(_jnp.round)
select = host(_jnp.select)
setdiff1d = host(_jnp.setdiff1d)
setxor1d = host(_jnp.setxor1d)
sign = ufunc(_jnp.sign, 1)
signbit = ufunc(_jnp.signbit, 1)
sin = ufunc(_jnp.sin, 1)
sinc = host(_jnp.sinc)
sinh = ufunc(_jnp.sinh, 1)
sort = host(_jnp.sort)
sort_complex = host(_jnp.sort_complex)
sqrt = ufunc(_jnp.sqrt, 1)
square = ufunc(_jnp.square, 1)
std = by_method(_jnp.std)
subtract = ufunc(_jnp.subtract, 2)
sum = by_method(_jnp.sum)
take = by_method(_jnp.take)
take_along_axis = host(_jnp.take_along_axis)
tan = ufunc(_jnp.tan, 1)
tanh = ufunc(_jnp.tanh, 1)
tensordot = cells(host(_jnp.tensordot))
tile = host(_jnp.tile)
trace = host(_jnp.trace)
trapezoid = host(_jnp.trapezoid)
tril = host(_jnp.tril)
tril_indices = host(_jnp.tril_indices)
tril_indices_from = host(_jnp.tril_indices_from)
trim_zeros = host(_jnp.trim_zeros)
triu = host(_jnp.triu)
triu_indices = host(_jnp.triu_indices)
triu_indices_from = host(_jnp.triu_indices_from)
true_divide = ufunc(_jnp.true_divide, 2)
trunc = ufunc(_jnp.trunc, 1)
union1d = host(_jnp.union1d)
unique = host(_jnp.unique)
unique_all = host(_jnp.unique_all)
unique_counts = host(_jnp.unique_counts)
unique_inverse = host(_jnp.unique_inverse)
unique_values = host(_jnp.unique_values)
unpackbits = host(_jnp.unpackbits)
unravel_index = host(_jnp.unravel_index)
unstack = host(_jnp.unstack)
unwrap = host(_jnp.unwrap)
vander = host(_jnp.vander)
var = by_method(_jnp.var)
vdot = host(_jnp.vdot)
vecdot = ufunc(_jnp.vecdot, 2)
vecmat = host(_jnp.vecmat)
vstack = host(_jnp.vstack)
where = host(_jnp.where)
zeros = cells(host(_jnp.zeros))
zeros_like = cells(host(_jnp.zeros_like))
abs = absolute
concat, permute_dims, acos, asin, atan, atan2 = concatenate, transpose, arccos, arcsin, arctan, arctan2
acosh, asinh, atanh, pow, bitwise_left_shift = arccosh, arcsinh, arctanh, power, left_shift
bitwise_right_shift, bitwise_invert = right_shift, bitwise_not
fix, may_share_memory, long, longlong = trunc, shares_memory, int64, int64
asanyarray = ascontiguousarray = asarray


def copy(a, order="K", subok=False):
    """A new array."""
    return array(a)


def shape(a):
    return core.shape(a)


def ndim(a):
    return core.ndim(a)


def size(a, axis=None):
    return core.size(a) if axis is None else core.shape(a)[axis]


def isscalar(element):
    return not isinstance(element, ndarray) and isinstance(element, (int, float, complex, str, bytes, generic))


def from_dlpack(x, /, *, device=None, copy=None):
    """The array that x gives by the DLPack protocol."""
    return asarray(x.__dlpack__().array)


def iterable(y):
    return hasattr(y, "__iter__")


from numpy import fft, linalg, random, testing  # noqa: E402
from numpy.grids import c_, index_exp, mgrid, ogrid, r_, s_  # noqa: E402

# What takes arrays of texts too.
unique, where, sort, argsort, concatenate, stack, hstack, vstack, append, isin, array_equal, full, repeat, tile, take, flip, ravel, \
    reshape, transpose, shape, ndim, size, copy, array_repr, array_str, array2string, broadcast_to = [with_texts(f) for f in (
        unique, where, sort, argsort, concatenate, stack, hstack, vstack, append, isin, array_equal, full, repeat, tile, take, flip,
        ravel, reshape, transpose, shape, ndim, size, copy, array_repr, array_str, array2string, broadcast_to)]
concat, permute_dims = concatenate, transpose
empty, zeros, ones, full = with_objects(empty, None, 1), with_objects(zeros, 0, 1), with_objects(ones, 1, 1), with_objects(full, None, 2)
__lazy__ = ("char", "strings", "polynomial", "lib")


def __getattr__(name):
    if name == "poly1d":
        from numpy._poly1d import poly1d
        return poly1d
    if name == "exceptions":
        import numpy.exceptions as found
        return found
    if name != "str_":
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    from numpy.texts import str_
    return str_
