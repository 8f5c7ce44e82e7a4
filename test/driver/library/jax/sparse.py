"""Sparse arrays."""
# modes: interp O3
import jax
import jax.numpy as jnp

from jax.experimental import sparse
m = jnp.array([[0.0, 1.5, 0.0, 2.0], [3.0, 0.0, 0.0, 0.0], [0.0, 0.0, -1.0, 4.0]])
M = sparse.BCOO.fromdense(m)
v = jnp.arange(4.0)
W = jnp.arange(8.0).reshape(4, 2)


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    M, M.data, M.indices, M.nse, M.shape, M.dtype, M.n_sparse, M.todense(), M.T, M.T.todense(), M.ndim, M.size,))
show(lambda: (
    M @ v, M @ W, M.T @ jnp.ones(3),
    jnp.ones(3) @ M, jnp.ones((2, 3)) @ M, (M * 2.0).todense(), (-M).data, (M + M).todense(), (M * m).todense(),))
show(lambda: (
    M.sum(), M.sum(0).todense() if hasattr(M.sum(0), "todense") else M.sum(0), sparse.bcoo_reduce_sum(M, axes=(1,)).todense(),))
show(lambda: (
    sparse.BCOO((jnp.array([1.0, 2.0, 3.0]),
    jnp.array([[0, 0], [0, 0], [1, 1]])), shape=(2, 2)).sum_duplicates().data, sparse.BCOO.fromdense(m, nse=7), sparse.BCOO.fromdense(m, nse=7).todense(), sparse.BCOO.fromdense(m, nse=7).indices,))
show(lambda: (
    M.reshape(4, 3).todense(), M[1].todense(), M[:, 1:3].todense(), M[::2, 3].todense(), sparse.bcoo_rev(M, dimensions=(0,)).todense(), sparse.bcoo_concatenate([M, M], dimension=0).todense(),))
show(lambda: (
    jax.jit(lambda M, v: M @ v)(M, v),
    jax.grad(lambda v: (M @ v).sum())(v), sparse.grad(lambda M: ((M @ v) ** 2).sum())(M).data, jax.jit(lambda m: sparse.BCOO.fromdense(m, nse=5))(m),
    jax.tree.leaves(M),))
show(lambda: (
    sparse.bcoo_dot_general(M, W, dimension_numbers=(((1,), (0,)), ((), ()))), sparse.bcoo_multiply_dense(M, m), sparse.bcoo_broadcast_in_dim(M, shape=(2, 3, 4), broadcast_dimensions=(1, 2)).todense().shape, sparse.bcoo_squeeze(sparse.BCOO.fromdense(m[None]), dimensions=(0,)).shape,))
show(lambda: (
    sparse.CSR.fromdense(m), sparse.CSR.fromdense(m).indptr, sparse.CSR.fromdense(m).indices, sparse.CSR.fromdense(m) @ v, sparse.CSR.fromdense(m) @ W, sparse.CSR.fromdense(m).todense(), sparse.CSR.fromdense(m).T.todense(),))
show(lambda: (
    sparse.COO.fromdense(m), sparse.COO.fromdense(m).row, sparse.COO.fromdense(m) @ W, sparse.COO.fromdense(m).T.todense(), sparse.CSC.fromdense(m), sparse.CSC.fromdense(m) @ v, sparse.coo_matvec(sparse.COO.fromdense(m),
    jnp.ones(3), transpose=True),))
show(lambda: (
    sparse.BCSR.fromdense(m), sparse.BCSR.fromdense(m).indptr, sparse.BCSR.fromdense(m).todense(), sparse.BCSR.from_bcoo(M).to_bcoo().indices, sparse.BCSR.fromdense(m) @ W,))
show(lambda: (
    sparse.eye(3), sparse.eye(3).todense(), sparse.eye(3, 4, 1).todense(), sparse.empty((2, 3)), sparse.todense(M), sparse.sparsify(lambda M, v: M @ v)(M, v),))
show(lambda: (
    sparse.linalg.spsolve(*(lambda A: (A.data, A.indices, A.indptr))(sparse.CSR.fromdense(jnp.array([[4.0, 1.0], [0.0, 3.0]]))),
    jnp.array([1.0, 2.0])),))
show(lambda: (
    sparse.BCOO.fromdense(jnp.stack([m, m * 2], -1), n_dense=1), sparse.BCOO.fromdense(jnp.stack([m, m * 2], -1), n_dense=1).todense().sum(), isinstance(M, sparse.JAXSparse),))
