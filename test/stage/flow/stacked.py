# A list that a rolled loop appends to is made of rows of one array: jnp.stack and jnp.array give that array, or part of it.
# RUN: cjaxc --emit=cjax %s | FileCheck %s
# RUN: cjaxc run --interpret %s | FileCheck %s --check-prefix=OUT
import jax.numpy as jnp

x, norms, numbers = jnp.ones(2), [], []
for i in range(100):
    x = x + i
    norms.append(x * 2)
    numbers.append(float(x[0]))
# CHECK: cjax.scan
# CHECK-NOT: cjax.concatenate
# OUT: (100, 2) [9902. 9902.] 4951.0 (10,)
print(jnp.stack(norms).shape, norms[-1], float(jnp.array(numbers).max()), jnp.array(numbers[20:30]).shape)
