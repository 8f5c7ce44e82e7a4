"""Calls of C functions, `int NAME(const T *x, ..., R *y, ...)`: what jax.ffi and callbacks of a linked function share."""

from _cjax import ffi as native
from jax._src.custom import custom_jvp
from jax._src.custom_batching import custom_vmap, sequential_vmap
from jax.numpy import asarray
from jax.tree_util import tree_flatten, tree_leaves, tree_unflatten

VMAP_METHODS = (None, "sequential", "sequential_unrolled", "expand_dims", "broadcast_all", "legacy_vectorized")


def check_vmap_method(vmap_method):
    if vmap_method not in VMAP_METHODS:
        raise ValueError(f"vmap_method must be on of the allowed methods sequential, sequential_unrolled, expand_dims, "
                         f"broadcast_all, legacy_vectorized, but got: {vmap_method}")


def no_vmap_method(primitive):
    return NotImplementedError(f"vmap is only supported for the {primitive} primitive when vmap_method is one of 'sequential', "
                               "'sequential_unrolled', 'expand_dims', 'broadcast_all', or 'legacy_vectorized'. Got "
                               "vmap_method=None.")


def linked_name(function):
    """The name of the C function that --link gives in place of a Python function, or None."""
    name = getattr(function, "__name__", None)
    return name if isinstance(name, str) and native.linked(name) else None


def foreign(name, result_shape_dtypes, unmapped, derivative):
    """A function of arrays that calls the C function; under vmap once for each element, or it says that `unmapped`
    error; `derivative` is the one that differentiating it raises."""
    leaves, tree = tree_flatten(result_shape_dtypes)
    types = tuple([(tuple(x.shape), x.dtype) for x in leaves])

    def plain(*args):
        return tree_unflatten(tree, native.call(name, types, args))

    if unmapped is None:
        mapped = sequential_vmap(plain)
    else:
        mapped = custom_vmap(plain)

        def rule(axis_size, in_batched, *args):
            raise unmapped

        mapped.def_vmap(rule)
    call = custom_jvp(mapped)

    def no_derivative(primals, tangents):
        raise derivative

    call.defjvp(no_derivative)
    return lambda *args: call(*[asarray(x) for x in tree_leaves(args)])
