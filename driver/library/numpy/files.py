"""Arrays in files of NumPy's own formats, .npy and .npz."""

from _cjax import npy
from _cjax.host import asarray, host

_save = host(npy.save)


def _named(file):
    if hasattr(file, "read") or hasattr(file, "write"):
        raise NotImplementedError("files that are open already; give np.load and np.save a path")
    return file.__fspath__() if hasattr(file, "__fspath__") else file


class NpzFile:
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

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return None

    def __repr__(self):
        names = ", ".join(self.files[:5]) + ("..." if len(self.files) > 5 else "")
        return f"NpzFile {self._path!r} with keys: {names}"


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII", *, max_header_size=10000):
    """The array in the file `file`, or the NpzFile of an .npz: its shape is read while compiling, its contents when the program runs."""
    if mmap_mode is not None:
        raise NotImplementedError("np.load(mmap_mode=...)")
    path = _named(file)
    return NpzFile(path) if isinstance(path, str) and path.endswith(".npz") else npy.load(path)


def save(file, arr, allow_pickle=True):
    """Writes `arr` to the file `file`, with .npy added where it is missing, when the program runs."""
    path = _named(file)
    _save(path if path.endswith(".npy") else path + ".npy", asarray(arr))
