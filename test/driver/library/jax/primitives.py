"""Convolution, windows and parts of factorisations: equations, values and derivatives."""
# modes: interp O3
import jax
import jax.numpy as jnp
from jax import lax

x, w = jnp.ones((1, 4, 4, 2)), jnp.ones((2, 2, 2, 3))
nhwc = ("NHWC", "HWIO", "NHWC")


def conv(x, w):
    return lax.conv_general_dilated(x, w, (1, 1), "SAME", dimension_numbers=nhwc)


def pool(x):
    return lax.reduce_window(x, -jnp.inf, lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")


print(jax.make_jaxpr(conv)(x, w))
print(jax.make_jaxpr(jax.grad(lambda w: conv(x, w).sum()))(w))
print(jax.make_jaxpr(jax.grad(lambda x: pool(x).sum()))(x))
print(jax.make_jaxpr(lambda x: lax.top_k(x, 2))(x))
print(jax.make_jaxpr(lambda p: lax.linalg.lu_pivots_to_permutation(p, 4))(jnp.ones((3,), int)))
print(jax.make_jaxpr(lambda x: lax.linalg.triangular_solve(x, x))(jnp.ones((3, 3))))
print(jax.make_jaxpr(lambda x: lax.linalg.svd(x))(jnp.ones((3, 3))))
print(jax.make_jaxpr(lambda x: lax.igamma(x, x) * lax.lgamma(x))(jnp.ones((3,))))
print(jax.make_jaxpr(lambda x: lax.pad(x, 0., [(1, 1, 0), (0, 0, 0)]))(jnp.ones((3, 3))))
print(jax.make_jaxpr(lambda x: lax.mulhi(x, x))(jnp.ones((3, 3), int)))

a = jnp.array([[2., -1., .5], [1., 3., 2.], [.5, .25, -4.], [1., 0., 1.]])
print(lax.top_k(a, 2), lax.top_k(a, 2, axis=0)[1], jax.vmap(lambda v: lax.top_k(v, 2)[0])(a))
print(jax.grad(lambda v: lax.top_k(v, 2)[0][:, 1].sum())(a))
print(lax.mulhi(jnp.array([2**30, -5]), jnp.array([12, 2**31 - 1])))
print(lax.linalg.lu_pivots_to_permutation(jnp.array([[1, 2, 2], [0, 2, 2]]), 4))
d, dl, du = jnp.array([2., .5, 4.]), jnp.array([0., 1., 1.]), jnp.array([2., 4., 0.])
print(lax.linalg.tridiagonal_solve(dl, d, du, jnp.array([[1., 2.], [3., 4.], [5., 6.]])).round(4))
print(lax.linalg.symmetric_product(a, jnp.eye(4), alpha=2., beta=.5))
print(lax.reduce(a, 0., lax.add, (0,)), lax.reduce(a, -jnp.inf, lax.max, (0, 1)), lax.reduce(a, 3., lax.add, (1,)))
print(jax.jit(lambda x: lax.igamma(x, 2. * x))(jnp.array([1., 3.])).round(4), float(jnp.finfo(jnp.float32).eps))
print(jax.grad(lambda x: lax.reduce_window(x, 0., lax.add, (2, 2), (1, 2), "SAME")[0].sum())(a))
print(jax.grad(lambda x: (lax.reduce_window(x, jnp.inf, lax.min, (3, 2), (2, 1), "SAME") ** 2).sum())(a))
print(lax.ragged_dot(jnp.arange(12.).reshape(4, 3), jnp.arange(18.).reshape(3, 3, 2), jnp.array([1, 0, 2])))
for y in lax.linalg.tridiagonal(jnp.array([[2., 1.], [1., 3.]])):
    print(y.round(4))
