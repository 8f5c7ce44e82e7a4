"""What the program makes of files and folders.

It is known while compiling, as what is on the disk is, where it happens outside of staged loops, branches and functions. A path
that is changed inside of one is in doubt: the executable says whether it is there, and reads its arrays from the disk.
"""

from _cjax import files as _files
from _cjax import made as _native

FILE, FOLDER, GONE = 2, 1, -1
MAKE, MAKE_ALL, HAVE, REMOVE, REMOVE_FOLDER, REMOVE_TREE, RENAME = range(7)


class _Made:
    """What became of a path: `kind`, and `content`: pieces of text, arrays by name, or None where it is not known."""

    def __init__(self, kind, content, nested):
        self.kind, self.content, self.nested = kind, content, nested


_made = {}


def _path(path):
    return path.__fspath__() if hasattr(path, "__fspath__") else path


def changed(path, kind, content=None):
    """The program makes a file or a folder of the path, or removes it: now, or where this is staged."""
    name = _native.normal(_path(path))
    if name is not None and _native.certain():
        _made[name] = _Made(kind, content, _native.nested(name))


def in_doubt(path):
    name = _native.normal(_path(path))
    if name is None or name not in _made:
        return name is not None and _native.nested(name) > 0
    return _native.nested(name) > _made[name].nested


def content(path):
    """What the program has written there, or None."""
    name = _native.normal(_path(path))
    return None if name not in _made or in_doubt(name) else _made[name].content


def text(path):
    """The text that the program has written there, or None."""
    found = content(path)
    return "".join(found) if isinstance(found, list) else found.text() if hasattr(found, "text") else None


def is_made(path):
    return _native.normal(_path(path)) in _made


def arrays(path):
    """(name, shape, dtype) of what a staged loop, branch or function has saved there, or None."""
    name = _native.normal(_path(path))
    return _native.arrays(name) if name is not None and in_doubt(name) else None


def append(path, text):
    if _native.certain():
        pieces = content(path)
        if isinstance(pieces, list):
            pieces.append(text)


def _above(name):
    while "/" in name.lstrip("/"):
        name = name[:name.rindex("/")]
        yield name


def _is(path, kind, on_disk):
    path = _path(path)
    name = _native.normal(path)
    if name is None:
        return on_disk(path)
    if in_doubt(name):
        return _native.look(path, kind)
    for n in (name, *_above(name)):
        if n in _made:
            if _made[n].kind == GONE:
                return False
            if n == name:
                return kind in (0, _made[n].kind)
    return on_disk(path)


def exists(path):
    return _is(path, 0, _files.exists)


def isdir(s):
    return _is(s, FOLDER, _files.isdir)


def isfile(path):
    return _is(path, FILE, _files.isfile)


def _fail(kind, number, text, path):
    raise kind(number, text, path)


def _known(path):
    """Whether what is there is known now."""
    return _native.normal(path) is not None and _native.certain() and not in_doubt(path)


def _missing(path):
    _fail(FileNotFoundError, 2, "No such file or directory", path)


def _change(path, how, kind, other=""):
    _native.change(other, path, how)
    changed(path, kind)


def mkdir(path, mode=0o777):
    path = _path(path)
    if _known(path):
        if exists(path):
            _fail(FileExistsError, 17, "File exists", path)
        name = _native.normal(path)
        for above in _above(name):
            if not exists(above):
                _missing(path)
    _change(path, MAKE, FOLDER)


def makedirs(name, mode=0o777, exist_ok=False):
    path = _path(name)
    if _known(path):
        if not isdir(path) if exist_ok else exists(path):
            if exists(path):
                _fail(FileExistsError, 17, "File exists", path)
    _change(path, HAVE if exist_ok else MAKE_ALL, FOLDER)
    for above in _above(_native.normal(path) or ""):
        if not is_made(above):
            changed(above, FOLDER)


def remove(path):
    path = _path(path)
    if _known(path):
        if not exists(path):
            _missing(path)
        if isdir(path):
            _fail(IsADirectoryError, 21, "Is a directory", path)
    _change(path, REMOVE, GONE)


def listdir(path="."):
    """The names in a folder, in no order: those on the disk now and what the program has made of them."""
    path = _path(path)
    name = _native.normal(path)
    if name is None:
        raise NotImplementedError("listdir of a path that only the executable knows")
    if _native.below(name):
        raise NotImplementedError(f"listdir({path!r}): a staged loop, branch or function writes there, and which files there are is "
                                  "known only when the program runs")
    found = _native.names(path) if not any(_is_gone(n) for n in (name, *_above(name))) else 2
    if not is_made(path) and isinstance(found, int):
        _fail(NotADirectoryError, 20, "Not a directory", path) if found == 20 else _missing(path)
    if not exists(path):
        _missing(path)
    names = [] if isinstance(found, int) else found
    head = name + "/" if name and name != "/" else name
    for n, m in _made.items():
        tail = n.removeprefix(head)
        if n != tail or not head:
            if tail and "/" not in tail and tail not in names:
                names.append(tail)
    return [n for n in sorted(names) if exists(head + n)]


def _is_gone(name):
    return name in _made and _made[name].kind == GONE


def rmdir(path):
    path = _path(path)
    if _known(path):
        if not exists(path):
            _missing(path)
        if not isdir(path):
            _fail(NotADirectoryError, 20, "Not a directory", path)
        if listdir(path):
            _fail(OSError, 39, "Directory not empty", path)
    _change(path, REMOVE_FOLDER, GONE)


def rmtree(path, ignore_errors=False):
    path = _path(path)
    if _known(path) and not exists(path):
        if ignore_errors:
            return
        _missing(path)
    name = _native.normal(path)
    if name is not None and _native.certain():
        for n in list(_made):
            if n.startswith(name + "/"):
                changed(n, GONE)
    _change(path, REMOVE_TREE, GONE)


def rename(src, dst):
    src, dst = _path(src), _path(dst)
    if _known(src) and not exists(src):
        raise FileNotFoundError(2, "No such file or directory", src)
    was = content(src)
    kind = FOLDER if isdir(src) is True else FILE
    if kind == FOLDER:
        raise NotImplementedError("renaming a folder")
    _native.change(dst, src, RENAME)
    changed(src, GONE)
    changed(dst, FILE, was)
