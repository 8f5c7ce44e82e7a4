"""C functions called from a program: `int NAME(const float *x, float *y)`, linked with --link.

A function takes a pointer to each array, then to each result, row-major, and returns 0; anything else ends the program
with a RuntimeError.
"""

from _cjax import ffi as native
from jax._src.custom_batching import custom_vmap, sequential_vmap
from jax._src.custom import custom_jvp
from jax.numpy import asarray
from jax.tree_util import tree_flatten, tree_unflatten

_METHODS = (None, "sequential", "sequential_unrolled", "expand_dims", "broadcast_all", "legacy_vectorized")


def register_ffi_target(name, fn, platform="cpu", api_version=1, **kwargs):
    """Nothing: the function is that of the name, in what --link gives."""


def ffi_call(target_name, result_shape_dtypes, *, has_side_effect=False, vmap_method=None, input_layouts=None,
             output_layouts=None, input_output_aliases=None, custom_call_api_version=4, legacy_backend_config=None):
    """A function of arrays that calls the C function `target_name`."""
    if not target_name.isidentifier() or not target_name.isascii():
        raise ValueError(f"ffi_call: {target_name!r} is no name of a C function")
    if vmap_method not in _METHODS:
        raise ValueError(f"vmap_method must be on of the allowed methods sequential, sequential_unrolled, expand_dims, "
                         f"broadcast_all, legacy_vectorized, but got: {vmap_method}")
    if input_layouts is not None or output_layouts is not None or input_output_aliases or legacy_backend_config is not None:
        raise NotImplementedError("jax.ffi.ffi_call with layouts, aliases or legacy_backend_config")
    leaves, tree = tree_flatten(result_shape_dtypes)
    types = tuple([(tuple(x.shape), x.dtype) for x in leaves])

    def plain(*args):
        return tree_unflatten(tree, native.call(target_name, types, args))

    if vmap_method in ("sequential", "sequential_unrolled"):
        mapped = sequential_vmap(plain)
    else:
        mapped = custom_vmap(plain)

        def rule(axis_size, in_batched, *args):
            if vmap_method is None:
                raise NotImplementedError("vmap is only supported for ffi_call with vmap_method: give vmap_method='sequential'")
            raise NotImplementedError(f"vmap of ffi_call with vmap_method={vmap_method!r}; give vmap_method='sequential'")

        mapped.def_vmap(rule)
    call = custom_jvp(mapped)

    def no_derivative(primals, tangents):
        raise ValueError(f"The FFI call to `{target_name}` cannot be differentiated. You can use `jax.custom_jvp` or "
                         f"`jax.custom_jvp` to add support.")

    call.defjvp(no_derivative)

    def wrapped(*args, **attributes):
        if attributes:
            raise NotImplementedError(f"jax.ffi.ffi_call: attributes ({', '.join(attributes)}); give them as arrays")
        return call(*[asarray(x) for x in args])

    return wrapped
