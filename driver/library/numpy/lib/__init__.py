"""numpy.lib: the module of views by strides."""

from numpy.lib import stride_tricks  # noqa: F401
