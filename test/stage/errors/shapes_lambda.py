# In a lambda under vmap: the shapes are those that the lambda sees.
# RUN: not cjaxc check %s 2>&1 | FileCheck %s
import jax
import jax.numpy as jnp

# CHECK: shapes_lambda.py:[[@LINE+2]]:27: error: [CJ0100] TypeError: add got incompatible shapes for broadcasting: (2,), (5,).
# CHECK: shapes_lambda.py:[[@LINE+2]]:1: note: in the call of <lambda>
f = jax.vmap(lambda x, y: x + y, in_axes=(0, None))
f(jnp.ones((3, 2)), jnp.ones(5))
