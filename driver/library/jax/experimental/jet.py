"""jax.experimental.jet: Taylor coefficients of functions along curves, by derivatives of derivatives."""

import math

from jax import lax
from jax import numpy as jnp
from jax._src.autodiff import jvp
from jax.tree_util import tree_map


def fact(n):
    """n!, elementwise."""
    return lax.exp(lax.lgamma(n + 1.0))


def jet(fun, primals, series, factorial_scaled=True, **_):
    """fun at primals, and the derivatives (factorial_scaled) or Taylor coefficients of fun along the curve through primals
    whose derivatives (coefficients) are series."""
    orders = {len(terms) for terms in series}
    if len(primals) != len(series):
        raise ValueError("jet: primals and series must have the same length")
    if len(orders) != 1:
        raise ValueError("jet terms have inconsistent lengths for different arguments")
    (order,) = orders
    scale = [math.factorial(k) if factorial_scaled else 1 for k in range(order + 1)]

    def curve(t):
        points = []
        for p, terms in zip(primals, series):
            x = jnp.asarray(p)
            points.append(sum((s * (t ** k / scale[k]) for k, s in enumerate(terms, 1)), x))
        return fun(*points)

    def derivative(f):
        return lambda t: jvp(f, (t,), (1.0,))[1]

    zero, f, out = 0.0, curve, []
    for k in range(order + 1):
        out.append(tree_map(lambda v, k=k: v if factorial_scaled else v / math.factorial(k), f(zero)))
        f = derivative(f)
    value = out[0]
    terms = [tree_map(lambda *vs: list(vs), *out[1:])] if order else [[]]
    return value, terms[0]
