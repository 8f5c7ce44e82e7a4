"""jax.scipy.cluster: vector quantisation."""

from jax.scipy.cluster import vq  # noqa: F401
