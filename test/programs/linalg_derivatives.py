# Derivatives of factorisations: forward, reverse, of batches, twice.
# jax: 0.10.2
import jax
import jax.numpy as jnp
from jax import lax

x = jax.random.normal(jax.random.key(0), (4, 4))
near = jnp.diag(jnp.arange(1.0, 5.0)) + 0.1 * x


def norm(y):
    return jnp.sum(jnp.sin(y) * jnp.arange(1.0, y.size + 1).reshape(y.shape))


def svd(a):
    u, s, vt = jnp.linalg.svd(a, full_matrices=False)
    return norm(u) + norm(s) + norm(vt)


def eigh(a):
    w, v = jnp.linalg.eigh(a + a.T)
    return norm(w) + norm(v)


def qr(a):
    q, r = jnp.linalg.qr(a)
    return norm(q) + norm(r)


functions = {
    "inv": lambda a: norm(jnp.linalg.inv(a)),
    "solve": lambda a: norm(jnp.linalg.solve(a, a[:, :2] ** 2)),
    "slogdet": lambda a: jnp.linalg.slogdet(a)[1],
    "det": jnp.linalg.det,
    "cholesky": lambda a: norm(jnp.linalg.cholesky(a @ a.T + jnp.eye(4))),
    "eigh": eigh,
    "svd": svd,
    "svdvals": lambda a: norm(jnp.linalg.svdvals(a)),
    "qr": qr,
    "lu": lambda a: norm(lax.linalg.lu(a)[0]),
    "triangular": lambda a: norm(lax.linalg.triangular_solve(a, a[:2], lower=True, transpose_a=True)),
    "norm2": lambda a: jnp.linalg.norm(a, 2),
}
for name, f in functions.items():
    print(name, jax.grad(f)(near))
    print(jax.jvp(f, (near,), (x,))[1])
for f in (svd, qr, functions["lu"]):
    print(jax.jvp(lambda a: f(a[:, :2]), (near,), (x,))[1])
print(jax.jvp(lambda a: functions["lu"](a[:2]), (near,), (x,))[1], jax.grad(lambda a: svd(a[:2]))(near))
print(jax.vmap(jax.grad(eigh))(jnp.stack([near, near.T])))
print(jax.hessian(lambda t: jnp.linalg.det(near * t) + functions["cholesky"](near * t))(1.5))
