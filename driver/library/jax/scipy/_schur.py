"""Schur and Hessenberg forms of jax.scipy.linalg, and what stands on them."""

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax.lax import linalg as factor
from jax._src.definitions.factor import each


def _complex(a):
    return a.astype(core.complex128 if core.finfo(a.dtype).bits == 64 else core.complex64)


def schur(a, output="real"):
    """t and a unitary z with a = z t z^H: t upper triangular, or with output "real" up to 2 x 2 blocks."""
    if output not in ("real", "complex"):
        raise ValueError(f"Expected 'output' to be either 'real' or 'complex', got {output=}.")
    (a,) = core.promote_dtypes_inexact("schur", jnp.asarray(a))
    t, z = factor.schur(_complex(a) if output == "complex" else a)
    return [t, z]


def _unite_block(m, t, z):
    n = t.shape[0]
    mu = jnp.linalg.eigvals(lax.dynamic_slice(t, (m - 1, m - 1), (2, 2))) - t[m, m]
    r = jnp.sqrt(jnp.abs(mu[0]) ** 2 + jnp.abs(t[m, m - 1]) ** 2).astype(t.dtype)
    c, s = mu[0] / r, t[m, m - 1] / r
    turn = jnp.array([[jnp.conj(c), s], [-s, c]])
    rows = lax.dynamic_slice_in_dim(t, m - 1, 2, axis=0)
    right = jnp.arange(n) >= m - 1
    t = lax.dynamic_update_slice_in_dim(t, jnp.where(right, turn @ jnp.where(right, rows, 0), rows), m - 1, axis=0)
    columns = lax.dynamic_slice_in_dim(t, m - 1, 2, axis=1)
    above = jnp.arange(n)[:, None] < m + 1
    t = lax.dynamic_update_slice_in_dim(t, jnp.where(above, jnp.where(above, columns, 0) @ jnp.conj(turn.T), columns), m - 1, axis=1)
    pair = lax.dynamic_slice_in_dim(z, m - 1, 2, axis=1)
    return t, lax.dynamic_update_slice_in_dim(z, pair @ jnp.conj(turn.T), m - 1, axis=1)


def _rsf2csf(t, z):
    n, eps = t.shape[0], core.finfo(t.dtype).eps

    def body(i, tz):
        m = n - i
        t, z = tz
        open = jnp.abs(t[m, m - 1]) > eps * (jnp.abs(t[m - 1, m - 1]) + jnp.abs(t[m, m]))
        t, z = lax.cond(open, _unite_block, lambda m, t, z: (t, z), m, t, z)
        return t.at[m, m - 1].set(0), z

    return lax.fori_loop(1, n, body, (t, z))


def rsf2csf(T, Z, check_finite=True):
    """A real Schur form as a complex one."""
    t, z = (_complex(x) for x in core.promote_dtypes_inexact("rsf2csf", jnp.asarray(T), jnp.asarray(Z)))
    t, z = jnp.linalg._broadcast_batch(t, z, 2)
    return (t, z) if t.shape[-1] == 1 else each(_rsf2csf, 2, t, z)


def _sqrtm_triangular(t):
    # Source: Bjorck and Hammarling, "A Schur method for the square root of a matrix" (1983).
    n = t.shape[0]
    root = jnp.sqrt(jnp.diag(t))

    def entry(l, data):
        j, u = data
        i = j - 1 - l
        between = (jnp.arange(n) > i) & (jnp.arange(n) < j)
        s = jnp.sum(jnp.where(between, u[i] * u[:, j], 0))
        value = jnp.where(t[i, j] == s, 0, (t[i, j] - s) / (root[i] + root[j]))
        return j, u.at[i, j].set(value)

    return lax.fori_loop(0, n, lambda j, u: lax.fori_loop(0, j, entry, (j, u))[1], jnp.diag(root))


def sqrtm(A, blocksize=1):
    """The principal square root of a matrix, complex."""
    if blocksize > 1:
        raise NotImplementedError("Blocked version is not implemented yet.")
    t, z = schur(A, output="complex")
    return jnp.matmul(jnp.matmul(z, _sqrtm_triangular(t)), jnp.conj(z.T))


def _function_of_triangular(f, t):
    # Source: Golub and Van Loan, Matrix Computations, algorithm 11.1.1.
    n = t.shape[0]

    def entry(i, data):
        p, f, least = data
        j = i + p
        s = t[i - 1, j - 1] * (f[j - 1, j - 1] - f[i - 1, i - 1])
        inner = (jnp.arange(n) >= i) & (jnp.arange(n) < j - 1)
        s = s + jnp.sum(jnp.where(inner, t[i - 1] * f[:, j - 1] - f[i - 1] * t[:, j - 1], 0))
        gap = t[j - 1, j - 1] - t[i - 1, i - 1]
        s = jnp.where(gap != 0, s / jnp.where(gap != 0, gap, 1), s)
        return p, f.at[i - 1, j - 1].set(s), jnp.minimum(least, jnp.abs(gap))

    def diagonal(p, data):
        return lax.fori_loop(1, n - p + 1, entry, (p, *data))[1:]

    return lax.fori_loop(1, n, diagonal, (f, jnp.abs(t[0, 0])))


def funm(A, func, disp=True):
    """The function `func` of a square matrix; with disp=False also an estimate of the error."""
    a = jnp.asarray(A)
    if a.ndim != 2 or a.shape[0] != a.shape[1]:
        raise ValueError("expected square array_like input")
    t, z = rsf2csf(*schur(a))
    f = jnp.diag(func(jnp.diag(t))).astype(t.dtype)
    f, least = _function_of_triangular(f, t)
    f = z @ f @ jnp.conj(z.T)
    if disp:
        return f
    tol = float(core.finfo(f.dtype).eps)
    least = jnp.where(least == 0.0, tol, least)
    bound = jnp.minimum(1, jnp.maximum(tol, (tol / least) * jnp.linalg.norm(jnp.triu(t, 1), 1)))
    return f, jnp.where(jnp.any(jnp.isinf(f)), jnp.inf, bound)


def _sylvester_triangular(r, s, f):
    # r y + y s = f for r and s upper triangular, s from its adjoint's form: columns from the right, rows from below.
    m, n = f.shape

    def entry(k, y):
        i, j = (m * n - 1 - k) // n, (m * n - 1 - k) % n
        rows = jnp.sum(jnp.where(jnp.arange(m) > i, r[i] * y[:, j], 0))
        columns = jnp.sum(jnp.where(jnp.arange(n) > j, y[i] * s[:, j], 0))
        return y.at[i, j].set((f[i, j] - rows - columns) / (r[i, i] + s[j, j]))

    return lax.fori_loop(0, m * n, entry, jnp.zeros_like(f))


def _sylvester(a, b, c, method, tol):
    real = not jnp.iscomplexobj(c)
    if method == "schur":
        r, u = schur(a, output="complex")
        s, v = schur(jnp.conj(b.T), output="complex")
        y = _sylvester_triangular(r, jnp.conj(s.T), jnp.conj(u.T) @ _like(c, r) @ v)
        x = u @ y @ jnp.conj(v.T)
    else:
        p, u = jnp.linalg.eig(a)
        q, v = jnp.linalg.eig(b)
        y = jnp.linalg.solve(u, _like(c, u) @ v) / (p[:, None] + q[None, :])
        x = u @ y @ jnp.linalg.inv(v)
    x = x.real if real else x
    close = jnp.abs(jnp.linalg.eigvals(a)[:, None] + jnp.linalg.eigvals(b)[None, :]) < tol
    return jnp.where(jnp.any(close), jnp.nan, x)


def _like(x, y):
    return x.astype(y.dtype)


def solve_sylvester(A, B, C, *, method="schur", tol=1e-8):
    """x with a x + x b = c; nan where eigenvalues of a and -b meet."""
    a, b, c = core.promote_dtypes_inexact("solve_sylvester", jnp.asarray(A), jnp.asarray(B), jnp.asarray(C))
    m, n = c.shape[-2:]
    if a.shape[-2:] != (m, m) or b.shape[-2:] != (n, n):
        raise ValueError(f"Incompatible shapes for Sylvester equation:\nA: {a.shape}\nB: {b.shape}\nC: {c.shape}")
    if method not in ("schur", "eigen"):
        raise ValueError(f"Unrecognized method {method}. The two valid methods are either \"schur\" or \"eigen\".")
    batch = jnp.broadcast_shapes(a.shape[:-2], b.shape[:-2], c.shape[:-2])
    args = [jnp.broadcast_to(x, batch + x.shape[-2:]) for x in (a, b, c)]
    return each(lambda a, b, c: _sylvester(a, b, c, method, tol), 2, *args)


def hessenberg(a, *, calc_q=False, overwrite_a=False, check_finite=True):
    """q^H a q, zero below the first subdiagonal, and with calc_q q."""
    (a,) = core.promote_dtypes_inexact("hessenberg", jnp.asarray(a))
    n = a.shape[-1]
    if n == 0:
        return (jnp.zeros_like(a), jnp.zeros_like(a)) if calc_q else jnp.zeros_like(a)
    out, taus = factor.hessenberg(a)
    h = jnp.triu(out, -1)
    if not calc_q:
        return h
    q = factor.householder_product(out[..., 1:, :-1], taus)
    return h, jnp.zeros_like(out).at[..., 0, 0].set(1).at[..., 1:, 1:].set(q)


def eigh_tridiagonal(d, e, *, eigvals_only=False, select="a", select_range=None, tol=None, key=None):
    """Eigenvalues and eigenvectors of the symmetric tridiagonal matrix with diagonals d and e."""
    d, e = jnp.asarray(d), jnp.asarray(e)
    if d.dtype != e.dtype:
        raise TypeError(f"diagonal and off-diagonal values must have same dtype, got {d.dtype} and {e.dtype}")
    if d.dtype not in (core.float32, core.float64, core.complex64, core.complex128):
        raise TypeError("Only float32 and float64 inputs are supported as inputs to jax.scipy.linalg.eigh_tridiagonal, got "
                        f"{d.dtype} and {e.dtype}")
    n = d.shape[0]
    if n <= 1:
        return d.real if eigvals_only else (d.real, jnp.eye(n, dtype=d.dtype))
    first, last = 0, n
    if select == "i":
        if select_range is None:
            raise ValueError("for select='i', select_range must be specified.")
        if select_range[0] > select_range[1]:
            raise ValueError("Got empty index range in select_range.")
        first, last = select_range[0], select_range[1] + 1
    elif select == "v":
        raise NotImplementedError("eigh_tridiagonal(..., select='v') is not implemented")
    elif select != "a":
        raise ValueError("'select must have a value in {'a', 'i', 'v'}.")
    a = jnp.diag(d.real.astype(d.dtype)) + jnp.diag(jnp.conj(e), -1)
    v, w = factor.eigh(a, lower=True, symmetrize_input=False)
    return w[first:last] if eigvals_only else (w[first:last], v[:, first:last])


def qr_multiply(a, c, mode="right", pivoting=False, conjugate=False, overwrite_a=False, overwrite_c=False):
    """c q (mode "right") or q c, and r, for the q and r of a; conjugate: with q's conjugate."""
    from jax.lax._reflections import geqp3
    a, c = core.promote_dtypes_inexact("qr_multiply", jnp.asarray(a), jnp.asarray(c))
    if mode not in ("right", "left"):
        raise ValueError(f"mode must be 'right' or 'left', got {mode!r}")
    vector = c.ndim == 1
    if vector:
        c = c[:, None] if mode == "left" else c[None, :]
    m, n = a.shape[-2:]
    k = min(m, n)
    if mode == "left" and c.shape[-2] != k:
        raise ValueError(f"Array shapes are not compatible for Q @ c operation: a has shape {tuple(a.shape)} so Q has {k} columns, "
                         f"but c has {c.shape[-2]} rows (expected {k}).")
    if mode == "right" and c.shape[-1] != m:
        raise ValueError(f"Array shapes are not compatible for c @ Q operation: a has shape {tuple(a.shape)} so Q has {m} rows, "
                         f"but c has {c.shape[-1]} columns (expected {m}).")
    batch = jnp.broadcast_shapes(a.shape[:-2], c.shape[:-2])
    a, c = jnp.broadcast_to(a, batch + a.shape[-2:]), jnp.broadcast_to(c, batch + c.shape[-2:])
    r, *p, taus = geqp3(a) if pivoting else factor.geqrf(a)
    if m > n and mode == "left":
        c = jnp.concatenate([c, jnp.zeros((*batch, m - k, c.shape[-1]), c.dtype)], -2)
    c = c.mT if conjugate else c
    y = factor.ormqr(r, taus, c, left=(mode == "left") != conjugate, transpose=conjugate)
    y = y.mT if conjugate else y
    y = y[..., :k] if mode == "right" else y
    return (jnp.ravel(y) if vector else y, jnp.triu(r[..., :k, :]), *p)


def fiedler_companion(a):
    """The pentadiagonal matrix whose characteristic polynomial has the coefficients a, highest first."""
    (a,) = core.promote_args_inexact("fiedler_companion", a)
    a = jnp.atleast_1d(a)
    if a.shape[-1] == 0:
        raise ValueError("fiedler_companion requires the last axis of 'a' to have nonzero length, but got an array of shape "
                         f"{a.shape}.")
    return each(_fiedler_companion, 1, a)


def _fiedler_companion(a):
    n = a.shape[0] - 1
    if n == 0:
        return jnp.zeros((0, 0), a.dtype)
    a = a / a[0]
    if n == 1:
        return -a[1:].reshape(1, 1)
    i, j = jnp.arange(n)[:, None], jnp.arange(n)[None, :]
    even, odd = i % 2 == 0, i % 2 == 1
    c = jnp.where((j == i + 1) & even, -a[jnp.minimum(i + 2, n)], 0)
    c = jnp.where((j == i - 1) & even, -a[jnp.minimum(i + 1, n)], c)
    ones = ((j == i + 2) & even) | ((j == i - 2) & odd & (i >= 3)) | ((i == 1) & (j == 0))
    return jnp.where(ones, 1, c).astype(a.dtype).at[0, 0].set(-a[1])
