"""jax.scipy: special functions, distributions, linear algebra."""

__lazy__ = ("linalg", "special", "stats")
