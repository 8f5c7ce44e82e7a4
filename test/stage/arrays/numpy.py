# numpy.ndarray: 64 bits, assignment to parts, beside jax arrays; then jax in 64 bits.
# jax: 0.10.2
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines --strict-whitespace
import jax
import jax.numpy as jnp
import numpy as np

a = np.arange(6.).reshape(2, 3)
a[0, 1] = 7
a += 1
a[:, 2] *= 2
b = a * 2
print(a, b.dtype, b.sum(), np.mean(a), repr(a), a[0, 0], [a[0, 0]], np.float32(1.5) + 1, repr(np.float64(2)), np.array([1, 2]) / 2, np.arange(3) + 2**40)
print(jnp.asarray(a).dtype, (a + jnp.ones(3)).dtype, np.asarray(jnp.ones(2)), np.sqrt(2.), np.zeros(2, int).dtype)
jax.config.update("jax_enable_x64", True)
print(jnp.arange(3).dtype, jnp.ones(2) * 1.5, jnp.asarray(2**40), (jnp.ones(2, "float32") + 1).dtype, jnp.array([1]) + np.int32(1))

#CHECK:{{\[\[}} 1.  8.  6.]
#CHECK-NEXT: [ 4.  5. 12.]] float64 72.0 6.0 array({{\[\[}} 1.,  8.,  6.],
#CHECK-NEXT:       [ 4.,  5., 12.]]) 1.0 [np.float64(1.0)] 2.5 np.float64(2.0) [0.5 1. ] [1099511627776 1099511627777 1099511627778]
#CHECK-NEXT:float32 float32 [1. 1.] 1.4142135623730951 int64
#CHECK-NEXT:int64 [1.5 1.5] 1099511627776 float32 [2]
