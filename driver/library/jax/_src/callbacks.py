"""Callbacks: Python functions that a staged function calls when it runs.

Here they are staged too, as a piece of the main program: their arguments are arrays whose contents exist, what they
print is printed then, `if` and `float` on the contents work.  What they would have to change in the program's
objects is refused, since Python is not there when the executable runs.

A function whose name is that of a C function in a file of --link stands in for it under JAX: here the C function is called.
"""

from _cjax import transform as native
from jax._src.core import wraps_like
from jax._src.custom import custom_jvp
from jax._src.foreign import check_vmap_method, foreign, linked_name, no_vmap_method
from jax._src.late import stack as _late
from jax.tree_util import keystr, tree_flatten, tree_leaves_with_path, tree_map, tree_unflatten


def _run(function, args, kwargs, finish, shapes):
    """function as a callback; finish makes of its result a list of arrays of those shapes, which come back."""
    import jax.numpy as jnp

    def body():
        plain = tree_map(native.host_view, (args, kwargs))
        return finish(function(*plain[0], **plain[1])), None

    index = jnp.int32(0)

    def region_of():
        return native.callback(body, function, lambda: ([jnp.zeros(s.shape, s.dtype) for s in shapes], None))

    if not native.is_concrete(index):
        region, _ = region_of()
    elif _late and _late[-1] is not None and not shapes:
        found = native.attempt(region_of)
        if found is None:
            _late[-1].append((function, args, kwargs))
            return []
        region = found[0][0]
    else:
        before = native.in_callback(True)
        try:
            return body()[0]
        finally:
            native.in_callback(before)
    return native.case(index, [region], native.out_avals(region))


def debug_callback(callback, *args, ordered=False, partitioned=False, **kwargs):
    """callback(*args), for its effects."""
    if not callable(callback):
        raise TypeError("first argument to jax.debug.callback must be callable, but got an object of type "
                        f"{type(callback)}")
    args, kwargs = tree_map(_array, (args, kwargs))
    _run(callback, args, kwargs, lambda result: [], [])


def _array(x):
    return native.array(x) if native.aval(x) is not None else x


def _checked(callback, shapes, tree, result):
    """The leaves of a callback's result, when they are as announced."""
    import numpy
    leaves, found = tree_flatten(result)
    if found != tree:
        raise RuntimeError(f"The callback function must return arrays in the structure {tree}, got {found}")
    out = []
    for leaf, shape in zip(leaves, shapes):
        leaf = numpy.asarray(leaf)
        if leaf.shape != tuple(shape.shape):
            raise RuntimeError(f"Incorrect output shape for return value #0: Expected: {tuple(shape.shape)}, Actual: "
                               f"{leaf.shape}")
        if leaf.dtype != shape.dtype:
            raise RuntimeError(f"Incorrect output dtype for return value #0: Expected: {shape.dtype}, Actual: {leaf.dtype}")
        out.append(native.array(leaf))
    return out


def _call(callback, result_shape_dtypes, args, kwargs):
    shapes, tree = tree_flatten(result_shape_dtypes)
    args, kwargs = tree_map(_array, (args, kwargs))
    out = _run(callback, args, kwargs, lambda result: _checked(callback, shapes, tree, result), shapes)
    return tree_unflatten(tree, out)


_NO_JVP = "Pure callbacks do not support JVP. Please use `jax.custom_jvp` to use callbacks while taking gradients."


def pure_callback(callback, result_shape_dtypes, *args, sharding=None, vmap_method=None, **kwargs):
    """callback(*args), a function of NumPy arrays without effects."""
    check_vmap_method(vmap_method)
    name = linked_name(callback)
    if name:
        unmapped = None
        if vmap_method is None:
            unmapped = no_vmap_method("pure_callback")
        return foreign(name, result_shape_dtypes, unmapped, ValueError(_NO_JVP))(args, kwargs)

    @custom_jvp
    def call(args, kwargs):
        return _call(callback, result_shape_dtypes, args, kwargs)

    def rule(primals, tangents):
        raise ValueError(_NO_JVP)

    call.defjvp(rule)
    return call(args, kwargs)


def io_callback(callback, result_shape_dtypes, *args, sharding=None, ordered=False, **kwargs):
    """callback(*args), also for what it prints."""
    name = linked_name(callback)
    if name:
        unmapped = ValueError("Cannot `vmap` ordered IO callback.") if ordered else None
        return foreign(name, result_shape_dtypes, unmapped, ValueError("IO callbacks do not support JVP."))(args, kwargs)
    if result_shape_dtypes is None:
        debug_callback(callback, *args, **kwargs)
        return None
    return _call(callback, result_shape_dtypes, args, kwargs)
