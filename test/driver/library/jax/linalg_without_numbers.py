"""Matrices that are nan, singular or empty."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax.scipy import linalg

indefinite = jnp.array([[1, 2 + 1j, 3], [2 - 1j, 1, 2], [3, 2, -5]], jnp.complex64)
print(jnp.linalg.cholesky(indefinite), jnp.linalg.cholesky(indefinite.real), sep="\n")
print(jnp.linalg.cholesky(jnp.stack([jnp.eye(2), -jnp.eye(2)])), jax.lax.linalg.cholesky(indefinite, symmetrize_input=False), sep="\n")
nan, singular = jnp.full((2, 2), jnp.nan, jnp.float32), jnp.array([[1.0, 2.0], [2.0, 4.0]])
for f in (jnp.linalg.inv, jnp.linalg.eigvalsh, jnp.linalg.eigvals, jnp.linalg.det, jnp.linalg.slogdet, jnp.linalg.pinv, linalg.expm,
          linalg.schur, jnp.linalg.cond, jnp.linalg.matrix_rank):
    print(f.__name__, f(nan + 0j), f(nan))
print(jnp.linalg.inv(singular), jnp.linalg.det(singular), jnp.linalg.slogdet(singular), jnp.linalg.matrix_rank(singular))
for shape in ((0, 0), (3, 0, 0), (0, 2, 2)):
    x = jnp.zeros(shape)
    for f in (jnp.linalg.inv, jnp.linalg.pinv, jnp.linalg.eigvals, jnp.linalg.svdvals, jnp.linalg.det, linalg.expm, linalg.schur,
              linalg.hessenberg, jnp.linalg.eigh, jnp.linalg.qr, jnp.linalg.slogdet):
        print(f.__name__, jax.tree.map(jnp.shape, jax.tree.leaves(f(x))))
infinite = jnp.array([[1.0, jnp.inf], [2.0, 3.0]])
for p in (None, 2, -2, 1, jnp.inf, "fro"):
    print(jnp.linalg.cond(infinite, p), jnp.linalg.cond(nan, p), jnp.linalg.cond(jnp.zeros((2, 2)), p), jnp.linalg.cond(jnp.eye(2), p))
for x, p in ((jnp.zeros((0, 0)), None), (jnp.zeros((2, 3)), 1)):
    try:
        jnp.linalg.cond(x, p)
    except ValueError as e:
        print(e)
