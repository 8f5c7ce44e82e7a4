"""jax.debug: printing from inside staged functions."""

from _cjax import transform as native
from jax.tree_util import tree_flatten, tree_map


def _plain(x):
    return native.printable(x) if native.is_staged(x) else x


def debug_print(fmt, *args, ordered=False, partitioned=False, skip_format_check=False, **kwargs):
    """str.format of arrays, printed when the executable gets there."""
    if not isinstance(fmt, str):
        raise TypeError(f"expected str, got {type(fmt).__name__}")
    used, names = _fields(fmt)
    for name in names:
        if name not in kwargs:
            raise KeyError(name)
    if used and max(used) >= len(args):
        raise IndexError("tuple index out of range")
    unused = [a for i, a in enumerate(args) if i not in used]
    if unused:
        raise ValueError(f"Unused positional arguments to `jax.debug.print`: {unused}")
    missing = [k for k in kwargs if k not in names]
    if missing:
        raise ValueError(f"Unused keyword arguments to `jax.debug.print`: {missing}")
    args = [tree_map(_plain, a) for a in args]
    kwargs = {k: tree_map(_plain, v) for k, v in kwargs.items()}
    native.print_here(fmt.format(*args, **kwargs) + "\n")


def _fields(fmt):
    """The positions and names that a format string uses."""
    used, names, automatic, i = set(), set(), 0, 0
    while i < len(fmt):
        c = fmt[i]
        if c in "{}" and fmt[i:i + 2] == c + c:
            i += 2
            continue
        if c == "{":
            name = ""
            while i + 1 < len(fmt) and fmt[i + 1] not in "}!:.[":
                i += 1
                name += fmt[i]
            if name == "":
                used.add(automatic)
                automatic += 1
            elif name.isdigit():
                used.add(int(name))
            else:
                names.add(name)
        i += 1
    return used, names


def breakpoint(**_):
    raise NotImplementedError("jax.debug.breakpoint needs an interactive Python")
