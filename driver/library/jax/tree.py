"""jax.tree: short names for jax.tree_util."""

from jax.tree_util import tree_all as all
from jax.tree_util import tree_broadcast as broadcast
from jax.tree_util import tree_flatten as flatten
from jax.tree_util import tree_flatten_with_path as flatten_with_path
from jax.tree_util import tree_leaves as leaves
from jax.tree_util import tree_leaves_with_path as leaves_with_path
from jax.tree_util import tree_map as map
from jax.tree_util import tree_map_with_path as map_with_path
from jax.tree_util import tree_reduce as reduce
from jax.tree_util import tree_reduce_associative as reduce_associative
from jax.tree_util import tree_structure as structure
from jax.tree_util import tree_transpose as transpose
from jax.tree_util import tree_unflatten as unflatten


def static(**kwargs):
    """dataclasses.field for an attribute that belongs to the structure."""
    from dataclasses import field
    metadata = dict(kwargs.pop("metadata", None) or {})
    if metadata.get("static", True) is not True:
        raise ValueError("static(metadata={'static': False}) is a contradiction")
    return field(metadata={**metadata, "static": True}, **kwargs)
