"""custom_vmap, sequential_vmap: functions with a rule of their own for vmap.

The rule is staged where the function is called while a vmap stages its function, for the arguments that depend on the
elements there; the op names it, and expanding that vmap takes it (custom_vmap_call)."""

from _cjax import transform as native
from _cjax.core import unlogged
from jax._src.core import arrays_of, check_callable, check_results, leaves_of
from jax._src.custom import forward_attr, resolve_said
from jax._src.vmap import Outside, state
from jax.tree_util import tree_flatten, tree_leaves, tree_map, tree_structure, tree_unflatten

_uses = unlogged([0])  # calls of such functions so far


def custom_vmap_uses():
    return _uses[0]


class custom_vmap:
    """Decorator: fun, whose batching rule def_vmap defines."""

    def __init__(self, fun):
        self.fun = self.__wrapped__ = fun
        self.vmap_rule = None
        for name in ("__name__", "__qualname__", "__doc__", "__module__"):
            if hasattr(fun, name):
                setattr(self, name, getattr(fun, name))

    def def_vmap(self, vmap_rule):
        """vmap_rule(axis_size, in_batched, *args) -> (result, out_batched); mapped arrays have a leading axis."""
        self.vmap_rule = vmap_rule
        return vmap_rule

    __getattr__ = forward_attr

    def __call__(self, *args, **kwargs):
        check_callable(self.fun)
        args = resolve_said("custom_vmap", self.fun, args, kwargs)
        if self.vmap_rule is None:
            raise AttributeError(f"No batching rule defined for custom_vmap function {self.__name__} using def_vmap.")
        _uses[0] += 1
        leaves, avals, tree = leaves_of(self.fun, args, {})
        arrays = arrays_of(self.fun, leaves, args, {})

        def body(*xs):
            args, _ = tree.unflatten(xs)
            result = self.fun(*args)
            out, out_tree = tree_flatten(result)
            return check_results(self.fun, "custom_vmap", result, out), out_tree

        staged, out_tree = native.stage(body, avals, "jit", "custom_vmap", self.fun, None)
        # In a jitted function nothing is known yet: under vmap its body is staged again in its place.
        mapped = native.mapped_here(arrays) if state["levels"] and not state["jits"] else ()
        if not any(mapped):
            return out_tree.unflatten(native.call(staged, arrays))
        size = state["levels"][-1]
        rule = _Rule(self, tree, mapped, size, out_tree, native.out_avals(staged))
        with Outside():
            batched = [_with_axis(a, size) if m else a for a, m in zip(avals, mapped)]
            rule_staged, _ = native.stage(rule, batched, "jit", "custom_vmap rule", self.vmap_rule, None)
        out = native.custom_vmap(staged, rule_staged, arrays, mapped, rule.out_batched, size)
        return out_tree.unflatten(out)


class _Rule:
    """The rule as a function of arrays; after staging, which results have a leading axis."""

    def __init__(self, function, tree, mapped, size, out_tree, out_avals):
        self.function, self.tree, self.mapped, self.size = function, tree, mapped, size
        self.out_tree, self.out_avals = out_tree, out_avals

    def __call__(self, *arrays):
        rule = self.function.vmap_rule
        args, _ = self.tree.unflatten(arrays)
        in_batched, _ = self.tree.unflatten(self.mapped)
        out, out_batched = rule(self.size, list(in_batched), *args)
        leaves, tree = tree_flatten(out)
        name = getattr(rule, "__name__", "<rule>")
        if tree_structure(out_batched) != tree:
            raise ValueError(f"structure of output value and output batching specification returned by custom vmap rule "
                             f"({name}) do not match.\nOutput values: {tree}\nBatching spec: {tree_structure(out_batched)}")
        if tree != self.out_tree:
            raise ValueError(f"structure of output returned by custom vmap rule ({name}) does not match that of original "
                             f"custom-vmapped function.\nOriginal output: {self.out_tree}\nRule output: {tree}")
        self.out_batched = [bool(x) for x in tree_leaves(out_batched)]
        leaves = check_results(rule, "custom_vmap", out, leaves)
        for x, want, batched in zip(leaves, self.out_avals, self.out_batched):
            if batched:
                want = _with_axis(want, self.size)
            got = native.aval(x)
            if (got.shape, got.dtype) != (want.shape, want.dtype):
                raise ValueError(f"custom vmap rule ({name}) returned {got.str_short()} for a result of which the "
                                 f"custom-vmapped function makes {want.str_short()}")
        return leaves, None


def _with_axis(aval, size):
    return native.make_aval((size, *aval.shape), aval.dtype, aval.weak_type)


def sequential_vmap(f):
    """f as a custom_vmap function that vmap runs for one element after the other."""
    mapped = custom_vmap(f)

    def rule(axis_size, in_batched, *args):
        from jax import lax
        leaves, tree = tree_flatten(args)
        flags = tree_leaves(in_batched)

        def element(xs):
            xs = iter(xs)
            return f(*tree_unflatten(tree, [next(xs) if b else x for x, b in zip(leaves, flags)]))

        out = lax.map(element, [x for x, b in zip(leaves, flags) if b])
        return out, tree_map(lambda _: True, out)

    mapped.def_vmap(rule)
    return mapped
