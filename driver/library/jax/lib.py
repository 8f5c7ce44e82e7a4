"""jax.lib: empty, as in JAX."""
