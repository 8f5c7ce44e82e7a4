"""text.py -- the text of types, constants and ops.

A Value is an SSA name with its type.  Keys (dtype key<fry>) are ui32 with a last axis of 2.
"""
from typing import NamedTuple

import jax
import numpy as np

ELEMENTS = {
    "bool": "i1", "int8": "i8", "int16": "i16", "int32": "i32", "int64": "i64",
    "uint8": "ui8", "uint16": "ui16", "uint32": "ui32", "uint64": "ui64",
    "float16": "f16", "bfloat16": "bf16", "float32": "f32", "float64": "f64",
    "complex64": "complex<f32>", "complex128": "complex<f64>",
}
SMALL = ["float8_e3m4", "float8_e4m3", "float8_e4m3b11fnuz", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2",
         "float8_e5m2fnuz", "float8_e8m0fnu", "float4_e2m1fn"]
ELEMENTS.update((name, "f" + name[5:].replace("_", "").upper()) for name in SMALL)
DIGITS = {"f16": ".9g", "bf16": ".9g", "f32": ".9g", "f64": ".17g", **{ELEMENTS[name]: ".9g" for name in SMALL}}
BITS = {"f16": "u2", "bf16": "u2", "f32": "u4", "f64": "u8", **{ELEMENTS[name]: "u1" for name in SMALL}}
LITERAL_MOST = 64          # elements written as numbers; more are written as bytes


class Value(NamedTuple):
    """An SSA value: its name, shape and element type."""
    name: str
    shape: tuple
    element: str

    @property
    def type(self):
        return tensor(self.shape, self.element)

    @property
    def rank(self):
        return len(self.shape)


class NoType(TypeError):
    """A dtype that cjax lacks."""


def is_key(aval):
    return jax.dtypes.issubdtype(aval.dtype, jax.dtypes.prng_key)


def element_of(dtype):
    name = np.dtype(dtype).name if not isinstance(dtype, str) else dtype
    if name not in ELEMENTS:
        raise NoType(f"cjax has no arrays of {name}")
    return ELEMENTS[name]


def dtype_of(element):
    return np.dtype(next(name for name, e in ELEMENTS.items() if e == element))


def type_of(aval):
    """(shape, element type) of an abstract value."""
    if not hasattr(aval, "dtype"):
        raise NoType(f"{aval} is no array")
    if is_key(aval):
        if str(aval.dtype) != "key<fry>":
            raise NoType(f"cjax has no {aval.dtype}; its keys are threefry2x32")
        return tuple(aval.shape) + (2,), "ui32"
    return tuple(int(d) for d in aval.shape), element_of(aval.dtype)


def tensor(shape, element):
    return "tensor<" + "".join(f"{d}x" for d in shape) + element + ">"


def types(values):
    return ", ".join(v.type for v in values)


def names(values):
    return ", ".join(v.name for v in values)


def function_type(ins, outs):
    """(A, B) -> C, or -> (C, D)."""
    results = [tensor(*t) for t in outs]
    text = results[0] if len(results) == 1 else "(" + ", ".join(results) + ")"
    return f"({types(ins)}) -> {text}"


def ints(numbers):
    """array<i64: 1, 2>"""
    numbers = [int(n) for n in numbers]
    return "array<i64: " + ", ".join(map(str, numbers)) + ">" if numbers else "array<i64>"


def brackets(numbers):
    return "[" + ", ".join(str(int(n)) for n in numbers) + "]"


def quoted(text):
    """A string attribute."""
    out = []
    for byte in text.encode():
        plain = 32 <= byte < 127 and byte not in (34, 92)
        out.append(chr(byte) if plain else f"\\{byte:02X}")
    return '"' + "".join(out) + '"'


def _number(x, element):
    if element == "i1":
        return "true" if x else "false"
    if element.startswith("complex"):
        part = element[8:-1]
        real = np.dtype("f4" if part == "f32" else "f8").type
        return f"({_number(real(x.real), part)}, {_number(real(x.imag), part)})"
    if element not in DIGITS:
        return str(int(x))
    if not np.isfinite(x):
        return hex(int(np.asarray(x).view(BITS[element])))
    text = format(float(x), DIGITS[element])
    return text if "." in text else text.replace("e", ".0e") if "e" in text else text + ".0"


def dense(array, element):
    """dense<...> : tensor<...> of a NumPy array."""
    array = np.asarray(array)
    kind = tensor(array.shape, element)
    flat = array.ravel()
    if not flat.size:
        return f"dense<> : {kind}"
    same = flat.tobytes() == flat[:1].tobytes() * flat.size
    if same:
        return f"dense<{_number(flat[0], element)}> : {kind}"
    if flat.size > LITERAL_MOST and element != "i1":
        return f'dense<"0x{np.ascontiguousarray(flat).tobytes().hex().upper()}"> : {kind}'
    return f"dense<{_nested(array, element)}> : {kind}"


def _nested(array, element):
    if not array.ndim:
        return _number(array[()], element)
    return "[" + ", ".join(_nested(x, element) for x in array) + "]"
