# Products whose contracted dimension is added in parts: against sums of one part each; of integers, exactly.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=7 %t > %t.7 && cmp %t.1 %t.7 && FileCheck %s < %t.1
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t.v3 && %t.v3 > %t.3 && cmp %t.1 %t.3
# RUN: cjaxc --emit=linalg %s -o - | FileCheck --check-prefix=PARTS %s
# RUN: cjaxc --emit=linalg --without=parts %s -o - | FileCheck --check-prefix=WHOLE %s
# PARTS: func.func private @k{{[0-9]+}}_dot_general({{.*}}f64
# PARTS: scf.if {{.*}} -> (vector<8xf64>
# PARTS: math.fma
# WHOLE: func.func private @k{{[0-9]+}}_dot_general({{.*}}f64
# WHOLE-NOT: scf.if {{.*}} -> (vector<8xf64>
# WHOLE: math.fma
import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)
for dtype, k in ((jnp.float64, 2309), (jnp.float32, 2113), (jnp.bfloat16, 2113)):
    for m, n in ((131, 77), (64, 64), (25, 100)):
        # whole numbers, of which all sums are exact
        x = jax.random.randint(jax.random.key(k), (m, k), -9, 10)
        y = jax.random.randint(jax.random.key(m), (k, n), -9, 10)
        z = x @ y
        f, g = x.astype(dtype), y.astype(dtype)
        print(jnp.all(f @ g == z.astype(dtype)), jnp.all((g.T @ f.T).T == z.astype(dtype)), jnp.all(jax.nn.relu(f @ g) == jnp.maximum(z, 0).astype(dtype)))
# CHECK-COUNT-9: True True True
x = jax.random.normal(jax.random.key(0), (200, 2500))
print(jnp.sum(x @ x.T), jnp.trace(x.T @ x))
