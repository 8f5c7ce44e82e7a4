"""scipy.interpolate."""

import numpy as np
from jax.scipy import interpolate as _interpolate
from scipy._mapped import mapped

__getattr__ = mapped("scipy.interpolate", _interpolate)


class interp1d:
    """Lines between points; outside of them an error, or the fill value for bounds_error=False."""

    def __init__(self, x, y, kind="linear", axis=-1, copy=True, bounds_error=None, fill_value=np.nan, assume_sorted=False):
        if kind != "linear":
            raise NotImplementedError(f"scipy.interpolate.interp1d with kind={kind!r} is not supported by cjax")
        if isinstance(fill_value, str) or (np.ndim(y) > 1 and np.ndim(fill_value)):
            raise NotImplementedError(f"scipy.interpolate.interp1d with fill_value={fill_value!r} is not supported by cjax")
        x, y = np.asarray(x), np.asarray(y)
        if x.ndim != 1:
            raise ValueError("the x array must have exactly one dimension.")
        y = np.moveaxis(y, axis, 0)
        if len(x) != len(y):
            raise ValueError("x and y arrays must be equal in length along interpolation axis.")
        order = np.argsort(x, kind="stable")
        self.x, self._y, self.axis = x[order], y[order], axis % y.ndim
        self.bounds_error = bounds_error is None or bool(bounds_error)
        self._fill = fill_value

    def __call__(self, x):
        x = np.asarray(x, np.float64)
        if self.bounds_error:
            self._check(x)
        left, right = self._fill if isinstance(self._fill, tuple) else (self._fill, self._fill)
        if self._y.ndim == 1:
            return np.asarray(np.interp(x, self.x, self._y, left=left, right=right))
        columns = self._y.reshape(len(self.x), -1)
        out = np.stack([np.interp(x, self.x, columns[:, i], left=left, right=right) for i in range(columns.shape[1])], axis=-1)
        out = out.reshape(x.shape + self._y.shape[1:])
        places = list(range(self.axis, self.axis + x.ndim))
        return np.moveaxis(out, list(range(x.ndim)), places)

    def _check(self, x):
        for outside, side, end in ((x < self.x[0], "below", "minimum"), (x > self.x[-1], "above", "maximum")):
            if np.any(outside):
                value, limit = x.ravel()[np.argmax(outside)], self.x[0 if end == "minimum" else -1]
                raise ValueError(f"A value ({value}) in x_new is {side} the interpolation range's {end} value ({limit}).")
