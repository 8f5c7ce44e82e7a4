# numpy.poly1d and windows of arrays: what is refused, complex coefficients, changes.
import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def err(f, *args, **kwargs):
    try:
        f(*args, **kwargs)
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)


p = np.poly1d([1.0, -2.0, 3.0], variable="z")
err(lambda: p ** -1)
err(lambda: p ** 1.5)
err(np.poly1d, [[1, 2]])
print(p, np.poly1d(p).variable, np.poly1d(p, variable="w").variable, (p + 1).variable, (p ** 0).c, +p == p)
p[0] = 5
p[4] = 2
print(p.c, p.order)
try:
    p[-1] = 1
except ValueError as e:
    print(e)
print((2 / np.poly1d([1.0, 2.0, 4.0])).c, (p / 2).c, [q.c for q in p / [1, 1]])
print(np.poly1d([1 + 2j, -2j, 3]), np.poly1d([1j]), np.poly1d([-1 - 1j, 0, 2.5]), sep="\n")

x = np.arange(6).reshape(2, 3)
print(sliding_window_view(x, np.array([2, 2])).tolist(), sliding_window_view(x, (2,), axis=(-1,)).tolist())
for axis in (5, -3):
    try:
        sliding_window_view(x, 2, axis=axis)
    except np.exceptions.AxisError as e:
        print("AxisError", isinstance(e, ValueError))
print(as_strided(x, (2, 2), (8, 8)))
