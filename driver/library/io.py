"""io: texts and bytes that are written to like files; files that are read."""

import _made
from _cjax import files as _files, made


class IOBase:
    """What all files are."""


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    pass


class _File(TextIOBase, BufferedIOBase):
    """What all files have."""

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class _Memory(_File):
    """A file in memory."""

    def __init__(self, initial_value):
        self._text, self.closed = initial_value, False
        self._at = 0 if initial_value else None  # None: at the end, which run-time parts may move

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def write(self, s):
        self._check()
        if self._at is None:
            self._text += s
            return len(s) if type(s) is type(self._empty) else None
        if not s:
            return 0
        before = self._text[:self._at]
        self._text = before + self._zero * (self._at - len(before)) + s + self._text[self._at + len(s):]
        self._at += len(s)
        return len(s)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        if self._at is None:
            return self._empty
        if self._at == 0 and (size is None or size < 0):
            self._at = None
            return self._text
        end = len(self._text) if size is None or size < 0 else self._at + size
        part, self._at = self._text[self._at:end], min(end, max(len(self._text), self._at))
        return part

    def readline(self):
        if self._at is None:
            return self._empty
        self._text = made.settled(self._text, "a line of a file")
        end = self._text.find(self._newline, self._at) + 1 or len(self._text)
        return self.read(end - self._at)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return iter(self.readline, self._empty)

    def seek(self, pos, whence=0):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if pos and whence:
            self._check_relative("cur" if whence == 1 else "end")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        start = (0, self._at, None)[whence]
        if start is None:
            start = len(self._text) if pos else None
        self._at = None if start is None else max(0, start + pos)
        return self.tell()

    def _check_relative(self, place):
        pass

    def tell(self):
        return len(self._text) if self._at is None else self._at

    def truncate(self, size=None):
        size = self.tell() if size is None else size
        if size < 0:
            raise ValueError(f"{self._negative} size value {size}")
        if self._at is None and len(self._text) > size:
            self._at = len(self._text)
        self._text = self._text[:size]
        return size

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def flush(self):
        self._check()


class StringIO(_Memory):
    _empty, _newline, _zero, _negative = "", "\n", "\0", "Negative"

    def __init__(self, initial_value="", newline="\n"):
        if newline not in ("", "\n"):
            raise NotImplementedError(f"StringIO() with newline={newline!r}")
        super().__init__(initial_value)

    def _check_relative(self, place):
        raise OSError(f"Can't do nonzero {place}-relative seeks")


class _Archive:
    """The bytes of what np.save and np.savez wrote to a BytesIO: another BytesIO takes them."""

    def __init__(self, arrays):
        self.arrays = arrays

    def _unknown(self, *args):
        raise NotImplementedError("the bytes of arrays that np.save wrote to a BytesIO are not known while compiling; give "
                                  "them to io.BytesIO, which np.load reads, or write a file")

    __len__ = __getitem__ = __iter__ = __bytes__ = __repr__ = __str__ = __eq__ = __hash__ = __add__ = _unknown


class BytesIO(_Memory):
    _empty, _newline, _zero, _negative = b"", b"\n", b"\0", "negative"

    def __init__(self, initial_bytes=b""):
        super().__init__(b"" if isinstance(initial_bytes, _Archive) else bytes(initial_bytes))
        if isinstance(initial_bytes, _Archive):
            self._arrays = initial_bytes.arrays

    def write(self, s):
        if isinstance(s, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return super().write(bytes(s))

    def getbuffer(self):
        return self._text

    # Arrays that np.save and np.savez put here, one after the other; their bytes are not known.
    _arrays, _next = None, 0

    def _put(self, arrays):
        self._check()
        if self._text:
            raise NotImplementedError("np.save to a BytesIO that holds other bytes")
        self._arrays = [*(self._arrays or [])[:self._next], arrays]
        self._next += 1

    def _take(self):
        self._check()
        if self._next == len(self._arrays):
            raise EOFError("No data left in file")
        self._next += 1
        return self._arrays[self._next - 1]

    def seek(self, pos, whence=0):
        if self._arrays is None:
            return super().seek(pos, whence)
        self._check()
        if pos or whence == 1:
            raise NotImplementedError("seek in arrays that np.save wrote to a BytesIO; to 0 or to the end")
        self._next = 0 if whence == 0 else len(self._arrays)
        return 0

    def getvalue(self):
        self._check()
        return super().getvalue() if self._arrays is None else _Archive(self._arrays)

    def read(self, size=-1):
        if self._arrays is None:
            return super().read(size)
        left, self._next = self._arrays[self._next:], len(self._arrays)
        return _Archive(left)


class TextIOWrapper(StringIO):
    """A text file, read while compiling."""

    def __init__(self, name, mode, text, encoding):
        super().__init__(text)
        self.name, self.mode, self.encoding = name, mode, encoding

    def write(self, s):
        raise UnsupportedOperation("not writable")

    def truncate(self, size=None):
        raise UnsupportedOperation("truncate")

    def writable(self):
        return False

    def _check_relative(self, place):
        raise UnsupportedOperation(f"can't do nonzero {place}-relative seeks")


class _TextUpdater(TextIOWrapper):
    """A text file that the program reads and writes: what it holds is known here, and the executable writes it."""

    def __init__(self, name, mode, path, text, encoding, raw):
        super().__init__(name, mode, text, encoding)
        # What the file held when it was opened, where that is not the text, and how much of the text stands for it.
        self._raw, self._stands = ("", 0) if raw == text else (raw, len(text))
        _open_updater(self, path)

    def _check_rewrite(self):
        if self._raw:
            raise NotImplementedError(f"{self.name!r} opened with {self.mode!r}: a file whose line ends are not '\\n' can only "
                                      "be read and written to at its end; newline='' or bytes change the others")

    def _bytes(self):
        return (self._raw + self._text[self._stands:]).encode()

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        return _update(self, s)

    def truncate(self, size=None):
        kept = self._text if size is None or size < 0 else self._text[:size]
        if size is not None and len(kept.encode()) != len(kept):
            raise NotImplementedError("truncate(size) of a text file counts bytes, and the text is not ASCII: open it with a 'b'")
        return _truncate(self, StringIO, size)

    def writable(self):
        return True

    def _append(self, s):
        _files.write(s, self._path, 1)


class BufferedReader(BytesIO):
    """A file of bytes, read while compiling."""

    def __init__(self, name, mode, content):
        super().__init__(content)
        self.name, self.mode = name, mode

    def write(self, s):
        raise UnsupportedOperation("write")

    def truncate(self, size=None):
        raise UnsupportedOperation("truncate")

    def writable(self):
        return False


class _BinaryUpdater(BufferedReader):
    """The same of bytes."""

    def __init__(self, name, mode, path, content):
        super().__init__(name, mode, content)
        _open_updater(self, path)

    def write(self, s):
        if isinstance(s, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return _update(self, bytes(s))

    def truncate(self, size=None):
        return _truncate(self, BytesIO, size)

    def writable(self):
        return True

    def _append(self, s):
        _append_bytes(self._path, s)

    def _check_rewrite(self):
        pass

    def _bytes(self):
        return self._text


def _open_updater(f, path):
    f._path, f._at = path, None if f.mode[0] == "a" else f._at
    if f.mode[0] != "r":
        _files.write("", path, "wax".index(f.mode[0]))
    _written.discard(path)
    _updated[path] = f


def _update(f, s):
    if f.mode[0] == "a":
        f._at = None
    at_end = f._at is None or f._at == len(f._text)
    if not at_end:
        f._check_rewrite()
    n = _Memory.write(f, s)
    if at_end:
        f._append(s)
    else:
        _rewrite(f, None)
    return n


def _truncate(f, kind, size):
    if size is not None and size < 0:
        raise OSError(22, "Invalid argument")
    f._check_rewrite()
    size = kind.truncate(f, size)
    if size > len(f._text):
        f._at = len(f._text) if f._at is None else f._at
        f._text += f._zero * (size - len(f._text))
    return _rewrite(f, size)


def _rewrite(f, result):
    """All of the file, which is no longer what the executable has written."""
    _files.write("", f._path, 0)
    if f._text:
        f._append(f._text)
    return result


def _append_bytes(path, content):
    from _cjax import npy
    from _cjax.host import host
    from numpy import frombuffer, uint8
    host(npy.save_as)(path, frombuffer(content, uint8), "append")


class _Writer(_File):
    """A file that the program writes when it runs, from its start to its end."""

    def tell(self):
        _refuse_place(self)

    def seek(self, pos, whence=0):
        _refuse_place(self)

    def truncate(self, size=None):
        _refuse_place(self)

    def flush(self):
        pass


class _TextWriter(_Writer):
    """A text file that the program writes when it runs."""

    def __init__(self, name, mode, path):
        self.name, self.mode, self.encoding, self.closed, self._path = name, mode, "utf-8", False, path
        _begin(path, mode[0])
        _files.write("", path, "wax".index(mode[0]))

    def write(self, s):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        _files.write(s, self._path, 1)
        _made.append(self._path, s)
        return len(s)

    def read(self, size=-1):
        raise UnsupportedOperation("not readable")


class _BinaryWriter(_Writer):
    """A file of bytes that the program writes when it runs; arrays may be what only the running program knows."""

    def __init__(self, name, mode, path):
        self.name, self.mode, self.closed, self._path = name, mode, False, path
        self._written = mode[0] == "a"
        self._pieces = _pieces(path) if self._written else []
        _begin(path, mode[0])
        _files.write("", path, "wax".index(mode[0]))

    def write(self, b):
        from numpy import ndarray
        from numpy.files import _ArrayBytes
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if isinstance(b, ndarray):
            b = _ArrayBytes(b.copy())
        if isinstance(b, _ArrayBytes):
            return self._put([b], b)
        b = bytes(b)
        if not b.startswith(b"\x80\x04cjax "):
            return self._put([b], b)
        from pickle import _encoded
        return self._put(_encoded(b), b)

    def _put(self, parts, piece):
        """Parts of the file, which are noted as one piece of a stream."""
        from _cjax import npy
        from _cjax.host import host
        from numpy import frombuffer, ndarray, uint8
        from numpy.files import _ArrayBytes
        from _streams import Stream
        if self.closed:
            raise ValueError("write to closed file")
        self._written, size = 1, 0
        for part in parts:
            arr = frombuffer(part, uint8) if isinstance(part, bytes) else part.arr if isinstance(part, _ArrayBytes) else part
            size += arr.nbytes
            if arr.nbytes:
                host(npy.save_as)(self._path, arr, "append")
        known = made.certain() and not _made.in_doubt(self._path)
        if known and self._pieces is not None:
            self._pieces.append(piece)
        _made.changed(self._path, _made.FILE, Stream(list(self._pieces)) if known and self._pieces is not None else None)
        return size

    def read(self, size=-1):
        raise UnsupportedOperation("read")


_written = set()  # paths whose contents only the running program knows
_updated = {}     # path -> the file opened with a '+' that was there last


def _begin(path, mode):
    pieces = None
    if mode == "a" and not _made.in_doubt(path):
        pieces = _made.content(path)
        pieces = [] if pieces is None and not _made.exists(path) else pieces
    _made.changed(path, _made.FILE, pieces if mode == "a" else [])
    _written.add(path)
    _updated.pop(path, None)


def _pieces(path):
    """What a file holds that is written at its end, where that is known: the program has made it, or it is not there."""
    from numpy.files import _Arrays
    from _streams import Saved, Stream
    if _made.in_doubt(path):
        return None
    found = _made.content(path)
    if isinstance(found, Stream):
        return list(found.pieces)
    if isinstance(found, _Arrays):
        return [Saved(found[""])] if "" in found else None
    return None if _made.exists(path) else []


def _refuse_place(f):
    raise NotImplementedError(f"seek, tell and truncate of a file opened with {f.mode!r}; with {f.mode + '+'!r} they are there")


def _contents(path):
    """The bytes of a file, or what the program has made of it."""
    doubt = _made.in_doubt(path)
    if not doubt and _made.is_made(path):
        text = _made.text(path)
        if text is not None:
            return text
        if hasattr(_made.content(path), "bytes") and _made.content(path).bytes() is not None:
            return _made.content(path).bytes()
        if not _made.exists(path):
            return (2, "No such file or directory")
    if doubt or path in _written:
        raise NotImplementedError(f"open({path!r}): files are read while compiling, and the program writes this one when it "
                                  "runs; opened for writing with a '+' it can be read again")
    if path in _updated:
        return _updated[path]._bytes()
    return _files.read(path)


class UnsupportedOperation(OSError, ValueError):
    pass


def _check_text(mode, encoding, newline):
    for name, value in (("encoding", encoding), ("newline", newline)):
        if value is not None and "b" in mode:
            raise ValueError(f"binary mode doesn't take {'an' if name == 'encoding' else 'a'} {name} argument")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if newline in ("\r", "\r\n"):
        raise NotImplementedError(f"open() with newline={newline!r}; None, '' and '\\n' are there")
    plain = "" if encoding is None else encoding.lower().replace("_", "-")
    if plain == "utf-8-sig" and mode.replace("t", "") != "r":
        raise NotImplementedError(f"open() with encoding {encoding!r} and mode {mode!r}; 'r' reads such files")
    if plain not in ("", "utf-8", "utf8", "utf-8-sig", "ascii", "us-ascii"):
        raise NotImplementedError(f"open() with encoding {encoding!r}; utf-8 is there")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file that is read while compiling, whose contents become constants of the program, or one that the program writes, or
    both, with a '+': then what it holds is known while compiling, too."""
    if opener is not None or not closefd or errors not in (None, "strict"):
        raise NotImplementedError("open() with opener, closefd or errors")
    if not isinstance(mode, str) or sorted(mode.replace("b", "").replace("t", "")) not in (["r"], ["w"], ["a"], ["x"], ["+", "r"], ["+", "w"], ["+", "a"], ["+", "x"]):
        raise ValueError(f"invalid mode: {mode!r}")
    _check_text(mode, encoding, newline)
    path = file.__fspath__() if hasattr(file, "__fspath__") else file
    kind = mode.replace("b", "").replace("t", "").replace("+", "")
    if kind != "r" and "+" not in mode:
        return _BinaryWriter(file, kind + "b", path) if "b" in mode else _TextWriter(file, kind, path)
    if mode.replace("t", "") == "rb" and (isinstance(_made.content(path), dict) or _made.arrays(path)):
        from numpy.files import _MadeFile
        return _MadeFile(path)
    if mode.replace("t", "") == "rb" and hasattr(_made.content(path), "pieces") and _made.content(path).bytes() is None:
        from _streams import Reader
        return Reader(path, _made.content(path).pieces)
    content = b"" if kind in "wx" else _contents(path)
    if isinstance(content, tuple):
        if kind != "a" or content[0] != 2:
            raise OSError(*content, path)
        content = b""
    if "b" in mode:
        content = content if isinstance(content, bytes) else content.encode()
        mode = kind + "b" + "+" * ("+" in mode)
        return _BinaryUpdater(file, mode, path, content) if "+" in mode else BufferedReader(path, mode, content)
    text = raw = content if not isinstance(content, bytes) else content.decode("utf-8")
    text = text[1:] if encoding == "utf-8-sig" and text.startswith("\ufeff") else text
    text = text if newline is not None else text.replace("\r\n", "\n").replace("\r", "\n")
    if "+" in mode:
        return _TextUpdater(file, kind + "+", path, text, encoding or "utf-8", raw)
    return TextIOWrapper(path, mode, text, encoding or "utf-8")
