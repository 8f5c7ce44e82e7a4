# --explain-loops says of each loop what became of it.
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s
import jax.numpy as jnp

x = jnp.ones(2)
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is one loop of the executable
for i in range(10):
    x = x * 2
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is unrolled: x is float32[3] (line 11) before an iteration and float32[4] (line 11) after it
for i in range(10):
    x = jnp.concatenate([x, x[:1]])
names = {}
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop runs while compiling: its first iteration
for i in range(10):
    names[i] = i
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is unrolled: it goes over a list, item by item
for i in [1, 2]:
    x = x + i
# CHECK: explain.py:[[#@LINE+1]]:10: note: this loop is unrolled: it has 3 iterations, fewer than 8
for i in range(3):
    x = x + i
# CHECK: explain.py:[[#@LINE+2]]:10: note: this loop is unrolled: a key of a string with parts
# CHECK: explain.py:[[#@LINE+2]]:5: note: this is what needs it
for i in range(10):
    names[str(i)] = x[0] + i
