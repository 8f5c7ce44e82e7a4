# In a method that an operator calls.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax.numpy as jnp


class Model:
    def __init__(self, n):
        self.w = jnp.zeros(n)

    def __call__(self, x):
        # CHECK: method.py:[[@LINE+1]]:25: error: [CJ0100] ValueError: axis 1 is out of bounds for array of dimension 1
        return self.w + x.sum(axis=1)


# CHECK: method.py:[[@LINE+1]]:1: note: in the call of Model.__call__
Model(3)(jnp.ones(3))
