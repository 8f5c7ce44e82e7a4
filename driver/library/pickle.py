"""pickle within one program: dumps gives bytes that stand for a copy of the object, loads a copy of that.

What the bytes are is not CPython's; a file that the executable writes holds CPython's, which this program reads again.
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


def _encoded(data):
    """The pieces of a file that stand for what dumps gave."""
    from _pickled import encode
    return encode(_kept[int(data[7:-1])])


def dump(obj, file, protocol=None, **_):
    """Into a file: Python reads what the executable writes there."""
    file.write(dumps(obj))


def load(file, **_):
    """What this program has written to the file with dump, the next of several."""
    import io
    from _streams import Reader
    if isinstance(file, Reader):
        return loads(file.take(bytes, "pickle.load"))
    if not isinstance(file, io.BytesIO):
        raise TypeError("file must have 'read' and 'readline' attributes")
    data = _next(file)
    if not data.startswith(b"\x80\x04cjax "):
        raise NotImplementedError("pickle.load of a file that this program did not write is not supported by cjax: numpy.savez in "
                                  "the program that wrote it keeps its arrays")
    return loads(data)


def _next(file):
    """The bytes of one object: other ones may follow."""
    data = b""
    while True:
        c = file.read(1)
        data += c
        if c == b"." or not c:
            break
    if not data:
        raise EOFError("Ran out of input")
    return data
