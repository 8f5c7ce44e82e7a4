"""jax.experimental.layout: how arrays lie in memory, which the compiler chooses."""


class Layout:
    """An order of the axes, the slowest first."""

    def __init__(self, major_to_minor, tiling=None, sub_byte_element_size_in_bits=0):
        self.major_to_minor = tuple(major_to_minor)
        self.tiling = None if tiling is None else tuple(tiling)

    def __repr__(self):
        return f"Layout(major_to_minor={self.major_to_minor}, tiling={self.tiling}, sub_byte_element_size_in_bits=0)"

    def __eq__(self, other):
        return isinstance(other, Layout) and (self.major_to_minor, self.tiling) == (other.major_to_minor, other.tiling)

    def __hash__(self):
        return hash((self.major_to_minor, self.tiling))


class Format:
    """A layout and a sharding."""

    def __init__(self, layout=None, sharding=None):
        self.layout, self.sharding = layout, sharding


def with_layout_constraint(x, layout):
    """x: results do not depend on layouts."""
    return x
