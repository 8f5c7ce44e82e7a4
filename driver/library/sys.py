"""sys: the streams, limits and versions; argv is the executable's."""

from collections import namedtuple

from _cjax import argv as _argv
from _cjax.core import flush, handled as _handled, modules as _modules, print_text


class _Stream:
    """Text goes to the executable's standard output or error."""

    encoding, errors, closed = "utf-8", "strict", False

    def __init__(self, number, name):
        self._cjax_stream, self.name, self.mode = number, name, "w"

    def write(self, text):
        print_text(self._cjax_stream, text)
        return len(text) if type(text) is str else None

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        flush()

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False

    def fileno(self):
        return self._cjax_stream


class _Input(_Stream):
    """Standard input: its texts are known to the executable only."""

    def readline(self, size=-1):
        return _argv.read_line(-1 if size is None else size, 0)

    def read(self, size=-1):
        return _argv.read_line(-1 if size is None else size, 1)

    def __iter__(self):
        return _argv.lines()

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        return list(self)

    def write(self, text):
        import io
        raise io.UnsupportedOperation("not writable")

    def writable(self):
        return False

    def readable(self):
        return True


class _Arguments:
    """sys.argv: its length and its items are known to the executable only."""

    def __len__(self):
        return _argv.count()

    def __getitem__(self, k):
        if isinstance(k, slice):
            return self._fixed(_argv.fixed() or 1)[k]
        if k == 0:
            return _argv.program()
        bound = _argv.defined(f"argv[{k}]") if type(k) is int else None
        return _argv.item(k) if bound is None else self._bound(k, bound)

    def _bound(self, k, text):
        """The text that --define gives: the executable may be given no other."""
        if _argv.count() > k:
            if _argv.item(k) != text:
                print(f"usage: {_argv.program()}: compiled with --define argv[{k}]={text}", file=stderr)
                raise SystemExit(2)
        return text

    def _fixed(self, n):
        """Its items where their number is needed while compiling: then the executable takes no other."""
        if _argv.count() != n:
            more = "" if _argv.fixed() else " (cjaxc --argc=N makes it another number)"
            print(f"usage: {_argv.program()}{' ARG' * (n - 1)}: compiled for {n - 1} arguments{more}", file=stderr)
            raise SystemExit(2)
        return [self[k] for k in range(n)]

    def __iter__(self):
        return iter(self._fixed(_argv.fixed() or 1))

    def __bool__(self):
        return True


stdin = __stdin__ = _Input(0, "<stdin>")
stdout = __stdout__ = _Stream(1, "<stdout>")
stderr = __stderr__ = _Stream(2, "<stderr>")

argv = _argv.static_items()
if argv is None:
    argv = _Arguments()._fixed(_argv.fixed()) if _argv.fixed() else _Arguments()

_VersionInfo = namedtuple("version_info", "major minor micro releaselevel serial")
version_info = _VersionInfo(3, 12, 0, "final", 0)
hexversion = 0x030C00F0
version = "3.12.0 (cjax)"
platform, byteorder, executable = "linux", "little", ""
modules = _modules()
maxsize, maxunicode = 2**63 - 1, 0x10FFFF
path, prefix, flags = [], "", None
_float_info = namedtuple("float_info", "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds")
float_info = _float_info(1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53,
                         2.220446049250313e-16, 2, 1)
_int_info = namedtuple("int_info", "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold")
int_info = _int_info(30, 4, 4300, 640)
_limit = 1000


def exit(status=None):
    raise SystemExit(status) if status is not None else SystemExit


def getrecursionlimit():
    return _limit


def setrecursionlimit(limit):
    global _limit
    _limit = limit


def getdefaultencoding():
    return "utf-8"


def intern(string):
    return string


def exc_info():
    """The class of the exception being handled, the exception, and its traceback, which is None."""
    exc = _handled()
    return (None, None, None) if exc is None else (type(exc), exc, None)


def exception():
    """The exception being handled, or None."""
    return _handled()
