"""Jacobians and Hessians: derivatives along a basis, one vmap each."""

import math

from _cjax import transform as native
from jax._src.autodiff import (_as_index, _check_grad_input, _check_grad_output, linearize, partial_of, vjp)
from jax._src.core import check_callable, shape_of, wraps_like
from jax._src.vmap import vmap
from jax.tree_util import tree_flatten, tree_leaves, tree_map, tree_structure, tree_transpose


def _basis(tree):
    """The tree whose leaves are the rows of an identity matrix, one for each element of the tree."""
    import jax.numpy as jnp
    leaves = tree_leaves(tree)
    if not leaves:
        return tree
    dtype = jnp.result_type(*leaves)
    return _unravel(tree, 1, jnp.eye(sum(math.prod(shape_of(x)) for x in leaves), dtype=dtype))


def _unravel(tree, axis, matrix):
    """The given axis of the matrix cut into the leaves of the tree."""
    import jax.numpy as jnp
    leaves, treedef = tree_flatten(tree)
    axis %= matrix.ndim
    ends, total = [], 0
    for x in leaves:
        total += math.prod(shape_of(x))
        ends.append(total)
    parts = jnp.split(matrix, ends[:-1], axis)
    shapes = [matrix.shape[:axis] + tuple(shape_of(x)) + matrix.shape[axis + 1:] for x in leaves]
    return treedef.unflatten([p.reshape(s) for p, s in zip(parts, shapes)])


def jacfwd(fun, argnums=0, has_aux=False, holomorphic=False):
    """The Jacobian of fun, column by column (forward mode)."""
    check_callable(fun)
    argnums = _as_index(argnums)

    def jacfun(*args, **kwargs):
        f_partial, primals = partial_of(fun, argnums, args, kwargs)
        for leaf in tree_leaves(primals):
            _check_grad_input(leaf, holomorphic, False, "jacfwd")
            dtype = native.aval(leaf).dtype
            if dtype.kind == "c" and not holomorphic:
                raise TypeError("jacfwd requires real-valued inputs (input dtype that is a sub-dtype of np.floating), but got "
                                f"{dtype}. For holomorphic differentiation, pass holomorphic=True. For differentiation of "
                                "non-holomorphic functions involving complex inputs, use jax.jvp directly.")
        y, push, *aux = linearize(f_partial, *primals, has_aux=has_aux)
        jac = vmap(push, out_axes=-1)(*_basis(primals))
        example = primals[0] if isinstance(argnums, int) else primals
        jac = tree_map(lambda y, j: _unravel(example, -1, j), y, jac)
        return (jac, *aux) if has_aux else jac

    return wraps_like(jacfun, fun)


def jacrev(fun, argnums=0, has_aux=False, holomorphic=False, allow_int=False):
    """The Jacobian of fun, row by row (reverse mode)."""
    check_callable(fun)
    argnums = _as_index(argnums)

    def jacfun(*args, **kwargs):
        f_partial, primals = partial_of(fun, argnums, args, kwargs)
        for leaf in tree_leaves(primals):
            _check_grad_input(leaf, holomorphic, allow_int, "jacrev")
        y, pull, *aux = vjp(f_partial, *primals, has_aux=has_aux)
        for leaf in tree_leaves(y):
            _check_grad_output(native.aval(leaf), holomorphic, "jacrev")
        jac = vmap(pull)(_basis(y))
        example = primals[0] if isinstance(argnums, int) else primals
        jac = jac[0] if isinstance(argnums, int) else jac
        jac = tree_map(lambda x, j: _unravel(y, 0, j), example, jac)
        jac = tree_transpose(tree_structure(example), tree_structure(y), jac)
        return (jac, *aux) if has_aux else jac

    return wraps_like(jacfun, fun)


jacobian = jacrev


def hessian(fun, argnums=0, has_aux=False, holomorphic=False):
    """The Hessian of fun: forward over reverse mode."""
    return jacfwd(jacrev(fun, argnums, has_aux=has_aux, holomorphic=holomorphic), argnums, has_aux=has_aux,
                  holomorphic=holomorphic)
