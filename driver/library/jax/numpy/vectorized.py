"""vectorize: scalar functions mapped over arrays."""

import re

from _cjax import numpy as core
from jax.numpy._util import broadcast_shapes, broadcast_to
from jax.numpy.creation import asarray


def _core_dims(text):
    """'(n,k),(k)' as [('n', 'k'), ('k',)]."""
    terms = text.replace(" ", "").strip("()").split("),(")
    return [tuple(d for d in t.split(",") if d) for t in terms]


_CORE = r"\((\w+(,\w+)*)?\)"
_SIGNATURE = re.compile(rf"{_CORE}(,{_CORE})*->{_CORE}(,{_CORE})*")


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
            if not _SIGNATURE.fullmatch(signature):
                raise ValueError(f"not a valid gufunc signature: {signature}")
            inputs, _, _ = signature.partition("->")
            own = _core_dims(inputs)
            if len(own) != len(arrays):
                raise TypeError(f"wrong number of positional arguments: expected {len(own)}, got {len(arrays)} on vectorized "
                                f"function with excluded={excluded!r} and signature={signature!r}")
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
