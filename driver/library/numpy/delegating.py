"""NumPy's functions that leave the work to a method of their first argument: of an array of jax the result is one, too."""

from _cjax.host import host
from _cjax.numpy import ndarray as _JaxArray


def by_method(function):
    """function of jax.numpy in host mode; for an array of jax its method of that name."""
    return delegating(function.__name__)(host(function))


def delegating(name):
    """A decorator: arrays of jax call their method `name`."""
    def decorate(function):
        def call(a, *args, **kwargs):
            return getattr(a, name)(*args, **kwargs) if isinstance(a, _JaxArray) else function(a, *args, **kwargs)
        call.__name__ = function.__name__
        return call
    return decorate


def by_slices(jax_function):
    """A decorator: arrays of jax, of which NumPy would ask shapes and slices only, go to a function of jax.numpy."""
    def decorate(function):
        def call(a, *args, **kwargs):
            return (jax_function if isinstance(a, _JaxArray) else function)(a, *args, **kwargs)
        call.__name__ = function.__name__
        return call
    return decorate


def _has_texts(a):
    if isinstance(a, (list, tuple)):
        return bool(a) and _has_texts(a[0])
    return isinstance(a, str) or hasattr(a, "_places")


def with_texts(function):
    """function, or for arguments that are texts or arrays of them numpy.texts' one of its name."""
    name = function.__name__

    def call(*args, **kwargs):
        for a in args:
            if _has_texts(a):
                from numpy import texts
                return getattr(texts, name)(*args, **kwargs)
        return function(*args, **kwargs)

    call.__name__ = name
    return call


def _of_objects(dtype):
    return dtype is object or isinstance(dtype, str) and dtype in ("O", "object") or hasattr(dtype, "_object")


def with_objects(function, fill, at):
    """function(shape, ...), which with object for its dtype, its argument `at`, gives numpy.objects' array of `fill`."""
    def call(shape, *args, **kwargs):
        value = kwargs.get("fill_value", args[0] if args else None) if at == 2 else fill
        dtype = kwargs.get("dtype", args[at - 1] if len(args) >= at else None)
        if _of_objects(dtype) or dtype is None and at == 2 and value is None:
            from numpy import objects
            return objects.full(shape, value)
        return function(shape, *args, **kwargs)

    call.__name__ = function.__name__
    return call
