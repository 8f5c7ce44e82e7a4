"""jax.experimental.hijax: what rules of derivatives are given.  Types and primitives of a program's own are not here."""

from jax import numpy as jnp
from jax._src.core import ShapedArray

AbstractValue = ShapedArray


class Zero:
    """A derivative that is zero, by its type."""

    def __init__(self, aval):
        self.aval = aval

    def __repr__(self):
        return f"Zero({self.aval.str_short()})"

    def instantiate(self):
        return jnp.zeros(self.aval.shape, self.aval.dtype)


def instantiate_zeros(tangent):
    """The array of zeros that a Zero is; other derivatives as they are."""
    return tangent.instantiate() if type(tangent) is Zero else tangent


def is_undefined_primal(x):
    """Whether x stands for an argument that a transposed function is to find: such are never seen here."""
    return False
