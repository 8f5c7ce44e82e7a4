"""gamma and its logarithm, of real and of complex numbers (Lanczos 1964, g = 7, 9 terms)."""

import math

from _cjax import lax as native
from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax._src.wide import wide

_G, _BASE = 7.0, 0.99999999999980993
_COEFFICIENTS = (676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
                 -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7)


def gammasgn(x):
    """The sign of gamma(x); nan at its poles below 0."""
    (x,) = core.promote_args_inexact("gammasgn", x)
    if jnp.iscomplexobj(x):
        raise ValueError("gammasgn does not support complex-valued inputs.")
    whole = jnp.floor(x)
    minus = ((x < 0) & (whole % 2 != 0)) | ((x == 0) & jnp.signbit(x))
    pole = ((x < 0) & (x == whole)) | jnp.isnan(x)
    return jnp.where(pole, math.nan, jnp.where(minus, -1.0, 1.0)).astype(x.dtype)


def _log_right(z):
    """log gamma(z), by reflection where Re z < 1/2."""
    reflect = jnp.real(z) < 0.5
    y = jnp.where(reflect, 1 - z, z) - 1
    series = jnp.full_like(y, _BASE)
    for i, c in enumerate(_COEFFICIENTS):
        series = series + c / (y + (i + 1))
    t = y + (_G + 0.5)
    value = 0.5 * math.log(2 * math.pi) + (y + 0.5) * jnp.log(t) - t + jnp.log(series)
    safe = jnp.where(reflect, z, 0.5)
    return jnp.where(reflect, math.log(math.pi) - jnp.log(jnp.sin(math.pi * safe)) - value, value)


def _split(z):
    """Where gamma has no value, and z with 1 in these places."""
    real = jnp.real(z)
    bad = jnp.isnan(z) | ((jnp.imag(z) == 0) & (real == jnp.floor(real)) & (real <= 0))
    return bad, jnp.where(bad, 1, z)


_NAN = complex(math.nan, math.nan)


def _log_complex(z):
    """Shifted to Re z >= 1/2, so that the only cut is the negative real axis."""
    bad, z = _split(z)
    n = jnp.maximum(0, jnp.ceil(0.5 - jnp.real(z)).astype(int))

    def step(state):
        k, total = state
        return k + 1, total + jnp.where(k < n, jnp.log(jnp.where(k < n, z + k, 1)), 0)

    total = lax.while_loop(lambda state: jnp.any(state[0] < n), step, (0, jnp.zeros_like(z)))[1]
    return jnp.where(bad, _NAN, _log_right(z + n) - total)


def gamma(x):
    """The gamma function."""
    (x,) = core.promote_args_inexact("gamma", x)
    if jnp.iscomplexobj(x):
        bad, z = _split(x)
        return jnp.where(bad, _NAN, jnp.exp(_log_right(z)))
    return gammasgn(x) * wide(lambda x: jnp.exp(native.lgamma(x)))(x)


def loggamma(x):
    """log gamma(x); of real numbers nan where gamma is negative or has a pole."""
    (x,) = core.promote_args_inexact("loggamma", x)
    if jnp.iscomplexobj(x):
        return _log_complex(x)
    return jnp.where(x > 0, native.lgamma(x), math.nan)
