# Names that an iteration gives to an array or a list that the loop writes stay names of it.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 --explain-loops %s 2>&1 | FileCheck %s --check-prefixes=CHECK,WHY
import jax.numpy as jnp
import numpy as np

steps = jnp.arange(10.0)
buffer, now = np.zeros(3), np.ones(3)
for t in range(10):
    buffer[t % 3] = now.sum() / 3
    now = buffer

kept, x = [], np.zeros(2)
# WHY: loop_names.py:[[#@LINE+1]]:10: note: this loop is unrolled: a list gets an array that the loop writes
for t in range(10):
    x[t % 2] += float(steps[t])
    kept.append(x)

copies, y = [], np.zeros(2)
# WHY: loop_names.py:[[#@LINE+1]]:10: note: this loop is one loop of the executable
for t in range(10):
    y[t % 2] += float(steps[t])
    copies.append(y.copy())

a, b = np.zeros(5), np.zeros(5)
a[2] = 1.0
# WHY: loop_names.py:[[#@LINE+1]]:10: note: this loop is one loop of the executable
for t in range(12):
    b[1:-1] = (a[:-2] + a[2:] + a[1:-1]) / 3
    a, b = b, a
# CHECK: [0.50241325 0.49016918 0.50129553] [0.50241325 0.49016918 0.50129553]
print(now, buffer)
# CHECK: [20. 25.] [20. 25.]
print(kept[3], kept[-1])
# CHECK: [2. 4.] [20. 25.]
print(copies[3], copies[-1])
# CHECK: [0.         0.02608004 0.03688274 0.02608004 0.        ]
print(a)
