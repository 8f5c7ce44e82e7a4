"""pickle within one program: dumps gives bytes that stand for a copy of the object, loads a copy of that.

What the bytes are is not CPython's, so files are refused: arrays are kept by numpy.savez.
"""

from copy import deepcopy as _deepcopy

HIGHEST_PROTOCOL, DEFAULT_PROTOCOL = 5, 5
_kept = []


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Bytes that only loads of this program understands."""
    if callable(obj) and getattr(obj, "__name__", "") == "<lambda>":
        raise PicklingError(f"Can't pickle {obj!r}: attribute lookup <lambda> on {obj.__module__} failed")
    _kept.append(_deepcopy(obj))
    return b"\x80\x04cjax " + str(len(_kept) - 1).encode() + b"."


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    data = bytes(data)
    if not data.startswith(b"\x80\x04cjax "):
        raise NotImplementedError("pickle.loads of bytes that this program did not make is not supported by cjax")
    return _deepcopy(_kept[int(data[7:-1])])


def dump(obj, file, protocol=None, **_):
    """Into an io.BytesIO; files of the executable are refused."""
    import io
    if not isinstance(file, io.BytesIO):
        raise NotImplementedError("pickle.dump to a file is not supported by cjax: numpy.savez keeps arrays")
    file.write(dumps(obj))


def load(file, **_):
    import io
    if not isinstance(file, io.BytesIO):
        raise NotImplementedError("pickle.load of a file is not supported by cjax: numpy.load reads arrays")
    return loads(file.read())
