"""Functions of numpy whose results share their contents with an argument."""

from _cjax import host as core
from _cjax.host import host
from jax import numpy as _jnp
from numpy.delegating import by_slices, delegating
from numpy.exceptions import AxisError

_reshape, _ravel, _transpose, _flip = host(_jnp.reshape), host(_jnp.ravel), host(_jnp.transpose), host(_jnp.flip)
_squeeze, _expand_dims, _split, _array_split = (host(_jnp.squeeze), host(_jnp.expand_dims), host(_jnp.split),
                                                host(_jnp.array_split))
_atleast_1d, _atleast_2d, _atleast_3d = host(_jnp.atleast_1d), host(_jnp.atleast_2d), host(_jnp.atleast_3d)
_swapaxes, _moveaxis, _rollaxis, _rot90 = host(_jnp.swapaxes), host(_jnp.moveaxis), host(_jnp.rollaxis), host(_jnp.rot90)
_broadcast_to, _broadcast_arrays = host(_jnp.broadcast_to), host(_jnp.broadcast_arrays)
_diagonal = host(_jnp.diagonal)


@delegating("reshape")
def reshape(a, /, shape, order="C", *, copy=None):
    """a in another shape; a view when a stands in row-major order."""
    x = core.asarray(a)
    if order == "F":
        if x.ndim > 1:
            return _reshape(x, shape, order="F")
        target = _reshape(x, shape).shape
        return transpose(reshape(x, target[::-1]))
    if order not in ("C", "A", "K"):
        raise ValueError(f"order must be one of 'C', 'F', 'A', or 'K' (got '{order}')")
    result = core.view(x, core.cell(_sizes(x, shape)), "reshape")
    return core.array(result) if copy else result


def _sizes(x, shape):
    try:
        return _reshape(x, shape)
    except TypeError:
        new = tuple(shape) if isinstance(shape, (tuple, list)) else (shape,)
        shown = f"({new[0]},)" if len(new) == 1 else f"({','.join(str(n) for n in new)})"
        if sum(1 for n in new if n == -1) > 1:
            raise ValueError("can only specify one unknown dimension") from None
        raise ValueError(f"cannot reshape array of size {x.size} into shape {shown}") from None


def ravel(a, order="C"):
    x = core.asarray(a)
    return core.view(x, _ravel(x, order), "reshape") if order != "F" else _ravel(x, order)


def axis_of(axis, ndim, prefix=None):
    """The axis, counted from the front; prefix: of the message when there is none."""
    if not -ndim <= axis < ndim:
        raise AxisError(axis, ndim, prefix)
    return axis % ndim


@delegating("transpose")
def transpose(a, axes=None):
    x = core.asarray(a)
    axes = tuple(range(x.ndim))[::-1] if axes is None else tuple(axes)
    if len(axes) != x.ndim:
        raise ValueError("axes don't match array")
    axes = tuple(axis_of(i, x.ndim) for i in axes)
    if len(set(axes)) != len(axes):
        raise ValueError("repeated axis in transpose")
    return core.view(x, _transpose(x, axes), "transpose", axes)


def matrix_transpose(x, /):
    x = core.asarray(x)
    if x.ndim < 2:
        raise ValueError(f"Input array must be at least 2-dimensional, but it is {x.ndim}")
    return swapaxes(x, -1, -2)


@delegating("swapaxes")
def swapaxes(a, axis1, axis2):
    x = core.asarray(a)
    axes = list(range(x.ndim))
    axis1, axis2 = axis_of(axis1, x.ndim, "axis1"), axis_of(axis2, x.ndim, "axis2")
    axes[axis1], axes[axis2] = axes[axis2], axes[axis1]
    return core.view(x, _swapaxes(x, axis1, axis2), "transpose", tuple(axes))


@by_slices(_jnp.moveaxis)
def moveaxis(a, source, destination):
    x = core.asarray(a)
    one = lambda v: [v] if isinstance(v, int) else list(v)
    source = [axis_of(i, x.ndim, "source") for i in one(source)]
    destination = [axis_of(i, x.ndim, "destination") for i in one(destination)]
    axes = [i for i in range(x.ndim) if i not in source]
    for to, axis in sorted(zip(destination, source)):
        axes.insert(to, axis)
    return core.view(x, _moveaxis(x, source, destination), "transpose", tuple(axes))


@by_slices(_jnp.rollaxis)
def rollaxis(a, axis, start=0):
    x = core.asarray(a)
    axis = axis + x.ndim if axis < 0 else axis
    start = start + x.ndim if start < 0 else start
    return moveaxis(x, axis, start - 1 if axis < start else start)


@delegating("squeeze")
def squeeze(a, axis=None):
    x = core.asarray(a)
    if axis is not None:
        axis = tuple(axis_of(i, x.ndim) for i in (axis if isinstance(axis, (tuple, list)) else (axis,)))
        if any(x.shape[i] != 1 for i in axis):
            raise ValueError("cannot select an axis to squeeze out which has size not equal to one")
    return core.view(x, _squeeze(x, axis), "reshape")


def expand_dims(a, axis):
    x = core.asarray(a)
    return core.view(x, _expand_dims(x, axis), "reshape")


def _atleast(f, arys):
    results = []
    for a in arys:
        x = core.asarray(a)
        y = f(x)
        results.append(x if y.shape == x.shape else core.view(x, y, "reshape"))
    return results[0] if len(results) == 1 else tuple(results)


def atleast_1d(*arys):
    return _atleast(_atleast_1d, arys)


def atleast_2d(*arys):
    return _atleast(_atleast_2d, arys)


def atleast_3d(*arys):
    return _atleast(_atleast_3d, arys)


@by_slices(_jnp.flip)
def flip(m, axis=None):
    x = core.asarray(m)
    axes = range(x.ndim) if axis is None else (axis,) if isinstance(axis, int) else axis
    backwards = {i % x.ndim for i in axes} if x.ndim else set()
    key = tuple(slice(None, None, -1 if i in backwards else None) for i in range(x.ndim))
    return core.view(x, _flip(x, axis), "index", key)


def flipud(m):
    return flip(m, 0)


def fliplr(m):
    return flip(m, 1)


def rot90(m, k=1, axes=(0, 1)):
    return _rot90(m, k, axes)


def _split_of_jax(ary, indices_or_sections, axis=0):
    if isinstance(indices_or_sections, int) and ary.shape[axis] % indices_or_sections:
        raise ValueError("array split does not result in an equal division")
    return _jnp.split(ary, indices_or_sections, axis)


def _parts(x, parts, axis):
    axis, start, results = axis % x.ndim, 0, []
    for part in parts:
        stop = start + part.shape[axis]
        key = (slice(None),) * axis + (slice(start, stop),)
        results.append(core.view(x, part, "index", key))
        start = stop
    return results


@by_slices(_split_of_jax)
def split(ary, indices_or_sections, axis=0):
    x = core.asarray(ary)
    if isinstance(indices_or_sections, int):
        if x.shape[axis] % indices_or_sections:
            raise ValueError("array split does not result in an equal division")
        return _parts(x, _split(x, indices_or_sections, axis), axis)
    return _at(x, indices_or_sections, axis)


def _at(x, cuts, axis):
    edges = [0] + [int(i) for i in cuts] + [x.shape[axis]]
    return [x[(slice(None),) * (axis % x.ndim) + (slice(i, j),)] for i, j in zip(edges[:-1], edges[1:])]


@by_slices(_jnp.array_split)
def array_split(ary, indices_or_sections, axis=0):
    x = core.asarray(ary)
    if isinstance(indices_or_sections, int):
        return _parts(x, _array_split(x, indices_or_sections, axis), axis)
    return _at(x, indices_or_sections, axis)


def vsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 0)


def hsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 1 if _jnp.ndim(ary) > 1 else 0)


def dsplit(ary, indices_or_sections):
    return split(ary, indices_or_sections, 2)


def broadcast_to(array, shape, subok=False):
    x = core.asarray(array)
    try:
        return core.readonly(_broadcast_to(x, shape))
    except ValueError:
        pass
    wanted = ",".join(str(n) for n in (shape if isinstance(shape, tuple) else (shape,)))
    raise ValueError(f"operands could not be broadcast together with remapped shapes [original->remapped]: "
                     f"{str(x.shape).replace(' ', '')}  and requested shape ({wanted})")


def broadcast_arrays(*args, subok=False):
    return tuple(_broadcast_arrays(*args))


def diagonal(a, offset=0, axis1=0, axis2=1):
    return core.readonly(_diagonal(core.asarray(a), offset, axis1, axis2))


class flagsobj:
    """x.flags: whether x can be written to, and how it stands in memory."""

    def __init__(self, x):
        self._array = x
        self.c_contiguous = self.contiguous = core.contiguous(x)
        self.owndata = x.base is None

    @property
    def writeable(self):
        return core.writeable(self._array)

    @writeable.setter
    def writeable(self, on):
        self._array.setflags(write=on)

    def __getitem__(self, name):
        return getattr(self, {"W": "writeable", "C": "c_contiguous", "O": "owndata"}.get(name, name.lower()))


def _flags(x):
    return flagsobj(x)
