"""jax.experimental: what may change."""

from jax._src.callbacks import io_callback  # noqa: F401
from jax._src.config import enable_x64  # noqa: F401

__lazy__ = ("checkify", "ode")


def disable_x64():
    """Context manager: 32-bit types within it."""
    return enable_x64(False)
