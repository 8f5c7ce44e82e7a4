"""shutil: copies of files, and folders with all that is in them."""

import os

import _made
from _made import rmtree


def copyfile(src, dst, *, follow_symlinks=True):
    arrays = _made.content(src)
    if isinstance(arrays, dict):
        from numpy.files import _save_archive, _save_array
        (_save_array if "" in arrays else _save_archive)(os.fspath(dst), arrays)
        return dst
    if _made.text(src) is not None:
        with open(dst, "w") as f:
            f.write(_made.text(src))
        return dst
    with open(src, "rb") as f, open(dst, "wb") as g:
        g.write(f.read())
    return dst


def copy(src, dst, *, follow_symlinks=True):
    if os.path.isdir(dst):
        dst = os.path.join(os.fspath(dst), os.path.basename(os.fspath(src)))
    return copyfile(src, dst)


copy2 = copy


def move(src, dst):
    if os.path.isdir(dst):
        dst = os.path.join(os.fspath(dst), os.path.basename(os.fspath(src)))
    os.rename(src, dst)
    return dst
