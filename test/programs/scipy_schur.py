# Schur and Hessenberg forms, functions of matrices, reflections, pivoted QR, left eigenvectors, tridiagonal systems.
# jax: 0.10.2
# modes: interp O3
import jax
import jax.numpy as jnp
import jax.scipy.linalg as jsl
from jax import lax

ll = lax.linalg


def close(x, y, tol=2e-4):
    return bool(jnp.allclose(x, y, atol=tol, rtol=tol))


a = jax.random.normal(jax.random.key(0), (5, 5))
z = a + 1j * jax.random.normal(jax.random.key(1), (5, 5))
many = jax.random.normal(jax.random.key(2), (2, 4, 4))
for x in (a, z, many):
    for output in ("real", "complex"):
        t, q = jsl.schur(x, output=output)
        print(t.dtype, close(q @ t @ q.conj().mT, x), close(q @ q.conj().mT, jnp.eye(q.shape[-1])), bool((jnp.tril(t, -2) == 0).all()))
    out, taus = ll.hessenberg(x)
    h, q = jsl.hessenberg(x, calc_q=True)
    print(out, taus, close(q @ h @ q.conj().mT, x), close(jsl.hessenberg(x), h))
t, q = jsl.rsf2csf(*jsl.schur(a))
print(close(q @ t @ q.conj().T, a), close(jnp.tril(t, -1), 0), len(ll.schur(a, compute_schur_vectors=False)))
s = a @ a.T + jnp.eye(5)
print(jsl.sqrtm(s).dtype, close(jsl.sqrtm(s) @ jsl.sqrtm(s), s), close(jsl.sqrtm(z) @ jsl.sqrtm(z), z))
print(close(jsl.funm(a, jnp.exp), jsl.expm(a), 2e-3), jsl.funm(a, jnp.exp, disp=False)[1] < 1)
x = jsl.solve_sylvester(a, s, a)
print(x.shape, close(a @ x + x @ s, a), close(jsl.solve_sylvester(a, s, a, method="eigen"), x, 2e-3))
print(jsl.solve_sylvester(jnp.eye(2), -jnp.eye(2), jnp.ones((2, 2))))
for shape in ((4, 4), (5, 3), (3, 5)):
    x = jax.random.normal(jax.random.key(3), shape)
    for mode in ("full", "economic"):
        q, r, p = jsl.qr(x, mode=mode, pivoting=True)
        print(q, r, p, close(q @ r, x[:, p]))
    h, taus = jnp.linalg.qr(x, mode="raw")
    print(h, taus, [len(v) for v in jsl.qr(x, mode="r", pivoting=True)])
    k = min(shape)
    for mode, c in (("right", x.T), ("left", jnp.ones((k, 2))), ("right", jnp.ones(shape[0]))):
        for pivoting in (False, True):
            print(*jsl.qr_multiply(x, c, mode, pivoting))
x = jax.random.normal(jax.random.key(4), (4, 4)) + 1j * jax.random.normal(jax.random.key(5), (4, 4))
h, taus = jnp.linalg.qr(x, mode="raw")
print(ll.householder_product(h.mT, taus), ll.ormqr(h.mT, taus, x, transpose=True), ll.ormqr(h.mT, taus, x, left=False))
print(ll.cholesky_update(jnp.linalg.cholesky(s).T, a[0]), ll.symmetric_product(a[:, :2], s, alpha=2.0, beta=0.5, symmetrize_output=True))
for lower in (True, False):
    for x in (s, z @ z.conj().T):
        out, d, e, taus = ll.tridiagonal(x, lower=lower)
        print(out.shape, d, e, taus, close(jnp.sort(jsl.eigh_tridiagonal(d, e, eigvals_only=True)), jnp.linalg.eigvalsh(x), 2e-3))
d, e = jnp.arange(1.0, 6.0), jnp.ones(4)
w, v = jsl.eigh_tridiagonal(d, e)
print(w, close(v.T @ v, jnp.eye(5)), jsl.eigh_tridiagonal(d, e, eigvals_only=True, select="i", select_range=(1, 2)))
dl, du, b = jnp.array([0.0, 1, 2, 3, 4]), jnp.array([1.0, 2, 3, 4, 0]), jnp.arange(10.0).reshape(5, 2)
print(ll.tridiagonal_solve(dl, jnp.zeros(5).at[4].set(2.0) + 0.1, du, b))
print(ll.tridiagonal_solve(jnp.stack([dl, dl]), jnp.stack([d, d + 9]), jnp.stack([du, du]), jnp.stack([b, b])))
print(jax.grad(lambda d: ll.tridiagonal_solve(dl, d, du, b).sum())(d + 9))
w, vl, vr = ll.eig(a)
print(close(vl.conj().T @ a, w[:, None] * vl.conj().T), close(jnp.linalg.norm(vl, axis=0), 1.0))
print(jsl.fiedler_companion(jnp.array([1.0, -16.0, 86.0, -176.0, 105.0])), ll.SvdAlgorithm.QR, ll.EighImplementation.JACOBI)
print(jnp.linalg.qr(jnp.ones((3, 2)), mode="full")[0].shape, jsl.schur(jnp.full((2, 2), jnp.nan))[0])
