"""numpy.lib.stride_tricks: windows of arrays.  They are copies that cannot be written to."""

import numpy as np
from _cjax import host as core


def _fixed(out, writeable):
    if writeable:
        raise NotImplementedError("stride_tricks: writeable=True is not supported by cjax, whose windows are copies")
    return core.readonly(out)


def sliding_window_view(x, window_shape, axis=None, *, subok=False, writeable=False):
    """The windows of x along axes; dimensions of a window come last."""
    x = np.asarray(x)
    window = tuple(window_shape) if np.ndim(window_shape) else (window_shape,)
    if any(w < 0 for w in window):
        raise ValueError("`window_shape` cannot contain negative values")
    if axis is None:
        if len(window) != x.ndim:
            raise ValueError(f"Since axis is `None`, must provide window_shape for all dimensions of `x`; got {len(window)} "
                             f"window_shape elements and `x.ndim` is {x.ndim}.")
        axes = tuple(range(x.ndim))
    else:
        axes = tuple(axis) if isinstance(axis, (tuple, list)) else (axis,)
        for a in axes:
            if not -x.ndim <= a < x.ndim:
                raise np.exceptions.AxisError(f"axis {a} is out of bounds for array of dimension {x.ndim}")
        axes = tuple([a % x.ndim for a in axes])
        if len(window) != len(axes):
            raise ValueError(f"Must provide matching length window_shape and axis; got {len(window)} window_shape elements "
                             f"and {len(axes)} axes elements.")
    out = x
    for a, w in zip(axes, window):
        n = out.shape[a] - w + 1
        if n <= 0:
            raise ValueError("window shape cannot be larger than input array shape")
        rows = np.arange(n)[:, None] + np.arange(w)
        out = np.moveaxis(np.take(out, rows, axis=a), a + 1, -1)
    return _fixed(np.array(out), writeable)


def as_strided(x, shape=None, strides=None, subok=False, writeable=None):
    """The elements of x at offsets i . strides, in bytes; a copy, which cannot be written to."""
    x = np.asarray(x)
    shape = x.shape if shape is None else tuple(shape)
    strides = x.strides if strides is None else tuple(strides)
    if any(s % x.itemsize or s < 0 for s in strides):
        raise NotImplementedError("as_strided with strides that are negative or no multiples of the element's size")
    last = sum((n - 1) * s for n, s in zip(shape, strides)) // x.itemsize
    if last >= x.size:
        raise ValueError("as_strided: the view would go beyond the array's memory")
    at = np.zeros(shape, dtype=np.int64)
    for d, s in enumerate(strides):
        at = at + (np.arange(shape[d]) * (s // x.itemsize)).reshape((-1,) + (1,) * (len(shape) - 1 - d))
    return _fixed(np.array(x.ravel()[at]), writeable)
