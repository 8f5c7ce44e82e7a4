"""jax.interpreters.partial_eval: jaxprs of functions."""

from jax._src.core import ShapedArray as AbstractValue  # noqa: F401
from jax._src.jaxpr import ClosedJaxpr, Jaxpr  # noqa: F401
from jax.extend.linear_util import wrap_init  # noqa: F401


def __getattr__(name):
    """The rest is JAX's own way of tracing: an error where it is called."""
    if name.startswith("__"):
        raise AttributeError(f"module 'jax.interpreters.partial_eval' has no attribute '{name}'")

    def missing(*args, **kwargs):
        raise NotImplementedError(f"jax.interpreters.partial_eval.{name}: programs are staged otherwise here")
    return missing
