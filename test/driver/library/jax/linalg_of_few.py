"""Ranks, determinants and norms where JAX's and NumPy's arguments or formulas are special, and what is refused."""
# modes: interp O3
import jax
import jax.numpy as jnp
import numpy as np
from jax.numpy import linalg
from jax.scipy import linalg as jsl

a = np.arange(12.0).reshape(4, 3)
x = jnp.asarray(a)
tiny, nan = jnp.eye(2) * 1e-30, jnp.full((3, 3), jnp.nan)
print(np.linalg.matrix_rank(a), np.linalg.matrix_rank(a, 10.0), np.linalg.matrix_rank(a, rtol=0.5), np.linalg.matrix_rank(a[0]))
print(np.linalg.matrix_rank(np.stack([a, a * 0]), tol=[1.0, 0.1]), np.linalg.matrix_rank(a.T @ a, hermitian=True))
print(linalg.matrix_rank(x, 10.0), linalg.matrix_rank(x, rtol=0.5), linalg.matrix_rank(jnp.stack([x, x * 0]), tol=jnp.array([1.0, 0.1])))
print(linalg.slogdet(tiny), linalg.slogdet(nan), linalg.slogdet(nan[:2, :2]), linalg.slogdet(jnp.array([[-2.0]])), sep="\n")
for n in (1, 2, 3, 4):
    m = jnp.cos(jnp.arange(n * n) + 1.0).reshape(n, n) + jnp.eye(n)
    by_lu, by_qr = linalg.slogdet(m), linalg.slogdet(m, method="qr")
    print(by_lu.sign == by_qr.sign, jnp.abs(by_lu.logabsdet - by_qr.logabsdet) < 1e-5)
print(jax.grad(lambda m: linalg.slogdet(m)[1])(jnp.array([[1.0, 2.0], [3.0, 5.0]])).round(3))
print(linalg.slogdet(jnp.array([[1j, 2.0], [1.0, 1.0]])))
print(linalg.lstsq(jnp.zeros((3, 0)), jnp.ones(3)), linalg.lstsq(jnp.zeros((0, 2)), jnp.ones((0, 1))), sep="\n")
e, factor = jnp.eye(4), jsl.lu_factor(jnp.eye(4))
for f in (lambda: jsl.solve_triangular(e, jnp.ones(5)), lambda: jsl.solve_triangular(e, jnp.ones((5, 2))), lambda: jsl.cho_solve((e, True), jnp.ones(5)),
          lambda: jsl.lu_solve(factor, jnp.ones(5)), lambda: jsl.solve(e, jnp.ones(5), assume_a="pos"), lambda: jsl.solve_triangular(e[:3], jnp.ones(3)),
          lambda: jsl.solve_triangular(e, 1.0), lambda: np.linalg.matrix_rank(a, 1.0, rtol=0.5), lambda: linalg.matrix_rank(x, 1.0, tol=0.5), lambda: linalg.multi_dot([x] * 3),
          lambda: linalg.multi_dot([x, jnp.zeros((3, 1, 1))]), lambda: linalg.tensorinv(jnp.eye(4)), lambda: linalg.norm(jnp.ones((2, 2, 2)), 2),
          lambda: linalg.cross(jnp.ones(4), jnp.ones(4)), lambda: linalg.slogdet(x), lambda: linalg.slogdet(nan, method="x"),
          lambda: linalg.slogdet(nan + 1j, method="qr"), lambda: linalg.matrix_rank(jnp.zeros((0, 0)))):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)
