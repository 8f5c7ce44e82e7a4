# A loop that cannot be rolled and grows beyond all measure is an error that names it.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax.numpy as jnp

x = jnp.ones(2)
kept = {}
# CHECK: growth.py:[[#@LINE+4]]:{{[0-9]+}}: error: [CJ0434] NotImplementedError: an unrolled loop has grown
# CHECK: growth.py:[[#@LINE+1]]:10: note: the loop
for i in range(1000000):
    x = x + 1
    kept[str(i)] = x * 2
