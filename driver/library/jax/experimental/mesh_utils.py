"""jax.experimental.mesh_utils: devices in an array; there is one."""

import math

from jax._src.api import devices as _devices

device_kind_handler_dict = {}


def create_device_mesh(mesh_shape, devices=None, *, contiguous_submeshes=False, allow_split_physical_axes=False):
    """An array of the device, in the shape given."""
    import numpy
    found = list(_devices() if devices is None else devices)
    mesh_shape = tuple(mesh_shape)
    if math.prod(mesh_shape) != len(found):
        raise ValueError(f"Number of devices {len(found)} must equal the product of mesh_shape {mesh_shape}")
    return numpy.array(found, dtype=object).reshape(mesh_shape)


def create_hybrid_device_mesh(mesh_shape, dcn_mesh_shape, devices=None, *, process_is_granule=False,
                              should_sort_granules_by_key=True, allow_split_physical_axes=False):
    """The same for two networks."""
    return create_device_mesh([a * b for a, b in zip(mesh_shape, dcn_mesh_shape)], devices)
