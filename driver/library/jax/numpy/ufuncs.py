"""Elementwise functions of jax.numpy: each promotes its arguments by JAX's rules, broadcasts them and applies lax ops."""

import math
from operator import index

from _cjax import numpy as core
from jax import lax
from jax._src.wide import wide
from jax.numpy import _logaddexp
from jax.numpy._util import (broadcast_arrays, check_arraylike, is_bool, is_complex, is_inexact, is_integer, like,
                             promote_args, promote_args_inexact)


def _unary(name, op, inexact):
    promote = promote_args_inexact if inexact else promote_args

    def function(x, /):
        return op(*promote(name, x))

    function.__name__ = function.__qualname__ = name
    return function


def _binary(name, op, inexact=False):
    promote = promote_args_inexact if inexact else promote_args

    def function(x, y, /):
        return op(*promote(name, x, y))

    function.__name__ = function.__qualname__ = name
    return function


negative = _unary("negative", lax.neg, False)
exp = _unary("exp", lax.exp, True)
exp2 = _unary("exp2", lax.exp2, True)
expm1 = _unary("expm1", lax.expm1, True)
log = _unary("log", lax.log, True)
log1p = _unary("log1p", lax.log1p, True)
sqrt = _unary("sqrt", lax.sqrt, True)
cbrt = _unary("cbrt", lax.cbrt, True)
sin = _unary("sin", lax.sin, True)
cos = _unary("cos", lax.cos, True)
tan = _unary("tan", lax.tan, True)
asin = arcsin = _unary("arcsin", lax.asin, True)
acos = arccos = _unary("arccos", lax.acos, True)
atan = arctan = _unary("arctan", lax.atan, True)
sinh = _unary("sinh", lax.sinh, True)
cosh = _unary("cosh", lax.cosh, True)
tanh = _unary("tanh", lax.tanh, True)
asinh = arcsinh = _unary("arcsinh", lax.asinh, True)
acosh = arccosh = _unary("arccosh", lax.acosh, True)
atanh = arctanh = _unary("arctanh", lax.atanh, True)

add = _binary("add", lax.add)
multiply = _binary("multiply", lax.mul)
true_divide = divide = _binary("true_divide", lax.div, inexact=True)
subtract = _binary("subtract", lax.sub)
maximum = _binary("maximum", lax.max)
minimum = _binary("minimum", lax.min)
atan2 = arctan2 = _binary("arctan2", lax.atan2, inexact=True)
nextafter = _binary("nextafter", lax.nextafter, inexact=True)
equal = _binary("equal", lax.eq)
not_equal = _binary("not_equal", lax.ne)


def _order(name, op, strict):
    """A comparison; complex numbers by their real parts, then by their imaginary ones."""
    def function(x, y, /):
        x, y = promote_args(name, x, y)
        if not is_complex(x):
            return op(x, y)
        tie = lax.eq(lax.real(x), lax.real(y))
        return lax.select(tie, op(lax.imag(x), lax.imag(y)), strict(lax.real(x), lax.real(y)))

    function.__name__ = function.__qualname__ = name
    return function


less = _order("less", lax.lt, lax.lt)
less_equal = _order("less_equal", lax.le, lax.lt)
greater = _order("greater", lax.gt, lax.gt)
greater_equal = _order("greater_equal", lax.ge, lax.gt)
bitwise_and = _binary("bitwise_and", lax.bitwise_and)
bitwise_or = _binary("bitwise_or", lax.bitwise_or)
bitwise_xor = _binary("bitwise_xor", lax.bitwise_xor)
left_shift = bitwise_left_shift = _binary("left_shift", lax.shift_left)
bitwise_not = bitwise_invert = invert = _unary("bitwise_not", lax.bitwise_not, False)


def right_shift(x, y, /):
    """x >> y: arithmetic for signed integers, logical for unsigned ones."""
    x, y = promote_args("right_shift", x, y)
    unsigned = core.issubdtype(x.dtype, core.unsignedinteger)
    return (lax.shift_right_logical if unsigned else lax.shift_right_arithmetic)(x, y)


bitwise_right_shift = right_shift


def bitwise_count(x, /):
    (x,) = promote_args("bitwise_count", x)
    if is_bool(x):
        return lax.convert_element_type(x, core.uint8)
    return lax.convert_element_type(lax.population_count(abs(x) if is_integer(x) else x), core.uint8)


def positive(x, /):
    (x,) = promote_args("positive", x)
    return x


def absolute(x, /):
    """|x|; the magnitude of complex numbers."""
    (x,) = promote_args("absolute", x)
    return x if is_bool(x) or core.issubdtype(x.dtype, core.unsignedinteger) else lax.abs(x)


def abs(x, /):
    return absolute(x)


def fabs(x, /):
    return lax.abs(*promote_args_inexact("fabs", x))


def sign(x, /):
    (x,) = promote_args("sign", x)
    return lax.sign(x)


def floor(x, /):
    (x,) = promote_args("floor", x)
    return lax.floor(x) if is_inexact(x) else x


def ceil(x, /):
    (x,) = promote_args("ceil", x)
    return lax.ceil(x) if is_inexact(x) else x


def trunc(x, /):
    """x without its fraction."""
    (x,) = promote_args("trunc", x)
    if not is_inexact(x):
        return x
    return lax.select(lax.lt(x, lax.full_like(x, 0)), lax.ceil(x), lax.floor(x))


fix = trunc


def _on_parts(function, x):
    """function of the real and the imaginary part of x, as the parts of a complex result."""
    return lax.complex(function(lax.real(x)), function(lax.imag(x)))


def rint(x, /):
    (x,) = promote_args_inexact("rint", x)
    if is_complex(x):
        return _on_parts(rint, x)
    return lax.round(x, lax.RoundingMethod.TO_NEAREST_EVEN)


def round(a, decimals=0, out=None):
    """x to `decimals` decimal digits, half to even; integers stay."""
    (a,) = promote_args("round", a)
    decimals = index(decimals)
    if is_bool(a):
        raise ValueError("data type <class 'numpy.bool'> not inexact")
    if not is_inexact(a):
        if decimals < 0:
            raise NotImplementedError("integer np.round not implemented for decimals < 0")
        return a
    if is_complex(a):
        return _on_parts(lambda part: round(part, decimals), a)
    if decimals == 0:
        return lax.round(a, lax.RoundingMethod.TO_NEAREST_EVEN)
    factor = lax.full_like(a, 10.0**decimals)
    return lax.div(lax.round(lax.mul(a, factor), lax.RoundingMethod.TO_NEAREST_EVEN), like(a, 10.0**decimals))


around = round


def floor_divide(x, y, /):
    """The floor of x / y; integers divided by zero as XLA does."""
    x, y = promote_args("floor_divide", x, y)
    if is_complex(x):
        raise TypeError("floor_divide does not support complex-valued inputs")
    if core.issubdtype(x.dtype, core.unsignedinteger):
        return lax.div(x, y)
    if is_integer(x):
        x, y = broadcast_arrays(x, y)
        q = lax.div(x, y)
        down = lax.bitwise_and(lax.ne(lax.sign(x), lax.sign(y)), lax.ne(lax.rem(x, y), lax.full_like(x, 0)))
        return lax.select(down, lax.sub(q, lax.full_like(q, 1)), q)
    if is_bool(x):
        raise TypeError(f"floor_divide does not accept dtype {x.dtype}.")
    return _float_divmod(x, y)[0]


def _float_divmod(x, y):
    x, y = broadcast_arrays(x, y)
    mod = lax.rem(x, y)
    div = lax.div(lax.sub(x, mod), y)
    zero, one = lax.full_like(x, 0), lax.full_like(x, 1)
    off = lax.bitwise_and(lax.ne(mod, zero), lax.ne(lax.sign(y), lax.sign(mod)))
    mod = lax.select(off, lax.add(mod, y), mod)
    div = lax.select(off, lax.sub(div, one), div)
    # x / 0 is infinite or nan, whatever the remainder is.
    div = lax.select(lax.eq(y, zero), lax.div(x, y), lax.round(div, lax.RoundingMethod.AWAY_FROM_ZERO))
    return div, mod


def remainder(x, y, /):
    """x - y * floor(x / y): the sign of y."""
    x, y = broadcast_arrays(*promote_args("remainder", x, y))
    zero = lax.full_like(x, 0)
    if is_integer(x):
        y_or_1 = lax.select(lax.eq(y, zero), lax.full_like(y, 1), y)
        m = lax.rem(x, y_or_1)
    else:
        m = lax.rem(x, y)
    nonzero = lax.ne(m, zero)
    other_sign = lax.ne(lax.lt(m, zero), lax.lt(y, zero))
    return lax.select(lax.bitwise_and(nonzero, other_sign), lax.add(m, y), m)


mod = remainder


def fmod(x, y, /):
    """Remainder with the sign of x."""
    x, y = broadcast_arrays(*promote_args("fmod", x, y))
    if is_integer(x):
        zero = lax.full_like(y, 0)
        y = lax.select(lax.eq(y, zero), lax.full_like(y, 1), y)
    return lax.rem(x, y)


def divmod(x, y, /):
    return floor_divide(x, y), remainder(x, y)


def power(x, y, /):
    """x ** y; an integer y that is known is multiplied out."""
    check_arraylike("power", x, y)
    exponent = core.known_integer(y)
    if exponent is not None:
        (x,) = promote_args("power", x)
        if is_bool(x):
            x = lax.convert_element_type(x, core.result_type(int))
        return lax.integer_pow(x, exponent)
    x, y = promote_args("power", x, y)
    if is_inexact(x):
        return lax.pow(x, y)
    return _integer_power(*broadcast_arrays(x, y))


pow = power


def float_power(x, y, /):
    return lax.pow(*promote_args_inexact("float_power", x, y))


def _integer_power(x, y):
    # Square and multiply with the six low bits of y: of more, and of negative ones, JAX leaves this too.
    zero, one = lax.full_like(x, 0), lax.full_like(x, 1)
    result = lax.select(lax.bitwise_and(lax.eq(x, zero), lax.ne(y, zero)), zero, one)
    for _ in range(6):
        result = lax.select(lax.ne(lax.bitwise_and(y, one), zero), lax.mul(result, x), result)
        x, y = lax.mul(x, x), lax.shift_right_logical(y, one)
    return result


def square(x, /):
    (x,) = promote_args("square", x)
    return lax.square(core.astype(x, core.canonicalize_dtype(int)) if x.dtype == core.bool_ and isinstance(x, core.ndarray)
                      else x)


def reciprocal(x, /):
    return lax.integer_pow(*promote_args_inexact("reciprocal", x), -1)


def sinc(x, /):
    """sin(pi x) / (pi x), 1 at 0."""
    return _sinc(*promote_args_inexact("sinc", x))


@wide
def _sinc(x):
    zero = lax.eq(x, lax.full_like(x, 0))
    scaled = lax.mul(lax.full_like(x, math.pi), x)
    safe = lax.select(zero, lax.full_like(x, 1), scaled)
    # At 0 the series stands in, so that derivatives there are right as well (up to the ninth).
    square = lax.mul(scaled, scaled)
    series = lax.full_like(x, 0)
    for k in (4, 3, 2, 1, 0):
        term = lax.full_like(x, (-1) ** k / math.factorial(2 * k + 1))
        series = lax.add(lax.mul(series, square), term)
    value = lax.div(lax.sin(safe), safe) if is_complex(x) else lax.div(_sin_pi(lax.abs(x)), lax.abs(safe))
    return lax.select(zero, series, value)


def _sin_pi(x):
    """sin(pi x), exactly 0 of integers, for x >= 0."""
    n = lax.round(x, lax.RoundingMethod.TO_NEAREST_EVEN)
    odd = lax.ne(lax.rem(n, lax.full_like(x, 2)), lax.full_like(x, 0))
    y = lax.sin(lax.mul(lax.full_like(x, math.pi), lax.sub(x, n)))
    return lax.select(odd, lax.sub(lax.full_like(y, 0), y), y)


def log2(x, /):
    (x,) = promote_args_inexact("log2", x)
    return lax.div(lax.log(x), like(x, math.log(2)))


def log10(x, /):
    (x,) = promote_args_inexact("log10", x)
    return lax.div(lax.log(x), like(x, math.log(10)))


def logaddexp(x, y, /):
    """log(e^x + e^y) without overflow."""
    nothing_cancels = any(isinstance(v, (int, float)) and v >= 0 for v in (x, y))
    function = _logaddexp.narrow if nothing_cancels else _logaddexp.logaddexp
    return function(*broadcast_arrays(*promote_args_inexact("logaddexp", x, y)))


def logaddexp2(x, y, /):
    return _logaddexp.logaddexp2(*broadcast_arrays(*promote_args_inexact("logaddexp2", x, y)))


def hypot(x, y, /):
    """sqrt(x^2 + y^2) without overflow."""
    x, y = broadcast_arrays(*promote_args_inexact("hypot", x, y))
    if is_complex(x):
        raise ValueError("jnp.hypot is not well defined for complex-valued inputs. Please convert to real values first, "
                         "such as by using abs(x)")
    return _hypot(x, y)


@wide
def _hypot(x, y):
    x, y0 = lax.abs(x), lax.abs(y)
    big, small = lax.max(x, y0), lax.min(x, y0)
    safe = lax.select(lax.eq(big, lax.full_like(big, 0)), lax.full_like(big, 1), big)
    ratio = lax.div(small, safe)
    y = lax.mul(big, lax.sqrt(lax.add(lax.full_like(ratio, 1), lax.square(ratio))))
    inf = lax.full_like(big, math.inf)
    return lax.select(lax.bitwise_or(lax.eq(x, inf), lax.eq(y0, inf)), inf, y)


def deg2rad(x, /):
    (x,) = promote_args_inexact("deg2rad", x)
    return lax.mul(x, like(x, math.pi / 180))


def rad2deg(x, /):
    (x,) = promote_args_inexact("rad2deg", x)
    return lax.mul(x, like(x, 180 / math.pi))


radians, degrees = deg2rad, rad2deg


def heaviside(x, h, /):
    """0 below zero, h at zero, 1 above."""
    weak = core.asarray(x).weak_type and core.asarray(h).weak_type
    x, h = broadcast_arrays(*promote_args_inexact("heaviside", x, h))
    zero = lax.full_like(x, 0)
    step = lax.select(lax.lt(x, zero), zero, lax.select(lax.gt(x, zero), lax.full_like(x, 1), h))
    result = lax.select(lax.ne(x, x), x, step)
    return result if weak else _strong(result)


def fmax(x, y, /):
    """The larger; the other one where one is nan."""
    x, y = broadcast_arrays(*promote_args("fmax", x, y))
    return lax.select(lax.bitwise_or(greater(x, y), lax.ne(y, y)), x, y)


def fmin(x, y, /):
    x, y = broadcast_arrays(*promote_args("fmin", x, y))
    return lax.select(lax.bitwise_or(less(x, y), lax.ne(y, y)), x, y)


def copysign(x, y, /):
    x, y = broadcast_arrays(*promote_args_inexact("copysign", x, y))
    if is_complex(x):
        raise TypeError("copysign does not support complex-valued inputs")
    return lax.select(signbit(x) == signbit(y), x, lax.neg(x))


def signbit(x, /):
    """Whether x is negative or -0.0."""
    (x,) = promote_args("signbit", x)
    if is_integer(x):
        return lax.lt(x, lax.full_like(x, 0))
    if is_bool(x):
        return lax.full_like(x, False)
    unsigned = {16: core.uint16, 32: core.uint32, 64: core.uint64}[core.finfo(x.dtype).bits]
    bits = lax.bitcast_convert_type(x, unsigned)
    width = core.finfo(x.dtype).bits
    return lax.ne(lax.shift_right_logical(bits, lax.full_like(bits, width - 1)), lax.full_like(bits, 0))


def _to_bool(x):
    return x if is_bool(x) else lax.ne(x, lax.full_like(x, 0))


def _logical(name, op):
    def function(x, y, /):
        check_arraylike(name, x, y)
        return op(*promote_args(name, _to_bool(core.asarray(x)), _to_bool(core.asarray(y))))

    function.__name__ = function.__qualname__ = name
    return function


logical_and = _logical("logical_and", lax.bitwise_and)
logical_or = _logical("logical_or", lax.bitwise_or)
logical_xor = _logical("logical_xor", lax.bitwise_xor)


def logical_not(x, /):
    (x,) = promote_args("logical_not", x)
    return lax.bitwise_not(_to_bool(x))


def isfinite(x, /):
    (x,) = promote_args("isfinite", x)
    if is_complex(x):
        return lax.bitwise_and(lax.is_finite(lax.real(x)), lax.is_finite(lax.imag(x)))
    return lax.is_finite(x) if is_inexact(x) else lax.full_like(x, True, dtype=core.bool_)


def _strong(x):
    """x without weak typing."""
    return lax.convert_element_type(x, x.dtype)


def isinf(x, /):
    (x,) = promote_args("isinf", x)
    if not is_inexact(x):
        return lax.full_like(x, False, dtype=core.bool_)
    if is_complex(x):
        return lax.bitwise_or(isinf(lax.real(x)), isinf(lax.imag(x)))
    return _strong(lax.eq(lax.abs(x), lax.full_like(x, math.inf)))


def isnan(x, /):
    (x,) = promote_args("isnan", x)
    return lax.ne(x, x)


def isposinf(x, /):
    (x,) = promote_args("isposinf", x)
    return _strong(x == math.inf) if is_inexact(x) else lax.full_like(x, False, dtype=core.bool_)


def isneginf(x, /):
    (x,) = promote_args("isneginf", x)
    return _strong(x == -math.inf) if is_inexact(x) else lax.full_like(x, False, dtype=core.bool_)


def real(x, /):
    (x,) = promote_args("real", x)
    return lax.real(x) if is_complex(x) else x


def imag(x, /):
    (x,) = promote_args("imag", x)
    return lax.imag(x) if is_complex(x) else lax.full_like(x, 0)


def conjugate(x, /):
    (x,) = promote_args("conjugate", x)
    return lax.conj(x) if is_complex(x) else x


def conj(x, /):
    return conjugate(x)


def angle(z, deg=False):
    """The angle of complex numbers, in radians."""
    (z,) = promote_args_inexact("angle", z)
    result = lax.atan2(imag(z), real(z))
    return rad2deg(result) if deg else result


def clip(arr=None, /, min=None, max=None):
    """minimum(maximum(arr, min), max)."""
    if arr is None:
        raise ValueError("No input was provided to the clip function.")
    check_arraylike("clip", arr, *(x for x in (min, max) if x is not None))
    if any(x is not None and core.issubdtype(core.result_type(x), core.complexfloating) for x in (arr, min, max)):
        raise ValueError("Clip received a complex value either through the input or the min/max keywords. Complex values "
                         "have no ordering and cannot be clipped. Please convert to a real value or array by taking the "
                         "real or imaginary components via jax.numpy.real/imag respectively.")
    if min is not None:
        arr = maximum(min, arr)
    if max is not None:
        arr = minimum(max, arr)
    return positive(arr)


def nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None):
    """x with nan and infinities replaced by numbers."""
    (x,) = promote_args("nan_to_num", x)
    if not is_inexact(x):
        return x
    if is_complex(x):
        return _on_parts(lambda part: nan_to_num(part, copy, nan, posinf, neginf), x)
    limits = core.finfo(x.dtype)
    x = lax.select(lax.ne(x, x), lax.full_like(x, nan), x)
    x = lax.select(x == math.inf, lax.full_like(x, limits.max if posinf is None else posinf), x)
    return lax.select(x == -math.inf, lax.full_like(x, limits.min if neginf is None else neginf), x)


def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """|a - b| <= atol + rtol |b|, element by element."""
    a, b = broadcast_arrays(*promote_args("isclose", a, b))
    if not is_inexact(a):
        a, b = promote_args_inexact("isclose", a, b)
    size = lax.abs(b)
    bound = lax.add(lax.full_like(size, atol), lax.mul(lax.full_like(size, rtol), size))
    close = lax.le(lax.abs(lax.sub(a, b)), bound)
    finite = lax.bitwise_and(isfinite(a), isfinite(b))
    same = lax.bitwise_or(lax.bitwise_and(finite, close), lax.bitwise_and(lax.bitwise_not(finite), lax.eq(a, b)))
    if equal_nan:
        same = lax.bitwise_or(same, lax.bitwise_and(lax.ne(a, a), lax.ne(b, b)))
    return same
