# An argument that does not exist.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax.numpy as jnp

# CHECK: keyword.py:[[@LINE+1]]:1: error: [CJ0100] TypeError: zeros() got an unexpected keyword argument 'dtpe'
jnp.zeros(shape=(2, 2), dtpe=int)
