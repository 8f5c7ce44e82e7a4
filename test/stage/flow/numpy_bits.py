# NumPy's arrays keep their 64 bits where branches and loops join them, and in lists at run-time ints.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
import jax.numpy as jnp
import numpy as np

one = int(jnp.argmax(jnp.array([1, 3, 2])))
x = np.linspace(0, 1, 4)
if one > 0:
    x = x + 1 / 3
else:
    x = x + 2 / 3
# CHECK: [0.3333333333333333, 0.6666666666666666, 1.0, 1.3333333333333333]
print(x.tolist())
for i in range(12):
    x = x / 3
# CHECK: [6.27225474386307e-07, 1.254450948772614e-06, 1.881676423158921e-06, 2.508901897545228e-06]
print(x.tolist())

large = np.arange(2) * 2**40
for t in range(15):
    large = large + (one > 0) * 1
# CHECK: [           15 1099511627791]
print(large)

rows = [np.array([0.1, 0.2]), np.array([0.3, 1 / 3])]
rows[one] = rows[one] / 3
# CHECK: [0.09999999999999999, 0.1111111111111111] ndarray [array([0.1, 0.2]), array([0.1       , 0.11111111])]
print(rows[one].tolist(), type(rows[one]).__name__, rows)

filled, total = [], np.zeros(1)
for t in range(12):
    filled.append(np.array([t / 3]))
for row in filled:
    total = total + row / 7
# CHECK: [3.142857142857143] [1.3333333333333333]
print(total.tolist(), filled[one + 3].tolist())

values = [0.0] * 11
for k in range(10, one - 1, -1):
    values[k] = max(values[k], values[k - one] + 0.1 / 3)
# CHECK: 0.03333333333333333 0.03333333333333333
print(values[10], values[one])
