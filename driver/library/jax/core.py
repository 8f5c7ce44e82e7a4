"""jax.core: the types of arrays, and the classes of what is traced."""

from typing import Any

from jax._src.api import ensure_compile_time_eval  # noqa: F401
from jax._src.core import ShapedArray
from jax._src.jaxpr import eval_jaxpr  # noqa: F401

AbstractValue = ShapedArray


Atom = Value = Any  # for annotations
ParamDict = dict


class _TracerType(type):
    def __instancecheck__(cls, x):
        return type(x).__name__ in ("DynamicJaxprTracer", "LinearizeTracer", "BatchTracer")


class Tracer(metaclass=_TracerType):
    """The arrays inside of functions being traced."""


def max_dim(d1, d2):
    """The larger of two lengths."""
    return max(d1, d2)


def min_dim(d1, d2):
    """The smaller of two lengths."""
    return min(d1, d2)


class OpaqueTraceState:
    """Where the program is being traced: values that leave it are found otherwise here, so that all are equal."""

    def __eq__(self, other):
        return isinstance(other, OpaqueTraceState)

    def __hash__(self):
        return 0


def get_opaque_trace_state(convention="flax"):
    return OpaqueTraceState()
