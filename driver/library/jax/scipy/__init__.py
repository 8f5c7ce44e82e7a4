"""jax.scipy: linear algebra, special functions and distributions."""

from jax.scipy import linalg, special, stats
