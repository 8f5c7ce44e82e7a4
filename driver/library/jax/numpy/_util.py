"""Helpers shared by the modules of jax.numpy.

The native module _cjax.numpy gives what must be in C: conversion of Python values to arrays, type promotion, dtypes.
    array(object, dtype, ndmin)           asarray(x, dtype)
    promote_args(name, *xs)               arrays of one dtype and rank; errors name the function
    promote_args_inexact(name, *xs)       the same, integers and bools becoming floats
    check_arraylike(name, *xs)            TypeError unless each is an array or a scalar
    result_type(*xs), canonicalize_dtype(d), issubdtype(a, b), weak(x), concrete(x, message)
"""

from _cjax import numpy as core
from jax import lax
from jax._src.axes import canonicalize_axis

check_arraylike = core.check_arraylike
promote_args = core.promote_args
promote_args_inexact = core.promote_args_inexact


def canonicalize_axes(axis, ndim):
    """A tuple of axes in [0, ndim): all of them for None."""
    if axis is None:
        return tuple(range(ndim))
    if not isinstance(axis, (tuple, list)):
        return (canonicalize_axis(axis, ndim),)
    axes = tuple(canonicalize_axis(a, ndim) for a in axis)
    if len(set(axes)) != len(axes):
        raise ValueError("duplicate value in 'axis'" if core.host() else f"duplicate value in 'axis': {tuple(axis)}")
    return axes


def canonicalize_shape(shape):
    """A shape given as an int or a sequence, as a tuple."""
    return core.canonicalize_shape(shape)


def no_out(name, out):
    if out is not None:
        raise NotImplementedError(f"The 'out' argument to jnp.{name} is not supported.")


def dtype_of(x):
    return core.result_type(x)


def is_inexact(x):
    return core.issubdtype(dtype_of(x), core.inexact)


def is_complex(x):
    return core.issubdtype(dtype_of(x), core.complexfloating)


def is_integer(x):
    return core.issubdtype(dtype_of(x), core.integer)


def is_bool(x):
    return dtype_of(x) == core.bool_


def like(x, value):
    """value as a rank-0 array of x's dtype."""
    return lax.convert_element_type(value, x.dtype)


def broadcast_shapes(*shapes):
    """The shape that all shapes broadcast to, by NumPy's rules."""
    rank = max((len(s) for s in shapes), default=0)
    padded = [(1,) * (rank - len(s)) + tuple(s) for s in shapes]
    result = []
    for sizes in zip(*padded):
        wide = {n for n in sizes if n != 1}
        if len(wide) > 1:
            raise ValueError(f"Incompatible shapes for broadcasting: shapes={[tuple(s) for s in shapes]}")
        result.append(wide.pop() if wide else 1)
    return tuple(result)


def broadcast_to(x, shape):
    """x repeated to shape, by NumPy's rules."""
    x = core.asarray(x)
    shape = canonicalize_shape(shape)
    if x.shape == shape:
        return x
    extra = len(shape) - x.ndim
    if extra < 0:
        raise ValueError(f"Cannot broadcast to shape with fewer dimensions: arr_shape={x.shape} shape={shape}")
    if any(n != m and n != 1 for n, m in zip(x.shape, shape[extra:])):
        wanted = f"{x.dtype}[{','.join(str(n) for n in shape)}]"
        given = f"{x.dtype}[{','.join(str(n) for n in x.shape)}]"
        raise ValueError(f"Incompatible types for broadcasting: input type={given} and requested type={wanted}")
    return lax.broadcast_in_dim(x, shape, tuple(range(extra, len(shape))))


def broadcast_arrays(*xs):
    """The arrays, all repeated to one shape."""
    xs = [core.asarray(x) for x in xs]
    shape = broadcast_shapes(*[x.shape for x in xs])
    return [broadcast_to(x, shape) for x in xs]
