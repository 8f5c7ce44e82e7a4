"""jax.api_util: helpers of functions that transform functions."""

from _cjax import transform as native
from jax.tree_util import tree_flatten, tree_structure, tree_unflatten


def safe_map(f, *args):
    """map to a list, of sequences of one length."""
    args = [list(a) for a in args]
    for a in args[1:]:
        if len(a) != len(args[0]):
            raise ValueError(f"length mismatch: {[len(a) for a in args]}")
    return [f(*xs) for xs in zip(*args)]


def shaped_abstractify(x):
    """The type of an array or a number."""
    from jax._src.api import aval_of
    return aval_of(x)


class _Store:
    def __init__(self):
        self.val = None

    def __call__(self):
        return self.val


def _call(f, args, kwargs):
    return f.call_wrapped(*args, **kwargs) if hasattr(f, "call_wrapped") else f(*args, **kwargs)


def flatten_fun(f, in_tree):
    """f as a function of the leaves of (args, kwargs), and what gives its result's structure."""
    store = _Store()

    def flat(*leaves):
        args, kwargs = tree_unflatten(in_tree, leaves)
        out, store.val = tree_flatten(_call(f, args, kwargs))
        return out

    return _wrapped(flat), store


def flatten_fun_nokwargs(f, in_tree):
    """f as a function of the leaves of args, and what gives its result's structure."""
    store = _Store()

    def flat(*leaves):
        out, store.val = tree_flatten(_call(f, tree_unflatten(in_tree, leaves), {}))
        return out

    return _wrapped(flat), store


def _wrapped(f):
    from jax.extend.linear_util import WrappedFun
    return WrappedFun(f)


def flatten_axes(name, treedef, axis_tree, *, kws=False, tupled_args=False):
    """A prefix tree of axes (None is one) as a list, one for each leaf of treedef."""
    full = tree_unflatten(treedef, [0] * treedef.num_leaves)
    out = []
    _prefix(name, axis_tree, full, out)
    return out


def _prefix(name, axes, tree, out):
    if axes is None or isinstance(axes, int):
        out.extend([axes] * tree_structure(tree).num_leaves)
        return
    try:
        parts = tree_structure(axes, is_leaf=lambda x: x is not axes).flatten_up_to(tree)
    except (TypeError, ValueError):
        raise ValueError(f"{name} specification must be a tree prefix of the corresponding value, got specification {axes} "
                         f"for value tree {tree_structure(tree)}.") from None
    for axis, part in zip(tree_flatten(axes, is_leaf=lambda x: x is not axes)[0], parts):
        _prefix(name, axis, part, out)


def argnums_partial(f, dyn_argnums, args, require_static_args_hashable=True):
    """f as a function of the arguments at dyn_argnums, and these."""
    at = (dyn_argnums,) if isinstance(dyn_argnums, int) else tuple(dyn_argnums)
    for i in at:
        if not -len(args) <= i < len(args):
            raise ValueError("Positional argument indices, e.g. for `static_argnums`, must have value greater than or equal to "
                             f"-len(args) and less than len(args), but got value {i} for len(args) == {len(args)}.")
    at = tuple(i % len(args) for i in at)

    def partial(*chosen, **kwargs):
        full = list(args)
        for i, x in zip(at, chosen):
            full[i] = x
        return _call(f, full, kwargs)

    return _wrapped(partial), tuple(args[i] for i in at)


def donation_vector(donate_argnums, donate_argnames, in_tree, kws=True):
    """For each leaf of (args, kwargs) whether it is donated."""
    args, kwargs = tree_unflatten(in_tree, [0] * in_tree.num_leaves) if kws else \
        (tree_unflatten(in_tree, [0] * in_tree.num_leaves), {})
    out = []
    for i, arg in enumerate(args):
        out += [i in donate_argnums] * tree_structure(arg).num_leaves
    for key in sorted(kwargs):
        out += [key in donate_argnames] * tree_structure(kwargs[key]).num_leaves
    return tuple(out)


def rebase_donate_argnums(donate_argnums, static_argnums):
    """donate_argnums counted without the static arguments."""
    static, donated = sorted(set(static_argnums)), sorted(set(donate_argnums))
    if set(static) & set(donated):
        raise ValueError(f"`static_argnums` {static} and `donate_argnums` {donated} cannot intersect.")
    return tuple(i - sum(s < i for s in static) for i in donated)


class _DebugInfo:
    def __init__(self, traced_for, fun):
        self.traced_for, self.func_src_info = traced_for, native.origin(fun)[1]


def debug_info(traced_for, fun, args, kwargs, *, static_argnums=(), static_argnames=(), sourceinfo=None, signature=None):
    """What messages call a function."""
    return _DebugInfo(traced_for, fun)
