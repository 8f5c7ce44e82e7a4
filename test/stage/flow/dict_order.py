# RUN: cjaxc run %s | FileCheck %s
import jax
import jax.numpy as jnp

params = {"x": jnp.zeros(2), "bias": jnp.array(1.0)}
for _ in range(20):
    params = jax.tree.map(lambda p: p + 1.0, params)
# CHECK: ['bias', 'x'] [20. 20.]
print(list(params), params["x"])
