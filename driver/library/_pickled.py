"""Objects as pickle's bytes, which Python reads: arrays and numbers may be what only the running program knows."""

import struct
from _cjax.host import asarray, is_run_time
from numpy import ndarray, uint8

_MARK, _TUPLE, _REDUCE, _BUILD, _NEW = b"(", b"t", b"R", b"b", b"\x81"


def encode(obj):
    """The pieces of the file: bytes, and arrays of uint8."""
    out = [b"\x80\x03"]
    _add(out, obj)
    _text(out, b".")
    return out


def _text(out, data):
    if isinstance(out[-1], bytes):
        out[-1] += data
    else:
        out.append(data)


def _name(out, module, name):
    _text(out, b"c" + module.encode() + b"\n" + name.encode() + b"\n")


def _bytes(out, data):
    _text(out, b"B" + struct.pack("<I", len(data)) + data)


def _number(out, x):
    if isinstance(x, bool):
        out.append(uint8(137) - asarray(x, uint8).reshape(1))
    elif isinstance(x, float):
        _text(out, b"G")
        out.append(asarray(x, "float64").reshape(1).view(uint8)[::-1].copy())
    else:
        _text(out, b"\x8a\x08")
        out.append(asarray(x, "int64").reshape(1).view(uint8))


def _int(out, x):
    size = x.bit_length() // 8 + 1
    head = b"\x8a" + bytes([size]) if size < 256 else b"\x8b" + struct.pack("<i", size)
    _text(out, head + x.to_bytes(size, "little", signed=True))


def _dtype(out, d):
    _name(out, "numpy", "dtype")
    order = "|" if d.itemsize == 1 else "<"
    _add(out, (f"{d.kind}{d.itemsize}", False, True))
    _text(out, _REDUCE)
    _add(out, (3, order, None, None, None, -1, -1, 0))
    _text(out, _BUILD)


def _call(out):
    """numpy's maker of arrays and its arguments."""
    _name(out, "numpy._core.multiarray", "_reconstruct")
    _text(out, _MARK)
    _name(out, "numpy", "ndarray")
    _add(out, (0,))
    _bytes(out, b"b")
    _text(out, _TUPLE)


def _state(out, x):
    _text(out, _MARK)
    _add(out, 1)
    _add(out, tuple(x.shape))
    _dtype(out, x.dtype)
    _add(out, False)
    _text(out, b"B" + struct.pack("<I", x.nbytes))
    if x.nbytes:
        out.append(x.reshape(-1).view(uint8))
    _text(out, _TUPLE)


def _array(out, x):
    plain = asarray(x).copy()
    if plain.dtype.kind not in "biufc":
        raise NotImplementedError(f"pickle.dump of an array of {plain.dtype.name}; numpy.savez keeps it")
    if isinstance(x, ndarray):
        _call(out)
        _text(out, _REDUCE)
        _state(out, plain)
        _text(out, _BUILD)
        return
    _name(out, "jax._src.array", "_reconstruct_array")
    _text(out, _MARK)
    _call(out)
    _state(out, plain)
    _add(out, {"weak_type": bool(x.weak_type)})
    _text(out, _TUPLE + _REDUCE)


def _each(out, items, end):
    _text(out, _MARK)
    for x in items:
        _add(out, x)
    _text(out, end)


def _object(out, x):
    cls = type(x)
    if hasattr(cls, "__members__"):
        _name(out, cls.__module__, cls.__qualname__)
        _add(out, (x.value,))
        _text(out, _REDUCE)
        return
    if not hasattr(x, "__dict__"):
        raise NotImplementedError(f"pickle.dump of {cls.__name__!r} objects to a file; numpy.savez keeps arrays")
    _name(out, cls.__module__, cls.__qualname__)
    _text(out, b")" + _NEW)
    state = x.__getstate__() if "__getstate__" in cls.__dict__ else x.__dict__
    if state:
        _add(out, dict(state) if state is x.__dict__ else state)
        _text(out, _BUILD)


def _container(out, x):
    if isinstance(x, dict):
        _text(out, b"}")
        _each(out, [y for pair in x.items() for y in pair], b"u")
    elif isinstance(x, list):
        _text(out, b"]")
        _each(out, x, b"e")
    elif type(x) is tuple:
        _each(out, x, _TUPLE)
    elif isinstance(x, tuple):
        _name(out, type(x).__module__, type(x).__qualname__)
        _each(out, tuple(x), _TUPLE + _NEW)
    else:
        _name(out, "builtins", type(x).__name__)
        _add(out, (list(x),))
        _text(out, _REDUCE)


def _add(out, x):
    if x is None:
        _text(out, b"N")
    elif hasattr(type(x), "__members__"):
        _object(out, x)
    elif isinstance(x, (bool, int, float)):
        if is_run_time(x):
            _number(out, x)
        elif isinstance(x, bool):
            _text(out, b"\x88" if x else b"\x89")
        elif isinstance(x, int):
            _int(out, x)
        else:
            _text(out, b"G" + struct.pack(">d", x))
    elif isinstance(x, str):
        data = x.encode()
        _text(out, b"X" + struct.pack("<I", len(data)) + data)
    elif isinstance(x, (bytes, bytearray)):
        _bytes(out, bytes(x))
    elif type(x) in (dict, list, set, frozenset) or isinstance(x, tuple):
        _container(out, x)
    elif hasattr(x, "dtype") and hasattr(x, "shape"):
        _array(out, x)
    elif isinstance(x, type) or hasattr(x, "__code__"):
        _name(out, x.__module__, x.__qualname__)
    else:
        _object(out, x)
