"""jax.experimental.multihost_utils: what processes tell each other; there is one."""

import contextlib

from jax._src.primitives import Primitive
from jax.sharding import PartitionSpec as P  # noqa: F401
from jax.tree_util import tree_map


class ProcessFailureError(RuntimeError):
    """Another process ended."""


def sync_global_devices(name):
    """All processes are there."""


def assert_equal(in_tree, fail_message=""):
    """The trees of all processes are equal."""


def reached_preemption_sync_point(step_id):
    return False


@contextlib.contextmanager
def live_devices(devices):
    """The devices of the processes that live: of those that jax.distributed joined, which are none."""
    raise RuntimeError("Distributed JAX not initialized.")
    yield


def broadcast_one_to_all(in_tree, is_source=None):
    """The tree of the first process, as NumPy arrays."""
    import numpy
    return tree_map(numpy.asarray, in_tree)


def process_allgather(in_tree, tiled=False):
    """The trees of all processes, stacked (or concatenated) along their first axis."""
    import numpy

    def gather(x):
        x = numpy.asarray(x)
        return x if tiled and x.ndim else x[None]

    return tree_map(gather, in_tree)


def host_local_array_to_global_array(local_inputs, global_mesh, pspecs):
    from jax._src.api import device_put
    return device_put(local_inputs)


def global_array_to_host_local_array(global_inputs, global_mesh, pspecs):
    return global_inputs


host_local_array_to_global_array_impl = host_local_array_to_global_array
global_array_to_host_local_array_impl = global_array_to_host_local_array


def ltg_abstract_eval(arr, *, global_mesh, pspec):
    """The type of the array of all processes: of the one."""
    return arr


gtl_abstract_eval = ltg_abstract_eval
host_local_array_to_global_array_p = Primitive("host_local_array_to_global_array")
global_array_to_host_local_array_p = Primitive("global_array_to_host_local_array")
for _p in (host_local_array_to_global_array_p, global_array_to_host_local_array_p):
    _p.def_impl(lambda x, *, global_mesh, pspec: x)
    _p.def_abstract_eval(ltg_abstract_eval)
