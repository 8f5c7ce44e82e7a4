"""jax.experimental: what may change."""

from jax._src.callbacks import io_callback  # noqa: F401
from jax._src.config import enable_x64  # noqa: F401

__lazy__ = ("checkify", "compute_on", "custom_partitioning", "jet", "layout", "mesh_utils",
            "multihost_utils", "ode", "pallas",
            "pjit", "random", "rnn", "serialize_executable", "shard_map", "sparse", "topologies", "xla_metadata")


def primal_tangent_dtype(primal_dtype, tangent_dtype, name=None):
    raise NotImplementedError("jax.experimental.primal_tangent_dtype: dtypes of a program's own are not supported by cjax")


def disable_x64():
    """Context manager: 32-bit types within it."""
    return enable_x64(False)
