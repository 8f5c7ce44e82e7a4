"""Arguments that jit may have for its results: they are gone afterwards, where a result takes their place."""

from _cjax import transform as native
from jax.tree_util import tree_leaves


def check(npos, parameters, has_varargs, has_kwargs, nums, names, static):
    """ValueError for positions and names that the function has not, or that are static."""
    if not has_varargs and any(not -npos <= i < npos for i in nums):
        raise ValueError(f"Jitted function has donate_argnums={nums}, but only accepts {npos} positional arguments.")
    if not has_kwargs:
        for name in names:
            if name not in parameters:
                raise ValueError(f"Jitted function has invalid argnames {{'{name}'}} in donate_argnames. Function does not "
                                 "take these args.")
    for i in nums:
        if i in static[0] or i + npos in static[0]:
            if parameters:
                raise ValueError("static_argnames and donate_argnames cannot intersect. Argument names "
                                 f"{{'{parameters[i]}'}} appear in both static_argnames and donate_argnames")
            raise ValueError(f"static_argnums and donate_argnums cannot intersect. Argument indices {{{i}}} appear in both")
    for name in names:
        if name in static[1]:
            raise ValueError(f"static_argnames and donate_argnames cannot intersect. Argument names {{'{name}'}} appear in "
                             "both static_argnames and donate_argnames")


def delete(args, kwargs, donated, static, staged):
    """After a call: marks the donated arrays that a result of the same size takes the place of."""
    at = [i + len(args) if i < 0 else i for i in static[0]]
    leaves = [(x, i in donated[0]) for i, arg in enumerate(args) if i not in at for x in tree_leaves(arg)]
    leaves += [(x, k in donated[1]) for k in sorted(kwargs) if k not in static[1] for x in tree_leaves(kwargs[k])]
    sizes = [a.size * a.dtype.itemsize for a in native.out_avals(staged)]
    for (x, given), used in zip(leaves, native.used(staged)):
        if given and used and native.is_staged(x) and native.is_concrete(x) and x.nbytes in sizes:
            sizes.remove(x.nbytes)
            native.delete(x)
