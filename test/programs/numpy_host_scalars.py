# NumPy's scalars of arrays keep all digits; the triangle that factorisations read.
import numpy as np
print(np.float64(np.array([1/3])), np.float64(np.array(1/3)), np.float64(np.array([1.5], np.float32)), np.int64(np.array([2**40])), np.float32(np.array([1/3])))
s = np.array([1/3, 2/3]).sum() / 7
print(np.float64(s), repr(np.float64(s)), np.complex128(np.array([1/3])), np.int8(np.array([3])))
a = np.array([[4.0, 1.0], [2.0, 3.0]])
print(np.linalg.cholesky(a)); print(np.linalg.eigvalsh(a)); print(np.linalg.eigh(a)[0]); print(np.linalg.eigvalsh(a, UPLO="U"), np.linalg.cholesky(a, upper=True))
