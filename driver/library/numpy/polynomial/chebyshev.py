"""numpy.polynomial.chebyshev: polynomials of the first kind."""

import numpy as np
from numpy.polynomial import _orthogonal
from numpy.polynomial._family import Basis, add, one_series, subtract


def _recurrence(n):
    return (2.0, 0, 1.0) if n else (1.0, 0, 0.0)


def chebline(off, scl):
    return np.array([off, scl])


def _derivative(c):
    """T[n]' = 2n (T[n-1] + T[n-3] + ...), half of it at T[0]"""
    out = np.zeros((len(c) - 1,) + c.shape[1:], c.dtype)
    for n in range(1, len(c)):
        for j in range(n - 1, -1, -2):
            out[j] += (2 * n if j else n) * c[n]
    return out


def _integral(c):
    """The integral of T[n] is T[n+1] / (2n + 2) - T[n-1] / (2n - 2)."""
    out = np.zeros((len(c) + 2,) + c.shape[1:], c.dtype)
    out[1] += c[0]
    if len(c) > 1:
        out[2] += c[1] / 4
    for n in range(2, len(c)):
        out[n + 1] += c[n] / (2 * (n + 1))
        out[n - 1] -= c[n] / (2 * (n - 1))
    return out[:len(c) + 1]


_named, _parts = _orthogonal.functions(_recurrence, "cheb", chebline, _derivative, _integral)
globals().update(_named)


def chebpts1(npts):
    return np.sin(0.5 * np.pi / npts * np.arange(-npts + 1, npts + 1, 2))


def chebpts2(npts):
    return np.cos(np.linspace(-np.pi, 0, npts))


def chebgauss(deg):
    return np.cos(np.pi * np.arange(1, 2 * deg, 2) / (2.0 * deg)), np.ones(deg) * (np.pi / deg)


def chebweight(x):
    return 1.0 / (np.sqrt(1.0 + x) * np.sqrt(1.0 - x))


def chebinterpolate(func, deg, args=()):
    x = chebpts1(deg + 1)
    c = _parts["vander"](x, deg).T @ func(x, *args)
    c[0] /= deg + 1
    c[1:] /= 0.5 * (deg + 1)
    return c


def cheb2poly(c):
    """The coefficients of powers, by Clenshaw's rule."""
    from numpy.polynomial.polynomial import polymulx
    c = one_series(c)
    if len(c) < 3:
        return c
    older, newer = c[-2:-1], c[-1:]
    for i in range(len(c) - 3, -1, -1):
        older, newer = subtract(c[i:i + 1], newer), add(older, 2 * polymulx(newer))
    return add(older, polymulx(newer))


def poly2cheb(p):
    p = one_series(p)
    out = np.zeros(1, p.dtype)
    for i in range(1, len(p) + 1):
        out = add(_parts["mulx"](out), p[-i])
    return out


class Chebyshev(Basis):
    """A series of Chebyshev's polynomials."""

    basis_name, _family = "T", _parts

    @classmethod
    def interpolate(cls, func, deg, domain=None, args=()):
        domain = cls.domain if domain is None else domain
        low, high = domain
        return cls(chebinterpolate(lambda x: func(0.5 * (low + high) + 0.5 * (high - low) * x, *args), deg), domain)
