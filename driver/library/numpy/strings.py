"""numpy.strings: functions of texts for each element of an array (numpy.char has them too)."""

from _cjax import host as core
from numpy.texts import _broadcast_shape, _joined, asarray, broadcast_to, ndarray
from numpy.texts import equal, not_equal  # noqa: F401


def _texts(f, *arrays):
    """The texts that f makes of the elements."""
    arrays = [asarray(a) for a in arrays]
    shape = ()
    for a in arrays:
        shape = _broadcast_shape(shape, a.shape)
    return [f(*ts) for ts in zip(*[broadcast_to(a, shape)._flat() for a in arrays])], shape


def _made(f, *arrays):
    texts, shape = _texts(f, *arrays)
    result = ndarray(texts, shape)
    return result if shape else result[()]


def _numbers(f, *arrays):
    values, shape = _texts(f, *arrays)
    result = core.array(values).reshape(shape)
    return result if shape else result[()]


def _changes(f):
    def function(a):
        return _made(f, a)

    function.__name__ = function.__qualname__ = f.__name__
    return function


def _asks(f):
    def function(x, /):
        return _numbers(f, x)

    function.__name__ = function.__qualname__ = f.__name__
    return function


upper, lower, capitalize, title, swapcase = map(_changes, (str.upper, str.lower, str.capitalize, str.title, str.swapcase))
isdigit, isalpha, isupper, islower = map(_asks, (str.isdigit, str.isalpha, str.isupper, str.islower))


def add(x1, x2):
    return _joined(asarray(x1), asarray(x2))


def multiply(a, i):
    return _made(lambda t: t * i, a)


def strip(a, chars=None):
    return _made(lambda t: t.strip(chars), a)


def lstrip(a, chars=None):
    return _made(lambda t: t.lstrip(chars), a)


def rstrip(a, chars=None):
    return _made(lambda t: t.rstrip(chars), a)


def zfill(a, width):
    return _made(lambda t: t.zfill(width), a)


def ljust(a, width, fillchar=" "):
    return _made(lambda t: t.ljust(width, fillchar), a)


def rjust(a, width, fillchar=" "):
    return _made(lambda t: t.rjust(width, fillchar), a)


def center(a, width, fillchar=" "):
    return _made(lambda t: t.center(width, fillchar), a)


def replace(a, old, new, count=-1):
    return _made(lambda t: t.replace(old, new, count), a)


def join(sep, seq):
    return _made(lambda s, t: s.join(t), sep, seq)


def startswith(a, prefix):
    return _numbers(lambda t, p: t.startswith(p), a, prefix)


def endswith(a, suffix):
    return _numbers(lambda t, p: t.endswith(p), a, suffix)


def find(a, sub):
    return _numbers(lambda t, s: t.find(s), a, sub)


def count(a, sub):
    return _numbers(lambda t, s: t.count(s), a, sub)


def str_len(a):
    return _numbers(lambda t: len(t), a)
