"""io: texts and bytes that are written to like files; files that are read."""

from _cjax import files as _files


class _Memory:
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
        self._text = self._text[:self._at] + s + self._text[self._at + len(s):]
        self._at += len(s)
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        if self._at is None:
            return self._empty
        end = len(self._text) if size is None or size < 0 else self._at + size
        part, self._at = self._text[self._at:end], min(end, max(len(self._text), self._at))
        return part

    def readline(self):
        if self._at is None:
            return self._empty
        end = self._text.find(self._newline, self._at) + 1 or len(self._text)
        return self.read(end - self._at)

    def readlines(self):
        return list(self)

    def __iter__(self):
        return iter(self.readline, self._empty)

    def seek(self, pos, whence=0):
        self._at = pos if whence == 0 else None
        return self.tell()

    def tell(self):
        return len(self._text) if self._at is None else self._at

    def truncate(self, size=None):
        size = self.tell() if size is None else size
        self._text = self._text[:size]
        return size

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


class StringIO(_Memory):
    _empty, _newline = "", "\n"

    def __init__(self, initial_value="", newline="\n"):
        super().__init__(initial_value)


class BytesIO(_Memory):
    _empty, _newline = b"", b"\n"

    def __init__(self, initial_bytes=b""):
        super().__init__(bytes(initial_bytes))

    def write(self, s):
        if isinstance(s, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return super().write(bytes(s))

    def getbuffer(self):
        return self._text


class TextIOWrapper(StringIO):
    """A text file, read while compiling."""

    def __init__(self, name, mode, text, encoding):
        super().__init__(text)
        self.name, self.mode, self.encoding = name, mode, encoding

    def write(self, s):
        raise UnsupportedOperation("not writable")


class BufferedReader(BytesIO):
    """A file of bytes, read while compiling."""

    def __init__(self, name, mode, content):
        super().__init__(content)
        self.name, self.mode = name, mode

    def write(self, s):
        raise UnsupportedOperation("write")


class _TextWriter:
    """A text file that the program writes when it runs."""

    def __init__(self, name, mode, path):
        self.name, self.mode, self.encoding, self.closed, self._path = name, mode, "utf-8", False, path
        _written.add(path)
        _files.write("", path, "wax".index(mode[0]))

    def write(self, s):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        _files.write(s, self._path, 1)
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def read(self, size=-1):
        raise UnsupportedOperation("not readable")

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def isatty(self):
        return False

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


_written = set()


class UnsupportedOperation(OSError, ValueError):
    pass


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file that is read while compiling, whose contents become constants of the program, or a text file that the program writes."""
    if opener is not None or not closefd or errors not in (None, "strict"):
        raise NotImplementedError("open() with opener, closefd or errors")
    if not isinstance(mode, str) or sorted(mode.replace("b", "").replace("t", "")) not in (["r"], ["w"], ["a"], ["x"], ["+", "r"], ["+", "w"], ["+", "a"], ["+", "x"]):
        raise ValueError(f"invalid mode: {mode!r}")
    path = file.__fspath__() if hasattr(file, "__fspath__") else file
    if "+" in mode or ("b" in mode and "r" not in mode):
        raise NotImplementedError(f"open() with mode {mode!r}: a program writes text ('w', 'a', 'x') and arrays (np.save, np.savetxt, np.savez)")
    if "r" not in mode:
        return _TextWriter(file, mode.replace("t", ""), path)
    if path in _written:
        raise NotImplementedError(f"open({path!r}): files are read while compiling, and the program writes this one when it runs")
    content = _files.read(path)
    if isinstance(content, tuple):
        raise OSError(*content, path)
    if "b" in mode:
        return BufferedReader(path, mode, content)
    if encoding not in (None, "utf-8", "utf8", "UTF-8", "utf-8-sig", "ascii"):
        raise NotImplementedError(f"open() with encoding {encoding!r}; utf-8 is there")
    text = content.decode("utf-8")
    text = text[1:] if encoding == "utf-8-sig" and text.startswith("\ufeff") else text
    return TextIOWrapper(path, mode, text if newline == "" else text.replace("\r\n", "\n").replace("\r", "\n"), encoding or "utf-8")
