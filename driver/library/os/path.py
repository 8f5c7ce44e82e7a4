"""os.path: POSIX path names, as text."""

from _cjax.files import getcwd
from _made import exists, isdir, isfile

sep = "/"


def join(a, *p):
    path = a
    for part in p:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(p):
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    return (head if not head.strip("/") else head.rstrip("/")), tail


def dirname(p):
    return split(p)[0]


def basename(p):
    return p[p.rfind("/") + 1:]


def splitext(p):
    name = basename(p)
    dot = name.rfind(".")
    if dot <= 0 or not name[:dot].strip("."):
        return p, ""
    cut = len(p) - len(name) + dot
    return p[:cut], p[cut:]


def isabs(s):
    return s.startswith("/")


def normpath(path):
    if not path:
        return "."
    slashes = "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not slashes and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return slashes + "/".join(parts) or "."


def abspath(path):
    return normpath(path if isabs(path) else join(getcwd(), path))


realpath = abspath


def relpath(path, start="."):
    here = [p for p in abspath(start).split("/") if p]
    there = [p for p in abspath(path).split("/") if p]
    n = 0
    while n < min(len(here), len(there)) and here[n] == there[n]:
        n += 1
    return "/".join([".."] * (len(here) - n) + there[n:]) or "."


def expanduser(path):
    return path


def commonprefix(m):
    """The longest text that all begin with."""
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    parts = [[p for p in path.split("/") if p and p != "."] for path in paths]
    if not parts:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({isabs(p) for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    low, high = min(parts), max(parts)
    n = 0
    while n < len(low) and low[n] == high[n]:
        n += 1
    return ("/" if isabs(paths[0]) else "") + "/".join(low[:n])


def samefile(f1, f2):
    return realpath(f1) == realpath(f2)


def getsize(filename):
    """The size of a file in bytes, which is known while compiling."""
    from _made import content
    from _streams import Saved, size_of
    found = content(filename)
    if isinstance(found, dict) and "" in found:
        return size_of(Saved(found[""]))
    if hasattr(found, "pieces"):
        return sum(size_of(p) for p in found.pieces)
    with open(filename, "rb") as f:
        return len(f.read())
