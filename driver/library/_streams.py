"""Files of bytes that the program writes piece by piece, and reads again.

A piece is bytes, an array's bytes (numpy.files._ArrayBytes), or what np.save put there (Saved). What
pickle.dumps gives stands for the bytes that are written.
"""

import io


class Saved:
    """An array as np.save wrote it."""

    def __init__(self, array):
        self.array = array


class Stream:
    """All pieces of a file."""

    def __init__(self, pieces):
        self.pieces = pieces

    def bytes(self):
        """The bytes, or None where they are not known while compiling."""
        if all(isinstance(p, bytes) for p in self.pieces):
            return b"".join(self.pieces)


class Reader(io._File):
    """A file of bytes that the program has written, opened to be read."""

    def __init__(self, path, pieces):
        self.name, self.mode, self.closed, self._path, self._left = path, "rb", False, path, list(pieces)

    def take(self, kind, what):
        """The next piece, which must be of that kind."""
        if self.closed:
            raise ValueError("read of closed file")
        if not self._left:
            raise EOFError("No data left in file" if kind is Saved else "Ran out of input")
        if not isinstance(self._left[0], kind):
            raise NotImplementedError(f"{what} of {self._path!r} at a place where the program has written something else")
        return self._left.pop(0)

    def take_elements(self, kind, count):
        """The next `count` elements of the dtype `kind`, -1 for all: of an array's bytes."""
        from numpy import concatenate, frombuffer, uint8
        parts, need = [], None if count < 0 else count * kind.itemsize
        while self._left and need != 0:
            piece = self._left[0]
            if isinstance(piece, Saved):
                self.take(bytes, "np.fromfile")
            octets = frombuffer(piece, uint8) if isinstance(piece, bytes) else piece.arr.reshape(-1).view(uint8)
            size = octets.size if need is None else min(need, octets.size)
            parts.append(octets[:size])
            need = None if need is None else need - size
            if size == octets.size:
                self._left.pop(0)
            else:
                from numpy.files import _ArrayBytes
                self._left[0] = _ArrayBytes(octets[size:].copy())
        octets = concatenate(parts) if parts else frombuffer(b"", uint8)
        return octets[:octets.size // kind.itemsize * kind.itemsize].copy().view(kind)

    def read(self, size=-1):
        if len(self._left) == 1 and size < 0 and not isinstance(self._left[0], Saved):
            return self._left.pop()
        if any(isinstance(p, Saved) for p in self._left):
            raise NotImplementedError(f"read of {self._path!r}, which the program writes as an array or an object when it runs; "
                                      "np.load and pickle.load read it")
        data = b"".join(bytes(p) for p in self._left)
        size = len(data) if size < 0 else size
        self._left = [data[size:]] if data[size:] else []
        return data[:size]

    def readline(self, size=-1):
        raise NotImplementedError(f"lines, seek and tell of {self._path!r}, which the program writes when it runs")

    readlines = seek = tell = __iter__ = readline

    def readable(self):
        return True


def size_of(piece):
    if isinstance(piece, Saved):
        from numpy.files import _header
        return len(_header(piece.array)) + piece.array.nbytes
    if isinstance(piece, bytes) and piece.startswith(b"\x80\x04cjax "):
        from pickle import _encoded
        return sum(len(p) if isinstance(p, bytes) else p.nbytes for p in _encoded(piece))
    return len(piece)
