# Going over a long list that a loop has filled is one loop again, also in sum, min and max; a range of a run-time
# number is found out where its items are needed while compiling.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --emit=cjax %s | wc -l | FileCheck %s --check-prefix=LINES
# LINES: {{^[0-9]?[0-9]?[0-9]$}}
import jax.numpy as jnp

x, values = jnp.array(3.0), []
for i in range(3000):
    x = x - 0.001 * x
    values.append(float(x))
# CHECK: 3000 2.997 2848.0 0.1491 2.997
print(len(values), round(values[0], 4), round(sum(values), 1), round(min(values), 4), round(max(values), 4))
mean = 0.0
for k, (v, w) in enumerate(zip(values, values[1:])):
    mean += (v - w) / (k + 1)
# CHECK: 0.0207
print(round(mean, 4))
# CHECK: 4950.0 99.0
print(sum(jnp.arange(100.0)), max(jnp.arange(100.0)))

n = int(jnp.array(3))
# CHECK: [0, 1, 2] 3 [2, 1, 0]
print(list(range(n)), len(range(n)), list(reversed(range(n))))
names = {}
for i in range(n):
    names[f"w{i}"] = jnp.zeros(i)
# CHECK: ['w0', 'w1', 'w2'] (2,)
print(list(names), names["w2"].shape)
