"""numpy beside JAX: arrays of 64 bits by default that can be changed in place.

The functions are those of jax.numpy run in host mode: 64-bit defaults, NumPy's promotion, results that are numpy
arrays.  host(f) of _cjax.numpy makes such a function.
"""

import math

from _cjax import numpy as core
from _cjax.host import array, asarray, cell, host
from _cjax.numpy import can_cast, finfo, iinfo, load
from _cjax.host import (bfloat16, bool_, complex64, complex128, complexfloating, dtype, float16, float32, float64,
                        floating, generic, inexact, int8, int16, int32, int64, integer, isdtype, issubdtype, ndarray,
                        number, signedinteger, uint8, uint16, uint32, uint64, unsignedinteger)
from jax import numpy as _jnp
from numpy.indexing import (_fill, _flatten, _sort_in_place, copyto, fill_diagonal, place, put, put_along_axis,
                            putmask)
from jax._src.printing import (array2string, array_repr, array_str, format_float_positional, format_float_scientific,
                            get_printoptions, printoptions, set_printoptions)
from numpy.views import (_flags, array_split, atleast_1d, atleast_2d, atleast_3d, broadcast_arrays, broadcast_to,
                         diagonal, dsplit, expand_dims, flip, fliplr, flipud, hsplit, matrix_transpose, moveaxis, ravel,
                         reshape, rollaxis, rot90, split, squeeze, swapaxes, transpose, vsplit)

result_type, promote_types = host(core.result_type), host(core.promote_types)
bool = bool_
int_, uint, intp, float_, double, single = int64, uint64, int64, float64, float64, float32
e, pi, inf, nan, euler_gamma, newaxis = math.e, math.pi, math.inf, math.nan, 0.5772156649015329, None


def cells(f):
    """f, whose results of rank 0 are arrays, not scalars."""
    def made(*args, **kwargs):
        return cell(f(*args, **kwargs))
    made.__name__ = f.__name__
    return made


abs = host(_jnp.abs)
absolute = host(_jnp.absolute)
add = host(_jnp.add)
all = host(_jnp.all)
allclose = host(_jnp.allclose)
amax = host(_jnp.amax)
amin = host(_jnp.amin)
angle = host(_jnp.angle)
any = host(_jnp.any)
append = host(_jnp.append)
apply_along_axis = host(_jnp.apply_along_axis)
arange = host(_jnp.arange)
arccos = host(_jnp.arccos)
arccosh = host(_jnp.arccosh)
arcsin = host(_jnp.arcsin)
arcsinh = host(_jnp.arcsinh)
arctan = host(_jnp.arctan)
arctan2 = host(_jnp.arctan2)
arctanh = host(_jnp.arctanh)
argmax = host(_jnp.argmax)
argmin = host(_jnp.argmin)
argpartition = host(_jnp.argpartition)
argsort = host(_jnp.argsort)
argwhere = host(_jnp.argwhere)
around = host(_jnp.around)
array_equal = host(_jnp.array_equal)
array_equiv = host(_jnp.array_equiv)
astype = host(_jnp.astype)
average = host(_jnp.average)
bincount = host(_jnp.bincount)
bitwise_and = host(_jnp.bitwise_and)
bitwise_count = host(_jnp.bitwise_count)
bitwise_not = host(_jnp.bitwise_not)
bitwise_or = host(_jnp.bitwise_or)
bitwise_xor = host(_jnp.bitwise_xor)
cbrt = host(_jnp.cbrt)
ceil = host(_jnp.ceil)
choose = host(_jnp.choose)
clip = host(_jnp.clip)
column_stack = host(_jnp.column_stack)
compress = host(_jnp.compress)
concatenate = host(_jnp.concatenate)
conj = host(_jnp.conj)
conjugate = host(_jnp.conjugate)
convolve = host(_jnp.convolve)
copysign = host(_jnp.copysign)
corrcoef = host(_jnp.corrcoef)
correlate = host(_jnp.correlate)
cos = host(_jnp.cos)
cosh = host(_jnp.cosh)
count_nonzero = host(_jnp.count_nonzero)
cov = host(_jnp.cov)
cross = host(_jnp.cross)
cumprod = host(_jnp.cumprod)
cumsum = host(_jnp.cumsum)
deg2rad = host(_jnp.deg2rad)
degrees = host(_jnp.degrees)
delete = host(_jnp.delete)
diag = host(_jnp.diag)
diag_indices = host(_jnp.diag_indices)
diagflat = host(_jnp.diagflat)
diff = host(_jnp.diff)
digitize = host(_jnp.digitize)
divide = host(_jnp.divide)
divmod = host(_jnp.divmod)
dot = host(_jnp.dot)
dstack = host(_jnp.dstack)
ediff1d = host(_jnp.ediff1d)
einsum = host(_jnp.einsum)
empty = cells(host(_jnp.empty))
empty_like = cells(host(_jnp.empty_like))
equal = host(_jnp.equal)
exp = host(_jnp.exp)
exp2 = host(_jnp.exp2)
expm1 = host(_jnp.expm1)
extract = host(_jnp.extract)
eye = host(_jnp.eye)
fabs = host(_jnp.fabs)
flatnonzero = host(_jnp.flatnonzero)
float_power = host(_jnp.float_power)
floor = host(_jnp.floor)
floor_divide = host(_jnp.floor_divide)
fmax = host(_jnp.fmax)
fmin = host(_jnp.fmin)
fmod = host(_jnp.fmod)
fromfunction = host(_jnp.fromfunction)
full = cells(host(_jnp.full))
full_like = cells(host(_jnp.full_like))
geomspace = host(_jnp.geomspace)
gradient = host(_jnp.gradient)
greater = host(_jnp.greater)
greater_equal = host(_jnp.greater_equal)
heaviside = host(_jnp.heaviside)
histogram = host(_jnp.histogram)
histogram_bin_edges = host(_jnp.histogram_bin_edges)
hstack = host(_jnp.hstack)
hypot = host(_jnp.hypot)
identity = host(_jnp.identity)
imag = host(_jnp.imag)
indices = host(_jnp.indices)
inner = host(_jnp.inner)
insert = host(_jnp.insert)
interp = host(_jnp.interp)
intersect1d = host(_jnp.intersect1d)
invert = host(_jnp.invert)
isclose = host(_jnp.isclose)
isfinite = host(_jnp.isfinite)
isin = host(_jnp.isin)
isinf = host(_jnp.isinf)
isnan = host(_jnp.isnan)
isneginf = host(_jnp.isneginf)
isposinf = host(_jnp.isposinf)
ix_ = host(_jnp.ix_)
kron = host(_jnp.kron)
left_shift = host(_jnp.left_shift)
less = host(_jnp.less)
less_equal = host(_jnp.less_equal)
lexsort = host(_jnp.lexsort)
linspace = host(_jnp.linspace)
log = host(_jnp.log)
log10 = host(_jnp.log10)
log1p = host(_jnp.log1p)
log2 = host(_jnp.log2)
logaddexp = host(_jnp.logaddexp)
logaddexp2 = host(_jnp.logaddexp2)
logical_and = host(_jnp.logical_and)
logical_not = host(_jnp.logical_not)
logical_or = host(_jnp.logical_or)
logical_xor = host(_jnp.logical_xor)
logspace = host(_jnp.logspace)
matmul = host(_jnp.matmul)
max = host(_jnp.max)
maximum = host(_jnp.maximum)
mean = host(_jnp.mean)
median = host(_jnp.median)
meshgrid = host(_jnp.meshgrid)
min = host(_jnp.min)
minimum = host(_jnp.minimum)
mod = host(_jnp.mod)
multiply = host(_jnp.multiply)
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
negative = host(_jnp.negative)
nextafter = host(_jnp.nextafter)
nonzero = host(_jnp.nonzero)
not_equal = host(_jnp.not_equal)
ones = cells(host(_jnp.ones))
ones_like = cells(host(_jnp.ones_like))
outer = host(_jnp.outer)
pad = host(_jnp.pad)
partition = host(_jnp.partition)
percentile = host(_jnp.percentile)
piecewise = host(_jnp.piecewise)
polyadd = host(_jnp.polyadd)
polyder = host(_jnp.polyder)
polyint = host(_jnp.polyint)
polymul = host(_jnp.polymul)
polysub = host(_jnp.polysub)
polyval = host(_jnp.polyval)
positive = host(_jnp.positive)
power = host(_jnp.power)
prod = host(_jnp.prod)
ptp = host(_jnp.ptp)
quantile = host(_jnp.quantile)
rad2deg = host(_jnp.rad2deg)
radians = host(_jnp.radians)
ravel_multi_index = host(_jnp.ravel_multi_index)
real = host(_jnp.real)
reciprocal = host(_jnp.reciprocal)
remainder = host(_jnp.remainder)
repeat = host(_jnp.repeat)
resize = host(_jnp.resize)
right_shift = host(_jnp.right_shift)
rint = host(_jnp.rint)
roll = host(_jnp.roll)
round = host(_jnp.round)
searchsorted = host(_jnp.searchsorted)
select = host(_jnp.select)
setdiff1d = host(_jnp.setdiff1d)
setxor1d = host(_jnp.setxor1d)
sign = host(_jnp.sign)
signbit = host(_jnp.signbit)
sin = host(_jnp.sin)
sinc = host(_jnp.sinc)
sinh = host(_jnp.sinh)
sort = host(_jnp.sort)
sqrt = host(_jnp.sqrt)
square = host(_jnp.square)
stack = host(_jnp.stack)
std = host(_jnp.std)
subtract = host(_jnp.subtract)
sum = host(_jnp.sum)
take = host(_jnp.take)
take_along_axis = host(_jnp.take_along_axis)
tan = host(_jnp.tan)
tanh = host(_jnp.tanh)
tensordot = host(_jnp.tensordot)
tile = host(_jnp.tile)
trace = host(_jnp.trace)
trapezoid = host(_jnp.trapezoid)
tri = host(_jnp.tri)
tril = host(_jnp.tril)
tril_indices = host(_jnp.tril_indices)
trim_zeros = host(_jnp.trim_zeros)
triu = host(_jnp.triu)
triu_indices = host(_jnp.triu_indices)
true_divide = host(_jnp.true_divide)
trunc = host(_jnp.trunc)
union1d = host(_jnp.union1d)
unique = host(_jnp.unique)
unravel_index = host(_jnp.unravel_index)
vander = host(_jnp.vander)
var = host(_jnp.var)
vdot = host(_jnp.vdot)
vstack = host(_jnp.vstack)
where = host(_jnp.where)
zeros = cells(host(_jnp.zeros))
zeros_like = cells(host(_jnp.zeros_like))
concat, permute_dims, acos, asin, atan, atan2 = concatenate, transpose, arccos, arcsin, arctan, arctan2
acosh, asinh, atanh, pow, bitwise_left_shift = arccosh, arcsinh, arctanh, power, left_shift
bitwise_right_shift, bitwise_invert = right_shift, bitwise_not
fix = trunc
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
    return isinstance(element, (int, float, complex, str, generic))


def iterable(y):
    return hasattr(y, "__iter__")


from numpy import linalg, random, testing  # noqa: E402
from jax.numpy.grids import c_, index_exp, r_, s_  # noqa: E402
