"""jax.scipy.sparse.linalg: iterative solution of linear systems given as functions, on trees of arrays.

Hestenes and Stiefel 1952 (conjugate gradients), van der Vorst 1992 (BiCGSTAB), Saad and Schultz 1986 (GMRES).
"""

import functools
import operator

from _cjax import numpy as core
from jax import lax
from jax import numpy as jnp
from jax.tree_util import tree_leaves, tree_map, tree_structure


def _vdot_real(x, y):
    result = jnp.vdot(x.real, y.real)
    if jnp.iscomplexobj(x) or jnp.iscomplexobj(y):
        result = result + jnp.vdot(x.imag, y.imag)
    return result


def _dot_real(x, y):
    return sum(tree_leaves(tree_map(_vdot_real, x, y)))


def _dot(x, y):
    return sum(tree_leaves(tree_map(jnp.vdot, x, y)))


def _norm(x):
    return jnp.sqrt(_dot_real(x, x))


def _add(x, y):
    return tree_map(operator.add, x, y)


def _sub(x, y):
    return tree_map(operator.sub, x, y)


def _mul(a, x):
    return tree_map(lambda leaf: a * leaf, x)


def _choose(condition, x, y):
    return tree_map(lambda a, b: jnp.where(condition, a, b), x, y)


def _identity(x):
    return x


def _operator(f):
    """A function or a square matrix as a function."""
    if callable(f):
        return f
    if not hasattr(f, "__matmul__"):
        raise TypeError(f"linear operator must be either a function or ndarray: {f}")
    if len(f.shape) != 2 or f.shape[0] != f.shape[1]:
        raise ValueError(f"linear operator must be a square matrix, but has shape: {f.shape}")
    return lambda x: f @ x


#===-- conjugate gradients and BiCGSTAB --------------------------------------------------===#


def _bound(b, tol, atol):
    """The square of the residual's norm at which an iteration ends."""
    return jnp.maximum(jnp.square(tol) * _dot_real(b, b), jnp.square(atol))


def _cg_solve(A, b, x0, maxiter, tol, atol, M):
    atol2 = _bound(b, tol, atol)

    def goes_on(state):
        _, r, gamma, _, k = state
        rs = gamma.real if M is _identity else _dot_real(r, r)
        return (rs > atol2) & (k < maxiter)

    def step(state):
        x, r, gamma, p, k = state
        Ap = A(p)
        alpha = gamma / _dot_real(p, Ap).astype(dtype)
        x, r = _add(x, _mul(alpha, p)), _sub(r, _mul(alpha, Ap))
        z = M(r)
        after = _dot_real(r, z).astype(dtype)
        return x, r, after, _add(z, _mul(after / gamma, p)), k + 1

    r0 = _sub(b, A(x0))
    p0 = M(r0)
    dtype = core.result_type(*tree_leaves(p0))
    return lax.while_loop(goes_on, step, (x0, r0, _dot_real(r0, p0).astype(dtype), p0, 0))[0]


def _bicgstab_solve(A, b, x0, maxiter, tol, atol, M):
    atol2 = _bound(b, tol, atol)

    def goes_on(state):
        r, k = state[1], state[-1]
        return (_dot_real(r, r) > atol2) & (k < maxiter) & (k >= 0)

    def step(state):
        x, r, shadow, alpha, omega, rho, p, q, k = state
        after = _dot(shadow, r)
        beta = after / rho * alpha / omega
        p = _add(r, _mul(beta, _sub(p, _mul(omega, q))))
        p_hat = M(p)
        q = A(p_hat)
        alpha = after / _dot(shadow, q)
        s = _sub(r, _mul(alpha, q))
        early = _dot_real(s, s) < atol2
        s_hat = M(s)
        t = A(s_hat)
        omega = _dot(t, s) / _dot(t, t)
        half = _add(x, _mul(alpha, p_hat))
        x = _choose(early, half, _add(half, _mul(omega, s_hat)))
        r = _choose(early, s, _sub(s, _mul(omega, t)))
        k = jnp.where((omega == 0) | (alpha == 0), -11, k + 1)  # a breakdown ends the loop
        return x, r, shadow, alpha, omega, after, p, q, jnp.where(after == 0, -10, k)

    r0 = _sub(b, A(x0))
    one = jnp.ones((), core.result_type(*tree_leaves(b)))
    return lax.while_loop(goes_on, step, (x0, r0, r0, one, one, one, r0, r0, 0))[0]


def _check_start(x0, b):
    if tree_structure(x0) != tree_structure(b):
        raise ValueError("x0 and b must have matching tree structure: "
                         f"{tree_structure(x0)} vs {tree_structure(b)}")
    x_shapes, b_shapes = ([jnp.shape(leaf) for leaf in tree_leaves(t)] for t in (x0, b))
    if x_shapes != b_shapes:
        raise ValueError(f"arrays in x0 and b must have matching shapes: {x_shapes} vs {b_shapes}")


def _prepared(A, b, x0, M):
    b = tree_map(jnp.asarray, b)
    x0 = tree_map(jnp.zeros_like, b) if x0 is None else tree_map(jnp.asarray, x0)
    return _operator(A), b, x0, _identity if M is None else _operator(M)


def _solve(method, A, b, x0, tol, atol, maxiter, M, check_symmetric):
    A, b, x0, M = _prepared(A, b, x0, M)
    leaves = tree_leaves(b)
    if maxiter is None:
        maxiter = 10 * sum(leaf.size for leaf in leaves)
    _check_start(x0, b)
    solve = functools.partial(method, x0=x0, maxiter=maxiter, tol=tol, atol=atol, M=M)
    symmetric = check_symmetric and not any(jnp.iscomplexobj(leaf) for leaf in leaves)
    return lax.custom_linear_solve(A, b, solve=solve, transpose_solve=solve, symmetric=symmetric), None


def cg(A, b, x0=None, *, tol=1e-5, atol=0.0, maxiter=None, M=None):
    """The solution of A x = b for a positive definite A, and None."""
    return _solve(_cg_solve, A, b, x0, tol, atol, maxiter, M, True)


def bicgstab(A, b, x0=None, *, tol=1e-5, atol=0.0, maxiter=None, M=None):
    """The solution of A x = b, and None."""
    return _solve(_bicgstab_solve, A, b, x0, tol, atol, maxiter, M, False)


#===-- GMRES -----------------------------------------------------------------------------===#


def _normalised(x, threshold=None):
    """x / |x| and |x|, or zeros where it is below the threshold."""
    norm = _norm(x)
    threshold = core.finfo(norm.dtype).eps if threshold is None else threshold
    large = norm > threshold
    return tree_map(lambda leaf: jnp.where(large, leaf / norm.astype(leaf.dtype), 0), x), jnp.where(large, norm, 0)


def _orthogonal(V, v):
    """v without its parts along the columns of V, and these parts: Gram and Schmidt's way, twice."""
    columns = tree_leaves(V)[0]
    h = jnp.zeros(columns.shape[-1], columns.dtype)
    for _ in range(2):
        more = sum(tree_leaves(tree_map(lambda X, y: jnp.einsum("...n,...->n", X.conj(), y), V, v)))
        v, h = _sub(v, tree_map(lambda X: X @ more, V)), h + more
    return v, h


def _arnoldi(k, A, M, V, H):
    """Column k + 1 of V, and row k of H."""
    dtype = tree_leaves(V)[0].dtype
    v = M(A(tree_map(lambda X: X[..., k], V)))
    norm = _normalised(v)[1]
    v, h = _orthogonal(V, v)
    unit, after = _normalised(v, core.finfo(dtype).eps * norm)
    V = tree_map(lambda X, y: X.at[..., k + 1].set(y), V, unit)
    return V, H.at[k, :].set(h.at[k + 1].set(after.astype(dtype))), after == 0.0


def _basis(unit, restart):
    return tree_map(lambda x: jnp.pad(x[..., None], ((0, 0),) * x.ndim + ((0, restart),)), unit)


def _moved(A, b, x0, V, y, M):
    x = _add(x0, tree_map(lambda X: X[..., :-1] @ y, V))
    return x, *_normalised(M(_sub(b, A(x))))


def _batched(A, b, x0, unit, norm, ptol, restart, M):
    V = _basis(unit, restart)
    dtype = core.result_type(*tree_leaves(b))

    def step(state):
        V, H, _, k = state
        return *_arnoldi(k, A, M, V, H), k + 1

    start = V, jnp.eye(restart, restart + 1, dtype=dtype), False, 0
    V, H, _, _ = lax.while_loop(lambda s: (s[3] < restart) & ~s[2], step, start)
    beta = jnp.zeros(restart + 1, dtype).at[0].set(norm.astype(dtype))
    a = H.T
    from jax.scipy.linalg import solve
    y = solve(a.T.conj() @ a, a.T.conj() @ beta, assume_a="pos")
    return _moved(A, b, x0, V, y, M)


def _rotated(row, i, c, s):
    x, y = row[i], row[i + 1]
    return row.at[i].set(c.conj() * x - s.conj() * y).at[i + 1].set(s * x + c * y)


def _rotation(a, b):
    none, less = jnp.abs(b) == 0, jnp.abs(a) < jnp.abs(b)
    t = -jnp.where(less, a, b) / jnp.where(less, b, a)
    r = lax.rsqrt(1 + jnp.abs(t) ** 2).astype(t.dtype)
    return jnp.where(none, 1, jnp.where(less, r * t, r)), jnp.where(none, 0, jnp.where(less, r, r * t))


def _incremental(A, b, x0, unit, norm, ptol, restart, M):
    dtype = core.result_type(*tree_leaves(b))

    def step(state):
        k, _, V, R, beta, givens = state
        V, H, _ = _arnoldi(k, A, M, V, R)
        row = lax.fori_loop(0, k, lambda i, row: _rotated(row, i, givens[i, 0], givens[i, 1]), H[k, :])
        c, s = _rotation(row[k], row[k + 1])
        beta = _rotated(beta, k, c, s)
        givens = givens.at[k, :].set(jnp.stack([c, s]))
        return k + 1, jnp.abs(beta[k + 1]), V, R.at[k, :].set(_rotated(row, k, c, s)), beta, givens

    beta = jnp.zeros(restart + 1, dtype).at[0].set(norm.astype(dtype))
    start = 0, norm, _basis(unit, restart), jnp.eye(restart, restart + 1, dtype=dtype), beta, jnp.zeros((restart, 2), dtype)
    _, _, V, R, beta, _ = lax.while_loop(lambda s: (s[0] < restart) & (s[1] > ptol), step, start)
    from jax.scipy.linalg import solve_triangular
    return _moved(A, b, x0, V, solve_triangular(R[:, :-1].T, beta[:-1]), M)


def gmres(A, b, x0=None, *, tol=1e-5, atol=0.0, restart=20, maxiter=None, M=None, solve_method="batched"):
    """The solution of A x = b, and -1 where it has nan."""
    A, b, x0, M = _prepared(A, b, x0, M)
    size = sum(leaf.size for leaf in tree_leaves(b))
    maxiter = 10 * size if maxiter is None else maxiter
    restart = min(restart, size)
    if tree_structure(x0) != tree_structure(b):
        raise ValueError("x0 and b must have matching tree structure: "
                         f"{tree_structure(x0)} vs {tree_structure(b)}")
    if solve_method not in ("incremental", "batched"):
        raise ValueError(f"invalid solve_method {solve_method}, must be either 'incremental' or 'batched'")
    method = _incremental if solve_method == "incremental" else _batched
    norm = _norm(b)
    atol = jnp.maximum(tol * norm, atol)
    ptol = _norm(M(b)) * jnp.minimum(1.0, atol / norm)

    def solve(A, b):
        def step(state):
            x, k, unit, size = state
            x, unit, size = method(A, b, x, unit, size, ptol, restart, M)
            return x, k + 1, unit, size

        start = x0, 0, *_normalised(M(_sub(b, A(x0))))
        return lax.while_loop(lambda s: (s[1] < maxiter) & (s[3] > atol), step, start)[0]

    x = lax.custom_linear_solve(A, b, solve=solve, transpose_solve=solve)
    return x, jnp.where(jnp.isnan(_norm(x)), -1, 0)
