"""numpy.polynomial.hermite: the physicists' polynomials."""

import math

import numpy as np
from numpy.polynomial import _orthogonal
from numpy.polynomial._family import Basis, column


def _recurrence(n):
    return 2.0, 0, 2.0 * n


def hermline(off, scl):
    return np.array([off, scl / 2])


def _derivative(c):
    return c[1:] * column(2 * np.arange(1, len(c)), c)


def _integral(c):
    return np.concatenate([c[:1] * 0, c / column(2 * np.arange(1, len(c) + 1), c)])


_named, _parts = _orthogonal.functions(_recurrence, "herm", hermline, _derivative, _integral)
globals().update(_named)


def hermgauss(deg):
    return _orthogonal.gauss(_recurrence, deg, math.sqrt(math.pi))


def hermweight(x):
    return np.exp(-np.asarray(x)**2)


class Hermite(Basis):
    """A series of Hermite's polynomials."""

    basis_name, _family = "H", _parts
