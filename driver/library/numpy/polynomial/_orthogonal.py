"""Orthogonal polynomials by their recurrence  p[n+1] = (a(n) x + b(n)) p[n] - c(n) p[n-1],  p[0] = 1.

From it: values, matrices, products, companion matrices and Gauss's quadrature.
"""

import numpy as np
from numpy.polynomial import _family
from numpy.polynomial._family import one_series, points, series


def _basis(recurrence, x, deg):
    columns = [x._new([1.0]) if isinstance(x, _family.Basis) else x * 0 + 1.0]
    for n in range(deg):
        a, b, c = recurrence(n)
        nxt = (a * x + b) * columns[n] if b else a * x * columns[n]
        columns.append(nxt - c * columns[n - 1] if n else nxt)
    return columns


def _times_x(recurrence, c):
    """x p[n] = (p[n+1] - b p[n] + c p[n-1]) / a"""
    out = np.zeros(len(c) + 1, c.dtype)
    for n in range(len(c)):
        a, b, below = recurrence(n)
        out[n + 1] += c[n] / a
        if b:
            out[n] -= c[n] * b / a
        if n and below:
            out[n - 1] += c[n] * below / a
    return out


def _values(recurrence):
    def val(x, c, tensor=True):
        c, x = series(c), points(x)
        columns = _basis(recurrence, x, len(c) - 1)
        if tensor and c.ndim > 1 and x.ndim:
            c = c.reshape(c.shape + (1,) * x.ndim)
        return sum([c[i] * columns[i] for i in range(1, len(c))], c[0] * columns[0])

    def vander(x, deg):
        if deg < 0:
            raise ValueError("deg must be non-negative")
        return np.stack(_basis(recurrence, np.asarray(x) + 0.0, deg), axis=-1)
    return val, vander


def _products(recurrence):
    def mulx(c):
        c = one_series(c)
        return c if len(c) == 1 and c[0] == 0 else _times_x(recurrence, c)

    def mul(c1, c2):
        """By the recurrence, with x as the operator that multiplies by x."""
        c1, c2 = one_series(c1), one_series(c2)
        if len(c1) < len(c2):
            c1, c2 = c2, c1
        parts, total = [c1], c1 * c2[0]
        for n in range(len(c2) - 1):
            a, b, below = recurrence(n)
            nxt = a * _times_x(recurrence, parts[n])
            nxt = nxt + _family.padded(b * parts[n], len(nxt)) if b else nxt
            nxt = nxt - _family.padded(below * parts[n - 1], len(nxt)) if n else nxt
            parts.append(nxt)
            total = _family.padded(total, len(nxt)) + c2[n + 1] * nxt
        return _family.trimmed(total)
    return mulx, mul


def _companion(recurrence):
    def companion(c):
        c = one_series(c)
        n = len(c) - 1
        if n < 1:
            raise ValueError("Series must have maximum degree of at least 1.")
        if n == 1:
            a, b, _ = recurrence(0)
            return np.array([[(-c[0] / c[1] - b) / a]])
        rows = [_times_x(recurrence, np.eye(n)[i])[:n] for i in range(n)]
        m = np.stack(rows, axis=1)
        a = recurrence(n - 1)[0]
        return m - np.concatenate([np.zeros((n, n - 1)), (c[:-1] / c[-1] / a)[:, None]], axis=1)
    return companion


def functions(recurrence, prefix, line, derivative, integral):
    """A dict of the functions of a family; derivative and integral take coefficients of one step."""
    val, vander = _values(recurrence)
    mulx, mul = _products(recurrence)
    der, int_ = _family.calculus(derivative, integral, val)
    companion = _companion(recurrence)
    fit = _family.fit(vander)
    roots, fromroots = _family.roots_of(companion), _family.from_roots(mul, line)
    parts = {"val": val, "vander": vander, "mulx": mulx, "mul": mul, "div": _family.divide(mul), "der": der, "int": int_,
             "companion": companion, "fit": fit, "roots": roots, "fromroots": fromroots, "pow": _family.power(mul, 16), "line": line,
             "add": _family.add, "sub": _family.subtract, "val2d": _family.points2d(vander),
             "vander2d": _family.vander2d(vander), "trim": _family.trim}
    return {prefix + name: f for name, f in parts.items()}, parts


def gauss(recurrence, deg, weight_sum):
    """Nodes and weights of Gauss's rule: eigenvalues of Jacobi's matrix, one Newton step, weights by sums of squares."""
    off = []
    for n in range(1, deg):
        above, here = recurrence(n - 1), recurrence(n)
        off.append(np.sqrt(here[2] / (above[0] * here[0])))
    diagonal = [-recurrence(n)[1] / recurrence(n)[0] for n in range(deg)]
    m = np.diag(np.array(diagonal)) + np.diag(np.array(off), 1) + np.diag(np.array(off), -1) if deg > 1 else np.array([[diagonal[0]]])
    x = np.linalg.eigvalsh(m)
    norm = [1.0]
    for n in range(1, deg):
        norm.append(norm[-1] * recurrence(n)[2] * recurrence(n - 1)[0] / recurrence(n)[0])
    columns = _basis(recurrence, x, deg - 1)
    total = sum([p * p / s for p, s in zip(columns, norm)])
    return x, weight_sum / total
