"""numpy's binary functions as objects, with reduce, accumulate, outer, at; `out` and `where`."""

from _cjax import host as core
from _cjax.host import host
from jax import numpy as _jnp


_UPDATES = {"add": lambda a, i, b: a.at[i].add(b), "subtract": lambda a, i, b: a.at[i].subtract(b),
            "multiply": lambda a, i, b: a.at[i].multiply(b), "maximum": lambda a, i, b: a.at[i].max(b),
            "minimum": lambda a, i, b: a.at[i].min(b)}


class ufunc:
    nout = 1

    def __init__(self, function, nin):
        self._function, self._call = function, host(function)
        self.__name__, self.nin, self.nargs = function.__name__, nin, nin + 1

    def __repr__(self):
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args, out=None, where=True, dtype=None, casting="same_kind"):
        if len(args) == self.nin + 1:
            args, out = args[:-1], args[-1]
        if dtype is not None:
            args = [core.asarray(a).astype(dtype) for a in args]
        result = self._call(*args)
        out = out[0] if isinstance(out, tuple) else out
        if out is None and where is True:
            return result
        if where is not True:
            old = host(_jnp.zeros_like)(result) if out is None else out
            result = host(_jnp.where)(where, result, old)
        return result if out is None else core.write(out, result)

    def _method(self, name):
        if not hasattr(self._function, name):
            raise NotImplementedError(f"numpy.{self.__name__}.{name} is not supported by cjax")
        return host(getattr(self._function, name))

    def reduce(self, array, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=None):
        given = {k: v for k, v in (("initial", initial), ("where", where)) if v is not None}
        result = self._method("reduce")(core.asarray(array), axis=axis, dtype=dtype, keepdims=keepdims, **given)
        return result if out is None else core.write(out, result)

    def accumulate(self, array, axis=0, dtype=None, out=None):
        result = self._method("accumulate")(core.asarray(array), axis=axis, dtype=dtype)
        return result if out is None else core.write(out, result)

    def outer(self, A, B, /):
        return self._method("outer")(core.asarray(A), core.asarray(B))

    def at(self, a, indices, b=None, /):
        if self.__name__ not in _UPDATES:
            raise NotImplementedError(f"numpy.{self.__name__}.at is not supported by cjax")
        core.write(a, host(_UPDATES[self.__name__])(a, indices, core.asarray(b).astype(a.dtype)))

    def reduceat(self, array, indices, axis=0, dtype=None, out=None):
        return self._method("reduceat")(core.asarray(array), indices, axis=axis, dtype=dtype)
