"""jax.flatten_util: a pytree as one vector."""

from jax import lax
from jax import numpy as jnp
from jax.tree_util import tree_flatten, tree_unflatten


def ravel_pytree(pytree):
    """All leaves in one 1-d array, and a function that makes the tree again: of arrays of any dtype when the leaves have one."""
    leaves, treedef = tree_flatten(pytree)
    if not leaves:
        return jnp.zeros(0), lambda _: tree_unflatten(treedef, [])
    arrays = [jnp.asarray(x) for x in leaves]
    shapes, dtypes, sizes = [a.shape for a in arrays], [a.dtype for a in arrays], [a.size for a in arrays]
    dtype = jnp.result_type(*dtypes)
    same = all(d == dtype for d in dtypes)

    def unravel(vector):
        if not same and vector.dtype != dtype:
            raise TypeError(f"unravel function given array of dtype {vector.dtype}, but expected dtype {dtype}")
        parts = [x.reshape(shape) for x, shape in zip(lax.split(vector, sizes), shapes)]
        return tree_unflatten(treedef, parts if same else [x.astype(d) for x, d in zip(parts, dtypes)])

    return lax.concatenate([jnp.ravel(a if same else lax.convert_element_type(a, dtype)) for a in arrays], 0), unravel
