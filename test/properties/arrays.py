"""arrays.py -- types and contents of arrays, as the tests write them into modules and read them back.

A type is (dtype, shape).  Contents are flat lists: floats, complex numbers or ints."""
import math
import struct

FLOATS = ("f64", "f32", "f16", "bf16")
COMPLEX = ("c128", "c64")
INTS = ("i64", "i32", "i16", "i8", "ui64", "ui32", "ui16", "ui8")
WIDE = {"f32": "f64", "f16": "f64", "bf16": "f64", "c64": "c128"}
PART = {"c128": "f64", "c64": "f32"}
BITS = {"f64": 64, "f32": 32, "f16": 16, "bf16": 16, "i1": 1}
FORMAT = {"f64": "<d", "f32": "<f", "f16": "<e"}
WORD = {64: "<Q", 32: "<I", 16: "<H"}


def is_inexact(dtype):
    return dtype in FLOATS or dtype in COMPLEX


def element_text(dtype):
    return f"complex<{PART[dtype]}>" if dtype in PART else dtype


def type_text(t):
    return "tensor<" + "".join(f"{d}x" for d in t[1]) + element_text(t[0]) + ">"


def size(shape):
    return math.prod(shape)


def types_text(types):
    return "(" + ", ".join(map(type_text, types)) + ")"


def result_text(types):
    return type_text(types[0]) if len(types) == 1 else types_text(types)


# ---- Rounding and bits.


def float_bits(x, dtype):
    if dtype == "bf16":
        word = float_bits(x, "f32")
        return word >> 16 if x != x else (word + 0x7fff + (word >> 16 & 1)) >> 16
    return struct.unpack(WORD[BITS[dtype]], struct.pack(FORMAT[dtype], x))[0]


def float_from_bits(word, dtype):
    word %= 1 << BITS[dtype]
    if dtype == "bf16":
        return float_from_bits(word << 16, "f32")
    return struct.unpack(FORMAT[dtype], struct.pack(WORD[BITS[dtype]], word))[0]


def rounded(x, dtype):
    if dtype in PART:
        return complex(rounded(x.real, PART[dtype]), rounded(x.imag, PART[dtype]))
    return float_from_bits(float_bits(x, dtype), dtype) if dtype in FLOATS else x


def scalar_text(x, dtype):
    if dtype in PART:
        return f"({scalar_text(x.real, PART[dtype])}, {scalar_text(x.imag, PART[dtype])})"
    if dtype in FLOATS:
        return f"0x{float_bits(x, dtype):0{BITS[dtype] // 4}X}"
    return str(bool(x)).lower() if dtype == "i1" else str(x)


def nested(items, shape):
    if not shape:
        return items[0]
    step = size(shape[1:])
    return "[" + ", ".join(nested(items[i * step:(i + 1) * step], shape[1:]) for i in range(shape[0])) + "]"


def constant_text(t, xs):
    dtype, shape = t
    if not size(shape):
        return f"dense<> : {type_text(t)}"
    return f"dense<{nested([scalar_text(x, dtype) for x in xs], shape)}> : {type_text(t)}"


# ---- Axes.


def strides(shape):
    return [size(shape[i + 1:]) for i in range(len(shape))]


def take(xs, shape, axis, i):
    """xs[..., i, ...] along an axis."""
    inner = size(shape[axis + 1:])
    block = shape[axis] * inner
    return [xs[o * block + i * inner + k] for o in range(size(shape[:axis])) for k in range(inner)]


def stack(rows, shape, axis):
    """The arrays of one shape along a new axis, and the shape."""
    inner = size(shape[axis:])
    out = [x for o in range(size(shape[:axis])) for row in rows for x in row[o * inner:(o + 1) * inner]]
    return out, (*shape[:axis], len(rows), *shape[axis:])


def transposed(xs, shape):
    """Of the last two dimensions."""
    m, n = shape[-2:]
    return [xs[b * m * n + i * n + j] for b in range(size(shape[:-2])) for j in range(n) for i in range(m)]


# ---- Arithmetic.


def shifted(xs, dxs, h, dtype):
    return [rounded(x + h * dx, dtype) for x, dx in zip(xs, dxs)]


def pairing(xs, ys):
    """The real part of the sum of products, by which JAX's transposes are transposes."""
    return math.fsum((x * y).real for x, y in zip(xs, ys))


def difference(xs, ys, tolerance, doubt=None):
    """None, or where two arrays differ by more than the tolerance, of the size of the largest element, and the doubt."""
    if len(xs) != len(ys):
        return f"{len(xs)} elements, not {len(ys)}"
    scale = 1 + max((abs(y) for y in ys if y == y and abs(y) != math.inf), default=0)
    for i, (x, y) in enumerate(zip(xs, ys)):
        room = tolerance * scale + (doubt[i] if doubt else 0)
        if x != y and not (x != x and y != y) and not abs(x - y) <= room:
            return f"element {i}: {x!r}, not {y!r} (within {room:.2g})"
    return None
