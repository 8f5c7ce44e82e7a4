"""numpy.polynomial.laguerre."""

import numpy as np
from numpy.polynomial import _orthogonal
from numpy.polynomial._family import Basis


def _recurrence(n):
    return -1 / (n + 1), (2 * n + 1) / (n + 1), n / (n + 1)


def lagline(off, scl):
    return np.array([off + scl, -scl])


def _derivative(c):
    """L[n]' = -(L[0] + ... + L[n-1])"""
    return -np.cumsum(c[:0:-1], axis=0)[::-1]


def _integral(c):
    """The integral of L[n] is L[n] - L[n+1]."""
    return np.concatenate([c, c[:1] * 0]) - np.concatenate([c[:1] * 0, c])


_named, _parts = _orthogonal.functions(_recurrence, "lag", lagline, _derivative, _integral)
globals().update(_named)


def laggauss(deg):
    return _orthogonal.gauss(_recurrence, deg, 1.0)


def lagweight(x):
    return np.exp(-np.asarray(x))


class Laguerre(Basis):
    """A series of Laguerre's polynomials."""

    domain, window = np.array([0.0, 1.0]), np.array([0.0, 1.0])
    basis_name, _family = "L", _parts
