"""jax.experimental.sparse: matrices by their elements that are not zero."""

from jax.experimental.sparse import linalg  # noqa: F401
from jax.experimental.sparse.bcoo import (BCOO, JAXSparse, bcoo_broadcast_in_dim, bcoo_concatenate,  # noqa: F401
                                          bcoo_dot_general, bcoo_dot_general_sampled, bcoo_dynamic_slice, bcoo_extract,
                                          bcoo_fromdense, bcoo_multiply_dense, bcoo_multiply_sparse, bcoo_reduce_sum,
                                          bcoo_reshape, bcoo_rev, bcoo_slice, bcoo_sort_indices, bcoo_squeeze,
                                          bcoo_sum_duplicates, bcoo_todense, bcoo_transpose, bcoo_update_layout)
from jax.experimental.sparse.functions import (empty, eye, grad, jacfwd, jacobian, jacrev, random_bcoo, sparsify,  # noqa: F401
                                               todense, value_and_grad)
from jax.experimental.sparse.rows import (BCSR, COO, CSC, CSR, bcsr_broadcast_in_dim, bcsr_concatenate,  # noqa: F401
                                          bcsr_dot_general, bcsr_extract, bcsr_fromdense,
                                          bcsr_sum_duplicates, bcsr_todense, coo_fromdense, coo_matmat, coo_matvec,
                                          coo_todense, csr_fromdense, csr_matmat, csr_matvec, csr_todense)


class SparseEfficiencyError(ValueError):
    """A layout that would be slow."""


class SparseEfficiencyWarning(UserWarning):
    """A layout that is slow."""


class CuSparseEfficiencyWarning(SparseEfficiencyWarning):
    """A layout that is slow on a GPU."""


def __getattr__(name):
    from jax.experimental.sparse.primitives import attribute
    return attribute(__name__, name)
