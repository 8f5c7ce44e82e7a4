"""jax.scipy.linalg: factorisations with SciPy's arguments."""

import math

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax.lax import linalg as factor
from jax.scipy._matrices import (circulant, companion, convolution_matrix, dft, fiedler, hadamard, hankel, helmert, invhilbert,
                                 invpascal, leslie, pascal, polar)
from jax.scipy._schur import (eigh_tridiagonal, fiedler_companion, funm, hessenberg, qr_multiply, rsf2csf, schur,
                              solve_sylvester, sqrtm)


def _inexact(name, *xs):
    return core.promote_dtypes_inexact(name, *xs)


def _adjoint(x):
    return jnp.conj(jnp.matrix_transpose(x))


def cholesky(a, lower=False, overwrite_a=False, check_finite=True):
    """The triangular factor of a positive definite matrix."""
    (a,) = _inexact("cholesky", a)
    low = factor.cholesky(a if lower else _adjoint(a), symmetrize_input=False)
    return low if lower else _adjoint(low)


def cho_factor(a, lower=False, overwrite_a=False, check_finite=True):
    return cholesky(a, lower=lower), lower


def _columns(a, b, more=""):
    """b as columns that go with the rows of a, and whether it was one."""
    vector = b.ndim == 1
    columns = "(n)" if vector else "(n,k)"
    where = f"on vectorized function with excluded=frozenset() and signature='(n,n),{more}{columns}->{columns}'"
    if b.ndim == 0:
        raise ValueError(f"input with shape () does not have enough dimensions for all core dimensions ('n', 'k') {where}")
    for size in (a.shape[-1], b.shape[-1 if vector else -2]) if a.ndim > 1 else ():
        if size != a.shape[-2]:
            raise ValueError(f"inconsistent size for core dimension 'n': {size} vs {a.shape[-2]} {where}")
    return (b[..., None], True) if vector else (b, False)


def cho_solve(c_and_lower, b, overwrite_b=False, check_finite=True):
    """x with a x = b, for the factor of a that cho_factor gave."""
    c, lower = c_and_lower
    c, b = _inexact("cho_solve", c, b)
    b, vector = _columns(c, b)
    c, b = jnp.linalg._broadcast_batch(c, b, 2)
    x = factor.triangular_solve(c, b, left_side=True, lower=lower, transpose_a=not lower, conjugate_a=not lower)
    x = factor.triangular_solve(c, x, left_side=True, lower=lower, transpose_a=lower, conjugate_a=lower)
    return x[..., 0] if vector else x


def svd(a, full_matrices=True, compute_uv=True, overwrite_a=False, check_finite=True, lapack_driver="gesdd"):
    (a,) = _inexact("svd", a)
    if not compute_uv:
        return jnp.linalg.svd(a, compute_uv=False)
    u, s, vt = jnp.linalg.svd(a, full_matrices=full_matrices)
    return u, s, vt


def det(a, overwrite_a=False, check_finite=True):
    return jnp.linalg.det(a)


def inv(a, overwrite_a=False, check_finite=True):
    return jnp.linalg.inv(a)


def eigh(a, b=None, lower=True, eigvals_only=False, overwrite_a=False, overwrite_b=False, turbo=True, eigvals=None, type=1,
         check_finite=True):
    """Eigenvalues and eigenvectors of a Hermitian matrix."""
    if b is not None:
        raise NotImplementedError("Only the b=None case of eigh is implemented")
    if type != 1:
        raise NotImplementedError("Only the type=1 case of eigh is implemented.")
    if eigvals is not None:
        raise NotImplementedError("Only the eigvals=None case of eigh is implemented")
    (a,) = _inexact("eigh", a)
    v, w = factor.eigh(a, lower=lower)
    return w if eigvals_only else (w, v)


def lu_factor(a, overwrite_a=False, check_finite=True):
    (a,) = _inexact("lu_factor", a)
    lu, pivots, _ = factor.lu(a)
    return lu, pivots


def lu_solve(lu_and_piv, b, trans=0, overwrite_b=False, check_finite=True):
    """x with op(a) x = b, for what lu_factor gave of a; trans: 0 a, 1 its transpose, 2 its adjoint."""
    lu, pivots = lu_and_piv
    lu, b = _inexact("lu_solve", lu, b)
    if trans not in (0, 1, 2):
        raise ValueError(f"'trans' value must be 0, 1, or 2, got {trans}")
    b, vector = _columns(lu, b, "(n),")
    lu, b = jnp.linalg._broadcast_batch(lu, b, 2)
    perm = factor.lu_pivots_to_permutation(pivots, lu.shape[-1])
    perm = jnp.broadcast_to(perm, b.shape[:-1])
    if trans == 0:
        x = jnp.take_along_axis(b, perm[..., None], axis=-2)
        x = factor.triangular_solve(lu, x, left_side=True, lower=True, unit_diagonal=True)
        x = factor.triangular_solve(lu, x, left_side=True)
    else:
        conj = trans == 2
        x = factor.triangular_solve(lu, b, left_side=True, transpose_a=True, conjugate_a=conj)
        x = factor.triangular_solve(lu, x, left_side=True, lower=True, unit_diagonal=True, transpose_a=True, conjugate_a=conj)
        x = jnp.take_along_axis(x, jnp.argsort(perm, axis=-1)[..., None], axis=-2)
    return x[..., 0] if vector else x


def lu(a, permute_l=False, overwrite_a=False, check_finite=True, p_indices=False):
    """p, l, u with a = p l u; with permute_l p l and u."""
    (a,) = _inexact("lu", a)
    both, _, perm = factor.lu(a)
    m, n = a.shape[-2:]
    k = min(m, n)
    l = jnp.tril(both, -1)[..., :, :k] + jnp.eye(m, k, dtype=a.dtype)
    u = jnp.triu(both)[..., :k, :]
    if p_indices:
        return jnp.argsort(perm, axis=-1), l, u
    p = (perm[..., None, :] == jnp.arange(m, dtype=perm.dtype)[:, None]).astype(a.real.dtype)
    return (jnp.matmul(p.astype(a.dtype), l), u) if permute_l else (p, l, u)


def qr(a, overwrite_a=False, lwork=None, mode="full", pivoting=False, check_finite=True):
    """q and r; mode "r" gives r alone, "economic" a q with as many columns as r has rows."""
    if mode not in ("full", "r", "economic"):
        raise ValueError(f"Unsupported QR decomposition mode '{mode}'")
    (a,) = _inexact("qr", a)
    q, r, *p = factor.qr(a, full_matrices=mode in ("full", "r"), pivoting=pivoting)
    if mode == "r":
        return (r, *p)
    return (q, r, *p)


def solve_triangular(a, b, trans=0, lower=False, unit_diagonal=False, overwrite_b=False, debug=None, check_finite=True):
    """x with op(a) x = b for a triangular a; trans: 0 or "N", 1 or "T", 2 or "C"."""
    if trans not in (0, 1, 2, "N", "T", "C"):
        raise ValueError(f"Invalid 'trans' value {trans}")
    a, b = _inexact("solve_triangular", a, b)
    transpose, conj = trans not in (0, "N"), trans in (2, "C")
    b, vector = _columns(a, b)
    a, b = jnp.linalg._broadcast_batch(a, b, 2)
    x = factor.triangular_solve(a, b, left_side=True, lower=lower, transpose_a=transpose, conjugate_a=conj,
                                unit_diagonal=unit_diagonal)
    return x[..., 0] if vector else x


def solve(a, b, lower=False, overwrite_a=False, overwrite_b=False, debug=False, check_finite=True, assume_a="gen"):
    if assume_a not in ("gen", "sym", "her", "pos"):
        raise ValueError(f"Expected assume_a to be one of ['gen', 'sym', 'her', 'pos']; got {assume_a!r}")
    if assume_a == "pos":
        a, b = _inexact("solve", a, b)
        rows = b.shape[-1:] if b.ndim == 1 else b.shape[-2:-1]
        if a.shape[-2:] != 2 * rows:
            raise ValueError(f"The arguments to solve must have shapes a=[..., m, m] and b=[..., m, k] or b=[..., m]; got a={a.shape} and b={b.shape}")
        return cho_solve(cho_factor(a, lower=lower), b)
    return jnp.linalg.solve(a, b)


_PADE = {3: (120., 60., 12., 1.), 5: (30240., 15120., 3360., 420., 30., 1.),
         7: (17297280., 8648640., 1995840., 277200., 25200., 1512., 56., 1.),
         9: (17643225600., 8821612800., 2075673600., 302702400., 30270240., 2162160., 110880., 3960., 90., 1.),
         13: (64764752532480000., 32382376266240000., 7771770303897600., 1187353796428800., 129060195264000., 10559470521600.,
              670442572800., 33522128640., 1323241920., 40840800., 960960., 16380., 182., 1.)}
_BOUNDS = {"float32": ((3, 4.258730016922831e-01), (5, 1.880152677804762e+00), (7, 3.925724783138660e+00)),
           "float64": ((3, 1.495585217958292e-02), (5, 2.539398330063230e-01), (7, 9.504178996162932e-01), (9, 2.097847961257068e+00),
                       (13, 5.371920351148152e+00))}


def _pade(a, order):
    # Numerator and denominator differ in the sign of the odd part.
    b = _PADE[order]
    eye = jnp.broadcast_to(jnp.eye(a.shape[-1], dtype=a.dtype), a.shape)
    square = jnp.matmul(a, a)
    power, odd, even = eye, b[1] * eye, b[0] * eye
    for i in range(2, order + 1, 2):
        power = jnp.matmul(power, square)
        even = even + b[i] * power
        odd = odd + b[i + 1] * power
    odd = jnp.matmul(a, odd)
    return even + odd, even - odd


def expm(A, *, upper_triangular=False, max_squarings=16):
    """The matrix exponential, by scaling and squaring (Higham 2005)."""
    (A,) = _inexact("expm", A)
    if A.ndim < 2 or A.shape[-1] != A.shape[-2]:
        raise ValueError(f"Expected A to be a (batched) square matrix, got {A.shape=}.")
    if not A.size:
        return A
    if A.ndim > 2:
        flat = jnp.reshape(A, (math.prod(A.shape[:-2]), *A.shape[-2:]))
        from jax._src.vmap import vmap
        return jnp.reshape(vmap(lambda a: expm(a, max_squarings=max_squarings))(flat), A.shape)
    bounds = _BOUNDS["float64" if core.finfo(A.dtype).bits == 64 else "float32"]
    size = jnp.linalg.norm(A, 1)
    top = bounds[-1][1]
    squarings = jnp.maximum(0, jnp.floor(jnp.log2(size / top)) + 1)
    A = A / jnp.exp2(squarings).astype(A.dtype)
    case = sum(((size > bound).astype(core.int32) for _, bound in bounds[:-1]), jnp.zeros((), core.int32))
    p, q = lax.switch(case, [lambda a, order=order: _pade(a, order) for order, _ in bounds], A)
    x = jnp.linalg.solve(q, p)

    def body(i, x):
        return jnp.where(i < squarings, jnp.matmul(x, x), x)

    x = lax.fori_loop(0, max_squarings, body, x)
    return jnp.where(squarings > max_squarings, jnp.full_like(x, jnp.nan), x)


def expm_frechet(A, E, *, method=None, compute_expm=True):
    """The derivative of expm at A along E."""
    from jax._src.autodiff import jvp
    value, derivative = jvp(expm, (A,), (E,))
    return (value, derivative) if compute_expm else derivative


def block_diag(*arrs):
    """The matrices on the diagonal of one."""
    if not arrs:
        arrs = [jnp.zeros((1, 0))]
    arrs = core.promote_dtypes("block_diag", *arrs)
    arrs = [a.reshape(1, -1) if a.ndim < 2 else a for a in arrs]
    if any(a.ndim > 2 for a in arrs):
        raise ValueError("Arguments to jax.scipy.linalg.block_diag must have at most 2 dimensions, got "
                         f"{next(a for a in arrs if a.ndim > 2)} at argument {[a.ndim > 2 for a in arrs].index(True)}.")
    width = sum(a.shape[1] for a in arrs)
    rows, at = [], 0
    for a in arrs:
        rows.append(jnp.pad(a, ((0, 0), (at, width - at - a.shape[1]))))
        at += a.shape[1]
    return jnp.concatenate(rows)


def toeplitz(c, r=None):
    """The matrix whose diagonals are constant, of its first column and row; leading axes are a batch."""
    r = jnp.conj(jnp.asarray(c)) if r is None else r
    c, r = core.promote_dtypes("toeplitz", jnp.atleast_1d(c), jnp.atleast_1d(r))
    m, n = c.shape[-1], r.shape[-1]
    batch = jnp.broadcast_shapes(c.shape[:-1], r.shape[:-1])
    c, r = jnp.broadcast_to(jnp.flip(c, -1), batch + (m,)), jnp.broadcast_to(r[..., 1:], batch + (max(n - 1, 0),))
    return jnp.concatenate([c, r], -1)[..., m - 1 - jnp.arange(m)[:, None] + jnp.arange(n)[None, :]]


def hilbert(n):
    i = jnp.arange(n)
    return 1 / (i[:, None] + i + 1).astype(core.result_type(1.0))
