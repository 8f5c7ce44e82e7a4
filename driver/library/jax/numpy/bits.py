"""Integers and floating-point numbers in their parts: gcd, lcm, packed bits, mantissas and exponents."""

from _cjax import numpy as core
from jax import lax
from jax.numpy import reductions
from jax.numpy._util import canonicalize_axis, check_arraylike, is_integer, promote_args, promote_args_inexact
from jax.numpy.creation import arange
from jax.numpy.indexing import where
from jax.numpy.manipulation import moveaxis

asarray = core.asarray


def _integers(name, x1, x2):
    x1, x2 = promote_args(name, x1, x2)
    if not core.issubdtype(x1.dtype, core.integer):
        raise ValueError(f"Arguments to jax.numpy.{name} must be integers.")
    return x1, x2


def _magnitude(x):
    return x if core.issubdtype(x.dtype, core.unsignedinteger) else lax.abs(x)


def gcd(x1, x2):
    """Greatest common divisor, elementwise, by Euclid's algorithm."""
    x1, x2 = _integers("gcd", x1, x2)
    shape = lax.broadcast_shapes(x1.shape, x2.shape)
    from jax.numpy._util import broadcast_to

    def step(pair):
        a, b = pair
        divisor = where(b != 0, b, lax.full_like(b, 1))
        a, b = where(b != 0, b, a), where(b != 0, lax.rem(a, divisor), lax.full_like(b, 0))
        larger = lax.max(a, b)
        return larger, lax.min(a, b)

    start = (_magnitude(broadcast_to(x1, shape)), _magnitude(broadcast_to(x2, shape)))
    return lax.while_loop(lambda pair: reductions.any(pair[1] != 0), step, start)[0]


def lcm(x1, x2):
    """Least common multiple, elementwise; 0 where an argument is."""
    x1, x2 = _integers("lcm", x1, x2)
    x1, x2 = _magnitude(x1), _magnitude(x2)
    d = gcd(x1, x2)
    return where(d == 0, 0, x1 * lax.div(x2, where(d == 0, 1, d)))


def packbits(a, axis=None, bitorder="big"):
    """Groups of eight values, as bits (set where not zero), in one uint8 each; zeros fill the last group."""
    check_arraylike("packbits", a)
    a = asarray(a)
    if not (core.issubdtype(a.dtype, core.integer) or a.dtype == core.bool_):
        raise TypeError("Expected an input array of integer or boolean data type")
    if bitorder not in ("little", "big"):
        raise ValueError("'order' must be either 'little' or 'big'")
    bits = (a > 0).astype(core.uint8)
    if axis is None:
        bits, axis = bits.reshape(-1), 0
    bits = moveaxis(bits, axis, -1)
    missing = -bits.shape[-1] % 8
    if missing:
        bits = lax.pad(bits, lax.full((), 0, core.uint8), [(0, 0, 0)] * (bits.ndim - 1) + [(0, missing, 0)])
    bits = bits.reshape(bits.shape[:-1] + (bits.shape[-1] // 8, 8))
    packed = reductions.sum(bits << _shifts(bitorder), axis=-1, dtype=core.uint8)
    return moveaxis(packed, -1, axis)


def unpackbits(a, axis=None, count=None, bitorder="big"):
    """The bits of uint8 values, one to an element; count keeps the first ones, or drops that many from the end."""
    check_arraylike("unpackbits", a)
    a = asarray(a)
    if a.dtype != core.uint8:
        raise TypeError("Expected an input array of unsigned byte data type")
    if bitorder not in ("little", "big"):
        raise ValueError("'order' must be either 'little' or 'big'")
    if axis is None:
        a, axis = a.reshape(-1), 0
    a = moveaxis(a, axis, -1)
    bits = (a[..., None] >> _shifts(bitorder)) & 1
    bits = bits.reshape(a.shape[:-1] + (a.shape[-1] * 8,))
    if count is not None:
        extra = count - bits.shape[-1]
        if count >= 0 and extra > 0:
            bits = lax.pad(bits, lax.full((), 0, core.uint8), [(0, 0, 0)] * (bits.ndim - 1) + [(0, extra, 0)])
        bits = bits[..., :count]
    return moveaxis(bits, -1, axis)


def _shifts(bitorder):
    i = arange(8, dtype=core.uint8)
    return i if bitorder == "little" else 7 - i


# Per float type: the unsigned type of its width, bits of the mantissa, and the exponent's bias.
_LAYOUT = {"float16": (core.uint16, 10, 15), "bfloat16": (core.uint16, 7, 127), "float32": (core.uint32, 23, 127),
           "float64": (core.uint64, 52, 1023)}


def frexp(x, /):
    """The mantissa, with magnitude in [0.5, 1), and the exponent of 2 (int32), whose product is x."""
    check_arraylike("frexp", x)
    (x,) = promote_args_inexact("frexp", x)
    if core.issubdtype(x.dtype, core.complexfloating):
        raise TypeError("frexp does not support complex-valued inputs")
    unsigned, digits, bias = _LAYOUT[x.dtype.name]
    mask = (1 << (core.finfo(x.dtype).bits - 1 - digits)) - 1
    raw = lax.bitcast_convert_type(x, unsigned)
    power = ((raw >> digits) & mask).astype(core.int32)
    digit_bits = raw & ((1 << digits) - 1)
    # Denormal numbers: their highest set digit moves to the place of the hidden one.
    up = lax.clz(digit_bits).astype(core.int32) - (core.finfo(x.dtype).bits - 1 - digits)
    small = (power == 0) & (digit_bits != 0)
    digit_bits = where(small, (digit_bits << up.astype(unsigned)) & ((1 << digits) - 1), digit_bits)
    exponent = where(small, 1 - up, power) - (bias - 1)
    sign = raw & lax.full_like(raw, 1 << (core.finfo(x.dtype).bits - 1))
    half = sign | lax.full_like(raw, (bias - 1) << digits) | digit_bits
    special = (power == mask) | ((power == 0) & ~small)
    mantissa = where(special, x, lax.bitcast_convert_type(half, x.dtype))
    return mantissa, where(special, 0, exponent).astype(core.int32)


def ldexp(x1, x2, /):
    """x1 * 2 ** x2."""
    check_arraylike("ldexp", x1, x2)
    if not (is_integer(core.result_type(x2)) or core.result_type(x2) == core.bool_):
        raise ValueError(f"ldexp not supported for input types {(core.result_type(x1), core.result_type(x2))}")
    x1, power = asarray(x1), asarray(x2)
    if core.issubdtype(x1.dtype, core.complexfloating):
        raise ValueError(f"ldexp not supported for input types {(x1.dtype, power.dtype)}")
    (x,) = promote_args_inexact("ldexp", x1)
    limit = core.finfo(x.dtype).maxexp
    # In three factors, so that neither a large nor a small power leaves the range on the way.
    power = power.astype(core.int32)
    for _ in range(3):
        part = where(power > limit - 1, limit - 1, where(power < 2 - limit, 2 - limit, power))
        x = x * lax.exp2(part.astype(x.dtype)).astype(x.dtype)
        power = power - part
    return x


def modf(x, /, out=None):
    """The fractional and the integral part, both with x's sign."""
    check_arraylike("modf", x)
    (x,) = promote_args_inexact("modf", x)
    if out is not None:
        raise NotImplementedError("The 'out' argument to jnp.modf is not supported.")
    whole = where(x >= 0, lax.floor(x), lax.ceil(x))
    return x - whole, whole


def spacing(x, /):
    """The distance to the next number away from zero, with x's sign."""
    (x,) = promote_args_inexact("spacing", x)
    if core.issubdtype(x.dtype, core.complexfloating):
        raise ValueError("jnp.spacing is not supported for complex values.")
    towards = where(x >= 0, lax.full_like(x, float("inf")), lax.full_like(x, float("-inf")))
    return where(lax.is_finite(x), lax.nextafter(x, towards.astype(x.dtype)) - x, float("nan")).astype(x.dtype)
