# The last item of a list that a loop appends to is carried from one iteration to the next.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY --implicit-check-not=unrolled
import jax.numpy as jnp

orbit = [jnp.array([1.0, 0.0])]
# WHY: last_item.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(200):
    x = orbit[-1]
    orbit.append(x + 0.1 * jnp.array([x[1], -x[0]]))
# CHECK: 201 [ 1.2648{{[0-9]+}} -2.390{{[0-9]+}} ] [1. 0.]
print(len(orbit), orbit[-1], orbit[0])

pairs = [(0, jnp.array(1.0))]
# WHY: last_item.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(40):
    a, b = pairs[-1]
    pairs.append((a + 2, b + a))
    if i % 10 == 0:
        print(i, pairs[-1])
# CHECK: 0 (2, Array(1., dtype=float32, weak_type=True))
# CHECK: 30 (62, Array(931., dtype=float32, weak_type=True))
# CHECK: 41 80 1561.0
print(len(pairs), *pairs[-1])
