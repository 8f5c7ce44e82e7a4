"""jax.lax.linalg: factorisations of matrices and triangular systems."""

import math

from _cjax import numpy as _core
from _cjax.primitive import bind as _bind
from jax import lax as _lax


def __getattr__(name):
    if name in ("EigImplementation", "EighImplementation", "SvdAlgorithm"):
        from jax.lax import _algorithms
        return getattr(_algorithms, name)
    from jax._src.primitives import attribute
    return attribute("jax.lax.linalg", name)


def _symmetrized(x):
    from jax.numpy.ufuncs import conj
    return (x + conj(_adjoint(x))) / 2


def _adjoint(x):
    n = x.ndim
    return _lax.transpose(x, (*range(n - 2), n - 1, n - 2))


def _matrix(name, x):
    x = _core.asarray(x)
    if not _core.issubdtype(x.dtype, _core.inexact):
        raise TypeError(f"{name} does not accept dtype {x.dtype.name}. Accepted dtypes are subtypes of floating, complexfloating.")
    if x.ndim < 2:
        raise TypeError(f"Input 0 to {name} must have rank at least 2, but got shape={x.shape}")
    return x


def cholesky(a, /, *, symmetrize_input=True):
    """The lower triangular factor l of a = l l^H."""
    a = _matrix("cholesky", a)
    return _bind("cholesky", (_symmetrized(a) if symmetrize_input else a,), 1)[0]


def triangular_solve(a, b, /, *, left_side=False, lower=False, transpose_a=False, conjugate_a=False, unit_diagonal=False):
    """x with op(a) x = b (left_side), or x op(a) = b."""
    a, b = _matrix("triangular_solve", a), _core.asarray(b)
    vector, dtype = b.ndim == a.ndim - 1, b.dtype
    if a.dtype == dtype and dtype.name in ("float16", "bfloat16"):
        a, b = a.astype(_core.float32), b.astype(_core.float32)
    if vector:
        b = _lax.expand_dims(b, (b.ndim if left_side else b.ndim - 1,))
    x = _bind("triangular_solve", (a, b), 1, left_side=bool(left_side), lower=bool(lower), transpose_a=bool(transpose_a),
              conjugate_a=bool(conjugate_a), unit_diagonal=bool(unit_diagonal))[0].astype(dtype)
    return _lax.squeeze(x, (x.ndim - 1 if left_side else x.ndim - 2,)) if vector else x


def lu(x, /):
    """LU with partial pivoting: both factors in one matrix, pivots, permutation."""
    return list(_bind("lu", (_matrix("lu", x),), 3))


def qr(x, /, *, pivoting=False, full_matrices=True, use_magma=None):
    """q and r with x = q r."""
    if pivoting:
        return _pivoted_qr(_matrix("qr", x), full_matrices)
    return _bind("qr", (_matrix("qr", x),), 2, full_matrices=bool(full_matrices))


def _pivoted_qr(x, full_matrices):
    from jax import numpy as jnp
    from jax.lax._reflections import geqp3
    m, n = x.shape[-2:]
    r, p, taus = geqp3(x)
    if m < n:
        q = householder_product(r[..., :m], taus)
    elif full_matrices:
        q = householder_product(jnp.concatenate([r, jnp.zeros((*r.shape[:-1], m - n), r.dtype)], -1), taus)
    else:
        q, r = householder_product(r, taus), r[..., :n, :]
    return q, jnp.triu(r), p


def eigh(x, /, *, lower=True, symmetrize_input=True, sort_eigenvalues=True, subset_by_index=None, implementation=None):
    """Eigenvectors and ascending eigenvalues of a Hermitian matrix."""
    x = _matrix("eigh", x)
    if subset_by_index not in (None, (0, x.shape[-1])):
        raise NotImplementedError("lax.linalg.eigh: subset_by_index is not supported by cjaxc")
    return _bind("eigh", (_symmetrized(x) if symmetrize_input else x,), 2, lower=bool(lower))


def eig(x, /, *, compute_left_eigenvectors=True, compute_right_eigenvectors=True, implementation=None, use_magma=None):
    """Eigenvalues and right eigenvectors of a square matrix."""
    x = _matrix("eig", x)
    if compute_left_eigenvectors:
        w, v = _bind("eig", (x,), 2, vectors=True)
        return [w, _left_vectors(v)] + ([v] if compute_right_eigenvectors else [])
    return list(_bind("eig", (x,), 2, vectors=True) if compute_right_eigenvectors else _bind("eig", (x,), 1))


def _left_vectors(v):
    # Columns u with u^H v diagonal, of length 1, their largest element real.
    from jax import numpy as jnp
    u = jnp.conj(jnp.linalg.inv(v)).mT
    size = jnp.abs(u)
    top = jnp.take_along_axis(u, jnp.argmax(size, axis=-2)[..., None, :], -2)
    turn = jnp.where(jnp.all(u.imag == 0, axis=-2, keepdims=True), 1, jnp.conj(top) / jnp.abs(top))
    return u * turn / jnp.sqrt(jnp.sum(size * size, axis=-2, keepdims=True))


def schur(x, /, *, compute_schur_vectors=True, sort_eig_vals=False, select_callable=None):
    """The Schur form t of a square matrix x = q t q^H, and q; t alone unless compute_schur_vectors."""
    if sort_eig_vals:
        raise NotImplementedError("The sort feature of LAPACK's gees routine is not implemented.")
    t, q = _bind("schur", (_matrix("schur", x),), 2)
    return [t, q] if compute_schur_vectors else [t]


def svd(x, /, *, full_matrices=True, compute_uv=True, subset_by_index=None, algorithm=None):
    """u, s, v^H with x = u diag(s) v^H; s alone unless compute_uv."""
    x = _matrix("svd", x)
    if subset_by_index is not None:
        raise NotImplementedError("lax.linalg.svd: subset_by_index is not supported by cjaxc")
    if not compute_uv:
        return _bind("svd", (x,), 1)[0]
    s, u, vt = _bind("svd", (x,), 3, full_matrices=bool(full_matrices), compute_uv=True)
    return u, s, vt


def lu_pivots_to_permutation(pivots, permutation_size):
    """The permutation of `permutation_size` rows that swapping row i with row pivots[i], in turn, makes."""
    return _bind("lu_pivots_to_permutation", (_core.asarray(pivots),), 1, permutation_size=permutation_size)[0]


def tridiagonal_solve(dl, d, du, b, *, perturb_singular=False):
    """x with A x = b, where A has the diagonals dl (from its second entry), d and du (to its last but one)."""
    if perturb_singular:
        raise NotImplementedError("lax.linalg.tridiagonal_solve: perturb_singular=True is not supported by cjaxc")
    return _bind("tridiagonal_solve", tuple(_core.asarray(x) for x in (dl, d, du, b)), 1)[0]


def hessenberg(a):
    """The reduction to Hessenberg form and the factors of its reflections, as LAPACK stores them."""
    return list(_bind("hessenberg", (_matrix("hessenberg", a),), 2))


def geqrf(a):
    """The QR decomposition and the factors of its reflections, as LAPACK stores them."""
    return list(_bind("geqrf", (_matrix("geqrf", a),), 2))


def householder_product(a, taus):
    """The first columns of the product of the reflections below a's diagonal."""
    return _bind("householder_product", (_matrix("householder_product", a), _core.asarray(taus)), 1)[0]


def ormqr(a, taus, c, *, left=True, transpose=False):
    """q c (left) or c q for the product q of the reflections below a's diagonal; with its adjoint if transpose."""
    return _bind("ormqr", (_matrix("ormqr", a), _core.asarray(taus), _core.asarray(c)), 1, left=bool(left), transpose=bool(transpose))[0]


def tridiagonal(a, *, lower=True):
    """The reduction of a Hermitian matrix: reflectors, diagonal, subdiagonal, factors of the reflections."""
    return tuple(_bind("tridiagonal", (_matrix("tridiagonal", a),), 4, lower=bool(lower)))


def cholesky_update(r_matrix, w_vector):
    """The upper triangular factor of r^T r + w w^T."""
    return _bind("cholesky_update", (_matrix("cholesky_update", r_matrix), _core.asarray(w_vector)), 1)[0]


def symmetric_product(a_matrix, c_matrix, *, alpha=1.0, beta=0.0, symmetrize_output=False):
    """alpha a a^T + beta c."""
    y = _bind("symmetric_product", (_matrix("symmetric_product", a_matrix), _core.asarray(c_matrix)), 1, alpha=float(alpha),
              beta=float(beta))[0]
    if not symmetrize_output:
        return y
    from jax.numpy import swapaxes, tril
    return tril(y, 0) + swapaxes(tril(y, -1), -1, -2)
