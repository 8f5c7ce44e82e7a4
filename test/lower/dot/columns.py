# Matrices by one column and by a vector, either side first: against sums of products, and the same bits for any number of threads.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=2 %t > %t.2 && env CJAX_NUM_THREADS=7 %t > %t.7
# RUN: cmp %t.1 %t.2 && cmp %t.1 %t.7 && FileCheck %s < %t.1
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t.v3 && %t.v3 > %t.3 && cmp %t.1 %t.3
# RUN: cjaxc --without=dots %s -o %t.w && %t.w | FileCheck %s
# RUN: cjaxc --emit=linalg %s -o - | FileCheck %s --check-prefix=LANES
# RUN: cjaxc --emit=linalg --without=dots %s -o - | FileCheck %s --check-prefix=PLAIN --implicit-check-not="extract_strided_slice {{.*}} vector<32xf64> to"
# LANES: vector.extract_strided_slice {{.*}} : vector<32xf64> to
# PLAIN: func.func private @k{{[0-9]+}}_dot_general({{.*}}f64
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
for dtype, m, k in ((jnp.float32, 2001, 1100), (jnp.float64, 1500, 1033), (jnp.float64, 5, 70), (jnp.bfloat16, 33, 31)):
    # whole numbers, of which all sums are exact
    x = jax.random.randint(jax.random.key(k), (m, k), -9, 10)
    y = jax.random.randint(jax.random.key(m), (k, 1), -3, 4)
    z = jnp.sum(x * y[:, 0], axis=1)
    f, g = x.astype(dtype), y.astype(dtype)
    same = lambda got: jnp.all(got.ravel() == z.astype(dtype))
    print(same(f @ g), same(f @ g[:, 0]), same(g.T @ f.T), same(g[:, 0] @ f.T), same((f.T).T @ g), same(f[None] @ g[None]), same(f.T.copy().T @ g))
# CHECK-COUNT-4: True True True True True True True
x = jax.random.normal(jax.random.key(0), (1500, 1500), dtype=jnp.float32)
y = jax.random.normal(jax.random.key(1), (1500, 1), dtype=jnp.float32)
print(jnp.sum(jnp.abs(x @ y)), jnp.sum(x.T @ y), x @ y)
