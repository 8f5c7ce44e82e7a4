# A while on a run-time condition carries whether to go on; a break is a code beside it.
# RUN: cjaxc --emit=cjax %s | FileCheck %s
import jax.numpy as jnp

x = jnp.array(100.0)
# CHECK: cjax.while
while x > 1:
    x = x / 2
# CHECK: cjax.while
# CHECK: cjax.case
for i in range(50):
    x = x + 1
    if x > 7:
        break
# CHECK-NOT: cjax.while
# CHECK: cjax.print
print(x, i)
