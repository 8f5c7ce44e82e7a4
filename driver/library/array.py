"""array: numbers of one type."""

_CODES = {"b": "int8", "B": "uint8", "h": "int16", "H": "uint16", "i": "int32", "I": "uint32", "l": "int64", "L": "uint64",
          "q": "int64", "Q": "uint64", "f": "float32", "d": "float64"}
_SIZES = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short",
          "i": "signed integer", "I": "unsigned int"}
typecodes = "bBuwhHiIlLqQfd"


class array:
    """A list of numbers that fit typecode."""

    def __init__(self, typecode, initializer=()):
        if typecode not in _CODES:
            if typecode in typecodes:
                raise NotImplementedError(f"array.array({typecode!r}) is not supported by cjax")
            raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode, self.itemsize, self._items = typecode, _SIZES[typecode], []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, x):
        if self.typecode in "fd":
            if isinstance(x, (int, float)):
                return float(x)
            raise TypeError(f"must be real number, not {type(x).__name__}")
        if not hasattr(x, "__index__"):
            raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
        bits, x = 8 * self.itemsize, x.__index__()
        low, high = (0, 2**bits - 1) if self.typecode.isupper() else (-(2**(bits - 1)), 2**(bits - 1) - 1)
        if not low <= x <= high:
            beyond = "greater than maximum" if x > high else "less than minimum"
            raise OverflowError(f"{_NAMES[self.typecode]} is {beyond}" if bits < 64 else "int too big to convert")
        return x

    def append(self, x):
        self._items.append(self._checked(x))

    def extend(self, xs):
        if isinstance(xs, array) and xs.typecode != self.typecode:
            raise TypeError("can only extend with array of same kind")
        for x in list(xs):
            self.append(x)

    fromlist = extend

    def insert(self, i, x):
        self._items.insert(i, self._checked(x))

    def pop(self, i=-1):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(i)

    def remove(self, x):
        if x not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(x)

    def index(self, x):
        if x not in self._items:
            raise ValueError("array.index(x): x not in array")
        return self._items.index(x)

    def count(self, x):
        return self._items.count(x)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def frombytes(self, buffer):
        if self.typecode in "fd":
            raise NotImplementedError("array.frombytes of floats is not supported by cjax")
        if len(buffer) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        signed = self.typecode.islower()
        for i in range(0, len(buffer), self.itemsize):
            self._items.append(int.from_bytes(buffer[i:i + self.itemsize], "little", signed=signed))

    def tobytes(self):
        if self.typecode in "fd":
            raise NotImplementedError("array.tobytes of floats is not supported by cjax")
        signed = self.typecode.islower()
        return b"".join(x.to_bytes(self.itemsize, "little", signed=signed) for x in self._items)

    __bytes__ = tobytes

    def __array__(self, dtype=None, copy=None):
        import numpy
        return numpy.array(self._items, _CODES[self.typecode] if dtype is None else dtype)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, i):
        return array(self.typecode, self._items[i]) if isinstance(i, slice) else self._items[i]

    def __setitem__(self, i, x):
        if isinstance(i, slice):
            if not isinstance(x, array):
                raise TypeError(f'can only assign array (not "{type(x).__name__}") to array slice')
            self._items[i] = x.tolist()
        else:
            self._items[i] = self._checked(x)

    def __delitem__(self, i):
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        return array(self.typecode, self._items + other.tolist())

    def __mul__(self, n):
        return array(self.typecode, self._items * n)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"array({self.typecode!r}, {self._items!r})" if self._items else f"array({self.typecode!r})"


ArrayType = array
