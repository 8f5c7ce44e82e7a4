"""jax.scipy.integrate: integrals of samples."""

from jax.numpy import trapezoid  # noqa: F401
