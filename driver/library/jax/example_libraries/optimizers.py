"""jax.example_libraries.optimizers: gradient methods as (init, update, get_params) for trees of parameters.

An optimiser is written for one array; the decorator `optimizer` makes one for trees of it. Methods: Polyak 1964
(momentum), Nesterov 1983, Duchi et al. 2011 (Adagrad), Hinton 2012 (RMSProp), Kingma and Ba 2014 (Adam, AdaMax),
Anil et al. 2019 (SM3).
"""

import functools
from collections import namedtuple
from typing import Any, Callable, NamedTuple

import jax
import jax.numpy as jnp

OptimizerState = namedtuple("OptimizerState", ["packed_state", "tree_def", "subtree_defs"])
jax.tree_util.register_pytree_node(
    OptimizerState, lambda s: ((s.packed_state,), (s.tree_def, s.subtree_defs)),
    lambda aux, children: OptimizerState(children[0], aux[0], aux[1]))

Array = Params = State = Any
Updates = Params
Step = int
InitFn = Callable[[Params], OptimizerState]
UpdateFn = Callable[[Step, Updates, OptimizerState], OptimizerState]
ParamsFn = Callable[[OptimizerState], Params]
Schedule = Callable[[Step], float]


class Optimizer(NamedTuple):
    """The three functions of an optimiser."""

    init_fn: InitFn
    update_fn: UpdateFn
    params_fn: ParamsFn


def _flatten_each(trees):
    pairs = [jax.tree.flatten(t) for t in trees]
    return tuple(p[0] for p in pairs), tuple(p[1] for p in pairs)


def _states(opt_state):
    return [jax.tree.unflatten(d, leaves) for d, leaves in zip(opt_state.subtree_defs, opt_state.packed_state)]


def optimizer(opt_maker):
    """Makes of a maker of (init, update, get_params) on arrays one on trees of arrays."""
    @functools.wraps(opt_maker)
    def tree_opt_maker(*args, **kwargs):
        init, update, get_params = opt_maker(*args, **kwargs)

        def tree_init(x0_tree):
            leaves, tree = jax.tree.flatten(x0_tree)
            return OptimizerState(*_with_tree(_flatten_each([init(x) for x in leaves]), tree))

        def tree_update(i, grad_tree, opt_state):
            grads, grad_def = jax.tree.flatten(grad_tree)
            tree, subtrees = opt_state.tree_def, opt_state.subtree_defs
            if grad_def != tree:
                raise TypeError("optimizer update function was passed a gradient tree that did not match the parameter "
                                f"tree structure with which it was initialized: parameter tree {tree} and grad tree "
                                f"{grad_def}.")
            packed, defs = _flatten_each([update(i, g, s) for g, s in zip(grads, _states(opt_state))])
            for before, after in zip(subtrees, defs):
                if before != after:
                    raise TypeError("optimizer update function produced an output structure that did not match its "
                                    f"input structure: input {before} and output {after}.")
            return OptimizerState(packed, tree, subtrees)

        def tree_get_params(opt_state):
            return jax.tree.unflatten(opt_state.tree_def, [get_params(s) for s in _states(opt_state)])

        return Optimizer(tree_init, tree_update, tree_get_params)

    return tree_opt_maker


def _with_tree(packed_and_defs, tree):
    return packed_and_defs[0], tree, packed_and_defs[1]


def _first(state):
    return state[0]


#===-- optimisers ------------------------------------------------------------------------===#


@optimizer
def sgd(step_size):
    """x -= step g."""
    step_size = make_schedule(step_size)
    return lambda x: x, lambda i, g, x: x - step_size(i) * g, lambda x: x


@optimizer
def momentum(step_size, mass):
    """v = mass v + g; x -= step v."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, v = state
        v = mass * v + g
        return x - step_size(i) * v, v

    return lambda x: (x, jnp.zeros_like(x)), update, _first


@optimizer
def nesterov(step_size, mass):
    """Momentum, with the gradient after the step."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, v = state
        v = mass * v + g
        return x - step_size(i) * (mass * v + g), v

    return lambda x: (x, jnp.zeros_like(x)), update, _first


@optimizer
def adagrad(step_size, momentum=0.9):
    """Steps divided by the root of the sum of squared gradients, with momentum."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, squares, m = state
        squares = squares + jnp.square(g)
        inverse = jnp.where(squares > 0, 1.0 / jnp.sqrt(squares), 0.0)
        m = (1.0 - momentum) * (g * inverse) + momentum * m
        return x - step_size(i) * m, squares, m

    return lambda x: (x, jnp.zeros_like(x), jnp.zeros_like(x)), update, _first


@optimizer
def rmsprop(step_size, gamma=0.9, eps=1e-8):
    """Steps divided by the root of a running mean of squared gradients."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, mean = state
        mean = mean * gamma + jnp.square(g) * (1.0 - gamma)
        return x - step_size(i) * g / jnp.sqrt(mean + eps), mean

    return lambda x: (x, jnp.zeros_like(x)), update, _first


@optimizer
def rmsprop_momentum(step_size, gamma=0.9, eps=1e-8, momentum=0.9):
    """rmsprop with momentum."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, mean, m = state
        mean = mean * gamma + jnp.square(g) * (1.0 - gamma)
        m = momentum * m + step_size(i) * g / jnp.sqrt(mean + eps)
        return x - m, mean, m

    return lambda x: (x, jnp.zeros_like(x), jnp.zeros_like(x)), update, _first


@optimizer
def adam(step_size, b1=0.9, b2=0.999, eps=1e-8):
    """First and second moments of the gradient, without their bias."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, m, v = state
        m = (1 - b1) * g + b1 * m
        v = (1 - b2) * jnp.square(g) + b2 * v
        mean = m / (1 - jnp.asarray(b1, m.dtype) ** (i + 1))
        variance = v / (1 - jnp.asarray(b2, m.dtype) ** (i + 1))
        return x - step_size(i) * mean / (jnp.sqrt(variance) + eps), m, v

    return lambda x: (x, jnp.zeros_like(x), jnp.zeros_like(x)), update, _first


@optimizer
def adamax(step_size, b1=0.9, b2=0.999, eps=1e-8):
    """adam with the maximum norm for the second moment."""
    step_size = make_schedule(step_size)

    def update(i, g, state):
        x, m, u = state
        m = (1 - b1) * g + b1 * m
        u = jnp.maximum(b2 * u, jnp.abs(g))
        return x - (step_size(i) / (1 - jnp.asarray(b1, m.dtype) ** (i + 1))) * m / (u + eps), m, u

    return lambda x: (x, jnp.zeros_like(x), jnp.zeros_like(x)), update, _first


@optimizer
def sm3(step_size, momentum=0.9):
    """adagrad that keeps one vector of squares for each axis."""
    step_size = make_schedule(step_size)

    def init(x):
        shape, x = x.shape, jnp.atleast_1d(x)
        return x, jnp.zeros_like(x), [jnp.zeros(n, x.dtype) for n in x.shape], shape

    def update(i, g, state):
        x, m, vectors, shape = state
        wide = [v.reshape([-1 if k == axis else 1 for k in range(g.ndim)]) for axis, v in enumerate(vectors)]
        squares = functools.reduce(jnp.minimum, wide) + jnp.square(g)
        m = (1.0 - momentum) * (g * jnp.where(squares > 0, 1.0 / jnp.sqrt(squares), 0)) + momentum * m
        vectors = [squares.max([k for k in range(x.ndim) if k != axis]) for axis in range(x.ndim)]
        return x - step_size(i) * m, m, vectors, shape

    return init, update, lambda state: state[0].reshape(state[3])


#===-- step sizes ------------------------------------------------------------------------===#


def constant(step_size):
    return lambda i: step_size


def exponential_decay(step_size, decay_steps, decay_rate):
    return lambda i: step_size * decay_rate ** (i / decay_steps)


def inverse_time_decay(step_size, decay_steps, decay_rate, staircase=False):
    if staircase:
        return lambda i: step_size / (1 + decay_rate * jnp.floor(i / decay_steps))
    return lambda i: step_size / (1 + decay_rate * i / decay_steps)


def polynomial_decay(step_size, decay_steps, final_step_size, power=1.0):
    def schedule(step_num):
        step_num = jnp.minimum(step_num, decay_steps)
        return (1 - step_num / decay_steps) ** power * (step_size - final_step_size) + final_step_size
    return schedule


def piecewise_constant(boundaries, values):
    boundaries, values = jnp.array(boundaries), jnp.array(values)
    if not boundaries.ndim == values.ndim == 1:
        raise ValueError("boundaries and values must be sequences")
    if not boundaries.shape[0] == values.shape[0] - 1:
        raise ValueError("boundaries length must be one shorter than values length")
    return lambda i: values[jnp.sum(i > boundaries)]


def make_schedule(scalar_or_schedule):
    """A step size as a function of the step."""
    if callable(scalar_or_schedule):
        return scalar_or_schedule
    if jnp.ndim(scalar_or_schedule) == 0:
        return constant(scalar_or_schedule)
    raise TypeError(type(scalar_or_schedule))


#===-- gradients and states --------------------------------------------------------------===#


def l2_norm(tree):
    """The root of the sum of the squares of all leaves."""
    return jnp.sqrt(sum(jnp.vdot(x, x) for x in jax.tree.leaves(tree)))


def clip_grads(grad_tree, max_norm):
    """The tree, made shorter where its norm exceeds max_norm."""
    norm = l2_norm(grad_tree)
    return jax.tree.map(lambda g: jnp.where(norm < max_norm, g, g * (max_norm / norm)), grad_tree)


class JoinPoint:
    """Where a tree of states hangs in the tree of parameters."""

    def __init__(self, subtree):
        self.subtree = subtree

    def __iter__(self):
        yield self.subtree


def unpack_optimizer_state(opt_state):
    """The tree of parameters with a JoinPoint of the state at each leaf."""
    return jax.tree.unflatten(opt_state.tree_def, [JoinPoint(s) for s in _states(opt_state)])


def pack_optimizer_state(marked_pytree):
    """The state of which unpack_optimizer_state gave the tree."""
    points, tree = jax.tree.flatten(marked_pytree)
    assert all(isinstance(p, JoinPoint) for p in points)
    return OptimizerState(*_with_tree(_flatten_each([p.subtree for p in points]), tree))
