"""custom_jvp, custom_vjp, custom_gradient: functions with derivative rules of their own.

The rules are staged where the function is called, as often as derivatives nest there: an op names them, and the
passes that differentiate take them.  A rule is itself differentiated once less."""

import functools

from _cjax import transform as native
from _cjax.core import unlogged
from jax._src.core import (check_callable, check_results, is_array, is_inexact, leaves_of, said, typematch,
                           wraps_like)
from jax._src.float0 import Float0Zeros
from jax.tree_util import (keystr, tree_flatten, tree_flatten_with_path, tree_leaves, tree_map, tree_structure,
                           tree_unflatten)


#===-- how deep derivatives nest --------------------------------------------------------===#


class _State:
    # offset: derivatives around that do not apply here.  shown: make_jaxpr is at work.
    offset, shown = 0, False


_uses = unlogged([0])  # calls of functions with rules so far


def grad_depth():
    """How often what is staged now will be differentiated at most."""
    return native.grad_depth() - _State.offset


class Depth:
    """While a rule is staged, in a function of kind "grad": the depth inside."""

    def __init__(self, depth):
        self.depth = depth

    def __enter__(self):
        self.saved = _State.offset
        _State.offset = native.grad_depth() - self.depth

    def __exit__(self, *_):
        _State.offset = self.saved


class Shown:
    """While make_jaxpr stages: calls of functions with rules stay calls."""

    def __enter__(self):
        self.saved, _State.shown = _State.shown, True
        native.showing(True)

    def __exit__(self, *_):
        _State.shown = self.saved
        native.showing(self.saved)


def is_showing():
    return _State.shown


def shown_jit(fun, *args):
    """fun(*args); while make_jaxpr is at work, as the call that shows where the library of JAX jits."""
    if not _State.shown or grad_depth() > 0:
        return fun(*args)
    from jax._src.jit import jit
    return jit(fun)(*args)


def custom_uses():
    return _uses[0]


def note_custom():
    _uses[0] += 1


#===-- arguments ------------------------------------------------------------------------===#


def resolve_kwargs(fun, args, kwargs):
    """All arguments by position, with the defaults."""
    info = None if isinstance(fun, functools.partial) else native.parameters(fun)
    if info is None:
        if kwargs:
            raise TypeError("keyword arguments could not be resolved to positions")
        return tuple(args)
    names, npos = list(info[0][info[5]:]), info[1] - info[5]
    defaults = getattr(fun, "__defaults__", None) or ()
    kwargs, out = dict(kwargs), list(args)
    if len(args) > npos and not info[3]:
        raise TypeError("too many positional arguments")
    for i, name in enumerate(names[:npos]):
        if i < len(args):
            if name in kwargs:
                raise TypeError(f"multiple values for argument '{name}'")
        elif name in kwargs:
            out.append(kwargs.pop(name))
        elif i >= npos - len(defaults):
            out.append(defaults[i - npos + len(defaults)])
        else:
            raise TypeError(f"missing a required argument: '{name}'")
    if kwargs and not (info[4] or any(k in names for k in kwargs)):
        raise TypeError(f"got an unexpected keyword argument '{next(iter(kwargs))}'")
    if kwargs or info[2]:
        raise TypeError("keyword arguments could not be resolved to positions")
    return tuple(out)


class SymbolicZero:
    """A tangent that is zero, for rules that ask for symbolic zeros."""

    def __init__(self, aval):
        self.aval = aval
        self.shape, self.dtype, self.ndim = aval.shape, aval.dtype, aval.ndim

    def __repr__(self):
        return f"SymbolicZero({self.aval!r})"


def zero_from_primal(x, symbolic_zeros=False):
    aval = native.aval(x)
    if not is_inexact(aval):
        return Float0Zeros(aval.shape)
    return SymbolicZero(aval) if symbolic_zeros else native.zeros(aval)


class CustomVJPPrimal:
    """An argument of a forward rule that asks for symbolic zeros."""

    def __init__(self, value, perturbed):
        self.value, self.perturbed = value, perturbed


def custom_vjp_primal_tree_values(tree):
    def value(leaf):
        if type(leaf) is not CustomVJPPrimal:
            raise TypeError(f"unexpected leaf type {type(leaf)}")
        return leaf.value

    return tree_map(value, tree)


class _Call:
    """One call of such a function: its arguments as arrays, and where they go."""

    def __init__(self, fun, nondiff, args):
        self.fun, self.name = fun, native.origin(fun)[0]
        self.args = list(args)
        self.dynamic = [i for i in range(len(args)) if i not in nondiff]
        self.static = [args[i] for i in nondiff]
        leaves, self.avals, tree = leaves_of(fun, tuple(args[i] for i in self.dynamic), {})
        self.arrays = [native.array(x) for x in leaves]
        self.tree = tree.children()[0]
        self.perturbed = native.perturbed(self.arrays)
        self.depth = grad_depth()

    def full(self, dynamic):
        """All arguments, those that are not static given."""
        full = list(self.args)
        for i, x in zip(self.dynamic, dynamic):
            full[i] = x
        return full

    def stage(self, body, avals, depth, origin):
        def deeper(*arrays):
            with Depth(depth):
                return body(*arrays)

        return native.stage(deeper, avals, "grad", "custom", origin, None)

    def primal(self):
        """The function itself, staged: (staged, structure of its result)."""
        def body(*arrays):
            result = self.fun(*self.full(self.tree.unflatten(arrays)))
            leaves, tree = tree_flatten(result)
            return check_results(self.fun, "custom", result, leaves), tree

        return self.stage(body, self.avals, 0, self.fun)

    def primal_of(self, staged, count, more):
        """A function that gives the first count results of a staged rule; more: further arguments."""
        def body(*arrays):
            return native.call(staged, list(arrays) + more())[:count], None

        return native.stage(body, self.avals, "grad", "custom", self.fun, None)[0]


def _shown(tree, avals):
    return str(tree.unflatten([a.str_short() for a in avals])).replace("'", "")


def _check_agrees(what, rule, name, pair, got, expected):
    """got, expected: (structure, avals) of a rule's first result and of the function's."""
    texts = f"    {_shown(*got)}\nwhile the {what} function {name} had output "
    after = f"    {_shown(*expected)}"
    if got[0] != expected[0]:
        raise TypeError(f"{pair}, and in particular of the same container/pytree structure)" + _TAIL[what][0] +
                        f"structure:\n{texts}container/pytree structure:\n{after}.")
    if not all(typematch(a, b) for a, b in zip(got[1], expected[1])):
        raise TypeError(f"{pair}, and in particular with leaves of the same shape/dtype)" + _TAIL[what][1] +
                        f"shapes/dtypes of:\n{texts}shapes/dtypes of:\n{after}")


_TAIL = {"custom_jvp-decorated": (", but instead the JVP rule output's first element had container/pytree ",
                                  ", but instead the JVP rule output's first element had ")}


#===-- custom_jvp -----------------------------------------------------------------------===#


def _nondiff(fun, argnums, argnames):
    """The positions that are not differentiated, sorted."""
    nums = {argnums} if isinstance(argnums, int) else set(argnums)
    if argnames:
        info = native.parameters(fun)
        names = (argnames,) if isinstance(argnames, str) else argnames
        nums |= {info[0][info[5]:].index(n) for n in names}
    return tuple(sorted(nums))


def resolve_said(what, fun, args, kwargs):
    """As resolve_kwargs; what: the decorator, for the message."""
    try:
        return resolve_kwargs(fun, args, kwargs)
    except TypeError as e:
        raise TypeError(f"The input arguments to the {what}-decorated function {native.origin(fun)[0]} could not be resolved to "
                        f"positional-only arguments. Binding failed with the error:\n{e}") from e


def forward_attr(self, name):
    """What defines rules of the function inside, which has rules of its own."""
    if name.startswith("def"):
        return getattr(self.fun, name)
    raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


class _Custom:
    """A function with derivative rules of its own."""

    what = "custom_jvp"

    def __init__(self, fun, nondiff_argnums=(), nondiff_argnames=()):
        check_callable(fun)
        wraps_like(self, fun)
        self.fun = fun
        self.nondiff_argnums = _nondiff(fun, nondiff_argnums, nondiff_argnames)
        self.symbolic_zeros = False

    def __get__(self, obj, cls=None):
        return self if obj is None else native.bind(self, obj)

    __getattr__ = forward_attr

    def resolve(self, args, kwargs):
        return resolve_said(self.what, self.fun, args, kwargs)

    def direct(self, args, *rules):
        """The function itself; while make_jaxpr is at work, as a call that says what rules it has."""
        if not _State.shown or grad_depth() > 0:
            return self.fun(*args)
        c = _Call(self.fun, self.nondiff_argnums, args)
        staged, tree = c.primal()
        words = [f"{self.what}_call", c.name] + [native.origin(r)[0] for r in rules] + [str(self.symbolic_zeros)]
        native.shown(staged, " ".join(words))
        return tree.unflatten(native.call(staged, c.arrays))

    def call(self, args):
        """The call to differentiate, or None where nothing is."""
        note_custom()
        if grad_depth() <= 0:
            return None
        c = _Call(self.fun, self.nondiff_argnums, args)
        return c if any(c.perturbed) else None


class custom_jvp(_Custom):
    """Decorator: a function whose forward derivative is given by defjvp."""

    jvp = None
    constant_captures = False  # what the function and the rule close over has no derivative; otherwise that is an error

    def defjvp(self, jvp, symbolic_zeros=False):
        """jvp(primals, tangents) -> (result, its tangent)."""
        self.jvp, self.symbolic_zeros = jvp, symbolic_zeros
        return jvp

    def defjvps(self, *jvps):
        """For each argument jvp(tangent, result, *primals) -> tangent of the result, or None for zero."""
        if self.nondiff_argnums:
            raise TypeError("Can't use ``defjvps`` with ``nondiff_argnums``.")

        def jvp(primals, tangents):
            result = self(*primals)
            given = [tree_map(zero_from_primal, result) if rule is None else rule(t, result, *primals)
                     for t, rule in zip(tangents, jvps)]
            return result, tree_map(_sum_tangents, result, *given)

        self.defjvp(jvp)

    def __call__(self, *args, **kwargs):
        if not self.jvp:
            raise AttributeError(f"No JVP defined for custom_jvp function {native.origin(self.fun)[0]} using defjvp.")
        args = self.resolve(args, kwargs)
        c = self.call(args)
        if c is None:
            return self.direct(_stopped(args, self.nondiff_argnums), self.jvp)
        c.args = _stopped(c.args, self.nondiff_argnums)
        c.static = [c.args[i] for i in self.nondiff_argnums]
        if native.grad_direct():
            rule, (tree, avals) = _stage_jvp(self, c)
            staged = c.primal_of(rule, len(avals), lambda: [native.zeros(a) for a in c.avals if is_inexact(a)])
            return tree.unflatten(native.custom_jvp(staged, rule, c.arrays, self.constant_captures))
        staged, tree = c.primal()
        rule, got = _stage_jvp(self, c)
        name = f"Custom JVP rule {native.origin(self.jvp)[0]} for function {c.name}"
        _check_agrees("custom_jvp-decorated", name, c.name, f"{name} must produce a pair (list or tuple of length two) "
                      "where the first element represents the primal output (equal in value to the output of the "
                      f"custom_jvp-decorated function {c.name}", got, (tree, native.out_avals(staged)))
        return tree.unflatten(native.custom_jvp(staged, rule, c.arrays, self.constant_captures))


def _stopped(args, nums):
    from jax import lax
    return [lax.stop_gradient(x) if i in nums and is_array(x) else x for i, x in enumerate(args)]


def _sum_tangents(_, x, *xs):
    for y in xs:
        x = y if isinstance(x, (Float0Zeros, SymbolicZero)) else x if isinstance(y, (Float0Zeros, SymbolicZero)) else x + y
    return x


def _stage_jvp(self, c):
    """The rule: arguments, tangents -> results, tangents.  (staged, (structure, avals) of the results)."""
    n = len(c.arrays)

    def tangents(arrays):
        rest = iter(arrays)
        out = []
        for a, p in zip(c.avals, c.perturbed):
            t = next(rest) if is_inexact(a) else None
            if self.symbolic_zeros and (t is None or not p):
                out.append(SymbolicZero(a))
            else:
                out.append(Float0Zeros(a.shape) if t is None else t)
        return out

    def body(*arrays):
        primals = c.tree.unflatten(arrays[:n])
        return _jvp_results(self, c, self.jvp(*c.static, primals, c.tree.unflatten(tangents(arrays[n:]))))

    return c.stage(body, c.avals + [a for a in c.avals if is_inexact(a)], c.depth - 1, self.jvp)


def _jvp_results(self, c, pair):
    name = f"Custom JVP rule {native.origin(self.jvp)[0]} for function {c.name}"
    if not isinstance(pair, (list, tuple)) or len(pair) != 2:
        raise TypeError(f"{name} must produce a pair (list or tuple of length two) representing primal and tangent outputs, "
                        f"but got {said(pair)}.")
    out, tree = tree_flatten(pair[0])
    ts, t_tree = tree_flatten(pair[1])
    if tree != t_tree:
        raise TypeError(f"{name} must produce primal and tangent outputs with equal container (pytree) structures, but got "
                        f"{tree} and {t_tree} respectively.")
    out = check_results(self.jvp, "custom_jvp", pair[0], out)
    avals = [native.aval(x) for x in out]
    _check_tangents(avals, ts)
    ts = [native.zeros(a) if isinstance(t, SymbolicZero) else native.array(t) for t, a in zip(ts, avals) if is_inexact(a)]
    return out + ts, (tree, avals)


def _tangent_text(t):
    if isinstance(t, Float0Zeros):
        return Float0Zeros.text(t.shape)
    return t.aval.str_short() if isinstance(t, SymbolicZero) else native.aval(t).str_short()


def _check_tangents(avals, ts):
    expected = [a.str_short() if is_inexact(a) else Float0Zeros.text(a.shape) for a in avals]
    got = [_tangent_text(t) for t in ts]
    if all(e == g or isinstance(t, SymbolicZero) and e.startswith("float0") for e, g, t in zip(expected, got, ts)):
        return
    message = "Custom JVP rule must produce primal and tangent outputs with corresponding shapes and dtypes"
    if len(expected) == 1:
        raise TypeError(f"{message}. Expected {expected[0]} (tangent type of {avals[0].str_short()}) but got {got[0]}.")
    lines = [f"  primal {a.str_short()} with tangent {g}, expecting tangent {e}" for a, e, g in zip(avals, expected, got)
             if e != g]
    raise TypeError(f"{message}, but got:\n" + "\n".join(lines))


#===-- custom_vjp -----------------------------------------------------------------------===#


class custom_vjp(_Custom):
    """Decorator: a function whose reverse derivative is given by defvjp."""

    what = "custom_vjp"
    fwd = bwd = None

    def defvjp(self, fwd, bwd, symbolic_zeros=False, optimize_remat=False):
        """fwd(*args) -> (result, residuals); bwd(residuals, cotangent) -> a tuple with a cotangent for each argument."""
        self.fwd, self.bwd, self.symbolic_zeros = fwd, bwd, symbolic_zeros

    def __call__(self, *args, **kwargs):
        if not self.fwd or not self.bwd:
            raise AttributeError(f"No VJP defined for custom_vjp function {native.origin(self.fun)[0]} using defvjp.")
        args = self.resolve(args, kwargs)
        _check_no_tracers([args[i] for i in self.nondiff_argnums])
        c = self.call(args)
        if c is None:
            return self.direct(args, self.fwd, self.bwd)
        primal = None if native.grad_direct() else c.primal()
        fwd, (tree, avals, residuals) = _stage_fwd(self, c)
        name = f"Custom VJP fwd rule {native.origin(self.fwd)[0]} for function {c.name}"
        if primal is None:
            primal = c.primal_of(fwd, len(avals), list), tree
        else:
            _check_fwd(name, c.name, (tree, avals), (primal[1], native.out_avals(primal[0])))
        bwd = _stage_bwd(self, c, tree, avals, residuals)
        return tree.unflatten(native.custom_vjp(primal[0], fwd, bwd, c.arrays, False))


def _check_no_tracers(static):
    for x in tree_leaves(static):
        if is_array(x) and not native.is_concrete(x):
            from jax.errors import UnexpectedTracerError
            raise UnexpectedTracerError(
                "Found a JAX Tracer object passed as an argument to a custom_vjp function in a position indicated by "
                "nondiff_argnums as non-differentiable. Tracers cannot be passed as non-differentiable arguments to "
                "custom_vjp functions; instead, nondiff_argnums should only be used for arguments that can't be or contain JAX "
                "tracers, e.g. function-valued arguments. In particular, array-valued arguments should typically not be "
                "indicated as nondiff_argnums.")


_RESIDUALS = ("second element represents residuals (i.e. values stored from the forward pass for use on the backward pass), "
              "but ")


def _check_fwd(name, fun, got, expected):
    pair = (f"{name} must produce a pair (list or tuple of length two) where the first element represents the primal output "
            f"(equal to the output of the custom_vjp-decorated function {fun}) and the " + _RESIDUALS +
            "instead the fwd rule output's first element had ")
    after = f"while the custom_vjp-decorated function {fun} had output "
    if got[0] != expected[0]:
        raise TypeError(f"{pair}container/pytree structure:\n    {_shown(*got)}\n{after}container/pytree structure:\n    "
                        f"{_shown(*expected)}.")
    if not all(typematch(a, b) for a, b in zip(got[1], expected[1])):
        raise TypeError(f"{pair}shapes/dtypes of:\n    {_shown(*got)}\n{after}shapes/dtypes of:\n    {_shown(*expected)}")


class _Residuals:
    """The residuals of a forward rule: a tree some of whose leaves are arrays."""

    def __init__(self, tree):
        self.leaves, self.tree = tree_flatten(tree)
        self.at = [i for i, x in enumerate(self.leaves) if is_array(x)]
        self.arrays = [native.array(self.leaves[i]) for i in self.at]
        self.avals = [native.aval(x) for x in self.arrays]

    def unflatten(self, arrays):
        full = list(self.leaves)
        for i, x in zip(self.at, arrays):
            full[i] = x
        return self.tree.unflatten(full)


def _stage_fwd(self, c):
    """The forward rule: arguments -> results, residuals.  (staged, (structure, avals, residuals))."""
    def body(*arrays):
        if self.symbolic_zeros:
            arrays = [CustomVJPPrimal(x, p) for x, p in zip(arrays, c.perturbed)]
        pair = self.fwd(*c.full(c.tree.unflatten(arrays)))
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            name = native.origin(self.fwd)[0]
            raise TypeError(f"Custom VJP fwd rule {name} for function {c.name} must produce a pair (list or tuple of length two) "
                            "where the first element represents the primal output (equal to those of the custom_vjp-decorated "
                            f"function {c.name}) and the {_RESIDUALS}instead of a pair the fwd rule {name} produced {said(pair)}.")
        out, tree = tree_flatten(pair[0])
        out = check_results(self.fwd, "custom_vjp", pair[0], out)
        residuals = _Residuals(pair[1])
        return out + residuals.arrays, (tree, [native.aval(x) for x in out], residuals)

    return c.stage(body, c.avals, c.depth - 1, self.fwd)


def _stage_bwd(self, c, tree, avals, residuals):
    """The backward rule: residuals, cotangents -> cotangents of the arguments of floating type."""
    n = len(residuals.avals)

    def body(*arrays):
        rest = iter(arrays[n:])
        cts = [next(rest) if is_inexact(a) else Float0Zeros(a.shape) for a in avals]
        given = self.bwd(*c.static, residuals.unflatten(arrays[:n]), tree.unflatten(cts))
        return _cotangents(c, given), None

    types = residuals.avals + [a.strip_weak_type() for a in avals if is_inexact(a)]
    return c.stage(body, types, c.depth - 1, self.bwd)[0]


def _is_none(x):
    return x is None


def _flat_cotangents(c, given):
    """For each leaf of the arguments what bwd gave for it; None for zeros."""
    if isinstance(given, list) and len(given) == len(c.dynamic):
        given = tuple(given)
    full = c.tree.unflatten([0] * c.tree.num_leaves)
    if isinstance(given, tuple) and len(given) == len(full):
        try:
            return [x for g, f in zip(given, full) for x in _flat_cotangent(g, f)]
        except (ValueError, TypeError):
            pass
    raise TypeError("Custom VJP bwd rule must produce an output with the same container (pytree) structure as the args tuple of "
                    "the primal function, and in particular must produce a tuple of length equal to the number of arguments to "
                    f"the primal function, but got bwd output structure {tree_structure(given)} for primal input structure "
                    f"{c.tree}.")


def _flat_cotangent(given, full):
    from _cjax import tree as native_tree
    leaves = native_tree.broadcast_prefix(given, full, _is_none)
    if not leaves and tree_structure(given, _is_none).num_leaves:
        raise ValueError
    return leaves


def _cotangents(c, given):
    paths = [keystr(p) for p, _ in tree_flatten_with_path(c.tree.unflatten(list(range(len(c.avals)))))[0]]
    out = []
    for x, a, path in zip(_flat_cotangents(c, given), c.avals, paths):
        if not is_inexact(a):
            continue
        if x is None or isinstance(x, (SymbolicZero, Float0Zeros)):
            out.append(native.zeros(a))
            continue
        got = native.aval(x)
        if got is None:
            raise TypeError(f"Value {x!r} of type {type(x)} is not a valid JAX type")
        if got.shape != a.shape or got.dtype != a.dtype:
            extra = ", so the dtypes do not match" if got.dtype != a.dtype else ""
            extra += (", and" if extra else ", so") + " the shapes do not match" if got.shape != a.shape else ""
            raise ValueError("Custom VJP bwd rule must produce an output with the same type as the args tuple of the primal "
                             f"function, but at output{path} the bwd rule produced an output of type {got.str_short()} "
                             f"corresponding to an input of type {a.str_short()}{extra}")
        out.append(native.array(x))
    return out


#===-- custom_gradient ------------------------------------------------------------------===#


def custom_gradient(fun):
    """Decorator: fun gives its value and the function that pulls cotangents back."""
    def primal(*args, **kwargs):
        return fun(*args, **kwargs)[0]

    wrapped = custom_vjp(wraps_like(primal, fun))

    def fwd(*args):
        result, rule = fun(*args)
        leaves, tree = tree_flatten(result)
        leaves = check_results(fun, "custom_gradient", result, leaves)
        avals = [native.aval(x).strip_weak_type() for x in leaves]

        def body(*cts):
            given = rule(tree.unflatten(cts))
            given = tuple(given) if isinstance(given, (tuple, list)) else (given,)
            out, given_tree = tree_flatten(given)
            return [native.array(x) for x in out], given_tree

        staged, given_tree = native.stage(body, avals, "grad", "custom_gradient", rule, None)
        return result, (_Static((staged, given_tree)), native.captures(staged))

    def bwd(residuals, ct):
        staged, given_tree = residuals[0].value
        return given_tree.unflatten(native.call_with(staged, tree_leaves(ct), residuals[1]))

    wrapped.defvjp(fwd, bwd)
    return wrapped


class _Static:
    def __init__(self, value):
        self.value = value


def closure_convert(fun, *example_args):
    """fun as a function of further arguments, the values of floating type that it closes over; and those."""
    leaves, avals, tree = leaves_of(fun, example_args, {})
    out = []

    def body(*arrays):
        result = fun(*tree.unflatten(arrays)[0])
        leaves, out_tree = tree_flatten(result)
        out.append(out_tree)
        return check_results(fun, "closure_convert", result, leaves), None

    staged, _ = native.stage(body, avals, "grad", "closure_convert", fun, None)
    captured = native.captures(staged)
    moved = [i for i, (x, p) in enumerate(zip(captured, native.perturbed(captured))) if p]

    def converted(*args):
        n = len(args) - len(moved)
        args, consts = args[:n], args[n:]
        flat, given = tree_flatten((args, {}))
        if given != tree:
            raise TypeError("The inputs to the closure produced by closure_convert must have the same Pytree structure as the "
                            f"example arguments passed when closure_convert was called. Expected {tree}, but got {given}")
        values = list(captured)
        for i, x in zip(moved, consts):
            values[i] = x
        return out[0].unflatten(native.call_with(staged, [native.convert(x, a) for x, a in zip(flat, avals)], values))

    return converted, [captured[i] for i in moved]
