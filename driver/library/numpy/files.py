"""Arrays in files of NumPy's own format, .npy."""

from _cjax import npy
from _cjax.host import asarray, host

_save = host(npy.save)


def _named(file):
    if hasattr(file, "read") or hasattr(file, "write"):
        raise NotImplementedError("files that are open already; give np.load and np.save a path")
    return file.__fspath__() if hasattr(file, "__fspath__") else file


def load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding="ASCII", *, max_header_size=10000):
    """The array in the file `file`: its shape is read while compiling, its contents when the program runs."""
    if mmap_mode is not None:
        raise NotImplementedError("np.load(mmap_mode=...)")
    return npy.load(_named(file))


def save(file, arr, allow_pickle=True):
    """Writes `arr` to the file `file`, with .npy added where it is missing, when the program runs."""
    path = _named(file)
    _save(path if path.endswith(".npy") else path + ".npy", asarray(arr))
