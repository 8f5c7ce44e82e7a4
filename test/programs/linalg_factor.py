# Factorisations, systems and what is made of them: jnp.linalg and lax.linalg, batched, edge cases.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

x = jax.random.normal(jax.random.key(0), (4, 4))
s = x @ x.T + 4 * jnp.eye(4)
many = jax.random.normal(jax.random.key(1), (2, 3, 3))

print(jnp.linalg.cholesky(s))
print(jnp.linalg.cholesky(s, upper=True))
print(jnp.linalg.cholesky(-s))
print(jnp.linalg.inv(x), jnp.linalg.inv(many))
print(jnp.linalg.det(x), jnp.linalg.det(many), jnp.linalg.det(x[:2, :2]), jnp.linalg.det(jnp.zeros((4, 4))))
sign, logdet = jnp.linalg.slogdet(many)
print(sign, logdet, jnp.linalg.slogdet(x).logabsdet, jnp.linalg.slogdet(jnp.zeros((3, 3))).logabsdet)
print(jnp.linalg.solve(x, jnp.arange(4.0)), jnp.linalg.solve(many, many[:, :, :1]))
w, v = jnp.linalg.eigh(s)
print(w, v, jnp.linalg.eigvalsh(many + many.mT))
for shape in [(4, 4), (4, 2), (2, 4), (5, 1), (1, 1), (3, 4)]:
    a = jax.random.normal(jax.random.key(2), shape)
    u, d, vt = jnp.linalg.svd(a, full_matrices=False)
    print(shape, d, jnp.allclose(u * d @ vt, a, atol=1e-5))
    print(u, vt)
    u, d, vt = jnp.linalg.svd(a)
    print(u.shape, vt.shape, jnp.allclose(u.T @ u, jnp.eye(shape[0]), atol=1e-5))
    q, r = jnp.linalg.qr(a)
    print(q, r)
    print(jnp.linalg.qr(a, mode="complete")[0].shape)
    print(jnp.linalg.pinv(a))
print(jnp.linalg.matrix_rank(x), jnp.linalg.matrix_rank(jnp.ones((3, 3))), jnp.linalg.cond(x))
for order in [None, "fro", "nuc", 1, -1, 2, -2, jnp.inf, -jnp.inf]:
    print(order, jnp.linalg.norm(x, order))
for result in jnp.linalg.lstsq(x[:, :2], jnp.arange(4.0)):
    print(result)
print(jnp.linalg.matrix_power(x, -2))
print(jnp.linalg.multi_dot([x, x[:, :1], x[:1], x[0]]))
print(jnp.linalg.tensorsolve(x.reshape(2, 2, 4), jnp.ones((2, 2))))
print(jnp.linalg.tensorinv(x.reshape(2, 2, 4)).shape)
lu, pivots, perm = lax.linalg.lu(x[:, :3])
print(lu, pivots, perm)
print(lax.linalg.lu_pivots_to_permutation(pivots, 4))
for left in (False, True):
    for lower in (False, True):
        b = x[:, :2] if left else x[:2]
        for transpose in (False, True):
            print(lax.linalg.triangular_solve(s, b, left_side=left, lower=lower, transpose_a=transpose))
print(lax.linalg.triangular_solve(s, x[0], left_side=True, lower=True, unit_diagonal=True))
print(jnp.linalg.svd(jnp.full((2, 2), jnp.nan))[1])
print(jnp.linalg.eigvalsh(jnp.full((2, 2), jnp.nan)), jnp.linalg.eigvalsh(jnp.zeros((3, 3))))
print(jnp.linalg.inv(jnp.zeros((0, 3, 3))).shape, jnp.linalg.svd(jnp.zeros((0, 2)))[1].shape)
