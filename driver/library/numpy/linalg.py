"""numpy.linalg: what jax.numpy.linalg has, in host mode."""

from _cjax.host import host
from jax.numpy import linalg as _linalg

norm, matrix_power, multi_dot = host(_linalg.norm), host(_linalg.matrix_power), host(_linalg.multi_dot)
cross, outer, trace, diagonal = host(_linalg.cross), host(_linalg.outer), host(_linalg.trace), host(_linalg.diagonal)
vector_norm, matrix_norm = host(_linalg.vector_norm), host(_linalg.matrix_norm)


class LinAlgError(ValueError):
    """What NumPy raises for matrices without a result."""
