"""Texts of arrays whose elements a function of the program writes (the print option formatter).

The layout is that of NumPy's arrayprint: lines are broken where the texts, of which only the executable knows the length, fill
them.
"""

from _cjax import host as core

_KEYS = {"b": ("bool", "bool"), "i": ("int", "int_kind"), "u": ("int", "int_kind"), "f": ("float", "float_kind"),
         "c": ("complexfloat", "complex_kind")}


def function_of(formatter, dtype):
    """What writes elements of the dtype, or None."""
    for key in _KEYS.get(dtype.kind, ()) + ("all",):
        if formatter.get(key) is not None:
            return formatter[key]
    return None


def layout(a, write, options, separator, prefix, suffix):
    """(text, length of its last line): prefix and suffix are lengths of what stands around it."""
    if a.size == 0:
        return "[]", prefix + 2
    at, ndim = a._raw if hasattr(a, "_raw") else core.array(a).__getitem__, len(a.shape)
    if ndim == 0:
        text = write(at(()))
        return text, prefix + len(text)
    few = a.size > options["threshold"]
    edge, short = options["edgeitems"], separator.rstrip()

    def places(axis):
        """Indices along an axis, None for what is left out."""
        n = a.shape[axis]
        if not few or 2 * edge >= n:
            return list(range(n))
        return list(range(edge)) + [None] + list(range(n - edge, n))

    def row(index, indent, width):
        """The elements of the last axis, broken into lines."""
        text, end, room = "", indent, width - max(len(short), 1)
        for k, i in enumerate(places(ndim - 1)):
            word = "..." if i is None else write(at(index + (i,)))
            if k:
                end = end + len(separator)
                breaks = (end + len(word) > room) & (end > indent)
                text = text + (short + "\n" + " " * indent if breaks else separator)
                end = indent if breaks else end
            text = text + word
            end = end + len(word)
        return text, end

    def nested(index, indent, width):
        if len(index) == ndim - 1:
            text, end = row(index, indent, width)
        else:
            text, between = "", short + "\n" * (ndim - len(index) - 1) + " " * indent
            for k, i in enumerate(places(len(index))):
                part, end = ("...", 0) if i is None else nested(index + (i,), indent + 1, width - 1)
                text = text + (between if k else "") + part
        return "[" + text + "]", end + 1

    return nested((), prefix + 1, options["linewidth"] - suffix)


def shown(a, form):
    """str(a) or repr(a) under the options that hold, or None where no function is for its dtype."""
    from jax._src.printing import get_printoptions
    options = get_printoptions()
    write = function_of(options["formatter"], a.dtype)
    numpy = core.is_ndarray(a)
    if write is None or core.is_scalar(a) or a.size == 0 and form == "repr":
        return None
    if form == "str":
        return layout(a, write, options, " ", 0, 0)[0] if a.shape else None
    prefix, width = "array(" if numpy else "Array(", options["linewidth"]
    text, at = layout(a, write, options, ", ", 6, 1)
    extras = [f"shape={a.shape}"] if numpy and a.size > options["threshold"] else []
    if not numpy or a.dtype.name not in ("bool", "int64", "float64", "complex128"):
        extras.append(f"dtype={a.dtype.name}")
    if not numpy and a.weak_type:
        extras.append("weak_type=True")
    if not extras:
        return prefix + text + ")"
    rest = ", ".join(extras)
    if numpy:
        space = "\n      " if at + len(rest) + 3 > width else " "
    else:
        space = "      " if at + len(rest) - 3 > width else " "
    return prefix + text + "," + space + rest + ")"
