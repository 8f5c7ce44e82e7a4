"""What the special functions among the ops are, on arrays of one float type and shape.

lgamma, digamma: Lanczos's approximation (g = 7, 9 terms), reflected below 1/2.
igamma, igammac: the power series below a + 1, Lentz's continued fraction above (Abramowitz and Stegun 6.5.29, 6.5.31).
regularized_incomplete_beta: the continued fraction of Abramowitz and Stegun 26.5.8, from the side on which it converges fast.
bessel_i0e, bessel_i1e: below 20 the power series (9.6.10), whose terms are all positive; above it the asymptotic expansion
(9.7.1), whose smallest term there is about exp(-2 x).  zeta: Euler and Maclaurin's formula.
"""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax._src.autodiff import jvp


def _wide(function):
    """function on 16-bit floats, computed in 32 bits."""
    def wrapped(*xs):
        dtype = xs[0].dtype
        if core.finfo(dtype).bits > 16:
            return function(*xs)
        return lax.convert_element_type(function(*[lax.convert_element_type(x, core.float32) for x in xs]), dtype)
    return wrapped


# Lanczos's approximation of the gamma function (g = 7, 9 terms).
_G = 7.0
_BASE = 0.99999999999980993227684700473478
_COEFFICIENTS = (676.520368121885098567009190444019, -1259.13921672240287047156078755283, 771.3234287776530788486528258894,
                 -176.61502916214059906584551354, 12.507343278686904814458936853, -0.13857109526572011689554707,
                 9.984369578019570859563e-6, 1.50563273514931155834e-7)


def _lanczos(z):
    """log(z + g + 1/2) and the series, with its derivative's numerator, at z >= -1/2."""
    series, slope = jnp.full_like(z, _BASE), jnp.zeros_like(z)
    for i, c in enumerate(_COEFFICIENTS):
        series = series + c / (z + (i + 1))
        slope = slope - c / ((z + (i + 1)) * (z + (i + 1)))
    return math.log(_G + 0.5) + jnp.log1p(z / (_G + 0.5)), series, slope


@_wide
def lgamma(x):
    """log |gamma(x)|."""
    reflect = x < 0.5
    z = jnp.where(reflect, -x, x - 1)
    log_t, series, _ = _lanczos(z)
    t = _G + 0.5 + z
    y = math.log(math.sqrt(2 * math.pi)) + (z + 0.5 - t / log_t) * log_t + jnp.log(series)
    part = jnp.abs(x) - jnp.floor(jnp.abs(x))
    part = jnp.where(reflect, jnp.where(part > 0.5, 1 - part, part), 0.5)
    sine = jnp.log(jnp.sin(math.pi * part))
    reflected = jnp.where(jnp.isfinite(sine), math.log(math.pi) - sine - y, -sine)
    return jnp.where(jnp.isinf(x), math.inf, jnp.where(reflect, reflected, y))


@_wide
def digamma(x):
    """The derivative of lgamma."""
    reflect = x < 0.5
    z = jnp.where(reflect, -x, x - 1)
    log_t, series, slope = _lanczos(z)
    y = log_t + slope / series - _G / (_G + 0.5 + z)
    part = jnp.where(reflect, x + jnp.abs(jnp.floor(x + 0.5)), 0.5)
    reflected = y - math.pi * jnp.cos(math.pi * part) / jnp.sin(math.pi * part)
    pole = (x <= 0) & (x == jnp.floor(x))
    return jnp.where(pole, math.nan, jnp.where(reflect, reflected, y))


_SWITCH, _TERMS, _TAIL = 20.0, 64, 20


def _scaled(x, order):
    """exp(-x) i_order(x) for x >= 0."""
    small = x < _SWITCH
    y = jnp.where(small, x, 0)
    quarter = y * y / 4

    def grow(k, state):
        term, total = state
        n = (k + 1).astype(x.dtype)
        term = term * quarter / (n * (n + order))
        return term, total + term

    first = jnp.ones_like(x) if order == 0 else y / 2
    _, series = lax.fori_loop(0, _TERMS, grow, (first, first))
    z = jnp.where(small, _SWITCH, x)
    term = total = jnp.ones_like(x)
    for k in range(1, _TAIL):
        term = term * -(4 * order * order - (2 * k - 1) ** 2) / (8 * k * z)
        total = total + term
    return jnp.where(small, series * jnp.exp(-y), total / jnp.sqrt(2 * math.pi * z))


@_wide
def bessel_i0e(x):
    return _scaled(jnp.abs(x), 0)


@_wide
def bessel_i1e(x):
    return jnp.sign(x) * _scaled(jnp.abs(x), 1)


_STEPS = 2000


def _half_eps(x):
    """Half a unit of the last place of 1, a number known while compiling."""
    return 2.0**-24 if core.finfo(x.dtype).bits == 32 else 2.0**-53


def _log_factor(a, x):
    """log(x**a exp(-x) / gamma(a)), for x > 0."""
    return a * jnp.log(x) - x - lax.lgamma(a)


def _series(a, x, active):
    """The sum of x**k / (a (a+1) ... (a+k)) over k."""
    eps = _half_eps(x)

    def more(state):
        _, term, total, going, k = state
        return jnp.any(going) & (k < _STEPS)

    def step(state):
        b, term, total, going, k = state
        b = b + 1
        term = jnp.where(going, term * (x / b), term)
        total = jnp.where(going, total + term, total)
        return b, term, total, going & (term > eps * total), k + 1

    first = 1 / jnp.where(active, a, 1)
    return lax.while_loop(more, step, (a, first, first, active, 0))[2]


def _fraction(a, x, active):
    """The continued fraction 1 / (x + 1 - a - 1 (1 - a) / (x + 3 - a - ...)), by Lentz's method."""
    eps = _half_eps(x)
    tiny = (2.0**-126 if eps == 2.0**-24 else 2.0**-1022) / eps

    def more(state):
        return jnp.any(state[5]) & (state[4] < _STEPS)

    def step(state):
        b, c, d, h, k, going = state
        n = k + 1
        numerator = -n * (n - a)
        b = b + 2
        d = 1 / _away(numerator * d + b, tiny)
        c = _away(b + numerator / c, tiny)
        delta = c * d
        h = jnp.where(going, h * delta, h)
        return b, c, d, h, n, going & (jnp.abs(delta - 1) > eps)

    b = jnp.where(active, x + 1 - a, 1)
    d = 1 / _away(b, tiny)
    c = jnp.full_like(b, 1 / tiny)
    return lax.while_loop(more, step, (b, c, d, d, 0, active))[3]


def _away(x, tiny):
    """x, or a tiny number in place of 0."""
    return jnp.where(jnp.abs(x) < tiny, tiny, x)


def _gamma_parts(a, x):
    """The lower and the upper function, each computed where it is the one that is."""
    low = (x < a + 1) & (x > 0) & (a > 0) & jnp.isfinite(x)
    high = (x >= a + 1) & (a > 0) & jnp.isfinite(x)
    factor = jnp.exp(_log_factor(jnp.where(low | high, a, 1), jnp.where(low | high, x, 1)))
    lower = factor * _series(jnp.where(low, a, 1), jnp.where(low, x, 1), low)
    upper = factor * _fraction(jnp.where(high, a, 1), jnp.where(high, x, 2), high)
    lower, upper = jnp.where(low, lower, 1 - upper), jnp.where(low, 1 - lower, upper)
    bad = jnp.isnan(a) | jnp.isnan(x) | (a < 0) | (x < 0) | ((a == 0) & (x == 0))
    lower = jnp.where((a == 0) | (x == math.inf), 1, jnp.where(x == 0, 0, lower))
    upper = jnp.where((a == 0) | (x == math.inf), 0, jnp.where(x == 0, 1, upper))
    return jnp.where(bad, math.nan, lower), jnp.where(bad, math.nan, upper)


@_wide
def igamma(a, x):
    return _gamma_parts(a, x)[0]


@_wide
def igammac(a, x):
    return _gamma_parts(a, x)[1]


@_wide
def igamma_grad_a(a, x):
    return jvp(lambda b: _gamma_parts(b, x)[0], (a,), (jnp.ones_like(a),))[1]


def _beta_fraction(a, b, x):
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    eps = _half_eps(x)
    tiny = (2.0**-126 if eps == 2.0**-24 else 2.0**-1022) / eps

    def turn(c, d, h, numerator):
        d = 1 / _away(1 + numerator * d, tiny)
        c = _away(1 + numerator / c, tiny)
        return c, d, h * (c * d), c * d

    def more(state):
        return jnp.any(state[4]) & (state[3] < _STEPS)

    def step(state):
        c, d, h, k, going = state
        m = (k + 1).astype(x.dtype)
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        c2, d2, h2, _ = turn(c, d, h, even)
        c2, d2, h2, delta = turn(c2, d2, h2, odd)
        c, d, h = (jnp.where(going, new, old) for new, old in ((c2, c), (d2, d), (h2, h)))
        return c, d, h, k + 1, going & (jnp.abs(delta - 1) > eps)

    one = jnp.ones_like(x)
    d = 1 / _away(1 - (a + b) * x / (a + 1), tiny)
    return lax.while_loop(more, step, (one, d, d, jnp.asarray(0), jnp.isfinite(d)))[2]


@_wide
def regularized_incomplete_beta(a, b, x):
    good = (a > 0) & (b > 0) & (x > 0) & (x < 1)
    a0, b0, x0 = (jnp.where(good, v, 0.5) for v in (a, b, x))
    swap = x0 > (a0 + 1) / (a0 + b0 + 2)
    p, q, y = jnp.where(swap, b0, a0), jnp.where(swap, a0, b0), jnp.where(swap, 1 - x0, x0)
    front = jnp.exp(p * jnp.log(y) + q * jnp.log1p(-y) - (lax.lgamma(p) + lax.lgamma(q) - lax.lgamma(p + q))) / p
    part = front * _beta_fraction(p, q, y)
    value = jnp.where(swap, 1 - part, part)
    bad = jnp.isnan(a) | jnp.isnan(b) | jnp.isnan(x) | (a <= 0) | (b <= 0) | (x < 0) | (x > 1)
    return jnp.where(bad, math.nan, jnp.where(x == 0, 0, jnp.where(x == 1, 1, value)))


# B(2k) / (2k)!, of the Euler-Maclaurin formula.
_BERNOULLI = (1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000, 1 / 74724249600,
              -3617 / 10670622842880000)


@_wide
def zeta(x, q):
    """Hurwitz's zeta function, the sum of (k + q) ** -x over k >= 0, by Euler and Maclaurin."""
    total = 0.0
    for k in range(12):
        total = total + (q + k) ** -x
    end = q + 12
    power = end ** -x
    total = total + power * end / (x - 1) + 0.5 * power
    factor = x * power / end
    for k, b in enumerate(_BERNOULLI):
        total = total + b * factor
        factor = factor * (x + 2 * k + 1) * (x + 2 * k + 2) / (end * end)
    return jnp.where(x < 1, math.nan, jnp.where(x == 1, math.inf, total))


@_wide
def polygamma(n, x):
    """The n-th derivative of digamma."""
    sign = jnp.where(n % 2 == 0, -1.0, 1.0)
    high = sign * jnp.exp(lax.lgamma(n + 1)) * lax.zeta(jnp.where(n == 0, 2.0, n + 1), x)
    return jnp.where(n == 0, lax.digamma(x), high)
