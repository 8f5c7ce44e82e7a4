"""tempfile: names are chosen while compiling, one for each call; the executable makes the files and folders."""

import os
import shutil
import sys
import zlib
from contextlib import AbstractContextManager

_count = 0
tempdir = None


def gettempdir():
    return tempdir or "/tmp"


def _name(suffix, prefix, dir):
    global _count
    _count += 1
    folder = gettempdir() if dir is None else os.fspath(dir)
    program = getattr(sys.modules["__main__"], "__file__", "") or ""
    return f"{folder}/{prefix or 'tmp'}{zlib.crc32(os.path.abspath(program).encode()):08x}{_count}{suffix or ''}"


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    os.makedirs(path, exist_ok=True)
    return path


class TemporaryDirectory(AbstractContextManager):
    """A folder that is removed, with all that is in it, by cleanup() or at the end of `with`."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name, self._delete = mkdtemp(suffix, prefix, dir), delete

    def __enter__(self):
        return self.name

    def __exit__(self, *exc_info):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"


class _NamedFile(AbstractContextManager):
    """A file that is removed when it is closed, unless that was not wanted."""

    def __init__(self, file, name, delete):
        self._file, self.name, self._delete = file, name, delete

    def __getattr__(self, key):
        return getattr(self._file, key)

    def __iter__(self):
        return iter(self._file)

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        if not self._file.closed:
            self._file.close()
            if self._delete and os.path.exists(self.name):
                os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *,
                       errors=None, delete_on_close=True):
    name = _name(suffix, prefix, dir)
    return _NamedFile(open(name, mode, buffering, encoding, errors, newline), name, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir)
