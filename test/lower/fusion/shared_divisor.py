# A divisor that several kernels share is a broadcast scalar inside of each: JAX multiplies by its reciprocal.
# RUN: cjaxc run --no-cache %s | FileCheck %s --match-full-lines
# RUN: cjaxc run --interpret %s | FileCheck %s --match-full-lines
import jax
import jax.numpy as jnp

x = jax.random.normal(jax.random.key(91), (3, 4))
print(jnp.round(x, 4)[1])
print(jnp.round(x, 3)[1])
print(jnp.round(jnp.sin(x), 4)[1])
print(jnp.round(jnp.cos(x) + 2, 4)[1])
# CHECK:      [ 0.3364     1.4758999  1.0800999 -0.4915   ]
# CHECK-NEXT: [ 0.33600003  1.4760001   1.08       -0.492     ]
# CHECK-NEXT: [ 0.3301      0.99549997  0.88199997 -0.472     ]
# CHECK-NEXT: [2.944     2.0946999 2.4712    2.8816   ]
