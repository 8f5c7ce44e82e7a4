# A way of a branch that only raises is a check: the other way needs no branch, and many of them stay linear.
# RUN: cjaxc --emit=expanded %s | FileCheck %s --check-prefix=IR
# RUN: not cjaxc run --interpret %s 2>&1 | FileCheck %s
# RUN: not cjaxc run -O0 %s 2>&1 | FileCheck %s
import jax.numpy as jnp


def root(x, k):
    if x[0] < 0:
        raise ValueError(f"negative: {float(x[0]):.1f} in step {k}")
    y = jnp.sqrt(x)
    assert y.sum() < 100, "too large"
    return y


x = jnp.arange(5.0) + 1
# IR-NOT: cjax.case
# IR-COUNT-80: cjax.check
# IR-NOT: cjax.case
for k in [j for j in range(40)]:
    x = root(x, k)
# CHECK: [1. 1. 1. 1. 1.]
print(x)
# CHECK-NEXT: raise_inline.py:10:9: error: [CJ0100] ValueError: negative: -1.0 in step 40
root(x - 2, 40)
