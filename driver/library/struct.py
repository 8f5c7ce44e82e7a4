"""struct: numbers as bytes, where both are known while compiling."""

import re as _re


class error(Exception):
    pass


_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2, "f": 4, "d": 8, "s": 1}
_FLOATS = {"e": "float16", "f": "float32", "d": "float64"}


def _parts(fmt):
    """Whether numbers are little-endian, and (count, code, size, bytes before it) of each part."""
    fmt = fmt.decode() if isinstance(fmt, bytes) else fmt
    order, native = (fmt[0], fmt[0] == "@") if fmt[:1] and fmt[0] in "@=<>!" else ("@", True)
    out, at = [], 0
    for digits, code in _re.findall(r"(\d*)(\S)", fmt[1:] if fmt[:1] == order else fmt):
        size = 8 if native and code in "lLnN" else _SIZES.get(code)
        if size is None:
            raise error("bad char in struct format")
        pad = -at % size if native else 0
        count = int(digits) if digits else 1
        out.append((count, {"n": "q", "N": "Q"}.get(code, code), size, pad))
        at += pad + count * size
    return order not in ">!", out, at


def calcsize(format):
    return _parts(format)[2]


def _read(code, data, little):
    if code in _FLOATS:
        import numpy
        return float(numpy.frombuffer(data if little else data[::-1], _FLOATS[code])[0])
    if code == "c":
        return data
    n = int.from_bytes(data, "little" if little else "big", signed=code.islower())
    return bool(n) if code == "?" else n


def unpack_from(format, buffer, offset=0):
    little, parts, size = _parts(format)
    data, out = bytes(buffer)[offset:], []
    if len(data) < size:
        raise error(f"unpack_from requires a buffer of at least {offset + size} bytes for unpacking {size} bytes at offset {offset} "
                    f"(actual buffer size is {offset + len(data)})")
    at = 0
    for count, code, width, pad in parts:
        at += pad
        if code == "s":
            out.append(data[at:at + count])
        elif code != "x":
            out += [_read(code, data[at + k * width:at + (k + 1) * width], little) for k in range(count)]
        at += count * width
    return tuple(out)


def unpack(format, buffer):
    size = calcsize(format)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    return unpack_from(format, buffer)


def iter_unpack(format, buffer):
    size = calcsize(format)
    if not size or len(buffer) % size:
        raise error(f"iterative unpacking requires a buffer of a multiple of {size} bytes")
    for at in range(0, len(buffer), size):
        yield unpack_from(format, buffer, at)


def _written(code, width, x, little):
    if code in _FLOATS:
        import numpy
        data = bytes(numpy.array(x, _FLOATS[code]).tobytes())
        return data if little else data[::-1]
    if code == "c":
        return bytes(x)
    try:
        return int(x).to_bytes(width, "little" if little else "big", signed=code.islower())
    except OverflowError:
        raise error(f"'{code}' format requires a number that it can hold") from None


def pack(format, *v):
    little, parts, size = _parts(format)
    wanted = sum([0 if code == "x" else 1 if code == "s" else count for count, code, _, _ in parts])
    if len(v) != wanted:
        raise error(f"pack expected {wanted} items for packing (got {len(v)})")
    out, values = [], iter(v)
    for count, code, width, pad in parts:
        out.append(bytes(pad))
        if code == "x":
            out.append(bytes(count))
        elif code == "s":
            out.append(bytes(next(values))[:count].ljust(count, b"\0"))
        else:
            out += [_written(code, width, next(values), little) for _ in range(count)]
    return b"".join(out)


class Struct:
    """A format, read once."""

    def __init__(self, format):
        self.format, self.size = format, calcsize(format)

    def pack(self, *v):
        return pack(self.format, *v)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
