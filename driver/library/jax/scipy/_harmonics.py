"""Bessel functions of whole order, associated Legendre functions, spherical harmonics: by recurrences."""

import math
import operator

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp


def bessel_jn(z, *, v, n_iter=50):
    """J_0 to J_v at z, by backward recurrence (Zhang and Jin 1996)."""
    (z,) = core.promote_args_inexact("bessel_jn", z)
    if jnp.iscomplexobj(z):
        raise ValueError("complex input not supported.")
    v = operator.index(core.concrete(v, "Argument v of bessel_jn."))
    n_iter = int(core.concrete(n_iter, "Argument n_iter of bessel_jn."))

    def step(state, k):
        before, last, total = state
        value = 2.0 * (k + 1.0) * last / z - before
        return (last, value, jnp.where(k % 2 == 0, total + 2.0 * value, total)), value

    zero = jnp.zeros_like(z)
    start = (zero, jnp.full_like(z, 1e-16), zero)
    (_, first, total), values = lax.scan(step, start, jnp.arange(n_iter + 1, dtype=z.dtype), reverse=True)
    return values[:v + 1] / (total - first)


def _recurrence(order, degree, normal):
    """The coefficients of P_(l-1) x and of P_(l-2) in P_l of this order."""
    if normal:
        below = degree * degree - order * order
        square = (degree - 1) ** 2 - order * order
        return (math.sqrt((4 * degree * degree - 1) / below),
                math.sqrt((2 * degree + 1) * square / ((2 * degree - 3) * below)))
    return (2 * degree - 1) / (degree - order), (degree + order - 1) / (degree - order)


def _legendre(top, x, normal):
    """P of order and degree 0 to top at the points x: [order, degree, point]."""
    root, zero = jnp.sqrt(1 - x * x), jnp.zeros_like(x)
    diagonal = jnp.full_like(x, 0.5 / math.sqrt(math.pi) if normal else 1.0)
    rows = []
    for m in range(top + 1):
        if m:
            diagonal = diagonal * root * (-math.sqrt(1 + 0.5 / m) if normal else 1 - 2 * m)
        row = [zero] * m + [diagonal]
        if m < top:
            row.append((math.sqrt(2 * m + 3) if normal else 2 * m + 1) * x * diagonal)
        for degree in range(m + 2, top + 1):
            one, two = _recurrence(m, degree, normal)
            row.append(one * x * row[-1] - two * row[-2])
        rows.append(jnp.stack(row))
    return jnp.stack(rows)


def _derivatives(p, x):
    """Of the functions that are not normalized: (1 - x^2) dP_l = (l + m) P_(l-1) - l x P_l would be singular at 1;
    dP_l^m = ((l + m) (l - m + 1) P_l^(m-1) - P_l^(m+1)) / (2 sqrt(1 - x^2)) is written without the root."""
    top = p.shape[0]
    zero = jnp.zeros_like(x)

    def at(m, degree):
        """P of any order, also below 0, and beyond the table."""
        if degree < 0 or abs(m) > degree:
            return zero
        if m >= 0:
            return p[m, degree]
        return (-1.0) ** m * math.factorial(degree + m) / math.factorial(degree - m) * p[-m, degree]

    def over_root(m, degree):
        """P_l^m / sqrt(1 - x^2) = -(P_(l-1)^(m+1) + (l + m - 1) (l + m) P_(l-1)^(m-1)) / (2 m)."""
        if m == 0:
            return zero
        return -(at(m + 1, degree - 1) + (degree + m - 1) * (degree + m) * at(m - 1, degree - 1)) / (2 * m)

    def slope(m, degree):
        if m == 1:
            if degree == 0:
                return zero
            second = p[2, degree] if top > 2 else zero
            return ((degree + 1) * degree * p[0, degree] - second) * 0.5 / jnp.sqrt(1 - x * x)
        return 0.5 * ((degree + m) * (degree - m + 1) * over_root(m - 1, degree) - over_root(m + 1, degree))

    return jnp.stack([jnp.stack([slope(m, degree) for degree in range(top)]) for m in range(top)])


def _checked(m, n, z, name):
    if z.dtype not in (core.float32, core.float64):
        raise TypeError(f"z.dtype={z.dtype} is not supported, see docstring for supported types.")
    if z.ndim != 1:
        raise ValueError("z must be a 1D array.")
    m = int(core.concrete(m, f"Argument m of {name}."))
    n = int(core.concrete(n, f"Argument n of {name}."))
    if m != n:
        raise NotImplementedError("Computations for m!=n are not yet supported.")
    return n


def lpmn(m, n, z):
    """The associated Legendre functions of the first kind of order and degree 0 to n at z, and their derivatives."""
    p = _legendre(_checked(m, n, z, "lpmn"), z, False)
    return p, _derivatives(p, z)


def lpmn_values(m, n, z, is_normalized):
    """The associated Legendre functions of the first kind of order and degree 0 to n at z."""
    return _legendre(_checked(m, n, z, "lpmn"), z, bool(is_normalized))


def sph_harm_y(n, m, theta, phi, diff_n=None, n_max=None):
    """Spherical harmonics of degrees n and orders m at the polar angles theta and the azimuths phi: vectors."""
    if diff_n is not None:
        raise NotImplementedError("The 'diff_n' argument to jax.scipy.special.sph_harm_y is not supported.")
    if jnp.isscalar(theta):
        theta = jnp.array([theta])
    if n_max is None:
        n_max = jnp.max(n)
    n_max = int(core.concrete(n_max, "The `n_max` argument of `jnp.scipy.special.sph_harm` must be statically specified "
                              "to use `sph_harm` within JAX transformations."))
    table = _legendre(n_max, jnp.cos(theta), True)
    p = table.at[abs(m), n, jnp.arange(len(n))].get(mode="clip")
    angle = abs(m) * phi
    value = lax.complex(p * jnp.cos(angle), p * jnp.sin(angle))
    return jnp.where(m < 0, (-1.0) ** abs(m) * jnp.conj(value), value)
