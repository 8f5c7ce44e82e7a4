"""Iterative solvers of jax.scipy.sparse.linalg."""
# modes: interp O3
import jax
import jax.numpy as jnp

A = jnp.array([[4.0, 1.0, 0.5], [1.0, 3.0, -0.2], [0.5, -0.2, 5.0]])
N = A + jnp.array([[0.0, 1.0, -2.0], [0.3, 0, 0], [0, 1.2, 0]])
b = jnp.array([1.0, -2.0, 0.5])
from jax.scipy.sparse.linalg import cg, gmres, bicgstab


def show(f):
    try:
        print(*f(), sep="\n")
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[0])


show(lambda: (
    cg(A, b), cg(lambda x: A @ x, b, x0=jnp.ones(3), tol=1e-6), cg(A, b, M=jnp.diag(1 / jnp.diag(A)), maxiter=5),))
show(lambda: (
    bicgstab(N, b), gmres(N, b), gmres(N, b, solve_method="incremental"), gmres(N, b, restart=2, maxiter=40),))
show(lambda: (cg(lambda t: {"u": A @ t["u"], "v": 2.0 * t["v"]}, {"u": b, "v": jnp.ones(2)}),))
show(lambda: (
    jax.grad(lambda b: cg(A, b)[0].sum())(b),
    jax.grad(lambda A: (gmres(A, b)[0] ** 2).sum())(N),
    jax.jit(lambda A, b: bicgstab(A, b)[0])(N, b),))
show(lambda: (jax.vmap(lambda b: cg(A, b)[0])(jnp.stack([b, 2 * b])),))
show(lambda: (cg(A + 1j * jnp.array([[0, 1, 0], [-1, 0, 0], [0, 0, 0]]), b + 0j),))
show(lambda: (cg(A, b, x0=jnp.ones(2)),))
show(lambda: (cg(A[:2], b),))
show(lambda: (cg(3, b),))
show(lambda: (gmres(A, b, solve_method="x"),))
