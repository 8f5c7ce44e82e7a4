"""Functions of a compiled program over NumPy arrays and containers of them, or over buffers. Made by cjaxc, with the library
and the manifest (.json) beside it; needs NumPy only, which is imported by the first call that is not one of buffers."""
import collections.abc as _abc
import ctypes as _ctypes
import json as _json
import math as _math
import os as _os
import struct as _struct
import sys as _sys
from _thread import _local
from collections import namedtuple as _namedtuple


class _NumPy:
    """Stands for NumPy until it is needed."""

    def __getattr__(self, name):
        global _np
        import numpy as _np
        return getattr(_np, name)


_np = _NumPy()

_C = {"bool": _ctypes.c_uint8, "int8": _ctypes.c_int8, "int16": _ctypes.c_int16, "int32": _ctypes.c_int32,
      "int64": _ctypes.c_int64, "uint8": _ctypes.c_uint8, "uint16": _ctypes.c_uint16, "uint32": _ctypes.c_uint32,
      "uint64": _ctypes.c_uint64, "float16": _ctypes.c_uint16, "bfloat16": _ctypes.c_uint16,
      "float32": _ctypes.c_float, "float64": _ctypes.c_double, "complex64": _ctypes.c_float * 2,
      "complex128": _ctypes.c_double * 2}
_BITS = {"bfloat16": "uint16"}                 # floats that NumPy lacks go as their bits
_BITS.update((f"float8_{_x}", "uint8") for _x in "e3m4 e4m3 e4m3b11fnuz e4m3fn e4m3fnuz e5m2 e5m2fnuz e8m0fnu".split())
_BITS["float4_e2m1fn"] = "uint8"
_C.update((_x, _ctypes.c_uint8) for _x in _BITS if _x != "bfloat16")

_KINDS = {bool: "b", int: "iufc", float: "fc", complex: "c"}     # what Python's numbers may become


def _text(dtype, shape):
    return f"{dtype}[{','.join(map(str, shape))}]"


class _Buffer:
    """Memory of an argument or of a result without NumPy."""

    def __init__(self, view, rows=0):
        self.view, self.rows, self.nbytes = view, rows, view.nbytes
        memory = _ctypes.c_char * view.nbytes
        is_copy = view.readonly or not view.c_contiguous
        self.memory = memory.from_buffer_copy(view.tobytes()) if is_copy else memory.from_buffer(view)
        self.address = _ctypes.addressof(self.memory)

    def __len__(self):
        return self.rows


def _address(array):
    return array.address if isinstance(array, _Buffer) else array.ctypes.data


def _is_like(view, letter):
    """Whether the elements of the view are numbers of this format."""
    alike = next((x for x in ("bhilqn", "BHILQN") if letter in x), letter)
    return len(view.format) == 1 and view.format in alike and view.itemsize == _struct.calcsize(letter)


class _Leaf:
    """An array of an entry: its place in the structs of C, how it gets there and back."""

    def __init__(self, about):
        self.name, self.shape = about["name"], tuple(about["shape"])
        self.has_rows = self.shape[:1] == (None,)          # as many as the caller has, up to the most
        self.text = _text(about["dtype"], ["rows" if n is None else n for n in self.shape])
        self.is_bits = about["dtype"] in _BITS
        self.dtype_name = _BITS.get(about["dtype"], about["dtype"])
        c = _C[about["dtype"]]
        self.c_type = _ctypes.c_void_p if self.shape else c
        self.parts = getattr(c, "_length_", 1)             # numbers of an element; as a buffer the last dimension
        self.letter = "?" if self.dtype_name == "bool" else c._type_ if self.parts == 1 else c._type_._type_
        self._packed = "e" if self.dtype_name == "float16" else self.letter

    def __getattr__(self, name):
        if name != "dtype":
            raise AttributeError(name)
        self.dtype = _np.dtype(self.dtype_name)
        return self.dtype

    def accept(self, value):
        """The value as an array that C can read; TypeError or ValueError when it is not of this type."""
        if type(value) in _KINDS and not self.shape:
            if self.is_bits or self.dtype.kind not in _KINDS[type(value)]:
                raise TypeError(f"{self.name}: {self.text} wanted, got {value!r}")
            return _np.asarray(value, self.dtype)
        array = _np.asarray(value)
        if self.is_bits and array.dtype.itemsize == self.dtype.itemsize and array.dtype.kind in "VEf":
            array = array.view(self.dtype)
        fits = array.shape[1:] == self.shape[1:] and array.ndim > 0 if self.has_rows else array.shape == self.shape
        if array.dtype != self.dtype or not fits:
            error = TypeError if array.dtype != self.dtype else ValueError
            got = _text(array.dtype, array.shape) if array.dtype.kind in "biufcV" else repr(value)
            raise error(f"{self.name}: {self.text} wanted, got {got}")
        return _np.asarray(array, order="C")

    def accept_buffer(self, value):
        """The value, a number or a buffer of such numbers or of bytes, as memory that C can read; errors as accept's."""
        if type(value) in _KINDS and not self.shape:
            return self._number(value)
        try:
            view = memoryview(value)
        except TypeError:
            raise TypeError(f"{self.name}: {self.text} wanted, got {value!r}") from None
        got = f"{self.name}: {self.text} wanted, got a buffer of {_text(view.format, view.shape)}"
        shape = (*self.shape, 2) if self.parts == 2 else self.shape
        row = _struct.calcsize(self.letter) * _math.prod(shape[self.has_rows:])
        rows = view.nbytes // row if self.has_rows and row else 1
        if not _is_like(view, self.letter) and not (view.ndim == 1 and _is_like(view, "B")):
            raise TypeError(got)
        if view.nbytes != row * rows or view.ndim > 1 and view.shape != ((rows, *shape[1:]) if self.has_rows else shape):
            raise ValueError(got)
        return _Buffer(view, rows)

    def _number(self, value):
        if self.is_bits or self.dtype_name[0] not in _KINDS[type(value)]:
            raise TypeError(f"{self.name}: {self.text} wanted, got {value!r}")
        parts = [complex(value).real, complex(value).imag] if self.parts == 2 else [value]
        try:
            return _Buffer(memoryview(_struct.pack(f"{self.parts}{self._packed}", *parts)))
        except (_struct.error, OverflowError):
            raise OverflowError(f"{self.name}: {value!r} is out of the range of {self.text}") from None

    def empty(self, rows):
        return _np.empty((rows, *self.shape[1:]) if self.has_rows else self.shape, self.dtype)

    def empty_buffer(self, rows):
        shape = [rows if n is None else n for n in self.shape] + [2] * (self.parts == 2)
        flat = memoryview(bytearray(_math.prod(shape) * _struct.calcsize(self.letter))).cast(self.letter)
        return _Buffer(flat.cast("B").cast(self.letter, shape) if len(flat) and shape else flat)

    def into(self, struct, array):
        """A field of the struct: the array's address, or its number."""
        if self.shape:
            setattr(struct, self.name, _address(array))
            return
        at = _ctypes.addressof(struct) + getattr(type(struct), self.name).offset
        _ctypes.memmove(at, _address(array), array.nbytes)

    def out_of(self, struct, array):
        is_buffer = isinstance(array, _Buffer)
        if self.shape:
            return array.view if is_buffer else array
        field = getattr(type(struct), self.name)
        if not is_buffer:
            return _np.frombuffer(bytes(struct)[field.offset:], self.dtype, 1)[0]
        parts = _struct.unpack_from(f"{self.parts}{self._packed}", bytes(struct), field.offset)
        return complex(*parts) if self.parts == 2 else parts[0]


def _flatten(tree, value, path, leaves):
    """Adds to `leaves` what stands in value where the tree of the manifest has numbers."""
    if isinstance(tree, int):
        leaves[tree] = value
    elif tree is None:
        if value is not None:
            raise TypeError(f"{path}: None wanted")
    elif "dict" in tree:
        value = {str(k): x for k, x in value.items()} if isinstance(value, _abc.Mapping) else None
        if value is None or value.keys() != tree["dict"].keys():
            raise TypeError(f"{path}: a dict with the keys {', '.join(tree['dict'])} wanted")
        for key, inner in tree["dict"].items():
            _flatten(inner, value[key], f"{path}[{key!r}]", leaves)
    elif "namedtuple" in tree:
        fields = tree["fields"]
        if not all(hasattr(value, name) for name in fields):
            raise TypeError(f"{path}: a {tree['namedtuple']} wanted, with {', '.join(fields)}")
        for name, inner in fields.items():
            _flatten(inner, getattr(value, name), f"{path}.{name}", leaves)
    else:
        items = tree.get("tuple", tree.get("list", tree.get("children")))
        if not isinstance(value, (tuple, list)) or len(value) != len(items):
            raise TypeError(f"{path}: a {'list' if 'list' in tree else 'tuple'} of {len(items)} wanted")
        for i, inner in enumerate(items):
            _flatten(inner, value[i], f"{path}[{i}]", leaves)


def _named(name, fields, known={}):
    key = name, tuple(fields)
    if key not in known:
        known[key] = _namedtuple(name, fields)
    return known[key]


def _unflatten(tree, leaves):
    if isinstance(tree, int):
        return leaves[tree]
    if tree is None:
        return None
    if "dict" in tree:
        return {key: _unflatten(inner, leaves) for key, inner in tree["dict"].items()}
    if "namedtuple" in tree:
        fields = tree["fields"]
        return _named(tree["namedtuple"], fields)(*[_unflatten(inner, leaves) for inner in fields.values()])
    if "list" in tree:
        return [_unflatten(inner, leaves) for inner in tree["list"]]
    return tuple(_unflatten(inner, leaves) for inner in tree.get("tuple", tree.get("children")))


def _struct_of(name, leaves, first=()):
    return type(name, (_ctypes.Structure,), {"_fields_": [*first, *((x.name, x.c_type) for x in leaves)]})


_ERRORS = {1: "a pointer is null", 2: "the workspace is too small", 3: "the workspace is not aligned", 4: "a check failed",
           5: "the program called exit", 6: "there are no rows, or more than the most"}
_PRINT = _ctypes.CFUNCTYPE(None, _ctypes.c_void_p, _ctypes.c_int, _ctypes.c_void_p, _ctypes.c_size_t)


class _Call(_ctypes.Structure):
    """What a call of the library may have from its caller: cjax_call of the header."""
    _fields_ = [("pool", _ctypes.c_void_p), ("parallel_for", _ctypes.c_void_p), ("sink", _ctypes.c_void_p),
                ("print", _PRINT), ("message", _ctypes.c_void_p), ("message_size", _ctypes.c_size_t)]


@_PRINT
def _print(sink, stream, text, size):
    file = _sys.stderr if stream == 2 else _sys.stdout
    file.write(_ctypes.string_at(text, size).decode("utf-8", "replace"))


class Function:
    """An entry of the library; call it with the arguments that its text lists. `buffers` is the same call without NumPy."""

    def __init__(self, library, entry, alignment):
        self.__name__, self._size, self._align = entry["name"], entry["workspace"], alignment
        self._in = [_Leaf(x) for x in entry["arguments"]]
        self._out = [_Leaf(x) for x in entry["results"]]
        trees = entry["trees"] or {
            "arguments": [{"name": x.name, "tree": i} for i, x in enumerate(self._in)],
            "result": 0 if len(self._out) == 1 else {"tuple": list(range(len(self._out)))}}
        self._trees = [(x["name"], x["tree"]) for x in trees["arguments"] if "tree" in x]
        self._result = trees["result"]
        self._has_rows = "rows" in entry
        first = [("rows", _ctypes.c_int64)] if self._has_rows else []
        self._args, self._results = _struct_of("args", self._in, first), _struct_of("results", self._out)
        self._function = library[entry["symbol"]]
        self._function.argtypes = [_ctypes.c_void_p] * 3 + [_ctypes.c_size_t, _ctypes.c_void_p]
        self._own = _local()
        self.__doc__ = "\n".join([f"{x.name}: {x.text}" for x in self._in] + [f"-> {x.name}: {x.text}" for x in self._out])

    def __repr__(self):
        return f"<{self.__name__}({', '.join(name for name, _ in self._trees)})>"

    def _bind(self, args, kwargs):
        names = [name for name, _ in self._trees]
        if len(args) > len(names):
            raise TypeError(f"{self.__name__}() takes {len(names)} arguments, got {len(args)}")
        values = dict(zip(names, args))
        for name, value in kwargs.items():
            if name not in names or name in values:
                raise TypeError(f"{self.__name__}() got an unexpected argument '{name}'")
            values[name] = value
        missing = [name for name in names if name not in values]
        if missing:
            raise TypeError(f"{self.__name__}() lacks the argument '{missing[0]}'")
        return values

    def _workspace(self):
        """This thread's memory, aligned; and what goes with its calls."""
        if not hasattr(self._own, "address"):
            self._own.memory = _ctypes.create_string_buffer(self._size + self._align)
            at = _ctypes.addressof(self._own.memory)
            self._own.address = at + -at % self._align
            self._own.message = _ctypes.create_string_buffer(4096)
            self._own.call = _Call(None, None, None, _print, _ctypes.addressof(self._own.message), 4096)
        return self._own.address

    def _rows(self, arrays):
        rows = {len(array) for leaf, array in zip(self._in, arrays) if leaf.has_rows}
        if len(rows) > 1:
            raise ValueError(f"{self.__name__}: arguments have {', '.join(map(str, sorted(rows)))} rows")
        return rows.pop() if rows else 0

    def __call__(self, *args, **kwargs):
        return self._call(args, kwargs, _Leaf.accept, _Leaf.empty)

    def buffers(self, *args, **kwargs):
        """The call with buffers (array.array, bytes, mapped files) as arrays, of their shape or flat in row-major order; arrays of
        the result are memoryviews of their shape, numbers Python's. A complex array has the two parts in a last dimension,
        floats of 16 bits are their bits."""
        return self._call(args, kwargs, _Leaf.accept_buffer, _Leaf.empty_buffer)

    def _call(self, args, kwargs, accept, empty):
        values, leaves = self._bind(args, kwargs), {}
        for name, tree in self._trees:
            _flatten(tree, values[name], name, leaves)
        arrays = [accept(leaf, leaves[i]) for i, leaf in enumerate(self._in)]
        rows = self._rows(arrays)
        outs = [empty(leaf, rows) for leaf in self._out]
        c_args, c_results = self._args(), self._results()
        if self._has_rows:
            c_args.rows = rows
        for leaf, array in zip(self._in, arrays):
            leaf.into(c_args, array)
        for leaf, array in zip(self._out, outs):
            leaf.into(c_results, array)
        workspace = self._workspace()
        status = self._function(_ctypes.addressof(c_args), _ctypes.addressof(c_results), workspace, self._size,
                                _ctypes.addressof(self._own.call))
        if status:
            text = self._own.message.value.decode("utf-8", "replace").rstrip() if status == 4 else ""
            raise RuntimeError(f"{self.__name__}: {text or _ERRORS.get(status, status)}")
        return _unflatten(self._result, [leaf.out_of(c_results, array) for leaf, array in zip(self._out, outs)])


def _load():
    folder, file = _os.path.split(_os.path.abspath(__file__))
    stem = file.partition(".")[0]
    path = _os.path.join(folder, f"lib{stem}.so")
    with open(_os.path.join(folder, f"{stem}.json"), encoding="utf-8") as f:
        manifest = _json.load(f)
    library = _ctypes.CDLL(path)
    abi = getattr(library, manifest["prefix"] + "library_abi", None)
    if abi is not None:
        abi.restype = _ctypes.c_uint64
    if abi is None or f"{abi():016x}" != manifest["abi"]:
        raise ImportError(f"{stem}.json does not belong to {path}: make both again")
    return {x["name"]: Function(library, x, manifest["alignment"]) for x in manifest["entries"]}


_functions = _load()
globals().update(_functions)
__all__ = list(_functions)
