"""Special functions of jax.lax: those of jax.scipy.special, on operands of one dtype."""


def _wrapped(name, other):
    def function(*xs):
        from jax import scipy
        return getattr(scipy.special, other)(*xs)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = f"jax.scipy.special.{other}."
    return function


lgamma = _wrapped("lgamma", "gammaln")
digamma = _wrapped("digamma", "digamma")
polygamma = _wrapped("polygamma", "polygamma")
igamma = _wrapped("igamma", "gammainc")
igammac = _wrapped("igammac", "gammaincc")
betainc = _wrapped("betainc", "betainc")
bessel_i0e = _wrapped("bessel_i0e", "i0e")
bessel_i1e = _wrapped("bessel_i1e", "i1e")
zeta = _wrapped("zeta", "zeta")
