"""pathlib: POSIX paths."""

import os


class PurePath:
    """A path as its parts."""

    def __init__(self, *args):
        text = ""
        for a in args:
            a = str(a) if isinstance(a, PurePath) else a
            if not isinstance(a, str):
                raise TypeError(f"argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not '{type(a).__name__}'")
            text = os.path.join(text, a) if text else a
        self.root = "/" if text.startswith("/") else ""
        self._tail = [p for p in text.split("/") if p not in ("", ".")]

    def _with(self, tail):
        made = type(self)(self.root)
        made._tail = tail
        return made

    drive = ""
    anchor = property(lambda self: self.root)
    parts = property(lambda self: tuple(([self.root] if self.root else []) + self._tail))
    name = property(lambda self: self._tail[-1] if self._tail else "")
    parent = property(lambda self: self._with(self._tail[:-1]))

    @property
    def parents(self):
        made = [self._with(self._tail[:i]) for i in reversed(range(len(self._tail)))]
        return tuple(made)

    @property
    def suffix(self):
        i = self.name.rfind(".")
        return self.name[i:] if 0 < i < len(self.name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        return [] if name.endswith(".") else ["." + s for s in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return self.name[:len(self.name) - len(self.suffix)]

    def __str__(self):
        return self.root + "/".join(self._tail) or "."

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __truediv__(self, other):
        return type(self)(self, other) if isinstance(other, (str, PurePath)) else NotImplemented

    def __rtruediv__(self, other):
        return type(self)(other, self) if isinstance(other, (str, PurePath)) else NotImplemented

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __eq__(self, other):
        return isinstance(other, PurePath) and self.parts == other.parts

    def __hash__(self):
        return hash(self.parts)

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __gt__(self, other):
        return self.parts > other.parts

    def __ge__(self, other):
        return self.parts >= other.parts

    def is_absolute(self):
        return bool(self.root)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._with(self._tail[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def relative_to(self, *other):
        base = type(self)(*other)
        n = len(base.parts)
        if self.parts[:n] != base.parts:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the "
                             "other is absolute.")
        return type(self)(*self.parts[n:])

    def is_relative_to(self, *other):
        base = type(self)(*other)
        return self.parts[:len(base.parts)] == base.parts


PurePosixPath = PurePath


class Path(PurePath):
    """A path of this machine: what is there is looked up while compiling."""

    def __repr__(self):
        return f"PosixPath({str(self)!r})"

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        return open(self, "r", -1, encoding, errors).read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with open(self, "w", -1, encoding, errors, newline) as f:
            return f.write(data)

    def write_bytes(self, data):
        with open(self, "wb") as f:
            return f.write(data)

    def read_bytes(self):
        return open(self, "rb").read()

    def exists(self):
        return os.path.exists(str(self))

    def is_file(self):
        return os.path.isfile(str(self))

    def is_dir(self):
        return os.path.isdir(str(self))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        if exist_ok or parents:
            os.makedirs(str(self), mode, exist_ok)
        else:
            os.mkdir(str(self), mode)

    def rmdir(self):
        os.rmdir(str(self))

    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            os.remove(str(self))

    def touch(self, mode=0o666, exist_ok=True):
        if not exist_ok and self.exists():
            raise FileExistsError(17, "File exists", str(self))
        with open(self, "a"):
            pass

    def rename(self, target):
        os.rename(str(self), os.fspath(target))
        return type(self)(target)

    replace = rename

    def iterdir(self):
        return iter([self / name for name in os.listdir(str(self))])

    def glob(self, pattern):
        """Paths below this one whose parts match; `**` stands for any folders."""
        from fnmatch import fnmatchcase
        head, _, rest = pattern.partition("/")
        if head == "**":
            yield from self.glob(rest or "*")
            for path in self.iterdir():
                if path.is_dir():
                    yield from path.glob(pattern)
            return
        for path in self.iterdir():
            if fnmatchcase(path.name, head):
                if not rest:
                    yield path
                elif path.is_dir():
                    yield from path.glob(rest)

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def absolute(self):
        return self if self.root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(os.path.abspath(str(self)))

    def expanduser(self):
        return self


PosixPath = Path
