# A list that gets items in some iterations only, or in those before a break: the loop is one loop, which iterations is
# found out while compiling.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY --implicit-check-not=unrolled
import jax.numpy as jnp

x, seen, steps, log = jnp.array(8.0), [], [], {"x": []}
# WHY: append_if.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(300):
    x = x * 0.999
    if i % 100 == 0 or i == 299:
        seen.append(x)
        steps.append(i)
    if i not in (3, 7):
        log["x"].append((i, x))
# CHECK: [0, 100, 200, 299] 4 7.992 298 (4, Array(
print(steps, len(seen), seen[0], len(log["x"]), log["x"][3])

before, after = [], []
# WHY: append_if.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(300):
    x = x * 0.9
    before.append(float(x))
    if x < 1:
        break
    after.append(i)
# CHECK: 17 16 16 True
print(len(before), len(after), i, before[-1] < 1 < before[-2])


# WHY: append_if.py:[[#@LINE+3]]:14: note: this loop is one loop
def descend(x, tolerance):
    path = []
    for k in range(200):
        path.append(float(x))
        x = x * 0.5
        if x < tolerance:
            return x, path
    return x, path


last, path = descend(jnp.array(64.0), 1.0)
# CHECK: 0.5 7 [64.0, 32.0]
print(last, len(path), path[:2])
