"""functools: partial application, caching, wrapping."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


class partial:
    """A function with some arguments given."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts += [repr(a) for a in self.args]
        parts += [f"{k}={v!r}" for k, v in self.keywords.items()]
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    """partial for use as a method."""

    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, obj, cls=None):
        if obj is None:
            return partial(self.func, *self.args, **self.keywords)
        return partial(self.func, obj, *self.args, **self.keywords)


def reduce(function, sequence, *initial):
    """function applied to an accumulator and each item."""
    items = iter(sequence)
    if initial:
        (value,) = initial
    else:
        try:
            value = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in items:
        value = function(value, item)
    return value


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for attribute in updated:
        for name, value in getattr(wrapped, attribute, {}).items():
            if attribute == "__dict__":
                setattr(wrapper, name, value)
            else:
                getattr(wrapper, attribute)[name] = value
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator that gives a wrapper the wrapped function's name and doc."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


class _CacheInfo(tuple):
    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])


def _make_key(args, keywords, typed):
    key = (args, tuple(keywords.items())) if keywords else args
    return (key, tuple(type(a) for a in args)) if typed else key


def _cached(function, maxsize, typed):
    store, count = {}, [0, 0]

    def wrapper(*args, **keywords):
        key = _make_key(args, keywords, typed)
        if key in store:
            count[0] += 1
            value = store[key]
            if maxsize is not None:
                del store[key]
                store[key] = value
            return value
        count[1] += 1
        value = function(*args, **keywords)
        if maxsize != 0:
            if maxsize is not None and len(store) >= maxsize:
                del store[next(iter(store))]
            store[key] = value
        return value

    def cache_clear():
        store.clear()
        count[0] = count[1] = 0

    wrapper.cache_info = lambda: _CacheInfo((count[0], count[1], maxsize, len(store)))
    wrapper.cache_clear = cache_clear
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    """Remembers results of the most recent calls."""
    if callable(maxsize):
        return _cached(maxsize, 128, typed)
    return lambda function: _cached(function, maxsize, typed)


def cache(function, /):
    return _cached(function, None, False)


class cached_property:
    """A property computed once per object."""

    def __init__(self, func):
        self.func, self.name = func, None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        if self.name not in obj.__dict__:
            obj.__dict__[self.name] = self.func(obj)
        return obj.__dict__[self.name]


def cmp_to_key(mycmp):
    class K:
        __slots__ = ("obj",)

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

    return K


def _derived(root, opposite, equal):
    """A comparison by another one: its result or its opposite, with `or` and `and` the equality."""
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        result = not result if opposite else result
        if equal is None:
            return result
        return result or self == other if equal else result and self != other
    return compare


_FROM = {"__lt__": {"__gt__": (True, False), "__le__": (False, True), "__ge__": (True, None)},
         "__le__": {"__ge__": (True, True), "__lt__": (False, False), "__gt__": (True, None)},
         "__gt__": {"__lt__": (True, False), "__ge__": (False, True), "__le__": (True, None)},
         "__ge__": {"__le__": (True, True), "__gt__": (False, False), "__lt__": (True, None)}}


def total_ordering(cls):
    """Fills in the comparisons that a class lacks."""
    has = [op for op in _FROM if getattr(cls, op, None) is not getattr(object, op, None)]
    if not has:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, (opposite, equal) in _FROM[has[0]].items():
        if name not in has:
            setattr(cls, name, _derived(has[0], opposite, equal))
    return cls


def _union_of(cls):
    """What a union is of, else ()."""
    import types
    import typing
    is_union = isinstance(cls, types.UnionType) or typing.get_origin(cls) is typing.Union
    return typing.get_args(cls) if is_union else ()


def _registered_types(cls):
    """The classes that a key of register() means: a union is several; () of what is no key."""
    kinds = _union_of(cls) or (cls,)
    return kinds if all(isinstance(kind, type) for kind in kinds) else ()


def _annotated(function):
    """The type of the first annotated parameter."""
    import typing
    if not getattr(function, "__annotations__", None):
        raise TypeError(f"Invalid first argument to `register()`: {function!r}. Use either `@register(some_class)` or plain "
                        "`@register` on an annotated function.")
    name, cls = next(iter(typing.get_type_hints(function).items()))
    if not _registered_types(cls):
        wrong = "not all arguments are classes" if _union_of(cls) else "is not a class"
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} {wrong}.")
    return cls


def _single_dispatch(func):
    """(register, dispatch, registry) of a generic function."""
    registry = {object: func}

    def dispatch(cls):
        for c in cls.__mro__:
            if c in registry and c is not object:
                return registry[c]
        for c in registry:
            if c is not object and issubclass(cls, c):
                return registry[c]
        return func

    def register(cls, function=None):
        if function is None:
            if _registered_types(cls):
                return lambda f: register(cls, f)
            inner = getattr(cls, "__func__", cls)
            return register(_annotated(inner), cls)
        kinds = _registered_types(cls)
        if not kinds:
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        for kind in kinds:
            registry[kind] = function
        return function

    return register, dispatch, registry


def singledispatch(func):
    """A function with an implementation per type of its first argument."""
    register, dispatch, registry = _single_dispatch(func)

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    wrapper.register, wrapper.dispatch, wrapper.registry = register, dispatch, registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: by the type of the first argument behind self."""

    def __init__(self, func):
        self.func = func
        self.register, self.dispatch, self.registry = _single_dispatch(func)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            if not args:
                raise TypeError(f"{self.func.__name__} requires at least 1 positional argument")
            return self.dispatch(type(args[0])).__get__(obj, cls)(*args, **keywords)

        method.register = self.register
        return update_wrapper(method, getattr(self.func, "__func__", self.func))
