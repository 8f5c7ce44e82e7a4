"""Derivatives: grad, value_and_grad, vjp, jvp, linearize."""

from _cjax import lax as native_lax
from operator import index

from _cjax import transform as native
from jax._src.core import (argument_paths, check_callable, check_results, dtype_of, is_array, is_inexact, leaves_of,
                           said, shape_of, wraps_like)
from jax._src.float0 import Float0Zeros
from jax._src.late import collecting
from jax._src.refs import NoWrites
from jax._src.scoped import has_checks, watching
from jax.tree_util import Partial, tree_flatten, tree_leaves


def _argnums_tuple(argnums):
    return (argnums,) if isinstance(argnums, int) else tuple(argnums)


def _as_index(argnums):
    if isinstance(argnums, (list, tuple)):
        return tuple(index(i) for i in argnums)
    return index(argnums)


def partial_of(fun, argnums, args, kwargs):
    """fun as a function of the arguments at argnums, and those arguments as a tuple."""
    args = list(args)
    nums = [i + len(args) if i < 0 else i for i in _argnums_tuple(argnums)]
    for i, n in zip(_argnums_tuple(argnums), nums):
        if n < 0:
            raise ValueError("Positional argument indices, e.g. for `static_argnums`, must have value greater than or equal to "
                             f"-len(args) and less than len(args), but got value {i} for len(args) == {len(args)}.")

    def f_partial(*chosen):
        full = list(args)
        for i, x in zip(nums, chosen):
            full[i] = x
        return fun(*full, **kwargs)

    f_partial.__wrapped__ = fun
    return f_partial, tuple(args[i] for i in nums)


class Staged:
    """A function of arrays staged for differentiation: the arrays among its results and its auxiliary data.

    `late`, where the caller takes them, are callbacks that change the program's objects: their arguments are results too.
    """

    def __init__(self, fun, primals, has_aux, transform, late=None):
        leaves, avals, in_tree = leaves_of(fun, primals, {})
        self.arrays = [native.array(x) for x in leaves]
        self.in_avals = avals
        self.in_tree = in_tree

        def body(*arrays):
            args, _ = in_tree.unflatten(arrays)
            with NoWrites(), collecting(late):
                result, aux = fun(*args), ()
            if has_aux:
                if not isinstance(result, (tuple, list)) or len(result) != 2:
                    raise TypeError("expected function with aux output to return a two-element tuple, but got type "
                                    f"{type(result)} with value {result}")
                result, aux = result
            out, self.out_tree = tree_flatten(result)
            arrays = check_results(fun, transform, result, out)
            self.out, self.out_at = out, [i for i, x in enumerate(out) if is_array(x)]
            self.out_avals = [native.aval(x) for x in arrays]
            self.aux, self.aux_tree = tree_flatten(aux)
            self.aux_at = [i for i, x in enumerate(self.aux) if is_array(x)]
            self.late, self.late_tree = tree_flatten(late if late else [])
            self.late_at = [i for i, x in enumerate(self.late) if is_array(x)]
            return ([arrays[i] for i in self.out_at] + [self.aux[i] for i in self.aux_at] +
                    [self.late[i] for i in self.late_at]), None

        paths = argument_paths(getattr(fun, "__wrapped__", fun), primals, {})
        self.staged, _ = native.stage(body, avals, "grad", transform, getattr(fun, "__wrapped__", fun), paths,
                                      tuple(self.arrays))
        self.avals = native.out_avals(self.staged)
        self.wrt = [i for i, a in enumerate(avals) if is_inexact(a)]

    def result(self, values):
        """The function's result: numbers that do not depend on its arguments stay what they are."""
        out = list(self.out)
        for i, x in zip(self.out_at, values):
            out[i] = x
        return self.out_tree.unflatten(out)

    def auxiliary(self, values):
        aux = list(self.aux)
        for i, x in zip(self.aux_at, values[len(self.out_at):len(self.avals)]):
            aux[i] = x
        return self.aux_tree.unflatten(aux)

    def call_late(self, values):
        """The callbacks that were left for when the values are there."""
        from jax._src.callbacks import debug_callback
        late = list(self.late)
        for i, x in zip(self.late_at, values[len(self.out_at) + len(self.aux_at):len(self.avals)]):
            late[i] = x
        for callback, args, kwargs in self.late_tree.unflatten(late):
            debug_callback(callback, *args, **kwargs)

    def cotangents(self, given):
        """given: for each result; those of the arrays of floating type, with zeros for the auxiliary ones."""
        cts = [given[i] for i in self.out_at if is_inexact(self.out_avals[i])]
        return cts + [native.zeros(a) for a in self.avals[len(self.out_at):] if is_inexact(a)]

    def arguments(self, cts):
        """The trees of the arguments, of cotangents for those of floating type."""
        if len(self.wrt) < len(self.in_avals):
            at = dict(zip(self.wrt, cts))
            cts = [at[i] if i in at else Float0Zeros(a.shape) for i, a in enumerate(self.in_avals)]
        return self.in_tree.unflatten(cts)[0]

    def tangents(self, values):
        """The tree of the result, of tangents: `values` has those of the arrays of floating type."""
        values, at = iter(values), set(self.out_at)
        leaves = []
        for i, a in enumerate(self.out_avals):
            if not is_inexact(a):
                leaves.append(Float0Zeros(a.shape))
            else:
                leaves.append(next(values) if i in at else native.zeros(a))
        return self.out_tree.unflatten(leaves)


#===-- grad ------------------------------------------------------------------------===#


def _check_grad_input(x, holomorphic, allow_int, name="grad"):
    aval = native.aval(x)
    if aval is None:
        raise TypeError(f"Argument '{x}' of type {type(x)} is not a valid JAX type.")
    kind = aval.dtype.kind
    if holomorphic and kind != "c":
        raise TypeError(f"{name} with holomorphic=True requires inputs with complex dtype, but got {aval.dtype}.")
    if name == "jacfwd" and not holomorphic and (kind == "c" or not is_inexact(aval)):
        raise TypeError("jacfwd requires real-valued inputs (input dtype that is a sub-dtype of np.floating), but got "
                        f"{aval.dtype}. For holomorphic differentiation, pass holomorphic=True. For differentiation of "
                        "non-holomorphic functions involving complex inputs or integer inputs, use jax.jvp directly.")
    if not is_inexact(aval) and not allow_int:
        raise TypeError(f"{name} requires real- or complex-valued inputs (input dtype that is a sub-dtype of np.inexact), "
                        f"but got {aval.dtype}. If you want to use Boolean- or integer-valued inputs, use vjp or set "
                        "allow_int to True.")


def _check_scalar(s):
    message = "Gradient only defined for scalar-output functions. Output "
    if s.out_tree.num_nodes != 1 or s.out_tree.num_leaves != 1:
        raise TypeError(message + f"was {s.result(native.call(s.staged, s.arrays))}.")
    if s.out_avals[0].shape != ():
        raise TypeError(message + f"had shape: {s.out_avals[0].shape}.")


def _check_grad_output(aval, holomorphic, name="grad"):
    dtype = aval.dtype
    if holomorphic:
        if dtype.kind != "c":
            raise TypeError(f"{name} with holomorphic=True requires outputs with complex dtype, but got {dtype}.")
    elif dtype.kind == "c":
        raise TypeError(f"{name} requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got "
                        f"{dtype}. For holomorphic differentiation, pass holomorphic=True. For differentiation of "
                        "non-holomorphic functions involving complex outputs, use jax.vjp directly.")
    elif not is_inexact(aval):
        raise TypeError(f"{name} requires real-valued outputs (output dtype that is a sub-dtype of np.floating), but got "
                        f"{dtype}. For differentiation of functions with integer outputs, use jax.vjp directly.")


def value_and_grad(fun, argnums=0, has_aux=False, holomorphic=False, allow_int=False, reduce_axes=()):
    """A function that gives fun's value and its gradient with respect to the arguments at argnums."""
    check_callable(fun)
    argnums = _as_index(argnums)

    def value_and_grad_f(*args, **kwargs):
        if has_checks(fun):
            return watching[1].differentiated(value_and_grad, fun, has_aux, (argnums, holomorphic, allow_int), args, kwargs)
        highest = argnums if isinstance(argnums, int) else max(argnums)
        if highest >= len(args):
            raise TypeError(f"differentiating with respect to argnums={argnums} requires at least {highest + 1} positional "
                            f"arguments to be passed by the caller, but got only {len(args)} positional arguments.")
        f_partial, primals = partial_of(fun, argnums, args, kwargs)
        for leaf in tree_leaves(primals):
            _check_grad_input(leaf, holomorphic, allow_int)
        s = Staged(f_partial, primals, has_aux, "grad", [])
        _check_scalar(s)
        _check_grad_output(s.out_avals[0], holomorphic)
        one = native_lax.full((), 1, s.out_avals[0].dtype)
        values = native.vjp(s.staged, s.arrays, s.wrt, s.cotangents([one]))
        if s.late:
            s.call_late(values)
        value, g = s.result(values), s.arguments(values[len(s.avals):])
        return (value, s.auxiliary(values)) if has_aux else value, g[0] if isinstance(argnums, int) else g

    return wraps_like(value_and_grad_f, fun)


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

    def __init__(self, fun, staged, linear):
        self.origin, self.staged, self.linear = native.origin(fun)[1], staged, linear

    def __call__(self, *args):
        *residuals, ct = args
        leaves, tree = tree_flatten(ct)
        if tree != self.staged.out_tree:
            raise ValueError(f"unexpected tree structure.\n\nThe argument to a VJP function returned by `jax.vjp` must match the "
                             f"pytree\nstructure of the differentiated function {self.origin}.\n\nExpected "
                             f"{self.staged.out_tree}, got {tree}.")
        arrays = []
        for x, a in zip(leaves, self.staged.out_avals):
            if is_inexact(a):
                _check_cotangent(x, a)
                arrays.append(native.convert(x, a))
            else:
                arrays.append(x)
        cts = native.call(self.linear, residuals + self.staged.cotangents(arrays))
        return self.staged.arguments(cts)


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
    s = Staged(fun, primals, has_aux, "vjp")
    forward, pull, count = native.linearize(s.staged, s.wrt, False)
    values = native.call(forward, s.arrays)
    n = len(s.avals)
    pull_back = Partial(_PullBack(fun, s, pull), *values[n:n + count])
    if has_aux:
        return s.result(values), pull_back, s.auxiliary(values)
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
    s = Staged(fun, primals, has_aux, "jvp")
    values = native.jvp(s.staged, s.arrays, s.wrt, [native.convert(given[i], avals[i]) for i in s.wrt])
    out = s.result(values), s.tangents(values[len(s.avals):])
    return (*out, s.auxiliary(values)) if has_aux else out


class _PushForward:
    """The linear function that jax.linearize returns: of residuals, then the tangents."""

    def __init__(self, staged, linear, count):
        self.staged, self.linear, self.count = staged, linear, count

    def __call__(self, *args):
        residuals, tangents, s = list(args[:self.count]), args[self.count:], self.staged
        leaves, tree = tree_flatten((tangents, {}))
        if tree != s.in_tree:
            raise TypeError(f"expected {s.in_tree.children()[0]}, got {tree.children()[0]}")
        for i in s.wrt:
            got = native.aval(leaves[i])
            if got is None or got.shape != s.in_avals[i].shape or got.dtype != s.in_avals[i].dtype:
                raise ValueError("linearized function called on tangent values inconsistent with the original primal values:\n"
                                 f"Got tangent aval {got} for primal aval {s.in_avals[i].str_short()} but expected "
                                 f"{s.in_avals[i].str_short()}.")
        values = native.call(self.linear, residuals + [native.convert(leaves[i], s.in_avals[i]) for i in s.wrt])
        return s.tangents(values)


def linearize(fun, *primals, has_aux=False):
    """fun's value, and its derivative at the primals as a function of tangents."""
    check_callable(fun)
    s = Staged(fun, primals, has_aux, "linearize")
    forward, linear, count = native.linearize(s.staged, s.wrt, True)
    values = native.call(forward, s.arrays)
    n = len(s.avals)
    push = Partial(_PushForward(s, linear, count), *values[n:n + count])
    if has_aux:
        return s.result(values), push, s.auxiliary(values)
    return s.result(values), push


#===-- transposes ----------------------------------------------------------------------===#


class _Transposed:
    """The function that jax.linear_transpose returns, of the cotangent of the result."""

    def __init__(self, fun, primals):
        leaves, self.tree = tree_flatten((primals, {}))
        self.fun, self.in_avals = fun, [_abstract(x) for x in leaves]

        def body(*arrays):
            args, _ = self.tree.unflatten(arrays)
            result = fun(*args)
            out, self.out_tree = tree_flatten(result)
            out = check_results(fun, "linear_transpose", result, out)
            self.out_avals = [native.aval(x) for x in out]
            return out, None

        self.staged, _ = native.stage(body, self.in_avals, "jit", "linear_transpose", fun, None)
        if len({is_inexact(a) for a in self.in_avals + self.out_avals}) > 1:
            raise TypeError("linear_transpose only supports [float or complex] -> [float or complex], and integer -> integer "
                            f"functions, but got {_dtypes(self.in_avals)} -> {_dtypes(self.out_avals)}.")

    def __call__(self, ct):
        cts, tree = tree_flatten(ct)
        if tree != self.out_tree:
            raise TypeError("cotangent tree does not match function output, expected {} but got {}".format(self.out_tree, tree))
        for x, a in zip(cts, self.out_avals):
            got = native.aval(x)
            if got is None or got.shape != a.shape or got.dtype != a.dtype:
                raise TypeError(f"cotangent type does not match function output, expected {a!r} but got {got!r}")
        pull, mask = native.transpose(self.staged)
        args = [native.convert(x, a) for x, a in zip(cts, self.out_avals)]
        given = iter(native.call(pull, native.captures(self.staged) + args))
        out = [next(given) if m else native.zeros(a) for m, a in zip(mask, self.in_avals)]
        if all(native.aval(x).weak_type for x in cts):
            out = [native.convert(x, a) for x, a in zip(out, self.in_avals)]
        return self.tree.unflatten(out)[0]


def _dtypes(avals):
    return repr([a.dtype for a in avals])


def _abstract(x):
    aval = native.aval(x)
    if aval is None and hasattr(x, "shape") and hasattr(x, "dtype"):
        return native.make_aval(tuple(x.shape), x.dtype, False)
    if aval is None:
        raise TypeError(f"Argument '{x}' of type '{type(x)}' is not a valid JAX type")
    return aval


def linear_transpose(fun, *primals, reduce_axes=()):
    """The transpose of a function that is linear in the primals, of which only the types count."""
    check_callable(fun)
    return Partial(_Transposed(fun, primals))
