"""jax.experimental.checkify: checks whose result a staged function gives back as a value.

checkify(f) stages f twice: the first time to see which kinds of checks there are; the second time each kind has
references for whether one has failed, its message and its arguments, which control flow carries. Checks of nan, division
and indices stand behind the ops that `_cjax.watch` shows while they are staged.
"""

import functools

from _cjax import transform as native
from _cjax import watch as native_watch
from jax._src.core import wraps_like
from jax._src.scoped import Scoped, watching
from jax.tree_util import register_pytree_node, tree_flatten, tree_leaves, tree_map, tree_unflatten


class JaxRuntimeError(ValueError):
    """A check that failed."""


class JaxException(Exception):
    """What a check can find."""


class FailedCheckError(JaxException):
    """A check of the program's own."""


class DivisionByZeroError(JaxException):
    """A division by zero."""


class NaNError(JaxException):
    """A nan that an op gave."""


class OOBError(JaxException):
    """An index out of bounds."""


for _cls in (JaxRuntimeError, JaxException, FailedCheckError, DivisionByZeroError, NaNError, OOBError):
    _cls.__module__ = "jax._src.checkify"

ErrorCategory = type
user_checks = frozenset({FailedCheckError})
nan_checks = frozenset({NaNError})
index_checks = frozenset({OOBError})
div_checks = frozenset({DivisionByZeroError})
float_checks = nan_checks | div_checks
automatic_checks = float_checks | index_checks
all_checks = automatic_checks | user_checks
_LAST = 2 ** 31 - 1


class Error:
    """Of each kind of check the number of the first that failed (0: none), its message, its arguments."""

    def __init__(self, codes, texts, arguments, kinds, messages):
        self._codes, self._texts, self._arguments = codes, texts, arguments
        self._kinds, self._messages = kinds, messages

    def _text(self, number, arguments):
        """Message `number`, with the contents of its arguments."""
        kind, fmt, tree = self._messages[number]
        args, kwargs = tree_unflatten(tree, arguments[kind])
        return fmt.format(*args, **kwargs)

    def _first(self, codes, texts):
        """The message of the first check in the program that failed, or -1; both of a scalar."""
        import jax.numpy as jnp
        codes, texts = jnp.stack(codes), jnp.stack(texts)
        order = jnp.where(codes == 0, _LAST, codes)
        return jnp.where(order.min() == _LAST, -1, texts[jnp.argmin(order)])

    def get(self):
        """The message of the check that failed, or None."""
        if not self._messages:
            return None
        if self._codes[0].ndim:
            return self._get_mapped()
        first = self._first(self._codes, self._texts)
        for number in range(len(self._messages)):
            if first == number:
                return self._text(number, self._arguments)
        return None

    def _get_mapped(self):
        import itertools
        lines = []
        for at in itertools.product(*[range(n) for n in self._codes[0].shape]):
            first = self._first([x[at] for x in self._codes], [x[at] for x in self._texts])
            where = ", ".join(str(i) for i in at)
            for number in range(len(self._messages)):
                if first == number:
                    row = tree_map(lambda x: x[at], self._arguments)
                    lines.append(f"at mapped index {where}: {self._text(number, row)}")
        return "\n".join(lines) if lines else None

    def throw(self):
        """Raises JaxRuntimeError when a check failed."""
        check_error(self)

    def __str__(self):
        return f"Error({self.get()})"


register_pytree_node(Error, lambda e: ((e._codes, e._texts, e._arguments), (e._kinds, e._messages)),
                     lambda static, children: Error(*children, *static))


def _no_error():
    return Error((), (), (), (), ())


class _Checks:
    """The checks of a function that is being staged: first found, then recorded."""

    stack = []
    made = [0]

    def __init__(self, errors, dry=None):
        self.errors, self.refs, self.count = errors, None, 0
        self.kinds, self.messages, self.avals = (dry.kinds, dry.messages, dry.avals) if dry else ([], [], {})
        self.made[0] += 1
        self.id = self.made[0]
        if dry and self.kinds:
            from jax.ref import new_ref
            import jax.numpy as jnp
            self.refs = [(new_ref(jnp.int32(0)), new_ref(jnp.int32(0)),
                          [new_ref(jnp.zeros(a.shape, a.dtype)) for a in self.avals[kind]]) for kind in self.kinds]

    def __enter__(self):
        self.stack.append(self)
        self._outer = list(watching)
        watching[:] = [self.id, self]
        self._watched = native_watch.watch(self._see if self.errors & automatic_checks else None)

    def __exit__(self, *_):
        self.stack.pop()
        watching[:] = self._outer
        native_watch.watch(self._watched)

    def record(self, error, failed, fmt, arguments=((), {})):
        """One more check; failed: a scalar bool."""
        import jax.numpy as jnp
        leaves, tree = tree_flatten(arguments)
        leaves = [native.array(x) for x in leaves]
        avals = [native.aval(x).strip_weak_type() for x in leaves]
        kind = (error.__name__, *[str(a) for a in avals])
        if self.refs is None and kind not in self.kinds:
            self.kinds.append(kind)
            self.avals[kind] = avals
        at = self.kinds.index(kind)
        message = (at, fmt, tree)
        if message not in self.messages:
            self.messages.append(message)
        if self.refs is None:
            return
        self.count += 1
        code, text, refs = self.refs[at]
        first = (code[...] == 0) & failed
        for ref, x in zip(refs, leaves):
            ref[...] = jnp.where(first, x, ref[...])
        text[...] = jnp.where(first, jnp.int32(self.messages.index(message)), text[...])
        code[...] = jnp.where(first, jnp.int32(self.count), code[...])

    def _see(self, name, operands, results, lists):
        """Adds the checks behind an op."""
        import jax.numpy as jnp
        if OOBError in self.errors and name in _indexed:
            _indexed[name](self, operands, lists)
        if name == "div" and DivisionByZeroError in self.errors:
            self.record(DivisionByZeroError, jnp.any(operands[1] == 0), "division by zero")
        if NaNError not in self.errors or not (name in _nan_ops or name.startswith("scatter")):
            return
        found = [jnp.any(jnp.isnan(x)) for x in results if jnp.issubdtype(x.dtype, jnp.inexact)]
        if found and (OOBError in self.errors or name in _nan_ops):
            failed = functools.reduce(lambda a, b: a | b, found)
            self.record(NaNError, failed, f"nan generated by primitive: {_names.get(name, name)}.")

    def inside(self):
        """The checks of a function that is mapped or differentiated: of the same kinds, with references of their own."""
        inner = _Checks(self.errors, self if self.refs else None)
        inner.kinds, inner.messages, inner.avals, inner.count = self.kinds, self.messages, self.avals, self.count
        return inner

    def found(self):
        """What the references hold: codes, messages, arguments."""
        refs = self.refs or ()
        return (tuple(code[...] for code, _, _ in refs), tuple(text[...] for _, text, _ in refs),
                tuple(tuple(r[...] for r in args) for _, _, args in refs))

    def merge(self, found):
        """The checks that a function inside of this one has found."""
        import jax.numpy as jnp
        for (code, text, refs), new_code, new_text, arguments in zip(self.refs or (), *found):
            first = (code[...] == 0) & (new_code != 0)
            for ref, x in zip(refs, arguments):
                ref[...] = jnp.where(first, x, ref[...])
            text[...] = jnp.where(first, new_text, text[...])
            code[...] = jnp.where(first, new_code, code[...])

    def mapped(self, transform, fun, args, kwargs):
        """fun under vmap, and of each kind of check the first one of all elements."""
        import jax.numpy as jnp
        scoped = Scoped(self, fun)
        result, (codes, texts, arguments) = transform(scoped)(*args, **kwargs)
        with _Silent():
            at = [jnp.argmin(jnp.where(x == 0, _LAST, x)) for x in codes]
            self.merge(([x[i] for x, i in zip(codes, at)], [x[i] for x, i in zip(texts, at)],
                        [[x[i] for x in xs] for xs, i in zip(arguments, at)]))
        self.count = scoped.inner.count
        return result

    def differentiated(self, value_and_grad, fun, has_aux, options, args, kwargs):
        """value_and_grad of fun. What a derivative computes stands in no check."""
        if self.errors & float_checks:
            raise NotImplementedError("jax.experimental.checkify.checkify: nan_checks and div_checks of a derivative are not "
                                      "supported by cjax: use checkify on what is differentiated, or --trace-nan")
        scoped = Scoped(self, fun)

        def with_found(*xs, **keywords):
            result, found = scoped(*xs, **keywords)
            return (result[0], (result[1], found)) if has_aux else (result, (None, found))

        argnums, holomorphic, allow_int = options
        checked = _Checked(self, fun, with_found)
        (value, (aux, found)), g = value_and_grad(checked, argnums, True, holomorphic, allow_int)(*args, **kwargs)
        with _Silent():
            self.merge(found)
        self.count = scoped.inner.count
        return ((value, aux) if has_aux else value), g

    def error(self):
        if self.refs is None:
            return _no_error()
        return Error(*self.found(), tuple(self.kinds), tuple(self.messages))


class _Silent:
    """Where ops are not checked."""

    def __enter__(self):
        self._watched = native_watch.watch(None)

    def __exit__(self, *_):
        native_watch.watch(self._watched)


class _Checked(Scoped):
    """A function whose auxiliary result holds its checks."""

    def __init__(self, checks, fun, call):
        super().__init__(checks, fun)
        self.call = call

    def __call__(self, *args, **kwargs):
        return self.call(*args, **kwargs)


# The primitives that JAX checks for nan.
_nan_ops = frozenset(
    "acos acosh add asin asinh atan2 atan atanh bessel_i0e bessel_i1e cbrt conv_general_dilated cos cosh cumlogsumexp cummax "
    "cummin cumprod cumsum digamma div dot_general erf_inv erf erfc exp expm1 fft rfft irfft igamma_grad_a igamma igammac "
    "integer_pow lgamma log1p log logistic mul pad pow psum reduce_prod reduce_sum reduce_window_sum "
    "regularized_incomplete_beta rem rsqrt sin sinh sqrt sub tan tanh".split())
_names = {"rfft": "fft", "irfft": "fft", **{f"scatter_{x}": f"scatter-{x}" for x in ("add", "sub", "mul", "min", "max")}}


def _check_bounds(checks, shape, indices, axes, most):
    """That indices (..., n) of the axes lie in 0..most, axis by axis."""
    import jax.numpy as jnp
    if not indices.size:
        return
    axes, sizes = jnp.array(axes, "int32"), jnp.array(shape, "int32")
    outside = (indices < 0) | (indices > jnp.array(most, indices.dtype))
    at = jnp.argmax(outside.ravel())
    axis = axes[at % len(axes)]
    payload = jnp.stack([indices.ravel()[at].astype("int32"), axis, sizes[axis]])
    text = f"out-of-bounds indexing for array of shape {shape}: " + "index {0[0]} is out of bounds for axis {0[1]} with size {0[2]}. "
    checks.record(OOBError, jnp.any(outside), text, ((payload,), {}))


def _note_index(checks, _, known):
    import jax.numpy as jnp
    shape, axis = known["shape"], known["axis"]
    _check_bounds(checks, shape, jnp.array([known["index"]]), [axis], [shape[axis] - 1])


def _check_slice(checks, x, starts, sizes):
    import jax.numpy as jnp
    if starts:
        _check_bounds(checks, x.shape, jnp.stack(starts), range(x.ndim), [d - n for d, n in zip(x.shape, sizes)])


def _check_gather(checks, operands, lists):
    x, indices = operands
    axes, sizes = lists["start_index_map"], lists["slice_sizes"]
    if axes:
        _check_bounds(checks, x.shape, indices, axes, [x.shape[a] - sizes[a] for a in axes])


def _check_scatter(checks, operands, lists):
    x, indices, updates = operands
    windows = list(lists["update_window_dims"])
    gone = set(lists["inserted_window_dims"]) | set(lists["operand_batching_dims"])
    sizes = [1 if i in gone else updates.shape[windows.pop(0)] for i in range(x.ndim)]
    axes = lists["scatter_dims_to_operand_dims"]
    if axes:
        _check_bounds(checks, x.shape, indices, axes, [x.shape[a] - sizes[a] for a in axes])


_indexed = {
    "dynamic_slice": lambda checks, xs, lists: _check_slice(checks, xs[0], xs[1:], lists["slice_sizes"]),
    "dynamic_update_slice": lambda checks, xs, lists: _check_slice(checks, xs[0], xs[2:], xs[1].shape),
    "gather": _check_gather,
    "index": _note_index,
    **{name: _check_scatter for name in ("scatter", *_names) if name.startswith("scatter")},
}


def checkify(f, errors=user_checks):
    """f as a function that gives (error, result)."""
    errors = frozenset(errors)

    def staged(*args, **kwargs):
        import jax
        dry = _Checks(errors)
        leaves, tree = tree_flatten((args, kwargs))
        at = [i for i, x in enumerate(leaves) if native.aval(x) is not None]
        for i in at:
            leaves[i] = native.array(leaves[i])

        def again(*arrays):
            full = list(leaves)
            for i, x in zip(at, arrays):
                full[i] = x
            xs, keywords = tree_unflatten(tree, full)
            with dry:
                result = f(*xs, **keywords)
            return [x for x in tree_leaves(result) if native.aval(x) is not None]

        jax.eval_shape(again, *[leaves[i] for i in at])
        checks = _Checks(errors, dry)
        with checks:
            xs, keywords = tree_unflatten(tree, leaves)
            out = f(*xs, **keywords)
        return checks.error(), out

    return wraps_like(staged, f)


def _is_scalar_bool(pred):
    aval = native.aval(pred)
    return aval is not None and aval.shape == () and str(aval.dtype) == "bool"


def check(pred, msg, *fmt_args, debug=False, **fmt_kwargs):
    """That pred holds: part of the error where checkify is around it, else JaxRuntimeError."""
    if not _is_scalar_bool(pred):
        raise TypeError(f"check takes a scalar pred as argument, got {pred}")
    for leaf in tree_leaves((fmt_args, fmt_kwargs)):
        if not native.is_staged(leaf):
            raise TypeError("Formatting arguments to checkify.check need to be PyTrees of arrays, but got "
                            f"{leaf!r} of type {type(leaf)}.")
    _check(FailedCheckError, pred, msg + " (`check` failed)", (fmt_args, fmt_kwargs), debug)


def _check(error, pred, text, arguments, debug=False):
    """A check whose message is text, of one of the classes above or of the name of one."""
    takes = [checks for checks in _Checks.stack if error in checks.errors]
    if takes:
        import jax.numpy as jnp
        with _Silent():
            takes[-1].record(error, jnp.logical_not(pred), text, arguments)
        return
    if _Checks.stack or debug:
        return
    if not native.is_concrete(native.array(pred)):
        raise ValueError("Cannot abstractly evaluate a checkify.check which was not functionalized. This probably means you "
                         "tried to stage (jit/scan/pmap/...) a `check` without functionalizing it through "
                         "`checkify.checkify`.")
    if not pred:
        raise JaxRuntimeError(text.format(*arguments[0], **arguments[1]))


debug_check = functools.partial(check, debug=True)


def check_error(error):
    """Raises what an error has found, or makes it a check of the checkify around."""
    if not isinstance(error, Error):
        raise ValueError(f"check_error takes an Error as argument, got type {type(error)} instead.")
    if not error._messages:
        return
    import jax.numpy as jnp
    classes = {cls.__name__: cls for cls in (FailedCheckError, DivisionByZeroError, NaNError, OOBError)}
    if error._codes[0].ndim:
        _check(FailedCheckError, jnp.all(jnp.stack(error._codes) == 0), error.get() or "", ((), {}))
        return
    first = error._first(error._codes, error._texts)
    for number, (kind, fmt, tree) in enumerate(error._messages):
        _check(classes[error._kinds[kind][0]], first != number, fmt, tree_unflatten(tree, error._arguments[kind]))


def __getattr__(name):
    if name == "init_error":
        return _no_error()
    raise AttributeError(f"module 'jax.experimental.checkify' has no attribute '{name}'")
