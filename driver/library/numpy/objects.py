"""Arrays of Python objects (dtype object): devices in a mesh, parts of different lengths, records of a program.

They are what numpy/texts.py makes of texts: a list of the elements that views share, and the places of an array in it.
Operators apply Python's to the elements.
"""

import functools
import math
import operator

from _cjax import host as core
from jax._src.formatter import layout
from jax._src.printing import get_printoptions
from numpy import texts


class ObjectDType:
    """dtype('O')."""

    kind, char, type, byteorder, isbuiltin, itemsize, name, str = "O", "O", object, "|", 1, 8, "object", "|O"
    _object, _width = True, 0
    hasobject = True

    def __repr__(self):
        return "dtype('O')"

    def __str__(self):
        return "object"

    def __eq__(self, other):
        return other is object or isinstance(other, ObjectDType) or other in ("O", "object", "|O")

    def __hash__(self):
        return hash("|O")


_dtype = ObjectDType()


def _each(op, swapped=False):
    """op for each pair of elements, as a method."""
    def method(self, other):
        other = asarray(other)
        shape = texts._broadcast_shape(self.shape, other.shape)
        a, b = texts.broadcast_to(self, shape)._flat(), texts.broadcast_to(other, shape)._flat()
        out = [op(y, x) if swapped else op(x, y) for x, y in zip(a, b)]
        return ndarray(out, shape) if shape else out[0]
    return method


def _compared(op):
    def method(self, other):
        out = _each(op)(self, other)
        return core.array(out._flat(), dtype=bool).reshape(out.shape) if isinstance(out, ndarray) else out
    return method


def _shown(x):
    return f"list({x!r})" if type(x) is list else repr(x)


class ndarray(texts.ndarray):
    """An array of what _store has at _places."""

    def __init__(self, store, shape, places=None):
        self._store, self.shape, self.dtype = store, tuple(shape), _dtype
        self._places = list(range(len(store))) if places is None else places
        self.ndim, self.size = len(self.shape), math.prod(self.shape)
        self.itemsize, self.nbytes = 8, 8 * self.size

    def _view(self, places, shape):
        return ndarray(self._store, shape, places)

    def _new(self, store, shape):
        return ndarray(store, shape)

    def _known(self, key):
        at, shape = self._chosen(key)
        return [int(i) for i in (at if isinstance(at, list) else at.tolist())], shape

    def __getitem__(self, key):
        at, shape = self._known(key)
        if shape == () and not texts._keeps(key):
            return self._store[self._places[at[0]]]
        return self._view([self._places[i] for i in at], shape)

    def __setitem__(self, key, value):
        at, shape = self._known(key)
        one = shape == () or not isinstance(value, (list, tuple)) and not hasattr(value, "shape")
        values = [value] * len(at) if one else texts.broadcast_to(asarray(value), shape)._flat()
        for i, v in zip(at, values):
            self._store[self._places[i]] = v

    __eq__, __ne__ = _compared(operator.eq), _compared(operator.ne)
    __lt__, __le__, __gt__, __ge__ = [_compared(op) for op in (operator.lt, operator.le, operator.gt, operator.ge)]
    __add__, __sub__, __mul__, __truediv__, __floordiv__, __mod__, __pow__ = [_each(op) for op in (
        operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow)]
    __radd__, __rsub__, __rmul__, __rtruediv__ = [_each(op, True) for op in (
        operator.add, operator.sub, operator.mul, operator.truediv)]

    def __neg__(self):
        return self._new([-x for x in self._flat()], self.shape)

    def __str__(self):
        return layout(self, _shown, get_printoptions(), " ", 0, 0)[0] if self.shape else str(self[()])

    def __repr__(self):
        text, _ = layout(self, _shown, get_printoptions(), ", ", 6, 1) if self.shape else (repr(self[()]), 0)
        extra = f", shape={self.shape}" if not self.size and self.shape != (0,) else ""
        return f"array({text}{extra}, dtype=object)"

    def sum(self):
        return functools.reduce(operator.add, self._flat()) if self.size else 0

    def max(self):
        return max(self._flat())

    def min(self):
        return min(self._flat())

    def astype(self, dtype, copy=True):
        if dtype is object or dtype == _dtype:
            return self.copy()
        if texts._width_of(dtype) is not None:
            return texts.ndarray([str(x) for x in self._flat()], self.shape).astype(dtype)
        read = {"f": float, "i": int, "u": int, "c": complex, "b": bool}[core.dtype(dtype).kind]
        return core.array([x if core.is_run_time(x) else read(x) for x in self._flat()], dtype=dtype).reshape(self.shape)

    def __getattr__(self, name):
        raise AttributeError(f"'{name}' of an array of objects is not supported by cjax")


def _leaves(object):
    """(elements, shape) of nested lists; where lengths differ the parts are the elements."""
    if isinstance(object, texts.ndarray):
        return object._flat(), object.shape
    if hasattr(object, "shape") and hasattr(object, "tolist"):
        return _leaves(object.tolist()) if object.shape else ([object], ())
    if not isinstance(object, (list, tuple)):
        return [object], ()
    parts = [_leaves(x) for x in object]
    if any([p[1] != parts[0][1] for p in parts]):
        return list(object), (len(object),)
    return [x for p in parts for x in p[0]], (len(parts),) + (parts[0][1] if parts else ())


def array(object, dtype=None, ndmin=0):
    """numpy.array of objects; with a dtype of numbers, the array of these."""
    found, shape = _leaves(object)
    made = ndarray(list(found), (1,) * (ndmin - len(shape)) + shape)
    return made if dtype is None else made.astype(dtype)


def asarray(object, dtype=None):
    return object if isinstance(object, ndarray) and dtype in (None, _dtype) else array(object, dtype)


def full(shape, fill_value):
    """An array of one object; None for numpy.empty."""
    shape = (shape,) if isinstance(shape, int) else tuple(shape)
    return ndarray([fill_value] * math.prod(shape), shape)
