# _memoryview.py -- the builtin class memoryview, of bytes, bytearrays and arrays of module array: loaded when it is named.


class memoryview:
    __slots__ = ("obj", "_range", "readonly", "format", "itemsize", "_released")

    def __init__(self, object):
        if isinstance(object, memoryview):
            object._check()
            self.obj, self._range, self.readonly = object.obj, object._range, object.readonly
            self.format, self.itemsize = object.format, object.itemsize
        elif isinstance(object, (bytes, bytearray)) or hasattr(object, "typecode"):
            self.obj, self._range, self.readonly = object, range(len(object)), isinstance(object, bytes)
            self.format, self.itemsize = getattr(object, "typecode", "B"), getattr(object, "itemsize", 1)
        elif hasattr(object, "dtype"):
            raise NotImplementedError("memoryview of an array: memoryview(x.tobytes()) copies it, np.frombuffer looks at bytes")
        else:
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        self._released = False

    def _check(self):
        if self._released:
            raise ValueError("operation forbidden on released memoryview object")

    def _part(self, part):
        v = memoryview(self)
        v._range = part
        return v

    def __len__(self):
        self._check()
        return len(self._range)

    def __getitem__(self, i):
        self._check()
        if isinstance(i, slice):
            return self._part(self._range[i])
        if not -len(self._range) <= i < len(self._range):
            raise IndexError("index out of bounds on dimension 1")
        return self.obj[self._range[i]]

    def __setitem__(self, i, value):
        self._check()
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if isinstance(i, slice):
            places, values = self._range[i], list(value)
            if len(places) != len(values):
                raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
            for k, v in zip(places, values):
                self.obj[k] = v
        elif not -len(self._range) <= i < len(self._range):
            raise IndexError("index out of bounds on dimension 1")
        else:
            self.obj[self._range[i]] = value

    def __iter__(self):
        return iter(self.tolist())

    def __contains__(self, value):
        return value in self.tolist()

    def __eq__(self, other):
        if isinstance(other, memoryview):
            return self.tolist() == other.tolist()
        return isinstance(other, (bytes, bytearray)) and self.tolist() == list(other)

    def __hash__(self):
        if not self.readonly:
            raise ValueError("cannot hash writable memoryview object")
        return hash(self.tobytes())

    def __bytes__(self):
        return self.tobytes()

    def tobytes(self, order="C"):
        self._check()
        if self.format == "B":
            return bytes(self.tolist())
        import struct
        return struct.pack(f"<{len(self._range)}{self.format}", *self.tolist())

    def tolist(self):
        self._check()
        return [self.obj[k] for k in self._range]

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def toreadonly(self):
        v = memoryview(self)
        v.readonly = True
        return v

    def cast(self, format, shape=None):
        raise NotImplementedError("memoryview.cast: struct.iter_unpack reads numbers of other types")

    def release(self):
        self._released = True

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.release()

    ndim = 1
    c_contiguous = contiguous = True

    @property
    def shape(self):
        return (len(self),)

    @property
    def strides(self):
        return (self._range.step * self.itemsize,)

    @property
    def nbytes(self):
        return len(self) * self.itemsize

    def __repr__(self):
        return f"<memory at {hex(id(self))}>"
