"""params.py -- parameters in files that compiled programs read: .npz and .safetensors, named as cjax.export names them."""
import json

import numpy as np

from .export import _data, _labels

_NAMES = {"bool": "BOOL", "int8": "I8", "int16": "I16", "int32": "I32", "int64": "I64", "uint8": "U8", "uint16": "U16", "uint32": "U32",
          "uint64": "U64", "float16": "F16", "bfloat16": "BF16", "float32": "F32", "float64": "F64"}


def save_params(path, *params):
    """Writes pytrees of arrays, those of the positions `params` of cjax.export, to PATH: .npz or .safetensors."""
    arrays = {label: _data(leaf) for label, leaf, _ in _labels(save_params, params, {}, set(range(len(params))))}
    if str(path).endswith(".safetensors"):
        _save_tensors(path, arrays)
    else:
        np.savez(path, **arrays)


def _save_tensors(path, arrays):
    header, at = {}, 0
    for name, x in arrays.items():
        if x.dtype.name not in _NAMES:
            raise TypeError(f"{name}: a .safetensors file has no {x.dtype.name}")
        header[name] = {"dtype": _NAMES[x.dtype.name], "shape": list(x.shape), "data_offsets": [at, at + x.nbytes]}
        at += x.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as f:
        f.write(len(text).to_bytes(8, "little") + text)
        for x in arrays.values():
            f.write(x.tobytes())
