"""ufunc: functions over scalars with NumPy's methods reduce, accumulate, at, reduceat and outer; frompyfunc."""

import math

from _cjax import numpy as core
from jax import lax
from jax.numpy import reductions, ufuncs
from jax.numpy._util import broadcast_shapes, broadcast_to, canonicalize_axis, check_arraylike
from jax.numpy.indexing import where as select_where
from jax.numpy.manipulation import moveaxis

asarray = core.asarray


class ufunc:
    """A function of nin scalars with nout results, applied elementwise to arrays that broadcast together.

    identity, where there is one, starts the reductions; reducer and accumulator are faster ways to the same result.
    """

    def __init__(self, func, /, nin, nout, *, name=None, identity=None, direct=False, reducer=None, accumulator=None):
        self._func, self._direct = func, direct
        self._reducer, self._accumulator = reducer, accumulator
        self.nin, self.nout, self.identity = nin, nout, identity
        self.__name__ = name or getattr(func, "__name__", "ufunc")

    @property
    def nargs(self):
        return self.nin

    def __hash__(self):
        return hash((self._func, self.nin, self.nout, self.identity))

    def __eq__(self, other):
        return isinstance(other, ufunc) and self._func is other._func and self.identity == other.identity

    def __repr__(self):
        return f"<jnp.ufunc '{self.__name__}'>"

    def __call__(self, *args, out=None, where=None):
        if out is not None:
            raise NotImplementedError(f"out argument of {self}")
        if where is not None:
            raise NotImplementedError(f"where argument of {self}")
        if self._direct:
            return self._func(*args)
        check_arraylike(self.__name__, *args)
        arrays = [asarray(a) for a in args]
        shape = broadcast_shapes(*[a.shape for a in arrays])
        arrays = [broadcast_to(a, shape) for a in arrays]
        from jax import vmap
        f = self._func
        for _ in shape:
            f = vmap(f)
        return f(*arrays)

    def _check_binary(self, method, out=None):
        if self.nin != 2:
            raise ValueError(f"{method} only supported for binary ufuncs")
        if self.nout != 1:
            raise ValueError(f"{method} only supported for functions returning a single value")
        if out is not None:
            raise NotImplementedError(f"out argument of {self.__name__}.{method}()")

    def _dtype_of(self, *args):
        from jax import eval_shape, ShapeDtypeStruct
        return eval_shape(self._func, *(ShapeDtypeStruct((), core.result_type(a)) for a in args)).dtype

    def reduce(self, a, axis=0, dtype=None, out=None, keepdims=False, initial=None, where=None):
        """The operation applied along an axis (0 unless told; None: over all elements)."""
        self._check_binary("reduce", out)
        check_arraylike(f"{self.__name__}.reduce", a)
        if where is not None:
            if self.identity is None and initial is None:
                raise ValueError(f"reduction operation {self.__name__!r} does not have an identity, "
                                 "so to use a where mask one has to specify 'initial'.")
            if core.result_type(where) != core.bool_:
                raise ValueError(f"where argument must have dtype=bool; got dtype={core.result_type(where)}")
        if self._reducer is not None:
            return self._reducer(a, axis=axis, dtype=dtype, keepdims=keepdims, initial=initial, where=where)
        return self._reduce_in_order(asarray(a), axis, dtype, keepdims, initial, where)

    def _reduce_in_order(self, a, axis, dtype, keepdims, initial, where):
        initial = self.identity if initial is None else initial
        dtype = self._dtype_of(a, a) if dtype is None else dtype
        where = None if where is None else broadcast_to(where, a.shape)
        if isinstance(axis, tuple):
            raise NotImplementedError("tuple of axes")
        kept = (1,) * a.ndim
        if axis is None:
            a = a.reshape(-1)
            where = None if where is None else where.reshape(-1)
            axis = 0
        else:
            axis = canonicalize_axis(axis, a.ndim)
            kept = a.shape[:axis] + (1,) + a.shape[axis + 1:]
        a = moveaxis(a, axis, 0)
        where = None if where is None else moveaxis(where, axis, 0)
        if a.shape[0] == 0 and initial is None:
            raise ValueError(f"zero-size array to reduction operation {self.__name__} which has no identity")

        def body(i, value):
            new = self(value, a[i].astype(dtype))
            return new if where is None else select_where(where[i], new, value)

        first = a[0] if initial is None else asarray(initial)
        start = broadcast_to(first.astype(dtype), a.shape[1:])
        result = lax.fori_loop(1 if initial is None else 0, a.shape[0], body, start)
        return result.reshape(kept) if keepdims else result

    def accumulate(self, a, axis=0, dtype=None, out=None):
        """The results of reduce over each leading part of an axis, in an array of a's shape."""
        self._check_binary("accumulate", out)
        if self._accumulator is not None:
            return self._accumulator(a, axis=axis, dtype=dtype)
        if axis is None or isinstance(axis, (tuple, list)):
            raise ValueError("accumulate does not allow multiple axes")
        check_arraylike(f"{self.__name__}.accumulate", a)
        a = asarray(a)
        dtype = self._dtype_of(a, a) if dtype is None else dtype
        axis = canonicalize_axis(axis, a.ndim)
        a = moveaxis(a.astype(dtype), axis, 0)
        if a.shape[0] == 0:
            return moveaxis(a, 0, axis)

        def step(carry, x):
            new = self(carry, x)
            return new, new

        _, rest = lax.scan(step, a[0], a[1:])
        return moveaxis(lax.concatenate([a[:1], rest], 0), 0, axis)

    def at(self, a, indices, b=None, /, *, inplace=True):
        """A copy of a with the operation applied at the indices, one after the other where they repeat."""
        if inplace:
            raise NotImplementedError(f"jnp.{self.__name__}.at() by default updates the array in place, "
                                      "but JAX arrays are immutable: use inplace=False for an updated copy.")
        args = () if b is None else (b,)
        check_arraylike(f"{self.__name__}.at", a, *args)
        dtype = self._dtype_of(a, *args)
        a = asarray(a).astype(dtype)
        args = tuple(asarray(x).astype(dtype) for x in args)
        indices = indices if isinstance(indices, tuple) else (indices,)
        shapes = [core.shape(i) for i in indices if not isinstance(i, slice)]
        shape = broadcast_shapes(*shapes) if shapes else ()
        if not indices:
            return a
        if not shape:
            return a.at[indices].set(self(a[indices], *args))
        n = math.prod(shape)
        flat = [i if isinstance(i, slice) else broadcast_to(asarray(i), shape).reshape(n) for i in indices]
        args = tuple(broadcast_to(x, shape + x.shape[len(shape):]).reshape((n,) + x.shape[len(shape):]) for x in args)

        def step(k, a):
            place = tuple(i if isinstance(i, slice) else i[k] for i in flat)
            return a.at[place].set(self(a[place], *(x[k] for x in args)))

        return lax.fori_loop(0, n, step, a)

    def reduceat(self, a, indices, axis=0, dtype=None, out=None):
        """reduce over the slices of an axis that start at the indices; of one element where they do not increase."""
        self._check_binary("reduceat", out)
        check_arraylike(f"{self.__name__}.reduceat", a, indices)
        a, indices = asarray(a), asarray(indices)
        if a.ndim < 1:
            raise ValueError(f"reduceat: a must have 1 or more dimension, got a.shape={a.shape}")
        if indices.ndim != 1:
            raise ValueError(f"reduceat: indices must be one-dimensional, got indices.shape={indices.shape}")
        if axis is None or isinstance(axis, (tuple, list)):
            raise ValueError("reduceat requires a single integer axis.")
        dtype = self._dtype_of(a, a) if dtype is None else dtype
        axis = canonicalize_axis(axis, a.ndim)
        a = moveaxis(a.astype(dtype), axis, 0)
        ends = lax.concatenate([indices[1:], lax.full((1,), a.shape[0], indices.dtype)], 0)
        trailing = (indices.shape[0],) + (1,) * (a.ndim - 1)

        def step(i, result):
            inside = ((indices < i) & (i < ends)).reshape(trailing)
            return select_where(inside, self(result, broadcast_to(a[i], result.shape)), result)

        return moveaxis(lax.fori_loop(0, a.shape[0], step, a[indices]), 0, axis)

    def outer(self, A, B, /):
        """The operation on each pair of an element of A and an element of B, in shape A.shape + B.shape."""
        self._check_binary("outer")
        check_arraylike(f"{self.__name__}.outer", A, B)
        A, B = asarray(A), asarray(B)
        return self(A.reshape(A.shape + (1,) * B.ndim), B)


def frompyfunc(func, /, nin, nout, *, identity=None):
    """func, of nin scalars and nout results, as a ufunc."""
    return ufunc(func, nin, nout, identity=identity)


def _where_all(where):
    return {} if where is None else {"where": where}


def _reduce_sum(a, axis, dtype, keepdims, initial, where):
    return reductions.sum(a, axis=axis, dtype=dtype, keepdims=keepdims, initial=initial, **_where_all(where))


def _reduce_prod(a, axis, dtype, keepdims, initial, where):
    return reductions.prod(a, axis=axis, dtype=dtype, keepdims=keepdims, initial=initial, **_where_all(where))


def _reduce_max(a, axis, dtype, keepdims, initial, where):
    a = a if dtype is None else asarray(a).astype(dtype)
    return reductions.max(a, axis=axis, keepdims=keepdims, initial=initial, **_where_all(where))


def _reduce_min(a, axis, dtype, keepdims, initial, where):
    a = a if dtype is None else asarray(a).astype(dtype)
    return reductions.min(a, axis=axis, keepdims=keepdims, initial=initial, **_where_all(where))


def _direct(function, nin, identity=None, reducer=None, accumulator=None):
    return ufunc(function, nin, 1, name=function.__name__, identity=identity, direct=True, reducer=reducer,
                 accumulator=accumulator)


add = _direct(ufuncs.add, 2, 0, _reduce_sum, reductions.cumsum)
multiply = _direct(ufuncs.multiply, 2, 1, _reduce_prod, reductions.cumprod)
subtract = _direct(ufuncs.subtract, 2)
negative = _direct(ufuncs.negative, 1)
maximum = _direct(ufuncs.maximum, 2, None, _reduce_max)
minimum = _direct(ufuncs.minimum, 2, None, _reduce_min)
bitwise_and = _direct(ufuncs.bitwise_and, 2, -1)
bitwise_or = _direct(ufuncs.bitwise_or, 2, 0)
bitwise_xor = _direct(ufuncs.bitwise_xor, 2, 0)
logical_and = _direct(ufuncs.logical_and, 2, True)
logical_or = _direct(ufuncs.logical_or, 2, False)
logical_xor = _direct(ufuncs.logical_xor, 2, False)
logaddexp = _direct(ufuncs.logaddexp, 2, -math.inf)
logaddexp2 = _direct(ufuncs.logaddexp2, 2, -math.inf)
