# A function that is first traced in a loop may use with statements and rules of the library.
# RUN: cjaxc %s -o %t && %t 3 | FileCheck %s
# CHECK: 26.0
import sys
import jax, jax.numpy as jnp
from jax import lax, vmap

N = int(sys.argv[1]) if len(sys.argv) > 1 else 8

@jax.jit
def f(z):
    lanes = vmap(lambda x: lax.while_loop(lambda s: s < 4, lambda s: s + 1, x * z))(jnp.ones(3))
    return jax.nn.relu(z) + lanes.sum()

z = jnp.float32(1.0)
for _ in range(N):
    z = f(z) * 0.5
print(z)
