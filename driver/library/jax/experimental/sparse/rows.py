"""COO, CSR, CSC and BCSR: sparse matrices by rows and columns."""

from _cjax import numpy as core
from jax import numpy as jnp
from jax.experimental.sparse.bcoo import BCOO, JAXSparse, bcoo_broadcast_in_dim, bcoo_concatenate, bcoo_fromdense
from jax.tree_util import register_pytree_node


def _row_of(indptr, nse):
    """The row of each element; the number of rows for padding."""
    return jnp.searchsorted(indptr, jnp.arange(nse), side="right") - 1


def _pointers(rows, n):
    counts = jnp.zeros(n + 1, core.int32).at[rows + 1].add(1, mode="drop")
    return jnp.cumsum(counts).astype(core.int32)


def _nonzero(mat, nse, index_dtype):
    m = bcoo_fromdense(mat, nse=nse, index_dtype=core.int32 if index_dtype is None else index_dtype)
    return m.data, m.indices[:, 0], m.indices[:, 1]


def coo_fromdense(mat, *, nse=None, index_dtype=core.int32):
    data, row, col = _nonzero(mat, nse, index_dtype)
    return COO((data, row, col), shape=jnp.shape(mat))


def coo_todense(mat):
    return jnp.zeros(mat.shape, mat.dtype).at[mat.row, mat.col].add(mat.data, mode="drop")


def _multiply(data, row, col, x, n, transpose=False):
    row, col = (col, row) if transpose else (row, col)
    picked = x.at[col].get(mode="fill", fill_value=0)
    data, picked = core.promote_dtypes("matmul", data, picked)
    products = data.reshape(-1, *[1] * (x.ndim - 1)) * picked
    return jnp.zeros((n, *x.shape[1:]), products.dtype).at[row].add(products, mode="drop")


def coo_matvec(mat, v, transpose=False):
    return _multiply(mat.data, mat.row, mat.col, jnp.asarray(v), mat.shape[1 if transpose else 0], transpose)


coo_matmat = coo_matvec


def csr_fromdense(mat, *, nse=None, index_dtype=core.int32):
    data, row, col = _nonzero(mat, nse, index_dtype)
    return CSR((data, col, _pointers(row, jnp.shape(mat)[0])), shape=jnp.shape(mat))


def csr_todense(mat):
    return jnp.zeros(mat.shape, mat.dtype).at[_row_of(mat.indptr, mat.nse), mat.indices].add(mat.data, mode="drop")


def csr_matvec(mat, v, transpose=False):
    row = _row_of(mat.indptr, mat.nse)
    return _multiply(mat.data, row, mat.indices, jnp.asarray(v), mat.shape[1 if transpose else 0], transpose)


csr_matmat = csr_matvec


class COO(JAXSparse):
    """Rows and columns of the elements."""

    def __init__(self, args, *, shape, rows_sorted=False, cols_sorted=False):
        self.data, self.row, self.col = (jnp.asarray(a) for a in args)
        self.shape = tuple(shape)

    nse = property(lambda self: self.data.shape[0])

    def _with(self, data):
        return COO((data, self.row, self.col), shape=self.shape)

    @classmethod
    def fromdense(cls, mat, *, nse=None, index_dtype=core.int32, n_dense=0, n_batch=0):
        return coo_fromdense(mat, nse=nse, index_dtype=index_dtype)

    def todense(self):
        return coo_todense(self)

    def transpose(self, axes=None):
        return COO((self.data, self.col, self.row), shape=self.shape[::-1])

    def __matmul__(self, other):
        return coo_matvec(self, other)


class CSR(JAXSparse):
    """Columns of the elements, row by row, and where each row starts."""

    def __init__(self, args, *, shape):
        self.data, self.indices, self.indptr = (jnp.asarray(a) for a in args)
        self.shape = tuple(shape)

    nse = property(lambda self: self.data.shape[0])

    def _with(self, data):
        return type(self)((data, self.indices, self.indptr), shape=self.shape)

    @classmethod
    def fromdense(cls, mat, *, nse=None, index_dtype=core.int32, n_dense=0, n_batch=0):
        return csr_fromdense(mat, nse=nse, index_dtype=index_dtype)

    def todense(self):
        return csr_todense(self)

    def transpose(self, axes=None):
        return CSC((self.data, self.indices, self.indptr), shape=self.shape[::-1])

    def __matmul__(self, other):
        return csr_matvec(self, other)


class CSC(CSR):
    """A CSR matrix of the transpose."""

    def _rows(self):
        return CSR((self.data, self.indices, self.indptr), shape=self.shape[::-1])

    @classmethod
    def fromdense(cls, mat, *, nse=None, index_dtype=core.int32, n_dense=0, n_batch=0):
        return csr_fromdense(jnp.asarray(mat).T, nse=nse, index_dtype=index_dtype).T

    def todense(self):
        return csr_todense(self._rows()).T

    def transpose(self, axes=None):
        return self._rows()

    def __matmul__(self, other):
        return csr_matvec(self._rows(), other, transpose=True)


class BCSR(CSR):
    """CSR with the operations of BCOO; batches are refused."""

    n_batch = n_dense = 0

    def __init__(self, args, *, shape, indices_sorted=False, unique_indices=False):
        super().__init__(args, shape=shape)
        if self.indptr.ndim != 1 or self.data.ndim != 1:
            raise NotImplementedError("jax.experimental.sparse.BCSR: batches and dense axes are not supported by cjax")
        self.indices_sorted, self.unique_indices = indices_sorted, unique_indices

    @classmethod
    def fromdense(cls, mat, *, nse=None, index_dtype=core.int32, n_dense=0, n_batch=0):
        return bcsr_fromdense(mat, nse=nse, n_batch=n_batch, n_dense=n_dense, index_dtype=index_dtype)

    @classmethod
    def from_bcoo(cls, arr):
        arr = arr if arr.indices_sorted else arr.sort_indices()
        return cls((arr.data, arr.indices[:, 1], _pointers(arr.indices[:, 0], arr.shape[0])), shape=arr.shape,
                   indices_sorted=True, unique_indices=arr.unique_indices)

    def to_bcoo(self):
        row = _row_of(self.indptr, self.nse).astype(self.indices.dtype)
        return BCOO((self.data, jnp.stack([row, self.indices], 1)), shape=self.shape, indices_sorted=self.indices_sorted,
                    unique_indices=self.unique_indices)

    def transpose(self, axes=None):
        return self._refuse("transposed to", self)

    def sum_duplicates(self, nse=None, remove_zeros=True):
        return bcsr_sum_duplicates(self, nse)


def bcsr_fromdense(mat, *, nse=None, n_batch=0, n_dense=0, index_dtype=core.int32):
    return BCSR.from_bcoo(bcoo_fromdense(mat, nse=nse, n_batch=n_batch, n_dense=n_dense, index_dtype=index_dtype))


def bcsr_todense(mat):
    return csr_todense(mat)


def bcsr_extract(indices, indptr, mat):
    """The elements of mat at the places of a matrix."""
    return mat.at[_row_of(indptr, indices.shape[0]), indices].get(mode="fill", fill_value=0)


def bcsr_dot_general(lhs, rhs, *, dimension_numbers, precision=None, preferred_element_type=None, out_sharding=None):
    from jax.experimental.sparse.bcoo import bcoo_dot_general
    return bcoo_dot_general(lhs.to_bcoo(), rhs, dimension_numbers=dimension_numbers,
                            preferred_element_type=preferred_element_type)


def bcsr_broadcast_in_dim(mat, *, shape, broadcast_dimensions, sharding=None):
    """The elements repeated along new axes and axes of length 1."""
    return BCSR.from_bcoo(bcoo_broadcast_in_dim(mat.to_bcoo(), shape=shape, broadcast_dimensions=broadcast_dimensions,
                                                sharding=sharding))


def bcsr_concatenate(operands, *, dimension):
    """Matrices one after the other."""
    return BCSR.from_bcoo(bcoo_concatenate([m.to_bcoo() for m in operands], dimension=dimension))


def bcsr_sum_duplicates(mat, nse=None):
    return BCSR.from_bcoo(mat.to_bcoo().sum_duplicates(nse))


def _restored(cls, children, shape):
    m = cls.__new__(cls)
    m.shape = shape
    if cls is COO:
        m.data, m.row, m.col = children
    else:
        m.data, m.indices, m.indptr = children
    if cls is BCSR:
        m.indices_sorted = m.unique_indices = False
    return m


def _register(cls, names):
    register_pytree_node(cls, lambda m: (tuple(getattr(m, n) for n in names), m.shape),
                         lambda shape, children: _restored(cls, children, shape))


_register(COO, ("data", "row", "col"))
for _cls in (CSR, CSC, BCSR):
    _register(_cls, ("data", "indices", "indptr"))
