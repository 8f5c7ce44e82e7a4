"""jax.scipy: special functions, distributions, linear algebra, signals, integrals."""

__lazy__ = ("integrate", "linalg", "signal", "special", "stats")
