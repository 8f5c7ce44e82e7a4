"""Enumerations and dimension numbers of jax.lax."""

from typing import NamedTuple


class _Choice:
    """A member of an enumeration."""

    def __init__(self, kind, name, value):
        self.kind, self.name, self.value = kind, name, value

    def __repr__(self):
        return f"{self.kind}.{self.name}"


def _choices(kind, *names):
    def enumeration():
        raise TypeError(f"{kind} takes no arguments")

    enumeration.__name__ = kind
    for value, name in enumerate(names):
        setattr(enumeration, name, _Choice(kind, name, value))
    return enumeration


RoundingMethod = _choices("RoundingMethod", "AWAY_FROM_ZERO", "TO_NEAREST_EVEN")
GatherScatterMode = _choices("GatherScatterMode", "CLIP", "FILL_OR_DROP", "PROMISE_IN_BOUNDS")
Precision = _choices("Precision", "DEFAULT", "HIGH", "HIGHEST")


class GatherDimensionNumbers(NamedTuple):
    offset_dims: tuple
    collapsed_slice_dims: tuple
    start_index_map: tuple
    operand_batching_dims: tuple = ()
    start_indices_batching_dims: tuple = ()


class ScatterDimensionNumbers(NamedTuple):
    update_window_dims: tuple
    inserted_window_dims: tuple
    scatter_dims_to_operand_dims: tuple
    operand_batching_dims: tuple = ()
    scatter_indices_batching_dims: tuple = ()


class ConvDimensionNumbers(NamedTuple):
    lhs_spec: tuple
    rhs_spec: tuple
    out_spec: tuple
