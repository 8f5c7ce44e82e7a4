"""jax.extend.core: primitives and jaxprs."""

from jax._src.core import ShapedArray  # noqa: F401
from jax._src.jaxpr import ClosedJaxpr, DropVar, Jaxpr, JaxprEqn, Literal, Var, jaxpr_as_fun, new_jaxpr_eqn  # noqa: F401
from jax._src.primitives import Primitive  # noqa: F401

__lazy__ = ("primitives",)


class JaxprTypeError(TypeError):
    """A jaxpr whose equations do not fit together."""


class InconclusiveDimensionOperation(Exception):
    """A comparison of symbolic lengths that is not decided."""


class Effect:
    """What an equation does beside its results."""


Effects = set
array_types = set()
no_effects = set()


def primal_dtype_to_tangent_dtype(primal_dtype):
    """The dtype of derivatives: float0 for integers and bools."""
    from jax import dtypes, numpy as jnp
    return primal_dtype if jnp.issubdtype(primal_dtype, jnp.inexact) else dtypes.float0


def mapped_aval(size, axis, aval):
    """The type of a slice along an axis."""
    if axis is None:
        return aval
    if aval.shape[axis] != size:
        raise ValueError(f"axis {axis} of {aval} does not have size {size}")
    return aval.update(shape=aval.shape[:axis] + aval.shape[axis + 1:])


def unmapped_aval(size, axis, aval, *_):
    """The type of size arrays of a type along a new axis."""
    if axis is None:
        return aval
    return aval.update(shape=aval.shape[:axis] + (size,) + aval.shape[axis:])


def valid_jaxtype(x):
    """Whether x is an array or a number."""
    from _cjax import transform as native
    return native.aval(x) is not None


def concrete_or_error(force, val, context=""):
    """val as Python's own, where it is known."""
    from _cjax import numpy as core
    found = core.concrete(val, context or None)
    return found if force is None else force(found)


def unsafe_am_i_under_a_vmap_DO_NOT_USE():
    """Whether a function is being mapped by vmap."""
    from jax._src.vmap import state
    return len(state["levels"]) > 0


def unsafe_get_axis_names_DO_NOT_USE():
    """The names of the axes that are being mapped."""
    from jax._src.vmap import bound_axes
    return [name for name, sizes in bound_axes.items() if sizes]


def nonempty_axis_env_DO_NOT_USE():
    """Whether an axis with a name is being mapped."""
    return len(unsafe_get_axis_names_DO_NOT_USE()) > 0
