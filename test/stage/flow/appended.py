# A list that an iteration reads while it grows is no stacked output, but for its last item, which is carried; trees that a loop appends are stacked leaf by leaf.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY
import jax.numpy as jnp

x, path, last = jnp.array(1.0), [jnp.array(1.0)], []
# WHY: appended.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(9):
    path.append(path[-1] * 2)
# WHY: appended.py:[[#@LINE+1]]:10: note: this loop is unrolled: a list is read while it grows
for i in range(9):
    last.append(x * i)
    if len(last) > 2:
        last.pop(0)
# CHECK: 10 512.0 2 [7.0, 8.0]
print(len(path), path[-1], len(last), [float(v) for v in last])

log, shared = [], {"sum": x}
# WHY: appended.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(1000):
    x = x * 0.5 + i
    shared["sum"] = x
    log.append((i, {"x": x, "name": "step"}, [2 * i + 1]))
# CHECK: 1000 0 (999, {'x': Array(1996., dtype=float32, weak_type=True), 'name': 'step'}, [1999]) step
print(len(log), log[0][0], log[-1], log[5][1]["name"])
same = []
for i in range(20):
    shared["sum"] = shared["sum"] + 1
    same.append(shared)
# CHECK: 2016.0 True
print(same[0]["sum"], same[3] is shared)

table = []
for i in range(10):
    for j in range(8):
        table.append(float(x) * 0 + 10 * i + j)
# CHECK: 80 57.0 [0.0, 1.0] (80,)
print(len(table), table[5 * 8 + 7], table[:2], jnp.array(table).shape)
