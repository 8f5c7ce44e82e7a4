"""jax.scipy.optimize: minimisation of functions by their gradients."""

from jax.scipy.optimize.minimize import OptimizeResults, minimize  # noqa: F401
