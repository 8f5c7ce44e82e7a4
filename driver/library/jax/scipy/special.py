"""jax.scipy.special: functions of probability and combinatorics."""

import math

from _cjax import lax as native
from _cjax import numpy as core
from jax import numpy as jnp
from jax.nn import logsumexp, softmax, log_softmax
from jax.scipy._bessel import i0, i0e, i1, i1e
from jax.scipy._incomplete import betainc, gammainc, gammaincc

# Lanczos's approximation of the gamma function (g = 7, 9 terms).
_G = 7.0
_BASE = 0.99999999999980993227684700473478
_COEFFICIENTS = (676.520368121885098567009190444019, -1259.13921672240287047156078755283, 771.3234287776530788486528258894,
                 -176.61502916214059906584551354, 12.507343278686904814458936853, -0.13857109526572011689554707,
                 9.984369578019570859563e-6, 1.50563273514931155834e-7)


def _inexact(name, *xs):
    return core.promote_args_inexact(name, *xs)


def _lanczos(z):
    """log(z + g + 1/2) and the series, with its derivative's numerator, at z >= -1/2."""
    series, slope = jnp.full_like(z, _BASE), jnp.zeros_like(z)
    for i, c in enumerate(_COEFFICIENTS):
        series = series + c / (z + (i + 1))
        slope = slope - c / ((z + (i + 1)) * (z + (i + 1)))
    return math.log(_G + 0.5) + jnp.log1p(z / (_G + 0.5)), series, slope


def gammaln(x):
    """log |gamma(x)|."""
    (x,) = _inexact("gammaln", x)
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


def digamma(x):
    """The derivative of gammaln."""
    (x,) = _inexact("digamma", x)
    reflect = x < 0.5
    z = jnp.where(reflect, -x, x - 1)
    log_t, series, slope = _lanczos(z)
    y = log_t + slope / series - _G / (_G + 0.5 + z)
    part = jnp.where(reflect, x + jnp.abs(jnp.floor(x + 0.5)), 0.5)
    reflected = y - math.pi * jnp.cos(math.pi * part) / jnp.sin(math.pi * part)
    pole = (x <= 0) & (x == jnp.floor(x))
    return jnp.where(pole, math.nan, jnp.where(reflect, reflected, y))


def gamma(x):
    (x,) = _inexact("gamma", x)
    odd = jnp.floor(x) % 2 != 0
    return jnp.where((x < 0) & odd, -1.0, 1.0) * jnp.exp(gammaln(x))


def factorial(n, exact=False):
    (n,) = _inexact("factorial", n)
    return jnp.where(n < 0, 0.0, jnp.exp(gammaln(n + 1)))


def betaln(a, b):
    a, b = _inexact("betaln", a, b)
    return gammaln(a) + gammaln(b) - gammaln(a + b)


def beta(a, b):
    return jnp.exp(betaln(a, b))


def expit(x):
    (x,) = _inexact("expit", x)
    return native.logistic(x)


def logit(x):
    (x,) = _inexact("logit", x)
    return jnp.log(x / (1 - x))


def log_expit(x):
    return -jnp.logaddexp(0.0, -x)


def erf(x):
    (x,) = _inexact("erf", x)
    return native.erf(x)


def erfc(x):
    (x,) = _inexact("erfc", x)
    return native.erfc(x)


def erfinv(x):
    (x,) = _inexact("erfinv", x)
    return native.erf_inv(x)


def xlogy(x, y):
    """x log y, 0 where x is 0."""
    x, y = _inexact("xlogy", x, y)
    zero = x == 0
    return jnp.where(zero, 0.0, x * jnp.log(jnp.where(zero, 1.0, y)))


def xlog1py(x, y):
    """x log(1 + y), 0 where x is 0."""
    x, y = _inexact("xlog1py", x, y)
    zero = x == 0
    return jnp.where(zero, 0.0, x * jnp.log1p(jnp.where(zero, 0.0, y)))


def entr(x):
    (x,) = _inexact("entr", x)
    return jnp.where(x < 0, -math.inf, -xlogy(x, x))


def rel_entr(p, q):
    p, q = _inexact("rel_entr", p, q)
    both = (p > 0) & (q > 0)
    value = p * jnp.log(jnp.where(both, p, 1.0) / jnp.where(both, q, 1.0))
    return jnp.where(both, value, jnp.where((p == 0) & (q >= 0), 0.0, math.inf))


def kl_div(p, q):
    return rel_entr(p, q) - p + q


def ndtr(x):
    """The normal distribution function."""
    (x,) = _inexact("ndtr", x)
    w = x * math.sqrt(0.5)
    z = jnp.abs(w)
    tail = jnp.where(w > 0, 2.0 - native.erfc(z), native.erfc(z))
    return 0.5 * jnp.where(z < math.sqrt(0.5), 1.0 + native.erf(w), tail)


def ndtri(p):
    """The inverse of ndtr."""
    (p,) = _inexact("ndtri", p)
    return math.sqrt(2.0) * native.erf_inv(2.0 * p - 1.0)


def log_ndtr(x):
    """log(ndtr(x)), by an asymptotic series in the lower tail."""
    (x,) = _inexact("log_ndtr", x)
    lower, upper = (-20.0, 8.0) if x.dtype == core.float64 else (-10.0, 5.0)
    middle = jnp.log(ndtr(jnp.clip(x, lower, upper)))
    low = jnp.minimum(x, lower)
    series, term = 1.0, 1.0
    for n in range(1, 4):
        term = -term * (2 * n - 1) / (low * low)
        series = series + term
    tail = -0.5 * low * low - jnp.log(-low) - 0.5 * math.log(2 * math.pi) + jnp.log(series)
    return jnp.where(x > upper, -ndtr(-jnp.maximum(x, upper)), jnp.where(x > lower, middle, tail))




def gammasgn(x):
    """The sign of gamma(x)."""
    (x,) = _inexact("gammasgn", x)
    whole = jnp.floor(x)
    sign = jnp.where((x < 0) & (whole % 2 != 0), -1.0, 1.0)
    sign = jnp.where((x < 0) & (x == whole), math.nan, sign)
    return jnp.where((x == 0) & jnp.signbit(x), -1.0, sign).astype(x.dtype)


def multigammaln(a, d):
    """log of the gamma function of d dimensions."""
    d = core.concrete(d, "d argument of multigammaln").__index__()
    (a,) = _inexact("multigammaln", a)
    shifts = jnp.arange(d, dtype=a.dtype) / 2
    return gammaln(a[..., None] - shifts).sum(-1) + d * (d - 1) / 4 * math.log(math.pi)


def poch(z, m):
    """Pochhammer's symbol gamma(z + m) / gamma(z)."""
    z, m = _inexact("poch", z, m)
    value = gammasgn(z) * gammasgn(z + m) * jnp.exp(gammaln(z + m) - gammaln(z))
    return jnp.where(m == 0, 1.0, value)


def comb(N, k, *, exact=False, repetition=False):
    """The number of ways to choose k of N things."""
    if exact:
        raise NotImplementedError("jax.scipy.special.comb: exact=True is not supported")
    N, k = _inexact("comb", N, k)
    if repetition:
        N = N + k - 1
    value = jnp.exp(gammaln(N + 1) - gammaln(k + 1) - gammaln(N - k + 1))
    return jnp.where((k < 0) | (N < 0) | (k > N), 0.0, jnp.round(value))


def boxcox(x, lmbda):
    """(x ** lmbda - 1) / lmbda, log x where lmbda is 0."""
    x, lmbda = _inexact("boxcox", x, lmbda)
    zero = lmbda == 0
    return jnp.where(zero, jnp.log(x), jnp.expm1(lmbda * jnp.log(x)) / jnp.where(zero, 1, lmbda))


def boxcox1p(x, lmbda):
    """boxcox of 1 + x."""
    x, lmbda = _inexact("boxcox1p", x, lmbda)
    zero = lmbda == 0
    return jnp.where(zero, jnp.log1p(x), jnp.expm1(lmbda * jnp.log1p(x)) / jnp.where(zero, 1, lmbda))


# B(2k) / (2k)!, of the Euler-Maclaurin formula.
_BERNOULLI = (1 / 12, -1 / 720, 1 / 30240, -1 / 1209600, 1 / 47900160, -691 / 1307674368000, 1 / 74724249600,
              -3617 / 10670622842880000)


def zeta(x, q=None):
    """Hurwitz's zeta function, the sum of (k + q) ** -x over k >= 0 (Riemann's with q = 1), by Euler and Maclaurin."""
    x, q = _inexact("zeta", x, 1.0 if q is None else q)
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


def polygamma(n, x):
    """The n-th derivative of digamma."""
    n, x = _inexact("polygamma", n, x)
    sign = jnp.where(n % 2 == 0, -1.0, 1.0)
    high = sign * jnp.exp(gammaln(n + 1)) * zeta(jnp.where(n == 0, 2.0, n + 1), x)
    return jnp.where(n == 0, digamma(x), high)
