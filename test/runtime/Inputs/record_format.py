"""Records format cases from JAX 0.10.2 and NumPy 2.4.6: record_format.py KIND COUNT SEED > FILE

KIND: array, scalar, spec, percent, pad. The suite checks small recorded files and needs no JAX; with
one, any number of random cases can be checked: record_format.py array 20000 1 >f; format_tool f.
"""
import random
import struct
import sys
import warnings

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)
warnings.simplefilter("ignore")
kind, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng, nrng = random.Random(seed), np.random.default_rng(seed)
NAMES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16",
         "bfloat16", "float32", "float64", "complex64", "complex128"]
DTYPES = [jnp.dtype(n) for n in NAMES]
out = sys.stdout.write


def emit(array, style, text):
    if any(ord(c) < 32 and c != "\n" for c in text.rstrip("\n")):
        return
    array = np.ascontiguousarray(array).reshape(np.shape(array))
    shape = "".join(f" {n}" for n in array.shape)
    out(f"@ {NAMES.index(array.dtype.name)} {array.ndim}{shape} " + style.replace("\n", "\\n") + "\n")
    out(array.tobytes().hex() + "\n")
    out(text if text.startswith("!") else "".join("|" + t + "\n" for t in text.split("\n")))


def attempt(f):
    try:
        return f()
    except Exception as e:
        return f"!{type(e).__name__}: {e}\n"


def floats(n, dtype):
    scale = rng.choice([0, 0, 0, 1, 3, 3, 8, 20, 300])
    v = nrng.standard_normal(n) * 10.0 ** nrng.uniform(-scale, scale, n)
    how = rng.randrange(8)
    if how == 0:
        v = np.round(v)
    elif how == 1:
        v = np.round(v, rng.randrange(5))
    elif how == 2:
        v = v * 10.0 ** rng.choice([-5, -4, -3, 2, 5, 6, 7, 8])
    elif how == 3:
        v = np.abs(v)
    elif how == 4:
        bits = {2: "u2", 4: "u4", 8: "u8"}[np.dtype(dtype).itemsize]
        v = nrng.integers(0, 256, n * np.dtype(dtype).itemsize, dtype="u1").view(bits).view(dtype)
        return v.astype(dtype)
    elif how == 5:
        v = 2.0 ** nrng.integers(-1074 if scale > 20 else -30, 1000 if scale > 20 else 30, n)
    if rng.randrange(4) == 0 and n:
        for _ in range(rng.randrange(1, 4)):
            v[rng.randrange(n)] = rng.choice([np.nan, np.inf, -np.inf, -0.0, 0.0, 1e-4, 1e6, 1e8, 1000, 1])
    with np.errstate(all="ignore"):
        return np.asarray(v).astype(dtype)


def values(shape, dtype):
    n = int(np.prod(shape))
    if dtype == bool:
        v = nrng.integers(0, 2, n).astype(bool)
    elif dtype.kind in "iu":
        info = np.iinfo(dtype)
        if rng.randrange(2):
            v = nrng.integers(max(info.min, -rng.choice([1, 10, 100])), rng.choice([2, 10, 101]), n).astype(dtype)
        else:
            v = nrng.integers(info.min, info.max, n, dtype=dtype, endpoint=True)
    elif dtype.kind == "c":
        part = "f4" if dtype.itemsize == 8 else "f8"
        v = np.empty(n, dtype)
        v.real, v.imag = floats(n, part), floats(n, part)
    else:
        v = floats(n, dtype)
    return v.reshape(shape)


def shape():
    rank = rng.choice([0, 1, 1, 1, 2, 2, 3, 4])
    top = {0: 0, 1: 40, 2: 9, 3: 5, 4: 3}[rank]
    s = [rng.randrange(0 if rng.randrange(8) == 0 else 1, top + 1) for _ in range(rank)]
    if rng.randrange(40) == 0:
        s = rng.choice([[1001], [2000], [40, 30], [3, 400], [500, 3], [12, 10, 11], [2, 3, 200], [6, 6, 6, 6]])
    return tuple(s)


def show_array():
    a = values(shape(), rng.choice(DTYPES))
    j = jnp.asarray(a)
    style = rng.choice(["str", "repr", "repr weak", "npstr", "nprepr", "tolist"])
    if style == "repr weak" and a.dtype.name in ("bfloat16", "float16", "uint8"):
        style = "repr"
    if style == "str":
        text = str(j)
    elif style.startswith("repr"):
        text = repr(j)
        if style == "repr weak":
            weak = jax._src.lax.lax._convert_element_type(j, weak_type=True)
            text = repr(weak) if weak.weak_type else None
    else:
        text = {"npstr": str, "nprepr": repr, "tolist": lambda x: str(x.tolist())}[style](a)
    if text is not None:
        emit(a, style, text)


def show_scalar():
    a = values((), rng.choice(DTYPES))
    style = rng.choice(["str", "npscalar", "py", "repr", "nprepr"])
    f = {"str": lambda: str(a[()]), "npscalar": lambda: repr(a[()]), "py": lambda: str(a.item()),
         "repr": lambda: repr(jnp.asarray(a)), "nprepr": lambda: repr(a)}[style]
    emit(a, style, f())


def number():
    d = rng.choice([DTYPES[i] for i in (0, 3, 3, 4, 8, 11, 11, 12, 12, 12, 13, 14)])
    a = values((), d)
    if d.kind == "f" and rng.randrange(5) == 0:
        a = np.asarray(rng.choice([0.5, 1.5, 2.5, 0.125, 1e22, 123456789.0, 9.995, 0.0, -0.0, 1e-5, 99.95, 999999.5])).astype(d)
    if d.kind == "i" and rng.randrange(8) == 0:
        a = np.asarray(rng.choice([65, 8364, 128512, 1114112, 0, 200])).astype(d)
    return a


def maybe(texts, one_in=3):
    return rng.choice(texts) if rng.randrange(one_in) == 0 else ""


def show_spec():
    a = number()
    spec = maybe(["<", ">", "^", "=", "*<", "*>", "x^", "0=", "é^", "{>"]) + maybe(["+", "-", " "]) + maybe(["z"], 12)
    spec += maybe(["#"], 6) + maybe(["0"]) + maybe([str(rng.randrange(30)), "12"], 2) + maybe([",", "_", ",_"], 5)
    spec += maybe([f".{rng.randrange(12)}", ".0", ".25", ".", ".400"], 2)
    spec += rng.choice(list("bcdeEfFgGnoxX%") + ["f", "e", "g", "d", ""] * 3 + ["q", "s", "ff"])
    emit(a, "fmt:" + spec, attempt(lambda: format(a.item(), spec)))


def show_percent():
    a = number()
    spec = "".join(maybe([c], 4) for c in "-+ #0") + maybe([str(rng.randrange(30))], 2)
    spec += maybe([f".{rng.randrange(15)}", ".", ".0", ".30"], 2) + rng.choice("diuoxXeEfFgGsrc")
    emit(a, "pct:" + spec, attempt(lambda: ("%" + spec) % a.item()))


def show_pad():
    a = values(rng.choice([(), (), (3,)]), rng.choice(DTYPES[:4] + DTYPES[11:13]))
    spec = maybe(["<", ">", "^", "=", "*<", "é^"], 2) + maybe(["+", " ", "#", "z"], 12) + maybe(["0"], 5)
    spec += maybe([str(rng.randrange(40))], 1) + maybe([",", "_"], 15) + maybe([f".{rng.randrange(9)}"]) + maybe(["s", "d"], 4)
    style = rng.choice(["str", "repr"])
    text = str(jnp.asarray(a)) if style == "str" else repr(jnp.asarray(a))
    emit(a, f"pad:{spec}\n{style}", attempt(lambda: format(text, spec)))


show = {"array": show_array, "scalar": show_scalar, "spec": show_spec, "percent": show_percent, "pad": show_pad}[kind]
for _ in range(count):
    show()
