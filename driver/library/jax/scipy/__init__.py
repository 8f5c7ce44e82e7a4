"""jax.scipy: special functions, distributions, linear algebra, cosine transforms, signals, integrals."""

__lazy__ = ("fft", "integrate", "linalg", "signal", "special", "stats")
