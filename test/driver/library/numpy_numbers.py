"""NumPy's numbers in JSON, in scientific notation, and classes of collections to be subclassed."""
import json
import types
from collections import UserList

import numpy as np

x = np.array([1.5, 2.5, 100.0])
print(json.dumps({"mean": x.mean(), "first": x[0], "sum": np.sum(x), "list": x.tolist()}), json.dumps({np.float64(1.5): 2}))
print(json.dumps([np.float64(0.1) + 0.2, np.float64("inf"), float(np.float32(0.1))], indent=1))
for value in (np.float32(1), np.int64(1)):
    try:
        json.dumps({"v": value})
    except TypeError as e:
        print(e)

for v in (123.456, np.float32(0.1), 1e-7, 100.0, 0.0, -2.5e20, np.float64(1) / 3, np.nan, -np.inf, np.float16(65504)):
    print(np.format_float_scientific(v), np.format_float_scientific(v, precision=2), np.format_float_scientific(v, precision=3, unique=False),
          np.format_float_scientific(v, trim="-"), np.format_float_scientific(v, trim="0", exp_digits=3, sign=True))


class Stack(UserList):
    def push(self, item):
        self.append(item)
        return self


s = Stack([3, 1]).push(2)
s.extend(UserList([9]))
s.sort(reverse=True)
print(s, s[1:], type(s[1:]).__name__, s + [0], [0] + s, s * 2, len(s), 3 in s, s == [9, 3, 2, 1], s.pop(), s.index(2), list(reversed(s)), s.data)
view = types.MappingProxyType({"a": 1})
print(view, repr(view), view["a"], len(view))
