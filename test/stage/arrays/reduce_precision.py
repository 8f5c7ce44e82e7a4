# lax.reduce_precision: values, derivative, what is refused.
# RUN: cjaxc run %s | FileCheck %s --match-full-lines
import jax
import jax.numpy as jnp
from jax import lax

x = jnp.array([1.1, -2.3, 70000.0, 1e-9])
# CHECK: [ 1.1015625e+00 -2.2968750e+00 7.0144000e+04 9.9680619e-10]
print(lax.reduce_precision(x, 8, 7))
# CHECK-NEXT: [ 1.0996094 -2.3007812 inf 0. ]
print(lax.reduce_precision(x, 5, 10))
# CHECK-NEXT: 0.25
print(jax.grad(lambda v: lax.reduce_precision(v, 8, 1) * 0.26)(1.1))
try:
    lax.reduce_precision(jnp.arange(3), 8, 7)
except TypeError as e:
    # CHECK-NEXT: reduce_precision does not accept dtype int32. Accepted dtypes are subtypes of floating.
    print(e)
