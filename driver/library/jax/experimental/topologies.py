"""jax.experimental.topologies: which devices there are, without having them; there is one."""

from jax import Device, devices  # noqa: F401
from jax.experimental.mesh_utils import create_device_mesh
from jax.sharding import Mesh


class TopologyDescription:
    """Devices."""

    def __init__(self, devices):
        self.devices = list(devices)


def get_attached_topology(platform=None):
    """The devices of this machine."""
    if platform not in (None, "cpu"):
        raise RuntimeError(f"Unknown backend {platform}")
    return TopologyDescription(devices())


def get_topology_desc(topology_name="", platform=None, **kwargs):
    """Of other machines nothing is known."""
    if platform in (None, "cpu"):
        raise NotImplementedError("topologies.get_topology_desc: there are no descriptions of CPUs")
    raise RuntimeError(f"Unknown backend {platform}")


def make_mesh(topo, mesh_shape, axis_names, *, contiguous_submeshes=False):
    """A mesh of the devices of a topology."""
    devices = create_device_mesh(mesh_shape, topo.devices, contiguous_submeshes=contiguous_submeshes)
    return Mesh(devices, axis_names)
