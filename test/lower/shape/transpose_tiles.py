"""Every element goes to its place whatever the extents, the permutation and the size of an element."""
# RUN: cjaxc %s -o %t.1 && %t.1 > %t.tiles && FileCheck %s < %t.tiles
# RUN: cjaxc --no-dispatch --cpu=x86-64-v2 --all-threads %s -o %t.2 && env CJAX_NUM_THREADS=3 %t.2 | cmp %t.tiles -
# CHECK-NOT: False
import itertools
import sys

import jax.numpy as jnp
from jax import lax

for shape in (16, 16), (70, 35), (129, 200), (3, 17, 31), (18, 5, 40), (2, 16, 3, 50):
    for perm in itertools.permutations(range(len(shape))):
        places = sum(lax.broadcasted_iota(jnp.int32, shape, d) * (97 + 31 * d) for d in range(len(shape))) + len(sys.argv)
        turned = tuple(shape[p] for p in perm)
        want = sum(lax.broadcasted_iota(jnp.int32, turned, d) * (97 + 31 * p) for d, p in enumerate(perm)) + len(sys.argv)
        for dtype in jnp.float32, jnp.float16, jnp.uint8, jnp.bfloat16, bool:
            x = lax.optimization_barrier((places % 251).astype(dtype))
            print(shape, perm, (jnp.transpose(x, perm) == (want % 251).astype(dtype)).all())
