# Python's numbers in lists, tuples and dicts that a run-time int indexes, and in lists that loops walk, keep their 64 bits.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
import jax.numpy as jnp

one = int(jnp.argmax(jnp.array([1, 3, 2])))
thirds, large = [1 / 3, 2 / 3, 1e300], [2**40 + 1, 3**30, -5**20]
# CHECK: 0.6666666666666666 205891132094649 0.2 1125899906842624 0.4
print(thirds[one], large[one], (0.1, 0.2)[one], {0: 1, 1: 2**50}[one], [[0.1, 0.2], [0.3, 0.4]][one][one])

thirds[one] /= 3
large[one] += 1
# CHECK: 0.2222222222222222 205891132094650 [0.3333333333333333, 0.2222222222222222, 1e+300]
print(thirds[one], large[one], thirds)

counts, means = [0] * 3, [0.0] * 3
for t in range(6):
    arm = (t + one) % one
    counts[arm] += 1
    means[arm] += (float(t == 0) - means[arm]) / counts[arm]
# CHECK: [6, 0, 0] [0.16666666666666669, 0.0, 0.0]
print(counts, means)

filled, total = [], 0.0
for t in range(5):
    filled.append(float(t) / 3)
for x in filled:
    total += x * x
# CHECK: 3.333333333333333 0.3333333333333333
print(total, filled[one])
# CHECK: 0.1111111111111111
for i, x in enumerate(filled):
    if i == one:
        print(x / 3)
