"""jaxtyping: hints of dtypes and shapes, `Float[Array, "batch n"]`, which isinstance() checks.

Sizes that names stand for hold within one check, or within one call of a function under @jaxtyped.
"""

from typing import Any, Union

import jax
import jax.numpy as jnp
import numpy as np
from jax import Array
from jax.tree_util import PyTreeDef
from jax.typing import ArrayLike


class TypeCheckError(TypeError):
    pass


class AnnotationError(Exception):
    pass


#===-- shapes ------------------------------------------------------------===#

_calls = []  # sizes by name, one dictionary for each call under @jaxtyped
_leaves = []  # which leaf of a PyTree is being checked


def _parse_dims(text):
    """(kind, name or size, whether 1 is as good) of each axis; kind: fixed, named, any, symbolic, and rest, rest-named."""
    dims = []
    for token in text.split():
        broadcast = rest = unnamed = tree = False
        while token and token[0] in "#*_?" or "=" in token:
            if "=" in token and token[0] not in "#*_?":
                token = token.split("=", 1)[1]
                continue
            mark, token = token[0], token[1:]
            broadcast, rest = broadcast or mark == "#", rest or mark == "*"
            unnamed, tree = unnamed or mark == "_", tree or mark == "?"
        token = "?" + token if tree else token
        if token == "...":
            dims.append(("rest", None, False))
        elif rest:
            dims.append(("rest" if unnamed else "rest-named", token, broadcast))
        elif unnamed:
            dims.append(("any", None, False))
        elif token.isdigit():
            dims.append(("fixed", int(token), broadcast))
        elif token.removeprefix("?").isidentifier():
            dims.append(("named", token, broadcast))
        else:
            dims.append(("symbolic", token, broadcast))
    if sum(kind.startswith("rest") for kind, _, _ in dims) > 1:
        raise ValueError("Cannot use variadic specifiers (`*name` or `...`) more than once.")
    return tuple(dims)


def _fits(dim, size, sizes):
    kind, name, broadcast = dim
    if kind == "any" or (broadcast and size == 1):
        return True
    if kind == "fixed":
        return size == name
    if kind == "symbolic":
        return size == _symbolic(name, sizes)
    return sizes.setdefault(_of_leaf(name), size) == size


def _of_leaf(name):
    """The name, or of ?name, which each leaf of a tree has for itself, that of the leaf being checked."""
    if name[0] != "?":
        return name
    if not _leaves:
        raise AnnotationError(f"'{name}' stands for a size of each leaf: only PyTree[...] can hold it")
    return f"{name}{_leaves[-1]}"


def _symbolic(text, sizes, whole=None):
    """The value of sums, differences, products and quotients of sizes and ints, from left to right by rank."""
    whole = whole or text
    for marks in (("+", "-"), ("*", "//", "%")):
        found = max((text.rfind(mark), mark) for mark in marks)
        if found[0] > 0:
            mark = found[1]
            left, right = (_symbolic(part, sizes, whole) for part in (text[:found[0]], text[found[0] + len(mark):]))
            return {"+": left + right, "-": left - right, "*": left * right,
                    "//": left // right if right else 0, "%": left % right if right else 0}[mark]
    text = text.strip()
    if text.isdigit():
        return int(text)
    if text.isidentifier() and text in sizes:
        return sizes[text]
    if not text.isidentifier():
        raise NotImplementedError(f"jaxtyping: the symbolic axis {text!r} is not supported by cjaxc: sums, differences, "
                                  "products and quotients of names are")
    raise AnnotationError(
        f"Cannot process symbolic axis '{whole}' as some axis names have not been processed. Have you applied the "
        "`jaxtyped` decorator? In practice you should usually only use symbolic axes in annotations for return types, "
        "referring only to axes annotated for arguments.")


def _shape_fits(dims, shape, sizes):
    at = [i for i, dim in enumerate(dims) if dim[0].startswith("rest")]
    if not at:
        return len(dims) == len(shape) and all(_fits(d, n, sizes) for d, n in zip(dims, shape))
    before, after = dims[:at[0]], dims[at[0] + 1:]
    end = len(shape) - len(after)
    if end < len(before):
        return False
    if not all(_fits(d, n, sizes) for d, n in zip(before, shape)):
        return False
    if not all(_fits(d, n, sizes) for d, n in zip(after, shape[end:])):
        return False
    kind, name, broadcast = dims[at[0]]
    if kind == "rest":
        return True
    found = tuple(shape[len(before):end])
    wanted = sizes.setdefault("*" + _of_leaf(name), found)
    if not broadcast:
        return found == wanted
    pairs = zip(found[::-1], wanted[::-1])
    return all(n == m or n == 1 or m == 1 for n, m in pairs)


#===-- arrays ------------------------------------------------------------===#


class _MetaArray(type):
    def __instancecheck__(cls, x):
        if not any(isinstance(x, one) for one in cls._classes):
            return False
        if isinstance(x, (bool, int, float, complex)):
            return True
        if not hasattr(x, "shape") or not hasattr(x, "dtype") or not cls._dtype._has(x.dtype):
            return False
        sizes = dict(_calls[-1]) if _calls else {}
        if not _shape_fits(cls._dims, x.shape, sizes):
            return False
        if _calls:
            _calls[-1].update(sizes)
        return True


class AbstractArray(metaclass=_MetaArray):
    """What `Float[Array, "n"]` is a class of."""

    _classes, _dims, _dtype = (), (), None

    def __init__(self, *args, **kwargs):
        raise RuntimeError("jaxtyping annotations cannot be instantiated -- they should be used for type hints only.")


_SCALARS = {bool: "bool", int: "int", float: "float", complex: "complex"}


def _array_classes(dtype, array_type, dims):
    """The classes whose instances have that dtype; of Python's numbers those that the dims and the dtype allow."""
    if array_type is Any:
        return (object,)
    args = getattr(array_type, "__args__", None)
    if args and not isinstance(array_type, type):
        if getattr(array_type, "__origin__", None) is np.ndarray:
            return (np.ndarray,)
        return tuple(one for arg in args for one in _array_classes(dtype, arg, dims))
    if array_type in _SCALARS:
        kind = _SCALARS[array_type]
        scalar = dims in ("", "...") and (dtype._names is None or any(name.startswith(kind) for name in dtype._names))
        return (array_type,) if scalar else ()
    return (array_type,)


class _MetaDtype(type):
    def __getitem__(cls, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise ValueError("As of jaxtyping v0.2.0, type annotations must now include both an array type and a shape. For "
                             "example `Float[jax.Array, 'foo bar']`.\n"
                             "Ellipsis can be used to accept any shape: `Float[jax.Array, '...']`.")
        array_type, dims = item
        if not isinstance(dims, str):
            raise ValueError("Shape specification must be a string. Axes should be separated with spaces.")
        dims = dims.strip()
        dtype = cls
        if isinstance(array_type, type) and issubclass(array_type, AbstractArray):
            dims = f"{dims} {array_type.dim_str}".strip()
            classes, array_type = array_type._classes, array_type.array_type
        else:
            classes = _array_classes(cls, array_type, dims)
        if not classes:
            raise ValueError("Invalid jaxtyping type annotation.")
        if classes == (array_type,) and array_type in _SCALARS:
            return array_type
        if len(classes) == 1 and isinstance(classes[0], type):
            array_type = classes[0]
        name = "jaxlib._jax.Array" if array_type is Array else getattr(array_type, "__name__", str(array_type))
        return _MetaArray(f"{cls.__name__}[{name}, '{dims}']", (AbstractArray,),
                          {"_classes": classes, "_dims": _parse_dims(dims), "_dtype": dtype, "dim_str": dims,
                           "array_type": array_type, "dtypes": cls._names, "__module__": "jaxtyping"})

    def _has(cls, dtype):
        if cls._names is None:
            return True
        name = str(dtype)
        return name in cls._names or (cls.__name__ == "Key" and name.startswith("key<"))


class AbstractDtype(metaclass=_MetaDtype):
    """A dtype or several, `class Small(AbstractDtype): dtypes = ["int8", "uint8"]`; subscripted a hint of arrays."""

    _names = None

    def __init__(self, *args, **kwargs):
        raise RuntimeError("AbstractDtype cannot be instantiated. Perhaps you wrote e.g. `Float32(\"shape\")` when you mean "
                           "`Float32[jax.Array, \"shape\"]`?")

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        dtypes = getattr(cls, "dtypes", None)
        if dtypes is not None:
            cls._names = tuple([dtypes] if isinstance(dtypes, str) else dtypes)


def _dtype(name, names):
    return _MetaDtype(name, (AbstractDtype,), {"_names": names, "__module__": "jaxtyping"})


_INTS = ("int2", "int4", "int8", "int16", "int32", "int64")
_UINTS = ("uint2", "uint4", "uint8", "uint16", "uint32", "uint64")
_FLOATS = ("float4_e2m1fn", "float8_e4m3b11fnuz", "float8_e4m3fn", "float8_e4m3fnuz", "float8_e5m2", "float8_e5m2fnuz",
           "bfloat16", "float16", "float32", "float64")
_COMPLEX = ("complex64", "complex128")

Bool = _dtype("Bool", ("bool",))
Int2, Int4, Int8, Int16, Int32, Int64 = (_dtype("Int" + name[3:], (name,)) for name in _INTS)
UInt2, UInt4, UInt8, UInt16, UInt32, UInt64 = (_dtype("UInt" + name[4:], (name,)) for name in _UINTS)
BFloat16, Float16, Float32, Float64 = (_dtype(name.replace("bf", "BF").replace("float", "Float") if name[0] == "f" else
                                              "BFloat16", (name,)) for name in _FLOATS[6:])
Float8e4m3b11fnuz, Float8e4m3fn, Float8e4m3fnuz, Float8e5m2, Float8e5m2fnuz = (
    _dtype("Float8" + name[7:], (name,)) for name in _FLOATS[1:6])
Complex64, Complex128 = (_dtype("Complex" + name[7:], (name,)) for name in _COMPLEX)
Int, UInt, Integer = _dtype("Int", _INTS), _dtype("UInt", _UINTS), _dtype("Integer", _UINTS + _INTS)
Float, Complex, Inexact = _dtype("Float", _FLOATS), _dtype("Complex", _COMPLEX), _dtype("Inexact", _FLOATS + _COMPLEX)
Real = _dtype("Real", _FLOATS + _UINTS + _INTS)
Num = _dtype("Num", _UINTS + _INTS + _FLOATS + _COMPLEX)
Shaped = _dtype("Shaped", None)
Key = _dtype("Key", ("prng_key",))

Scalar = Shaped[Array, ""]
ScalarLike = Union[Shaped[Array, ""], Shaped[np.ndarray, ""], np.bool_, np.number, bool, int, float, complex]
PRNGKeyArray = Union[Key[Array, ""], UInt32[Array, "2"], UInt32[Array, "4"]]


#===-- trees -------------------------------------------------------------===#


class _MetaPyTree(type):
    def __getitem__(cls, item):
        leaf, structure = item if isinstance(item, tuple) else (item, None)
        if structure is not None and (not isinstance(structure, str) or not structure.replace("...", "").split()):
            raise ValueError("The structure annotation must be a string of names, such as \"T\" or \"S T\".")
        leaf_name = getattr(leaf, "__name__", str(leaf))
        module = "jaxtyping." if isinstance(leaf, _MetaArray) else ""
        name = f"PyTree[{module}{leaf_name}]" if structure is None else f"PyTree[{module}{leaf_name}, '{structure}']"
        return _MetaPyTree(name, (PyTree,), {"_leaf": leaf, "_structure": structure, "__module__": "jaxtyping"})

    def __instancecheck__(cls, x):
        leaf, structure = cls._leaf, cls._structure
        if structure is not None and len(structure.split()) > 1:
            raise NotImplementedError(f"jaxtyping: PyTree[..., {structure!r}], a composition of structures, is not supported "
                                      "by cjaxc; one name is")
        if leaf is not None and leaf is not Any:
            stops = (lambda one: isinstance(one, leaf)) if not isinstance(leaf, _MetaArray) else None
            for i, one in enumerate(jax.tree.leaves(x, is_leaf=stops)):
                _leaves.append(i)
                try:
                    if not isinstance(one, leaf):
                        return False
                finally:
                    _leaves.pop()
        if structure is None or not _calls:
            return True
        key = "tree " + structure
        return _calls[-1].setdefault(key, jax.tree.structure(x)) == jax.tree.structure(x)


class PyTree(metaclass=_MetaPyTree):
    """Any tree; `PyTree[int]`: of ints; `PyTree[Float[Array, "n"], "T"]`: whose structure is called T."""

    _leaf = _structure = None

    def __init__(self, *args, **kwargs):
        raise RuntimeError("PyTree cannot be instantiated")


#===-- functions ---------------------------------------------------------===#


class _Jaxtyped:
    """The context `with jaxtyped("context"):`."""

    def __enter__(self):
        _calls.append({})

    def __exit__(self, *error):
        _calls.pop()


def jaxtyped(fn=None, *, typechecker=None):
    """Names of sizes in isinstance() checks hold for a whole call of fn; a typechecker is applied to fn inside of it."""
    if fn == "context":
        return _Jaxtyped()
    if fn is None:
        return lambda f: jaxtyped(f, typechecker=typechecker)
    if isinstance(fn, type):
        return fn if typechecker is None else typechecker(fn)
    inner = fn if typechecker is None else typechecker(fn)

    def call(*args, **kwargs):
        _calls.append({})
        try:
            return inner(*args, **kwargs)
        finally:
            _calls.pop()

    for name in ("__name__", "__qualname__", "__doc__", "__module__"):
        if hasattr(fn, name):
            setattr(call, name, getattr(fn, name))
    call.__wrapped__ = fn
    return call


def print_bindings():
    """Prints the sizes that names stand for in the call under @jaxtyped."""
    sizes = _calls[-1] if _calls else {}
    single = {k: n for k, n in sizes.items() if k[0] not in "*?" and not k.startswith("tree ")}
    rest = {k[1:]: n for k, n in sizes.items() if k[0] == "*" and k[1] != "?"}
    trees = {k[5:]: n for k, n in sizes.items() if k.startswith("tree ")}
    print("The current values for each jaxtyping axis annotation are as follows.")
    for name, n in [*single.items(), *rest.items()]:
        print(f"{name}={n}")
    if trees:
        print("The current values for each jaxtyping PyTree structure annotation are as follows.")
        for name, n in trees.items():
            print(f"{name}={n}")


def __getattr__(name):
    if name in ("install_import_hook", "load_ipython_extension", "make_numpy_struct_dtype", "get_array_name_format",
                "set_array_name_format", "config"):
        raise NotImplementedError(f"jaxtyping.{name} is not supported by cjaxc; @jaxtyped is")
    raise AttributeError(f"module 'jaxtyping' has no attribute '{name}'")
