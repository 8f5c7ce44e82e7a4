# An array, list, dict or object that one way of a branch writes, and that a variable or the function's result is on that
# way only: it is what that way left.
# RUN: cjaxc run --interpret %s | FileCheck %s
# RUN: cjaxc run -O0 %s | FileCheck %s
import jax
import numpy as np

r = jax.random.uniform(jax.random.key(3), (2,))
yes, no = r[1] > 0.3, r[0] > 0.3

x = np.zeros(2)
if yes:
    x[0] += 1 / 7
else:
    x = x * 0.9
# CHECK: [0.14285714285714285, 0.0]
print(x.tolist())


def fill(z, flag):
    if flag:
        z[0] = 9.0
        return z, 1
    return z + 1, 2


z = np.zeros(2)
# CHECK: (array([1., 1.]), 2) (array([9., 0.]), 1) [9. 0.]
print(fill(z, no), fill(z, yes), z)

v = np.arange(4.0)
part = v[1:3]
if yes:
    v[1] = 50.0
    seen = part
else:
    seen = np.zeros(2)
# CHECK: [50.  2.] [ 0. 50.  2.  3.]
print(seen, v)

numbers = same = [1.0, 2.0]
if yes:
    numbers[0] = 5.0
    numbers.append(3.0)
else:
    numbers = [7.0, 8.0, 9.0]
# CHECK: [5.0, 2.0, 3.0] [5.0, 2.0, 3.0]
print(numbers, same)

table = kept = {"a": 1.0}
if yes:
    table["a"] = 5.0
else:
    table = {"a": 9.0}
# CHECK: {'a': 5.0} {'a': 5.0}
print(table, kept)


class Point:
    def __init__(self, x):
        self.x = x


p, q = Point(1.0), Point(2.0)
if yes:
    p.x = 5.0
    chosen = p
else:
    q.x = 7.0
    chosen = q
# CHECK: 5.0 5.0 2.0
print(chosen.x, p.x, q.x)


def checked(z):
    if z.sum() < 0:
        raise ValueError("negative")
    z[1] = 4.0
    return z


# CHECK: True [9. 4.]
print(checked(z) is z, z)
