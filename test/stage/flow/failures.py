# An exception on a run-time condition that nothing catches ends the executable with the report that an uncaught one gives.
# RUN: not cjaxc run --interpret %s 2> %t | FileCheck %s
# RUN: FileCheck %s --check-prefix=ERR < %t
import jax.numpy as jnp


def check(v):
    if v > 10:
        raise ValueError(f"v is {v}, which is too much")
    return v


x = jnp.array(3.0)
# CHECK: checked 3.0
print("checked", check(x))
for i in range(20):
    x = x + 1
    check(x)
# CHECK-NOT: not here
print("not here")
# ERR: failures.py:9:9: error: [CJ0100] ValueError: v is 11.0, which is too much
# ERR-NEXT: raise ValueError
# ERR: failures.py:18:5: note: in the call of check
