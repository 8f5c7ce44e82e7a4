# Tuples and dicts read at run-time ints, tuples compared and looked for, min and max of arrays: loops stay loops.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY --implicit-check-not=unrolled
import jax.numpy as jnp
import numpy as np

moves, walls = [(0, 1), (0, -1), (1, 0), (-1, 0)], {(1, 1), (2, 3)}
rng = np.random.RandomState(0)
spot, bumps, visits = (0, 0), 0, 0
# WHY: walk.py:[[#@LINE+1]]:10: note: this loop is one loop
for t in range(200):
    dr, dc = moves[rng.randint(4)]
    to = (min(max(spot[0] + dr, 0), 4), min(max(spot[1] + dc, 0), 4))
    if to in walls:
        bumps += 1
    else:
        spot = to
    if spot == (0, 0):
        visits += 1
# CHECK: (4, 4) 19 12
print(spot, bumps, visits)

named = {3: ("low", 0.5), 4: ("mid", 1.5), 5: ("high", 2.5)}
total = 0.0
# WHY: walk.py:[[#@LINE+1]]:10: note: this loop is one loop
for t in range(9):
    name, weight = named[int(jnp.sin(t * 1.0) * 1.4 + 4.5)]
    total += weight
    # CHECK: 0 mid 1.5
    # CHECK-NEXT: 1 high 4.0
    print(t, name, total)

best, x = 0.0, jnp.array(0.1)
# WHY: walk.py:[[#@LINE+1]]:10: note: this loop is one loop
for e in range(20):
    x = x * 1.1 - 0.01 * e
    best = max(best, jnp.sin(3 * x))
# CHECK: 0.99439{{[0-9]+}} -3.0547{{[0-9]*}} 2.5
print(best, min(x, 0.3), max(float(x), 2.5))
a, b = np.array([3, 5])[rng.randint(2)], (rng.randint(9), "k")
# CHECK: 5 True False True
print(max(a, 4), b == (b[0], "k"), b == (b[0] + 1, "k"), (b[0], 1) != (b[0], 2))
