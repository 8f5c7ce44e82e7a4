"""importlib: modules by names that are known while compiling."""

from _cjax.packages import import_module as _import


def import_module(name, package=None):
    """name: "a.b", or ".b" beside what is in `package`."""
    if not name.startswith("."):
        return _import(name)
    if not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    up = len(name) - len(name.lstrip("."))
    parts = package.split(".")
    if up > len(parts):
        raise ImportError("attempted relative import beyond top-level package")
    return _import(".".join([*parts[:len(parts) - up + 1], name[up:]]))


def reload(module):
    raise NotImplementedError("importlib.reload: a module runs once")


def invalidate_caches():
    pass
