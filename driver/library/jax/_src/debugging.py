"""jax.debug: printing from inside staged functions."""

from _cjax import transform as native
from jax.tree_util import tree_flatten, tree_map, tree_unflatten


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


_DEPTH, _MOST = 3, 400  # of the parts of a variable, and of all that one frame has


def breakpoint(*, backend=None, filter_frames=True, num_frames=None, ordered=False, token=None, **kwargs):
    """The debugger on standard input, each time that the executable gets here.

    Commands are JAX's; expressions are variables of the frames and their parts: `x`, `p state.w`, `d["a"]`, `x.shape`, `x[0]`.
    """
    from _cjax import frames as native_frames
    from _rolled_debugger import session
    from jax._src.callbacks import debug_callback
    if token is not None and ordered:
        raise ValueError("`ordered` and `token` are mutually exclusive arguments.")
    if backend not in (None, "cli"):
        raise NotImplementedError(f"jax.debug.breakpoint(backend={backend!r}) is not supported by cjax: use backend='cli'")
    if kwargs:
        raise NotImplementedError(f"jax.debug.breakpoint({next(iter(kwargs))}=...) is not supported by cjax: leave it out")
    stack = native_frames.stack()[:num_frames]
    parts = []
    for frame in stack:
        found = {}
        for name, value in frame[4].items():
            if not name.startswith("__"):
                _parts(name, value, _DEPTH, found)
        parts.append(found)

    leaves, tree = tree_flatten(parts)
    known = [None if native.is_staged(x) else x for x in leaves]

    def show(*arrays):
        rest = iter(arrays)
        whole = tree_unflatten(tree, [next(rest) if native.is_staged(x) else k for x, k in zip(leaves, known)])
        session([frame[:4] for frame in stack], [{name: repr(v) for name, v in found.items()} for found in whole])

    debug_callback(show, *(x for x in leaves if native.is_staged(x)), ordered=ordered)
    return token


def _parts(name, value, depth, found):
    """What can be asked of a variable: itself, and items and attributes to some depth."""
    import types

    from jax import Array
    if len(found) >= _MOST or isinstance(value, (types.ModuleType, types.FunctionType, type)):
        return
    found[name] = value
    if isinstance(value, Array) or hasattr(value, "dtype"):
        found.update({f"{name}.{k}": getattr(value, k) for k in ("shape", "dtype", "ndim", "size")})
        rows = value.shape[0] if value.ndim else 0
        found.update({f"{name}[{i}]": value[i] for i in range(rows) if rows <= 8})
    elif depth and isinstance(value, dict):
        for k, v in value.items():
            _parts(f"{name}[{k!r}]", v, depth - 1, found)
    elif depth and isinstance(value, (list, tuple)):
        for i, v in enumerate(value):
            _parts(f"{name}[{i}]", v, depth - 1, found)
        for k in getattr(value, "_fields", ()):
            _parts(f"{name}.{k}", getattr(value, k), depth - 1, found)
    elif depth and hasattr(value, "__dict__"):
        for k, v in vars(value).items():
            _parts(f"{name}.{k}", v, depth - 1, found)
