# Eigenvalues of matrices that are not symmetric, their vectors, derivatives of eigenvalues.
# jax: 0.10.2
import jax
import jax.numpy as jnp

turn = jnp.array([[0.0, 1.0], [-1.0, 0.0]])
print(jnp.linalg.eigvals(turn), jnp.linalg.eig(turn).eigenvectors.real, jnp.abs(jnp.linalg.eig(turn)[1]))
a = jnp.array([[2.0, 1.0, 0.0], [0.5, 3.0, 1.0], [0.0, -1.0, 1.0]])
w, v = jnp.linalg.eig(a)
print(w.real, w.imag, v.real, v.imag, jnp.allclose(a @ v, v * w, atol=1e-5))
print(jnp.linalg.eig(a + 1j * a.T).eigenvalues.real)
for n in (1, 5, 12, 40):
    x = jax.random.normal(jax.random.key(n), (2, n, n))
    w, v = jnp.linalg.eig(x)
    print(w.shape, jnp.allclose(x @ v, v * w[:, None, :], atol=1e-4), jnp.allclose(jnp.linalg.norm(v, axis=1), 1, atol=1e-5))
    print(jnp.allclose(w.sum(-1), jnp.trace(x, axis1=1, axis2=2), atol=1e-4))
print(jax.grad(lambda a: jnp.abs(jnp.linalg.eigvals(a)).max())(a))
print(jnp.abs(jax.jvp(jnp.linalg.eigvals, (a,), (a * a,))[1]))
print(jax.vmap(jnp.linalg.eigvals)(jnp.stack([a, a * 2])).real)
print(jnp.linalg.eigvals(jnp.array([[1.0, 2.0], [0.0, 3.0]])), jnp.linalg.eigvals(jnp.zeros((2, 2))), jnp.linalg.eigvals(jnp.full((2, 2), jnp.nan)))
