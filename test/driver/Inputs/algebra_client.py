import algebra
import numpy as np

a = np.array([[2, 1], [1, 3]], np.float32)
found = algebra.solves(a, np.array([1, 2], np.float32))
print(max(float(np.abs(x).max()) for x in found) < 1e-5)
