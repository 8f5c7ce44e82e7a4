"""Functions of sparse arrays: making, converting, differentiating."""

import functools
import math

from jax import numpy as jnp
from jax import random
from jax.experimental.sparse.bcoo import BCOO, JAXSparse
from jax.experimental.sparse.rows import BCSR, COO, CSC, CSR

_formats = {"bcoo": BCOO, "bcsr": BCSR, "coo": COO, "csr": CSR, "csc": CSC}


def _format(name):
    if name not in _formats:
        raise ValueError(f"sparse_format={name!r} not recognized; must be one of {list(_formats)}")
    return _formats[name]


def todense(arr):
    """A sparse array as a dense one; a dense one as it is."""
    return arr.todense() if isinstance(arr, JAXSparse) else arr


def empty(shape, dtype=None, index_dtype="int32", sparse_format="bcoo", **kwds):
    """An array without elements."""
    cls = _format(sparse_format)
    if cls is BCOO:
        return BCOO._empty(shape, dtype=dtype, index_dtype=index_dtype, **kwds)
    return cls.fromdense(jnp.zeros(shape, float if dtype is None else dtype), nse=0)


def eye(N, M=None, k=0, dtype=None, index_dtype="int32", sparse_format="bcoo", **kwds):
    """Ones on a diagonal."""
    M = N if M is None else M
    n = max(0, min(N, N + k, M, M - k))
    dense = jnp.eye(N, M, k, dtype)
    made = _format(sparse_format).fromdense(dense, nse=n, **kwds)
    return made


def random_bcoo(key, shape, *, dtype=float, indices_dtype=None, nse=0.2, n_batch=0, n_dense=0, unique_indices=True,
                sorted_indices=False, generator=random.uniform, **kwds):
    """A BCOO array of nse random elements (below 1: that part of all) from a generator."""
    shape, sparse = tuple(shape), len(shape) - n_batch - n_dense
    if n_batch < 0 or n_dense < 0 or sparse < 0:
        raise ValueError(f"Invalid n_batch={n_batch}, n_dense={n_dense} for shape={shape}")
    if n_batch:
        raise NotImplementedError("jax.experimental.sparse.random_bcoo: n_batch is not supported by cjax")
    size = math.prod(shape[:sparse])
    if not 0 <= nse < size:
        raise ValueError(f"got nse={nse}, expected to be between 0 and {size}")
    if 0 < nse < 1:
        nse = math.ceil(nse * size)
    data_key, index_key = random.split(key, 2)
    data = generator(data_key, shape=(nse, *shape[sparse:]), dtype=dtype, **kwds)
    indices = jnp.zeros((nse, 0), int)
    if sparse:
        flat = random.choice(index_key, size, shape=(nse,), replace=not unique_indices)
        indices = jnp.column_stack(jnp.unravel_index(flat, shape[:sparse]))
    mat = BCOO((data, indices.astype(int if indices_dtype is None else indices_dtype)), shape=shape)
    return mat.sort_indices() if sorted_indices else mat


def sparsify(f, use_tracer=False):
    """f with sparse arguments, to which it may apply operators and methods."""
    @functools.wraps(f)
    def wrapped(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapped


def value_and_grad(fun, argnums=0, has_aux=False, **kwargs):
    """jax.value_and_grad, with respect to the data of sparse arguments."""
    import jax
    single = isinstance(argnums, int)
    at = (argnums,) if single else tuple(argnums)

    def differentiated(*args, **keywords):
        def of_data(*datas):
            full = list(args)
            for i, data in zip(at, datas):
                full[i] = args[i]._with(data) if isinstance(args[i], JAXSparse) else data
            return fun(*full, **keywords)

        datas = [args[i].data if isinstance(args[i], JAXSparse) else args[i] for i in at]
        value, grads = jax.value_and_grad(of_data, tuple(range(len(at))), has_aux, **kwargs)(*datas)
        grads = tuple(args[i]._with(g) if isinstance(args[i], JAXSparse) else g for i, g in zip(at, grads))
        return value, grads[0] if single else grads

    return differentiated


def grad(fun, argnums=0, has_aux=False, **kwargs):
    """jax.grad, with respect to the data of sparse arguments."""
    both = value_and_grad(fun, argnums, has_aux, **kwargs)

    def gradient(*args, **keywords):
        value, grads = both(*args, **keywords)
        return (grads, value[1]) if has_aux else grads

    return gradient


def _jacobian(name):
    def refused(fun, argnums=0, has_aux=False, **kwargs):
        raise NotImplementedError(f"jax.experimental.sparse.{name} is not supported by cjax: use jax.{name} of a function of "
                                  "the data")
    return refused


jacfwd, jacrev, jacobian = _jacobian("jacfwd"), _jacobian("jacrev"), _jacobian("jacobian")
