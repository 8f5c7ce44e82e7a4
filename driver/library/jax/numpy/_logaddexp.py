"""log(e^x + e^y) without overflow, and its derivative e^x / (e^x + e^y), where top and |x - y| have none."""

import math

from _cjax import numpy as core
from jax import lax
from jax._src.custom import custom_jvp
from jax._src.wide import wide
from jax.numpy._util import is_complex, like


def _value(x, y):
    top, delta = lax.max(x, y), lax.sub(x, y)
    if is_complex(x):
        low = lax.select(lax.eq(lax.real(x), lax.real(top)), y, x)
        sum_ = lax.add(top, lax.log1p(lax.exp(lax.sub(low, top))))
        turn = round(lax.imag(sum_) / (2 * math.pi)) * (2 * math.pi)
        return lax.select(lax.ne(delta, delta), lax.add(x, y), lax.complex(lax.real(sum_), lax.imag(sum_) - turn))
    return lax.select(lax.ne(delta, delta), lax.add(x, y), lax.add(top, lax.log1p(lax.exp(lax.neg(lax.abs(delta))))))


def _lost(x, y, delta):
    """What rounding x - y to delta lost (Knuth, The Art of Computer Programming 2, 4.2.2), where that matters."""
    part = lax.sub(delta, x)
    rest = lax.sub(lax.sub(x, lax.sub(delta, part)), lax.add(y, part))
    return lax.select(lax.lt(lax.abs(delta), like(x, 64.0)), rest, lax.full_like(x, 0))


def _log2_sum(x, y, lost=None):
    """top + log1p(2^-|x - y|) / log 2; lost(x, y, delta): what the difference lost."""
    top, delta = lax.max(x, y), lax.sub(x, y)
    power = lax.exp2(lax.neg(lax.abs(delta)))
    if lost:
        part = lax.mul(like(x, math.log(2)), lax.mul(lax.sign(delta), lost(x, y, delta)))
        power = lax.sub(power, lax.mul(power, part))
    sum_ = lax.add(top, lax.mul(lax.log1p(power), like(x, 1 / math.log(2))))
    return lax.select(lax.ne(delta, delta), lax.add(x, y), sum_)


_log2_sum_narrow = wide(_log2_sum)


def _value2(x, y):
    if is_complex(x):
        scale = like(x, math.log(2))
        return lax.div(_value(lax.mul(x, scale), lax.mul(y, scale)), scale)
    return _log2_sum(x, y, _lost) if x.dtype == core.float64 else _log2_sum_narrow(x, y)


def _finite(x):
    return lax.select(lax.eq(x, like(x, math.inf)), lax.full_like(x, 0), x)


def _with_rule(value, exp):
    function = custom_jvp(value)

    @function.defjvp
    def rule(primals, tangents):
        z = function(*primals)
        parts = [lax.mul(t, exp(lax.sub(_finite(x), _finite(z)))) for x, t in zip(primals, tangents)]
        return z, lax.add(*parts)

    return function


# Where x or y is 0 or more nothing cancels: `narrow` computes in their own type.
narrow = _with_rule(_value, lax.exp)
logaddexp = _with_rule(wide(_value), lax.exp)
logaddexp2 = _with_rule(_value2, lax.exp2)
