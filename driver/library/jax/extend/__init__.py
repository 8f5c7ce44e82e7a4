"""jax.extend: what extensions of JAX build on."""

__lazy__ = ("backend", "core", "linear_util", "random", "source_info_util")
