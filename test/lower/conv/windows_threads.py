# A convolution whose windows are read where they are, and its derivatives: the same bits for any number of threads.
# RUN: cjaxc %s -o %t && env CJAX_NUM_THREADS=1 %t > %t.1 && env CJAX_NUM_THREADS=2 %t > %t.2 && env CJAX_NUM_THREADS=7 %t > %t.7
# RUN: cmp %t.1 %t.2 && cmp %t.1 %t.7
# RUN: cjaxc --cpu=x86-64-v3 %s -o %t.v3 && %t.v3 > %t.3 && cmp %t.1 %t.3
import jax
import jax.numpy as jnp
from jax import lax

x = jax.random.normal(jax.random.key(1), (2, 33, 31, 16))
w = jax.random.normal(jax.random.key(2), (3, 3, 16, 40))
f = lambda x, w: lax.conv_general_dilated(x, w, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
z, back = jax.vjp(f, x, w)
dx, dw = back(jnp.ones_like(z))
print(jnp.sum(z), jnp.sum(jnp.abs(z)), jnp.sum(dx), jnp.sum(jnp.abs(dx)), jnp.sum(dw), dw.ravel()[:4])
