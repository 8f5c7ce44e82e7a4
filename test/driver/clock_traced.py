# A clock that is read while a function is traced: a value of the program around it.
# RUN: cjaxc run %s | FileCheck %s
# RUN: not cjaxc %s --emit=lib -o %t.a --entry f --sig 'f32[3]' 2>&1 | FileCheck %s --check-prefix=ENTRY
import time

import jax
import jax.numpy as jnp


@jax.jit
def f(x):
    return x * time.time() + jnp.float32(time.perf_counter())


# CHECK: (3,) True
# ENTRY: NotImplementedError: the entry uses a value that only a running program knows
y = f(jnp.ones(3))
print(y.shape, bool(jnp.all(y > 1e9)))
