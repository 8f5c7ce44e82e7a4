"""Functions of numpy that write to their arguments, and writing where a mask is true."""

from _cjax import host as core
from _cjax.host import host
from jax import numpy as _jnp

_where, _cumsum, _clip, _sum = host(_jnp.where), host(_jnp.cumsum), host(_jnp.clip), host(_jnp.sum)
_ravel, _reshape, _broadcast_to, _arange = host(_jnp.ravel), host(_jnp.reshape), host(_jnp.broadcast_to), host(_jnp.arange)
_concatenate, _fill_diagonal = host(_jnp.concatenate), host(_jnp.fill_diagonal)


def put_where(a, mask, v):
    """What a[mask] = v makes of a."""
    v = core.asarray(v).astype(a.dtype)
    rest = a.shape[mask.ndim:]
    mask_full = _broadcast_to(_reshape(mask, mask.shape + (1,) * len(rest)), a.shape)
    if v.ndim <= len(rest) or v.shape[0] == 1:
        v = _reshape(v, v.shape[1:]) if v.ndim > len(rest) else v
        return _where(mask_full, v, a)
    n = v.shape[0]
    flat = _ravel(mask)
    count = int(_sum(flat))
    if count != n:
        raise ValueError(f"NumPy boolean array indexing assignment cannot assign {n} input values to the {count} output "
                         "values where the mask is true")
    v = _broadcast_to(v, (n,) + rest)
    picked = v[_clip(_cumsum(flat) - 1, 0, max(n - 1, 0))] if n else a
    return _where(mask_full, _reshape(picked, a.shape), a)


def copyto(dst, src, casting="same_kind", where=True):
    src = _broadcast_to(core.asarray(src).astype(dst.dtype), dst.shape)
    core.write(dst, src if where is True else _where(where, src, dst))


def put(a, ind, v, mode="raise"):
    flat = core.array(_ravel(a))
    ind = _ravel(core.asarray(ind))
    v = _ravel(core.asarray(v))
    flat[ind] = v if v.size == 1 or v.size == ind.size else v[_arange(ind.size) % v.size]
    core.write(a, _reshape(flat, a.shape))


def putmask(a, mask, values):
    values = _ravel(core.asarray(values))
    spread = values[_arange(a.size) % values.size] if values.size > 1 else values
    core.write(a, _where(mask, _reshape(_broadcast_to(spread, (a.size,)), a.shape), a).astype(a.dtype))


def place(arr, mask, vals):
    vals = _ravel(core.asarray(vals))
    flat = _ravel(core.asarray(mask)).astype(bool)
    position = _clip(_cumsum(flat) - 1, 0, None) % vals.size
    core.write(arr, _reshape(_where(flat, vals[position], _ravel(arr)), arr.shape).astype(arr.dtype))


def fill_diagonal(a, val, wrap=False):
    if wrap:
        raise NotImplementedError("numpy.fill_diagonal(wrap=True) is not supported by cjax")
    core.write(a, _fill_diagonal(a, val, inplace=False))


def put_along_axis(arr, indices, values, axis):
    core.write(arr, host(_jnp.put_along_axis)(arr, indices, values, axis, inplace=False))


def _sort_in_place(a, axis=-1, kind=None, order=None):
    core.write(a, host(_jnp.sort)(a, axis))


def _fill(a, value):
    core.write(a, _broadcast_to(core.asarray(value).astype(a.dtype), a.shape))


def _flatten(a, order="C"):
    return core.array(host(_jnp.ravel)(a, order))
