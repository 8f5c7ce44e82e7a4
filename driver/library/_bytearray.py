# _bytearray.py -- the builtin class bytearray: a list of ints that shows as bytes.
#
# It is loaded when a program first names it.  What does not change it is a method of bytes.


def _octet(v):
    v = v.__index__() if hasattr(v, "__index__") else _no_int(v)
    if not 0 <= v <= 255:
        raise ValueError("byte must be in range(0, 256)")
    return v


def _no_int(v):
    raise TypeError(f"'{type(v).__name__}' object cannot be interpreted as an integer")


def _items(v):
    if isinstance(v, bytearray):
        return list(v._v)
    return [_octet(i) for i in v]


def _plain(v):
    if isinstance(v, bytearray):
        return bytes(v._v)
    if isinstance(v, (tuple, list)):
        return type(v)(_plain(i) for i in v)
    return v


def _own(v):
    if isinstance(v, bytes):
        return bytearray(v)
    if isinstance(v, (tuple, list)):
        return type(v)(_own(i) for i in v)
    return v


class bytearray:
    __slots__ = ("_v",)
    __hash__ = None

    def __init__(self, source=b"", encoding=None, errors="strict"):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            source = source.encode(encoding, errors)
        elif isinstance(source, int):
            source = bytes(source)
        self._v = _items(source)

    def __repr__(self):
        return f"{type(self).__name__}({bytes(self._v)!r})"

    def __bytes__(self):
        return bytes(self._v)

    def __len__(self):
        return len(self._v)

    def __iter__(self):
        return iter(self._v)

    def __contains__(self, v):
        return _plain(v) in bytes(self._v)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return bytearray(self._v[i])
        if not hasattr(i, "__index__"):
            raise TypeError(f"bytearray indices must be integers or slices, not {type(i).__name__}")
        if not -len(self._v) <= i < len(self._v):
            raise IndexError("bytearray index out of range")
        return self._v[i]

    def __setitem__(self, i, v):
        if isinstance(i, slice):
            self._v[i] = _items(v)
            return
        if not -len(self._v) <= i < len(self._v):
            raise IndexError("bytearray index out of range")
        self._v[i] = _octet(v)

    def __delitem__(self, i):
        if not isinstance(i, slice) and not -len(self._v) <= i < len(self._v):
            raise IndexError("bytearray index out of range")
        del self._v[i]

    def append(self, v):
        self._v.append(_octet(v))

    def extend(self, v):
        self._v.extend(_items(v))

    def insert(self, i, v):
        self._v.insert(i, _octet(v))

    def pop(self, i=-1):
        if not self._v:
            raise IndexError("pop from empty bytearray")
        return self._v.pop(i)

    def remove(self, v):
        if v not in self._v:
            raise ValueError("value not found in bytearray")
        self._v.remove(v)

    def reverse(self):
        self._v.reverse()

    def clear(self):
        self._v.clear()

    def copy(self):
        return bytearray(self._v)

    def __add__(self, o):
        if not isinstance(o, (bytes, bytearray)):
            raise TypeError(f"can't concat {type(o).__name__} to bytearray")
        return bytearray(self._v + _items(o))

    def __radd__(self, o):
        return o + bytes(self._v) if isinstance(o, bytes) else NotImplemented

    def __iadd__(self, o):
        if not isinstance(o, (bytes, bytearray)):
            raise TypeError(f"can't concat {type(o).__name__} to bytearray")
        self._v.extend(_items(o))
        return self

    def __mul__(self, n):
        return bytearray(self._v * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._v *= n
        return self

    def __mod__(self, args):
        return bytearray(bytes(self._v) % args)

    @classmethod
    def fromhex(cls, text):
        return cls(bytes.fromhex(text))


def _delegate(name):
    def method(self, *args, **kwargs):
        args = [_plain(a) for a in args]
        return _own(getattr(bytes(self._v), name)(*args, **kwargs))

    method.__name__ = name
    method.__qualname__ = f"bytearray.{name}"
    setattr(bytearray, name, method)


def _comparison(name):
    def method(self, o):
        if not isinstance(o, (bytes, bytearray)):
            return NotImplemented
        return getattr(bytes(self._v), name)(_plain(o))

    setattr(bytearray, name, method)


for _name in dir(bytes):
    if not _name.startswith("_") and _name != "fromhex":
        _delegate(_name)
for _name in ("__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"):
    _comparison(_name)
bytearray.__module__ = "builtins"
