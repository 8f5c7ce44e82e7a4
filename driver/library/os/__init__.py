"""os: paths and the names that array programs use."""

from _cjax import argv as _argv
from _cjax.files import getcwd
from _made import listdir, makedirs, mkdir, remove, rename, rmdir
from os import path
from os.path import sep

unlink, replace = remove, rename
name, linesep, curdir, pardir = "posix", "\n", ".", ".."


class PathLike:
    """What has __fspath__."""

    @classmethod
    def __class_getitem__(cls, type):
        return cls


def fspath(path):
    return path if isinstance(path, (str, bytes)) else path.__fspath__()


class _Environ(dict):
    """Variables set by the program itself, by --define environ[NAME]=TEXT, or of the executable's environment.

    For a package of an -I folder, which is the same in every executable, no others than those of --define are set.
    """

    def get(self, key, default=None):
        if dict.__contains__(self, key):
            return dict.__getitem__(self, key)
        bound = _argv.defined(f"environ[{key}]")
        if bound is None and _argv.static_items() is None:
            if _argv.in_package():
                return default
            return _argv.env(key) if _argv.has_env(key) else default
        bound = _argv.static_env(key) if bound is None else bound
        return default if bound is None else bound

    def __contains__(self, key):
        if dict.__contains__(self, key):
            return True
        if _argv.defined(f"environ[{key}]") is not None:
            return True
        if _argv.static_items() is None and _argv.in_package():
            return False
        return _argv.has_env(key) if _argv.static_items() is None else _argv.static_env(key) is not None

    def __missing__(self, key):
        if key not in self:
            raise KeyError(key)
        return self.get(key)


environ = _Environ()


def walk(top, topdown=True, onerror=None, followlinks=False):
    names = sorted(listdir(top)) if path.isdir(top) else None
    if names is None:
        return
    folders = [n for n in names if path.isdir(path.join(top, n))]
    here = (top, folders, [n for n in names if n not in folders])
    if topdown:
        yield here
    for n in folders:
        yield from walk(path.join(top, n), topdown, onerror, followlinks)
    if not topdown:
        yield here


def getenv(key, default=None):
    return environ.get(key, default)


class _Random:
    """Bytes that differ from all others; what they are nobody knows while compiling."""

    def __init__(self, n):
        self._n = n

    def __len__(self):
        return self._n

    def _unknown(self, *args):
        raise NotImplementedError("os.urandom: random bytes can be compared only, they are not known while compiling; "
                                  "for random numbers use jax.random.key(int(sys.argv[1])) or numpy.random.default_rng")

    __getitem__ = __iter__ = __repr__ = __str__ = __add__ = __radd__ = __mul__ = __contains__ = __bytes__ = __index__ = _unknown
    hex = decode = __lt__ = __le__ = __gt__ = __ge__ = _unknown


def urandom(size, /):
    """A new object of that length, unequal to all others, to tell things apart."""
    return _Random(size)
