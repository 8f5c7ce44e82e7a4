"""numpy.polynomial.hermite_e: the probabilists' polynomials."""

import math

import numpy as np
from numpy.polynomial import _orthogonal
from numpy.polynomial._family import Basis, column


def _recurrence(n):
    return 1.0, 0, 1.0 * n


def hermeline(off, scl):
    return np.array([off, scl])


def _derivative(c):
    return c[1:] * column(np.arange(1, len(c)), c)


def _integral(c):
    return np.concatenate([c[:1] * 0, c / column(np.arange(1, len(c) + 1), c)])


_named, _parts = _orthogonal.functions(_recurrence, "herme", hermeline, _derivative, _integral)
globals().update(_named)


def hermegauss(deg):
    return _orthogonal.gauss(_recurrence, deg, math.sqrt(2 * math.pi))


def hermeweight(x):
    return np.exp(-0.5 * np.asarray(x)**2)


class HermiteE(Basis):
    """A series of Hermite's polynomials."""

    basis_name, _family = "He", _parts
