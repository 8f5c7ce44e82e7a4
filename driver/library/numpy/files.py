"""Arrays in files: NumPy's own formats .npy and .npz, and tables as text."""

import warnings
from contextlib import AbstractContextManager

from _cjax import npy
from _cjax.host import asarray, dtype as dtype_of, host

_save = host(npy.save)
_save_as = host(npy.save_as)
_bytes_of = host(npy.bytes_of)


def _named(file):
    if hasattr(file, "read") or hasattr(file, "write"):
        raise NotImplementedError("files that are open already; give np.load and np.save a path")
    return file.__fspath__() if hasattr(file, "__fspath__") else file


class NpzFile(AbstractContextManager):
    """The arrays of an .npz file by name: shapes are read while compiling, contents when the program runs."""

    def __init__(self, path):
        self.fid, self.zip, self._path = None, None, path
        self.files = [name for name, _, _ in npy.members(path)]

    def __getitem__(self, key):
        name = key if key in self.files else key.removesuffix(".npy")
        if name not in self.files:
            raise KeyError(f"{key} is not a file in the archive")
        return npy.load(f"{self._path}/{name}")

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
    path = _named(file)
    if isinstance(path, str) and path.endswith((".png", ".pgm", ".ppm")):
        raise ValueError("Cannot load file containing pickled data when allow_pickle=False")
    return NpzFile(path) if isinstance(path, str) and path.endswith(".npz") else npy.load(path)


def save(file, arr, allow_pickle=True):
    """Writes `arr` to the file `file`, with .npy added where it is missing, when the program runs."""
    path = _named(file)
    _save(path if path.endswith(".npy") else path + ".npy", asarray(arr))


def savez(file, *args, allow_pickle=True, **kwds):
    """Writes arrays to an .npz, by name, when the program runs; those without one are arr_0, arr_1, ..."""
    path = _named(file)
    arrays = dict(kwds)
    for i, x in enumerate(args):
        if f"arr_{i}" in arrays:
            raise ValueError(f"Cannot use un-named variables and keyword arr_{i}")
        arrays[f"arr_{i}"] = x
    if not arrays:
        raise NotImplementedError("np.savez of no arrays")
    for i, (name, x) in enumerate(arrays.items()):
        x = asarray(x)
        _save_as(path if path.endswith(".npz") else path + ".npz", x, f"npz {i} {len(arrays)} {name}")


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
    if hasattr(file, "read"):
        data = file.read()
    else:
        with open(file, "rb") as f:
            data = f.read()
    kind = dtype_of(dtype)
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
