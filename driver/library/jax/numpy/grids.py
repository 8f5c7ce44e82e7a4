"""Index helpers: grids (mgrid, ogrid), joining (r_, c_), index expressions (s_)."""

from _cjax import numpy as core
from jax.numpy.creation import arange, asarray, linspace, meshgrid
from jax.numpy.manipulation import concatenate, stack


def _range_of(s, name):
    """The numbers of a slice: a complex step counts them, with the stop included."""
    if s.stop is None:
        raise ValueError(f"jnp.{name}: a slice needs a stop, got {s}")
    start = 0 if s.start is None else s.start
    if isinstance(s.step, complex):
        return linspace(start, s.stop, int(abs(s.step)))
    return arange(start, s.stop, 1 if s.step is None else s.step)


def _same_dtype(arrays):
    dtype = core.result_type(*arrays)
    return [a.astype(dtype) for a in arrays]


class _Grid:
    """Grids from slices, as mgrid[0:3, 0:2] (dense) or ogrid[0:3, 0:2] (open)."""

    def __init__(self, name, sparse):
        self._name, self._sparse = name, sparse

    def __getitem__(self, key):
        if isinstance(key, slice):
            return _range_of(key, self._name)
        axes = _same_dtype([_range_of(k, self._name) for k in key])
        grids = meshgrid(*axes, indexing="ij", sparse=self._sparse)
        return grids if self._sparse else stack(grids, 0)


class _Concatenator:
    """r_ and c_: arrays, numbers and slices joined along an axis.

    A string "axis,ndmin,place" in front says along which axis, to which rank the parts grow, and at which axis their own
    axes then stand; "r" and "c" make 1-d results rows or columns.
    """

    def __init__(self, name, axis, ndmin, place):
        self._name, self._directive = name, (axis, ndmin, place)

    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        axis, ndmin, place = self._directive
        matrix = None
        if key and isinstance(key[0], str):
            if key[0] in ("r", "c"):
                matrix = key[0]
            else:
                axis, ndmin, place = self._parse(key[0])
            key = key[1:]
        parts = _same_dtype([self._grown(k, ndmin, place) for k in key])
        joined = concatenate(parts, axis=axis)
        if matrix is not None and joined.ndim == 1:
            return joined[:, None] if matrix == "c" else joined[None]
        return joined

    def _parse(self, text):
        fields = text.split(",")
        try:
            numbers = [int(f) for f in fields]
        except ValueError:
            raise ValueError(f"could not understand directive {text!r}") from None
        if len(numbers) > 3:
            raise ValueError(f"unknown special directive {text!r}")
        return tuple(numbers) + self._directive[len(numbers):]

    def _grown(self, part, ndmin, place):
        if isinstance(part, str):
            raise ValueError("string directive must be placed at the beginning of the expression")
        x = _range_of(part, self._name) if isinstance(part, slice) else asarray(part)
        own = 0 if isinstance(part, slice) else x.ndim
        x = x.reshape((1,) * (ndmin - x.ndim) + x.shape) if x.ndim < ndmin else x
        if place == -1 or own >= ndmin:
            return x
        turn = -abs(ndmin + place + 1) % ndmin
        axes = tuple(range(ndmin))
        return x.transpose(axes[turn:] + axes[:turn])


class _Index:
    """s_[...] is the index itself."""

    def __getitem__(self, key):
        return key


class _IndexTuple:
    """index_exp[...] is the index as a tuple."""

    def __getitem__(self, key):
        return key if isinstance(key, tuple) else (key,)


mgrid, ogrid = _Grid("mgrid", False), _Grid("ogrid", True)
r_, c_ = _Concatenator("r_", 0, 1, -1), _Concatenator("c_", -1, 2, 0)
s_, index_exp = _Index(), _IndexTuple()
