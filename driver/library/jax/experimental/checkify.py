"""jax.experimental.checkify: checks whose result a staged function gives back as a value.

checkify(f) stages f twice: the first time to see which checks there are; the second time each has references for its
code and its arguments, which control flow carries.
"""

import functools

from _cjax import transform as native
from jax._src.core import wraps_like
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


class Error:
    """Which check failed first: code 0 for none, else of the message codes[code - 1], with its arguments."""

    def __init__(self, code, arguments, messages):
        self._code, self._arguments, self._messages = code, arguments, messages

    def _text(self, code, arguments):
        """The message of a static number of a check, or None, with the contents of the arguments."""
        if code == 0:
            return None
        fmt, tree = self._messages[code - 1]
        args, kwargs = tree_unflatten(tree, arguments[code - 1])
        return fmt.format(*args, **kwargs) + " (`check` failed)"

    def get(self):
        """The message of the check that failed, or None."""
        if not self._messages:
            return None
        if self._code.ndim == 0:
            for number in range(1, len(self._messages) + 1):
                if self._code == number:
                    return self._text(number, self._arguments)
            return None
        return self._get_mapped()

    def _get_mapped(self):
        lines = []
        for i in range(self._code.shape[0]):
            for number in range(1, len(self._messages) + 1):
                if self._code[i] == number:
                    row = tree_map(lambda x: x[i], self._arguments)
                    lines.append(f"at mapped index {i}: {self._text(number, row)}")
        return "\n".join(lines) if lines else None

    def throw(self):
        """Raises JaxRuntimeError when a check failed."""
        check_error(self)

    def __str__(self):
        return f"Error({self.get()})"


register_pytree_node(Error, lambda e: ((e._code, e._arguments), e._messages),
                     lambda messages, children: Error(children[0], children[1], messages))


def _no_error():
    import jax.numpy as jnp
    return Error(jnp.int32(0), (), ())


class _Checks:
    """The checks of a function that is being staged: first found, then recorded."""

    stack = []

    def __init__(self, found=()):
        self.found, self.refs = list(found), None
        if found:
            from jax.ref import new_ref
            import jax.numpy as jnp
            self.code = new_ref(jnp.int32(0))
            self.refs = [[new_ref(jnp.zeros(a.shape, a.dtype)) for a in avals] for _, _, avals in found]

    def record(self, failed, fmt, arguments):
        """One more check; failed: a scalar bool."""
        import jax.numpy as jnp
        leaves, tree = tree_flatten(arguments)
        leaves = [native.array(x) for x in leaves]
        avals = [native.aval(x).strip_weak_type() for x in leaves]
        key = (fmt, tree, [str(a) for a in avals])
        known = [(f, t, [str(a) for a in found]) for f, t, found in self.found]
        if self.refs is None:
            if key not in known:
                self.found.append((fmt, tree, avals))
            return
        number = known.index(key) + 1
        first = (self.code[...] == 0) & failed
        for ref, x in zip(self.refs[number - 1], leaves):
            ref[...] = jnp.where(first, x, ref[...])
        self.code[...] = jnp.where(first, jnp.int32(number), self.code[...])

    def error(self):
        if self.refs is None:
            return _no_error()
        from jax.errors import UnexpectedTracerError
        try:
            self.code[...] + 0
        except UnexpectedTracerError:
            raise NotImplementedError("jax.experimental.checkify: a check inside of jax.grad or jax.vmap is not supported by "
                                      "cjax: use checkify on what is differentiated or mapped") from None
        return Error(self.code[...], tuple(tuple(r[...] for r in refs) for refs in self.refs),
                     tuple((fmt, tree) for fmt, tree, _ in self.found))


def checkify(f, errors=user_checks):
    """f as a function that gives (error, result)."""
    refused = [cls.__name__ for cls in (NaNError, DivisionByZeroError, OOBError) if cls in errors]
    if refused:
        raise NotImplementedError("jax.experimental.checkify.checkify: errors other than user_checks are not supported by "
                                  f"cjax: {', '.join(refused)}")

    def staged(*args, **kwargs):
        import jax
        dry = _Checks()
        leaves, tree = tree_flatten((args, kwargs))
        at = [i for i, x in enumerate(leaves) if native.aval(x) is not None]

        def again(*arrays):
            full = list(leaves)
            for i, x in zip(at, arrays):
                full[i] = x
            xs, keywords = tree_unflatten(tree, full)
            result = f(*xs, **keywords)
            return [x for x in tree_leaves(result) if native.aval(x) is not None]

        with _within(dry):
            jax.eval_shape(again, *[leaves[i] for i in at])
        checks = _Checks(dry.found)
        with _within(checks):
            out = f(*args, **kwargs)
        return checks.error(), out

    return wraps_like(staged, f)


class _within:
    def __init__(self, checks):
        self._checks = checks

    def __enter__(self):
        _Checks.stack.append(self._checks)

    def __exit__(self, *_):
        _Checks.stack.pop()


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
    if _Checks.stack:
        import jax.numpy as jnp
        _Checks.stack[-1].record(jnp.logical_not(pred), msg, (fmt_args, fmt_kwargs))
        return
    if not native.is_concrete(native.array(pred)):
        if debug:
            return
        raise ValueError("Cannot abstractly evaluate a checkify.check which was not functionalized. This probably means you "
                         "tried to stage (jit/scan/pmap/...) a `check` without functionalizing it through "
                         "`checkify.checkify`.")
    if not pred:
        raise JaxRuntimeError(msg.format(*fmt_args, **fmt_kwargs) + " (`check` failed)")


debug_check = functools.partial(check, debug=True)


def check_error(error):
    """Raises what an error has found, or makes it a check of the checkify around."""
    if not isinstance(error, Error):
        raise ValueError(f"check_error takes an Error as argument, got type {type(error)} instead.")
    if not error._messages:
        return
    import jax.numpy as jnp
    for number, (fmt, tree) in enumerate(error._messages, 1):
        args, kwargs = tree_unflatten(tree, error._arguments[number - 1])
        check(jnp.all(error._code != number), fmt, *args, **kwargs)


def __getattr__(name):
    if name == "init_error":
        return _no_error()
    raise AttributeError(f"module 'jax.experimental.checkify' has no attribute '{name}'")
