"""jax.make_jaxpr: the text of what a function computes."""

from _cjax import transform as native
from jax._src.api import ShapeDtypeStruct, aval_of, stage_for_types
from jax._src.core import check_callable, wraps_like
from jax._src.custom import Shown
from jax._src.primitives import named
from jax.tree_util import tree_leaves, tree_structure, tree_unflatten


class JaxprEqn:
    """One equation: its primitive and its text."""

    def __init__(self, name, text):
        self.primitive, self._text = named(name), text

    def __repr__(self):
        return self._text


class Jaxpr:
    """A traced function, for its text and its equations."""

    def __init__(self, text, eqns, fun=None):
        self._text, self.eqns, self.effects, self._fun = text, eqns, set(), fun

    def __repr__(self):
        return self._text

    def pretty_print(self, **_):
        return self._text


class ClosedJaxpr(Jaxpr):
    """A Jaxpr and the types around it."""

    def __init__(self, text, eqns, in_avals, out_avals, fun=None):
        super().__init__(text, eqns, fun)
        self.jaxpr, self.in_avals, self.out_avals = Jaxpr(text, eqns, fun), in_avals, out_avals

    @property
    def consts(self):
        if not self._text.startswith("{ lambda ; "):
            raise NotImplementedError("the constants of a jaxpr, apart from its text")
        return []

    literals = consts


def eval_jaxpr(jaxpr, consts, *args, propagate_source_info=True):
    """The results of a traced function, a list, for a list of arguments: the function is staged again."""
    if jaxpr._fun is None:
        raise NotImplementedError("eval_jaxpr: only what make_jaxpr gave is supported by cjax")
    if len(consts):
        raise NotImplementedError("eval_jaxpr: constants other than the traced function's are not supported by cjax")
    return jaxpr._fun(*args)


def jaxpr_as_fun(closed_jaxpr, *args):
    """The function of flat arguments that a jaxpr is; with arguments, its results."""
    def call(*leaves):
        return eval_jaxpr(closed_jaxpr.jaxpr, (), *leaves)
    return call(*args) if args else call


def make_jaxpr(fun, static_argnums=(), axis_env=None, return_shape=False, abstracted_axes=None):
    """A function that gives the text of what fun computes."""
    check_callable(fun)
    static = (static_argnums,) if isinstance(static_argnums, int) else tuple(static_argnums)

    def make_jaxpr_f(*args, **kwargs):
        dynamic = tuple(a for i, a in enumerate(args) if i not in static)

        def with_static(*xs, **keywords):
            rest = iter(xs)
            return fun(*[args[i] if i in static else next(rest) for i in range(len(args))], **keywords)

        with_static.__wrapped__ = fun
        with Shown():
            staged, out_tree = stage_for_types(with_static if static else fun, dynamic, kwargs, "make_jaxpr")
        avals = native.out_avals(staged)
        text, eqns = native.jaxpr(staged)
        in_avals = [aval_of(x) for x in tree_leaves((dynamic, kwargs))]
        tree = tree_structure((dynamic, kwargs))

        def flat(*leaves):
            xs, keywords = tree_unflatten(tree, leaves)
            return tree_leaves(with_static(*xs, **keywords))

        jaxpr = ClosedJaxpr(text, [JaxprEqn(*e) for e in eqns], in_avals, avals, flat)
        native.discard(staged)
        if return_shape:
            return jaxpr, out_tree.unflatten([ShapeDtypeStruct(a.shape, a.dtype, weak_type=a.weak_type) for a in avals])
        return jaxpr

    return wraps_like(make_jaxpr_f, fun)
