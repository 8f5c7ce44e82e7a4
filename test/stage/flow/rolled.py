# A loop over a range is one scan, whose length is all that depends on the number of steps; an int that follows the counter
# is not carried.
# RUN: cjaxc --emit=cjax %s | FileCheck %s
import jax.numpy as jnp

x, count = jnp.arange(3.0), 5
for i in range(1000):
    x = x * 0.9 + i
    count += 2
print(x, count, i)
# CHECK: cjax.scan {{.*}} carry {{[0-9]}} length 1000
# CHECK-NOT: cjax.check
# CHECK: cjax.print ["", " 2005 999\0A"]
