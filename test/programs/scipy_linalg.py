# jax.scipy.linalg: factors, systems, the matrix exponential, special matrices.
# jax: 0.10.2
import jax
import jax.numpy as jnp
import jax.scipy.linalg as jsl
from jax.scipy.linalg import cho_factor, cho_solve

x = jax.random.normal(jax.random.key(3), (4, 4))
s = x @ x.T + 3 * jnp.eye(4)
b = jnp.arange(4.0)
print(jsl.cholesky(s), jsl.cholesky(s, lower=True))
for lower in (False, True):
    print(cho_solve(cho_factor(s, lower), b), jsl.solve(s, b, assume_a="pos", lower=lower))
    for trans in (0, "T", 2):
        print(jsl.solve_triangular(s, b, trans=trans, lower=lower), jsl.solve_triangular(s, x, trans=trans, lower=lower, unit_diagonal=True)[0])
print(jsl.solve(x, b), jsl.det(x), jsl.inv(x))
p, l, u = jsl.lu(x[:, :3])
print(p, l, u, jsl.lu(x, permute_l=True)[0])
for trans in (0, 1, 2):
    print(jsl.lu_solve(jsl.lu_factor(x), b, trans))
print(jsl.qr(x[:, :2], mode="economic"), jsl.qr(x[:, :2], mode="r")[0].shape, jsl.svd(x, compute_uv=False))
print(jsl.eigh(s, eigvals_only=True))
for scale in (0.01, 0.3, 1.0, 10.0):
    print(jsl.expm(x * scale)[0])
print(jsl.expm(jnp.stack([x, s / 10]))[:, 0], jax.grad(lambda t: jsl.expm(x * t)[0, 0])(0.5))
print(jsl.expm_frechet(x, s)[1][0])
print(jsl.block_diag(jnp.ones((2, 1)), jnp.array([3.0, 4.0]), 5.0), jsl.toeplitz(jnp.arange(3), jnp.arange(4)), jsl.toeplitz(jnp.arange(3.0)))
print(jsl.hilbert(3))
