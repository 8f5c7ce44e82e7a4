"""Arrays in files: NumPy's own formats .npy and .npz, and tables as text."""

import io
import warnings
from contextlib import AbstractContextManager

import _made
import _streams
from _cjax import npy
from _cjax.made import settled
from _cjax.host import asarray, dtype as dtype_of, host

_save = host(npy.save)
_save_as = host(npy.save_as)
_bytes_of = host(npy.bytes_of)


def _named(file):
    if hasattr(file, "read") or hasattr(file, "write"):
        raise NotImplementedError("files that are open already; give np.load and np.save a path")
    return file.__fspath__() if hasattr(file, "__fspath__") else file


class _Arrays(dict):
    """What np.save (under the name "") and np.savez have written, as it was then."""

    def __init__(self, arrays):
        dict.__init__(self, {name: asarray(x).copy() for name, x in arrays.items()})


def _note(path, arrays):
    """The program has written these arrays: np.load of the path finds them again."""
    # Floats of 8 bits are read as they were not written.
    plain = all(asarray(x).dtype.itemsize > 1 or asarray(x).dtype.kind in "biu" for x in arrays.values())
    _made.changed(path, _made.FILE, _Arrays(arrays) if plain else None)


def _into(file, arrays):
    """np.save and np.savez to a file that is open: all that is in it. True if `file` is one."""
    if not hasattr(file, "write"):
        return False
    if isinstance(file, io.BytesIO):
        file._put(_Arrays(arrays))
        return True
    if isinstance(file, io._BinaryWriter) and "" in arrays:
        _append_saved(file, asarray(arrays[""]))
        return True
    if getattr(file, "_written", 1) or "b" not in file.mode:
        raise NotImplementedError(f"np.savez to a file opened with {file.mode!r} that holds something already; give it a path")
    file._written = 1
    (_save_array if "" in arrays else _save_archive)(file._path, arrays)
    return True


def _header(x):
    order = "|" if x.dtype.itemsize == 1 else "<"
    text = f"{{'descr': '{order}{x.dtype.kind}{x.dtype.itemsize}', 'fortran_order': False, 'shape': {tuple(x.shape)}, }}"
    size = -(-(len(text) + 11) // 64) * 64 - 10
    return b"\x93NUMPY\x01\x00" + size.to_bytes(2, "little") + text.ljust(size - 1).encode() + b"\n"


def _append_saved(file, x):
    """An array in NumPy's format behind what the file holds."""
    plain = _Arrays({"": x})[""]
    if plain.dtype.kind not in "biufc":
        raise NotImplementedError(f"np.save of {plain.dtype.name} to an open file; give it a path")
    file._put([_header(plain), plain], _streams.Saved(plain))


def _save_array(path, arrays):
    _save(path, asarray(arrays[""]))
    _note(path, arrays)


def _save_archive(path, arrays):
    for i, (name, x) in enumerate(arrays.items()):
        _save_as(path, asarray(x), f"npz {i} {len(arrays)} {name}")
    _note(path, arrays)


class _MadeFile(AbstractContextManager):
    """A file of bytes that the program has written as arrays, to read them again."""

    def __init__(self, path):
        self.name, self.mode, self.closed, self._path = path, "rb", False, path

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        self.closed = True

    def read(self, size=-1):
        raise NotImplementedError(f"read of {self._path!r}, which the program writes as an array when it runs; np.load reads it")

    readline = readlines = seek = tell = __iter__ = read


class NpzFile(AbstractContextManager):
    """The arrays of an .npz file by name: shapes are read while compiling, contents when the program runs."""

    def __init__(self, path, arrays=None):
        self.fid, self.zip, self._path, self._arrays = None, None, path, arrays
        self.files = [name for name, _, _ in npy.members(path)] if arrays is None else list(arrays)

    def __getitem__(self, key):
        name = key if key in self.files else key.removesuffix(".npy")
        if name not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        if self._arrays is None:
            return npy.load(f"{self._path}/{name}")
        found = self._arrays[name]
        return npy.load_as(f"{self._path}/{name}", *found) if isinstance(found, tuple) else found.copy()

    def __contains__(self, key):
        return key in self.files or key.removesuffix(".npy") in self.files

    def __iter__(self):
        return iter(self.files)

    def __len__(self):
        return len(self.files)

    def keys(self):
        return list(self.files)

    def values(self):
        return [self[name] for name in self.files]

    def items(self):
        return [(name, self[name]) for name in self.files]

    def get(self, key, default=None):
        return self[key] if key in self else default

    def close(self):
        pass

    def __repr__(self):
        names = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {self._path!r} with keys: {names}"


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII", *, max_header_size=10000):
    """The array in the file `file`, or the NpzFile of an .npz: its shape is read while compiling, its contents when the program runs."""
    if mmap_mode is not None:
        raise NotImplementedError("np.load(mmap_mode=...)")
    if isinstance(file, io.BytesIO) and file._arrays is not None:
        return _again(file._take(), "object")
    if isinstance(file, _streams.Reader):
        return file.take(_streams.Saved, "np.load").array.copy()
    path = file._path if isinstance(file, _MadeFile) else _named(file)
    if _made.in_doubt(path):
        found = _made.arrays(path)
        if found:
            return _again({name: (shape, dtype) for name, shape, dtype in found}, path)
    if isinstance(_made.content(path), _streams.Stream):
        return load(_streams.Reader(path, _made.content(path).pieces))
    if isinstance(_made.content(path), _Arrays):
        return _again(_made.content(path), path)
    if isinstance(path, str) and _made.exists(path) is False:
        raise FileNotFoundError(2, "No such file or directory", path)
    if isinstance(path, str) and path.endswith((".png", ".pgm", ".ppm")):
        raise ValueError("Cannot load file containing pickled data when allow_pickle=False")
    return NpzFile(path) if isinstance(path, str) and path.endswith(".npz") else npy.load(path)


def _again(arrays, path):
    if "" not in arrays:
        return NpzFile(path, arrays)
    found = arrays[""]
    return npy.load_as(path, *found) if isinstance(found, tuple) else found.copy()


def save(file, arr, allow_pickle=True):
    """Writes `arr` to the file `file`, with .npy added where it is missing, when the program runs."""
    arrays = {"": arr}
    if not _into(file, arrays):
        path = _named(file)
        _save_array(path if path.endswith(".npy") else path + ".npy", arrays)


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to an .npz, by name, when the program runs; those without one are arr_0, arr_1, ..."""
    arrays = dict(kwds)
    for i, x in enumerate(args):
        if f"arr_{i}" in arrays:
            raise ValueError(f"Cannot use un-named variables and keyword arr_{i}")
        arrays[f"arr_{i}"] = x
    if not arrays:
        raise NotImplementedError("np.savez of no arrays")
    if not _into(file, arrays):
        path = _named(file)
        _save_archive(path if path.endswith(".npz") else path + ".npz", arrays)


def savez_compressed(file, *args, allow_pickle=True, **kwds):
    """The same archive: its arrays are stored as they are."""
    savez(file, *args, allow_pickle=allow_pickle, **kwds)


class _ArrayBytes:
    """The bytes of an array, for a file that the program writes: they are looked at only where something else asks."""

    def __init__(self, arr):
        self.arr = arr

    def __len__(self):
        return self.arr.nbytes

    def __bytes__(self):
        return _bytes_of(self.arr)

    def __getattr__(self, name):
        return getattr(bytes(self), name)

    def __getitem__(self, key):
        return bytes(self)[key]

    def __iter__(self):
        return iter(bytes(self))

    def __eq__(self, other):
        return bytes(self) == (bytes(other) if isinstance(other, _ArrayBytes) else other)

    def __hash__(self):
        return hash(bytes(self))

    def __add__(self, other):
        return bytes(self) + bytes(other)

    def __radd__(self, other):
        return other + bytes(self)

    def __repr__(self):
        return repr(bytes(self))


def _in_order(a, order):
    if order not in ("C", "K", "A", None):
        raise NotImplementedError("tobytes of another order than C")
    return _ArrayBytes(asarray(a).copy())


def _tobytes(a, order="C"):
    return _in_order(a, order)


def _tofile(a, fid, sep="", format="%s"):
    if sep:
        raise NotImplementedError("ndarray.tofile as text; np.savetxt writes text")
    if hasattr(fid, "write"):
        fid.write(_in_order(a, "C"))
        return
    with open(fid, "wb") as f:
        f.write(_in_order(a, "C"))


def frombuffer(buffer, dtype=float, count=-1, offset=0, *, like=None):
    """The bytes of a buffer, which are known while compiling, as an array."""
    kind, data = dtype_of(dtype), bytes(buffer)
    if not -1 < offset <= len(data):
        raise ValueError(f"offset must be non-negative and no greater than buffer length ({len(data)})")
    room = len(data) - offset
    if count < 0 and room % kind.itemsize:
        raise ValueError("buffer size must be a multiple of element size")
    if count * kind.itemsize > room:
        raise ValueError("buffer is smaller than requested size")
    return npy.of_bytes(data, kind, offset, room // kind.itemsize if count < 0 else count)


def fromfile(file, dtype=float, count=-1, sep="", offset=0, *, like=None):
    """The bytes of a file, read while compiling, as an array."""
    if sep:
        raise NotImplementedError("np.fromfile of text; np.loadtxt reads text")
    kind = dtype_of(dtype)
    if not hasattr(file, "read"):
        with open(file, "rb") as f:
            return fromfile(f, kind, count, sep, offset)
    if isinstance(file, _streams.Reader):
        file.take_elements(dtype_of("uint8"), offset)
        return file.take_elements(kind, count)
    data = file.read() if count < 0 else file.read(offset + count * kind.itemsize)
    room = (len(data) - offset) // kind.itemsize
    return frombuffer(data[:offset + room * kind.itemsize], kind, room if count < 0 else min(count, room), offset)


def savetxt(fname, X, fmt="%.18e", delimiter=" ", newline="\n", header="", footer="", comments="# ", encoding=None):
    """Writes an array of rank 1 or 2 as text, a row a line, when the program runs; one format for all elements."""
    x = asarray(X)
    if x.ndim not in (1, 2):
        raise ValueError(f"Expected 1D or 2D array, got {x.ndim}D array instead")
    if x.dtype.kind == "c":
        raise NotImplementedError("np.savetxt of complex numbers; write real and imaginary parts as columns")
    if not isinstance(fmt, str) or fmt.count("%") != 1 or not fmt.startswith("%") or not fmt[-1].isalpha() or " " in fmt:
        raise NotImplementedError("np.savetxt with more than one format, or text around it; give one such as '%.6g'")
    head = comments + header.replace("\n", "\n" + comments) + newline if header else ""
    foot = comments + footer.replace("\n", "\n" + comments) + newline if footer else ""
    sizes = " ".join([str(len(s.encode())) for s in (delimiter, newline, head)])
    _save_as(_named(fname), x, f"text {sizes} {fmt[1:]} {delimiter}{newline}{head}{foot}")
    _made.changed(_named(fname), _made.FILE, _Rows(x.copy(), fmt, delimiter, newline, head, foot))


class _Rows:
    """What np.savetxt has written."""

    def __init__(self, x, fmt, delimiter, newline, head, foot):
        self.x, self.fmt, self.delimiter, self.newline, self.head, self.foot = x, fmt, delimiter, newline, head, foot

    def text(self):
        rows = (self.x if self.x.ndim == 2 else self.x[:, None]).tolist()
        lines = [self.delimiter.join([self.fmt % v for v in row]) + self.newline for row in rows]
        return self.head + "".join(lines) + self.foot


def _parsed(text, kind, comments, delimiter, skip, usecols, rows, missing):
    """The numbers in a text that the program has written, a list for each line that has any."""
    table = []
    for line in text.splitlines()[skip:]:
        line = line.partition(comments)[0] if comments else line
        if not line.strip() or len(table) == rows:
            continue
        fields = [part.strip() for part in line.split(delimiter)]
        fields = fields if usecols is None else [fields[c] for c in usecols]
        table.append([_number(part, kind, missing) for part in fields])
    return asarray(table) if table else asarray([[]]).reshape((0, 0))


def _number(part, kind, missing):
    try:
        return int(part) if kind.kind in "iu" else float(part)
    except ValueError:
        if missing:
            return float("nan")
        raise ValueError(f"could not convert string {part!r} to {kind.name}") from None


def _table(what, fname, dtype, comments, delimiter, skip, usecols, rows, missing):
    if delimiter is not None and (not isinstance(delimiter, str) or len(delimiter.encode()) != 1):
        raise NotImplementedError(f"np.{what} with a delimiter of more than one character")
    if isinstance(comments, (list, tuple)) and len(comments) == 1:
        comments = comments[0]
    if comments is not None and not isinstance(comments, str):
        raise NotImplementedError(f"np.{what} with several kinds of comments")
    if usecols is not None and not isinstance(usecols, (list, tuple)):
        usecols = [usecols]
    kind = dtype_of(dtype)
    if kind.kind not in "fiub":
        raise NotImplementedError(f"np.{what} of {kind.name}; read numbers")
    written = None if hasattr(fname, "read") else _made.text(fname)
    if written is not None:
        written = settled(written, f"np.{what}")
        return _parsed(written, kind, comments, delimiter, skip, usecols, rows, missing).astype(kind)
    columns = ",".join([str(c) for c in usecols]) if usecols is not None else "-"
    code = 0 if delimiter is None or delimiter == " " and missing else ord(delimiter)
    text = f"{code} {skip} {-1 if rows is None else rows} {int(missing)} {columns} {comments or ''}"
    return npy.load_text(_named(fname), text, kind.kind in "iu").astype(kind)


def _shaped(x, ndmin):
    if x.shape[0] == 1 and x.shape[1] == 1:
        return x if ndmin == 2 else x.reshape((1,) * ndmin)
    if ndmin < 2 and 1 in x.shape:
        return x.reshape(-1)
    return x


def loadtxt(fname, dtype=float, comments="#", delimiter=None, converters=None, skiprows=0, usecols=None, unpack=False,
            ndmin=0, encoding=None, max_rows=None, *, quotechar=None, like=None):
    """The table of numbers in a text file: counted while compiling, read when the program runs."""
    if converters is not None or quotechar is not None or like is not None:
        raise NotImplementedError("np.loadtxt with converters, quotechar or like")
    x = _table("loadtxt", fname, dtype, comments, delimiter, skiprows, usecols, max_rows, False)
    if not x.shape[0]:
        warnings.warn(f'loadtxt: input contained no data: "{_named(fname)}"', UserWarning, stacklevel=2)
        return x.reshape((0, 1) if ndmin == 2 else (0,))
    x = _shaped(x, ndmin)
    return x.T if unpack else x


def genfromtxt(fname, dtype=float, comments="#", delimiter=None, skip_header=0, skip_footer=0, converters=None,
               missing_values=None, filling_values=None, usecols=None, names=None, excludelist=None, deletechars=None,
               replace_space="_", autostrip=False, case_sensitive=True, defaultfmt="f%i", unpack=None, usemask=False,
               loose=True, invalid_raise=True, max_rows=None, encoding=None, *, ndmin=0, like=None):
    """The table of numbers in a text file, nan (or filling_values) where there is none."""
    refused = (converters, missing_values, names, excludelist, deletechars, like)
    if any(x is not None for x in refused) or usemask or skip_footer or not loose or not invalid_raise or dtype is None:
        raise NotImplementedError("np.genfromtxt with names, converters, missing_values, masks, skip_footer or dtype=None")
    x = _table("genfromtxt", fname, float, comments, delimiter, skip_header, usecols, max_rows, True)
    x = _shaped(x, ndmin)
    kind = dtype_of(dtype)
    if filling_values is not None or kind.kind != "f":
        from numpy import isnan, where
        x = where(isnan(x), -1 if filling_values is None else filling_values, x)
    x = x.astype(kind)
    return x.T if unpack else x
