"""The rest of jax's top level: shapes without computing, devices, names, checkpoint."""

from _cjax import transform as native
from _cjax.numpy import dtype as _dtype
from jax._src.core import argument_paths, bad_argument, check_callable, check_results, jax_leaf
from jax.tree_util import register_static, tree_flatten, tree_leaves, tree_map, tree_unflatten


class ShapeDtypeStruct:
    """Shape and dtype of an array, without the array."""

    def __init__(self, shape, dtype, *, sharding=None, weak_type=False, vma=None, is_ref=False):
        if dtype is None:
            raise ValueError("ShapeDtypeStruct: dtype must be specified.")
        self.shape = tuple(shape)
        self.dtype = _dtype(dtype)
        self.weak_type = weak_type
        self.sharding = None

    ndim = property(lambda self: len(self.shape))

    @classmethod
    def like(cls, x):
        """Shape, dtype and weak type of x, an array or a scalar."""
        a = typeof(x)
        return cls(a.shape, a.dtype, weak_type=a.weak_type)

    @property
    def size(self):
        n = 1
        for d in self.shape:
            n *= d
        return n

    def __len__(self):
        return self.shape[0]

    def __repr__(self):
        weak = ", weak_type=True" if self.weak_type else ""
        return f"ShapeDtypeStruct(shape={self.shape}, dtype={self.dtype}{weak})"

    def __eq__(self, other):
        return isinstance(other, ShapeDtypeStruct) and (self.shape, self.dtype, self.weak_type) == \
            (other.shape, other.dtype, other.weak_type)

    def __hash__(self):
        return hash((self.shape, self.dtype, self.weak_type))


def _aval(x):
    """The type of an array, a number, or of what has a shape and a dtype; None for others."""
    aval = native.aval(x)
    if aval is None and hasattr(x, "shape") and hasattr(x, "dtype"):
        aval = native.make_aval(tuple(x.shape), x.dtype, getattr(x, "weak_type", False))
    if aval is None:
        aval = native.aval(jax_leaf(x))
    return aval


def aval_of(x):
    """As _aval; TypeError for others."""
    aval = _aval(x)
    if aval is None:
        raise TypeError(f"Argument '{x}' of type '{type(x)}' is not a valid JAX type")
    return aval


def stage_for_types(fun, args, kwargs, transform):
    """fun staged on the types of its arguments: (staged, structure of its result)."""
    leaves, in_tree = tree_flatten((args, kwargs))
    avals = [_aval(x) for x in leaves]
    if None in avals:
        raise bad_argument(fun, leaves, argument_paths(fun, args, kwargs))

    def body(*arrays):
        xs, keywords = in_tree.unflatten(arrays)
        result = fun(*xs, **keywords)
        out, out_tree = tree_flatten(result)
        return check_results(fun, transform, result, out), out_tree

    return native.stage(body, avals, "jit", transform, fun, None)


def eval_shape(fun, *args, **kwargs):
    """The shapes and dtypes of fun's results, without computing them."""
    check_callable(fun)
    staged, out_tree = stage_for_types(fun, args, kwargs, "eval_shape")
    avals = native.out_avals(staged)
    native.discard(staged)
    return out_tree.unflatten([ShapeDtypeStruct(a.shape, a.dtype, weak_type=a.weak_type) for a in avals])


def block_until_ready(x):
    """x, computed before the effects that follow (a clock read, a print)."""
    from jax.core import Tracer
    arrays = [leaf for leaf in tree_leaves(x) if native.is_staged(leaf) and not isinstance(leaf, Tracer)]
    for a in arrays:
        if native.is_deleted(a):
            a.block_until_ready()
    native.block_until_ready(arrays)
    return x


def device_put(x, device=None, *, src=None, donate=False, may_alias=None):
    """The tree x with its leaves as arrays."""
    return tree_map(lambda leaf: native.array(leaf), x)


def device_get(x):
    """The tree x with its arrays as NumPy's."""
    import numpy
    return tree_map(lambda leaf: numpy.asarray(leaf) if native.is_staged(leaf) else leaf, x)


def effects_barrier():
    """Effects happen in the program's order as it is."""


def clear_caches():
    """Forgets nothing: what was staged stays valid."""


class Device:
    """The machine that the executable runs on."""

    id, process_index, platform, device_kind = 0, 0, "cpu", "cpu"

    def __repr__(self):
        return "CpuDevice(id=0)"

    def __str__(self):
        return "cpu:0"


_device = Device()


def devices(backend=None):
    if backend not in (None, "cpu"):
        raise RuntimeError(f"Unknown backend {backend}. Available backends are ['cpu']")
    return [_device]


local_devices = devices


def device_count(backend=None):
    return 1


local_device_count = device_count


def default_backend():
    return "cpu"


def process_index(backend=None):
    return 0


def process_count(backend=None):
    return 1


class named_scope:
    """A name for a piece of program; a decorator too."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self.name

    def __exit__(self, *_):
        return None

    def __call__(self, fun):
        return fun


def named_call(fun, *, name=None):
    return fun


def typeof(x):
    """The type of an array."""
    return aval_of(x)


class ensure_compile_time_eval:
    """Context in which values are computed while compiling: outside of traced functions they are known there anyway, and what
    is made inside of one stays traced."""

    def __enter__(self):
        return None

    def __exit__(self, *_):
        return None
