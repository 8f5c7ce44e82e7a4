# A message that shows an array which is known while compiling.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
from functools import partial

import jax
import jax.numpy as jnp


@partial(jax.jit, static_argnums=0)
def f(n, x):
    return x * n


# CHECK: static_array.py:[[@LINE+1]]:1: error: [CJ0100] ValueError: Non-hashable static arguments are not supported. An error occurred while trying to hash an object of type <class 'jaxlib._jax.ArrayImpl'>, [1. 1.]. The error was:
f(jnp.ones(2), 3)
