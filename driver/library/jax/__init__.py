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
from jax.sharding import (Mesh, NamedSharding, PartitionSpec as P, get_abstract_mesh, get_mesh, make_mesh, pmap, reshard,
                          set_mesh, shard_map)
from jax import ad_checkpoint, custom_derivatives, debug, dtypes, flatten_util, nn, ops, random, ref, typing

__version__ = "0.10.2"
__lazy__ = ("example_libraries", "image", "scipy")
