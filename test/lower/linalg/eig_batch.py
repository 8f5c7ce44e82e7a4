# Eigenvectors of batches of matrices whose values meet: what they are but for rounding.
# RUN: cjaxc %s -o %t && %t | FileCheck %s
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
n = 5
one, up = jnp.eye(n), jnp.diag(jnp.ones(n - 1), 1)
turn = jnp.array([[0.0, -1.0], [1.0, 0.0]])
# Zero three times, of which two become a pair by rounding.
zeros = jnp.array([[1, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 0, 0, -1, 0], [1, 0, 0, 1, 0], [0, 0, 0, 0, 0]])
pairs = jnp.zeros((n, n)).at[:2, :2].set(turn).at[2:4, 2:4].set(turn).at[4, 4].set(1)
some = jnp.stack([jnp.zeros((n, n)), one, up, one + up, zeros, pairs, pairs.at[1, 3].set(0.5), jnp.roll(one, 1, 0)])
for dtype in (jnp.float32, jnp.float64):
    key = jax.random.key(1)
    whole = jnp.trunc(2 * jax.random.normal(key, (3000, n, n)))
    small = 1e-20 * jax.random.normal(key, (100, n, n))
    for a in (some, whole, small, 1e20 * small + jnp.tril(whole[:100], -2)):
        a = a.astype(dtype)
        w, v = jnp.linalg.eig(a)
        size = jnp.maximum(jnp.max(jnp.abs(a), axis=(1, 2)), 1e-30)
        error = jnp.max(jnp.abs(a @ v - v * w[:, None, :]), axis=(1, 2)) / size
        print(jnp.max(error) < 100 * jnp.finfo(dtype).eps, jnp.allclose(jnp.linalg.norm(v, axis=1), 1, atol=1e-5))
# CHECK-COUNT-8: True True
