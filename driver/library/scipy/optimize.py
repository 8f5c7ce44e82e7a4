"""scipy.optimize: roots of functions of one number, and assignment.  Minimisers of many variables are missing."""

import numpy as np
from scipy._mapped import missing

__getattr__ = missing("scipy.optimize")


def _signs(f, a, b, args):
    fa, fb = f(a, *args), f(b, *args)
    if fa * fb > 0:
        raise ValueError("f(a) and f(b) must have different signs")
    return fa, fb


def bisect(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100):
    fa, fb = _signs(f, a, b, args)
    if fa == 0:
        return a
    if fb == 0:
        return b
    dm, xa = b - a, a
    for _ in range(maxiter):
        dm = dm * 0.5
        xm = xa + dm
        fm = f(xm, *args)
        if fm * fa >= 0:
            xa = xm
        if fm == 0 or abs(dm) < xtol + rtol * abs(xm):
            return xm
    raise RuntimeError(f"Failed to converge after {maxiter} iterations.")


def brentq(f, a, b, args=(), xtol=2e-12, rtol=8.881784197001252e-16, maxiter=100):
    """Brent's method with inverse quadratic extrapolation."""
    xpre, xcur, (fpre, fcur) = a, b, _signs(f, a, b, args)
    xblk = fblk = spre = scur = 0.0
    if fpre == 0:
        return xpre
    if fcur == 0:
        return xcur
    for _ in range(maxiter):
        if fpre != 0 and fcur != 0 and (fpre < 0) != (fcur < 0):
            xblk, fblk = xpre, fpre
            spre = scur = xcur - xpre
        if abs(fblk) < abs(fcur):
            xpre, xcur, xblk = xcur, xblk, xcur
            fpre, fcur, fblk = fcur, fblk, fcur
        delta, sbis = (xtol + rtol * abs(xcur)) / 2, (xblk - xcur) / 2
        if fcur == 0 or abs(sbis) < delta:
            return xcur
        spre, scur = _brent_step(xpre, xcur, xblk, fpre, fcur, fblk, spre, scur, delta, sbis)
        xpre, fpre = xcur, fcur
        xcur = xcur + (scur if abs(scur) > delta else delta if sbis > 0 else -delta)
        fcur = f(xcur, *args)
    raise RuntimeError(f"Failed to converge after {maxiter} iterations.")


def _brent_step(xpre, xcur, xblk, fpre, fcur, fblk, spre, scur, delta, sbis):
    if abs(spre) > delta and abs(fcur) < abs(fpre):
        if xpre == xblk:
            stry = -fcur * (xcur - xpre) / (fcur - fpre)
        else:
            dpre, dblk = (fpre - fcur) / (xpre - xcur), (fblk - fcur) / (xblk - xcur)
            stry = -fcur * (fblk * dblk - fpre * dpre) / (dblk * dpre * (fblk - fpre))
        if 2 * abs(stry) < min(abs(spre), 3 * abs(sbis) - delta):
            return scur, stry
    return sbis, sbis


def newton(func, x0, fprime=None, args=(), tol=1.48e-8, maxiter=50):
    """Newton's method, or the secant method without a derivative."""
    if fprime is not None:
        p0 = 1.0 * x0
        for step in range(1, maxiter + 1):
            fval = func(p0, *args)
            if fval == 0:
                return p0
            slope = fprime(p0, *args)
            if slope == 0:
                raise RuntimeError(f"Derivative was zero. Failed to converge after {step} iterations, value is {p0}.")
            p = p0 - fval / slope
            if abs(p - p0) <= tol:
                return p
            p0 = p
        raise RuntimeError(f"Failed to converge after {maxiter} iterations, value is {p}.")
    p0, p1 = 1.0 * x0, x0 * (1 + 1e-4) + (1e-4 if x0 >= 0 else -1e-4)
    q0, q1 = func(p0, *args), func(p1, *args)
    if abs(q1) < abs(q0):
        p0, p1, q0, q1 = p1, p0, q1, q0
    for step in range(1, maxiter + 1):
        if q1 == q0:
            if p1 != p0:
                raise RuntimeError(f"Tolerance of {p1 - p0} reached. Failed to converge after {step} iterations, value is {p1}.")
            return (p1 + p0) / 2.0
        p = (-q0 / q1 * p1 + p0) / (1 - q0 / q1) if abs(q1) > abs(q0) else (-q1 / q0 * p0 + p1) / (1 - q1 / q0)
        if abs(p - p1) <= tol:
            return p
        p0, q0, p1 = p1, q1, p
        q1 = func(p1, *args)
    raise RuntimeError(f"Failed to converge after {maxiter} iterations, value is {p}.")


def linear_sum_assignment(cost_matrix, maximize=False):
    """The assignment of rows to columns of least cost, by shortest augmenting paths."""
    cost = np.asarray(cost_matrix)
    cost = [[float(x) for x in row] for row in (-cost if maximize else cost).tolist()]
    n, m = len(cost), len(cost[0])
    if n > m:
        columns, rows = _assign([list(c) for c in zip(*cost)])
        order = sorted(range(m), key=lambda i: rows[i])
        return np.array([rows[i] for i in order]), np.array([columns[i] for i in order])
    rows, columns = _assign(cost)
    return np.array(rows), np.array(columns)


def _assign(cost):
    n, m, inf = len(cost), len(cost[0]), float("inf")
    u, v, row_of = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        row_of[0], j = i, 0
        least, used, back = [inf] * (m + 1), [False] * (m + 1), [0] * (m + 1)
        while row_of[j]:
            used[j], delta, here, nxt = True, inf, row_of[j], 0
            for k in range(1, m + 1):
                if used[k]:
                    continue
                reduced = cost[here - 1][k - 1] - u[here] - v[k]
                if reduced < least[k]:
                    least[k], back[k] = reduced, j
                if least[k] < delta:
                    delta, nxt = least[k], k
            for k in range(m + 1):
                if used[k]:
                    u[row_of[k]] += delta
                    v[k] -= delta
                else:
                    least[k] -= delta
            j = nxt
        while j:
            row_of[j] = row_of[back[j]]
            j = back[j]
    found = {row_of[k] - 1: k - 1 for k in range(1, m + 1) if row_of[k]}
    return list(range(n)), [found[i] for i in range(n)]
