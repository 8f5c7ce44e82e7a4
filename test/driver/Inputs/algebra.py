# algebra.py -- for library_algebra.test: results that are 0 but for rounding.
import jax.numpy as jnp
import jax.scipy.linalg


def solves(a, b):
    c = jnp.linalg.cholesky(a @ a.T + jnp.eye(len(a)))
    x = jnp.linalg.solve(a, b)
    y = jax.scipy.linalg.cho_solve((c, True), b)
    z = jax.scipy.linalg.solve_triangular(c, b, lower=True)
    return a @ x - b, c @ (c.T @ y) - b, c @ z - b, jnp.linalg.inv(a) @ a - jnp.eye(len(a))


def factors(a):
    q, r = jnp.linalg.qr(a)
    u, s, vt = jnp.linalg.svd(a)
    w, v = jnp.linalg.eigh(a + a.mT)
    return q @ r - a, (u * s[..., None, :]) @ vt - a, (v * w[..., None, :]) @ v.mT - a - a.mT


def values(a):
    w, v = jnp.linalg.eig(a)
    return a @ v - v * w, jnp.linalg.eigvals(1j * a).sum() - 1j * jnp.trace(a)


def spectrum(x):
    y = jnp.fft.fft(x)
    n = x.shape[-1]
    direct = jnp.exp(-2j * jnp.pi * ((jnp.arange(n)[:, None] * jnp.arange(n)) % n) / n) @ x
    return y - direct, jnp.fft.irfft(jnp.fft.rfft(x)) - x, jnp.sort(x)
