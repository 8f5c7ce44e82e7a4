"""scipy.spatial.distance."""

import numpy as np
from scipy._mapped import missing

__getattr__ = missing("scipy.spatial.distance")


def euclidean(u, v):
    return np.sqrt(np.sum((np.asarray(u) - np.asarray(v)) ** 2.0, axis=-1))


def sqeuclidean(u, v):
    return np.sum((np.asarray(u) - np.asarray(v)) ** 2.0, axis=-1)


def cityblock(u, v):
    return np.sum(np.abs(np.asarray(u) - np.asarray(v)), axis=-1)


def chebyshev(u, v):
    return np.max(np.abs(np.asarray(u) - np.asarray(v)), axis=-1)


def cosine(u, v):
    u, v = np.asarray(u), np.asarray(v)
    return 1.0 - np.sum(u * v, axis=-1) / np.sqrt(np.sum(u * u, axis=-1) * np.sum(v * v, axis=-1))


def correlation(u, v):
    u, v = np.asarray(u), np.asarray(v)
    return cosine(u - u.mean(axis=-1, keepdims=True), v - v.mean(axis=-1, keepdims=True))


def hamming(u, v):
    return np.mean(np.asarray(u) != np.asarray(v), axis=-1)


def minkowski(u, v, p=2):
    return np.sum(np.abs(np.asarray(u) - np.asarray(v)) ** p, axis=-1) ** (1.0 / p)


_METRICS = {f.__name__: f for f in (euclidean, sqeuclidean, cityblock, chebyshev, cosine, correlation, hamming, minkowski)}


def _of_vectors(f):
    def metric(u, v, *args, **kwargs):
        if np.ndim(u) != 1 or np.ndim(v) != 1:
            raise ValueError("Input vector should be 1-D.")
        return f(u, v, *args, **kwargs)
    return metric


euclidean, sqeuclidean, cityblock, chebyshev, cosine, correlation, hamming, minkowski = map(_of_vectors, _METRICS.values())


def _metric(metric):
    if callable(metric):
        return metric
    if metric not in _METRICS:
        raise NotImplementedError(f"scipy.spatial.distance: the metric {metric!r} is not supported by cjax")
    return _METRICS[metric]


def cdist(XA, XB, metric="euclidean", **kwargs):
    a, b = np.asarray(XA, np.float64), np.asarray(XB, np.float64)
    f = _metric(metric)
    if callable(metric):
        return np.array([[f(x, y, **kwargs) for y in b] for x in a])
    return f(a[:, None, :], b[None, :, :], **kwargs)


def pdist(X, metric="euclidean", **kwargs):
    i, j = np.triu_indices(len(X), 1)
    return cdist(X, X, metric, **kwargs)[i, j]


def squareform(X):
    """A vector of distances as a matrix, and back."""
    X = np.asarray(X)
    if X.ndim == 2:
        return X[np.triu_indices(len(X), 1)]
    n = int((1 + (1 + 8 * len(X)) ** 0.5) / 2)
    out = np.zeros((n, n), X.dtype)
    out[np.triu_indices(n, 1)] = X
    return out + out.T
