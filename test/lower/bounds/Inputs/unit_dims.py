"""Vectors that lie along a dimension with dimensions of one element after it."""
import sys

import jax.numpy as jnp
from jax import lax

n = len(sys.argv)
for m in (1, 128):
    for k in (1, 16, 128):
        for p in (1, 16):
            for x in ((m, k), (k, m)):
                for y in ((k, p), (p, k)):
                    over = ((x.index(k) if m != k else 0,), (y.index(k) if p != k else 0,))
                    print(lax.dot_general(jnp.full(x, 1.0 * n), jnp.full(y, 2.0 * n), (over, ((), ()))).sum(), end=" ")
    print()
