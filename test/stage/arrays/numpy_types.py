# NumPy scalars have types of their own; float64 and complex128 are Python's numbers too.
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines
import numpy as np

y, a = np.float64(2), np.arange(3)
print(type(y), type(y).__name__, isinstance(y, float), isinstance(y, np.floating), isinstance(y, np.ndarray))
print(np.int64 == int, type(a[0]) == np.int64, isinstance(a[0], (int, np.integer)), isinstance(np.array(3), np.ndarray), type(a).__name__, a.sum().__class__.__name__)
print(isinstance(np.complex128(1), complex), isinstance(np.float32(1), float), isinstance(a[0], int))

# CHECK: <class 'numpy.float64'> float64 True True False
# CHECK-NEXT: False True True True ndarray int64
# CHECK-NEXT: True False False
