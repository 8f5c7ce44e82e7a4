# Products that threads share, by panels and by rows: of whole numbers, exactly; the same bits for any number of threads.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=2 %t > %t.2 && env CJAX_NUM_THREADS=7 %t > %t.7
# RUN: cmp %t.1 %t.2 && cmp %t.1 %t.7 && FileCheck %s < %t.1
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t.v3 && %t.v3 > %t.3 && cmp %t.1 %t.3
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
for dtype, m, n, k in ((jnp.float32, 128, 261, 310), (jnp.float64, 77, 130, 400), (jnp.bfloat16, 128, 256, 200), (jnp.float32, 1501, 150, 320)):
    # whole numbers, of which all sums are exact
    x = jax.random.randint(jax.random.key(k), (m, k), -4, 5)
    y = jax.random.randint(jax.random.key(m), (k, n), -4, 5)
    z = (x @ y).astype(dtype)
    f, g = x.astype(dtype), y.astype(dtype)
    same = lambda got: jnp.all(got == z)
    print(same(f @ g), same(f @ g.T.copy().T), same(f.T.copy().T @ g), same(f.T.copy().T @ g.T.copy().T), same(jnp.stack([f, f])[1] @ g))
# CHECK-COUNT-4: True True True True True
for m, n, k in ((128, 261, 310), (1501, 150, 320)):
    x = jax.random.normal(jax.random.key(0), (m, k), dtype=jnp.float32)
    y = jax.random.normal(jax.random.key(1), (k, n), dtype=jnp.float32)
    print(jnp.sum(jnp.abs(x @ y)), jnp.sum(x @ y), jnp.max((y.T @ x.T).T))
