# A loop of the executable around a jitted function that maps: staging it has no effect.
# RUN: cjaxc %s -o %t && %t 5 | FileCheck %s
import sys

import jax
import jax.numpy as jnp
from jax import lax, vmap

n = int(sys.argv[1]) if len(sys.argv) > 1 else 3


@jax.jit
def step(x):
    steps = vmap(lambda a: lax.while_loop(lambda s: s[0] < 1000, lambda s: (s[0] * 3, s[1] + 1), (a, 0))[1])
    return x + 1, steps(jnp.arange(1, 41) + x)


x, counts = step(0)
for _ in range(n):
    x, counts = step(x)
# CHECK: 6 [5 5 5 5 5
print(x, counts)
