"""scipy.special."""

from jax import nn as _nn
from jax.scipy import special as _special
from scipy._mapped import host, mapped

logsumexp = host(_special.logsumexp)
__getattr__ = mapped("scipy.special", _special)


def softmax(x, axis=None):
    return host(lambda x: _nn.softmax(x, axis=_axes(x, axis)))(x)


def log_softmax(x, axis=None):
    return host(lambda x: _nn.log_softmax(x, axis=_axes(x, axis)))(x)


def _axes(x, axis):
    return tuple(range(x.ndim)) if axis is None else axis


def _whole(f, x):
    """f(x) for f = gamma: for a whole x the factorial itself."""
    import math
    from jax import numpy as jnp
    x = jnp.asarray(x, float)
    exact = jnp.asarray([float(math.factorial(n)) for n in range(171)])
    whole = (x == jnp.floor(x)) & (x > 0) & (x <= 171)
    return jnp.where(whole, exact[jnp.where(whole, x - 1, 0).astype(int)], f(x))


def gamma(z):
    return host(lambda x: _whole(_special.gamma, x))(z)


def factorial(n, exact=False):
    if exact:
        import math
        return math.factorial(n) if n >= 0 else 0
    return host(_factorial)(n)


def _factorial(n):
    from jax import numpy as jnp
    n = jnp.asarray(n, float)
    return jnp.where(n >= 0, _whole(_special.gamma, n + 1.0), 0.0)


def comb(N, k, *, exact=False, repetition=False):
    """N over k."""
    if repetition:
        return comb(N + k - 1, k, exact=exact) if N or k else 1
    if exact:
        import math
        return math.comb(N, k) if 0 <= k <= N else 0
    return host(_binomial)(N, k)


def _binomial(N, k):
    """The product of (N - k + i) / i for a whole k: for a whole N no step is rounded below 2^53."""
    from jax import lax, numpy as jnp
    N, k = jnp.broadcast_arrays(jnp.asarray(N, float), jnp.asarray(k, float))
    inside = (k >= 0) & (k <= N)
    few = jnp.where((N == jnp.floor(N)) & (k > N / 2), N - k, k)
    whole = inside & (few == jnp.floor(few)) & (few <= 1000)
    factors = jnp.where(whole, few, 0.0)

    def step(i, out):
        return jnp.where(i <= factors, out * (N - factors + i) / i, out)
    product = lax.fori_loop(1, jnp.max(factors, initial=0.0).astype(int) + 1, step, jnp.ones_like(N))
    other = jnp.exp(_special.gammaln(N + 1) - _special.gammaln(k + 1) - _special.gammaln(N - k + 1))
    return jnp.where(inside, jnp.where(whole, product, other), 0.0)


def perm(N, k, exact=False):
    """N (N - 1) ... of k factors."""
    if exact:
        import math
        return math.perm(N, k) if 0 <= k <= N else 0
    return host(_arrangements)(N, k)


def _arrangements(N, k):
    from jax import lax, numpy as jnp
    N, k = jnp.broadcast_arrays(jnp.asarray(N, float), jnp.asarray(k, float))
    inside = (k >= 0) & (k <= N)
    whole = inside & (k == jnp.floor(k)) & (k <= 1000)
    factors = jnp.where(whole, k, 0.0)

    def step(i, out):
        return jnp.where(i < factors, out * (N - i), out)
    product = lax.fori_loop(0, jnp.max(factors, initial=0.0).astype(int), step, jnp.ones_like(N))
    return jnp.where(inside, jnp.where(whole, product, _special.poch(N - k + 1.0, k)), 0.0)
