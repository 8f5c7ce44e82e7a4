"""scipy.signal."""

import numpy as np
from jax.scipy import signal as _signal
from scipy._mapped import mapped

__getattr__ = mapped("scipy.signal", _signal)


def lfilter(b, a, x, axis=-1):
    """y with a[0] y[n] = b[0] x[n] + ... - a[1] y[n-1] - ..., of a signal of rank 1."""
    b, a, x = (np.asarray(v, np.float64) for v in (b, a, x))
    if x.ndim != 1:
        raise NotImplementedError("scipy.signal.lfilter of arrays of rank above 1 is not supported by cjax")
    n = max(len(a), len(b))
    b = np.concatenate([b, np.zeros(n - len(b))]) / a[0]
    a = np.concatenate([a, np.zeros(n - len(a))]) / a[0]
    y, state = np.zeros(len(x)), np.zeros(n)
    for i in range(len(x)):
        y[i] = b[0] * x[i] + state[0]
        state[:-1] = state[1:] + b[1:] * x[i] - a[1:] * y[i]
    return y


def find_peaks(x, height=None, distance=None):
    """Indices of items that are greater than both neighbours; of plateaus the middle."""
    if distance is not None:
        raise NotImplementedError("scipy.signal.find_peaks with distance is not supported by cjax")
    x, found, i = np.asarray(x), [], 1
    values = x.tolist()
    while i < len(values) - 1:
        if values[i - 1] < values[i]:
            ahead = i + 1
            while ahead < len(values) - 1 and values[ahead] == values[i]:
                ahead += 1
            if values[ahead] < values[i]:
                found.append((i + ahead - 1) // 2)
                i = ahead
        i += 1
    if height is not None:
        found = [p for p in found if values[p] >= height]
    peaks = np.array(found, dtype=np.int64)
    return peaks, {} if height is None else {"peak_heights": x[peaks]}
