"""jax.extend.core.primitives: the primitives of equations."""

from jax._src.primitives import attribute


def __getattr__(name):
    return attribute("jax.extend.core.primitives", name)
