"""vectorize, and the index helpers r_, c_, s_."""

from _cjax import numpy as core
from jax.numpy._util import broadcast_shapes, broadcast_to
from jax.numpy.creation import arange, asarray, linspace
from jax.numpy.manipulation import concatenate, expand_dims


def _core_dims(text):
    """'(n,k),(k)' as [('n', 'k'), ('k',)]."""
    terms = text.replace(" ", "").strip("()").split("),(")
    return [tuple(d for d in t.split(",") if d) for t in terms]


def vectorize(pyfunc, *, excluded=frozenset(), signature=None):
    """pyfunc mapped over the leading (broadcast) axes of its arguments; signature gives each one's own axes."""
    if any(not isinstance(exclude, (str, int)) for exclude in excluded):
        raise TypeError(f"jax.numpy.vectorize can only exclude integer or string arguments, but excluded={excluded}")

    def wrapped(*args, **kwargs):
        from jax import vmap
        from jax.tree_util import tree_map
        keep = {k: v for k, v in kwargs.items()}
        places = [i for i in range(len(args)) if i not in excluded]
        arrays = [asarray(args[i]) for i in places]

        def call(*mapped):
            full = list(args)
            for i, x in zip(places, mapped):
                full[i] = x
            return pyfunc(*full, **keep)

        if signature is None:
            own = [() for _ in arrays]
        else:
            inputs, _, _ = signature.partition("->")
            own = _core_dims(inputs)
            if len(own) != len(arrays):
                raise TypeError(f"wrong number of positional arguments: expected {len(own)}, got {len(arrays)}")
        _check_core(pyfunc, arrays, own, excluded, signature)
        lead = [x.shape[:x.ndim - len(d)] for x, d in zip(arrays, own)]
        shape = broadcast_shapes(*lead)
        arrays = [broadcast_to(x, shape + x.shape[x.ndim - len(d):]) for x, d in zip(arrays, own)]
        f = call
        for _ in shape:
            f = vmap(f)
        return f(*arrays)

    wrapped.__name__ = getattr(pyfunc, "__name__", "vectorized")
    wrapped.__doc__ = getattr(pyfunc, "__doc__", None)
    return wrapped


def _check_core(pyfunc, arrays, own, excluded, signature):
    sizes = {}
    for x, dims in zip(arrays, own):
        if x.ndim < len(dims):
            raise ValueError(f"input with shape {x.shape} does not have enough dimensions for all core dimensions "
                             f"{dims} on vectorized function with excluded={excluded!r} and signature={signature!r}")
        for name, n in zip(dims, x.shape[x.ndim - len(dims):]):
            if sizes.setdefault(name, n) != n:
                raise ValueError(f"inconsistent size for core dimension {name!r}: {n} vs {sizes[name]} on vectorized "
                                 f"function with excluded={excluded!r} and signature={signature!r}")


def _range_of(s):
    start = 0 if s.start is None else s.start
    if isinstance(s.step, complex):
        return linspace(start, s.stop, int(abs(s.step)))
    return arange(start, s.stop, 1 if s.step is None else s.step)


class _Concatenator:
    """r_ and c_: arrays, numbers and slices joined along an axis."""

    def __init__(self, columns):
        self.columns = columns

    def __getitem__(self, key):
        parts = []
        for k in key if isinstance(key, tuple) else (key,):
            if isinstance(k, str):
                raise NotImplementedError("jnp.r_ and jnp.c_ with a string directive are not supported by cjax")
            x = _range_of(k) if isinstance(k, slice) else asarray(k)
            x = x.reshape(1) if x.ndim == 0 else x
            parts.append(expand_dims(x, 1) if self.columns and x.ndim == 1 else x)
        return concatenate(parts, axis=1 if self.columns else 0)


class _Index:
    def __getitem__(self, key):
        return key


class _IndexTuple:
    def __getitem__(self, key):
        return key if isinstance(key, tuple) else (key,)


r_, c_, s_, index_exp = _Concatenator(False), _Concatenator(True), _Index(), _IndexTuple()
