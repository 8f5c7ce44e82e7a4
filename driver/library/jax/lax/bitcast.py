"""jax.lax.bitcast_convert_type between elements of other widths: lower parts first."""

from _cjax import lax as _native
from _cjax import numpy as _core

_unsigned = {8: _core.uint8, 16: _core.uint16, 32: _core.uint32, 64: _core.uint64}


def _bits(dtype):
    return 8 * dtype.itemsize


def bitcast_convert_type(operand, new_dtype):
    """The bits of the elements as elements of another dtype: of a narrower one along a new last axis, of a wider one
    from the last axis."""
    x = _core.asarray(operand)
    new_dtype = _core.canonicalize_dtype(new_dtype)
    old, new = _bits(x.dtype), _bits(new_dtype)
    others = (_core.bool_, _core.complex64, _core.complex128)
    if old == new or x.dtype in others or new_dtype in others:
        return _native.bitcast_convert_type(x, new_dtype)
    bits = _native.bitcast_convert_type(x, _unsigned[old])
    if old > new:
        n = old // new
        wide = _native.broadcast_in_dim(bits, (*x.shape, n), tuple(range(x.ndim)))
        shifts = _native.mul(_native.broadcasted_iota(bits.dtype, wide.shape, x.ndim), _native.full_like(wide, new))
        parts = _native.convert_element_type(_native.shift_right_logical(wide, shifts), _unsigned[new])
        return _native.bitcast_convert_type(parts, new_dtype)
    n = new // old
    last = x.shape[-1] if x.ndim else 1
    if last != n:
        raise ValueError(f"Attempting to convert array of shape {x.shape} from {x.dtype.name} of size {old} bits to "
                         f"{new_dtype.name} of size {new}, bits but {last} * {old} != {new}")
    wide = _native.convert_element_type(bits, _unsigned[new])
    shifts = _native.mul(_native.broadcasted_iota(wide.dtype, wide.shape, x.ndim - 1), _native.full_like(wide, old))
    joined = _native.reduce_or(_native.shift_left(wide, shifts), (x.ndim - 1,))
    return _native.bitcast_convert_type(joined, new_dtype)
