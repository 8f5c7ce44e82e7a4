"""numpy.char: numpy.strings by its old name."""

from numpy.strings import *  # noqa: F401, F403
