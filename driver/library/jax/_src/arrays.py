"""Arrays made of the parts on each device, of which there is one; references without contents."""

import enum

from _cjax import transform as native
from jax._src.refs import new_ref
from jax.tree_util import tree_map


def make_array_from_single_device_arrays(shape, sharding, arrays, *, dtype=None):
    """The array whose parts are arrays: one."""
    if len(arrays) != 1:
        raise ValueError("When making an array from single-device arrays the input arrays must match the sharding's "
                         f"addressable devices: there is one, got {len(arrays)} arrays")
    x = native.array(arrays[0])
    if tuple(x.shape) != tuple(shape):
        raise ValueError(f"When making an array from single-device arrays the shape of the input array {x.shape} must match "
                         f"the sharding's shard shape {tuple(shape)}")
    return x


def make_array_from_callback(shape, sharding, data_callback, dtype=None):
    """data_callback of the index of each device's part."""
    from jax import numpy as jnp
    x = jnp.asarray(data_callback((slice(None, None, None),) * len(shape)), dtype)
    return jnp.broadcast_to(x, tuple(shape))


def make_array_from_process_local_data(sharding, local_data, global_shape=None):
    """The data of each process, side by side."""
    from jax import numpy as jnp
    x = jnp.asarray(local_data)
    if global_shape is not None and tuple(n for n in global_shape if n is not None) != \
            tuple(n for n, g in zip(x.shape, global_shape) if g is not None):
        raise ValueError(f"Global shape {tuple(global_shape)} is incompatible with the process's data of shape {x.shape}")
    return x


def copy_to_host_async(x):
    """x, which is there."""
    return x


def live_arrays(platform=None):
    raise NotImplementedError("jax.live_arrays: which arrays live is a question to the executable; cjax plans memory "
                              "while compiling")


def fwd_and_bwd(fun, argnums, has_aux=False, jitted=True):
    """(args -> (value, residuals)), ((residuals, cotangent) -> cotangents of the arguments)."""
    from jax._src.autodiff import vjp
    single = isinstance(argnums, int)
    at = (argnums,) if single else tuple(argnums)

    def fwd(*args, **kwargs):
        def chosen(*xs):
            full = list(args)
            for i, x in zip(at, xs):
                full[i] = x
            return fun(*full, **kwargs)
        return vjp(chosen, *[args[i] for i in at], has_aux=has_aux)

    def bwd(residuals, outgrad):
        out = residuals(outgrad)
        return out[0] if single else out

    return fwd, bwd


def empty_ref(ty, memory_space=None):
    """A reference of a type; its contents are zeros."""
    from jax import numpy as jnp
    return new_ref(tree_map(lambda t: jnp.zeros(t.shape, t.dtype), ty))


def free_ref(ref):
    """The reference is used no more."""


def process_indices(backend=None):
    return [0]


def host_id(backend=None):
    return 0


def host_count(backend=None):
    return 1


host_ids = process_indices


class MemorySpace(enum.Enum):
    """Where arrays are."""

    Device = enum.auto()
    Host = enum.auto()
    Any = enum.auto()


class memory:
    """The namespace jax.memory."""

    Space = MemorySpace
