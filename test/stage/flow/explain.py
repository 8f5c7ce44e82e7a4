# --explain-loops says of each loop what became of it.
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s
import jax.numpy as jnp

x = jnp.ones(2)
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is one loop of the executable
for i in range(10):
    x = x * 2
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is unrolled: x is
for i in range(10):
    x = jnp.concatenate([x, x[:1]])
names = {}
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is unrolled:
for i in range(10):
    names[str(i)] = x[0] + i
