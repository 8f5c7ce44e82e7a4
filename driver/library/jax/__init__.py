"""jax: the public names."""

from _cjax.numpy import ndarray as Array
from jax import errors, tree_util, tree
from jax._src.core import ShapedArray
from jax._src.config import config, disable_jit, enable_x64, numpy_dtype_promotion
from jax._src.jit import jit
from jax._src.custom import closure_convert, custom_gradient, custom_jvp, custom_vjp
from jax._src.autodiff import grad, jvp, linear_transpose, linearize, value_and_grad, vjp
from jax._src.checkpoint import checkpoint, checkpoint_policies, remat
from jax._src.refs import Ref, freeze, new_ref
from jax._src.indexing import ds
from jax._src.vmap import vmap
from jax._src.callbacks import pure_callback
from jax._src.jacobian import hessian, jacfwd, jacobian, jacrev
from jax._src.api import (Device, ShapeDtypeStruct, block_until_ready, clear_caches,
                          default_backend, device_count, device_get, device_put, devices, effects_barrier,
                          ensure_compile_time_eval, eval_shape, local_device_count, local_devices, named_call,
                          named_scope, process_count, process_index, typeof)
from jax._src.jaxpr import make_jaxpr
from jax import lax, numpy
from jax import sharding
from jax.sharding import use_abstract_mesh  # noqa: F401
from jax.sharding import (Mesh, NamedSharding, PartitionSpec as P, get_abstract_mesh, get_mesh, make_mesh, pmap, reshard,
                          set_mesh, shard_map)
from jax import ad_checkpoint, custom_batching, custom_derivatives, debug, dtypes, flatten_util, nn, ops, random, ref, typing

__version__ = "0.10.2"
__version_info__ = (0, 10, 2)
__lazy__ = ("api_util", "core", "distributed", "dlpack", "example_libraries", "experimental",
            "export", "extend", "ffi", "image", "lib", "monitoring", "profiler", "scipy", "stages", "test_util")
_arrays = ("make_array_from_single_device_arrays", "make_array_from_callback", "make_array_from_process_local_data",
           "copy_to_host_async", "live_arrays", "fwd_and_bwd", "empty_ref", "free_ref", "process_indices", "host_id",
           "host_count", "host_ids", "memory")
_flags = ("check_tracer_leaks", "checking_leaks", "log_compiles", "explain_cache_misses", "debug_infs", "debug_nans",
          "enable_checks", "debug_key_reuse", "jax2tf_associative_scan_reductions", "allow_f16_reductions",
          "softmax_custom_jvp", "thread_guard", "auto_pcast", "remove_size_one_mesh_axis_from_type",
          "default_device", "default_matmul_precision", "array_garbage_collection_guard", "make_user_context",
          "no_tracing", "no_execution", "enable_custom_prng", "threefry_partitionable", "default_prng_impl",
          "numpy_rank_promotion", "legacy_prng_key", "transfer_guard", "transfer_guard_host_to_device",
          "transfer_guard_device_to_device", "transfer_guard_device_to_host", "print_environment_info")


def __getattr__(name):
    if name == "Shard":
        from jax._src.array_methods import Shard
        return Shard
    if name in _arrays:
        from jax._src import arrays
        return getattr(arrays, name)
    if name == "float0":
        from jax.dtypes import float0
        return float0
    if name not in _flags:
        raise AttributeError(f"module 'jax' has no attribute '{name}'")
    from jax._src import flags
    return getattr(flags, name)

