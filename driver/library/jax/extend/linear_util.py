"""jax.extend.linear_util: functions that are transformed in steps."""

import functools


class StoreException(Exception):
    """A value was stored twice, or was never stored."""


class Store:
    """Where a transformation leaves what it found besides."""

    def __init__(self):
        self._full = False

    def store(self, val):
        if self._full:
            raise StoreException("Store occupied")
        self._full, self.val = True, val

    def __call__(self):
        if not self._full:
            raise StoreException("Store empty")
        return self.val


class WrappedFun:
    """A function with the transformations that are still to come."""

    def __init__(self, f, transforms=(), stores=(), params=()):
        self.f, self.transforms, self.stores, self.params = f, transforms, stores, params

    @property
    def __name__(self):
        return getattr(self.f, "__name__", "<unnamed wrapped function>")

    def wrap(self, gen, gen_static_args, out_store):
        return WrappedFun(self.f, ((gen, gen_static_args, out_store),) + self.transforms, self.stores, self.params)

    def call_wrapped(self, *args, **kwargs):
        """f after all transformations."""
        pending = []
        for gen, static, store in self.transforms:
            running = gen(*(static + tuple(args)), **kwargs)
            args, kwargs = next(running)
            pending.append((running, store))
        out = self.f(*args, **{**dict(self.params), **kwargs})
        for running, store in reversed(pending):
            try:
                out = running.send(out)
            finally:
                running.close()
            if store is not None:
                out, side = out
                store.store(side)
        return out

    __call__ = call_wrapped


def wrap_init(f, params=None, *, debug_info=None):
    return WrappedFun(f, params=tuple(sorted((params or {}).items())))


def transformation(gen):
    """A generator that is given arguments, yields those of the function, is sent its result and yields its own."""
    return lambda fun, *static: fun.wrap(gen, static, None)


def transformation_with_aux(gen):
    """A transformation whose result is a pair; the second part is what the second result gives."""
    def transformed(fun, *static):
        store = Store()
        return fun.wrap(gen, static, store), store
    return transformed


def transformation2(gen):
    """A transformation as a plain function: gen(f, *static, *args)."""
    return lambda fun, *static: WrappedFun(functools.partial(gen, fun.call_wrapped, *static))


def transformation_with_aux2(gen):
    """gen(f, store, *static, *args), which puts into the store what the second result gives."""
    def transformed(fun, *static):
        store = Store()
        return WrappedFun(functools.partial(gen, fun.call_wrapped, store, *static)), store
    return transformed


def merge_linear_aux(aux1, aux2):
    """What either of two stores has."""
    try:
        out1 = aux1()
    except StoreException:
        return False, aux2()
    try:
        aux2()
    except StoreException:
        return True, out1
    raise StoreException("both stores occupied")


def cache(call, **options):
    """call, with its results kept by function and arguments."""
    kept = {}

    def cached(fun, *args):
        key = (id(fun), args)
        if key not in kept:
            kept[key] = (fun, call(fun, *args))
        return kept[key][1]

    return cached
