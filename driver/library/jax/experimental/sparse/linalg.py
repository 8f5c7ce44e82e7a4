"""jax.experimental.sparse.linalg: systems with sparse matrices."""

from jax import numpy as jnp
from jax.experimental.sparse.rows import CSR


def spsolve(data, indices, indptr, b, tol=1e-6, reorder=1):
    """The solution of A x = b for a CSR matrix, by its dense form."""
    if b.ndim != 1:
        raise ValueError(f"b must be 1-dimensional; got b.shape={b.shape}")
    n = b.shape[0]
    return jnp.linalg.solve(CSR((data, indices, indptr), shape=(n, n)).todense(), b)


def __getattr__(name):
    from jax.experimental.sparse.primitives import attribute
    return attribute(__name__, name)
