"""The primitives of sparse arrays as objects: bind takes the buffers, and their layout as JAX's equations have it."""

from jax import numpy as jnp
from jax._src.primitives import Primitive
from jax.experimental.sparse import bcoo, linalg, rows
from jax.tree_util import tree_unflatten

_made = {}


def _buffers(mat):
    return mat.data, mat.indices


def _bcoo(data, indices, spinfo):
    return bcoo.BCOO((data, indices), shape=spinfo.shape)


def _bcsr(data, indices, indptr, shape):
    return rows.BCSR((data, indices, indptr), shape=shape)


def _bcoo_extract(indices, arr, *, assume_unique=True):
    n = indices.shape[1]
    places = bcoo.BCOO((jnp.zeros((indices.shape[0], *arr.shape[n:]), arr.dtype), indices), shape=arr.shape)
    return bcoo.bcoo_extract(places, arr, assume_unique=assume_unique).data


def _bcoo_dot_general(data, indices, rhs, *, dimension_numbers, preferred_element_type=None, lhs_spinfo):
    return bcoo.bcoo_dot_general(_bcoo(data, indices, lhs_spinfo), rhs, dimension_numbers=dimension_numbers,
                                 preferred_element_type=preferred_element_type)


def _bcsr_dot_general(data, indices, indptr, rhs, *, dimension_numbers, preferred_element_type=None, lhs_spinfo):
    return rows.bcsr_dot_general(_bcsr(data, indices, indptr, lhs_spinfo.shape), rhs, dimension_numbers=dimension_numbers,
                                 preferred_element_type=preferred_element_type)


def _coo_fromdense(mat, *, nse, index_dtype):
    m = rows.coo_fromdense(mat, nse=nse, index_dtype=index_dtype)
    return m.data, m.row, m.col


def _csr_fromdense(mat, *, nse, index_dtype, n_batch=0, n_dense=0):
    m = rows.bcsr_fromdense(mat, nse=nse, n_batch=n_batch, n_dense=n_dense, index_dtype=index_dtype)
    return m.data, m.indices, m.indptr


def _coo_product(data, row, col, x, *, spinfo, transpose=False):
    return rows.coo_matvec(rows.COO((data, row, col), shape=spinfo.shape), x, transpose)


def _csr_product(data, indices, indptr, x, *, shape, transpose=False):
    return rows.csr_matvec(rows.CSR((data, indices, indptr), shape=shape), x, transpose)


def _spsolve(data, indices, indptr, b, *, tol=1e-6, reorder=1):
    return linalg.spsolve(data, indices, indptr, b, tol, reorder)


_impl = {
    "bcoo_todense": lambda data, indices, *, spinfo: _bcoo(data, indices, spinfo).todense(),
    "bcoo_fromdense": lambda mat, **layout: _buffers(bcoo.bcoo_fromdense(mat, **layout)),
    "bcoo_extract": _bcoo_extract,
    "bcoo_transpose": lambda data, indices, *, permutation, spinfo:
        _buffers(_bcoo(data, indices, spinfo).transpose(permutation)),
    "bcoo_dot_general": _bcoo_dot_general,
    "bcoo_dot_general_sampled": bcoo.bcoo_dot_general_sampled,
    "bcoo_sort_indices": lambda data, indices, *, spinfo: _buffers(_bcoo(data, indices, spinfo).sort_indices()),
    "bcoo_sum_duplicates": lambda data, indices, *, spinfo, nse:
        _buffers(bcoo.bcoo_sum_duplicates(_bcoo(data, indices, spinfo), nse)),
    "bcsr_dot_general": _bcsr_dot_general,
    "bcsr_extract": rows.bcsr_extract,
    "bcsr_fromdense": _csr_fromdense,
    "bcsr_todense": lambda data, indices, indptr, *, spinfo: _bcsr(data, indices, indptr, spinfo.shape).todense(),
    "coo_fromdense": _coo_fromdense,
    "coo_todense": lambda data, row, col, *, spinfo: rows.COO((data, row, col), shape=spinfo.shape).todense(),
    "coo_matvec": _coo_product, "coo_matmat": _coo_product,
    "csr_fromdense": _csr_fromdense,
    "csr_todense": lambda data, indices, indptr, *, shape: rows.CSR((data, indices, indptr), shape=shape).todense(),
    "csr_matvec": _csr_product, "csr_matmat": _csr_product,
    "todense": lambda *buffers, tree: tree_unflatten(tree, buffers).todense(),
    "spsolve": _spsolve}
_MULTIPLE = ("bcoo_fromdense", "bcoo_transpose", "bcoo_sort_indices", "bcoo_sum_duplicates", "bcsr_fromdense",
             "coo_fromdense", "csr_fromdense")


def attribute(module, attr):
    """The primitive that module.attr is; AttributeError for another name."""
    name = attr[:-2]
    if not attr.endswith("_p") or name not in _impl:
        raise AttributeError(f"module '{module}' has no attribute '{attr}'")
    if name not in _made:
        p = _made[name] = Primitive(name)
        p.multiple_results = name in _MULTIPLE
        p.def_impl(_impl[name])
    return _made[name]
