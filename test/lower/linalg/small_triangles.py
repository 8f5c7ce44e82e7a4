# Triangular systems of one to nine rows, for as many right-hand sides as rows and others: each solves its system.
# RUN: cjaxc %s -o %t && %t | FileCheck %s
# RUN: cjaxc run --interpret %s | FileCheck %s
import jax
import jax.numpy as jnp
from jax import lax

jax.config.update("jax_enable_x64", True)
key = jax.random.key(2)
for dtype in (jnp.float32, jnp.float64, jnp.complex64):
    worst = 0.0
    for n in (1, 2, 3, 4, 5, 9):
        a = (jax.random.normal(key, (3, n, n)) + 3 * jnp.eye(n)).astype(dtype)
        a = a + 0.5j * a.mT if dtype == jnp.complex64 else a
        for lower in (True, False):
            for unit in (True, False):
                t = jnp.tril(a, -1 if unit else 0) if lower else jnp.triu(a, 1 if unit else 0)
                t = t + jnp.eye(n, dtype=dtype) if unit else t
                for how in (dict(), dict(transpose_a=True), dict(transpose_a=True, conjugate_a=True)):
                    m = t.mT if how else t
                    m = m.conj() if "conjugate_a" in how else m
                    for k in (19,) if n == 9 else (1, n, 7):
                        b = jax.random.normal(key, (3, n, k)).astype(dtype)
                        x = lax.linalg.triangular_solve(a, b, left_side=True, lower=lower, unit_diagonal=unit, **how)
                        z = lax.linalg.triangular_solve(a, b.mT, left_side=False, lower=lower, unit_diagonal=unit, **how)
                        worst = jnp.maximum(worst, jnp.max(jnp.abs(m @ x - b)))
                        worst = jnp.maximum(worst, jnp.max(jnp.abs(z @ m - b.mT)))
    print(worst < 400 * jnp.finfo(dtype).eps)
# CHECK-COUNT-3: True
