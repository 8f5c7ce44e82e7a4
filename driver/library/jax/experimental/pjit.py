"""jax.experimental.pjit: jit's old name."""

from jax._src.jit import jit as pjit  # noqa: F401
