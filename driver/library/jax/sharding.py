"""jax.sharding: how arrays lie on devices.  There is one, the CPU, so that every placement is the whole array.

Meshes, specifications and shardings are checked and shown as JAX does; a program that spreads its work over the devices it
finds therefore runs as on a machine with one.
"""

import enum
import math
from collections import OrderedDict

from jax._src.api import devices as _devices


class AxisType(enum.Enum):
    """What decides the placement along a mesh axis: the compiler, the types or the program."""

    Auto = enum.auto()
    Explicit = enum.auto()
    Manual = enum.auto()

    def __repr__(self):
        return self.name


class PartitionSpec(tuple):
    """Per array axis the mesh axis (or axes) that it is split over, or None."""

    UNCONSTRAINED = "UNCONSTRAINED"

    def __new__(cls, *partitions):
        return tuple.__new__(cls, partitions)

    def __repr__(self):
        inside = ", ".join(repr(p) for p in self)
        return f"P({inside},)" if len(self) == 1 else f"P({inside})"

    def __eq__(self, other):
        return isinstance(other, tuple) and tuple(self) == tuple(other)

    def __hash__(self):
        return hash(tuple(self))


class Mesh:
    """Devices in an array whose axes have names."""

    def __init__(self, devices, axis_names, axis_types=None):
        import numpy
        self.axis_names = (axis_names,) if isinstance(axis_names, str) else tuple(axis_names)
        self.devices = numpy.array(devices, dtype=object)
        shape = self.devices.shape
        if len(shape) != len(self.axis_names):
            raise ValueError("Mesh requires the ndim of its first argument (`devices`) to equal the length of its second "
                             f"argument (`axis_names`), but got devices.ndim == {len(shape)} and "
                             f"len(axis_names) == {len(self.axis_names)}.")
        self.axis_sizes = shape
        self.axis_types = tuple(axis_types) if axis_types is not None else (AxisType.Auto,) * len(shape)

    @property
    def shape(self):
        return OrderedDict(zip(self.axis_names, self.axis_sizes))

    @property
    def size(self):
        return math.prod(self.axis_sizes)

    empty = property(lambda self: not self.axis_names)
    shape_tuple = property(lambda self: tuple(zip(self.axis_names, self.axis_sizes)))

    def __enter__(self):
        _current.append(self)
        return self

    def __exit__(self, *_):
        _current.pop()

    def __eq__(self, other):
        return isinstance(other, Mesh) and self.shape_tuple == other.shape_tuple

    def __hash__(self):
        return hash(self.shape_tuple)

    def __str__(self):
        sizes = ", ".join(f"{n!r}: {k}" for n, k in self.shape_tuple)
        return f"Mesh({sizes}, axis_types={self.axis_types})"

    def __repr__(self):
        return f"Mesh(axis_sizes={self.axis_sizes}, axis_names={self.axis_names}, axis_types={self.axis_types})"


class AbstractDevice:
    """A kind of device."""

    def __init__(self, device_kind, num_cores=None, **_):
        self.device_kind, self.num_cores = device_kind, num_cores


class AbstractMesh(Mesh):
    """A mesh without devices."""

    def __init__(self, axis_sizes, axis_names, axis_types=None, *, abstract_device=None):
        self.axis_sizes = tuple(axis_sizes)
        self.axis_names = (axis_names,) if isinstance(axis_names, str) else tuple(axis_names)
        if len(self.axis_sizes) != len(self.axis_names):
            raise ValueError("axis_sizes and axis_names must have the same length")
        types = (axis_types,) if isinstance(axis_types, AxisType) else axis_types
        self.axis_types = tuple(types) if types is not None else (AxisType.Auto,) * len(self.axis_names)
        self.abstract_device = abstract_device

    def update(self, axis_sizes=None, axis_names=None, axis_types=None, **_):
        return AbstractMesh(self.axis_sizes if axis_sizes is None else axis_sizes,
                            self.axis_names if axis_names is None else axis_names,
                            self.axis_types if axis_types is None else axis_types, abstract_device=self.abstract_device)

    def __repr__(self):
        sizes = ", ".join(f"{n!r}: {k}" for n, k in self.shape_tuple) if self.axis_names else "()"
        return f"AbstractMesh({sizes}, axis_types={self.axis_types})"

    __str__ = __repr__


class ManualAxisType:
    """Along which axes values differ."""

    def __init__(self, varying=frozenset(), unreduced=frozenset(), reduced=frozenset()):
        self.varying, self.unreduced, self.reduced = frozenset(varying), frozenset(unreduced), frozenset(reduced)


class UnreducedKind(enum.Enum):
    """What a sum that is not yet taken is."""

    SUM = enum.auto()


_current = []


class Sharding:
    """Where the parts of an array are."""

    memory_kind = "device"
    is_fully_replicated = True
    is_fully_addressable = True

    @property
    def device_set(self):
        return set(_devices())

    def shard_shape(self, global_shape):
        return tuple(global_shape)

    def is_equivalent_to(self, other, ndim):
        return isinstance(other, Sharding)


class SingleDeviceSharding(Sharding):
    """All of the array on one device."""

    def __init__(self, device, *, memory_kind=None):
        self._device = device

    def __repr__(self):
        return f"SingleDeviceSharding(device={self._device!r}, memory_kind={self.memory_kind})"

    def __eq__(self, other):
        return isinstance(other, SingleDeviceSharding)

    def __hash__(self):
        return hash(self._device)


class NamedSharding(Sharding):
    """The axes of an array split over the axes of a mesh."""

    def __init__(self, mesh, spec, *, memory_kind=None):
        for name in spec_names(spec):
            if name not in mesh.axis_names:
                raise ValueError(f"Resource axis: {name} of {spec!r} is not found in mesh: {mesh.axis_names}.")
        self.mesh, self.spec = mesh, spec
        if isinstance(mesh, AbstractMesh):
            self.memory_kind = None

    def __repr__(self):
        memory = f", memory_kind={self.memory_kind}" if self.memory_kind else ""
        return f"NamedSharding(mesh={self.mesh}, spec={self.spec!r}{memory})"

    def __eq__(self, other):
        return isinstance(other, NamedSharding) and (self.mesh, self.spec) == (other.mesh, other.spec)

    def __hash__(self):
        return hash((self.mesh, self.spec))


def array_sharding():
    """The sharding of every array."""
    return SingleDeviceSharding(_devices()[0])


def aval_sharding(rank):
    """That of the type of an array."""
    return NamedSharding(AbstractMesh((), ()), PartitionSpec(*(None,) * rank))


def array_device():
    return _devices()[0]


def array_devices():
    return set(_devices())


def spec_names(spec):
    """The mesh axes that a specification names."""
    names = []
    for entry in spec:
        names.extend(entry if isinstance(entry, tuple) else [] if entry is None else [entry])
    return names


def make_mesh(axis_shapes, axis_names, axis_types=None, *, devices=None):
    """A mesh of the given shape; only one of one device can be made."""
    axis_shapes = tuple(axis_shapes)
    found = _devices() if devices is None else list(devices)
    n = math.prod(axis_shapes)
    if n > len(found):
        raise ValueError(f"Number of devices {len(found)} must be >= the product of mesh_shape {axis_shapes}")
    grid = found[0]
    for _ in axis_shapes:
        grid = [grid]
    types = (AxisType.Explicit,) * len(axis_shapes) if axis_types is None else axis_types
    return Mesh(grid, tuple(axis_names), types)


class set_mesh:
    """The mesh for what follows, or within a with statement."""

    def __init__(self, mesh):
        self._mesh = mesh
        _current.append(mesh)

    def __enter__(self):
        return self._mesh

    def __exit__(self, *_):
        _current.pop()


use_mesh = set_mesh


def get_mesh():
    """The mesh set last, or an empty one."""
    return _current[-1] if _current else Mesh([], ())


get_abstract_mesh = get_mesh


def reshard(x, out_shardings):
    """x as it is: there is one device."""
    return x


def shard_map(f=None, /, *, out_specs=None, in_specs=None, mesh=None, axis_names=frozenset(), check_vma=True):
    """f on the part of each argument that a device of the mesh holds: all of it.  Its axes' names are bound in f."""
    def decorate(f):
        def mapped(*args):
            from jax._src.vmap import vmap
            used = mesh if mesh is not None else get_mesh()
            call = lambda *inner: f(*inner)
            for name in reversed(tuple(axis_names) or used.axis_names):
                call = _with_axis(vmap, call, name)
            return call(*args)
        return mapped
    return decorate if f is None else decorate(f)


def _with_axis(vmap, f, name):
    """f with an axis of length 1 bound."""
    from jax.tree_util import tree_map

    def bound(*args):
        wide = tree_map(lambda x: x[None], args)
        return tree_map(lambda x: x[0], vmap(f, axis_name=name)(*wide))

    return bound


def pmap(fun, axis_name=None, *, in_axes=0, out_axes=0, static_broadcasted_argnums=(), devices=None, backend=None,
         axis_size=None, donate_argnums=(), global_arg_shapes=None):
    """fun on each device, with arguments split along their mapped axis, whose length can only be 1."""
    from jax._src.vmap import vmap
    if static_broadcasted_argnums not in ((), None, []):
        raise NotImplementedError("jax.pmap: static_broadcasted_argnums is not supported by cjax: bind the arguments with "
                                  "functools.partial")

    def mapped(*args, **kwargs):
        from jax.tree_util import tree_leaves
        axes = in_axes if isinstance(in_axes, (tuple, list)) else (in_axes,) * len(args)
        for arg, axis in zip(args, axes):
            for leaf in tree_leaves(arg):
                n = leaf.shape[axis] if isinstance(axis, int) else 1
                if n != 1:
                    raise ValueError("cannot select an axis to squeeze out which has size not equal to one, got "
                                     f"shape={leaf.shape} and dimensions=({axis},): there is one device")
        return vmap(fun, in_axes, out_axes, axis_name, axis_size)(*args, **kwargs)

    return mapped


class use_abstract_mesh(set_mesh):
    """A mesh without devices, within a with statement."""


def auto_axes(f=None, /, *, axes=None, out_sharding=None):
    """f with axes that the compiler decides about."""
    def decorate(f):
        def decorated(*args, **kwargs):
            if out_sharding is None and "out_sharding" not in kwargs:
                raise TypeError("Missing required keyword argument: 'out_sharding'")
            kwargs.pop("out_sharding", None)
            return f(*args, **kwargs)
        return decorated
    return decorate if f is None else decorate(f)


def explicit_axes(f=None, /, *, axes=None, in_sharding=None):
    """f with axes that types decide about."""
    def decorate(f):
        def decorated(*args, **kwargs):
            if in_sharding is None and "in_sharding" not in kwargs:
                raise TypeError("Missing required keyword argument: 'in_sharding'")
            kwargs.pop("in_sharding", None)
            return f(*args, **kwargs)
        return decorated
    return decorate if f is None else decorate(f)


def make_single_device_sharding(device, *, memory_kind=None):
    return SingleDeviceSharding(device, memory_kind=memory_kind)
