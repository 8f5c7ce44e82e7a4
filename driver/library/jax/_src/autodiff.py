"""Derivatives: grad, value_and_grad, vjp, jvp, linearize."""

from _cjax import lax as native_lax
from _cjax import transform as native
from jax._src.core import (argument_paths, check_callable, check_results, dtype_of, is_array, is_inexact, leaves_of,
                           shape_of, wraps_like)
from jax.tree_util import Partial, tree_flatten, tree_leaves


def _argnums_tuple(argnums):
    return (argnums,) if isinstance(argnums, int) else tuple(argnums)


def _as_index(argnums):
    if isinstance(argnums, (list, tuple)):
        return tuple(i.__index__() for i in argnums)
    return argnums.__index__()


def partial_of(fun, argnums, args, kwargs):
    """fun as a function of the arguments at argnums, and those arguments as a tuple."""
    args = list(args)
    nums = [i + len(args) if i < 0 else i for i in _argnums_tuple(argnums)]
    if any(i < 0 for i in nums):
        raise ValueError("Positional argument indices, e.g. for `static_argnums`, must have value greater than or equal "
                         f"to -len(args) and less than len(args), but got value of {argnums} for len(args) == {len(args)}.")

    def f_partial(*chosen):
        full = list(args)
        for i, x in zip(nums, chosen):
            full[i] = x
        return fun(*full, **kwargs)

    f_partial.__wrapped__ = fun
    return f_partial, tuple(args[i] for i in nums)


class _Staged:
    """A function of arrays staged for differentiation: its flat results, then the arrays of its auxiliary data."""

    def __init__(self, fun, primals, has_aux, transform, check=None):
        leaves, avals, in_tree = leaves_of(fun, primals, {})
        self.arrays = [native.array(x) for x in leaves]
        self.in_avals = avals
        self.in_tree = in_tree

        def body(*arrays):
            args, _ = in_tree.unflatten(arrays)
            result, aux = fun(*args), ()
            if has_aux:
                if not isinstance(result, (tuple, list)) or len(result) != 2:
                    raise TypeError("expected function with aux output to return a two-element tuple, but got type "
                                    f"{type(result)} with value {result!r}")
                result, aux = result
            if check is not None:
                check(result)
            out, self.out_tree = tree_flatten(result)
            self.aux, self.aux_tree = tree_flatten(aux)
            self.aux_at = [i for i, x in enumerate(self.aux) if is_array(x)]
            return check_results(fun, transform, result, out) + [self.aux[i] for i in self.aux_at], None

        paths = argument_paths(getattr(fun, "__wrapped__", fun), primals, {})
        self.staged, _ = native.stage(body, avals, "grad", transform, getattr(fun, "__wrapped__", fun), paths)
        self.avals = native.out_avals(self.staged)
        self.nout = self.out_tree.num_leaves

    def result(self, values):
        return self.out_tree.unflatten(values[:self.nout])

    def auxiliary(self, values):
        for i, x in zip(self.aux_at, values[self.nout:]):
            self.aux[i] = x
        return self.aux_tree.unflatten(self.aux)

    def cotangents(self, given):
        """given: for each result; with zeros for the auxiliary ones, of floating type only."""
        cts = [ct for ct, a in zip(given, self.avals) if is_inexact(a)]
        return cts + [zeros(a) for a in self.avals[self.nout:] if is_inexact(a)]


def zeros(aval):
    return native_lax.full(aval.shape, 0, aval.dtype)


class Float0Zeros:
    """The tangent of integers: nothing."""

    def __init__(self, shape):
        self.shape, self.ndim, self.dtype = shape, len(shape), "float0"

    def __repr__(self):
        return f"zeros({self.shape}, dtype=float0)"


#===-- grad ------------------------------------------------------------------------===#


def _check_grad_input(x, holomorphic, allow_int, name="grad"):
    aval = native.aval(x)
    if aval is None:
        raise TypeError(f"Argument '{x}' of type {type(x)} is not a valid JAX type.")
    kind = aval.dtype.kind
    if holomorphic and kind != "c":
        raise TypeError(f"{name} with holomorphic=True requires inputs with complex dtype, but got {aval.dtype}.")
    if not is_inexact(aval) and not allow_int:
        raise TypeError(f"{name} requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), "
                        f"but got {aval.dtype}. If you want to use Boolean- or integer-valued inputs, use vjp or set "
                        "allow_int to True.")


def _check_scalar(x):
    message = "Gradient only defined for scalar-output functions. Output "
    aval = native.aval(x) if not isinstance(x, (tuple, list, dict)) else None
    if aval is None:
        raise TypeError(message + f"was {x}.")
    if aval.shape != ():
        raise TypeError(message + f"had shape: {aval.shape}.")


def _check_grad_output(x, holomorphic, name="grad"):
    dtype = dtype_of(x)
    if holomorphic:
        if dtype.kind != "c":
            raise TypeError(f"{name} with holomorphic=True requires outputs with complex dtype, but got {dtype}.")
    elif dtype.kind == "c":
        raise TypeError(f"{name} requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got "
                        f"{dtype}. For holomorphic differentiation, pass holomorphic=True. For differentiation of "
                        "non-holomorphic functions involving complex outputs, use jax.vjp directly.")
    elif not is_inexact(native.aval(x)):
        raise TypeError(f"{name} requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got "
                        f"{dtype}. For differentiation of functions with integer outputs, use jax.vjp directly.")


def value_and_grad(fun, argnums=0, has_aux=False, holomorphic=False, allow_int=False, reduce_axes=()):
    """A function that gives fun's value and its gradient with respect to the arguments at argnums."""
    check_callable(fun)
    argnums = _as_index(argnums)

    def check(result):
        _check_scalar(result)
        _check_grad_output(result, holomorphic)

    def value_and_grad_f(*args, **kwargs):
        highest = argnums if isinstance(argnums, int) else max(argnums)
        if highest >= len(args):
            raise TypeError(f"differentiating with respect to argnums={argnums} requires at least {highest + 1} positional "
                            f"arguments to be passed by the caller, but got only {len(args)} positional arguments.")
        f_partial, primals = partial_of(fun, argnums, args, kwargs)
        for leaf in tree_leaves(primals):
            _check_grad_input(leaf, holomorphic, allow_int)
        s = _Staged(f_partial, primals, has_aux, "grad", check)
        one = native_lax.full((), 1, s.avals[0].dtype)
        wrt = [i for i, a in enumerate(s.in_avals) if is_inexact(a)]
        values = native.vjp(s.staged, s.arrays, wrt, s.cotangents([one]))
        grads = _with_float0(s, wrt, values[len(s.avals):])
        value = s.result(values)
        g = s.in_tree.unflatten(grads)[0]
        return (value, s.auxiliary(values)) if has_aux else value, g[0] if isinstance(argnums, int) else g

    return wraps_like(value_and_grad_f, fun)


def _with_float0(s, wrt, cts):
    if len(wrt) == len(s.in_avals):
        return cts
    at = dict(zip(wrt, cts))
    return [at[i] if i in at else Float0Zeros(a.shape) for i, a in enumerate(s.in_avals)]


def grad(fun, argnums=0, has_aux=False, holomorphic=False, allow_int=False, reduce_axes=()):
    """A function that gives fun's gradient with respect to the arguments at argnums."""
    both = value_and_grad(fun, argnums, has_aux, holomorphic, allow_int)

    def grad_f(*args, **kwargs):
        value, g = both(*args, **kwargs)
        return (g, value[1]) if has_aux else g

    return wraps_like(grad_f, fun)


#===-- vjp ------------------------------------------------------------------------===#


class _PullBack:
    """The linear function that jax.vjp returns: of residuals, then the cotangent of the result."""

    def __init__(self, staged, linear):
        self.linear, self.out_tree, self.in_tree = linear, staged.out_tree, staged.in_tree
        self.staged = staged
        self.wrt = [i for i, a in enumerate(staged.in_avals) if is_inexact(a)]

    def __call__(self, *args):
        *residuals, ct = args
        leaves, tree = tree_flatten(ct)
        if tree != self.out_tree:
            raise ValueError(f"unexpected tree structure.\n\nThe argument to a VJP function returned by `jax.vjp` must match "
                             f"the pytree structure of the differentiated function's output.\nExpected {self.out_tree}, got "
                             f"{tree}.")
        arrays = []
        for x, a in zip(leaves, self.staged.avals):
            if is_inexact(a):
                _check_cotangent(x, a)
                arrays.append(native.convert(x, a))
            else:
                arrays.append(x)
        cts = native.call(self.linear, residuals + self.staged.cotangents(arrays))
        return self.in_tree.unflatten(_with_float0(self.staged, self.wrt, cts))[0]


def _check_cotangent(x, expected):
    got = native.aval(x)
    if got is None or got.shape != expected.shape or got.dtype != expected.dtype:
        text = type(x).__name__ if got is None else got.str_short()
        raise ValueError(f"unexpected JAX type (e.g. shape/dtype) for argument to VJP function: got {text}, but expected "
                         f"{expected.str_short()} because the corresponding output of the differentiated function had JAX "
                         f"type {expected.str_short()}")


def vjp(fun, *primals, has_aux=False, reduce_axes=()):
    """fun's value and the function that pulls cotangents of it back to the primals."""
    check_callable(fun)
    s = _Staged(fun, primals, has_aux, "vjp")
    wrt = [i for i, a in enumerate(s.in_avals) if is_inexact(a)]
    forward, pull, count = native.linearize(s.staged, wrt, False)
    values = native.call(forward, s.arrays)
    n = len(s.avals)
    pull_back = Partial(_PullBack(s, pull), *values[n:n + count])
    if has_aux:
        return s.result(values), pull_back, s.auxiliary(values[:n])
    return s.result(values), pull_back


#===-- jvp ------------------------------------------------------------------------===#


def _check_tangents(primals, tangents, avals):
    for x, t, a in zip(primals, tangents, avals):
        if isinstance(t, Float0Zeros) or not is_inexact(a):
            if isinstance(t, Float0Zeros) or (is_array(t) and str(dtype_of(t)) == "float0"):
                continue
            raise _tangent_dtype(a.dtype, "float0", dtype_of(t))
        if dtype_of(t) != a.dtype:
            raise _tangent_dtype(a.dtype, a.dtype, dtype_of(t))
        if shape_of(t) != a.shape:
            raise ValueError(f"jvp called with different primal and tangent shapes;Got primal shape {a.shape} and tangent "
                             f"shape as {shape_of(t)}")


def _tangent_dtype(primal, expected, got):
    return TypeError("primal and tangent arguments to jax.jvp do not match; dtypes must be equal, or in case of int/bool "
                     f"primal dtype the tangent dtype must be float0.Got primal dtype {primal} and so expected tangent "
                     f"dtype {expected}, but got tangent dtype {got} instead.")


def _out_tangents(s, values):
    """A tangent for each result: those of floating type are in values."""
    values = iter(values)
    return [next(values) if is_inexact(a) else Float0Zeros(a.shape) for a in s.avals[:s.nout]]


def jvp(fun, primals, tangents, has_aux=False):
    """fun's value and its derivative along the tangents."""
    check_callable(fun)
    if not isinstance(primals, (tuple, list)) or not isinstance(tangents, (tuple, list)):
        raise TypeError("primal and tangent arguments to jax.jvp must be tuples or lists; found "
                        f"{type(primals).__name__} and {type(tangents).__name__}.")
    primals, tangents = tuple(primals), tuple(tangents)
    leaves, tree = tree_flatten(primals)
    given, tangent_tree = tree_flatten(tangents)
    if tree != tangent_tree:
        raise TypeError("primal and tangent arguments to jax.jvp must have the same tree structure; primals have tree "
                        f"structure {tree} whereas tangents have tree structure {tangent_tree}.")
    avals = leaves_of(fun, primals, {})[1]
    _check_tangents(leaves, given, avals)
    s = _Staged(fun, primals, has_aux, "jvp")
    wrt = [i for i, a in enumerate(avals) if is_inexact(a)]
    values = native.jvp(s.staged, s.arrays, wrt, [native.convert(given[i], avals[i]) for i in wrt])
    n = len(s.avals)
    out = s.result(values), s.out_tree.unflatten(_out_tangents(s, values[n:]))
    return (*out, s.auxiliary(values[:n])) if has_aux else out


class _PushForward:
    """The linear function that jax.linearize returns: of residuals, then the tangents."""

    def __init__(self, staged, linear, wrt):
        self.staged, self.linear, self.wrt = staged, linear, wrt

    def __call__(self, *args):
        count = self.count
        residuals, tangents = list(args[:count]), args[count:]
        s = self.staged
        leaves, tree = tree_flatten((tangents, {}))
        if tree != s.in_tree:
            raise TypeError(f"linearized function called on tangent values with tree structure {tree}, but expected "
                            f"{s.in_tree}")
        for i in self.wrt:
            got = native.aval(leaves[i])
            if got is None or got.shape != s.in_avals[i].shape or got.dtype != s.in_avals[i].dtype:
                raise ValueError("linearized function called on tangent values inconsistent with the original primal values: "
                                 f"got tangent aval {got!r} for primal aval {s.in_avals[i]!r} but expected "
                                 f"{s.in_avals[i]!r}")
        values = native.call(self.linear, residuals + [native.convert(leaves[i], s.in_avals[i]) for i in self.wrt])
        return s.out_tree.unflatten(_out_tangents(s, values))


def linearize(fun, *primals, has_aux=False):
    """fun's value, and its derivative at the primals as a function of tangents."""
    check_callable(fun)
    s = _Staged(fun, primals, has_aux, "linearize")
    wrt = [i for i, a in enumerate(s.in_avals) if is_inexact(a)]
    forward, linear, count = native.linearize(s.staged, wrt, True)
    values = native.call(forward, s.arrays)
    n = len(s.avals)
    push = _PushForward(s, linear, wrt)
    push.count = count
    push = Partial(push, *values[n:n + count])
    if has_aux:
        return s.result(values), push, s.auxiliary(values[:n])
    return s.result(values), push
