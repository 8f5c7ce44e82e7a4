"""Functions of numpy that call Python functions on parts of arrays, or iterate over indices.

The calls happen in loops, which the executable runs.
"""

import itertools
from contextlib import AbstractContextManager

from _cjax import host as core
from _cjax.host import host
from jax import numpy as _jnp

_broadcast_arrays, _broadcast_to, _moveaxis, _indices, _empty = (
    host(_jnp.broadcast_arrays), host(_jnp.broadcast_to), host(_jnp.moveaxis), host(_jnp.indices), host(_jnp.empty))


class vectorize:
    """pyfunc called for each element."""

    def __init__(self, pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
        if signature is not None or excluded:
            raise NotImplementedError("numpy.vectorize with signature or excluded is not supported by cjax")
        self.pyfunc, self.otypes, self.excluded = pyfunc, otypes, excluded
        self.__name__, self.__doc__ = getattr(pyfunc, "__name__", "vectorize"), doc or getattr(pyfunc, "__doc__", None)

    def __call__(self, *args):
        arrays = _broadcast_arrays(*[core.asarray(a) for a in args])
        shape, flat = arrays[0].shape, [x.ravel() for x in arrays]
        n = arrays[0].size
        if n == 0 and self.otypes is None:
            raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
        first = self.pyfunc(*[x[0] for x in flat]) if self.otypes is None else None
        many = isinstance(first, tuple)
        kinds = self.otypes if first is None else [core.asarray(v).dtype for v in (first if many else (first,))]
        outs = [core.array(_empty(n, d)) for d in kinds]
        for i in range(n):
            found = self.pyfunc(*[x[i] for x in flat])
            for out, v in zip(outs, found if len(outs) > 1 else (found,)):
                out[i] = v
        results = [out.reshape(shape) for out in outs]
        results = [r[()] if r.ndim == 0 else r for r in results]
        return results[0] if len(results) == 1 else tuple(results)


def apply_along_axis(func1d, axis, arr, *args, **kwargs):
    """func1d of each row along an axis."""
    moved = _moveaxis(core.asarray(arr), axis, -1)
    lead = moved.shape[:-1]
    rows = moved.reshape(-1, moved.shape[-1])
    first = core.asarray(func1d(rows[0], *args, **kwargs))
    out = core.array(_empty((rows.shape[0],) + first.shape, first.dtype))
    for i in range(rows.shape[0]):
        out[i] = func1d(rows[i], *args, **kwargs)
    out = out.reshape(lead + first.shape)
    for k in range(first.ndim):
        out = _moveaxis(out, len(lead) + k, axis % (len(lead) + 1) + k)
    return out


def fromfunction(function, shape, *, dtype=float, like=None, **kwargs):
    """function of the arrays of indices."""
    return function(*_indices(shape, dtype=dtype), **kwargs)


def fromiter(iter, dtype, count=-1, *, like=None):
    items = list(iter)
    return core.array(items if count < 0 else items[:count], dtype=dtype)


def ndindex(*shape):
    """All tuples of indices of a shape, in row-major order."""
    if len(shape) == 1 and isinstance(shape[0], (tuple, list)):
        shape = shape[0]
    return itertools.product(*[range(n) for n in shape])


def ndenumerate(arr):
    arr = core.asarray(arr)
    for index in ndindex(*arr.shape):
        yield index, arr[index]


class nditer(AbstractContextManager):
    """The elements of arrays, broadcast together, in C order; x[...] = v writes those that are readwrite."""

    def __init__(self, op, flags=None, op_flags=None, op_dtypes=None, order="K", casting="safe", op_axes=None, itershape=None,
                 buffersize=0):
        known = ("multi_index", "c_index", "refs_ok", "zerosize_ok", "copy_if_overlap", "buffered", "grow_inner")
        for flag in flags or ():
            if flag not in known:
                raise NotImplementedError(f"numpy.nditer: the flag {flag!r} is not supported by cjax")
        for name, given in (("op_dtypes", op_dtypes), ("op_axes", op_axes), ("itershape", itershape)):
            if given is not None:
                raise NotImplementedError(f"numpy.nditer: {name} is not supported by cjax")
        if order not in ("K", "C", "A"):
            raise NotImplementedError(f"numpy.nditer: order={order!r} is not supported by cjax")
        self._many = isinstance(op, (list, tuple))
        ops = [core.asarray(x) for x in (op if self._many else [op])]
        ways = [list(w) for w in op_flags] if op_flags and isinstance(op_flags[0], (list, tuple)) else [list(op_flags or ())] * len(ops)
        self.shape = _broadcast_arrays(*ops)[0].shape
        self.operands = tuple([x if "readwrite" in w or "writeonly" in w else _broadcast_to(x, self.shape) for x, w in zip(ops, ways)])
        for x in self.operands:
            if x.shape != self.shape:
                raise ValueError("non-broadcastable output operand")
        self._flags, self._indices, self._at = flags or (), list(ndindex(*self.shape)), 0
        if not self._indices and "zerosize_ok" not in self._flags:
            raise ValueError("Iteration of zero-sized operands is not enabled")
        self.itersize, self.ndim, self.nop = len(self._indices), len(self.shape), len(ops)
        self._started = False

    @property
    def finished(self):
        return self._at >= self.itersize

    @property
    def multi_index(self):
        if "multi_index" not in self._flags:
            raise ValueError("Iterator is not tracking a multi-index")
        return self._indices[self._at]

    @property
    def index(self):
        if "c_index" not in self._flags:
            raise ValueError("Iterator does not have an index")
        return self._at

    @property
    def value(self):
        found = tuple([self[i] for i in range(self.nop)])
        return found if self._many else found[0]

    def __getitem__(self, i):
        return self.operands[i][self._indices[self._at] + (Ellipsis,)]

    def __setitem__(self, i, v):
        self.operands[i][self._indices[self._at]] = v

    def iternext(self):
        self._at += 1
        return not self.finished

    def reset(self):
        self._at, self._started = 0, False

    def __len__(self):
        return self.itersize - self._at

    def __iter__(self):
        return self

    def __next__(self):
        self._at += self._started
        self._started = True
        if self.finished:
            raise StopIteration
        return self.value

    def close(self):
        pass


def base_repr(number, base=2, padding=0):
    digits, n, result = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", abs(int(number)), ""
    if base > 36 or base < 2:
        raise ValueError("Bases greater than 36 not handled in base_repr." if base > 36 else
                         "Bases less than 2 not handled in base_repr.")
    while n:
        result = digits[n % base] + result
        n //= base
    result = "0" * padding + result if result or padding else "0"
    return "-" + result if number < 0 else result or "0"


def binary_repr(num, width=None):
    num = int(num)
    if num >= 0:
        return format(num, "b").zfill(width or 0)
    if width is None:
        return "-" + format(-num, "b")
    return format(2**width + num, "b").rjust(width, "1")


class errstate:
    """Floating-point errors are silent: the settings have no effect."""

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            if name != "call" and value == "raise":
                raise NotImplementedError("numpy.errstate(...='raise') is not supported by cjax")

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None


def seterr(all=None, divide=None, over=None, under=None, invalid=None):
    if "raise" in (all, divide, over, under, invalid):
        raise NotImplementedError("numpy.seterr(...='raise') is not supported by cjax")
    return {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}


def shares_memory(a, b, max_work=None):
    """Whether one is a view of the other, or both are of one array."""
    def root(x):
        return x if x.base is None else x.base
    return root(a) is root(b)
