# NumPy's numbers that a function being staged makes are known to it.
# RUN: cjaxc run --interpret %s | FileCheck %s
import jax
import jax.numpy as jnp
import numpy as np


@jax.jit
def f(x):
    small = float(jnp.finfo(jnp.float32).eps)
    if np.sqrt(4.0) > 1:
        x = x + int(np.float64(3.7))
    return x + small + float(np.sqrt(x.shape[0] + 2.0))


# CHECK: [5. 6.]
print(f(jnp.arange(2.0)))
