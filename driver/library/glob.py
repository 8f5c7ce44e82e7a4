"""glob: paths that match a pattern."""

import os
from fnmatch import fnmatchcase


def _matches(folder, parts):
    head, rest = parts[0], parts[1:]
    if not any(c in head for c in "*?["):
        found = [head] if os.path.exists(os.path.join(folder, head)) else []
    elif folder and not os.path.isdir(folder):
        found = []
    else:
        names = os.listdir(folder or ".")
        found = [n for n in names if fnmatchcase(n, head) and (head.startswith(".") or not n.startswith("."))]
    for name in found:
        path = os.path.join(folder, name)
        if not rest:
            yield path
        elif os.path.isdir(path):
            yield from _matches(path, rest)


def iglob(pathname, *, root_dir=None, recursive=False):
    if root_dir is not None or "**" in pathname and recursive:
        raise NotImplementedError("glob with root_dir or **")
    start = "/" if pathname.startswith("/") else ""
    return _matches(start, [p for p in pathname.split("/") if p])


def glob(pathname, *, root_dir=None, recursive=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive))
