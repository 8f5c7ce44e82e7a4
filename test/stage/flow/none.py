# What may be None is used behind a check.
# RUN: not cjaxc run --interpret %s 2>&1 | FileCheck %s
import jax.numpy as jnp

x = jnp.array(1.0)
best = None
if x > 5:
    best = x
# CHECK: None True
print(best, best is None)
# CHECK: none.py:[[#@LINE+1]]:7: error: [CJ0100] TypeError: this value is None here
print(best + 1)
