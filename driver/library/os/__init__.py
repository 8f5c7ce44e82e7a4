"""os: paths and the names that array programs use."""

from _cjax.files import getcwd
from os import path
from os.path import sep

name, linesep, curdir, pardir = "posix", "\n", ".", ".."


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


class _Environ(dict):
    """Variables set by the program itself; those of the machine are not known when compiling."""


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)
