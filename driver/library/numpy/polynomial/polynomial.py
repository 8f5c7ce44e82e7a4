"""numpy.polynomial.polynomial: series in powers, the lowest first."""

import numpy as np
from numpy.polynomial import _family
from numpy.polynomial._family import SUPERSCRIPTS, Basis, column, one_series, points, series

polydomain, polyzero, polyone, polyx = np.array([-1.0, 1.0]), np.array([0]), np.array([1]), np.array([0, 1])
polyadd, polysub = _family.add, _family.subtract


def polyline(off, scl):
    return np.array([off, scl])


def polyval(x, c, tensor=True):
    """c[0] + c[1] x + ... by Horner's rule; for an array c of rank 2 a series in each column."""
    c, x = series(c), points(x)
    if tensor and c.ndim > 1 and x.ndim:
        c = c.reshape(c.shape + (1,) * x.ndim)
    out = x._new(c[-1:]) if isinstance(x, Basis) else c[-1] + x * 0
    for i in range(2, len(c) + 1):
        out = c[-i] + out * x
    return out


def polyvander(x, deg):
    x = np.asarray(x) + 0.0
    columns = [x * 0 + 1]
    for _ in range(deg):
        columns.append(columns[-1] * x)
    return np.stack(columns, axis=-1)


def polymul(c1, c2):
    return _family.trimmed(np.convolve(one_series(c1), one_series(c2)))


def polymulx(c):
    c = one_series(c)
    return c if len(c) == 1 and c[0] == 0 else np.concatenate([c[:1] * 0, c])


def polydiv(c1, c2):
    """Quotient and rest."""
    c1, c2 = one_series(c1), one_series(c2)
    if c2[-1] == 0:
        raise ZeroDivisionError
    if len(c1) < len(c2):
        return c1[:1] * 0, c1
    if len(c2) == 1:
        return c1 / c2[-1], c1[:1] * 0
    q, r = np.polydiv(c1[::-1], c2[::-1])
    return q[::-1], _family.trimmed(r[::-1])


def _derivative(c):
    return c[1:] * column(np.arange(1, len(c)), c)


def _integral(c):
    return np.concatenate([c[:1] * 0, c / column(np.arange(1, len(c) + 1), c)])


polyder, polyint = _family.calculus(_derivative, _integral, polyval)


def polycompanion(c):
    c = one_series(c)
    n = len(c) - 1
    if n < 1:
        raise ValueError("Series must have maximum degree of at least 1.")
    if n == 1:
        return np.array([[-c[0] / c[1]]])
    return np.eye(n, k=-1) - np.concatenate([np.zeros((n, n - 1)), (c[:-1] / c[-1])[:, None]], axis=1)


polypow, polyfit = _family.power(np.convolve, None), _family.fit(polyvander)
polyfromroots, polyroots = _family.from_roots(polymul, polyline), _family.roots_of(polycompanion)
polyvander2d, polyval2d = _family.vander2d(polyvander), _family.points2d(polyvander)
polytrim = _family.trim


class Polynomial(Basis):
    """A series in powers."""

    basis_name = None
    _family = {"val": polyval, "mul": polymul, "div": polydiv, "pow": polypow, "der": polyder, "int": polyint, "fit": polyfit,
               "line": polyline, "roots": polyroots, "fromroots": polyfromroots}

    def _term(self, i, text):
        return f"·{text}" if i == 1 else f"·{text}{str(i).translate(SUPERSCRIPTS)}"
