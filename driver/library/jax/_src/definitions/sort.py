"""The largest elements, by sorting; of a long line, only the parts that can hold them, found the same way."""

from _cjax import numpy as core
from jax import lax


def _order_key(x):
    # Integers that order floats totally: -nan < -inf < ... < -0.0 < 0.0 < ... < nan.
    if not core.issubdtype(x.dtype, core.floating):
        return x
    signed = {16: core.int16, 32: core.int32, 64: core.int64}[core.finfo(x.dtype).bits]
    bits = lax.bitcast_convert_type(x, signed)
    width = core.iinfo(signed).bits
    sign = lax.shift_right_arithmetic(bits, lax.full_like(bits, width - 1))
    return lax.bitwise_xor(bits, lax.bitwise_and(sign, lax.full_like(bits, core.iinfo(signed).max)))


def _candidates(order, k, size):
    # Parts of `size` elements: the k parts with the least minima hold the k least elements, the
    # first of equal ones too. The elements of these parts in order, and their indices.
    n = order.shape[0]
    parts = -(-n // size)
    rows = lax.pad(order, lax.full((), core.iinfo(order.dtype).max, order.dtype), [(0, parts * size - n, 0)])
    rows = lax.reshape(rows, (parts, size))
    chosen = lax.sort(_least(lax.reduce_min(rows, axes=(1,)), k))
    index = chosen[:, None] * size + lax.broadcasted_iota(core.int32, (k, size), 1)
    return lax.reshape(rows[chosen], (k * size,)), lax.reshape(index, (k * size,))


def _part_size(n, k):
    size = 1
    while k and 4 * size * size * k <= n:
        size *= 2
    return size


def _least(order, k):
    # The indices of the k least elements, in their order.
    n = order.shape[0]
    size = _part_size(n, k)
    if size >= 4:
        pairs = _candidates(order, k, size)
    else:
        pairs = order, lax.broadcasted_iota(core.int32, (n,), 0)
    return lax.slice_in_dim(lax.sort(pairs, num_keys=1)[1], 0, k)


def top_k(x, *, k, axis):
    order = lax.bitwise_not(_order_key(x))
    if x.ndim == 1 and _part_size(x.shape[0], k) >= 8 and core.issubdtype(x.dtype, core.number):
        index = _least(order, k)
        return x[index], index
    index = lax.broadcasted_iota(core.int32, x.shape, axis)
    _, values, indices = lax.sort((order, x, index), dimension=axis, num_keys=1)
    return lax.slice_in_dim(values, 0, k, axis=axis), lax.slice_in_dim(indices, 0, k, axis=axis)
