"""os: paths and the names that array programs use."""

from _cjax import argv as _argv
from _cjax.files import getcwd
from os import path
from os.path import sep

name, linesep, curdir, pardir = "posix", "\n", ".", ".."


class PathLike:
    """What has __fspath__."""

    @classmethod
    def __class_getitem__(cls, type):
        return cls


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


class _Environ(dict):
    """Variables set by the program itself, by --define environ[NAME]=TEXT, or of the executable's environment."""

    def get(self, key, default=None):
        if dict.__contains__(self, key):
            return dict.__getitem__(self, key)
        bound = _argv.defined(f"environ[{key}]")
        if bound is None and _argv.static_items() is None:
            return _argv.env(key) if _argv.has_env(key) else default
        bound = _argv.static_env(key) if bound is None else bound
        return default if bound is None else bound

    def __contains__(self, key):
        if dict.__contains__(self, key):
            return True
        if _argv.defined(f"environ[{key}]") is not None:
            return True
        return _argv.has_env(key) if _argv.static_items() is None else _argv.static_env(key) is not None

    def __missing__(self, key):
        if key not in self:
            raise KeyError(key)
        return self.get(key)


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)
