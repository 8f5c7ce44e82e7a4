"""The tangent type of integers."""


class Float0Zeros:
    """The tangent of integers: nothing.  It prints as NumPy's array of that type."""

    def __init__(self, shape):
        self.shape, self.ndim, self.dtype = tuple(shape), len(shape), "float0"

    size = property(lambda self: len(self._flat()))

    def _flat(self):
        n = 1
        for d in self.shape:
            n *= d
        return [None] * n

    def __len__(self):
        return self.shape[0]

    def __str__(self):
        return _rows(self.shape, " ", "\n")

    def __repr__(self):
        if 0 in self.shape:
            return f"TypedNdArray([], shape={self.shape}, dtype=void)"
        return f"TypedNdArray({_rows(self.shape, ', ', ',' + chr(10) + ' ' * 13)}, dtype=void)"

    @staticmethod
    def text(shape):
        return "float0[" + ",".join([str(n) for n in shape]) + "]"


def _rows(shape, between, line, depth=1):
    if not shape:
        return "(b'',)"
    separator = between if len(shape) == 1 else line * 1 + " " * depth
    return "[" + separator.join([_rows(shape[1:], between, line, depth + 1)] * shape[0]) + "]"
