"""Gradients of scans whose body uses what the derivative goes by in ops of its own."""
import jax, jax.numpy as jnp
from jax import lax

def f(p):
    def st(c, y):
        return c * 0.5 + jnp.tril(jnp.outer(p, p)) * y, c.sum()
    return jnp.mean(lax.scan(st, jnp.eye(3), jnp.ones(5))[1])

print(jax.grad(f)(jnp.ones(3)))

def g(p):
    def st(c, y):
        L = jnp.linalg.cholesky(c + jnp.diag(p))
        return c, L.sum()
    return jnp.mean(lax.scan(st, jnp.eye(3), jnp.ones(5))[1])

print(jax.grad(g)(jnp.ones(3)))
