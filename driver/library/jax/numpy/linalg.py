"""jax.numpy.linalg: norms, and what factorisations give."""

import math
from typing import NamedTuple

from _cjax import numpy as core
from jax import lax
from jax.numpy import reductions, ufuncs
from jax.numpy._util import canonicalize_axes, check_arraylike
from jax.lax import linalg as factor
from jax.numpy.indexing import where
from jax.numpy.products import matmul, tensordot, vecdot  # noqa: F401

asarray = core.asarray


def norm(x, ord=None, axis=None, keepdims=False):
    """Norm of vectors (one axis) or matrices (two axes)."""
    (x,) = core.promote_args_inexact("norm", x)
    if axis is None:
        if ord is None:
            total = reductions.sum(ufuncs.real(x * ufuncs.conj(x)), keepdims=keepdims)
            return lax.sqrt(total)
        axis = tuple(range(x.ndim))
    axes = canonicalize_axes(axis, x.ndim)
    if len(axes) == 1:
        return _vector_norm(x, ord, axes, keepdims)
    if len(axes) == 2:
        return _matrix_norm(x, ord, axes, keepdims)
    raise ValueError(f"Improper number of axes for norm: axis={axes}. Pass one axis to compute a vector-norm, or two axes to compute a matrix-norm.")


def _vector_norm(x, ord, axes, keepdims):
    size = ufuncs.absolute(x)
    if ord is None or ord == 2:
        return ufuncs.sqrt(reductions.sum(ufuncs.real(x * ufuncs.conj(x)), axes, keepdims=keepdims))
    if ord == math.inf:
        return reductions.max(size, axes, keepdims=keepdims)
    if ord == -math.inf:
        return reductions.min(size, axes, keepdims=keepdims)
    if ord == 0:
        return reductions.sum(x != 0, axes, dtype=size.dtype, keepdims=keepdims)
    if ord == 1:
        return reductions.sum(size, axes, keepdims=keepdims)
    if isinstance(ord, str):
        raise ValueError(f"Invalid order '{ord}' for vector norm.")
    return ufuncs.power(reductions.sum(ufuncs.power(size, ord), axes, keepdims=keepdims), 1.0 / ord)


def _matrix_norm(x, ord, axes, keepdims):
    row, column = axes
    size = ufuncs.absolute(x)
    if ord is None or ord in ("f", "fro"):
        return lax.sqrt(reductions.sum(ufuncs.real(x * ufuncs.conj(x)), axes, keepdims=keepdims))
    if ord in (1, -1):
        total = reductions.sum(size, row, keepdims=True)
        pick = reductions.max if ord == 1 else reductions.min
        return _drop(pick(total, column, keepdims=True), axes, keepdims)
    if ord in (math.inf, -math.inf):
        total = reductions.sum(size, column, keepdims=True)
        pick = reductions.max if ord > 0 else reductions.min
        return _drop(pick(total, row, keepdims=True), axes, keepdims)
    if ord in (2, -2, "nuc"):
        from jax.numpy.manipulation import expand_dims, moveaxis
        values = svd(moveaxis(x, axes, (-2, -1)), compute_uv=False)
        pick = {2: reductions.max, -2: reductions.min, "nuc": reductions.sum}[ord]
        y = pick(values, axis=-1)
        return expand_dims(y, axes) if keepdims else y
    raise ValueError(f"Invalid order '{ord}' for matrix norm.")


def _drop(x, axes, keepdims):
    return x if keepdims else lax.squeeze(x, axes)


def vector_norm(x, /, *, axis=None, keepdims=False, ord=2):
    (x,) = core.promote_args("norm", x)
    axes = canonicalize_axes(axis, x.ndim)
    if axis is None or len(axes) > 1:
        kept = tuple(i for i in range(x.ndim) if i not in axes)
        flat = lax.reshape(lax.transpose(x, kept + axes), (*(x.shape[i] for i in kept), math.prod(x.shape[i] for i in axes)))
        result = _vector_norm(flat, ord, (flat.ndim - 1,), False)
        return lax.expand_dims(result, axes) if keepdims else result
    return _vector_norm(x, ord, axes, keepdims)


def matrix_norm(x, /, *, keepdims=False, ord="fro"):
    return norm(x, ord, (-2, -1), keepdims)


def matrix_power(a, n):
    """a multiplied by itself n times."""
    from jax.numpy.creation import eye
    core.check_arraylike("jnp.linalg.matrix_power", a)
    a = asarray(a)
    if a.ndim < 2:
        raise TypeError(f"{a.ndim}-dimensional array given. Array must be at least two-dimensional")
    if a.shape[-2] != a.shape[-1]:
        raise TypeError("Last 2 dimensions of the array must be square")
    if not hasattr(n, "__index__"):
        raise TypeError(f"exponent must be an integer, got {n}")
    if n < 0:
        a, n = inv(a), -n
    result = eye(a.shape[-1], dtype=a.dtype)
    if n == 0:
        from jax.numpy._util import broadcast_to
        return broadcast_to(result, a.shape)
    result = None
    while n:
        if n & 1:
            result = a if result is None else matmul(result, a)
        n >>= 1
        if n:
            a = matmul(a, a)
    return result


def multi_dot(arrays, *, precision=None):
    """The product of several matrices, in the order that needs the fewest multiplications."""
    arrays = [asarray(a) for a in arrays]
    if len(arrays) < 2:
        raise ValueError(f"multi_dot requires at least two arrays; got len(arrays)={len(arrays)}")
    shapes = [a.shape for a in arrays]
    if any(a.ndim not in ((1, 2) if a is arrays[0] or a is arrays[-1] else (2,)) for a in arrays):
        raise ValueError("multi_dot: input arrays must all be two-dimensional, except for the first and last array which may be 1 or 2 dimensional."
                         f" Got array shapes {shapes}")
    if any(s[-1] != t[0] for s, t in zip(shapes, shapes[1:])):
        raise ValueError(f"multi_dot: last dimension of each array must match first dimension of following array. Got array shapes {shapes}")
    dims = [1 if arrays[0].ndim == 1 else arrays[0].shape[0], *(a.shape[0] for a in arrays[1:])]
    dims.append(1 if arrays[-1].ndim == 1 else arrays[-1].shape[1])
    first, last = arrays[0].ndim == 1, arrays[-1].ndim == 1
    if first:
        arrays[0] = arrays[0][None, :]
    if last:
        arrays[-1] = arrays[-1][:, None]
    y = _chain(arrays, dims, 0, len(arrays), {})[1]()
    return y.reshape(y.shape[first:y.ndim - last])


def _chain(arrays, dims, i, j, memo):
    # Cost of the product of arrays i..j-1, and how to compute it.
    if (i, j) not in memo:
        best = (0, lambda: arrays[i]) if j == i + 1 else None
        for k in range(i + 1, j):
            left, right = _chain(arrays, dims, i, k, memo), _chain(arrays, dims, k, j, memo)
            cost = left[0] + right[0] + dims[i] * dims[k] * dims[j]
            if best is None or cost < best[0]:
                best = cost, lambda l=left[1], r=right[1]: matmul(l(), r())
        memo[i, j] = best
    return memo[i, j]


def matrix_transpose(x, /):
    from jax.numpy.manipulation import matrix_transpose
    return matrix_transpose(x)


def trace(x, /, *, offset=0, dtype=None):
    from jax.numpy.products import trace
    return trace(x, offset, -2, -1, dtype)


def diagonal(x, /, *, offset=0):
    from jax.numpy.creation import diagonal
    return diagonal(x, offset, -2, -1)


def outer(x1, x2, /):
    """Products of all pairs of elements of two vectors."""
    x1, x2 = asarray(x1), asarray(x2)
    if x1.ndim != 1 or x2.ndim != 1:
        raise ValueError(f"Input arrays must be one-dimensional, but they are {x1.ndim=} {x2.ndim=}")
    return x1[:, None] * x2[None, :]


def cross(x1, x2, /, *, axis=-1):
    from jax.numpy.products import cross
    x1, x2 = asarray(x1), asarray(x2)
    if x1.shape[axis] != 3 or x2.shape[axis] != 3:
        raise ValueError("Both input arrays must be (arrays of) 3-dimensional vectors, but they have "
                         f"x1.shape[axis]={x1.shape[axis]} and x2.shape[axis]={x2.shape[axis]}")
    return cross(x1, x2, axis=axis)


class EigResult(NamedTuple):
    eigenvalues: object
    eigenvectors: object


class EighResult(NamedTuple):
    eigenvalues: object
    eigenvectors: object


class QRResult(NamedTuple):
    Q: object
    R: object


class SlogdetResult(NamedTuple):
    sign: object
    logabsdet: object


class SVDResult(NamedTuple):
    U: object
    S: object
    Vh: object


def _square(name, a):
    (a,) = core.promote_args_inexact(name, a)
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise ValueError(f"The input to eig must be a square matrix. Got shape {a.shape}." if name.startswith("eig") else
                         f"Argument to {name}() must have shape [..., n, n], got {a.shape}")
    return a


def _symmetric(name, a):
    """A square matrix, or JAX's error where it adds the transpose."""
    (a,) = core.promote_args_inexact(name, a)
    if a.ndim < 2:
        raise TypeError(f"transpose permutation isn't a permutation of operand dimensions, got permutation (0, -1) for operand shape {a.shape}.")
    if a.shape[-1] != a.shape[-2]:
        turned = a.shape[:-2] + (a.shape[-1], a.shape[-2])
        raise TypeError(f"add got incompatible shapes for broadcasting: {a.shape}, {turned}.")
    return a


def cholesky(a, *, upper=False, symmetrize_input=True):
    """The lower triangular l with a = l l^H, or with `upper` its adjoint."""
    from jax.numpy.manipulation import matrix_transpose
    a = _symmetric("cholesky", a)
    low = factor.cholesky(a, symmetrize_input=symmetrize_input)
    return ufuncs.conj(matrix_transpose(low)) if upper else low


def svd(a, full_matrices=True, compute_uv=True, hermitian=False, subset_by_index=None):
    """u, s, v^H with a = u diag(s) v^H."""
    (a,) = core.promote_args_inexact("jnp.linalg.svd", a)
    if hermitian:
        return _svd_hermitian(a, compute_uv)
    if not compute_uv:
        return factor.svd(a, full_matrices=False, compute_uv=False, subset_by_index=subset_by_index)
    u, s, vt = factor.svd(a, full_matrices=full_matrices, subset_by_index=subset_by_index)
    return SVDResult(u, s, vt)


def _svd_hermitian(a, compute_uv):
    from jax.numpy.indexing import take_along_axis
    from jax.numpy.manipulation import flip, matrix_transpose
    from jax.numpy.sorting import argsort, sort
    w, v = eigh(a)
    size = ufuncs.absolute(w)
    if not compute_uv:
        return flip(sort(size, axis=-1), -1)
    order = flip(argsort(size, axis=-1), -1)
    s, sign = take_along_axis(size, order, -1), take_along_axis(ufuncs.sign(w), order, -1)
    u = take_along_axis(v, order[..., None, :], -1)
    return SVDResult(u, s, matrix_transpose(ufuncs.conj(u * sign[..., None, :].astype(u.dtype))))


def svdvals(x, /):
    return svd(x, compute_uv=False)


def qr(a, mode="reduced"):
    """Orthonormal q and triangular r with a = q r."""
    (a,) = core.promote_args_inexact("jnp.linalg.qr", a)
    if mode == "raw":
        a, taus = factor.geqrf(a)
        return QRResult(a.mT, taus)
    if mode not in ("reduced", "r", "full", "complete"):
        raise ValueError(f"Unsupported QR decomposition mode '{mode}'")
    q, r = factor.qr(a, full_matrices=mode == "complete")
    return r if mode == "r" else QRResult(q, r)


def eigh(a, UPLO=None, symmetrize_input=True):
    """Ascending eigenvalues and eigenvectors (columns) of a Hermitian matrix."""
    if UPLO not in (None, "L", "U"):
        raise ValueError(f"UPLO must be one of None, 'L', or 'U', got {UPLO}")
    v, w = factor.eigh(_symmetric("eigh", a), lower=UPLO != "U", symmetrize_input=symmetrize_input)
    return EighResult(w, v)


def eigvalsh(a, UPLO="L", *, symmetrize_input=True):
    return eigh(_symmetric("eigvalsh", a), UPLO, symmetrize_input)[0]


def eig(a):
    """Eigenvalues and right eigenvectors (columns) of a square matrix, complex."""
    w, v = factor.eig(_square("eig", a), compute_left_eigenvectors=False)
    return EigResult(w, v)


def eigvals(a):
    return factor.eig(_square("eigvals", a), compute_left_eigenvectors=False, compute_right_eigenvectors=False)[0]


def _det_small(a):
    if a.shape[-1] == 2:
        return a[..., 0, 0] * a[..., 1, 1] - a[..., 0, 1] * a[..., 1, 0]
    return (a[..., 0, 0] * a[..., 1, 1] * a[..., 2, 2] + a[..., 0, 1] * a[..., 1, 2] * a[..., 2, 0] +
            a[..., 0, 2] * a[..., 1, 0] * a[..., 2, 1] - a[..., 0, 2] * a[..., 1, 1] * a[..., 2, 0] -
            a[..., 0, 0] * a[..., 1, 2] * a[..., 2, 1] - a[..., 0, 1] * a[..., 1, 0] * a[..., 2, 2])


def det(a):
    """Determinant of square matrices."""
    a = _square("_det", a)
    if a.shape[-1] in (2, 3):
        return _det_small(a)
    sign, log = slogdet(a)
    return sign * lax.exp(log).astype(sign.dtype)


def _slogdet_lu(a):
    from jax.numpy.creation import arange, diagonal
    a = _square("slogdet", a)
    lu, pivots, _ = factor.lu(a)
    d = diagonal(lu, 0, -2, -1)
    zero = reductions.any(d == 0, axis=-1)
    swaps = reductions.count_nonzero(pivots != arange(a.shape[-1], dtype=pivots.dtype), axis=-1)
    if core.issubdtype(a.dtype, core.complexfloating):
        sign = reductions.prod(d / ufuncs.absolute(d).astype(d.dtype), axis=-1)
        bad = reductions.any(ufuncs.isnan(d), axis=-1)
        sign = where(bad, lax.full_like(sign, complex(math.nan, math.nan)), sign)
    else:
        swaps = swaps + reductions.count_nonzero(d < 0, axis=-1)
        sign = lax.full_like(d, 1, shape=d.shape[:-1])
    sign = sign * (1 - 2 * (swaps % 2)).astype(sign.dtype)
    log = reductions.sum(lax.log(ufuncs.absolute(d)), axis=-1)
    return SlogdetResult(where(zero, lax.full_like(sign, 0), sign), where(zero, lax.full_like(log, -math.inf), log))


def _slogdet_qr(a):
    from jax.numpy.creation import diagonal
    if core.issubdtype(a.dtype, core.complexfloating):
        raise NotImplementedError("slogdet method='qr' not implemented for complex inputs")
    r, taus = factor.geqrf(a)
    d = diagonal(r, 0, -2, -1)
    turns = reductions.count_nonzero(taus[..., :a.shape[-1] - 1] != 0, axis=-1)
    sign = reductions.prod(ufuncs.sign(d), axis=-1) * (1 - 2 * (turns % 2)).astype(d.dtype)
    return SlogdetResult(sign, reductions.sum(lax.log(ufuncs.absolute(d)), axis=-1))


def slogdet(a, *, method=None):
    """Sign of the determinant and logarithm of its magnitude."""
    if method not in (None, "lu", "qr"):
        raise ValueError(f"Unknown slogdet method '{method}'. Supported methods are 'lu' (`None`), and 'qr'.")
    a = _square("slogdet", a)
    if method == "qr":
        return _slogdet_qr(a)
    if a.shape[-1] not in (1, 2):
        return _slogdet_lu(a)
    d = a[..., 0, 0] if a.shape[-1] == 1 else a[..., 0, 0] * a[..., 1, 1] - a[..., 0, 1] * a[..., 1, 0]
    return SlogdetResult(ufuncs.sign(d), lax.log(ufuncs.absolute(d)))


def _broadcast_batch(a, b, keep):
    # a and b (its last `keep` dimensions are its own) with common batch dimensions.
    from jax.numpy._util import broadcast_shapes, broadcast_to
    batch = broadcast_shapes(a.shape[:-2], b.shape[:b.ndim - keep])
    return broadcast_to(a, batch + a.shape[-2:]), broadcast_to(b, batch + b.shape[b.ndim - keep:])


def _lu_solve(a, b):
    if b.size == 0:
        return b
    lu, _, perm = factor.lu(a)
    from jax.numpy.indexing import take_along_axis
    x = take_along_axis(b, perm[..., None], axis=-2)
    x = factor.triangular_solve(lu, x, left_side=True, lower=True, unit_diagonal=True)
    return factor.triangular_solve(lu, x, left_side=True)


def solve(a, b):
    """x with a x = b; b is a vector or a stack of matrices."""
    check_arraylike("jnp.linalg.solve", a, b)
    a, b = core.promote_dtypes_inexact("jnp.linalg.solve", a, b)
    if a.ndim < 2:
        raise ValueError(f"left hand array must be at least two dimensional; got a.shape={a.shape}")
    if b.ndim == 0:
        raise ValueError(f"right hand array must be at least one dimensional; got b.shape={b.shape}")
    vector = b.ndim == 1
    if a.shape[-1] != a.shape[-2] or a.shape[-1] != b.shape[-1 if vector else -2]:
        m = a.shape[-2]
        other = a.shape[-1] if a.shape[-1] != m else b.shape[-1 if vector else -2]
        raise ValueError(f"inconsistent size for core dimension 'm': {other} vs {m} on vectorized function with excluded=frozenset() "
                         f"and signature='{'(m,m),(m)->(m)' if vector else '(m,m),(m,n)->(m,n)'}'")
    a, b = _broadcast_batch(a, b[:, None] if vector else b, 2)
    x = _lu_solve(a, b)
    return x[..., 0] if vector else x


def inv(a):
    """The inverse of square matrices."""
    from jax.numpy._util import broadcast_to
    from jax.numpy.creation import eye
    check_arraylike("jnp.linalg.inv", a)
    a = asarray(a)
    if a.ndim < 2 or a.shape[-1] != a.shape[-2]:
        raise ValueError(f"Argument to inv must have shape [..., n, n], got {a.shape}.")
    (a,) = core.promote_args_inexact("jnp.linalg.inv", a)
    return solve(a, broadcast_to(eye(a.shape[-1], dtype=a.dtype), a.shape))


def _tolerance(a, size, rtol):
    eps = core.finfo(a.dtype).eps
    return max(a.shape[-2:]) * eps if rtol is None else rtol


def pinv(a, rtol=None, hermitian=False, *, rcond=None):
    """The pseudo-inverse; singular values up to rtol of the largest count as 0."""
    from jax.numpy.manipulation import matrix_transpose
    (a,) = core.promote_args_inexact("jnp.linalg.pinv", a)
    m, n = a.shape[-2:]
    if rtol is None:
        rtol = rcond
    if m == 0 or n == 0:
        return lax.full_like(a, 0, shape=(*a.shape[:-2], n, m))
    rtol = 10. * max(m, n) * float(core.finfo(a.dtype).eps) if rtol is None else rtol
    u, s, vh = svd(ufuncs.conj(a), full_matrices=False, hermitian=hermitian)
    cutoff = asarray(rtol)[..., None] * s[..., :1]
    s = where(s > cutoff, s, lax.full_like(s, math.inf))
    return matmul(matrix_transpose(vh), matrix_transpose(u) / s[..., None].astype(u.dtype)).astype(a.dtype)


def matrix_rank(M, rtol=None, *, hermitian=False, tol=None):
    """How many singular values are larger than rtol."""
    if tol is not None and rtol is not None:
        raise ValueError("matrix_rank: only one of tol or rtol may be specified.")
    (M,) = core.promote_args_inexact("jnp.linalg.matrix_rank", M)
    if M.ndim < 2:
        return reductions.any(M != 0).astype(core.int32)
    s = svd(M, full_matrices=False, compute_uv=False, hermitian=hermitian)
    limit = rtol if tol is None else tol
    if limit is None:
        limit = reductions.max(s, axis=-1) * max(M.shape[-2:]) * core.finfo(s.dtype).eps
    return reductions.sum(s > asarray(limit)[..., None], axis=-1)


def lstsq(a, b, rcond=None, *, numpy_resid=False):
    """x that minimises |a x - b|, residuals, rank and singular values of a."""
    from jax.numpy.creation import array
    from jax.numpy.manipulation import matrix_transpose
    a, b = core.promote_dtypes_inexact("jnp.linalg.lstsq", a, b)
    if a.shape[0] != b.shape[0]:
        raise ValueError("Leading dimensions of input arrays must match")
    vector = b.ndim == 1
    if vector:
        b = b[:, None]
    if a.ndim != 2:
        raise TypeError(f"{a.ndim}-dimensional array given. Array must be two-dimensional")
    if b.ndim != 2:
        raise TypeError(f"{b.ndim}-dimensional array given. Array must be one or two-dimensional")
    m, n = a.shape
    eps = float(core.finfo(a.dtype).eps)
    rcond = eps * max(n, m) if rcond is None else rcond
    u, s, vt = svd(a, full_matrices=False)
    mask = (s > 0) & (s >= rcond * s[:1])
    rank = mask.sum()
    inverse = where(mask, 1 / where(mask, s, lax.full_like(s, 1)), lax.full_like(s, 0))
    y = matmul(ufuncs.conj(matrix_transpose(u)), b)
    x = matmul(ufuncs.conj(matrix_transpose(vt)), inverse[:, None].astype(y.dtype) * y)
    if numpy_resid and (m <= n):
        resid = array([], dtype=s.dtype)
    else:
        e = b - matmul(a, x)
        resid = norm(e, axis=0) ** 2
    return (x[:, 0] if vector else x), resid, rank, s


def cond(x, p=None):
    """The condition number in norm p (None: the quotient of singular values)."""
    (x,) = core.promote_args_inexact("jnp.linalg.cond", x)
    if x.ndim < 2:
        raise ValueError(f"jnp.linalg.cond: input array must be at least 2D; got arr.shape={x.shape}")
    if 0 in x.shape[-2:]:
        raise ValueError(f"jnp.linalg.cond: input array must not be empty; got arr.shape={x.shape}")
    if p in (None, 2, -2):
        s = svd(x, compute_uv=False)
        if p != -2:
            return s[..., 0] / s[..., -1]
        r = s[..., -1] / s[..., 0]
    elif x.shape[-2] != x.shape[-1]:
        raise ValueError(f"jnp.linalg.cond: for {p=}, array must be square; got arr.shape={x.shape}")
    else:
        r = norm(x, p, (-2, -1)) * norm(inv(x), p, (-2, -1))
    bad = ufuncs.isnan(r) & ~reductions.any(ufuncs.isnan(x), axis=(-2, -1))
    return where(bad, lax.full_like(r, math.inf), r)


def tensorinv(a, ind=2):
    """The inverse of a as a map from its last axes to its first `ind` ones."""
    a = asarray(a)
    if ind <= 0:
        raise ValueError(f"ind must be a positive integer; got {ind=}")
    n, m = math.prod(a.shape[:ind]), math.prod(a.shape[ind:])
    if n != m:
        raise ValueError("tensorinv is only possible when the product of the first `ind` dimensions equals that of the "
                         f"remaining dimensions. got arr.shape={a.shape} with ind={ind}.")
    return inv(a.reshape(n, m)).reshape(*a.shape[ind:], *a.shape[:ind])


def tensorsolve(a, b, axes=None):
    """x with tensordot(a, x, x.ndim) = b."""
    from jax.numpy.manipulation import moveaxis
    a, b = asarray(a), asarray(b)
    if axes is not None:
        a = moveaxis(a, axes, tuple(range(a.ndim - len(axes), a.ndim)))
    out = a.shape[b.ndim:]
    if a.shape[:b.ndim] != b.shape or math.prod(out) != b.size:
        raise ValueError(f"After moving axes to end, leading shape of a must match shape of b. got a.shape={a.shape}, b.shape={b.shape}")
    return solve(a.reshape(b.size, -1), b.ravel()).reshape(out)
