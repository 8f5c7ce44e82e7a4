"""jax.experimental: the solver of ordinary differential equations."""

__lazy__ = ("ode",)
