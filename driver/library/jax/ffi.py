"""C functions called from a program: `int NAME(const float *x, float *y)`, linked with --link.

A function takes a pointer to each array, then to each result, row-major, and returns 0; anything else ends the program
with a RuntimeError.  It is told no sizes, so that vmap, whatever the vmap_method, calls it once for each element.
"""

from jax._src.foreign import check_vmap_method, foreign, no_vmap_method


def register_ffi_target(name, fn, platform="cpu", api_version=1, **kwargs):
    """Nothing: the function is that of the name, in what --link gives."""


def ffi_call(target_name, result_shape_dtypes, *, has_side_effect=False, vmap_method=None, input_layouts=None,
             output_layouts=None, input_output_aliases=None, custom_call_api_version=4, legacy_backend_config=None):
    """A function of arrays that calls the C function `target_name`."""
    if not target_name.isidentifier() or not target_name.isascii():
        raise ValueError(f"ffi_call: {target_name!r} is no name of a C function")
    check_vmap_method(vmap_method)
    if input_layouts is not None or output_layouts is not None or input_output_aliases or legacy_backend_config is not None:
        raise NotImplementedError("jax.ffi.ffi_call with layouts, aliases or legacy_backend_config")
    unmapped = None
    if vmap_method is None:
        unmapped = no_vmap_method("ffi_call")
    call = foreign(target_name, result_shape_dtypes, unmapped, ValueError(
        f"The FFI call to `{target_name}` cannot be differentiated. You can use `jax.custom_jvp` or `jax.custom_jvp` to add "
        f"support."))

    def wrapped(*args, **attributes):
        if attributes:
            raise NotImplementedError(f"jax.ffi.ffi_call: attributes ({', '.join(attributes)}); give them as arrays")
        return call(*args)

    return wrapped
