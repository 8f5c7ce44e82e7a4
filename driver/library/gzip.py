"""gzip: compressed files, read while compiling."""

import builtins as _builtins
import io as _io

from _cjax.files import inflate as _inflate


class BadGzipFile(OSError):
    pass


def _decompressed(data, what):
    out = _inflate(data, 31) if data else b""
    if isinstance(out, str):
        if out.startswith("it ends"):
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        raise BadGzipFile(f"{what}: {out}")
    return out


def decompress(data):
    return _decompressed(bytes(data), "gzip.decompress")


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """A file of what is in the compressed file `filename`: bytes, or text for mode 'rt'."""
    if mode not in ("r", "rb", "rt"):
        raise NotImplementedError(f"gzip.open() with mode {mode!r}: programs read compressed files, they write none")
    if hasattr(filename, "read"):
        data, name = filename.read(), getattr(filename, "name", None)
    else:
        with _builtins.open(filename, "rb") as file:
            data, name = file.read(), file.name
    content = _decompressed(data, name or "gzip.open")
    if mode != "rt":
        return _io.BufferedReader(name, "rb", content)
    text = content.decode("utf-8")
    return _io.TextIOWrapper(name, mode, text if newline == "" else text.replace("\r\n", "\n").replace("\r", "\n"), encoding or "utf-8")


def GzipFile(filename=None, mode="rb", compresslevel=9, fileobj=None, mtime=None):
    return open(fileobj if filename is None else filename, mode or "rb")
