"""jax.export: a function for arguments of certain types, kept apart from its source, within one program.

What JAX keeps is its compiler's code; here it is the function, staged again for each call.  There are no axes whose length is a
symbol.  Bytes are good in the program that made them: what outlives a program is `cjaxc --emit=lib`.
"""

from jax._src.api import ShapeDtypeStruct, aval_of
from jax._src.jaxpr import make_jaxpr
from jax.tree_util import keystr, tree_flatten, tree_leaves, tree_leaves_with_path, tree_unflatten

minimum_supported_calling_convention_version = 9
maximum_supported_calling_convention_version = 10
_saved, _registered = [], {}


def default_export_platform():
    return "cpu"


def is_symbolic_dim(p):
    """Whether a length is a symbol: all lengths are known while compiling."""
    return False


class DisabledSafetyCheck:
    """A check that export is to leave out."""

    def __init__(self, _impl):
        self._impl = _impl

    @classmethod
    def platform(cls):
        return cls("platform")

    @classmethod
    def custom_call(cls, target_name):
        return cls(f"custom_call:{target_name}")

    def is_custom_call(self):
        return self._impl[len("custom_call:"):] if self._impl.startswith("custom_call:") else None

    def __str__(self):
        return self._impl

    __repr__ = __str__

    def __eq__(self, other):
        return isinstance(other, DisabledSafetyCheck) and self._impl == other._impl

    def __hash__(self):
        return hash(self._impl)


def save_bytes(kind, value):
    """Bytes that stand for a value."""
    _saved.append((kind, value))
    return bytearray(f"cjax {kind} {len(_saved) - 1}".encode())


def load_bytes(kind, data, name):
    """The value that save_bytes was given."""
    words = bytes(data).split(b" ")
    if len(words) != 3 or words[0] != b"cjax" or words[1] != kind.encode():
        raise NotImplementedError(f"{name}: only what this program serialized itself can be read; a function that outlives "
                                  "its program is an entry point of `cjaxc --emit=lib`")
    return _saved[int(words[2])][1]


def deserialize(blob):
    """The Exported whose serialize gave these bytes."""
    return load_bytes("exported", blob, "jax.export.deserialize")


def _check_type(path, want, got):
    if len(want.shape) != len(got.shape):
        raise ValueError(f"Rank mismatch for {path}: expected {want.shape} and called with {got.shape}")
    if want.dtype != got.dtype:
        raise ValueError(f"Dtype mismatch for {path}: expected {want.dtype} and called with {got.dtype}")
    for i in (i for i, n in enumerate(want.shape) if n != got.shape[i]):
        raise ValueError(f"Shape mismatch for {path}.shape[{i}] (expected same constant): expected {want.shape} and called with "
                         f"{got.shape}")


class Exported:
    """A function for arguments of certain types."""

    def __init__(self, fun, platforms, disabled, args, kwargs):
        leaves, self.in_tree = tree_flatten((args, kwargs))
        self._fun, self.fun_name = fun, getattr(fun, "__name__", "<unnamed function>")
        self.platforms, self.disabled_safety_checks = platforms, disabled
        self.in_avals = tuple(aval_of(x) for x in leaves)
        _, shapes = make_jaxpr(fun, return_shape=True)(*args, **kwargs)
        results, self.out_tree = tree_flatten(shapes)
        self.out_avals = tuple(aval_of(x) for x in results)
        self.nr_devices, self.calling_convention_version = 1, maximum_supported_calling_convention_version

    def __repr__(self):
        return f"Exported(fun_name={self.fun_name}, ...)"

    def call(self, *args, **kwargs):
        """The function of arguments of its types; differentiated and batched as any other."""
        leaves, tree = tree_flatten((args, kwargs))
        if tree != self.in_tree:
            raise ValueError("The invocation args and kwargs must have the same pytree structure as when the function "
                             f"'{self.fun_name}' was exported, but they have the following structural differences:\n"
                             f"    expected {self.in_tree}\n    got {tree}")
        paths = [keystr(path) for path, _ in tree_leaves_with_path((args, kwargs))]
        for path, x, want in zip(paths, leaves, self.in_avals):
            _check_type("args" + path[3:] if path.startswith("[0]") else "kwargs" + path[3:], want, aval_of(x))
        return self._fun(*args, **kwargs)

    def has_vjp(self):
        return True

    def vjp(self):
        """The function of the arguments and cotangents that gives the cotangents of the arguments."""
        import jax

        def fun_vjp(*flat):
            n = len(self.in_avals)
            args, kwargs = tree_unflatten(self.in_tree, flat[:n])
            _, pull = jax.vjp(lambda *a: self._fun(*a, **kwargs), *args)
            return tuple(tree_leaves(pull(tree_unflatten(self.out_tree, flat[n:]))))

        fun_vjp.__name__ = f"{self.fun_name}_vjp"
        types = [ShapeDtypeStruct(a.shape, a.dtype) for a in (*self.in_avals, *self.out_avals)]
        return Exported(jax.jit(fun_vjp), self.platforms, self.disabled_safety_checks, tuple(types), {})

    def serialize(self, vjp_order=0):
        return save_bytes("exported", self)

    def mlir_module(self):
        raise NotImplementedError("Exported.mlir_module() is XLA's intermediate code, which cjaxc has not; `cjaxc --emit=cjax` "
                                  "shows its own")


def export(fun_jit, *, platforms=None, disabled_checks=()):
    """A function of types (jax.ShapeDtypeStruct) or arrays that gives the Exported."""
    own = str(getattr(fun_jit, "__module__", "")).startswith("jax.")  # JAX's own functions are staged ones
    if not own and not hasattr(fun_jit, "lower"):
        raise ValueError("Function to be exported must be the result of `jit` but is: " + str(fun_jit))
    chosen = (default_export_platform(),) if platforms is None else tuple(platforms)
    if chosen != ("cpu",):
        raise NotImplementedError(f"jax.export.export: platforms={chosen!r} is not supported by cjax, which compiles for the CPU")

    def exported(*args, **kwargs):
        return Exported(fun_jit, chosen, tuple(disabled_checks), args, kwargs)

    return exported


def _register(kind, cls, name, serialize, deserialize_auxdata):
    if cls in _registered or any(n == name for n, *_ in _registered.values()):
        raise ValueError(f"Duplicate serialization registration for type `{cls}` or name `{name}`.")
    _registered[cls] = (name, kind, serialize, deserialize_auxdata)
    return cls


def register_pytree_node_serialization(nodetype, *, serialized_name, serialize_auxdata, deserialize_auxdata, from_children=None):
    """A node of trees may be part of what is serialized (each may, within a program)."""
    return _register("node", nodetype, serialized_name, serialize_auxdata, deserialize_auxdata)


def register_namedtuple_serialization(nodetype, *, serialized_name):
    """The same of a named tuple."""
    if not hasattr(nodetype, "_fields"):
        raise ValueError(f"Use `jax.export.register_pytree_node_serialization` for types other than `namedtuple`: {nodetype}")
    return _register("namedtuple", nodetype, serialized_name, None, None)
