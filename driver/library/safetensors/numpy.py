"""Arrays in .safetensors files, as NumPy's."""

import json

import numpy as np
from _cjax import npy
from _cjax.host import asarray, host

_save_as = host(npy.save_as)
_NAMES = {"float32": "F32", "float64": "F64", "float16": "F16", "bfloat16": "BF16", "int8": "I8", "int16": "I16", "int32": "I32",
          "int64": "I64", "uint8": "U8", "uint16": "U16", "uint32": "U32", "uint64": "U64", "bool": "BOOL"}
_ORDER = ["BOOL", "U8", "I8", "I16", "U16", "F16", "BF16", "I32", "U32", "F32", "F64", "I64", "U64"]


def load_file(filename):
    """The arrays of a file by name: types are read while compiling, contents when the program runs."""
    path = filename.__fspath__() if hasattr(filename, "__fspath__") else filename
    if not path.endswith(".safetensors"):
        raise NotImplementedError(f"{path}: the name of a file of tensors ends in .safetensors")
    return {name: npy.load(f"{path}/{name}") for name, _, _ in npy.members(path)}


def save_file(tensor_dict, filename, metadata=None):
    """Writes arrays by name when the program runs; the file is the one that safetensors writes."""
    if not tensor_dict:
        raise NotImplementedError("a .safetensors file without arrays")
    arrays = {name: asarray(x) for name, x in tensor_dict.items()}
    for name, x in arrays.items():
        if x.dtype.name not in _NAMES:
            raise NotImplementedError(f"{name}: a .safetensors file cannot hold {x.dtype.name}")
    order = sorted(arrays, key=lambda name: (-_ORDER.index(_NAMES[arrays[name].dtype.name]), name))
    head, at = {}, 0
    if metadata is not None:
        head["__metadata__"] = dict(metadata)
    for name in order:
        x = arrays[name]
        head[name] = {"dtype": _NAMES[x.dtype.name], "shape": list(x.shape), "data_offsets": [at, at + x.nbytes]}
        at += x.nbytes
    text = json.dumps(head, separators=(",", ":"), ensure_ascii=False)
    text += " " * (-len(text.encode()) % 8)
    path = filename.__fspath__() if hasattr(filename, "__fspath__") else filename
    for i, name in enumerate(order):
        _save_as(path, arrays[name], f"ten {i} {len(order)} {'' if i else text}")
