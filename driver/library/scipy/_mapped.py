"""Functions of jax.scipy in host mode, and what stands for those that there are not."""

from _cjax.host import host


class Missing:
    """A function that is not there: an error where it is used."""

    def __init__(self, name):
        self._name = name

    def __call__(self, *args, **kwargs):
        raise NotImplementedError(f"{self._name} is not supported by cjax")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Missing(f"{self._name}.{name}")

    def __mro_entries__(self, bases):
        self()


def missing(package):
    """The __getattr__ of a module that has all its names."""
    def get(name):
        if name.startswith("__"):
            raise AttributeError(f"module '{package}' has no attribute '{name}'")
        return Missing(f"{package}.{name}")
    return get


def mapped(package, source):
    """The __getattr__ of a module whose other names are those of `source`, in host mode."""
    def get(name):
        f = None if name.startswith("_") else getattr(source, name, None)
        if f is None or isinstance(f, type(source)):
            return missing(package)(name)
        return host(f) if callable(f) and not isinstance(f, type) else f
    return get
