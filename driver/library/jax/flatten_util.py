"""jax.flatten_util: a pytree as one vector."""

from jax import numpy as jnp
from jax.tree_util import tree_flatten, tree_unflatten


def ravel_pytree(pytree):
    """All leaves in one 1-d array, and a function that makes the tree again."""
    leaves, treedef = tree_flatten(pytree)
    arrays = [jnp.asarray(x) for x in leaves]
    shapes, dtypes = [a.shape for a in arrays], [a.dtype for a in arrays]
    if not arrays:
        return jnp.zeros(0), lambda _: tree_unflatten(treedef, [])
    flat = jnp.concatenate([jnp.ravel(a) for a in arrays])
    ends, total = [], 0
    for a in arrays:
        total += a.size
        ends.append(total)

    def unravel(vector):
        if vector.shape != (total,):
            raise ValueError(f"The unravel function expected an input of shape {(total,)}, got shape {vector.shape}.")
        parts, start = [], 0
        for end, shape, dtype in zip(ends, shapes, dtypes):
            parts.append(vector[start:end].reshape(shape).astype(dtype))
            start = end
        return tree_unflatten(treedef, parts)

    return flat, unravel
