"""jax.scipy: special functions and distributions."""

from jax.scipy import special, stats
