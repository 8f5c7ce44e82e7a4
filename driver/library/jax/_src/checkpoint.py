"""jax.checkpoint: functions that keep little for reverse mode and compute the rest again; its policies."""

from _cjax import transform as native
from jax._src.core import argument_paths, arrays_of, check_callable, check_results, leaves_of, wraps_like
from jax._src.custom import grad_depth, note_custom
from jax.tree_util import tree_flatten, tree_map


class _Policy:
    """What a checkpointed function keeps: `text` is the policy as the passes read it, None for everything."""

    def __init__(self, name, text):
        self.__name__, self.text = name, text

    def __repr__(self):
        return f"<policy {self.__name__}>"

    def __call__(self, *_, **__):
        raise NotImplementedError("a checkpoint policy is given to jax.checkpoint, not called")


def _names(kind):
    def policy(*names):
        for n in names:
            if any(c in n for c in " ()"):
                raise NotImplementedError(f"a checkpoint name with blanks or parentheses: {n!r}")
        return _Policy(kind, " ".join((kind,) + names) + ("" if names else " "))

    return policy


def _either(policy_1, policy_2):
    a, b = _text(policy_1), _text(policy_2)
    return _Policy("save_from_both_policies", None if a is None or b is None else f"or ({a}) ({b})")


def _offload(*, names_which_can_be_saved, names_which_can_be_offloaded, offload_src, offload_dst):
    # There is one memory: what would be moved to the host's is kept.
    return checkpoint_policies.save_only_these_names(*names_which_can_be_saved, *names_which_can_be_offloaded)


class _Policies:
    """jax.checkpoint_policies."""

    everything_saveable = _Policy("everything_saveable", None)
    nothing_saveable = _Policy("nothing_saveable", "nothing")
    dots_saveable = checkpoint_dots = _Policy("dots_saveable", "dots")
    dots_with_no_batch_dims_saveable = checkpoint_dots_with_no_batch_dims = \
        _Policy("dots_with_no_batch_dims_saveable", "dots_no_batch")
    save_only_these_names = staticmethod(_names("names"))
    save_any_names_but_these = staticmethod(_names("any_but"))
    save_anything_except_these_names = staticmethod(_names("except"))
    save_from_both_policies = staticmethod(_either)
    save_and_offload_only_these_names = staticmethod(_offload)
    offload_dot_with_no_batch_dims = staticmethod(lambda src, dst: _Policies.dots_with_no_batch_dims_saveable)


checkpoint_policies = _Policies()


def _text(policy):
    if policy is None:
        return "nothing"
    if not isinstance(policy, _Policy):
        raise NotImplementedError("a checkpoint policy that is a function of the program; jax.checkpoint_policies has those that "
                                  "cjaxc knows")
    return policy.text


def checkpoint(fun=None, *, prevent_cse=True, policy=None, static_argnums=(), concrete=False):
    """fun, whose reverse mode keeps what the policy says (nothing but its arguments) and computes the rest again."""
    if fun is None:
        return lambda f: checkpoint(f, prevent_cse=prevent_cse, policy=policy, static_argnums=static_argnums)
    check_callable(fun)
    text = _text(policy)
    static = (static_argnums,) if isinstance(static_argnums, int) else tuple(static_argnums)

    def checkpointed(*args, **kwargs):
        staged, out_tree, arrays = _stage(fun, static, args, kwargs)
        native.shown(staged, f"remat2 {policy and policy.__name__} {prevent_cse}")
        note_custom()
        if text is not None and grad_depth() > 0:
            native.checkpoint(staged, text)
        return out_tree.unflatten(native.call(staged, arrays))

    return wraps_like(checkpointed, fun)


remat = checkpoint


def _stage(fun, static, args, kwargs):
    fixed = {i % len(args): args[i] for i in static if -len(args) <= i < len(args)}
    dynamic = tuple(a for i, a in enumerate(args) if i not in fixed)
    leaves, avals, in_tree = leaves_of(fun, dynamic, kwargs)

    def body(*arrays):
        xs, keywords = in_tree.unflatten(arrays)
        rest = iter(xs)
        result = fun(*[fixed[i] if i in fixed else next(rest) for i in range(len(args))], **keywords)
        out, out_tree = tree_flatten(result)
        return check_results(fun, "checkpoint", result, out), out_tree

    paths = None if fixed else argument_paths(fun, args, kwargs)
    staged, out_tree = native.stage(body, avals, "jit", "checkpoint / remat", fun, paths)
    return staged, out_tree, arrays_of(fun, leaves, dynamic, kwargs)


def checkpoint_name(x, name):
    """x, under a name that policies know."""
    return tree_map(lambda leaf: native.name(leaf, name), x)


def print_saved_residuals(f, *args, **kwargs):
    """What reverse mode of f keeps, a line each."""
    for line in saved_residuals(f, *args, **kwargs):
        print(*line)


def saved_residuals(f, *args, **kwargs):
    """For each array that reverse mode of f keeps its type and where it comes from."""
    from jax._src.autodiff import Staged
    leaves, tree = tree_flatten((args, kwargs))

    def flat(*leaves):
        xs, keywords = tree.unflatten(leaves)
        return f(*xs, **keywords)

    flat.__wrapped__ = f
    s = Staged(flat, tuple(leaves), False, "vjp")
    forward, _, count = native.linearize(s.staged, s.wrt, False)
    paths = argument_paths(f, args, kwargs)
    name = native.origin(f)[0]
    found = sorted(native.residuals(forward, count), key=lambda r: r[5])
    out = [(_short(t), f"from the argument {paths[i]}" if i < len(paths) else "from a constant")
           for t, i, *_ in found if i is not None]
    for type_, i, op, label, at, _ in found:
        if i is None:
            what = f"named '{label}'" if op == "name" else f"output of jitted function '{label}'" if op == "jit" else \
                f"output of {op}"
            out.append((_short(type_), f"{what} from {at} ({name})"))
    return out


def _short(text):
    for long, short in (("float", "f"), ("uint", "u"), ("int", "i"), ("complex", "c"), ("bfloat", "bf")):
        if text.startswith(long):
            return short + text[len(long):]
    return text
