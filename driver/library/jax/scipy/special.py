"""jax.scipy.special: functions of probability and combinatorics."""

import math

from _cjax import lax as native
from _cjax import numpy as core
from jax import numpy as jnp
from jax._src.wide import wide, wide_strong
from jax.nn import log_softmax, logsumexp, softmax, softplus
from jax.scipy import _entropy, _normal
from jax.scipy._bessel import i0, i0e, i1, i1e
from jax.scipy._faddeeva import dawsn, owens_t, wofz  # noqa: F401
from jax.scipy._gamma import gamma, gammasgn, loggamma  # noqa: F401
from jax.scipy._harmonics import bessel_jn, lpmn, lpmn_values, sph_harm_y  # noqa: F401
from jax.scipy._hypergeometric import hyp1f1, hyp2f1  # noqa: F401
from jax.scipy._integrals import erfcx, exp1, expi, expn  # noqa: F401
from jax.scipy._oscillating import fresnel, sici, spence  # noqa: F401
from jax.scipy._incomplete import betainc, gammainc, gammaincc


def _inexact(name, *xs):
    return core.promote_args_inexact(name, *xs)


def gammaln(x):
    """log |gamma(x)|."""
    return native.lgamma(*_inexact("gammaln", x))


def digamma(x):
    """The derivative of gammaln."""
    return native.digamma(*_inexact("digamma", x))


def factorial(n, exact=False):
    """gamma(n + 1), 0 below 0."""
    if exact:
        raise NotImplementedError("factorial with exact=True")
    (n,) = _inexact("factorial", n)
    return wide(lambda n: jnp.where(n < 0, 0.0, jnp.exp(gammaln(n + 1))))(n)


def betaln(a, b):
    return _betaln(*_inexact("betaln", a, b))


@wide
def _betaln(a, b):
    return gammaln(a) + gammaln(b) - gammaln(a + b)


def beta(a, b):
    return wide_strong(lambda a, b: jnp.exp(_betaln(a, b)))(*_inexact("beta", a, b))


def expit(x):
    (x,) = _inexact("expit", x)
    return native.logistic(x)


def logit(x):
    return wide(lambda x: jnp.log(x / (1 - x)))(*_inexact("logit", x))


def log_expit(x):
    return -softplus(-x)


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
    """x log y, 0 where x is 0 and y is not nan."""
    x, y = _inexact("xlogy", x, y)
    zero = (x == 0) & (y == y)
    return jnp.where(zero, 0.0, x * jnp.log(jnp.where(zero, 1.0, y)))


def xlog1py(x, y):
    """x log(1 + y), 0 where x is 0 and y is not nan."""
    x, y = _inexact("xlog1py", x, y)
    zero = (x == 0) & (y == y)
    return jnp.where(zero, 0.0, x * jnp.log1p(jnp.where(zero, 0.0, y)))


def entr(x):
    (x,) = _inexact("entr", x)
    return jnp.where(x < 0, -math.inf, -xlogy(x, x))


def rel_entr(p, q):
    """p log(p / q)."""
    return _entropy.rel_entr(*_inexact("rel_entr", p, q))


def kl_div(p, q):
    """p log(p / q) - p + q."""
    return _entropy.kl_div(*_inexact("kl_div", p, q))


def _normal_argument(x, rest=", see docstring for supported types."):
    """x, of float32 or float64: of no other type are there functions of the normal distribution."""
    dtype = jnp.asarray(x).dtype
    if dtype not in (core.float32, core.float64):
        raise TypeError(f"x.dtype={dtype} is not supported{rest}")
    return _inexact("ndtr", x)[0]


def ndtr(x):
    """The normal distribution function."""
    return _ndtr(_normal_argument(x))


@wide_strong
def _ndtr(x):
    return 0.5 * native.erfc(x * -math.sqrt(0.5))


def ndtri(p):
    """The inverse of ndtr."""
    return _normal.ndtri(_normal_argument(p))


def log_ndtr(x):
    """log(ndtr(x)), by an asymptotic series in the lower tail."""
    return _log_ndtr(_normal_argument(x, "."))


@wide_strong
def _log_ndtr(x):
    lower, upper = -20.0, 8.0
    part = jnp.clip(x, lower, upper)
    part = _ndtr(jnp.where(x > 0, -part, part))
    middle = jnp.where(x > 0, jnp.log1p(-part), jnp.log(part))
    low = jnp.minimum(x, lower)
    series, term = 1.0, 1.0
    for n in range(1, 6):
        term = -term * (2 * n - 1) / (low * low)
        series = series + term
    tail = -0.5 * low * low - jnp.log(-low) - 0.5 * math.log(2 * math.pi) + jnp.log(series)
    return jnp.where(x > upper, -_ndtr(-jnp.maximum(x, upper)), jnp.where(x > lower, middle, tail))


def multigammaln(a, d):
    """log of the gamma function of d dimensions."""
    d = core.concrete(d, "d argument of multigammaln").__index__()
    (a,) = _inexact("multigammaln", a)
    shifts = jnp.arange(d, dtype=a.dtype) / 2
    return gammaln(a[..., None] - shifts).sum(-1) + d * (d - 1) / 4 * math.log(math.pi)


def poch(z, m):
    """Pochhammer's symbol gamma(z + m) / gamma(z)."""
    z, m = _inexact("poch", z, m)
    value = gammasgn(z) * gammasgn(z + m) * wide(lambda z, m: jnp.exp(gammaln(z + m) - gammaln(z)))(z, m)
    return jnp.where(m == 0, 1.0, value)


def comb(N, k, *, repetition=False):
    """The number of ways to choose k of N things."""
    N, k = _inexact("comb", N, k)
    if repetition:
        return jnp.where((k == 0) & (N >= 0), 1.0, comb(N + k - 1, k))
    known = (k <= N) & (N >= 0) & (k >= 0)
    n, k = jnp.where(known, N, 0.0), jnp.where(known, k, 0.0)
    value = wide(lambda n, k: jnp.exp(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)))(n, k)
    return jnp.where(known, value, 0.0)


def boxcox(x, lmbda):
    """(x ** lmbda - 1) / lmbda, log x where lmbda is 0."""
    return _boxcox(*_inexact("boxcox", x, lmbda))


@wide
def _boxcox(x, lmbda):
    zero = lmbda == 0
    return jnp.where(zero, jnp.log(x), jnp.expm1(lmbda * jnp.log(x)) / jnp.where(zero, 1, lmbda))


def boxcox1p(x, lmbda):
    """boxcox of 1 + x."""
    return _boxcox1p(*_inexact("boxcox1p", x, lmbda))


@wide
def _boxcox1p(x, lmbda):
    zero = lmbda == 0
    return jnp.where(zero, jnp.log1p(x), jnp.expm1(lmbda * jnp.log1p(x)) / jnp.where(zero, 1, lmbda))


def zeta(x, q=None):
    """Hurwitz's zeta function, the sum of (k + q) ** -x over k >= 0 (Riemann's with q = 1)."""
    return native.zeta(*jnp.broadcast_arrays(*_inexact("zeta", x, 1.0 if q is None else q)))


def polygamma(n, x):
    """The n-th derivative of digamma."""
    return native.polygamma(*jnp.broadcast_arrays(*_inexact("polygamma", n, x)))


def bernoulli(n):
    """The Bernoulli numbers B0 to Bn (Chowla and Hartung 1972)."""
    n = core.concrete(n, "Argument n of bernoulli")
    if n < 0:
        raise ValueError("n must be a non-negative integer.")
    first = jnp.array([1, -1 / 2, 1 / 6])
    if n < 3:
        return first[:n + 1]
    out = jnp.zeros(n + 1).at[:3].set(first)
    m = jnp.arange(4, n + 1, 2, dtype=out.dtype)
    k = jnp.arange(2, 50, dtype=out.dtype)
    scale = (1.0 / math.pi ** 2) * jnp.cumprod(-(m - 1) * m / 4 / math.pi ** 2)
    return out.at[4::2].set(scale * (1 + jnp.sum(k[:, None] ** -m[None, :], axis=0)))
