"""Examples in docstrings.

>>> 1 + 1
2
"""
# modes: interp
import doctest

import jax.numpy as jnp


def square(x):
    """
    >>> square(3)
    9
    >>> square("a")
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> for i in range(2):
    ...     print(square(i))
    0
    1
    >>> jnp.arange(3)
    Array([0, 1, 2], dtype=int32)
    >>> list(range(100))  # doctest: +ELLIPSIS
    [0, 1, ..., 99]
    """
    return x * x


class Box:
    """
    >>> b = Box(2)
    >>> b.twice
    4
    """

    def __init__(self, v):
        self.v = v

    @property
    def twice(self):
        """
        >>> Box(4).twice
        8
        """
        return self.v * 2


print(doctest.testmod())
