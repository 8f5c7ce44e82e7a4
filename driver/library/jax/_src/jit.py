"""jax.jit: a function staged once per signature, and called."""

import operator

from _cjax import transform as native
from _cjax.core import unlogged
from jax._src import donate
from jax._src.config import config
from jax._src.core import argument_paths, arrays_of, check_callable, check_results, leaves_of
from jax._src.custom import custom_uses, grad_depth, is_showing, note_custom
from jax._src.custom_batching import custom_vmap_uses
from jax._src.refs import Watch, has_refs
from jax._src.scoped import watching
from jax._src.vmap import InJit, bound_axes, state
from jax.tree_util import tree_flatten, tree_map

# function -> {signature: (staged function, structure of its result)}
# What was staged, by function and then signature.  A function whose staging had effects must be staged again when
# those are undone: its entry is undone too.
_cache = unlogged({})
_with_effects = {}
_ANY_DEPTH = 1 << 30


def _names_tuple(names):
    return () if names is None else (names,) if isinstance(names, str) else tuple(names)


def _numbers_tuple(numbers):
    return () if numbers is None else (numbers,) if isinstance(numbers, int) else tuple(numbers)


def _infer_static(fun, argnums, argnames):
    """static_argnums and static_argnames, each completed by the other from the function's parameters."""
    nums, names = _numbers_tuple(argnums), _names_tuple(argnames)
    nums = tuple([operator.index(i) for i in nums])
    info = native.parameters(fun)
    if info is None:
        return nums, names
    parameters, npos = info[0][info[5]:], info[1] - info[5]
    if not info[3] and any(not -npos <= i < npos for i in nums):
        raise ValueError(f"Jitted function has static_argnums={nums}, but only accepts {npos} positional arguments.")
    if not info[4]:
        for name in names:
            if name not in parameters:
                raise ValueError(f"Jitted function has invalid argnames {{'{name}'}} in static_argnames. Function does "
                                 f"not take these args.")
    if argnums is None:
        nums = tuple(i for i in range(npos) if parameters[i] in names)
    elif argnames is None:
        names = tuple(parameters[i] for i in nums if -npos <= i < npos)
    return nums, names


def _infer_donated(fun, argnums, argnames, static):
    """donate_argnums and donate_argnames, each completed by the other."""
    nums, names = _numbers_tuple(argnums), _names_tuple(argnames)
    info = native.parameters(fun)
    if info is None:
        return nums, names
    parameters, npos = info[0][info[5]:], info[1] - info[5]
    donate.check(npos, parameters, info[3], info[4], nums, names, static)
    nums = {i % npos if npos else i for i in nums} | {i for i in range(npos) if parameters[i] in names}
    return tuple(sorted(nums)), tuple(set(names) | {parameters[i] for i in nums if i < npos})


def _hash_static(value):
    try:
        hash(value)
    except TypeError as e:
        raise ValueError("Non-hashable static arguments are not supported. An error occurred while trying to hash an "
                         f"object of type {type(value)}, {value}. The error was:\n{type(e).__name__}: {e}\n") from None
    return type(value), value


class JitFunction:
    """What jax.jit returns."""

    def __init__(self, fun, static_argnums, static_argnames, donate_argnums=None, donate_argnames=None, inline=False):
        check_callable(fun)
        self.__wrapped__ = fun
        for name in ("__name__", "__qualname__", "__doc__", "__module__", "__annotations__"):
            value = getattr(fun, name, None)
            if value is not None:
                setattr(self, name, value)
        self._static, self._nums, self._names = static_argnums is not None or static_argnames is not None, (), ()
        if self._static:
            self._nums, self._names = _infer_static(fun, static_argnums, static_argnames)
        self._donates, self._inline = donate_argnums is not None or donate_argnames is not None, inline
        if self._donates:
            self._donated = _infer_donated(fun, donate_argnums, donate_argnames, (self._nums, self._names))

    def __repr__(self):
        return f"<PjitFunction of {self.__wrapped__!r}>"

    def __get__(self, obj, cls=None):
        return self if obj is None else native.bind(self, obj)

    def split(self, args, kwargs):
        """(dynamic args, dynamic kwargs, key of the static ones, where they are)."""
        return self._split(args, kwargs) if self._static else (args, kwargs, None, ((), ()))

    def _split(self, args, kwargs):
        nums = tuple(i + len(args) if i < 0 else i for i in self._nums)
        static_args = [(i, args[i]) for i in nums if 0 <= i < len(args)]
        static_kwargs = [(k, kwargs[k]) for k in sorted(kwargs) if k in self._names]
        key = (tuple((i, *_hash_static(v)) for i, v in static_args),
               tuple((k, *_hash_static(v)) for k, v in static_kwargs))
        args = tuple(a for i, a in enumerate(args) if i not in nums)
        kwargs = {k: v for k, v in kwargs.items() if k not in self._names}
        return args, kwargs, key, (static_args, static_kwargs)

    def _signature(self, args, kwargs):
        """The staged function of these arguments, the structure of its result, and the arrays to call it with."""
        fun, key, static = self.__wrapped__, None, ((), ())
        if self._static:
            args, kwargs, key, static = self._split(args, kwargs)
        leaves, avals, in_tree = leaves_of(fun, args, kwargs)
        signature = (in_tree, tuple(avals), key, native.x64(), tuple(bound_axes.items()), is_showing(), watching[0])
        known = _known(_cache, fun, unlogged({}))
        entry = known.get(signature)
        if entry is None:
            entry = _with_effects and _known(_with_effects, fun, {}).get(signature)
        if not entry or not native.callable(entry[0]) or entry[2] < grad_depth():
            uses, mapped_uses = custom_uses(), custom_vmap_uses()
            with InJit():
                staged, out_tree = _stage(fun, in_tree, avals, static, args, kwargs)
            # The last items: how often it can be differentiated; whether vmap asks for rules in it.
            entry = (staged, out_tree, grad_depth() if custom_uses() > uses else _ANY_DEPTH,
                     custom_vmap_uses() > mapped_uses)
            if native.has_effect(entry[0]):
                known = _known(_with_effects, fun, {})
            known[signature] = entry
        elif entry[2] < _ANY_DEPTH:
            note_custom()
        return entry, arrays_of(fun, leaves, args, kwargs)

    def __call__(self, *args, **kwargs):
        if config.jax_disable_jit or (self._inline and is_showing()) or has_refs((args, kwargs)):
            return self.__wrapped__(*args, **kwargs)
        with Watch() as watch:
            found = native.attempt(lambda: self._signature(args, kwargs))
        if found is None:
            return self._beside(args, kwargs)
        found = found[0]
        if watch.refs:
            # References of outer functions: no function of its own, which would have to carry them.
            self.clear_cache()
            return self.__wrapped__(*args, **kwargs)
        (staged, out_tree, _, has_rules), arrays = found
        if has_rules and state["levels"]:
            return self.__wrapped__(*args, **kwargs)
        result = out_tree.unflatten(native.call(staged, arrays))
        if self._donates:
            donate.delete(args, kwargs, self._donated, (self._nums, self._names), staged)
        return result

    def _beside(self, args, kwargs):
        """The call where a callback in it changes the program's objects: in Python, on arrays."""
        args, kwargs, _, static = self.split(args, kwargs)
        leaves, tree = tree_flatten((args, kwargs))
        args, kwargs = tree.unflatten([native.array(x) for x in leaves])
        return tree_map(native.array, with_static(self.__wrapped__, static, len(args))(*args, **kwargs))

    def eval_shape(self, *args, **kwargs):
        from jax._src.api import eval_shape
        return eval_shape(self, *args, **kwargs)

    def clear_cache(self):
        _cache.pop(self.__wrapped__, None)
        _with_effects.pop(self.__wrapped__, None)

    def trace(self, *args, **kwargs):
        """The function staged for arguments of these types."""
        from jax._src.aot import Traced
        return Traced(self, args, kwargs)

    def lower(self, *args, **kwargs):
        return self.trace(*args, **kwargs).lower()


def _known(cache, fun, none):
    try:
        return cache.setdefault(fun, none)
    except TypeError:
        return cache.setdefault(id(fun), none)


def with_static(fun, static, count):
    """fun as a function of the arguments that are not static: count of them by position."""
    static_args, static_kwargs = static
    if not static_args and not static_kwargs:
        return fun
    count, static_at = count + len(static_args), dict(static_args)

    def bound(*xs, **keywords):
        rest = iter(xs)
        xs = [static_at[i] if i in static_at else next(rest) for i in range(count)]
        return fun(*xs, **{**keywords, **dict(static_kwargs)})

    bound.__wrapped__ = fun
    return bound


def _stage(fun, in_tree, avals, static, args, kwargs):
    bound = with_static(fun, static, len(args))

    def body(*arrays):
        xs, keywords = in_tree.unflatten(arrays)
        result = bound(*xs, **keywords)
        leaves, out_tree = tree_flatten(result)
        return check_results(fun, "jit", result, leaves), out_tree

    return native.stage(body, avals, "jit", "jit", fun, dynamic_paths(fun, dict(static[0]), args, kwargs))


def dynamic_paths(fun, static_at, args, kwargs):
    """argument_paths, where args lacks what is static."""
    if not static_at:
        return argument_paths(fun, args, kwargs)
    rest = iter(args)
    every = tuple(() if i in static_at else next(rest) for i in range(len(args) + len(static_at)))
    return argument_paths(fun, every, kwargs)


def jit(fun=None, /, *, static_argnums=None, static_argnames=None, donate_argnums=None, donate_argnames=None,
        keep_unused=False, inline=False, device=None, backend=None, in_shardings=None, out_shardings=None,
        abstracted_axes=None, compiler_options=None):
    """fun compiled: staged once per structure, shapes, dtypes and static arguments."""
    if fun is None:
        return lambda f: JitFunction(f, static_argnums, static_argnames, donate_argnums, donate_argnames, inline)
    return JitFunction(fun, static_argnums, static_argnames, donate_argnums, donate_argnames, inline)
