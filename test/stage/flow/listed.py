# A list of numbers or arrays of one type whose index is a run-time int: reading takes a row of the stacked items,
# assigning replaces it, and a loop carries the stack as one value.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
# RUN: cjaxc --explain-loops --emit=cjax %s -o %t 2>&1 | FileCheck %s --check-prefix=WHY --implicit-check-not=unrolled
import jax.numpy as jnp

x, powers = jnp.array(2.0), [0.0] * 1000
# WHY: listed.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(1000):
    x = x * 0.99
    powers[i] = float(x)
# CHECK: 1.98 197.99 1000
print(round(powers[0], 4), round(sum(powers), 2), len(powers))

counts = [0] * 9
# WHY: listed.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(40):
    counts[int(jnp.abs(jnp.sin(i * 1.0)) * 9)] += 1
# CHECK: [2, 3, 4, 4, 4, 4, 3, 3, 13] 40
print(counts, sum(counts))

fibonacci = [jnp.array(1.0)] * 20
# WHY: listed.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(2, 20):
    fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2]
# CHECK: 6765.0 8.0
print(fibonacci[-1], fibonacci[5])

points, total, least = [jnp.array([1.0, 2.0]), jnp.array([3.0, 4.0])], jnp.zeros(2), [1e9] * 10
# WHY: listed.py:[[#@LINE+1]]:10: note: this loop is one loop
for i in range(50):
    total = total + points[i % 2] * i
    v = float(jnp.cos(i * 0.7))
    if v < least[i % 10]:
        least[i % 10] = v
# CHECK: [2475. 3700.] -0.9579 [4.]
print(total, round(least[1], 4), points[int(total[0]) % 2][1:])

short = [float(x), 1.0]
# CHECK: 1.0 {{$}}
print(short[-int(x + 1)], "")
