"""jax.experimental.shard_map: the old place of jax.shard_map."""

import jax


def shard_map(f, mesh, in_specs, out_specs, check_rep=True, auto=frozenset()):
    """f on the part of each argument that a device holds: all of it."""
    names = frozenset(mesh.axis_names) - frozenset(auto)
    return jax.shard_map(f, mesh=mesh, in_specs=in_specs, out_specs=out_specs, axis_names=names)
