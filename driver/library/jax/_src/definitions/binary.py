"""What an op of integers is that no machine instruction computes."""

from _cjax import numpy as core
from jax import lax


def mulhi(x, y):
    """By halves of the words."""
    bits = core.iinfo(x.dtype).bits
    signed = core.issubdtype(x.dtype, core.signedinteger)
    half = bits // 2
    low = lax.full_like(x, (1 << half) - 1)
    shift = lax.full_like(x, half)
    right = lax.shift_right_arithmetic if signed else lax.shift_right_logical
    x_low, x_high = lax.bitwise_and(x, low), right(x, shift)
    y_low, y_high = lax.bitwise_and(y, low), right(y, shift)
    first = lax.mul(x_low, y_low)
    middle = lax.add(lax.mul(x_high, y_low), lax.shift_right_logical(first, shift))
    cross = lax.add(lax.mul(x_low, y_high), lax.bitwise_and(middle, low))
    return lax.add(lax.add(lax.mul(x_high, y_high), right(middle, shift)), right(cross, shift))
