"""Operations over a named axis of vmap: not supported yet, with JAX's error where the name is unknown."""

from jax._src.vmap import bound_axes


def _refuse(name, axis_name):
    names = axis_name if isinstance(axis_name, (tuple, list)) else (axis_name,)
    for n in names:
        if n not in bound_axes:
            raise NameError(f"unbound axis name: {n}")
    raise NotImplementedError(f"jax.lax.{name}: operations over the named axes of vmap are not supported by cjaxc yet; map "
                              "without the name, and reduce over the mapped axis outside")


def psum(x, axis_name, *, axis_index_groups=None):
    _refuse("psum", axis_name)


def pmean(x, axis_name, *, axis_index_groups=None):
    _refuse("pmean", axis_name)


def pmax(x, axis_name, *, axis_index_groups=None):
    _refuse("pmax", axis_name)


def pmin(x, axis_name, *, axis_index_groups=None):
    _refuse("pmin", axis_name)


def all_gather(x, axis_name, *, axis_index_groups=None, axis=0, tiled=False):
    _refuse("all_gather", axis_name)


def all_to_all(x, axis_name, split_axis, concat_axis, *, axis_index_groups=None, tiled=False):
    _refuse("all_to_all", axis_name)


def ppermute(x, axis_name, perm):
    _refuse("ppermute", axis_name)


def axis_index(axis_name):
    _refuse("axis_index", axis_name)


def axis_size(axis_name):
    """How many elements the named axis has."""
    if axis_name not in bound_axes:
        raise NameError(f"unbound axis name: {axis_name}")
    return bound_axes[axis_name][-1]
