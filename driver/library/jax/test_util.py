"""jax.test_util: derivatives held against differences.

A direction is drawn; the derivative along it is compared with central differences, the transpose with the derivative.
"""

import functools

import jax
import jax.numpy as jnp
from jax.tree_util import tree_leaves, tree_map, tree_structure, tree_unflatten

EPS = 1e-4


def _tolerance(leaves):
    wide = all(jnp.result_type(x) in (jnp.float64, jnp.complex128) for x in leaves)
    return 1e-5 if wide else 2e-2


def _direction(tree, seed):
    leaves = tree_leaves(tree)
    keys = jax.random.split(jax.random.key(seed), max(len(leaves), 1))
    return tree_unflatten(tree_structure(tree), [jax.random.normal(k, jnp.shape(x), jnp.result_type(x))
                                                 for k, x in zip(keys, leaves)])


def _moved(tree, direction, step):
    return tree_map(lambda x, d: x + step * d, tree, direction)


def _difference(f, args, direction, eps):
    up, down = f(*_moved(args, direction, eps)), f(*_moved(args, direction, -eps))
    return tree_map(lambda a, b: (a - b) / (2 * eps), up, down)


def _check_close(got, want, atol, rtol, what):
    for a, b in zip(tree_leaves(got), tree_leaves(want)):
        bound = (_tolerance([b]) if atol is None else atol) + (_tolerance([b]) if rtol is None else rtol) * jnp.abs(b)
        if not jnp.all(jnp.abs(a - b) <= bound):
            raise AssertionError(f"{what}: the derivative and the difference disagree")


def _dot(x, y):
    return sum(jnp.vdot(a, b).real for a, b in zip(tree_leaves(x), tree_leaves(y)))


def check_jvp(f, f_jvp, args, atol=None, rtol=None, eps=EPS, err_msg=""):
    """f_jvp(args, tangents) against differences of f."""
    eps = 1e-2 if eps == EPS and not jax.config.jax_enable_x64 else eps
    direction = _direction(args, 0)
    value, tangent = f_jvp(args, direction)
    _check_close(value, f(*args), atol, rtol, f"{err_msg}JVP primal")
    _check_close(tangent, _difference(f, args, direction, eps), atol, rtol, f"{err_msg}JVP tangent")


def check_vjp(f, f_vjp, args, atol=None, rtol=None, eps=EPS, err_msg=""):
    """f_vjp(*args) = (value, transpose) against differences of f."""
    eps = 1e-2 if eps == EPS and not jax.config.jax_enable_x64 else eps
    value, transpose = f_vjp(*args)
    _check_close(value, f(*args), atol, rtol, f"{err_msg}VJP primal")
    direction, cotangent = _direction(args, 0), _direction(value, 1)
    _check_close(_dot(direction, transpose(cotangent)), _dot(_difference(f, args, direction, eps), cotangent), atol, rtol,
                 f"{err_msg}VJP cotangent projection")


def check_grads(f, args, order, modes=("fwd", "rev"), atol=None, rtol=None, eps=None):
    """Derivatives of f up to an order against differences."""
    args, eps = tuple(args), EPS if eps is None else eps
    if "fwd" in modes:
        _check_forward(f, args, order, atol, rtol, eps)
    if "rev" in modes:
        _check_reverse(f, args, order, atol, rtol, eps)


def _check_forward(f, args, order, atol, rtol, eps):
    check_jvp(f, functools.partial(jax.jvp, f), args, atol, rtol, eps)
    if order > 1:
        direction = _direction(args, 2)
        _check_forward(lambda *xs: jax.jvp(f, xs, direction)[1], args, order - 1, atol, rtol, eps)


def _check_reverse(f, args, order, atol, rtol, eps):
    check_vjp(f, functools.partial(jax.vjp, f), args, atol, rtol, eps)
    if order > 1:
        def backward(*xs):
            value, transpose = jax.vjp(f, *xs)
            return transpose(tree_map(jnp.ones_like, value))
        _check_reverse(backward, args, order - 1, atol, rtol, eps)
