"""numpy.polynomial.legendre."""

import numpy as np
from numpy.polynomial import _orthogonal
from numpy.polynomial._family import Basis


def _recurrence(n):
    return (2 * n + 1) / (n + 1), 0, n / (n + 1)


def legline(off, scl):
    return np.array([off, scl])


def _derivative(c):
    """p[n]' = (2n - 1) p[n-1] + (2n - 5) p[n-3] + ..."""
    out = np.zeros((len(c) - 1,) + c.shape[1:], c.dtype)
    for n in range(1, len(c)):
        for j in range(n - 1, -1, -2):
            out[j] += (2 * j + 1) * c[n]
    return out


def _integral(c):
    """The integral of p[n] is (p[n+1] - p[n-1]) / (2n + 1)."""
    out = np.zeros((len(c) + 1,) + c.shape[1:], c.dtype)
    out[1] += c[0]
    for n in range(1, len(c)):
        out[n + 1] += c[n] / (2 * n + 1)
        out[n - 1] -= c[n] / (2 * n + 1)
    return out


_named, _parts = _orthogonal.functions(_recurrence, "leg", legline, _derivative, _integral)
globals().update(_named)


def leggauss(deg):
    return _orthogonal.gauss(_recurrence, deg, 2.0)


def legweight(x):
    return np.asarray(x) * 0.0 + 1.0


class Legendre(Basis):
    """A series of Legendre's polynomials."""

    basis_name, _family = "P", _parts
